"""Quantities in a sentence: money, counts and per cents with bounds, ranges and conversions.

A grammar over the number and currency words of the language (languages/*/numbers.toml, currencies.toml). What a phrase
leaves vague («Milliardenbetrag», «mehrere hundert») is no quantity; neither are years, dates, clock times, addresses and
numbers that belong to a name («Artikel 5»).
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from newsgraph.digits import near_adjective, parse_number
from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.numeral import Numeral, is_year, may_begin, numeral
from newsgraph.quantity_role import settled
from newsgraph.replacement import replace
from newsgraph.sentence import Sentence, Token

__all__ = ["Quantity", "parse_number", "quantities"]
DAY_AND_MONTH = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])")
LOOSE_ENDS = ("die", "den", "der", "einer", "eine", "aber", "jedoch")  # between the words of a bound and the number
NOTHING: Mapping[str, str] = MappingProxyType({})
CODE_PARTS = 6  # tokens between a number and the noun it counts
BOUNDS = {"moreThan": "more_than", "atLeast": "at_least", "lessThan": "less_than", "atMost": "at_most"}


@frozen
class Quantity:
    """Tokens `first` to `last`; a value or bounds; `currency` an ISO 4217 code; `unit` a noun's lemma, "percent" or "difference".

    `converted_from` is the position of the sum it repeats in the list of the sentence's quantities. `role` says what the
    number is beside others: "" the value that holds, "old" the one before a change, "wrong" a corrected one, "price" for
    one piece or a short time, "difference" (then `unit` is "difference" too). `measure` is "percent", "percentagePoint",
    "permille" or "basisPoint" whatever the role. `assumed` marks a currency that other words gave («weitere 25 Millionen»).
    """

    first: int
    last: int
    value: Decimal | None = None
    more_than: Decimal | None = None
    at_least: Decimal | None = None
    less_than: Decimal | None = None
    at_most: Decimal | None = None
    approximate: bool = False
    currency: str | None = None
    unit: str = ""
    noun: int | None = None
    converted_from: int | None = None
    role: str = ""
    measure: str = ""
    assumed: bool = False

    @property
    def is_money(self) -> bool:
        return self.currency is not None

    @property
    def size(self) -> Decimal:
        """The number that the text names: the value, else the bound, the upper one of a range."""
        bounds = (self.value, self.at_most, self.less_than, self.more_than, self.at_least)
        return next(b for b in bounds if b is not None)


Found = tuple[Numeral, Quantity]


def quantities(
    sentence: Sentence, language: Language, currency: str | None = None, shared: Mapping[str, str] = NOTHING
) -> tuple[Quantity, ...]:
    """The quantities of a sentence, from left to right.

    `currency` is that of the sum spoken of before: it stands in where a scale word has neither currency nor noun after it;
    `shared` gives the code of a word that several currencies share, by its lemma.
    """
    tokens, found, i = sentence.tokens, list[Found](), 0
    while i < len(tokens):
        number = numeral(tokens, i, language) if may_begin(tokens[i].text, language) else None
        if number is None:
            i += 1
            continue
        number, quantity = _ranged(tokens, number, language)
        quantity = _counted(tokens, _bounded(tokens, quantity, language), language)
        if not _is_none(tokens, number, quantity, language):
            quantity = _bounded_after(tokens, _in_family(quantity, shared), language)
            found.append((number, quantity))
        slashed = "/" in tokens[quantity.last].text and quantity.last > i  # «Franken/18»
        i = max(quantity.last + (not slashed), i + 1)
    return settled(tokens, found, language, currency)


# --- ranges
def _ranged(tokens: tuple[Token, ...], low: Numeral, language: Language) -> tuple[Numeral, Quantity]:
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
    joint = tokens[i].text.lower() if i < len(tokens) else ""
    between = joint == "und" and any(t.text.lower() == "zwischen" for t in tokens[max(low.first - 4, 0) : low.first])
    dash = joint in ("–", "-") and not low.compound
    if joint not in ("bis", "oder") and not dash and not between:
        return None
    for skipped in range(3):
        words = " ".join(t.text.lower() for t in tokens[i + 1 : i + 1 + skipped])
        at = i + 1 + skipped
        if at >= len(tokens) or (skipped and words != "zu" and words not in language.bounds):
            continue
        high = numeral(tokens, at, language)
        if high is not None and high.low is None and not is_year(tokens, at, language):
            return (
                high
                if joint != "oder" or (low.scale is None and low.currency is None and high.scale is not None)
                else None
            )
    return None


# --- bounds
def _bounded(tokens: tuple[Token, ...], quantity: Quantity, language: Language) -> Quantity:
    """The bound words before the number."""
    n, first = quantity.value, quantity.first
    if (
        n is not None
        and first + 1 < quantity.last
        and (near := near_adjective(tokens[first + 1].text.lower(), language))
    ):
        return _bound(quantity, near, n, first)
    may = first > 0 and tokens[first - 1].text.lower() in _bound_ends(language)
    for length in (4, 3, 2, 1) if may else ():
        start = first - length
        if start < 0:
            continue
        words = " ".join(t.text.lower() for t in tokens[start:first])
        shorter = words.rpartition(" ")[0] if words.rpartition(" ")[2] in LOOSE_ENDS else ""
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
    return frozenset((*LOOSE_ENDS, *(phrase.rpartition(" ")[2] for phrase in language.bounds)))


@lru_cache(8)
def _bound_starts(language: Language) -> frozenset[str]:
    """The words that may stand right behind a number that is bounded by words behind it."""
    return frozenset(phrase.partition(" ")[0] for phrase in language.bounds_after)


def _exact(tokens: tuple[Token, ...], start: int, phrase: str, language: Language) -> bool:
    """«ein Kredit über 50 Millionen»."""
    return phrase == "über" and start > 0 and tokens[start - 1].lemma.lower().endswith(language.exact_after)


def _bounded_after(tokens: tuple[Token, ...], quantity: Quantity, language: Language) -> Quantity:
    """The bound words after the number or its noun: «200 Millionen oder mehr», «500 Leute plus»."""
    if quantity.value is None:
        return quantity
    for end in {quantity.last, quantity.noun or quantity.last}:
        starts = end + 1 < len(tokens) and tokens[end + 1].text.lower() in _bound_starts(language)
        for length in (3, 2, 1) if starts else ():
            words = " ".join(t.text.lower() for t in tokens[end + 1 : end + 1 + length])
            after = tokens[end + 1 + length].text if end + 1 + length < len(tokens) else ""
            if words in language.bounds_after and after != "als" and not after[:1].isdigit():
                bounded = _bound(quantity, language.bounds_after[words], quantity.value, quantity.first)
                return replace(bounded, last=min(max(quantity.last, end + length), len(tokens) - 1))
    return quantity


def _bound(quantity: Quantity, kinds: tuple[str, ...], n: Decimal, first: int) -> Quantity:
    if kinds[0] == "approximate":
        return replace(quantity, first=first, approximate=True)
    changes: dict[str, Decimal] = {BOUNDS[kinds[0]]: n}
    return replace(quantity, first=first, value=None, approximate="near" in kinds, **changes)  # type: ignore[arg-type]


# --- what is counted
def _counted(tokens: tuple[Token, ...], quantity: Quantity, language: Language) -> Quantity:
    """What is counted: per cent, or the noun after the number and its adjectives («monatlich aktiven Nutzern»)."""
    if quantity.measure:
        return replace(quantity, unit=quantity.measure)
    i = quantity.last + 1
    if quantity.is_money or i >= len(tokens):
        return quantity
    if tokens[i].text == "+":  # «500+ Mitarbeiter»
        i += 1
    while i < len(tokens) and _modifies(tokens, i, language):
        i += 1
    if i >= len(tokens) or not tokens[i].is_a("NN", "TRUNC") or i - quantity.last > CODE_PARTS:
        return quantity
    i = _paired(tokens, i)
    if tokens[i].is_a("TRUNC"):
        return quantity
    return replace(quantity, unit=tokens[i].lemma, noun=i)


def _modifies(tokens: tuple[Token, ...], i: int, language: Language) -> bool:
    if tokens[i].text in (",", "und", "oder", "sowie"):
        return tokens[i - 1].is_a("ADJ(A)", "VA(") and i + 1 < len(tokens) and tokens[i + 1].is_a("ADJ")
    low = tokens[i].text.lower()
    return (
        tokens[i].is_a("ADJ", "ADV") and not tokens[i].text[0].isupper() and low not in ("mehr", "weniger")
    ) or low in language.between_count


def _paired(tokens: tuple[Token, ...], i: int) -> int:
    """«Nutzerinnen und Nutzer», «Strom- und Gaskunden» count as one noun, the second."""
    if i + 2 < len(tokens) and tokens[i + 1].text in ("und", "oder", "bzw.") and tokens[i + 2].is_a("NN"):
        one, two = tokens[i].text.lower(), tokens[i + 2].text.lower()
        if one.endswith("-"):
            return i + 2
        if one[:4] == two[:4] and (one.endswith("innen") or two.endswith("innen")):
            return i + 2
    return i


def _in_family(quantity: Quantity, shared: Mapping[str, str]) -> Quantity:
    """«420 Millionen Kronen» where the text has spoken of Norwegian ones."""
    code = shared.get(quantity.unit) if shared and quantity.noun is not None and not quantity.is_money else None
    if code is None or quantity.noun is None:
        return quantity
    return replace(quantity, last=quantity.noun, currency=code, unit="", noun=None)


# --- what is no quantity
def _is_none(tokens: tuple[Token, ...], number: Numeral, quantity: Quantity, language: Language) -> bool:
    """Years, dates, clock times, ordinals, vague hundreds, numbers in names and addresses, telephone numbers, scores."""
    if (
        not number.written
        and number.number in (12, 100, 1000)
        and _word(tokens, number.first - 1) in language.vague_numbers
    ):
        return True
    if quantity.is_money or quantity.measure or number.scale is not None:
        return False
    following, before = _word(tokens, quantity.last + 1), _word(tokens, number.first - 1)
    text = tokens[number.last].text
    years = [i for i in range(number.first, min(number.last, number.first + 4) + 1) if is_year(tokens, i, language)]
    day = DAY_AND_MONTH.fullmatch(text) and before in ("am", "vom", "zum", "bis", "ab", "dem", "seit", "der", "den")
    ordinal = following == "." and number.written and number.last == quantity.last and quantity.last + 2 < len(tokens)
    if years or day or ordinal or following == "uhr" or ":" in text or _is_code(tokens, number, language):
        return True
    label = before in language.number_labels or before.endswith(language.street_endings)
    named = (
        number.written and quantity.noun is None and tokens[number.first - 1].is_a("NN", "NE", "FM")
        if number.first
        else False
    )
    return label or named or (following == "zu" and numeral(tokens, quantity.last + 2, language) is not None)


def _word(tokens: tuple[Token, ...], i: int) -> str:
    return tokens[i].text.lower() if 0 <= i < len(tokens) else ""


def _is_code(tokens: tuple[Token, ...], number: Numeral, language: Language) -> bool:
    """Telephone numbers and postcodes: digits beside digits, after «+» or «0316», before a town."""
    if not number.written:
        return False
    before, after = number.first - 1, number.last + 1
    if _word(tokens, before) in ("+", "/", "-", "zu") and before and tokens[before - 1].text.isdigit():
        return True
    beside = _word(tokens, before)
    plus = beside == "+" and tokens[before].end == tokens[number.first].start
    town = (
        after < len(tokens)
        and tokens[after].text in language.places
        and re.fullmatch(r"\d{4,5}", tokens[number.first].text)
    )
    return plus or bool(town) or (beside.isdigit() and (beside[0] == "0" or len(beside) < 5))
