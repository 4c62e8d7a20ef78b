"""How much a series moved, and which of many a reader should see first."""

from __future__ import annotations

import math
from dataclasses import replace

from rights_diff.model.timeline import Agreement, FigurePoint, FigureSeries
from rights_diff.rendering.view.timeline_points import agreement_of
from rights_diff.rendering.view.timeline_words import Names, bounds_of

__all__ = ["ends", "move", "order_of"]

# A figure a hundred times another is more often another thing than the greatest change.
_MOST = math.log(100)


def order_of(series: FigureSeries, names: Names) -> tuple[int, int, float]:
    """Where a series stands among those of its kind: several organizations, long, much moved."""
    bodies = {names.organization[p.report] for p in series.points}
    years = {p.as_of for p in series.points if not p.told_again and p.as_of is not None}
    return -min(len(bodies), 2), -len(years), -move(series)


def ends(series: FigureSeries) -> tuple[FigurePoint, FigurePoint] | None:
    """The first and the last figure that give a number, if their years differ."""
    found = [
        p
        for p in series.points
        if p.as_of is not None and bounds_of(p) and not p.kind.value.startswith("vague")
    ]
    if not found or found[0].as_of == found[-1].as_of:
        return None
    return found[0], found[-1]


def move(series: FigureSeries) -> float:
    """How much a series moved, 0 where its first and last figure may be the same.

    The logarithm of their ratio. One of them may have one bound only, and counts as if it were
    that bound; of "more than 200" and "more than 50" nothing follows.
    """
    both = ends(series)
    if both is None or (_open(both[0]) and _open(both[1])):
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
