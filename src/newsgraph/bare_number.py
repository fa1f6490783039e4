"""Numbers that are no quantities: years, dates, clock times, addresses, codes, and what belongs to a name."""

import re

from newsgraph.denomination import word_at
from newsgraph.language import Language
from newsgraph.numeral import Numeral, is_year, numeral
from newsgraph.quantity import Quantity
from newsgraph.sentence import Token

GROUPED = re.compile(r"\d{1,3}([.'’]\d{3})+")  # «180.000» is no part of a name
DAY_AND_MONTH = re.compile(r"(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])")


def is_bare(tokens: tuple[Token, ...], number: Numeral, quantity: Quantity, language: Language) -> bool:
    """Years, dates, clock times, ordinals, vague hundreds, numbers in names and addresses, telephone numbers, scores."""
    if (
        not number.written
        and number.number in (12, 100, 1000)
        and word_at(tokens, number.first - 1) in language.vague_numbers
    ):
        return True
    if quantity.is_money or quantity.measure or number.scale is not None:
        return False
    following, before = word_at(tokens, quantity.last + 1), word_at(tokens, number.first - 1)
    text = tokens[number.last].text
    years = [i for i in range(number.first, min(number.last, number.first + 4) + 1) if is_year(tokens, i, language)]
    day = DAY_AND_MONTH.fullmatch(text) and before in language.prep.date_front
    ordinal = following == "." and number.written and number.last == quantity.last and quantity.last + 2 < len(tokens)
    if (
        years
        or day
        or ordinal
        or following in language.word.o_clock
        or ":" in text
        or _is_code(tokens, number, language)
    ):
        return True
    label = before in language.number_labels or before.endswith(language.street_endings)
    named = (
        number.written and quantity.noun is None and tokens[number.first - 1].is_a("NN", "NE", "FM")
        if number.first and not GROUPED.fullmatch(text)
        else False
    )
    return label or named or (following in language.prep.to and _is_number(tokens, quantity.last + 2, language))


def _is_code(tokens: tuple[Token, ...], number: Numeral, language: Language) -> bool:
    """Telephone numbers and postcodes: digits beside digits, after «+» or «0316», before a town."""
    if not number.written:
        return False
    before, after = number.first - 1, number.last + 1
    if word_at(tokens, before) in language.word.times_mark and before and tokens[before - 1].text.isdigit():
        return True
    beside = word_at(tokens, before)
    plus = beside == "+" and tokens[before].end == tokens[number.first].start
    town = (
        after < len(tokens)
        and tokens[after].text in language.places
        and re.fullmatch(r"\d{4,5}", tokens[number.first].text)
    )
    return plus or bool(town) or (beside.isdigit() and (beside[0] == "0" or len(beside) < 5))


def _is_number(tokens: tuple[Token, ...], i: int, language: Language) -> bool:
    """Whether a number begins at token i, where there is one."""
    return i < len(tokens) and numeral(tokens, i, language) is not None
