"""Ranges of numbers: «zwischen A und B», «A bis B», and what the upper one gives the lower one."""

from newsgraph.language import Language
from newsgraph.numeral import Numeral, is_year, numeral
from newsgraph.quantity import Quantity
from newsgraph.replacement import replace
from newsgraph.sentence import Token


def ranged(tokens: tuple[Token, ...], low: Numeral, language: Language) -> tuple[Numeral, Quantity]:
    """«zwischen A und B», «von A bis B», «A bis B», «A oder B»: B gives A its scale and currency."""
    if low.low is not None:
        factor = low.scale or 1
        span = Quantity(low.first, low.last, at_least=low.low * factor, at_most=low.value, currency=low.currency)
        return low, replace(span, measure=low.percent)
    high = _upper(tokens, low, language) if not is_year(tokens, low.first, language) else None
    if high is not None and low.currency in (None, high.currency) and low.percent in ("", high.percent):
        a, b = low.number * (low.scale or high.scale or 1), high.value
        a = a if a < b else low.value
        if a < b:
            span = Quantity(low.first, high.last, at_least=a, at_most=b, currency=high.currency, measure=high.percent)
            return replace(high, first=low.first), span
    return low, Quantity(low.first, low.last, value=low.value, currency=low.currency, measure=low.percent)


def _upper(tokens: tuple[Token, ...], low: Numeral, language: Language) -> Numeral | None:
    """The number that ends the range, over «bis», «bis zu», a dash, «und» after «zwischen», and «rund»."""
    i = low.last + 1
    joint = tokens[i].low if i < len(tokens) else ""
    between = joint in language.conj.and_ and any(
        t.low in language.prep.between for t in tokens[max(low.first - 4, 0) : low.first]
    )
    dash = joint in ("–", "-") and not low.compound
    if joint not in language.conj.range and not dash and not between:
        return None
    for skipped in range(3):
        words = " ".join(t.low for t in tokens[i + 1 : i + 1 + skipped])
        at = i + 1 + skipped
        if at >= len(tokens) or (skipped and words not in language.prep.to and words not in language.bounds):
            continue
        high = numeral(tokens, at, language)
        if high is not None and high.low is None and not is_year(tokens, at, language):
            return (
                high
                if joint not in language.conj.or_
                or (low.scale is None and low.currency is None and high.scale is not None)
                else None
            )
    return None
