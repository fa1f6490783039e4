"""Cases that the noun tells where the article alone does not: «den Anbietern Alpha und Beta» is a dative, «der Firma Alpha»
no nominative."""

from collections.abc import Iterator, Sequence

from newsgraph.language import Language
from newsgraph.phrase import Phrase
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.wordlist import tails

DATIVE = frozenset(("dat",))
NOMINATIVE = frozenset(("nom",))


def told_apart(parts: Sequence[Phrase], tokens: Sequence[Token], language: Language) -> Iterator[Phrase]:
    """The phrases of a clause, those with such a plural as datives."""
    for phrase in parts:
        if "nom" in phrase.cases and _is_oblique(phrase, tokens, language):
            yield replace(phrase, cases=phrase.cases - NOMINATIVE)
            continue
        both = "dat" in phrase.cases and "acc" in phrase.cases and phrase.det in language.det.dative_plural
        yield replace(phrase, cases=DATIVE) if both and _is_plural(phrase, parts, tokens, language) else phrase


def _is_oblique(phrase: Phrase, tokens: Sequence[Token], language: Language) -> bool:
    """«der Firma Alpha», «einer Bank»."""
    if phrase.det not in language.det.masculine_pointing and phrase.det not in language.det.feminine_genitive:
        return False
    noun = _noun(phrase, tokens)
    return noun is not None and (
        phrase.det in language.det.feminine_genitive or noun.low.endswith(tails(language.code, "feminine_endings"))
    )


def _noun(phrase: Phrase, tokens: Sequence[Token]) -> Token | None:
    """The noun of a phrase, before its name."""
    end = phrase.last if phrase.mention is None or phrase.mention.rest else phrase.mention.first - 1
    return next((tokens[i] for i in range(end, phrase.first, -1) if tokens[i].is_a("NN")), None)


def _is_plural(phrase: Phrase, parts: Sequence[Phrase], tokens: Sequence[Token], language: Language) -> bool:
    noun = _noun(phrase, tokens)
    if noun is None:
        return False
    low = noun.low
    strong = low.endswith(language.ending.dative_plural_noun) and noun.lemma.lower() != low
    return (
        strong
        or low.endswith(tails(language.code, "dative_plurals"))
        or (low.endswith("en") and _names_several(phrase, parts))
    )


def _names_several(phrase: Phrase, parts: Sequence[Phrase]) -> bool:
    """«den Rivalen Alpha und Beta»: one noun for a list of bare names."""
    named = phrase.mention is not None and phrase.mention.first > phrase.first
    return named and any(
        f.link == "list" and f.to == phrase.index and f.mention and f.first == f.mention.first for f in parts
    )
