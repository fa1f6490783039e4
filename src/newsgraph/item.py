"""Texts of several items: a news ticker, notes in brief. What one item speaks of is not meant in the next.

An item begins behind «+++» or a bullet, at a time of day («10:15 Uhr – …»), at a place in capitals («DUISBURG - …»), or at a name
before a colon, where several paragraphs begin so.
"""

import re
from collections.abc import Sequence

from newsgraph.sentence import Sentence

BULLET = re.compile(r"\s*[•*▪■►]")
PLUS = re.compile(r"\s*\+[\s+]*")
CLOCK = re.compile(r"[\s+]{0,8}\d{1,2}[:.]\d{2}( Uhr)?\s{0,8}[–:|+-]")
DATELINE = re.compile(r"\s{0,8}[A-ZÄÖÜ]{3}[A-ZÄÖÜ/ -]{0,60}( \([^)]{1,20}\))?\s{0,8}[-–.:]\s")
NAMED = re.compile(r"\s*(Und \w+ )?[A-ZÄÖÜ][\w-]*( [A-ZÄÖÜ\d][\w-]*){0,3}: ")
FEWEST = 2  # paragraphs that begin alike, before they are items


def items(text: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """The indexes of the sentences that begin an item, but for the first."""
    found: set[int] = set()
    for sign, alone in ((PLUS, False), (BULLET, True), (CLOCK, False), (DATELINE, True), (NAMED, True)):
        begin = [s for s in sentences if sign.match(text, s.start) and (not alone or _opens(text, s.start))]
        if sign is NAMED and len({_head(text, s) for s in begin}) < len(begin):
            continue  # who speaks in an interview
        starts = [s.index for s in begin]
        if sign is PLUS:
            starts += [s.index + 1 for s in sentences if text[s.start : s.end].rstrip().endswith("+")]
        if len(starts) >= (FEWEST + 1 if sign is NAMED else FEWEST):
            found |= set(starts)
    silent = {s.index for s in sentences if not any(c.isalpha() for c in text[s.start : s.end])}
    return frozenset(found - silent - {0})


def _head(text: str, sentence: Sentence) -> str:
    return text[sentence.start : sentence.end].partition(":")[0].strip()


def _opens(text: str, at: int) -> bool:
    """Whether a paragraph begins here."""
    end = at
    while end and text[end - 1].isspace():
        end -= 1
    return end == 0 or "\n" in text[end:at]
