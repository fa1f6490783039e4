"""What the slots of the phrases of time read: a year, a month, a number with the unit it counts, a date in figures."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from newsgraph.denomination import word_at
from newsgraph.digits import number_of
from newsgraph.language import Language
from newsgraph.sentence import Token
from newsgraph.time_lexicon import Node, TimeWords

CACHE = 18_000  # words
Fields = dict[str, Any]
DMY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})")
DM = re.compile(r"(\d{1,2})\.(\d{1,2})")
YMD = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
YEAR = re.compile(r"(1[5-9]|20|21)\d\d")
TWO = re.compile(r"\d\d")
DAY = re.compile(r"[0-3]?\d")
WORDS = {  # slot: the field it fills, the table of words, whether in lower case
    "<MONTH>": ("month", "months", False),
    "<WEEKDAY>": ("weekday", "weekdays", False),
    "<SEASON>": ("season", "seasons", False),
    "<UNIT>": ("unit", "units", False),
    "<DIRECTION>": ("offset", "directions", True),
}
FIGURES = ("<DAY>", "<DMY>", "<DM>", "<YMD>", "<DECADE>", "<DECADES>")
DECADE = re.compile(r"(\d{4}|\d0)er(?:-Jahren?)?")


def may_open(text: str, following: str | None, language: Language) -> bool:
    """Whether a phrase of time can begin with this word, and go on with the following ("" for none, None for any)."""
    fills, listed = _openings(text, language)
    if fills or not listed:
        return fills
    for node in listed:
        if following is None or node.says is not None or following in node.words:
            return True
        if following != "" and node.slots and _openings(following, language)[0]:
            return True
    return False


@lru_cache(CACHE)
def _openings(text: str, language: Language) -> tuple[bool, tuple[Node, ...]]:
    """Whether a slot could read this word, and what of the listed phrases begins with it: most words neither, so remembered."""
    words = language.times.tree.words
    listed = [n for w in (text, text[0].lower() + text[1:]) if (n := words.get(w)) is not None]
    return _may_fill(text, language), tuple(listed)


def _may_fill(text: str, language: Language) -> bool:
    """Whether a slot could read this word."""
    words, low = language.times, text.lower()
    named = any(text in table for table in (words.months, words.weekdays, words.seasons, words.units))
    counted = low in _bound_starts(language) or (len(text) < 40 and number_of(text, language) is not None)
    ordinal = text in words.ordinals or f"{text}." in words.ordinals
    return text[0].isdigit() or named or counted or ordinal or low in words.directions


@lru_cache(CACHE // 2)
def readable(text: str, language: Language) -> frozenset[str]:
    """The slots that may read a word: asked before any is tried, so remembered."""
    words, low = language.times, text.lower()
    if text[0].isdigit():
        return frozenset(("<NUMBER>", "<ORDINAL>", "<YEAR>", *WORDS, *FIGURES))
    found = {slot for slot, (_, table, lower) in WORDS.items() if (low if lower else text) in getattr(words, table)}
    if low in _bound_starts(language) or (len(text) < 40 and number_of(text, language) is not None):
        found.add("<NUMBER>")
    if text in words.ordinals or f"{text}." in words.ordinals:
        found.add("<ORDINAL>")
    return frozenset(found)


def slot_values(
    slot: str, tokens: tuple[Token, ...], i: int, language: Language, words: TimeWords
) -> Iterable[tuple[int, Fields]]:
    """What a slot reads at token i: the position after it, and the fields."""
    if slot == "<NUMBER>":
        return _count(tokens, i, language)
    if slot == "<ORDINAL>":
        return _ordinal(tokens, i, words)
    if slot == "<YEAR>":
        return _year(tokens, i)
    if slot in WORDS:
        name, table, lower = WORDS[slot]
        text = tokens[i].low if lower else tokens[i].text
        value = getattr(words, table).get(text)
        return ((i + 1, {name: value}),) if value is not None else ()
    return _figures(slot, tokens[i].text, i) if tokens[i].text[0].isdigit() else ()


def _year(tokens: tuple[Token, ...], i: int) -> Iterator[tuple[int, Fields]]:
    """«2025», and the end of «2024/25»."""
    text = tokens[i].text
    if YEAR.fullmatch(text):
        yield i + 1, {"year": int(text)}
    elif i > 1 and TWO.fullmatch(text) and tokens[i - 1].text == "/" and YEAR.fullmatch(tokens[i - 2].text):
        yield i + 1, {"year": int(tokens[i - 2].text[:2] + text)}


def _ordinal(tokens: tuple[Token, ...], i: int, words: TimeWords) -> Iterator[tuple[int, Fields]]:
    text = tokens[i].text
    if text in words.ordinals:
        yield i + 1, {"ordinal": words.ordinals[text]}
    elif f"{text}." in words.ordinals and word_at(tokens, i + 1) == ".":
        yield i + 2, {"ordinal": words.ordinals[f"{text}."]}


def _count(tokens: tuple[Token, ...], i: int, language: Language) -> Iterator[tuple[int, Fields]]:
    """A number, bound words before it or not («mehr als zwei», «rund 30», «zwei bis drei»)."""
    for skipped in range(4 if tokens[i].low in _bound_starts(language) else 1):
        at = i + skipped
        if at >= len(tokens) or (skipped and " ".join(t.low for t in tokens[i:at]) not in language.bounds):
            continue
        number = (
            number_of(tokens[at].text, language) if tokens[at].text[0].isalnum() and len(tokens[at].text) < 40 else None
        )
        if number is None or number <= 0 or (number < 1 and number != Decimal("0.5")):
            continue
        if (
            word_at(tokens, at + 1) in language.conj.range
            and at + 2 < len(tokens)
            and tokens[at + 2].text[0].isalnum()
            and len(tokens[at + 2].text) < 40
            and number_of(tokens[at + 2].text, language) is not None
        ):
            yield at + 3, {"number": None}
        yield at + 1, {"number": number}


@lru_cache(8)
def _bound_starts(language: Language) -> frozenset[str]:
    """The first words of the phrases that bound a number."""
    return frozenset(bound.split()[0] for bound in language.bounds)


def _figures(slot: str, text: str, i: int) -> Iterator[tuple[int, Fields]]:
    if slot == "<DAY>" and DAY.fullmatch(text) and 1 <= int(text) <= 31:
        yield i + 1, {"day": int(text)}
    elif slot == "<DMY>" and (m := DMY.fullmatch(text)):
        yield i + 1, {"day": int(m[1]), "month": int(m[2]), "year": int(m[3]) + (2000 if len(m[3]) == 2 else 0)}
    elif slot == "<DM>" and (m := DM.fullmatch(text)) and 1 <= int(m[1]) <= 31 and 1 <= int(m[2]) <= 12:
        yield i + 1, {"day": int(m[1]), "month": int(m[2])}
    elif slot == "<YMD>" and (m := YMD.fullmatch(text)):
        yield i + 1, {"day": int(m[3]), "month": int(m[2]), "year": int(m[1])}
    elif slot in ("<DECADE>", "<DECADES>") and (m := DECADE.fullmatch(text)) and ("-" in text) == (slot == "<DECADES>"):
        yield i + 1, {"year": int(m[1]) + (1900 if len(m[1]) == 2 else 0)}
