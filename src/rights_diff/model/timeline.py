"""Many reports on one country: figures and claims followed over the years."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, overload

from rights_diff.model.finding import by_id
from rights_diff.model.ledger import QuantityRelation
from rights_diff.model.outputs import HtmlOutput, JsonOutput, PathName
from rights_diff.model.report import Report
from rights_diff.model.series import FigurePoint, FigureSeries, Movement
from rights_diff.model.threads import ClaimJoin, ClaimThread, ThreadPoint, ThreadStatus

if TYPE_CHECKING:
    import pandas as pd

# Those of series and threads are taken from here as well: they are what a timeline is made of.
__all__ = [
    "Agreement",
    "ClaimJoin",
    "ClaimThread",
    "Edition",
    "FigurePoint",
    "FigureSeries",
    "Meeting",
    "Movement",
    "ThreadPoint",
    "ThreadStatus",
    "Timeline",
    "TopicYear",
]


class Agreement(StrEnum):
    """How two organizations' figures for one covered year stand to each other."""

    AGREE = "agree"
    OVERLAP = "overlap"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One report in a timeline.

    Attributes:
        id: short and unique, made of organization and edition ("amnesty-2017-18").
        name: as a reader calls it ("Amnesty 2017/18").
        year: last covered year, else the year of publication, else None.
    """

    id: str
    name: str
    year: int | None
    report: Report

    @property
    def organization(self) -> str | None:
        """The body that published it, by its family name where it has one."""
        metadata = self.report.metadata
        return metadata.organization_family or metadata.organization


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two organizations on one covered year: sentences that make the same claim, figures that
    measure the same thing.

    Attributes:
        old, new: ids of the editions.
        claims: pairs of sentence ids of either report.
        figures: quantity ids of either report, with their relation and what it means.
    """

    year: int
    old: str
    new: str
    claims: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    figures: tuple[tuple[str, str, QuantityRelation, Agreement], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicYear:
    """Words about one topic in one edition; `per_thousand` of the words of its body."""

    report: str
    topic: str
    words: int
    per_thousand: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(JsonOutput, HtmlOutput):
    """Reports on one country in the order of their covered years.

    Attributes:
        editions: the reports; those that say no year stand last.
        series: figures that measure the same thing, each at the year it is about.
        threads: claims, with what became of each from edition to edition.
        meetings: two organizations' reports on one covered year, side by side.
        attention: words about each topic in each edition.
        gaps: for each organization, covered years between its first and its last report for
            which no report was given.
        warnings: sentences for the user.

    >>> import rights_diff as rd
    >>> found = rd.timeline([rd.load(path) for path in rd.samples.ALL])
    >>> found.edition("hrw-2019").year
    2018
    >>> found.gaps[:2]
    (('Amnesty International', 2018), ('Amnesty International', 2019))
    >>> found.to_dict()["schema"], found.to_json()[:1]
    ('rights-diff/timeline/1', '{')
    >>> sorted(found.to_frames())[:3]
    ['attention', 'editions', 'meetings']
    """

    country: str | None
    editions: tuple[Edition, ...]
    series: tuple[FigureSeries, ...]
    threads: tuple[ClaimThread, ...]
    meetings: tuple[Meeting, ...]
    attention: tuple[TopicYear, ...]
    gaps: tuple[tuple[str, int], ...]
    warnings: tuple[str, ...] = ()

    def edition(self, edition_id: str) -> Edition:
        """The edition with that id; `KeyError` where there is none."""
        return by_id(self.editions, edition_id, "edition")

    def to_dict(self) -> dict[str, Any]:
        """The timeline as plain data, schema `rights-diff/timeline/1`."""
        from rights_diff.rendering.timeline_json import timeline_to_dict

        return timeline_to_dict(self)

    def _page(self, template_dir: PathName | None) -> str:
        from rights_diff.rendering.timeline_html import timeline_html

        return timeline_html(self, template_dir)

    def _read_from(self) -> tuple[str, ...]:
        return tuple(path for e in self.editions for path in e.report._read_from())

    @overload
    def to_csv(self, path: None = None, *, table: str = "points") -> str: ...
    @overload
    def to_csv(self, path: PathName, *, table: str = "points") -> None: ...
    def to_csv(self, path: PathName | None = None, *, table: str = "points") -> str | None:
        """One table as CSV; None where it is written to `path`, with a byte order mark for Excel.

        Texts that a spreadsheet would take for a formula start with an apostrophe.

        Args:
            table: `points` (a line a figure of a series), `series`, `threads` (a line a claim),
                `thread_points`, `meetings`, `attention` or `editions`; docs/timelines.md lists
                their columns.
        Raises:
            RenderError: there is no such table, or `path` cannot be written or is a report that
                was read.
        """
        from rights_diff.rendering.timeline_csv import timeline_csv

        return self._hand(timeline_csv(self, table), path, mark=True)

    def to_frame(self, table: str = "points") -> pd.DataFrame:
        """One table as a pandas frame (extra `frames`), indexed by what names its rows.

        Args:
            table: as for `to_csv`.
        Returns:
            a frame with nullable types: texts `string`, codes `category`, years and counts
            `Int64`, figures `Float64`, yes or no `boolean`.
        Raises:
            RenderError: pandas is not installed, or there is no such table.
        """
        from rights_diff.rendering.frames import timeline_frame

        return timeline_frame(self, table)

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """All tables of `to_frame`, by name."""
        from rights_diff.rendering.frames import timeline_frames

        return timeline_frames(self)

    def _repr_html_(self) -> str:
        from rights_diff.rendering.timeline_notebook import timeline_notebook

        return timeline_notebook(self)

    def __repr__(self) -> str:
        return (
            f"<Timeline {self.country or 'unknown country'} · {len(self.editions)} reports, "
            f"{len(self.series)} series, {len(self.threads)} threads>"
        )
