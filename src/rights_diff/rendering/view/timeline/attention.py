"""Attention as the page shows it: by report, and side by side where organizations share a year."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from rights_diff.model.timeline import Edition, Timeline, TopicYear
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.timeline.records import HeatRow, Matrix

__all__ = ["heat_rows", "matrix"]

_SHADES = 9
_ROWS = 24  # topics side by side: what fits on a screen; the table of attention has all
_LEAST = 2  # organizations that share a year


def heat_rows(timeline: Timeline) -> tuple[HeatRow, ...]:
    """Topics by the words about them in all reports; shades by the square root of the share."""
    return _rows(timeline, timeline.editions)


def matrix(timeline: Timeline) -> Matrix | None:
    """Topics by organization, for each covered year of which two organizations or more tell."""
    by_year: dict[int, list[Edition]] = {}
    for edition in timeline.editions:
        if edition.year is not None:
            by_year.setdefault(edition.year, []).append(edition)
    shared = {y: e for y, e in by_year.items() if len({x.organization for x in e}) >= _LEAST}
    if not shared:
        return None
    editions = [e for y in sorted(shared) for e in shared[y]]
    return Matrix(
        years=tuple((str(y), len(shared[y])) for y in sorted(shared)),
        heads=tuple(shown_line(e.name) for e in editions),
        rows=_rows(timeline, editions)[:_ROWS],
    )


def _rows(timeline: Timeline, editions: Sequence[Edition]) -> tuple[HeatRow, ...]:
    shown = {e.id for e in editions}
    told = [t for t in timeline.attention if t.report in shown]
    cells = {(t.topic, t.report): t for t in told}
    weight: Counter[str] = Counter()
    for t in told:
        weight[t.topic] += round(t.per_thousand * 10)
    most = max((t.per_thousand for t in told), default=0.0) or 1.0
    return tuple(
        HeatRow(
            code=topic,
            label=topic_label(topic),
            cells=tuple(_cell(cells.get((topic, e.id)), most) for e in editions),
        )
        for topic in sorted(weight, key=lambda x: (-weight[x], x))
    )


def _cell(told: TopicYear | None, most: float) -> tuple[str, int, int]:
    """Words per 1,000 as shown, the shade, and words in all."""
    if told is None or not told.words:
        return "", 0, 0
    shown = f"{told.per_thousand:.0f}" if told.per_thousand >= 1 else "<1"
    shade = round(math.sqrt(told.per_thousand / most) * _SHADES)
    return shown, max(1, min(_SHADES, shade)), told.words
