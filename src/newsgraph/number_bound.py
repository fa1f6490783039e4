"""Bounds of a number by the words before and behind it: «mehr als», «rund», «oder mehr»."""

from decimal import Decimal
from functools import lru_cache

from newsgraph.digits import near_adjective
from newsgraph.language import Language
from newsgraph.quantity import Quantity
from newsgraph.replacement import replace
from newsgraph.sentence import Token

BOUNDS = {"moreThan": "more_than", "atLeast": "at_least", "lessThan": "less_than", "atMost": "at_most"}


def bounded(tokens: tuple[Token, ...], quantity: Quantity, language: Language) -> Quantity:
    """The bound words before the number."""
    n, first = quantity.value, quantity.first
    if n is not None and first + 1 < quantity.last and (near := near_adjective(tokens[first + 1].low, language)):
        return _bound(quantity, near, n, first)
    may = first > 0 and tokens[first - 1].low in _bound_ends(language)
    for length in (4, 3, 2, 1) if may else ():
        start = first - length
        if start < 0:
            continue
        words = " ".join(t.low for t in tokens[start:first])
        shorter = words.rpartition(" ")[0] if words.rpartition(" ")[2] in language.conj.loose_ends else ""
        for phrase in (words, shorter):
            kinds = language.bounds.get(phrase)
            if (
                kinds is None
                or (phrase == shorter and phrase in language.adjacent)
                or _exact(tokens, start, phrase, language)
            ):
                continue
            if n is not None:
                return _bound(quantity, kinds, n, start)
            if kinds[0] == "approximate":
                return replace(quantity, first=start, approximate=True)
    return quantity


@lru_cache(8)
def _bound_ends(language: Language) -> frozenset[str]:
    """The words that may stand right before a number that is bounded by words before it."""
    return frozenset((*language.conj.loose_ends, *(phrase.rpartition(" ")[2] for phrase in language.bounds)))


@lru_cache(8)
def _bound_starts(language: Language) -> frozenset[str]:
    """The words that may stand right behind a number that is bounded by words behind it."""
    return frozenset(phrase.partition(" ")[0] for phrase in language.bounds_after)


def _exact(tokens: tuple[Token, ...], start: int, phrase: str, language: Language) -> bool:
    """«ein Kredit über 50 Millionen», «die Series A über 50 Millionen»."""
    if phrase not in language.prep.over or not start:
        return False
    noun = tokens[start - 2 if start > 1 and len(tokens[start - 1].text) == 1 else start - 1]
    return noun.lemma.lower().endswith(language.exact_after) or noun.low.endswith(language.exact_after)


def bounded_after(tokens: tuple[Token, ...], quantity: Quantity, language: Language) -> Quantity:
    """The bound words after the number or its noun: «200 Millionen oder mehr», «500 Leute plus»."""
    if quantity.value is None:
        return quantity
    for end in {quantity.last, quantity.noun or quantity.last}:
        starts = end + 1 < len(tokens) and tokens[end + 1].low in _bound_starts(language)
        for length in (3, 2, 1) if starts else ():
            words = " ".join(t.low for t in tokens[end + 1 : end + 1 + length])
            after = tokens[end + 1 + length].text if end + 1 + length < len(tokens) else ""
            if words in language.bounds_after and after not in language.prep.as_ and not after[:1].isdigit():
                bounded = _bound(quantity, language.bounds_after[words], quantity.value, quantity.first)
                return replace(bounded, last=min(max(quantity.last, end + length), len(tokens) - 1))
    return quantity


def _bound(quantity: Quantity, kinds: tuple[str, ...], n: Decimal, first: int) -> Quantity:
    if kinds[0] == "approximate":
        return replace(quantity, first=first, approximate=True)
    changes: dict[str, Decimal] = {BOUNDS[kinds[0]]: n}
    return replace(quantity, first=first, value=None, approximate="near" in kinds, **changes)  # type: ignore[arg-type]
