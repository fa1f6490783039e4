"""Days that a span of the calendar takes: a year, a quarter, «Mitte März», «vor zwei Jahren». Pure arithmetic on dates.

A span is its first and its last day. Nothing here reads a clock: what is relative is counted from the article's date.
"""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import Decimal

Span = tuple[date, date]
MONTHS = {"month": 1, "quarter": 3, "halfYear": 6, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7}
LONGEST = 4000  # years that a count may reach


def day(year: int, month: int, number: int) -> Span | None:
    """One day; None where the calendar has none (31. Februar)."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    found = date(year, month, number)
    return found, found


def months(year: int, first: int, count: int) -> Span | None:
    """`count` months from month `first` of the year, which may lie outside 1 to 12.

    >>> months(2025, 12, 3)
    (datetime.date(2025, 12, 1), datetime.date(2026, 2, 28))
    """
    start, end = year * 12 + first - 1, year * 12 + first - 2 + count
    if not (MINYEAR * 12 <= start <= end < MAXYEAR * 12):
        return None
    last_year, last_month = end // 12, end % 12 + 1
    return date(start // 12, start % 12 + 1, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def week(at: date, offset: int = 0) -> Span | None:
    """The week around a day, Monday to Sunday, `offset` weeks away."""
    monday = days_after(at, 7 * offset - at.weekday())
    sunday = days_after(at, 7 * offset - at.weekday() + 6)
    return (monday, sunday) if monday is not None and sunday is not None else None


def days_after(at: date, count: int) -> date | None:
    """The day `count` days away; None beyond the calendar."""
    number = at.toordinal() + count
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def shifted(at: date, count: Decimal, unit: str) -> date | None:
    """The day that lies `count` units away; the end of a shorter month where it lacks the day."""
    if unit in DAYS:
        return days_after(at, int(count * DAYS[unit])) if abs(count) < LONGEST * 366 else None
    if unit not in MONTHS or abs(count) * MONTHS[unit] > LONGEST * 12:
        return None
    number = at.year * 12 + at.month - 1 + int(count * MONTHS[unit])
    if not MINYEAR * 12 <= number < MAXYEAR * 12:
        return None
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(at.day, monthrange(year, month)[1]))


def around(at: date, unit: str) -> Span | None:
    """The day, week, month or longer unit of the calendar that a day lies in."""
    if unit == "day":
        return at, at
    if unit == "week":
        return week(at)
    size = MONTHS[unit]
    if size > 12:
        years = size // 12
        return months(at.year // years * years, 1, size)
    return months(at.year, (at.month - 1) // size * size + 1, size)


def part_of(span: Span, part: str, unit: str) -> Span:
    """«Anfang», «Mitte», «Ende»: a quarter of a year, ten days of a month, two or three days of a week, else a third.

    The middle of a year is June and July, that of a month the 11th to the 20th, that of a week Wednesday.
    """
    first, last = span
    cuts = {"year": (90, 151, 212, 273), "month": (10, 10, 20, 20), "week": (2, 2, 3, 4)}
    length = (last - first).days + 1
    a, b, c, d = cuts.get(unit, (length // 3, length // 3, length * 2 // 3, length * 2 // 3))
    leap = 1 if unit == "year" and length == 366 else 0
    if part == "start":
        return first, first + timedelta(max(a + leap - 1, 0))
    if part == "middle":
        return first + timedelta(min(b + leap, length - 1)), first + timedelta(max(c + leap - 1, 0))
    return first + timedelta(min(d + leap, length - 1)), last


def middle(span: Span) -> date:
    """The last day of the first half: 30 June, the 15th."""
    first, last = span
    if (last - first).days > 360:
        return date(first.year, 6, 30)
    return first + timedelta(((last - first).days + 1) // 2 - (0 if (last - first).days < 8 else 1))


def nearest(spans: list[Span], at: date, tense: str) -> Span | None:
    """The span that a phrase without a year means: past, future, or the nearest to the article's date."""
    if tense == "past":
        return max((s for s in spans if s[0] <= at), default=None)
    if tense == "future":
        return min((s for s in spans if s[1] >= at), default=None)

    def far(span: Span) -> tuple[int, bool]:
        gap = max((span[0] - at).days, (at - span[1]).days, 0)
        return gap, span[0] > at

    return min(spans, key=far, default=None)
