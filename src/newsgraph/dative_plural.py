"""«den Anbietern Alpha und Beta»: a plural that only a dative has, where «den» alone could be an accusative too."""

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


def told_apart(parts: Sequence[Phrase], tokens: Sequence[Token]) -> Iterator[Phrase]:
    """The phrases of a clause, those with such a plural as datives."""
    for phrase in parts:
        both = "dat" in phrase.cases and "acc" in phrase.cases and phrase.det in DETERMINERS
        yield replace(phrase, cases=DATIVE) if both and _is_plural(phrase, parts, tokens) else phrase


def _is_plural(phrase: Phrase, parts: Sequence[Phrase], tokens: Sequence[Token]) -> bool:
    end = phrase.last if phrase.mention is None or phrase.mention.rest else phrase.mention.first - 1
    noun = next((tokens[i] for i in range(end, phrase.first, -1) if tokens[i].is_a("NN")), None)
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
