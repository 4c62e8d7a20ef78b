"""What the timeline page shows, all decisions made: the template only writes it down."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "AloneSide",
    "AloneView",
    "Chart",
    "ConcurrentView",
    "HeatRow",
    "Mark",
    "Matrix",
    "MeetingView",
    "PairView",
    "PointView",
    "SeriesView",
    "Shelf",
    "StepView",
    "Strip",
    "Telling",
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
class Strip:
    """One organization's line of a thread: a mark for each edition that tells it, or no longer.

    Attributes:
        marks: place and kind of each.
        line: a path that joins those of years that follow each other; `leap` one over years
            between.
    """

    who: str
    css: str
    marks: tuple[tuple[int, str], ...]
    line: str
    leap: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadView:
    """A claim followed from edition to edition; `reading` is its story in words."""

    id: str
    label: str
    organizations: tuple[str, ...]
    topics: tuple[str, ...]
    statuses: tuple[str, ...]
    stale: str
    reading: tuple[str, ...]
    strips: tuple[Strip, ...]
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
class ConcurrentView:
    """Figures of a series that two organizations give for one year."""

    id: str
    series: str
    label: str
    year: str
    says: str
    css: str
    sides: tuple[PointView, PointView]


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneView:
    """Sentences about one topic that one report has and none of the other is paired with.

    Attributes:
        quotes: the first of them; `more` how many there are besides.
    """

    topic: str
    count: int
    of: int
    words: str
    quotes: tuple[str, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneSide:
    """What one report of a meeting has alone."""

    name: str
    other: str
    count: int
    topics: tuple[AloneView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView:
    """Two organizations on one covered year.

    Attributes:
        alone: for each topic its label, then for either report the sentences without a partner,
            all sentences about it, and the words of the former.
    """

    id: str
    year: str
    old: str
    new: str
    claims: tuple[PairView, ...]
    figures: tuple[PairView, ...]
    figure_counts: str
    alone: tuple[tuple[str, tuple[tuple[int, int, str], ...]], ...]
    sides: tuple[AloneSide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One group of lines at the top of the page: each leads to what it says."""

    label: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """One topic: for each edition words per 1,000, a shade from 0 to 9, and words in all."""

    code: str
    label: str
    cells: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Attention by topic, for each year that several organizations cover."""

    years: tuple[tuple[str, int], ...]
    heads: tuple[str, ...]
    rows: tuple[HeatRow, ...]


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
    title: str
    counts: tuple[tuple[str, str, str], ...]
    telling: tuple[Telling, ...]
    years: tuple[int, ...]
    strip_width: int
    strip_ticks: tuple[tuple[int, str], ...]
    shelves: tuple[Shelf, ...]
    moved: tuple[SeriesView, ...]
    steady: tuple[SeriesView, ...]
    retold: tuple[SeriesView, ...]
    threads: tuple[ThreadView, ...]
    more_threads: tuple[ThreadView, ...]
    statuses: tuple[tuple[str, str, int], ...]
    concurrent: tuple[ConcurrentView, ...]
    matrix: Matrix | None
    meetings: tuple[MeetingView, ...]
    heat_heads: tuple[str, ...]
    heat: tuple[HeatRow, ...]
    organizations: tuple[str, ...]
    topics: tuple[tuple[str, str, int], ...]
    gaps: tuple[str, ...]
    sources: tuple[tuple[str, str, str], ...]
    warnings: tuple[str, ...]
