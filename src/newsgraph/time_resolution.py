"""The days and the length that an expression of time means. Pure: what is relative is counted from the article's date.

«am Montag» is the last Monday up to that date (the day itself included: news of a Monday says «am Montag»); «im Juni»
the nearest June; «ab Juni» the next, «seit Juni» the last one.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from newsgraph.calendar_span import (
    MONTHS,
    Span,
    around,
    day,
    days_after,
    middle,
    months,
    nearest,
    part_of,
    shifted,
    week,
)

if TYPE_CHECKING:
    from newsgraph.time_phrase import TimeExpression

Days = tuple[date | None, date | None]
NOTHING: Days = (None, None)
COUNTED = ("ago", "ahead", "within", "past", "since")
TENSES = {"until": "future", "before": "future"}


def resolve(expression: TimeExpression, issued: date | None = None) -> Days:
    """The first and the last day that hold, None for an open or unknown end. `issued` is the article's date."""
    e = expression
    if e.kind in ("duration", "set", "vague") or e.anchored or e.unit == "fiscalYear":
        return NOTHING
    if e.mode in COUNTED and e.number is not None:
        return NOTHING if issued is None else _counted(e, issued)
    if e.upper is not None:
        return _range(e, e.upper, issued)
    span = _span(e, issued)
    return NOTHING if span is None else _by_mode(e, span, issued)


def duration(expression: TimeExpression) -> str:
    """The length as xsd:duration («P75D», «P18M»); "" where the words give none. Weeks become days."""
    number, unit = expression.number, expression.unit
    if number is None or not 0 < number <= 100_000:
        return ""
    if unit in ("hour", "minute"):
        minutes = number * (60 if unit == "hour" else 1)
        whole = minutes % 60 == 0
        return f"PT{int(minutes / 60)}H" if whole else f"PT{int(minutes)}M"
    if unit == "week":
        return f"P{int(number * 7)}D"
    if unit in ("year", "decade", "century", "fiscalYear") and number == int(number):
        return f"P{int(number * MONTHS.get(unit, 12) / 12)}Y"
    if unit in MONTHS or unit == "fiscalYear":
        return _in_months(number * MONTHS.get(unit, 12))
    if unit != "day":
        return ""
    return f"P{int(number)}D" if number == int(number) else f"PT{int(number * 24)}H"


def _in_months(number: Decimal) -> str:
    """Half a month is fifteen days."""
    rest = number - int(number)
    whole = f"{int(number)}M" if int(number) else ""
    return f"P{whole}" + (f"{int(rest * 30)}D" if rest else "")


# --- from expression to days
def _counted(e: TimeExpression, issued: date) -> Days:
    """«vor zwei Jahren», «in den kommenden drei Jahren», «seit fünf Monaten»."""
    assert e.number is not None
    unit = e.unit
    forward = e.mode in ("ahead", "within")
    there = issued if unit in ("hour", "minute") else shifted(issued, e.number if forward else -e.number, unit)
    if there is None:
        return NOTHING
    if e.mode in ("ago", "ahead"):
        fine = e.number == int(e.number)
        return (around(there, unit if fine else "month") or NOTHING) if unit in (*MONTHS, "week") else (there, there)
    if e.mode == "since":
        return there, None
    return (issued, there) if forward else (there, issued)


def _range(low: TimeExpression, high: TimeExpression, issued: date | None) -> Days:
    """From the start of the one to the end of the other; where only one resolves, nothing."""
    one, two = _span(low, issued), _span(high, issued)
    if one is None or two is None:
        return NOTHING
    first = part_of(one, low.part, low.unit)[0] if low.part else one[0]
    last = part_of(two, high.part, high.unit)[1] if high.part else two[1]
    return (first, last) if first <= last else NOTHING


def _by_mode(e: TimeExpression, span: Span, issued: date | None) -> Days:
    part = part_of(span, e.part, e.unit) if e.part and e.unit != "day" else span
    half = middle(span) if e.part == "middle" else None
    if e.mode == "from":
        return (days_after(half, 1) if half else part[0]), None
    if e.mode == "until":
        return None, half or part[1]
    if e.mode == "before":
        return None, part[1] if e.part == "end" else days_after(part[0], -1)  # «vor Jahresende» reaches to its last day
    if e.mode == "after":
        return days_after(part[1], 1), None
    if e.mode == "within" and issued is not None:
        return issued, part[1]
    return part


def _span(e: TimeExpression, issued: date | None) -> Span | None:
    """The stretch of the calendar that the expression names."""
    if e.unit == "fiscalYear" or e.anchored:
        return None
    year = e.year
    if year is None and e.year_offset is not None:
        year = issued.year + e.year_offset if issued is not None else None
        if year is None:
            return None
    if e.month or e.season[0] or e.ordinal:
        return _named(e, issued, year)
    if e.weekday and not (e.day and e.month):
        return _weekday(e, issued) if issued is not None else None
    if year is not None:
        return _years(e, year)
    return _away(e, issued) if issued is not None and e.offset is not None else None


def _years(e: TimeExpression, year: int) -> Span | None:
    """«2024», «die 2020er Jahre»."""
    return months(year // 10 * 10, 1, 120) if e.unit == "decade" else months(year, 1, 12)


def _in_year(e: TimeExpression, year: int) -> Span | None:
    """What the expression names in one year."""
    if e.day and e.month:
        return day(year, e.month, e.day)
    if e.month:
        return months(year, e.month, 1)
    if e.season[0]:
        return months(year, e.season[0], (e.season[1] - e.season[0]) % 12 + 1)
    size = MONTHS.get(e.unit, 0)
    return months(year, (e.ordinal - 1) * size + 1, size * e.length) if size else None


def _named(e: TimeExpression, issued: date | None, year: int | None) -> Span | None:
    """A day of a month, a month, a season, a quarter: in its year, else in the year that fits the article's date."""
    if year is not None:
        return _in_year(e, year)
    if issued is None:
        return None
    spans = [s for y in range(issued.year - 4, issued.year + 5) if (s := _in_year(e, y)) is not None]
    if e.offset is not None and not e.ordinal:
        if e.offset == 0:
            return _in_year(e, issued.year)
        spans = [s for s in spans if (s[1] < issued if e.offset < 0 else s[0] > issued)]
        return nearest(spans, issued, "past" if e.offset < 0 else "future")
    tense = e.tense if e.tense in ("past", "future") else TENSES.get(e.mode, "")
    return nearest(spans, issued, tense)


def _weekday(e: TimeExpression, issued: date) -> Span | None:
    """The last such day up to the date; with «kommenden», «bis» or «ab» the next; with a week named, the one in it."""
    ahead = (e.weekday - 1 - issued.weekday()) % 7  # days to the next one, 0 for today
    if e.week_offset is not None or e.offset == 0:
        return _one(days_after(issued, e.weekday - 1 - issued.weekday() + 7 * (e.week_offset or 0)))
    if e.offset is not None:
        return _one(days_after(issued, (ahead or 7) if e.offset > 0 else ahead - 7))
    future = e.tense == "future" or e.mode in ("until", "before")
    return _one(days_after(issued, ahead if future or not ahead else ahead - 7))


def _one(found: date | None) -> Span | None:
    return None if found is None else (found, found)


def _away(e: TimeExpression, issued: date) -> Span | None:
    """«im vergangenen Jahr», «übernächste Woche», «gestern», «am Wochenende»."""
    offset = e.offset or 0
    if e.unit == "day":
        return _one(days_after(issued, offset))
    if e.unit == "weekend":
        return _weekend(issued, offset)
    if e.unit == "week":
        return week(issued, offset)
    there = shifted(issued.replace(day=1), Decimal(offset), e.unit)
    return around(there, e.unit) if there is not None and e.unit in MONTHS else None


def _weekend(issued: date, offset: int) -> Span | None:
    """Without more the nearest: from Monday to Wednesday the last one, then the coming one."""
    days = issued.weekday()
    if offset == 0:
        offset = -1 if days < 3 else 0
    elif offset > 0:
        offset -= days < 5
    found = week(issued, offset)
    return None if found is None else (date.fromordinal(found[1].toordinal() - 1), found[1])
