"""Where the values of a chart are written, and how briefly."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from rights_diff.model.timeline import FigurePoint
from rights_diff.rendering.view.plain import clip, number

__all__ = ["ARROW", "FLOOR", "HEIGHT", "LEFT", "RIGHT", "WIDTH", "Axes", "labels", "spelled"]

WIDTH, HEIGHT = 720, 200
LEFT, RIGHT, TOP, FLOOR = 24.0, 24.0, 38.0, 168.0
ARROW = 16.0  # length of a bar whose end is open
_LETTER, _LINE = 6.4, 14.0  # width and height of a letter of a label
_LABEL = 26  # characters
_VAGUE = re.compile(
    r"(?:\w+ ){0,2}(?:dozens|scores|tens|hundreds|thousands|millions)"
    r"(?: of (?:thousands|millions))?\b",
    re.IGNORECASE,
)

_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Axes:
    """Years across, values up, in units of the chart's view box."""

    first: int
    last: int
    top: float
    least: float
    logarithmic: bool

    def x(self, year: float) -> float:
        """Where a year stands."""
        if self.last == self.first:
            return WIDTH / 2
        share = (year - self.first) / (self.last - self.first)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        """Where a value stands; those beyond the axis at its end."""
        if self.logarithmic:
            low, high = math.log(self.least / 2), math.log(self.top)
            share = (math.log(max(value, self.least / 2)) - low) / (high - low)
        else:
            share = value / self.top if self.top else 0.0
        return round(FLOOR - max(0.0, min(1.0, share)) * (FLOOR - TOP), 1)


def spelled(point: FigurePoint) -> str:
    """The figure in its own words, on one line."""
    return " ".join(point.quote.split())


def labels(
    points: Sequence[FigurePoint], spots: Sequence[tuple[float, float]], axes: Axes
) -> list[tuple[str, tuple[float, float]]]:
    """Values beside the marks where there is room; one that stays the same is not repeated."""
    taken = [_body(p, x, y, axes) for p, (x, y) in zip(points, spots, strict=True)]
    found: list[tuple[str, tuple[float, float]]] = []
    last = ""
    for p, (x, y) in zip(points, spots, strict=True):
        label = clip(_short(p), _LABEL)
        place = None if p.told_again or label.lower() == last else _room(label, x, y, taken)
        found.append((label, place) if place else ("", (x, y)))
        last = label.lower() if place else last
    return found


def _body(point: FigurePoint, x: float, y: float, axes: Axes) -> _Box:
    """What a mark and its bar take up."""
    ends = [axes.y(v) for v in (point.low, point.high) if v is not None]
    if len(ends) == 1:  # an arrow
        ends.append(ends[0] + (ARROW if point.low is None else -ARROW))
    return x - 5, min([y - 5, *ends]), x + 5, max([y + 5, *ends])


def _room(label: str, x: float, y: float, taken: list[_Box]) -> tuple[float, float] | None:
    half = len(label) * _LETTER / 2
    middle = min(WIDTH - half - 2, max(half + 2, x))
    for baseline in (y - 9, y + 19, y - 23, y + 33, y - 37, y + 47, y - 51):
        box = (middle - half, baseline - _LINE + 4, middle + half, baseline + 2)
        inside = box[1] > 0 and box[3] < FLOOR
        if inside and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            return round(middle, 1), round(baseline, 1)
    return None


def _overlap(a: _Box, b: _Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _short(point: FigurePoint) -> str:
    """The value as briefly as it can be said; words where it has no plain number."""
    if point.kind.value in {"count", "percent", "range"}:
        sign = "%" if point.kind.value == "percent" else ""
        if point.value is not None:
            about = "~" if point.qualifier.value in {"about", "almost"} else ""
            return f"{about}{number(point.value)}{sign}"
        if point.low is not None and point.high is not None:
            return f"{number(point.low)}–{number(point.high)}{sign}"
        if point.low is not None:
            return (
                f"{'>' if point.qualifier.value == 'more_than' else '≥'} {number(point.low)}{sign}"
            )
        if point.high is not None:
            return f"≤ {number(point.high)}{sign}"
    words = spelled(point)
    vague = _VAGUE.match(words)
    return vague.group() if vague else words.split(" of ")[0]
