"""Many reports on one country: figures and claims followed over the years."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import inf
from os import PathLike
from typing import TYPE_CHECKING, Any

from rights_diff.model.ledger import Facet, QuantityRelation
from rights_diff.model.report import Modality, Qualifier, QuantityKind, Report
from rights_diff.model.span import Span

if TYPE_CHECKING:
    import pandas as pd


class ThreadStatus(StrEnum):
    """What became of a claim since the same organization's point before."""

    BORN = "born"
    JOINED = "joined"  # another organization says it as well, for the first time
    PERHAPS = "perhaps"  # another organization may say it as well: its words are no sure pair
    REPEATED = "repeated"  # word for word
    UPDATED = "updated"
    STRENGTHENED = "strengthened"
    SOFTENED = "softened"
    CONTRADICTED = "contradicted"
    DROPPED = "dropped"
    RETURNED = "returned"
    UNDATED = "undated"  # told in a report that says no year: neither before nor after others


class Movement(StrEnum):
    """What a series shows."""

    MOVED = "moved"  # the figure differs from point to point
    STEADY = "steady"  # the same figure, found anew by another body or for another year
    RETOLD = "retold"  # one figure that later editions of one body tell again


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
class FigurePoint:
    """One figure of a series, at the year it is about.

    Attributes:
        report: id of the edition that gives it.
        quantity: its id in that report; `sentence` the id of the sentence.
        as_of: the year it is about (not the year of publication), or None.
        span, quote: the figure's phrase in the report's text.
        repeats: ids of quantities of the same report that tell the same again.
        told_again: an earlier edition of the same organization gives the same figure, for the
            same year or in the same words, so that it is no new finding.
        period: what a count or a sum was counted over where that is not one calendar year, in
            words ("January–September", "2012–2016"), or None.
        provisional: whether the report calls the figure so.
    """

    report: str
    quantity: str
    sentence: str
    as_of: int | None
    kind: QuantityKind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    attribution: str | None = None
    modality: Modality = Modality.ASSERTED
    span: Span
    quote: str
    repeats: tuple[str, ...] = ()
    told_again: bool = False
    period: str | None = None
    provisional: bool = False

    def differs_from(self, other: FigurePoint) -> bool:
        """Whether the two numbers are not the same; of ranges and vague figures whether no value
        is allowed by both: "tens of thousands" and "up to 120,000" do not differ.
        """
        a, b = _number(self), _number(other)
        if a is not None and b is not None:
            hedged = _HEDGED & {self.qualifier, other.qualifier}
            return abs(a - b) > (_ROUNDING * max(abs(a), abs(b)) if hedged else 0)
        (low, high), (least, most) = _bounds(self), _bounds(other)
        return low > most or least > high


# "Some 500" allows what rounds to it, about 5 per cent, as where two reports are compared.
_HEDGED = frozenset({Qualifier.ABOUT, Qualifier.ALMOST})
_ROUNDING = 0.05


def _number(point: FigurePoint) -> float | None:
    """The one number that a figure names, None for a range and where none is told."""
    if point.value is not None:
        return point.value
    if point.low is not None and point.high is not None:
        return None
    return point.high if point.low is None else point.low


def _bounds(point: FigurePoint) -> tuple[float, float]:
    if point.value is not None:
        return point.value, point.value
    low = -inf if point.low is None else point.low
    return low, inf if point.high is None else point.high


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSeries:
    """Figures of several years or organizations that measure the same thing.

    Attributes:
        label: what is measured, as a person would write it.
        unit: one for all points, None for plain counts.
        points: by year, then in the order of the editions; at least two.
    """

    id: str
    label: str
    unit: str | None
    topics: tuple[str, ...]
    points: tuple[FigurePoint, ...]

    @property
    def movement(self) -> Movement:
        """Whether the figure moved, stayed, or is one figure told again."""
        fresh = [p for p in self.points if not p.told_again]
        if any(a.differs_from(b) for a, b in combinations(fresh, 2)):
            return Movement.MOVED
        return Movement.STEADY if len(fresh) > 1 else Movement.RETOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPoint:
    """A claim in one edition, and what became of it since that organization's point before.

    Attributes:
        sentences: ids of the sentences that make it; empty where it was `dropped`.
        facets: what else changed, as in the ledger; since the last time that the organization
            told it where it `returned`.
        score: how likely it makes one claim with the point it is tied to best, 0–1; None where
            it was `dropped`.
    """

    report: str
    sentences: tuple[str, ...]
    status: ThreadStatus
    facets: tuple[Facet, ...] = ()
    quote: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimJoin:
    """The likeliest words in which another organization tells the claim.

    Attributes:
        organization: the one that joins.
        report, sentence: its edition, and the id of the sentence there.
        other, other_sentence: the edition of an organization that already told it, and its words.
        score: how likely both make one claim, 0–1.
        sure: whether that, and the words in common, are enough to count it among those that tell
            the claim.
    """

    organization: str | None
    report: str
    sentence: str
    other: str
    other_sentence: str
    score: float
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimThread:
    """A claim followed from edition to edition, of one organization or of several.

    Attributes:
        label: its words in the newest edition where they can be read alone, shortened.
        organization: the one that told it first among the reports given.
        organizations: those that surely tell it, in the order in which they joined.
        points: by edition, undated ones last. An edition has a point where it tells the claim,
            and where its organization told it in the edition before and it does not, nor any
            other sentence that was paired with it.
        stale_since: first covered year of the run of word-for-word repeats that ends in an
            organization's newest edition, None where there is no such run.
        stale_by: the organization that repeats it.
        joins: for each other organization its likeliest words, sure ones and others.
    """

    id: str
    label: str
    organization: str | None
    topics: tuple[str, ...]
    points: tuple[ThreadPoint, ...]
    stale_since: int | None = None
    stale_by: str | None = None
    organizations: tuple[str | None, ...] = ()
    joins: tuple[ClaimJoin, ...] = ()

    @property
    def perhaps(self) -> tuple[str | None, ...]:
        """Organizations that may tell it too: their points are no sure pair with the others'."""
        return tuple(j.organization for j in self.joins if not j.sure)


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
class Timeline:
    """Reports on one country in the order of their covered years.

    Attributes:
        gaps: for each organization, covered years between its first and its last report for
            which no report was given.
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
        for edition in self.editions:
            if edition.id == edition_id:
                return edition
        raise KeyError(edition_id)

    def to_dict(self) -> dict[str, Any]:
        """The timeline as plain data, schema `rights-diff/timeline/1`."""
        from rights_diff.rendering.timeline_json import timeline_to_dict

        return timeline_to_dict(self)

    def to_json(self) -> str:
        """The timeline as one JSON document, schema `rights-diff/timeline/1`."""
        from rights_diff.rendering.json import dumps

        return dumps(self.to_dict())

    def to_html(
        self,
        path: str | PathLike[str] | None = None,
        *,
        template_dir: str | PathLike[str] | None = None,
    ) -> str:
        """The timeline as one self-contained HTML page; written to `path` where given.

        Args:
            template_dir: a folder with templates, styles or words of your own (docs/page.md).
        Returns:
            the page. Raises `RenderError` where `path` cannot be written, or something in the
            folder is wrong; nothing is half-written.
        """
        from rights_diff.rendering.output import write_text
        from rights_diff.rendering.timeline_html import timeline_html

        page = timeline_html(self, template_dir)
        if path is not None:
            write_text(path, page)
        return page

    def to_csv(self, path: str | PathLike[str] | None = None, *, table: str = "points") -> str:
        """One table as CSV; written to `path` where given, there with a byte order mark for Excel.

        Args:
            table: `points` (a line a figure of a series), `series`, `threads` (a line a claim),
                `thread_points`, `meetings`, `attention` or `editions`; docs/timelines.md lists
                their columns.
        Returns:
            the text, without byte order mark. Texts that a spreadsheet would take for a formula
            start with an apostrophe.
        Raises:
            RenderError: there is no such table, or `path` cannot be written.
        """
        from rights_diff.rendering.csv import write_csv
        from rights_diff.rendering.timeline_csv import timeline_csv

        return write_csv(path, timeline_csv(self, table))

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
