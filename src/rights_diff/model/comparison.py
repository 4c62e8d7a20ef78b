"""The nouns of a comparison of two reports. Immutable values; no algorithms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, overload

from rights_diff.model.change import Change
from rights_diff.model.finding import by_id
from rights_diff.model.ledger import (
    ComparisonKind,
    FactChange,
    FootnoteChange,
    LedgerRow,
    QuantityLink,
    SectionLink,
    Summary,
    TopicAttention,
)
from rights_diff.model.outputs import HtmlOutput, JsonOutput, MarkdownOutput, PathName
from rights_diff.model.report import Report
from rights_diff.model.review import ReviewOutcome

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from rights_diff.model.explanation import Explanation
    from rights_diff.protocols import Renderer


_NOTHING_COUNTED = Summary()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(JsonOutput, HtmlOutput, MarkdownOutput):
    """What changed between two reports.

    Attributes:
        kind: one organization's editions, two organizations, or one edition saved twice.
        old, new: the two reports.
        section_links: sections that correspond, many to many.
        ledger: rows in which each sentence of both reports stands exactly once.
        fact_changes, footnote_changes: the same for facts and notes.
        quantity_links: figures that measure the same thing, with their relation.
        summary: counts, and words about each topic.
        warnings: sentences for the user.
        review: what became of a review; None unless the comparison was made with one.

    >>> import rights_diff as rd
    >>> comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    >>> row = comparison.row("r14")
    >>> row.status.value, [facet.value for facet in row.facets], row.is_unsure
    ('revised', ['number_changed'], True)
    >>> comparison.change("r14").old
    ('A total of 1,127 North Koreans resettled in South Korea during the year, the lowest number
     since 2002.',)
    >>> comparison.topic_change(row).topic, comparison.explain(row).paired_from
    ('freedom_of_movement', 0.35)
    >>> comparison.to_dict()["schema"], comparison.to_json()[:1]
    ('rights-diff/comparison/1', '{')
    >>> comparison.to_markdown().splitlines()[0]
    '# North Korea: What changed from 2017/18 to 2021/22'
    >>> comparison.to_csv(table="figures").splitlines()[0][:24]
    'id,relation,counted,even'
    >>> sorted(comparison.to_frames())[:3], comparison.to_docx()[:2]
    (['dates', 'figures', 'ledger'], b'PK')
    """

    kind: ComparisonKind
    old: Report
    new: Report
    section_links: tuple[SectionLink, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    fact_changes: tuple[FactChange, ...] = ()
    footnote_changes: tuple[FootnoteChange, ...] = ()
    quantity_links: tuple[QuantityLink, ...] = ()
    summary: Summary = _NOTHING_COUNTED
    warnings: tuple[str, ...] = ()
    review: ReviewOutcome | None = None

    def row(self, row: str | LedgerRow) -> LedgerRow:
        """The ledger row with that id; a row stands for itself.

        Raises:
            KeyError: this comparison has no such row. TypeError: neither an id nor a row.
        """
        if not isinstance(row, str | LedgerRow):
            raise TypeError(f'a row is wanted, or its id such as "r12", not {row!r:.60}')
        found = by_id(self.ledger, row if isinstance(row, str) else row.id, "row")
        if found is not row and isinstance(row, LedgerRow) and found != row:
            raise KeyError(f"row {row.id} is of another comparison")
        return found

    def change(self, row: str | LedgerRow) -> Change:
        """A row, or the row with that id, and its words; shows both quotes in a notebook."""
        return Change(comparison=self, row=self.row(row))

    def topic_change(self, row: str | LedgerRow) -> TopicAttention | None:
        """How much each report says on the main topic of a row; None where it has no topic.

        To be read beside a claim that is no longer reported: whether its topic shrank with it.
        """
        main = self.row(row).topics[:1]
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

    def _page(self, template_dir: PathName | None) -> str:
        from rights_diff.rendering.html import comparison_html

        return comparison_html(self, template_dir)

    def _markdown(self) -> str:
        from rights_diff.rendering.markdown import comparison_markdown

        return comparison_markdown(self)

    def _read_from(self) -> tuple[str, ...]:
        return self.old._read_from() + self.new._read_from()

    @overload
    def to_csv(self, path: None = None, *, table: str = "ledger") -> str: ...
    @overload
    def to_csv(self, path: PathName, *, table: str = "ledger") -> None: ...
    def to_csv(self, path: PathName | None = None, *, table: str = "ledger") -> str | None:
        """One table as CSV; None where it is written to `path`, with a byte order mark for Excel.

        Texts that a spreadsheet would take for a formula start with an apostrophe.

        Args:
            table: `ledger` (a line a claim), `figures`, `sections`, `topics`, `sentences`,
                `quantities` or `dates`; docs/exports.md lists their columns.
        Raises:
            RenderError: there is no such table, or `path` cannot be written or is a report that
                was read.
        """
        from rights_diff.rendering.csv import comparison_csv

        return self._hand(comparison_csv(self, table), path, mark=True)

    @overload
    def to_docx(self, path: None = None) -> bytes: ...
    @overload
    def to_docx(self, path: PathName) -> None: ...
    def to_docx(self, path: PathName | None = None) -> bytes | None:
        """The change report as a Word document (extra `docx`); None where written to `path`.

        A title block, and a table of section, old words, new words (insertions underlined,
        deletions struck) and kind of change.

        Raises:
            RenderError: python-docx is not installed, or `path` cannot be written or is a report
                that was read.
        """
        from rights_diff.rendering.docx import comparison_docx
        from rights_diff.rendering.saving import save

        data = comparison_docx(self)
        if path is None:
            return data
        save(path, data, self._read_from())
        return None

    @overload
    def render(self, kind: Renderer | str, path: None = None) -> str | bytes: ...
    @overload
    def render(self, kind: Renderer | str, path: PathName) -> None: ...
    def render(self, kind: Renderer | str, path: PathName | None = None) -> str | bytes | None:
        """The comparison in a format of that name, shipped or a plug-in's.

        Args:
            kind: `csv`, `docx`, `html`, `json`, `markdown`, `text`, a name that an installed
                package brings (docs/guides/plugins.md), or a function that takes a comparison.
            path: the file to write.
        Returns:
            text, or the bytes of a format that is none; None where it is written to `path`.
        Raises:
            PluginError: there is no format of that name, or what makes it fails.
            RenderError: `path` cannot be written, or is a report that was read.
        """
        from rights_diff.rendering.choosing import renderer_of
        from rights_diff.rendering.saving import save

        if kind == "csv" and path is not None:
            return self.to_csv(path)  # there with a byte order mark
        content = renderer_of(kind)(self)
        if path is None:
            return content
        save(path, content, self._read_from())
        return None

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
            the axes.
        Raises:
            RenderError: matplotlib is not installed.
        """
        from rights_diff.rendering.plot import attention_plot

        return attention_plot(self, ax)

    def _repr_html_(self) -> str:
        from rights_diff.rendering.notebook import comparison_html

        return comparison_html(self)

    def __repr__(self) -> str:
        again = dict(self.summary.told_elsewhere)
        told = ((s.value, n - again.get(s, 0)) for s, n in self.summary.statuses)
        counts = ", ".join(f"{n} {status}" for status, n in told if n)
        old, new = self.old.metadata, self.new.metadata
        return (
            f"<Comparison {old.country or new.country or 'unknown country'} · "
            f"{old.organization} {old.edition} → {new.organization} {new.edition} · {counts}>"
        )
