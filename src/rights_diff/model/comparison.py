"""The nouns of a comparison of two reports. Immutable values; no algorithms."""

from __future__ import annotations

from dataclasses import dataclass
from os import PathLike
from typing import TYPE_CHECKING, Any

from rights_diff.model.change import Change
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
from rights_diff.model.report import Report
from rights_diff.model.review import ReviewOutcome

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

    from rights_diff.model.explanation import Explanation
    from rights_diff.protocols import Renderer


_NOTHING_COUNTED = Summary()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
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
            the page.
        Raises:
            RenderError: `path` cannot be written, or something in the folder is wrong; nothing
                is half-written.
        """
        from rights_diff.rendering.html import comparison_html
        from rights_diff.rendering.output import write_text

        page = comparison_html(self, template_dir)
        if path is not None:
            write_text(path, page)
        return page

    def to_markdown(self, path: str | PathLike[str] | None = None) -> str:
        """The change report as Markdown; written to `path` where given.

        Raises:
            RenderError: `path` cannot be written.
        """
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

    def render(self, kind: Renderer | str, path: str | PathLike[str] | None = None) -> str | bytes:
        """The comparison in a format of that name, shipped or a plug-in's; written where asked.

        Args:
            kind: `csv`, `docx`, `html`, `json`, `markdown`, `text`, a name that an installed
                package brings (docs/guides/plugins.md), or a function that takes a comparison.
            path: the file to write.
        Returns:
            text, or the bytes of a format that is none.
        Raises:
            PluginError: there is no format of that name, or what makes it fails.
            RenderError: `path` cannot be written.
        """
        from rights_diff.rendering.choosing import rendered

        return rendered(self, kind, path)

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
        counts = ", ".join(f"{n} {status.value}" for status, n in self.summary.statuses if n)
        old, new = self.old.metadata, self.new.metadata
        return (
            f"<Comparison {old.country or new.country or 'unknown country'} · "
            f"{old.organization} {old.edition} → {new.organization} {new.edition} · {counts}>"
        )
