"""Grammatical case: which ones a preposition takes, and which ones a determiner or pronoun shows."""

from functools import lru_cache

from newsgraph.language import Language
from newsgraph.mention import Mention
from newsgraph.phrase import ALL_CASES

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
    ending = next((e for e in ("em", "en", "er", "es", "e") if word.endswith(e)), "")
    return frozenset(table.get(word) or table.get(ending) or ALL_CASES)


@lru_cache(12_000)
def _feminine(noun: str, language: Language) -> bool:
    table = language.grammar["feminine"]
    low = noun.lower()
    return noun in table["forms"] or (low.endswith(tuple(table["ends"])) and not low.endswith(tuple(table["but"])))


def narrowed(cases: Cases, det: str, head: str, mention: Mention | None, language: Language) -> Cases:
    """The cases without the nominative where «der» stands before a feminine: «der Behörde», «der Alpha AG»."""
    name = mention.name.rpartition(" ")[2] if mention is not None and not mention.rest and not mention.adjective else ""
    if det.endswith("er") and "nom" in cases and (_feminine(head, language) or (name and _feminine(name, language))):
        return cases - {"nom"}
    return cases
