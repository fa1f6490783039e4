"""Quantities in a sentence: money, counts and per cents with bounds, ranges and conversions.

A grammar over the number and currency words of the language (languages/*/numbers.toml, currencies.toml); the German
Billion is 10^12. What a phrase leaves vague («Milliardenbetrag») is no quantity.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from newsgraph.language import Language
from newsgraph.sentence import Sentence, Token

DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}")
COMPOUND = re.compile(r"(\d+(?:[.,]\d+)*)-(\w+?)-(?:([\w$€]+(?:-Dollar)?)-)?(.+)")
PERCENT = {"%", "Prozent", "Prozents"}


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `first` to `last`; a value or bounds; `currency` an ISO 4217 code; `unit` a noun's lemma or "percent".

    `converted_from` is the position of the sum it repeats in the list of the sentence's quantities.
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

    @property
    def is_money(self) -> bool:
        return self.currency is not None

    @property
    def size(self) -> Decimal:
        """The number that the text names: the value, else the bound, the upper one of a range."""
        bounds = (self.value, self.at_most, self.less_than, self.more_than, self.at_least)
        return next(b for b in bounds if b is not None)


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    number: Decimal
    scale: Decimal | None
    currency: str | None


def quantities(sentence: Sentence, language: Language) -> tuple[Quantity, ...]:
    """The quantities of a sentence, from left to right."""
    tokens, found, i = sentence.tokens, list[Quantity](), 0
    while i < len(tokens):
        number = _number(tokens, i, language)
        if number is None:
            i += 1
            continue
        quantity = _bounded(tokens, _ranged(tokens, number, language), language)
        quantity = _counted(tokens, quantity, language)
        i = quantity.last + 1
        if not _is_date(tokens, quantity, language):
            found.append(_converted(tokens, found, quantity, language))
    return tuple(found)


def parse_number(text: str) -> Decimal | None:
    """A number written in digits the German way.

    >>> [parse_number(t) for t in ("1.250.000", "2,5", "3.5", "12a")]
    [Decimal('1250000'), Decimal('2.5'), Decimal('3.5'), None]
    """
    if not DIGITS.fullmatch(text):
        return None
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        return Decimal(text)
    return Decimal(text.replace(".", "").replace(",", "."))


def _number(tokens: tuple[Token, ...], i: int, language: Language) -> _Number | None:
    """A number with its scale and currency that begins at token i."""
    text = tokens[i].text
    if "-" in text and (compound := COMPOUND.fullmatch(text)):
        return _in_compound(i, compound, language)
    if text in language.symbols and i + 1 < len(tokens) and (n := parse_number(tokens[i + 1].text)) is not None:
        last, scale = _scale(tokens, i + 1, language)
        return _Number(i, last, n, scale, language.symbols[text])
    last, n = _digits_or_words(tokens, i, language)
    if n is None:
        return None
    end, scale = _scale(tokens, last, language)
    end, currency = _currency(tokens, end, language)
    word = parse_number(tokens[last].text) is None
    if word and scale is None and currency is None and (text.lower() in language.article_numbers or _is_noun(tokens[i])):
        return None
    return _Number(i, end, n, scale, currency)


def _is_noun(token: Token) -> bool:
    return token.text[0].isupper() and token.is_a("NN", "NE")


def _in_compound(i: int, match: re.Match[str], language: Language) -> _Number | None:
    """«20-Milliarden-Dollar-Plan»."""
    number, first, second, _ = match.groups()
    n, scale = parse_number(number), language.scales.get(first)
    currency = language.currency_words.get(second or first)
    if n is None or (scale is None and currency is None):
        return None
    return _Number(i, i, n, scale, currency)


def _digits_or_words(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, Decimal | None]:
    """A number in digits, or in up to three words («eine halbe», «drei viertel»)."""
    text = tokens[i].text
    if (n := parse_number(text)) is not None:
        return i, n
    for length in (3, 2, 1):
        words = " ".join(t.text.lower() for t in tokens[i : i + length])
        if i + length <= len(tokens) and words in language.numbers:
            last = i + length - 1
            half = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
            if words in language.article_numbers and half in language.numbers and language.numbers[half] < 1:
                return last + 1, language.numbers[half]
            near = language.near_adjectives.get(half.rstrip("nmrs"))
            if words in language.article_numbers and near and last + 2 < len(tokens) and tokens[last + 2].text in language.scales:
                return last + 1, language.numbers[words]
            return last, language.numbers[words]
    if text in language.scales and text.istitle() and i and tokens[i - 1].text.lower().rstrip("nmrs") in language.near_adjectives:
        return i - 1, Decimal(1)
    return i, None


def _scale(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, Decimal | None]:
    if i + 1 < len(tokens) and tokens[i + 1].text in language.scales:
        return i + 1, language.scales[tokens[i + 1].text]
    return i, None


def _currency(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, str | None]:
    """The currency words after token i, the longest that fit."""
    for length in (3, 2, 1):
        words = " ".join(t.text for t in tokens[i + 1 : i + 1 + length])
        if i + length < len(tokens) and words in language.currency_words:
            return i + length, language.currency_words[words]
    if i + 1 < len(tokens) and tokens[i + 1].text in language.symbols:
        return i + 1, language.symbols[tokens[i + 1].text]
    return i, None


def _ranged(tokens: tuple[Token, ...], low: _Number, language: Language) -> Quantity:
    """«zwischen A und B», «von A bis B», «A bis B»: B gives A its scale and currency."""
    i = low.last + 1
    joint = tokens[i].text.lower() if i < len(tokens) else ""
    before = tokens[low.first - 1].text.lower() if low.first else ""
    if joint == "bis" or (joint == "und" and before == "zwischen"):
        high = _number(tokens, i + 1, language) if i + 1 < len(tokens) else None
        if high is not None and (low.currency is None or low.currency == high.currency):
            a, b = low.number * (low.scale or high.scale or 1), high.number * (high.scale or 1)
            if a < b:
                return Quantity(low.first, high.last, at_least=a, at_most=b, currency=high.currency)
    return Quantity(low.first, low.last, value=low.number * (low.scale or 1), currency=low.currency)


def _bounded(tokens: tuple[Token, ...], quantity: Quantity, language: Language) -> Quantity:
    """The bound words before (or after) the number."""
    if quantity.value is None:
        return quantity
    n = quantity.value
    near = language.near_adjectives.get(tokens[quantity.first + 1].text.lower().rstrip("nmrs")) if quantity.first + 1 < len(tokens) else None
    if near and quantity.first + 1 < quantity.last:
        return _bound(quantity, near, n, quantity.first)
    for length in (4, 3, 2, 1):
        start = quantity.first - length
        words = " ".join(t.text.lower() for t in tokens[max(start, 0) : quantity.first])
        if start >= 0 and words in language.bounds:
            return _bound(quantity, language.bounds[words], n, start)
        if start >= 0 and tokens[quantity.first - 1].text.lower() in ("die", "den", "der", "einer", "eine"):
            words = " ".join(t.text.lower() for t in tokens[start : quantity.first - 1])
            if words in language.bounds:
                return _bound(quantity, language.bounds[words], n, start)
    return quantity


def _bound(quantity: Quantity, kinds: tuple[str, ...], n: Decimal, first: int) -> Quantity:
    kind = kinds[0]
    if kind == "approximate":
        return replace(quantity, first=first, approximate=True)
    near = "near" in kinds
    field = {"moreThan": "more_than", "atLeast": "at_least", "lessThan": "less_than", "atMost": "at_most"}[kind]
    changes: dict[str, Decimal] = {field: n}
    return replace(quantity, first=first, value=None, approximate=near, **changes)  # type: ignore[arg-type]


def _counted(tokens: tuple[Token, ...], quantity: Quantity, language: Language) -> Quantity:
    """What is counted: per cent, or the noun after the number and its adjectives."""
    i = quantity.last + 1
    if quantity.is_money or i >= len(tokens):
        return quantity
    if tokens[i].text in PERCENT:
        return replace(quantity, last=i, unit="percent")
    if tokens[i].text in ("mehr", "weniger"):
        return replace(quantity, unit="difference")
    while i < len(tokens) and (tokens[i].is_a("ADJ(A)", "ADV", "ADJ(D)") or tokens[i].text.lower() in language.between_count):
        i += 1
    if i < len(tokens) and tokens[i].is_a("NN") and i - quantity.last <= 4:
        return replace(quantity, unit=tokens[i].lemma, noun=i)
    return quantity


def _is_date(tokens: tuple[Token, ...], quantity: Quantity, language: Language) -> bool:
    """Years, days of a month and clock times are no quantities."""
    if quantity.is_money or quantity.unit == "percent" or tokens[quantity.last].text in language.scales:
        return False
    text = tokens[quantity.last].text
    if re.fullmatch(r"(19|20)\d\d", text) and (quantity.noun is None or quantity.noun > quantity.last + 1):
        return True
    following = tokens[quantity.last + 1].text if quantity.last + 1 < len(tokens) else ""
    return ":" in text or following == "Uhr" or following == "." and quantity.last + 2 < len(tokens)


def _converted(tokens: tuple[Token, ...], found: list[Quantity], quantity: Quantity, language: Language) -> Quantity:
    """The same sum again in another currency: in brackets, or after «umgerechnet»."""
    if not found or not quantity.is_money or not found[-1].is_money or found[-1].currency == quantity.currency:
        return quantity
    between = [t.text.lower() for t in tokens[found[-1].last + 1 : quantity.first]]
    cue = " ".join(w for w in between if w not in ("(", ",", "–", "/"))
    bracket = "(" in between and len(between) <= 4
    close = len(between) <= 7 and any(c in f" {cue} " for c in language.conversions)
    return replace(quantity, converted_from=len(found) - 1) if bracket or close or between == ["/"] else quantity
