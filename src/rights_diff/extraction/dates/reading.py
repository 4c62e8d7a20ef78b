"""What a date rule hands back, and how it is written."""

from __future__ import annotations

import calendar
from typing import NamedTuple

__all__ = ["Point", "Reading", "iso", "valid_day"]


class Point(NamedTuple):
    """A day, a month or a year; what the text leaves out is None."""

    year: int | None
    month: int | None = None
    day: int | None = None


class Reading(NamedTuple):
    """A date and the tokens it covers (`start` to `stop`, exclusive).

    `said` tells whether the text itself names the year; `relative` dates ("during the year")
    rest on the year the report covers.
    """

    start: int
    stop: int
    first: Point
    last: Point | None = None
    said: bool = True
    relative: bool = False

    @property
    def iso(self) -> str:
        """ISO 8601, as precise as the text; two dates with a slash for a range."""
        return iso(self.first) if self.last is None else f"{iso(self.first)}/{iso(self.last)}"


def iso(point: Point) -> str:
    """One date in ISO 8601; without a year `--09-03`, as in XML Schema.

    >>> iso(Point(2017, 9, 3)), iso(Point(None, 9))
    ('2017-09-03', '--09')
    """
    text = "-" if point.year is None else f"{point.year:04d}"
    if point.month is not None:
        text += f"-{point.month:02d}"
        if point.day is not None:
            text += f"-{point.day:02d}"
    return text


def valid_day(month: int, day: float) -> bool:
    """Whether a month can have that day (29 February counts)."""
    return day == int(day) and 1 <= day <= calendar.monthrange(2000, month)[1]
