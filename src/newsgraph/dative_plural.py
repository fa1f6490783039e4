"""Cases that the noun tells where the article alone does not: «den Anbietern Alpha und Beta» is a dative, «der Firma Alpha»
no nominative."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsgraph.phrase import Phrase
from newsgraph.sentence import Token

DETERMINERS = ("den", "diesen", "beiden", "seinen", "ihren", "unseren", "deren", "vielen", "mehreren")
# nouns whose accusative is no «den …en»: feminine and neuter ones, and masculine ones that are not weak
PLURALS = (
    "konzernen", "firmen", "banken", "gesellschaften", "marken", "gruppen", "ketten", "plattformen", "unternehmen", "verlagen",
    "diensten", "werken", "start-ups", "startups", "airlines", "apps", "netzwerken", "geräten", "eien", "ungen", "heiten",
    "keiten", "portalen", "instituten", "studios", "labels", "brauereien", "werften", "börsen", "kassen", "agenturen",
    "fluglinien", "reedereien", "programmen", "systemen", "modellen",
)  # fmt: skip
DATIVE = frozenset(("dat",))
NOMINATIVE = frozenset(("nom",))
OBLIQUE = ("der", "dieser", "jener")  # of feminine nouns genitive or dative; what follows never is anything else
NEVER = ("einer", "keiner", "seiner", "ihrer", "unserer")
FEMININE = (
    "firma", "bank", "gesellschaft", "gruppe", "kette", "tochter", "mutter", "schwester", "behörde", "agentur",
    "plattform", "app", "marke", "airline", "börse", "kasse", "holding", "brauerei", "reederei", "werft", "ung",
    "heit", "keit", "schaft", "tion", "sion", "tät", "anstalt", "aufsicht", "kammer", "linie", "klinik", "fabrik",
    "stadt", "presse", "software", "maschine", "drohne", "erin", "ntin", "ndin", "efin", "alin", "ärin", "reihe",
    "serie", "sparte", "druckerei", "bäckerei", "molkerei", "metzgerei", "spedition", "kanzlei", "partei",
)  # fmt: skip


def told_apart(parts: Sequence[Phrase], tokens: Sequence[Token]) -> Iterator[Phrase]:
    """The phrases of a clause, those with such a plural as datives."""
    for phrase in parts:
        if "nom" in phrase.cases and _is_oblique(phrase, tokens):
            yield replace(phrase, cases=phrase.cases - NOMINATIVE)
            continue
        both = "dat" in phrase.cases and "acc" in phrase.cases and phrase.det in DETERMINERS
        yield replace(phrase, cases=DATIVE) if both and _is_plural(phrase, parts, tokens) else phrase


def _is_oblique(phrase: Phrase, tokens: Sequence[Token]) -> bool:
    """«der Firma Alpha», «einer Bank»."""
    if phrase.det not in OBLIQUE + NEVER:
        return False
    noun = _noun(phrase, tokens)
    return noun is not None and (phrase.det in NEVER or noun.text.lower().endswith(FEMININE))


def _noun(phrase: Phrase, tokens: Sequence[Token]) -> Token | None:
    """The noun of a phrase, before its name."""
    end = phrase.last if phrase.mention is None or phrase.mention.rest else phrase.mention.first - 1
    return next((tokens[i] for i in range(end, phrase.first, -1) if tokens[i].is_a("NN")), None)


def _is_plural(phrase: Phrase, parts: Sequence[Phrase], tokens: Sequence[Token]) -> bool:
    noun = _noun(phrase, tokens)
    if noun is None:
        return False
    low = noun.text.lower()
    strong = low.endswith(("ern", "eln")) and noun.lemma.lower() != low
    return strong or low.endswith(PLURALS) or (low.endswith("en") and _names_several(phrase, parts))


def _names_several(phrase: Phrase, parts: Sequence[Phrase]) -> bool:
    """«den Rivalen Alpha und Beta»: one noun for a list of bare names."""
    named = phrase.mention is not None and phrase.mention.first > phrase.first
    return named and any(
        f.link == "list" and f.to == phrase.index and f.mention and f.first == f.mention.first for f in parts
    )
