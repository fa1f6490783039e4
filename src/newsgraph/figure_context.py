"""The words around a figure: between two, before one, behind one."""

from functools import lru_cache

from newsgraph.language import Language
from newsgraph.quantity import Quantity
from newsgraph.sentence import Token


def end(q: Quantity) -> int:
    return max(q.last, q.noun or 0)


def between(tokens: tuple[Token, ...], q: Quantity, other: Quantity | None) -> list[str]:
    """The words between two quantities, if they are few."""
    if other is None:
        return []
    return [t.low for t in tokens[end(q) + 1 : min(other.first, end(q) + 2 + 12)]]


def described(tokens: tuple[Token, ...], q: Quantity) -> int:
    """Where article and adjectives before the quantity begin («statt | der bisher vorgesehenen 380 Millionen»)."""
    start = q.first
    while start and q.first - start < 4 and tokens[start - 1].is_a("ADJ(A)", "ADV", "ADJ(D)", "ART"):
        start -= 1
    return start


def before(
    tokens: tuple[Token, ...],
    q: Quantity,
    phrases: frozenset[str],
    language: Language,
    articles: bool = True,
    start: int | None = None,
) -> bool:
    """Whether one of the phrases stands right before the quantity, an article between them or not."""
    first = q.first if start is None else start
    for stop in (first, first - 1):
        if stop < first and not (articles and stop > 0 and tokens[stop].low in language.det.articles_sum):
            continue
        if stop > 0 and tokens[stop - 1].low not in _endings(phrases):
            continue  # asked first: few of them stand there
        words = ""
        for token in reversed(tokens[max(stop - 4, 0) : max(stop, 0)]):
            words = f"{token.low} {words}" if words else token.low
            if words in phrases:
                return True
    return False


def after(tokens: tuple[Token, ...], q: Quantity, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands right after the quantity or its noun."""
    for stop in {q.last + 1, end(q) + 1}:
        if stop < len(tokens) and tokens[stop].low not in _openings(phrases):
            continue
        words = ""
        for token in tokens[stop : stop + 4]:
            words = f"{words} {token.low}" if words else token.low
            if words in phrases:
                return True
    return False


@lru_cache(500)
def _openings(phrases: frozenset[str]) -> frozenset[str]:
    """What phrases can begin with: their first word, or several."""
    return frozenset(" ".join(words[:n]) for words in map(str.split, phrases) for n in range(1, len(words) + 1))


@lru_cache(500)
def _endings(phrases: frozenset[str]) -> frozenset[str]:
    """What phrases can end with, likewise."""
    return frozenset(" ".join(words[n:]) for words in map(str.split, phrases) for n in range(len(words)))
