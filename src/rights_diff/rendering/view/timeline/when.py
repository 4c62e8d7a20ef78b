"""When a figure is of: its year, the part of it that was counted."""

from __future__ import annotations

from rights_diff.model.timeline import FigurePoint
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.timeline.words import said

__all__ = ["when"]


def when(point: FigurePoint) -> str:
    """The year of a figure, with the part of it that was counted, and whether it is provisional."""
    year = said("no_year") if point.as_of is None else str(point.as_of)
    told = said("year_part", year=year, period=shown_line(point.period)) if point.period else year
    return said("year_provisional", year=told) if point.provisional else told
