"""An expression of time as a value, and the phrases of languages/*/dates.toml that are read as one."""

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Any

from newsgraph.digits import number_of
from newsgraph.frozen import frozen
from newsgraph.language import Language
from newsgraph.numeral import is_year
from newsgraph.replacement import replace
from newsgraph.sentence import Token
from newsgraph.time_lexicon import Node, Table, TimeWords
from newsgraph.time_slot import CACHE, YEAR, Fields, may_open, readable, slot_values

NOTHING = frozenset[str]()
FRAME = re.compile(r"(\d{1,5}(?:,\d)?|[^\W\d]+)-([^\W\d]+)-[\w-]+")


@frozen
class TimeExpression:
    """Tokens `first` to `last` and their words. `kind` is point (a day), period, duration, set («monatlich») or vague.

    The rest is what `resolve` reads: the unit and how it is named (offset from the article's date, ordinal, calendar
    fields, a number), the mode (at, from, until, before, after, between, ago, …), and `upper`, where a range ends.
    """

    first: int
    last: int
    words: str
    kind: str
    mode: str = "at"
    unit: str = ""
    offset: int | None = None
    ordinal: int = 0
    length: int = 1
    part: str = ""
    year: int | None = None
    year_offset: int | None = None
    week_offset: int | None = None
    month: int = 0
    day: int = 0
    weekday: int = 0
    season: tuple[int, int] = (0, 0)
    number: Decimal | None = None
    tense: str = ""
    anchored: bool = False  # counted from another event of the text, not from the article's date
    upper: "TimeExpression | None" = None


def compound(tokens: tuple[Token, ...], i: int, language: Language) -> TimeExpression | None:
    """«75-tägige», «dreijährigen», «90-Tage-Frist»."""
    found = length_in(tokens[i].text, language) if i < len(tokens) else None
    if found is None:
        return None
    number, unit = found
    return TimeExpression(i, i, tokens[i].text, "duration", "duration", unit, number=number)


@lru_cache(CACHE)
def length_in(text: str, language: Language) -> tuple[Decimal, str] | None:
    """The number and the unit in a compound."""
    words = language.times
    if len(text) > 60:
        return None
    if (match := FRAME.fullmatch(text)) and match[2] in words.units:
        return _numbered(number_of(match[1], language), words.units[match[2]])
    for stem, unit in words.unit_adjectives.items():
        before, found, ending = text.partition(stem)
        if found and before and (not ending or ending in language.ending.adjective):
            return _numbered(number_of(before.removesuffix("-"), language) if before != "-" else None, unit)
    return None


def _numbered(number: Decimal | None, unit: str) -> tuple[Decimal, str] | None:
    return None if number is None else (number, unit)


def phrase(tokens: tuple[Token, ...], i: int, language: Language, words: TimeWords) -> TimeExpression | None:
    """The longest phrase of dates.toml that begins at token i."""
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if i >= len(tokens) or not may_open(tokens[i].text, following, language):
        return None
    best = _path(tokens, i, i, words.tree, {}, language, words)
    if best is None:
        return None
    end, node, fields = best
    says = node.says or {}
    if _is_false(tokens, i, end, says, language, words):
        return None
    return _expression(i, end - 1, says, fields, words_of(tokens, i, end - 1))


Path = tuple[int, Node, Fields]  # where a phrase ends, and what its slots have read


def _path(
    tokens: tuple[Token, ...], start: int, i: int, node: Node, fields: Fields, language: Language, words: TimeWords
) -> Path | None:
    """The longest path along the tree that ends a phrase; of several the first."""
    best: Path | None = (i, node, fields) if node.says is not None else None
    if i >= len(tokens):
        return best
    text = tokens[i].text
    following = node.words.get(text) or (
        node.words.get(text[0].lower() + text[1:])
        if i == start and (i == 0 or not tokens[i - 1].text[0].isalnum())
        else None
    )
    if following is not None:
        best = _longer(best, _path(tokens, start, i + 1, following, fields, language, words))
    may_read = readable(text, language) if node.slots else NOTHING
    for slot, after in node.slots.items() if not may_read.isdisjoint(node.slots) else ():
        if slot not in may_read:
            continue
        for end, read in slot_values(slot, tokens, i, language, words):
            merged = {**fields, **read}
            for name in ("year", "month", "day"):
                if name in read and name in fields:
                    merged = {**fields, f"to_{name}": read[name]}
            best = _longer(best, _path(tokens, start, end, after, merged, language, words))
    return best


def _longer(one: Path | None, other: Path | None) -> Path | None:
    return other if other is not None and (one is None or other[0] > one[0]) else one


def _is_false(tokens: tuple[Token, ...], i: int, end: int, says: Table, language: Language, words: TimeWords) -> bool:
    """A bare number that counts («2000 Mitarbeiter»), a month that is a name («August Huber») or an abbreviation («Jan»)."""
    text, pattern = tokens[i].text, says.get("pattern")
    if end > i + 1 and pattern not in language.word.two_years:
        last = tokens[end - 1].text
        return bool(YEAR.fullmatch(last)) and not is_year(tokens, end - 1, language) and says.get("unit") == "year"
    if pattern == "YEAR":
        return not is_year(tokens, i, language) and bool(re.fullmatch(r"(19|20)\d\d", text))
    name = end < len(tokens) and tokens[end].is_a("NE") and tokens[i].is_a("NE")
    return pattern == "MONTH" and (text in words.short_months or name)


def _expression(first: int, last: int, says: Table, fields: Fields, words: str) -> TimeExpression:
    """An expression from what the file says of the phrase and what its slots read."""
    fields = dict(fields)
    to = {name: fields.pop(f"to_{name}", None) for name in ("year", "month", "day")}
    unit = fields.pop("unit", None) or says.get("unit", "")
    mode = says.get("kind", "at")
    fields = {**{k: says[k] for k in ("offset", "ordinal", "length", "part") if k in says}, **fields}
    e = TimeExpression(
        first,
        last,
        words,
        _kind(mode, unit),
        mode,
        unit,
        tense=says.get("time", ""),
        anchored=says.get("anchor") == "text",
        **fields,
    )
    if mode != "between":
        return e
    year, month, day = to["year"] or e.year, to["month"] or e.month, to["day"] or e.day
    upper = replace(e, words="", mode="at", kind=_kind("at", unit), year=year, month=month, day=day)
    return replace(e, upper=upper)


def _kind(mode: str, unit: str) -> str:
    if mode in ("vague", "duration"):
        return mode
    if mode == "rate":
        return "set"
    return "point" if unit in ("day", "hour", "minute") and mode not in ("between", "within", "past") else "period"


def worded(tokens: tuple[Token, ...], e: TimeExpression, **changes: Any) -> TimeExpression:
    """With these changes, and the words of its tokens with the spaces as the text has them."""
    return replace(e, words=words_of(tokens, changes.get("first", e.first), changes.get("last", e.last)), **changes)


def words_of(tokens: tuple[Token, ...], first: int, last: int) -> str:
    """The words of these tokens with the spaces as the text has them."""
    if first == last:
        return tokens[first].text
    inside = tokens[first : last + 1]
    return inside[0].text + "".join([" " * (b.start > a.end) + b.text for a, b in pairwise(inside)])
