"""Expressions of time in a sentence, and the days that they mean («am Montag», «bis Ende 2027», «um 75 Tage»).

`times` finds them, the longest that fits, by the phrases of languages/*/dates.toml; prepositions, parts and years may
stand before and after what the file lists («von Frühjahr 2027 an», «im Juni vergangenen Jahres»). `resolve` is pure:
absolute expressions need nothing, relative ones the article's date; without it they keep their words only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from newsgraph.language import Language
from newsgraph.numeral import is_year
from newsgraph.sentence import Sentence, Token
from newsgraph.time_lexicon import Lead, Node, Table, TimeWords
from newsgraph.time_resolution import duration, resolve
from newsgraph.time_slot import CACHE, YEAR, Fields, may_open, number_of, slot_values

__all__ = ["TimeExpression", "duration", "resolve", "times"]
NO_DATE = ("vague", "set", "duration")
LEADS = 3  # words before an expression that may follow each other («spätestens bis zum …»)
BARE = -1  # for what is read without any of them
ENDINGS = ("", "e", "en", "er", "em", "es")
FRAME = re.compile(r"(\d{1,5}(?:,\d)?|[^\W\d]+)-([^\W\d]+)-[\w-]+")


@dataclass(frozen=True, slots=True)
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


Known = dict[tuple[int, int], TimeExpression | None]  # what begins at a token after so many leads: read once, so linear


def times(sentence: Sentence, language: Language) -> tuple[TimeExpression, ...]:
    """The expressions of time of a sentence, from left to right."""
    tokens, found, i, known = sentence.tokens, list[TimeExpression](), 0, Known()
    while i < len(tokens):
        following = tokens[i + 1].text if i + 1 < len(tokens) else ""
        tried = _may_begin(tokens[i].text, following, language)
        expression = _range(tokens, i, language, known) if tried else None
        if expression is None:
            i += 1
            continue
        found.append(expression)
        i = expression.last + 1
    return tuple(_same_year(found))


@lru_cache(CACHE)
def _may_begin(text: str, following: str, language: Language) -> bool:
    """Whether an expression can begin with this word and go on with the following: asked of every word, so remembered."""
    words, low = language.times, following.lower()
    if may_open(text, following, language) or _length_in(text, language) is not None:
        return True
    core = low in words.articles or _may_be_led(following, language)
    return any(core if len(lead.words) == 1 else lead.words[1] == low for lead in words.leads.get(text.lower(), ()))


def _may_be_led(text: str, language: Language) -> bool:
    """Whether an expression can begin with this word, whatever follows it."""
    known = bool(text) and (may_open(text, None, language) or _length_in(text, language) is not None)
    return known or text.lower() in language.times.leads


def _same_year(found: list[TimeExpression]) -> Iterator[TimeExpression]:
    """«2024 … im dritten Quartal»: the year that the sentence speaks of."""
    years = {e.year for e in found if e.unit == "year" and e.year is not None and e.upper is None and e.mode == "at"}
    for e in found:
        bare = e.ordinal and e.year is None and e.year_offset is None
        yield replace(e, year=next(iter(years))) if bare and len(years) == 1 else e


# --- putting expressions together
def _range(tokens: tuple[Token, ...], i: int, language: Language, known: Known) -> TimeExpression | None:
    """«von Januar bis März 2025», «zwischen Montag und Mittwoch», «vom 3. bis 5. Mai»."""
    low = _led(tokens, i, language, known)
    if low is None or low.kind in NO_DATE or low.upper is not None or low.mode not in ("at", "from"):
        return low
    joint, at = _word(tokens, low.last + 1), low.last + 2
    opened = tokens[i].text.lower()
    if joint not in ("bis", "–", "-") and not (joint == "und" and opened == "zwischen"):
        return low
    high = _led(tokens, at, language, known)
    if high is None or high.kind in NO_DATE or high.upper is not None or high.mode not in ("at", "from", "until"):
        return low
    if low.year is None and low.year_offset is None and low.unit in ("day", "month", "quarter", "season"):
        low = replace(low, year=high.year, year_offset=high.year_offset)
    high = replace(high, tense="future" if high.year is None else "")
    return _worded(tokens, replace(low, last=high.last, mode="between", kind="period", upper=high))


def _led(tokens: tuple[Token, ...], i: int, language: Language, known: Known, depth: int = 0) -> TimeExpression | None:
    """An expression with the preposition and the part before it («bis Ende kommenden Jahres»); the longest reading wins."""
    if (i, depth) not in known:
        known[i, depth] = _longest(tokens, i, language, known, depth)
    return known[i, depth]


def _longest(tokens: tuple[Token, ...], i: int, language: Language, known: Known, depth: int) -> TimeExpression | None:
    words = language.times
    if (i, BARE) not in known:
        known[i, BARE] = _dated(tokens, i, language, words)
    best = known[i, BARE]
    if depth == LEADS:
        return best
    for lead in words.leads.get(_word(tokens, i), ()):
        at = i + len(lead.words)
        if tuple(_word(tokens, k) for k in range(i, at)) != lead.words:
            continue
        for start in range(at, at + 1 + (_word(tokens, at) in words.articles)):
            core = _led(tokens, start, language, known, LEADS if lead.part else depth + 1)
            if core is None or core.mode != "at" or core.kind in NO_DATE or (lead.part and core.part):
                continue
            led = _with_lead(tokens, i, lead, core)
            if led is not None and (
                best is None or led.last > best.last or (led.last == best.last and led.mode != "at")
            ):
                best = led
    return best


def _with_lead(tokens: tuple[Token, ...], i: int, lead: Lead, core: TimeExpression) -> TimeExpression | None:
    last = core.last
    if lead.end:
        if _word(tokens, last + 1) not in lead.end:
            return None
        last += 1
    tense = lead.tense or core.tense
    return _worded(tokens, replace(core, first=i, last=last, mode=lead.kind, part=lead.part or core.part, tense=tense))


def _dated(tokens: tuple[Token, ...], i: int, language: Language, words: TimeWords) -> TimeExpression | None:
    """A phrase with the year (or week) that follows it: «im Juni vergangenen Jahres», «am Montag der Vorwoche»."""
    core = _compound(tokens, i, language) or _phrase(tokens, i, language, words)
    if core is None or core.mode != "at" or core.year is not None or core.kind in NO_DATE:
        return core
    at = core.last + 1
    at += _word(tokens, at) in words.articles
    for start in dict.fromkeys((at, core.last + 1)):
        after = _phrase(tokens, start, language, words)
        if after is None or after.mode != "at" or after.part:
            continue
        if core.weekday and after.unit == "week" and after.offset is not None:
            return _worded(tokens, replace(core, last=after.last, week_offset=after.offset))
        if core.unit == "week" and core.offset is not None and not core.part and after.weekday and not after.day:
            return _worded(tokens, replace(after, first=core.first, week_offset=core.offset))
        yearless = (core.unit in ("month", "quarter", "halfYear", "season") and core.offset is None) or (
            core.month and core.day
        )
        if yearless and after.unit == "year" and not after.anchored:
            return _worded(tokens, replace(core, last=after.last, year=after.year, year_offset=after.offset))
    return core


def _compound(tokens: tuple[Token, ...], i: int, language: Language) -> TimeExpression | None:
    """«75-tägige», «dreijährigen», «90-Tage-Frist»."""
    found = _length_in(tokens[i].text, language) if i < len(tokens) else None
    if found is None:
        return None
    number, unit = found
    return TimeExpression(i, i, tokens[i].text, "duration", "duration", unit, number=number)


@lru_cache(CACHE)
def _length_in(text: str, language: Language) -> tuple[Decimal, str] | None:
    """The number and the unit in a compound."""
    words = language.times
    if len(text) > 60:
        return None
    if (match := FRAME.fullmatch(text)) and match[2] in words.units:
        return _numbered(number_of(match[1], language), words.units[match[2]])
    for stem, unit in words.unit_adjectives.items():
        before, found, ending = text.partition(stem)
        if found and before and ending in ENDINGS:
            return _numbered(number_of(before.removesuffix("-"), language) if before != "-" else None, unit)
    return None


def _numbered(number: Decimal | None, unit: str) -> tuple[Decimal, str] | None:
    return None if number is None else (number, unit)


# --- the phrases of the file
def _phrase(tokens: tuple[Token, ...], i: int, language: Language, words: TimeWords) -> TimeExpression | None:
    """The longest phrase of dates.toml that begins at token i."""
    following = tokens[i + 1].text if i + 1 < len(tokens) else ""
    if i >= len(tokens) or not may_open(tokens[i].text, following, language):
        return None
    best: tuple[int, Node, Fields] | None = None
    for end, node, fields in _paths(tokens, i, i, words.tree, {}, language, words):
        if best is None or end > best[0]:
            best = end, node, fields
    if best is None:
        return None
    end, node, fields = best
    says = node.says or {}
    if _is_false(tokens, i, end, says, language, words):
        return None
    return _worded(tokens, _expression(i, end - 1, says, fields))


def _paths(
    tokens: tuple[Token, ...], start: int, i: int, node: Node, fields: Fields, language: Language, words: TimeWords
) -> Iterator[tuple[int, Node, Fields]]:
    """The ends of phrases along the tree, with what their slots read."""
    if node.says is not None:
        yield i, node, fields
    if i >= len(tokens):
        return
    text = tokens[i].text
    following = node.words.get(text) or (
        node.words.get(text[0].lower() + text[1:])
        if i == start and (i == 0 or not tokens[i - 1].text[0].isalnum())
        else None
    )
    if following is not None:
        yield from _paths(tokens, start, i + 1, following, fields, language, words)
    for slot, after in node.slots.items():
        for end, read in slot_values(slot, tokens, i, language, words):
            merged = {**fields, **read}
            for name in ("year", "month", "day"):
                if name in read and name in fields:
                    merged = {**fields, f"to_{name}": read[name]}
            yield from _paths(tokens, start, end, after, merged, language, words)


def _is_false(tokens: tuple[Token, ...], i: int, end: int, says: Table, language: Language, words: TimeWords) -> bool:
    """A bare number that counts («2000 Mitarbeiter»), a month that is a name («August Huber») or an abbreviation («Jan»)."""
    text, pattern = tokens[i].text, says.get("pattern")
    if end > i + 1 and pattern not in ("YEAR und YEAR",):
        last = tokens[end - 1].text
        return bool(YEAR.fullmatch(last)) and not is_year(tokens, end - 1, language) and says.get("unit") == "year"
    if pattern == "YEAR":
        return not is_year(tokens, i, language) and bool(re.fullmatch(r"(19|20)\d\d", text))
    name = end < len(tokens) and tokens[end].is_a("NE") and tokens[i].is_a("NE")
    return pattern == "MONTH" and (text in words.short_months or name)


def _expression(first: int, last: int, says: Table, fields: Fields) -> TimeExpression:
    """An expression from what the file says of the phrase and what its slots read."""
    fields = dict(fields)
    to = {name: fields.pop(f"to_{name}", None) for name in ("year", "month", "day")}
    unit = fields.pop("unit", None) or says.get("unit", "")
    mode = says.get("kind", "at")
    known = {k: says[k] for k in ("offset", "ordinal", "length", "part") if k in says}
    e = TimeExpression(
        first,
        last,
        "",
        "",
        mode,
        unit,
        tense=says.get("time", ""),
        anchored=says.get("anchor") == "text",
        **{**known, **fields},
    )
    if mode == "between":
        upper = replace(e, mode="at", year=to["year"] or e.year, month=to["month"] or e.month, day=to["day"] or e.day)
        e = replace(e, upper=replace(upper, kind=_kind(upper)))
    return replace(e, kind=_kind(e))


def _kind(e: TimeExpression) -> str:
    if e.mode in ("vague", "duration"):
        return e.mode
    if e.mode == "rate":
        return "set"
    return "point" if e.unit in ("day", "hour", "minute") and e.mode not in ("between", "within", "past") else "period"


def _worded(tokens: tuple[Token, ...], e: TimeExpression) -> TimeExpression:
    """With the words of its tokens, and the spaces as the text has them."""
    inside = tokens[e.first : e.last + 1]
    text = inside[0].text + "".join(" " * (b.start > a.end) + b.text for a, b in pairwise(inside))
    return replace(e, words=text)


def _word(tokens: tuple[Token, ...], i: int) -> str:
    return tokens[i].text.lower() if 0 <= i < len(tokens) else ""
