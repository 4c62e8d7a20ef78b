"""The nouns of a comparison of two reports. Immutable values; no algorithms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from os import PathLike
from typing import TYPE_CHECKING, Any

from rights_diff.model.change import Change
from rights_diff.model.report import Report
from rights_diff.model.review import Mark, ReviewOutcome
from rights_diff.model.span import Span

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from rights_diff.model.explanation import Explanation

# Scores of pairs are probabilities: below this a pair is as likely wrong as right.
SURE_FROM = 0.5


class ComparisonKind(StrEnum):
    """How the two reports relate."""

    YEAR_OVER_YEAR = "year_over_year"
    CROSS_ORGANIZATION = "cross_organization"
    SAME_EDITION = "same_edition"


class SectionRelation(StrEnum):
    """How linked sections correspond."""

    SAME = "same"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    PARTIAL = "partial"


class Status(StrEnum):
    """What became of a claim. Across organizations dropped/added read "only in old/new"."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    REVISED = "revised"
    DROPPED = "dropped"
    ADDED = "added"


class Facet(StrEnum):
    """What is different (or agrees) inside a ledger row."""

    NUMBER_CHANGED = "number_changed"
    NUMBER_AGREES = "number_agrees"
    STRENGTHENED = "strengthened"
    SOFTENED = "softened"
    CONTRADICTED = "contradicted"
    STATUS_CHANGED = "status_changed"
    ATTRIBUTION_CHANGED = "attribution_changed"
    DATE_CHANGED = "date_changed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


class QuantityRelation(StrEnum):
    """How two figures that measure the same thing relate."""

    EQUAL = "equal"
    INCREASED = "increased"
    DECREASED = "decreased"
    WIDENED = "widened"
    NARROWED = "narrowed"
    OVERLAPS = "overlaps"
    REQUALIFIED = "requalified"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLink:
    """Sections that correspond, many to many.

    Attributes:
        old, new: section ids; a section may be in several links or in none.
        score: 0–1.
        evidence: short reasons, strongest first.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    relation: SectionRelation
    score: float
    topics: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A near miss of a one-sided row: a sentence of the other report, "possibly the same claim"."""

    sentence: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnersUp:
    """What came second on either side of paired sentences.

    Attributes:
        old: the sentence of the old report that came nearest to what the pair has of the new
            one, outside the pair; its score may be the higher one where another pair has it.
        new: likewise, of the new report.
    """

    old: Candidate | None = None
    new: Candidate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPair:
    """Sentences that make the same claim, before anything is said of what changed.

    Attributes:
        old, new: sentence ids in document order, never empty.
        score: 0–1.
        exact: the same words, typography aside.
        reasons: what the pairing rests on, strongest first.
        settled: a reader decided so; the pair is kept as it stands.
        runner_up: what came second.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    score: float
    exact: bool = False
    reasons: tuple[str, ...] = ()
    settled: bool = False
    runner_up: RunnersUp = RunnersUp()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What the alignment room hands on.

    Attributes:
        pairs: each sentence in at most one pair.
        near: for unpaired sentences of either side, near misses, best first:
            `(side, sentence id, candidates)` with side "old" or "new".
    """

    section_links: tuple[SectionLink, ...] = ()
    pairs: tuple[ClaimPair, ...] = ()
    near: tuple[tuple[str, str, tuple[Candidate, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """The words that a facet rests on.

    Attributes:
        facet: what it supports.
        rule: short name of the rule.
        old, new: where the words stand in either text, or None.
        old_words, new_words: the words themselves, or None.
    """

    facet: Facet
    rule: str
    old: Span | None = None
    new: Span | None = None
    old_words: str | None = None
    new_words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One claim, or one that only one report makes.

    Every sentence of both reports stands in exactly one row. `review` holds what readers
    decided about it.
    """

    id: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    status: Status
    facets: tuple[Facet, ...] = ()
    score: float = 1.0
    signals: tuple[Signal, ...] = ()
    topics: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    reasons: tuple[str, ...] = ()
    review: tuple[Mark, ...] = ()
    runner_up: RunnersUp = RunnersUp()

    @property
    def is_unsure(self) -> bool:
        """Whether the sentences are paired, but about as likely wrongly as rightly."""
        return bool(self.old and self.new) and self.score < SURE_FROM

    def _repr_html_(self) -> str:
        from rights_diff.rendering.notebook import row_html

        return row_html(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityLink:
    """Two figures that measure the same thing (or a refusal: `incomparable` with its reason).

    Attributes:
        old, new: quantity ids.
        absolute: new minus old, None where it makes no sense.
        percent: relative change in per cent, None where it makes no sense.
        row: id of the ledger row both stand in, or None.
        note: such as `period`.
        review: what readers decided about it.
    """

    old: str
    new: str
    relation: QuantityRelation
    absolute: float | None = None
    percent: float | None = None
    row: str | None = None
    note: str | None = None
    review: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """What became of one fact line; `status` as in the ledger."""

    label: str
    status: Status
    old_value: str | None = None
    new_value: str | None = None
    old_span: Span | None = None
    new_span: Span | None = None
    absolute: float | None = None
    percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteChange:
    """What became of one footnote; `status` as in the ledger."""

    status: Status
    old_marker: str | None = None
    new_marker: str | None = None
    old_span: Span | None = None
    new_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAttention:
    """What each report says on one topic: words and claims, raw and per thousand words of body.

    Attributes:
        old_claims, new_claims: claims under this topic in either report.
        dropped, added: how many of them only the old, or only the new report makes.
    """

    topic: str
    old_words: int
    new_words: int
    old_per_thousand: float
    new_per_thousand: float
    old_claims: int = 0
    new_claims: int = 0
    old_claims_per_thousand: float = 0.0
    new_claims_per_thousand: float = 0.0
    dropped: int = 0
    added: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts by status and facet, figures by relation, and attention per topic."""

    statuses: tuple[tuple[Status, int], ...] = ()
    facets: tuple[tuple[Facet, int], ...] = ()
    quantities: tuple[tuple[QuantityRelation, int], ...] = ()
    topics: tuple[TopicAttention, ...] = ()
    old_words: int = 0
    new_words: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed between two reports.

    `review` is None unless it was made with a review.
    """

    kind: ComparisonKind
    old: Report
    new: Report
    section_links: tuple[SectionLink, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    fact_changes: tuple[FactChange, ...] = ()
    footnote_changes: tuple[FootnoteChange, ...] = ()
    quantity_links: tuple[QuantityLink, ...] = ()
    summary: Summary = Summary()
    warnings: tuple[str, ...] = ()
    review: ReviewOutcome | None = None

    def row(self, row_id: str) -> LedgerRow:
        """The ledger row with that id; `KeyError` where there is none."""
        for row in self.ledger:
            if row.id == row_id:
                return row
        raise KeyError(row_id)

    def change(self, row_id: str) -> Change:
        """The row with that id and its words; shows both quotes in a notebook."""
        return Change(comparison=self, row=self.row(row_id))

    def topic_change(self, row: LedgerRow) -> TopicAttention | None:
        """How much each report says on the main topic of a row; None where it has no topic.

        To be read beside a claim that is no longer reported: whether its topic shrank with it.
        """
        main = row.topics[:1]
        return next((t for t in self.summary.topics if t.topic in main), None)

    def explain(self, row: str | LedgerRow) -> Explanation:
        """What a row rests on: quotes, word edits, figures, sections, and what came second.

        Args:
            row: a row of this comparison, or its id ("r12").
        Returns:
            the explanation; `print` it, or take it as data (`to_dict`, `to_json`).
        Raises:
            KeyError: there is no row with that id.
        """
        from rights_diff.comparison import explain

        return explain(self, row)

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain data, schema `rights-diff/comparison/1`."""
        from rights_diff.rendering.json import comparison_to_dict

        return comparison_to_dict(self)

    def to_json(self) -> str:
        """The comparison as one JSON document, schema `rights-diff/comparison/1`."""
        from rights_diff.rendering.json import dumps

        return dumps(self.to_dict())

    def to_html(
        self,
        path: str | PathLike[str] | None = None,
        *,
        template_dir: str | PathLike[str] | None = None,
    ) -> str:
        """The change report as one self-contained HTML page; written to `path` where given.

        Args:
            template_dir: a folder with templates, styles or words of your own (docs/page.md).
        Returns:
            the page. Raises `RenderError` where `path` cannot be written, or something in the
            folder is wrong; nothing is half-written.
        """
        from rights_diff.rendering.html import comparison_html
        from rights_diff.rendering.output import write_text

        page = comparison_html(self, template_dir)
        if path is not None:
            write_text(path, page)
        return page

    def to_markdown(self, path: str | PathLike[str] | None = None) -> str:
        """The change report as Markdown; written to `path` where given."""
        from rights_diff.rendering.markdown import comparison_markdown
        from rights_diff.rendering.output import write_text

        text = comparison_markdown(self)
        if path is not None:
            write_text(path, text)
        return text

    def to_csv(self, path: str | PathLike[str] | None = None, *, table: str = "ledger") -> str:
        """One table as CSV; written to `path` where given, there with a byte order mark for Excel.

        Args:
            table: `ledger` (a line a claim), `figures`, `sections`, `topics`, `sentences`,
                `quantities` or `dates`; docs/exports.md lists their columns.
        Returns:
            the text, without byte order mark. Texts that a spreadsheet would take for a formula
            start with an apostrophe.
        Raises:
            RenderError: there is no such table, or `path` cannot be written.
        """
        from rights_diff.rendering.csv import comparison_csv, write_csv

        return write_csv(path, comparison_csv(self, table))

    def to_docx(self, path: str | PathLike[str] | None = None) -> bytes:
        """The change report as a Word document (extra `docx`); written to `path` where given.

        Returns:
            the file: a title block, and a table of section, old words, new words (insertions
            underlined, deletions struck) and kind of change.
        Raises:
            RenderError: python-docx is not installed, or `path` cannot be written.
        """
        from rights_diff.rendering.docx import comparison_docx
        from rights_diff.rendering.output import write_bytes

        data = comparison_docx(self)
        if path is not None:
            write_bytes(path, data)
        return data

    def to_frame(self, table: str = "ledger") -> pd.DataFrame:
        """One table as a pandas frame (extra `frames`), indexed by the ids of its rows.

        Args:
            table: `ledger` (a row a claim), `figures` (a row a pair of linked figures),
                `sections` (links, and sections only one report has), `topics`; or `sentences`,
                `quantities`, `dates` of both reports, indexed by side and id.
        Returns:
            a frame with nullable types: texts `string`, codes `category`, counts `Int64`, figures
            `Float64`, `unsure` `boolean`. Several items in a cell stand between bars:
            `frame.facets.str.get_dummies("|")`. docs/exports.md lists the columns.
        Raises:
            RenderError: pandas is not installed, or there is no such table.
        """
        from rights_diff.rendering.frames import comparison_frame

        return comparison_frame(self, table)

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """All tables of `to_frame`, by name."""
        from rights_diff.rendering.frames import comparison_frames

        return comparison_frames(self)

    def plot(self, ax: Axes | None = None) -> Axes:
        """Attention per topic before and after, in words per thousand (extra `plot`).

        Args:
            ax: where to draw; a new figure by default. No setting of matplotlib is changed.
        Returns:
            the axes. Raises `RenderError` where matplotlib is not installed.
        """
        from rights_diff.rendering.plot import attention_plot

        return attention_plot(self, ax)

    def _repr_html_(self) -> str:
        from rights_diff.rendering.notebook import comparison_html

        return comparison_html(self)

    def __repr__(self) -> str:
        counts = ", ".join(f"{n} {status.value}" for status, n in self.summary.statuses if n)
        old, new = self.old.metadata, self.new.metadata
        return (
            f"<Comparison {old.country or new.country or 'unknown country'} · "
            f"{old.organization} {old.edition} → {new.organization} {new.edition} · {counts}>"
        )
