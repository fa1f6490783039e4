"""Grammatical case: which ones a preposition takes, and which ones a determiner or pronoun shows."""

from functools import lru_cache

from newsgraph.language import Language
from newsgraph.phrase import ALL_CASES, Phrase
from newsgraph.replacement import replace
from newsgraph.sentence import Token

CACHE = 1_000  # prepositions, determiners, pronouns
Cases = frozenset[str]


@lru_cache(CACHE)
def governed(low: str, language: Language) -> tuple[str, str, Cases]:
    """A preposition, no determiner, and the cases that it takes: the same few come back, so remembered."""
    prep, case = language.grammar["contractions"].get(low, (low, ""))
    case = case or next((c for c, words in language.grammar["governs"].items() if prep in words), "")
    return prep, "", frozenset((case,)) if case else frozenset(("acc", "dat", "gen"))


@lru_cache(CACHE)
def shown(word: str, language: Language) -> Cases:
    """The cases that a determiner or pronoun shows, likewise."""
    table = language.grammar["cases"]
    ending = next((e for e in language.ending.adjective if word.endswith(e)), "")
    return frozenset(table.get(word) or table.get(ending) or ALL_CASES)


@lru_cache(18_000)
def _feminine(noun: str, language: Language) -> bool:
    table = language.grammar["feminine"]
    low = noun.lower()
    return noun in table["forms"] or (low.endswith(tuple(table["ends"])) and not low.endswith(tuple(table["but"])))


def _is_masculine(phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> bool:
    """«der härteste Konkurrent»: behind «der» an adjective in -e is a masculine in the nominative, else it ends in -en."""
    at = phrase.first + 1
    named = phrase.mention is not None and phrase.mention.first <= at
    weak = at < phrase.head and tokens[at].is_a("ADJ(A)") and tokens[at].text.endswith("e") and not named
    return weak and phrase.det in language.det.masculine_pointing and tokens[phrase.first].low == phrase.det


def narrowed(phrase: Phrase, tokens: tuple[Token, ...], language: Language) -> Phrase:
    """The phrase without the nominative where «der» stands before a feminine: «der Behörde», «der Alpha AG», «der Bank Alpha»;
    with no other case where it is a masculine's."""
    if "nom" not in phrase.cases or not phrase.det.endswith("er"):
        return phrase
    if _is_masculine(phrase, tokens, language):
        return replace(phrase, cases=frozenset(("nom",)))
    m = phrase.mention
    name = m.name if m is not None and not m.rest and not m.adjective else ""
    front = (
        name.partition(" ")[0] if m is not None and phrase.head >= m.first else ""
    )  # not «der Konzern Nordkette Bau»
    nouns = (tokens[phrase.head].text, name.rpartition(" ")[2], front)
    if not any(noun and _feminine(noun, language) for noun in nouns):
        return phrase
    return replace(phrase, cases=phrase.cases - {"nom"})
