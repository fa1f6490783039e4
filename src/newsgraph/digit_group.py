"""A number in several tokens: «1'250'000», «2 1/2», «200-250», «eine halbe»."""

import re
from decimal import Decimal

from newsgraph.denomination import is_glued, text_at
from newsgraph.digits import LONGEST, VULGAR, first_words, near_adjective, parse_number, parse_word
from newsgraph.language import Language
from newsgraph.sentence import Token

SPAN = re.compile(r"(\d+(?:[.,]\d+)*)[-–](\d+(?:[.,]\d+)*)")
THOUSANDS = re.compile(r"\d{3}(?:,\d+)?")


def number_at(
    tokens: tuple[Token, ...], i: int, language: Language
) -> tuple[int, Decimal | None, Decimal | None, bool]:
    """The last token, the number, the lower end of «200-250», and whether it is written in digits."""
    text = text_at(tokens, i)
    if "/" in text:  # «5 Franken/4 Euro» has one token in the middle
        text = text.rpartition("/")[2] if text.partition("/")[0] in language.currency_words else text
    if (span := SPAN.fullmatch(text)) and len(text) <= LONGEST:
        low, high = parse_number(span[1]), parse_number(span[2])
        if low is not None and high is not None and low < high:
            return i, high, low, True
    if (n := parse_number(text)) is not None:
        last, n = _grouped(tokens, i, n)
        return *_mixed(tokens, last, n), None, True
    if text and (text[0].isalpha()):
        return *_words(tokens, i, language), None, False
    return i, None, None, True


def _grouped(tokens: tuple[Token, ...], i: int, n: Decimal) -> tuple[int, Decimal]:
    """«1'250'000», as the Swiss write it, and «1 250 000»."""
    last, digits = i, tokens[i].text.rpartition("/")[2]
    if digits.isdigit() and len(digits) <= 3 and digits[0] != "0":
        while _spaced(tokens, last + 1) and len(digits) <= LONGEST:
            last, digits = last + 1, digits + tokens[last + 1].text
        if last > i:
            return last, Decimal(digits)
    while (
        len(tokens[i].text) <= 3
        and text_at(tokens, last + 1) in ("'", "’")
        and is_glued(tokens, last + 1)
        and is_glued(tokens, last + 2)
    ):
        if not THOUSANDS.fullmatch(tokens[last + 2].text) or len(digits) > LONGEST:
            break
        last, digits = last + 2, digits + tokens[last + 2].text
    return (last, Decimal(digits.replace(",", "."))) if last > i else (i, n)


def _spaced(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether token i goes on with a number before it: three digits behind one space."""
    return i < len(tokens) and tokens[i].start == tokens[i - 1].end + 1 and bool(THOUSANDS.fullmatch(tokens[i].text))


def _mixed(tokens: tuple[Token, ...], i: int, n: Decimal) -> tuple[int, Decimal]:
    """«2 1/2», «1/2», «2 ½»."""
    if text_at(tokens, i + 1) in VULGAR:
        return i + 1, n + VULGAR[tokens[i + 1].text]
    for at, whole in ((i, Decimal(0)), (i + 1, n)):
        if text_at(tokens, at + 1) == "/" and is_glued(tokens, at + 1) and is_glued(tokens, at + 2):
            a, b = parse_number(tokens[at].text), parse_number(tokens[at + 2].text)
            if a is not None and b is not None and a < b and b in (2, 4, 5, 8, 10):
                return at + 2, whole + a / b
    return i, n


def _words(tokens: tuple[Token, ...], i: int, language: Language) -> tuple[int, Decimal | None]:
    """A number in up to three words («eine halbe», «drei viertel»)."""
    for length in (3, 2, 1) if tokens[i].low in first_words(language) else (1,):
        words = " ".join(t.low for t in tokens[i : i + length])
        number = language.numbers.get(words) if length > 1 else parse_word(words, language)
        if number is None or i + length > len(tokens):
            continue
        last = i + length - 1
        if words in language.article_numbers:
            following = text_at(tokens, last + 1).lower()
            if following in language.numbers and language.numbers[following] < 1:
                return last + 1, language.numbers[following]
            if near_adjective(following, language) is not None and text_at(tokens, last + 2) in language.scales:
                return last + 1, number
        return last, number
    scale = tokens[i].text in language.scales and tokens[i].text.istitle()
    if scale and i and near_adjective(tokens[i - 1].low, language):  # «knapp Milliarde»; not «weitere Millionen»
        return i - 1, Decimal(1)
    return i, None
