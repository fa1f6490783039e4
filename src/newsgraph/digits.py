"""One number in one word: in digits the German way, or in letters («zweieinhalb», «dreihundertfünfzig»)."""

import re
from decimal import Decimal
from functools import lru_cache

from newsgraph.language import Language

CACHE = 18_000  # words
LONGEST = 24  # digits: what is longer is a code, no number
DIGITS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}")
DECIMAL = re.compile(r"\d+\.\d{1,2}")
VULGAR = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}


def parse_number(text: str) -> Decimal | None:
    """A number written in digits the German way.

    >>> [parse_number(t) for t in ("1.250.000", "2,5", "3.5", "2½", "12a")]
    [Decimal('1250000'), Decimal('2.5'), Decimal('3.5'), Decimal('2.5'), None]
    """
    if len(text) > LONGEST:
        return None
    if text and text[-1] in VULGAR:
        whole = parse_number(text[:-1]) if text[:-1] else Decimal(0)
        return None if whole is None else whole + VULGAR[text[-1]]
    if not DIGITS.fullmatch(text) or (len(text) > 1 and text[0] == "0" and text[1].isdigit()):
        return None
    if DECIMAL.fullmatch(text):
        return Decimal(text)
    return Decimal(text.replace(".", "").replace(",", "."))


@lru_cache(CACHE)
def parse_word(text: str, language: Language) -> Decimal | None:
    """A number in one word: of the list, or put together with «hundert» and «tausend».

    >>> from newsgraph.language import load
    >>> [parse_word(w, load("de")) for w in ("zweieinhalb", "dreihundertfünfzig", "Rathaus")]
    [Decimal('2.5'), Decimal('350'), None]
    """
    word = text.lower()
    if word in language.numbers:
        return language.numbers[word]
    for joint, value in ((language.written.thousand, 1000), (language.written.hundred, 100)):
        before, found, after = word.partition(joint)
        if found and len(word) <= 60:
            factor = _part(before, language, Decimal(1))
            rest = _part(after.removeprefix(language.written.number_and), language, Decimal(0))
            return None if factor is None or rest is None else factor * value + rest
    return None


def _part(word: str, language: Language, empty: Decimal) -> Decimal | None:
    if not word:
        return empty
    number = Decimal(1) if word in language.det.one_base else parse_word(word, language)
    return number if number is not None and number >= 1 else None


@lru_cache(8)
def first_words(language: Language) -> frozenset[str]:
    """The words that numbers of several words begin with."""
    return frozenset(number.split()[0] for number in language.numbers if " " in number)


def near_adjective(word: str, language: Language) -> tuple[str, ...] | None:
    """«knappe», «guten» between an article and a scale word: the bound that it gives."""
    return language.near_adjectives.get(word.rstrip("nmrs"))


def number_of(text: str, language: Language) -> Decimal | None:
    """A number in digits or in one word."""
    return parse_number(text) if text[0].isdigit() else parse_word(text, language)
