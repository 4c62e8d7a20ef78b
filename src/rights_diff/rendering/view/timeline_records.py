"""What the timeline page shows, all decisions made: the template only writes it down."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "Chart",
    "HeatRow",
    "Mark",
    "MeetingView",
    "PairView",
    "PointView",
    "SeriesView",
    "Shelf",
    "StepView",
    "ThreadView",
    "TimelinePage",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One point of a chart.

    Attributes:
        shape: an SVG path around (x, y); `reach` the bounds as a path, "" where there are none.
        label: the value beside it, "" where there is no room; at (`label_x`, `label_y`).
        target: id of the table row with its quote; `title` what hovering shows.
    """

    x: float
    y: float
    css: str
    shape: str
    reach: str
    label: str
    label_x: float
    label_y: float
    target: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A small chart of one series, in units of its own view box."""

    width: int
    height: int
    floor: float
    ticks: tuple[tuple[float, str], ...]
    levels: tuple[tuple[float, str], ...]
    gaps: tuple[tuple[float, float], ...]
    lines: tuple[tuple[str, str], ...]
    marks: tuple[Mark, ...]
    logarithmic: bool
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointView:
    """One row of the table below a chart; `before`, `figure`, `after` make the sentence."""

    id: str
    year: str
    figure: str
    who: str
    css: str
    before: str
    after: str
    note: str
    told_again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesView:
    """One series with its chart; none where the figure is told for one year alone."""

    id: str
    label: str
    reading: str
    organizations: tuple[str, ...]
    topics: tuple[str, ...]
    topic_names: str
    chart: Chart | None
    fresh: tuple[PointView, ...]
    again: tuple[PointView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """What became of a claim in one edition, or in a run of editions."""

    status: str
    label: str
    when: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadView:
    """A claim followed from edition to edition."""

    id: str
    label: str
    organization: str
    topics: tuple[str, ...]
    statuses: tuple[str, ...]
    stale: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """A claim or a figure of either side."""

    old: str
    new: str
    says: str = ""
    css: str = ""
    old_quote: str = ""
    new_quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """Two organizations on one covered year; `only` the sentences that only one has."""

    year: str
    old: str
    new: str
    claims: tuple[PairView, ...]
    figures: tuple[PairView, ...]
    only: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """One topic: for each edition words per 1,000, a shade from 0 to 9, and words in all."""

    code: str
    label: str
    cells: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One organization's reports: for each year the name of the report, "" where none is."""

    organization: str
    css: str
    shape: str
    cells: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelinePage:
    """The whole page."""

    version: str
    country: str
    headline: str
    years: tuple[int, ...]
    shelves: tuple[Shelf, ...]
    moved: tuple[SeriesView, ...]
    steady: tuple[SeriesView, ...]
    retold: tuple[SeriesView, ...]
    threads: tuple[ThreadView, ...]
    more_threads: tuple[ThreadView, ...]
    statuses: tuple[tuple[str, str, int], ...]
    meetings: tuple[MeetingView, ...]
    heat_heads: tuple[str, ...]
    heat: tuple[HeatRow, ...]
    organizations: tuple[str, ...]
    topics: tuple[tuple[str, str, int], ...]
    gaps: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str, str], ...]
    warnings: tuple[str, ...]
