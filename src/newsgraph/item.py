"""Texts of several items: a news ticker, notes in brief. What one item speaks of is not meant in the next.

An item begins behind «+++» or a bullet, at a time of day («10:15 Uhr – …»), at a place in capitals («DUISBURG - …»), or at a name
before a colon, where several paragraphs begin so.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from newsgraph.language import Language
from newsgraph.sentence import Sentence

BULLET = re.compile(r"\s*[•*▪■►]")
PLUS = re.compile(r"\s*\+[\s+]*")
DATELINE = re.compile(r"\s{0,8}[A-ZÄÖÜ]{3}[A-ZÄÖÜ/ -]{0,60}( \([^)]{1,20}\))?\s{0,8}[-–.:]\s")
FEWEST = 2  # paragraphs that begin alike, before they are items


def items(text: str, sentences: Sequence[Sentence], language: Language) -> frozenset[int]:
    """The indexes of the sentences that begin an item, but for the first."""
    found: set[int] = set()
    clock, named = _worded(language)
    for sign, alone in ((PLUS, False), (BULLET, True), (clock, False), (DATELINE, True), (named, True)):
        if sign is PLUS and "+" not in text:
            continue
        begin = [s for s in sentences if sign.match(text, s.start) and (not alone or _opens(text, s.start))]
        if sign is named and len({_head(text, s) for s in begin}) < len(begin):
            continue  # who speaks in an interview
        starts = [s.index for s in begin]
        if sign is PLUS:
            starts += [s.index + 1 for s in sentences if text[s.start : s.end].rstrip().endswith("+")]
        if len(starts) >= (FEWEST + 1 if sign is named else FEWEST):
            found |= set(starts)
    silent = {s.index for s in sentences if not any(c.isalpha() for c in text[s.start : s.end])}
    return frozenset(found - silent - {0})


@cache
def _worded(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The signs of an item that hold words: «12:30 Uhr –» and «Und die Alpha AG: »."""
    hour, and_ = (_either(word.title() for word in words) for words in (language.word.o_clock, language.conj.and_))
    clock = rf"[\s+]{{0,8}}\d{{1,2}}[:.]\d{{2}}( {hour})?\s{{0,8}}[–:|+-]"
    return re.compile(clock), re.compile(rf"\s*({and_} \w+ )?[A-ZÄÖÜ][\w-]*( [A-ZÄÖÜ\d][\w-]*){{0,3}}: ")


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words)))})"


def _head(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end].partition(":")[0].strip()


def _opens(text: str, at: int) -> bool:
    """Whether a paragraph begins here."""
    end = at
    while end and text[end - 1].isspace():
        end -= 1
    return end == 0 or "\n" in text[end:at]
