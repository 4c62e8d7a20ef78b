"""Dates that name a month: days, months, lists and ranges of them."""

from __future__ import annotations

from rights_diff.extraction.dates.reading import Point, Reading, valid_day
from rights_diff.extraction.grammar.lexicon import group, numbers
from rights_diff.extraction.grammar.tokens import NUMBER, ORDINAL, Passage

__all__ = ["DASHES", "month_dates", "month_number", "year_number"]

# Reports name years in figures; earlier or later four-digit numbers are taken for counts.
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
DASHES = frozenset({"-", "–", "—"})
# What joins days ("3 and 8 May", "May 3 or 8"), and ends and members of ranges and lists.
_JOINTS = DASHES | {"and", "to"}
_OR_JOINTS = _JOINTS | {"or"}
_UNTIL = DASHES | {"to", "until", "through"}
_LINKS = _UNTIL | {",", "and", "or"}
# Words before "May" and "March" that show the month is meant.
_DOUBTFUL = frozenset({"may", "march"})
_ABBREVIATED = 4


def year_number(p: Passage, i: int) -> int | None:
    """The year in figures at token `i`, or None."""
    if p.kind(i) != NUMBER:
        return None
    text = p.tokens[i].text
    if len(text) == 4 and text.isdecimal() and _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return int(text)
    return None


def month_number(p: Passage, i: int) -> int | None:
    """The month named at token `i`, or None ("may" as a verb is none)."""
    low = p.low(i)
    month = numbers("date_months").get(low)
    if month is None or not p.capital(i):
        return None
    if len(low) <= _ABBREVIATED and low not in {"may", "june", "july"}:
        return month if _has_figures(p, i) else None
    if low in _DOUBTFUL and not (p.low(i - 1) in group("before_month") or _has_figures(p, i)):
        return None
    return month


def _has_figures(p: Passage, i: int) -> bool:
    after = i + 2 if p.low(i + 1) in {".", "of", ","} else i + 1
    return _day(p, i - 1) is not None or p.kind(after) in {NUMBER, ORDINAL}


def _day(p: Passage, i: int) -> int | None:
    if p.kind(i) == NUMBER and len(p.tokens[i].text) <= 2:
        value = int(p.tokens[i].text)
    elif p.kind(i) == ORDINAL and len(p.tokens[i].text) <= 4:
        value = int(p.tokens[i].text[:-2])
    else:
        return None
    return value if 1 <= value <= 31 else None


def month_dates(p: Passage, i: int, year: int | None) -> list[Reading]:
    """The dates around the month named at token `i`: one, or several of a list.

    Args:
        year: the year of dates that name none.
    """
    month = month_number(p, i)
    if month is None:
        return []
    days = _days_before(p, i, month) or _days_after(p, i, month)
    if days:
        return _with_days(p, month, days, year)
    return _months(p, i, month, year)


def _days_before(p: Passage, i: int, month: int) -> tuple[int, int, list[int]] | None:
    """Start and stop tokens and the days of "3 May", "3 and 8 May", "3-8 May", "the 3rd of May"."""
    j = i - 1
    if p.low(j) == "of" and p.kind(j - 1) == ORDINAL:
        j -= 1
    day = _day(p, j)
    if day is None or not valid_day(month, day):
        return None
    earlier = _day(p, j - 2)
    if earlier is not None and earlier < day and p.low(j - 1) in _OR_JOINTS:
        return j - 2, i + 1, [earlier, day]
    return j, i + 1, [day]


def _days_after(p: Passage, i: int, month: int) -> tuple[int, int, list[int]] | None:
    """Start and stop tokens and the days of "May 3", "May 3–8", "May 3 and 8"."""
    j = i + 2 if p.low(i + 1) == "." else i + 1
    day = _day(p, j)
    if day is None or not valid_day(month, day):
        return None
    later = _day(p, j + 2)
    if later is not None and later > day and p.low(j + 1) in _JOINTS:
        clash = numbers("date_months").get(p.low(j + 3))
        if clash is None:
            return i, j + 3, [day, later]
    return i, j + 1, [day]


def _with_days(
    p: Passage, month: int, days: tuple[int, int, list[int]], year: int | None
) -> list[Reading]:
    start, stop, found = days
    said, stop = _year_after(p, stop)
    which = said if said is not None else year
    if len(found) == 1:
        first = Point(which, month, found[0])
        other = _later_day(p, stop)
        if other is not None:
            return [_day_range(p, start, first, other, year)]
        return [Reading(start, stop, first, said=said is not None)]
    ends = [Point(which, month, day) for day in found]
    return [Reading(start, stop, ends[0], ends[1], said=said is not None)]


def _later_day(p: Passage, i: int) -> tuple[int, int] | None:
    """Token and number of the month in "… to 3 May" or "– May 3"."""
    if p.low(i) not in _UNTIL:
        return None
    for j in (i + 1, i + 2):
        month = month_number(p, j)
        if month is not None and (_days_before(p, j, month) or _days_after(p, j, month)):
            return j, month
    return None


def _day_range(
    p: Passage, start: int, first: Point, other: tuple[int, int], year: int | None
) -> Reading:
    j, month = other
    days = _days_before(p, j, month) or _days_after(p, j, month)
    assert days is not None  # noqa: S101 - `_later_day` has seen them
    said, stop = _year_after(p, days[1])
    which = said if said is not None else year
    if first.year is None or first.year == year:
        first = first._replace(year=which)
    return Reading(start, stop, first, Point(which, month, days[2][-1]), said=said is not None)


def _year_after(p: Passage, i: int) -> tuple[int | None, int]:
    """The year at or shortly after token `i` and the token after it."""
    for j in (i, i + 1):
        if j == i or p.low(i) in {",", "of", "."}:
            year = year_number(p, j)
            if year is not None:
                return year, j + 1
    return None, i


def _months(p: Passage, i: int, month: int, year: int | None) -> list[Reading]:
    """A month, or a list or range of months that share a year."""
    found, stop, joint = [(i, i + 1, month)], i + 1, ""
    while True:
        link = stop
        while p.low(link) in _LINKS:
            link += 1
        following = month_number(p, link) if link > stop else None
        if following is None or _day(p, link - 1) is not None or _day(p, link + 1) is not None:
            break
        joint = p.low(link - 1)
        found.append((link, link + 1, following))
        stop = link + 1
    said, stop = _year_after(p, stop)
    which = said if said is not None else year
    known = said is not None
    if len(found) == 2 and _is_range(p, i, joint):
        first, last = Point(which, found[0][2]), Point(which, found[1][2])
        return [Reading(i, stop, _not_after(first, last), last, said=known)]
    readings = [Reading(a, b, Point(which, m), said=known) for a, b, m in found]
    readings[-1] = readings[-1]._replace(stop=stop)
    return readings


def _is_range(p: Passage, i: int, joint: str) -> bool:
    if joint == "and":
        return p.low(i - 1) == "between"
    return joint in _UNTIL


def _not_after(first: Point, last: Point) -> Point:
    """The first end: "from November to March 2012" starts in the year before."""
    if first.year is not None and (first.month or 0) > (last.month or 0):
        return first._replace(year=first.year - 1)
    return first
