"""How much a series moved, and which of many a reader should see first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from rights_diff.model.timeline import Agreement, FigurePoint, FigureSeries, Movement
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.timeline.axes import spelled
from rights_diff.rendering.view.timeline.points import agreement_of
from rights_diff.rendering.view.timeline.when import when
from rights_diff.rendering.view.timeline.words import Names, bounds_of, said

__all__ = ["ends", "move", "order_of", "reading"]

# A figure a hundred times another is more often another thing than the greatest change.
_MOST = math.log(100)


def order_of(series: FigureSeries, names: Names) -> tuple[int, int, float]:
    """Where a series stands among those of its kind: several organizations, long, much moved."""
    bodies = {names.organization[p.report] for p in series.points}
    years = {p.as_of for p in series.points if not p.told_again and p.as_of is not None}
    return -min(len(bodies), 2), -len(years), -move(series, names)


def ends(series: FigureSeries, names: Names) -> tuple[FigurePoint, FigurePoint] | None:
    """The first and the last figure that give a number, of different years.

    Those of one organization, of whole years if there are two, since another may count otherwise:
    of the one that follows the figure longest. Of two organizations only where none gives two.
    """
    found = [
        p
        for p in series.points
        if p.as_of is not None and bounds_of(p) and not p.kind.value.startswith("vague")
    ]
    own: dict[str, list[FigurePoint]] = {}
    for point in found:
        own.setdefault(names.organization[point.report], []).append(point)
    whole = [[p for p in points if p.period is None] for points in own.values()]
    for rows in (whole, list(own.values()), [found]):
        apart = [(a, b) for a, b in _firsts_and_lasts(rows) if a.as_of != b.as_of]
        moved = [(a, b) for a, b in apart if a.differs_from(b)]
        if apart:
            return max(moved or apart, key=_years_between)
    return None


def _firsts_and_lasts(
    rows: Sequence[Sequence[FigurePoint]],
) -> list[tuple[FigurePoint, FigurePoint]]:
    return [(row[0], row[-1]) for row in rows if row]


def _years_between(both: tuple[FigurePoint, FigurePoint]) -> int:
    return (both[1].as_of or 0) - (both[0].as_of or 0)


def reading(series: FigureSeries, names: Names) -> str:
    """First and last value in words; who gives them where several organizations do."""
    both = ends(series, names) if series.movement is Movement.MOVED else None
    if both is None:
        return shown_line(spelled(series.points[0]))
    old, new = both
    one, other = (names.short(names.organization[p.report]) for p in both)
    several = len({names.organization[p.report] for p in series.points}) > 1
    key = "reading_two" if one != other else "reading_one" if several else "reading"
    return said(
        key,
        old=shown_line(spelled(old)),
        old_year=when(old),
        old_who=one,
        new=shown_line(spelled(new)),
        new_year=when(new),
        new_who=other,
    )


def move(series: FigureSeries, names: Names) -> float:
    """How much a series moved, 0 where its first and last figure may be the same.

    The logarithm of their ratio. One of them may have one bound only, and counts as if it were
    that bound; of "more than 200" and "more than 50" nothing follows.
    """
    both = ends(series, names)
    if both is None or (_open(both[0]) and _open(both[1])):
        return 0.0
    if both[0].period != both[1].period:  # a part of a year is less than a year without a fall
        return 0.0
    if agreement_of(_closed(both[0]), _closed(both[1])) is not Agreement.DIFFER:
        return 0.0
    a, b = (_middle(p) for p in both)
    if not (a >= 0 and b >= 0 and math.isfinite(a + b)):
        return 0.0
    return min(_MOST, abs(math.log((a + 1) / (b + 1))))


def _open(point: FigurePoint) -> bool:
    return point.value is None and (point.low is None) != (point.high is None)


def _closed(point: FigurePoint) -> FigurePoint:
    if _open(point):
        return replace(point, value=point.low if point.low is not None else point.high)
    return point


def _middle(point: FigurePoint) -> float:
    low, high = bounds_of(_closed(point)) or (0.0, 0.0)
    return (low + high) / 2
