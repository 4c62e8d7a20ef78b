"""The geometry of a chart of one series: years across, values up, bounds as bars."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rights_diff.model.timeline import FigurePoint, FigureSeries
from rights_diff.rendering.view.plain import number, shown_line
from rights_diff.rendering.view.timeline.axes import (
    ARROW,
    FLOOR,
    HEIGHT,
    LEFT,
    RIGHT,
    WIDTH,
    Axes,
    labels,
    spelled,
)
from rights_diff.rendering.view.timeline.records import Chart, Mark
from rights_diff.rendering.view.timeline.when import when
from rights_diff.rendering.view.timeline.words import said

__all__ = ["chart_of", "shape_of"]

# Years before the first report from which on a series gets an axis of its own.
_FAR_BACK = 8
# Share of the years of all reports below which a series gets an axis of its own, too.
_SHORT = 0.4
# Values that differ by more than this factor are shown on a logarithmic axis.
_WIDE = 60.0
_SPREAD = 11.0  # between marks of one year
_PER_TICK = 42.0  # width that a year's number takes
_R = 5.0

_LEAST = 2  # years that make a line


# Pixels that the words of a level take at the left edge.
_LEVEL_WIDTH, _LEVEL_HEIGHT = 60, 24


def chart_of(
    series: FigureSeries,
    *,
    span: tuple[int, int],
    covered: frozenset[int],
    styles: Mapping[str, int],
    names: Mapping[str, str],
    organizations: Mapping[str, str],
) -> Chart | None:
    """The chart; None where fewer than two years have a point.

    Args:
        span: first and last year that reports cover; `covered` those for which there is one.
        styles: number of the mark of each organization.
        names, organizations: of each edition by its id.
    """
    dated = [(n, p) for n, p in enumerate(series.points, 1) if p.as_of is not None]
    years = {p.as_of for _, p in dated if p.as_of is not None}
    if len(years) < _LEAST:
        return None
    axes = _axes(series, years, span)
    spots = _spots(dated, axes)
    written = labels([p for _, p in dated], spots, axes)
    marks = tuple(
        replace(
            _mark(f"{series.id}-{n}", p, spot, axes, styles[organizations[p.report]]),
            label=label,
            label_x=at[0],
            label_y=at[1],
            title=said("point_title", year=when(p), figure=spelled(p), report=names[p.report]),
        )
        for (n, p), spot, (label, at) in zip(dated, spots, written, strict=True)
    )
    return Chart(
        width=WIDTH,
        height=HEIGHT,
        floor=FLOOR,
        ticks=_ticks(axes),
        levels=_levels(axes, spots),
        gaps=_gaps(axes, covered | years, span),
        lines=_lines(dated, spots, styles, organizations),
        marks=marks,
        logarithmic=axes.logarithmic,
        says=said("chart", label=shown_line(series.label), first=min(years), last=max(years)),
    )


def _levels(axes: Axes, spots: Sequence[tuple[float, float]]) -> tuple[tuple[float, str], ...]:
    """The highest value at the left edge, unless a mark stands there with words of its own."""
    y = axes.y(axes.top)
    taken = any(x < _LEVEL_WIDTH and abs(height - y) < _LEVEL_HEIGHT for x, height in spots)
    return () if axes.logarithmic or taken else ((y, number(axes.top)),)


def shape_of(style: int, x: float = 0.0, y: float = 0.0) -> str:
    """The mark of an organization as an SVG path: disc, square, triangle, diamond, then over."""
    r = _R
    return (
        f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0z",
        f"M{x - 4.5:g} {y - 4.5:g}h9v9h-9z",
        f"M{x:g} {y - 6:g}l5.6 10h-11.2z",
        f"M{x:g} {y - 6.4:g}l6.4 6.4l-6.4 6.4l-6.4 -6.4z",
    )[style % 4]


def _axes(series: FigureSeries, years: set[int], span: tuple[int, int]) -> Axes:
    ends = [v for p in series.points for v in (p.value, p.low, p.high) if v is not None]
    ends = [v for v in ends if math.isfinite(v)]
    positive = [v for v in ends if v > 0]
    top, least = max(ends, default=1.0), min(positive, default=1.0)
    near = min(years) >= span[0] - _FAR_BACK
    short = max(years) - min(years) < _SHORT * (span[1] - span[0])
    if near and not short:
        first, last = min(span[0], *years), max(span[1], *years)
    else:  # a stub on the axis of all years cannot be read
        newest = max(years)
        first, last = min(years) - short, max(newest, min(newest + short, span[1]))
    return Axes(
        first=first,
        last=last,
        top=max(top, 1.0) if series.unit != "percent" else 100.0,
        least=least,
        logarithmic=top > _WIDE * least and series.unit != "percent",
    )


def _height(point: FigurePoint, axes: Axes) -> float:
    """Where the mark stands: at the value, else in the middle of its bounds."""
    if point.value is not None:
        return axes.y(point.value)
    if point.low is not None and point.high is not None:
        return round((axes.y(point.low) + axes.y(point.high)) / 2, 1)
    end = point.low if point.low is not None else point.high
    return FLOOR if end is None else axes.y(end)


def _spots(dated: Sequence[tuple[int, FigurePoint]], axes: Axes) -> list[tuple[float, float]]:
    """The places of the marks; those of one year side by side."""
    order: dict[int | None, int] = {}
    total: dict[int | None, int] = {}
    for _, p in dated:
        total[p.as_of] = total.get(p.as_of, 0) + 1
    spots = []
    for _, p in dated:
        n = order[p.as_of] = order.get(p.as_of, -1) + 1
        aside = (n - (total[p.as_of] - 1) / 2) * _SPREAD
        x = min(WIDTH - 8.0, max(8.0, axes.x(p.as_of or 0) + aside))
        spots.append((round(x, 1), _height(p, axes)))
    return spots


def _mark(
    target: str,
    point: FigurePoint,
    spot: tuple[float, float],
    axes: Axes,
    style: int,
) -> Mark:
    x, y = spot
    return Mark(
        x=x,
        y=y,
        css=_css(point, style),
        shape=shape_of(style, x, y),
        reach=_reach(point, x, axes),
        label="",
        label_x=x,
        label_y=y,
        target=target,
        title=f"{point.as_of}: {spelled(point)}",
    )


def _css(point: FigurePoint, style: int) -> str:
    again = " again" if point.told_again else ""
    return f"s{style % 6}{again}{' part' if _is_open(point) else ''}"


def _is_open(point: FigurePoint) -> bool:
    """Whether it is of no whole year, or may still change."""
    return point.period is not None or point.provisional


def _reach(point: FigurePoint, x: float, axes: Axes) -> str:
    """A bar from bound to bound, with an arrow where it is open."""
    if point.value is not None or (point.low is None and point.high is None):
        return ""
    if point.low is not None and point.high is not None:
        a, b = axes.y(point.low), axes.y(point.high)
        return f"M{x - 4:g} {a:g}h8M{x - 4:g} {b:g}h8M{x:g} {a:g}V{b:g}"
    if point.low is not None:
        y = axes.y(point.low) - ARROW
        return f"M{x:g} {y + ARROW:g}V{y:g}M{x - 3.5:g} {y + 5:g}L{x:g} {y:g}l3.5 5"
    y = min(axes.y(point.high or 0.0) + ARROW, FLOOR)
    return f"M{x:g} {y - ARROW:g}V{y:g}M{x - 3.5:g} {y - 5:g}L{x:g} {y:g}l3.5 -5"


def _ticks(axes: Axes) -> tuple[tuple[float, str], ...]:
    per_year = (WIDTH - LEFT - RIGHT) / max(1, axes.last - axes.first)
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100) if s * per_year >= _PER_TICK or s == 100)
    return tuple(
        (axes.x(year), str(year))
        for year in range(axes.first, axes.last + 1)
        if (axes.last - year) % step == 0
    )


def _gaps(
    axes: Axes, covered: frozenset[int], span: tuple[int, int]
) -> tuple[tuple[float, float], ...]:
    """Stretches of years for which there is no report of anyone: left end and width."""
    missing = [y for y in range(span[0], span[1] + 1) if y not in covered]
    half = (axes.x(axes.first + 1) - axes.x(axes.first)) / 2 if axes.last > axes.first else 0
    return tuple(
        (round(axes.x(y) - half, 1), round(2 * half, 1))
        for y in missing
        if axes.first <= y <= axes.last
    )


def _lines(
    dated: Sequence[tuple[int, FigurePoint]],
    spots: Sequence[tuple[float, float]],
    styles: Mapping[str, int],
    organizations: Mapping[str, str],
) -> tuple[tuple[str, str], ...]:
    """A line from each organization's point to its next; dotted over years it says nothing of.

    None to what counts a part of a year or is told in words alone, which no other compares with.
    """
    last: dict[str, tuple[int, tuple[float, float]]] = {}
    found = []
    for (_, p), spot in zip(dated, spots, strict=True):
        if _is_open(p) or p.kind.value.startswith("vague"):
            continue
        who = organizations[p.report]
        year = p.as_of or 0
        if who in last and last[who][0] != year:
            before, (x, y) = last[who]
            css = f"s{styles[who] % 6}{' leap' if year - before > 1 else ''}"
            found.append((css, f"M{x:g} {y:g}L{spot[0]:g} {spot[1]:g}"))
        last[who] = (year, spot)
    return tuple(found)
