"""The nouns of one report. Immutable values; no reading, no algorithms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, overload

from rights_diff.model.document import Source
from rights_diff.model.finding import by_id
from rights_diff.model.outputs import HtmlOutput, JsonOutput, MarkdownOutput, PathName
from rights_diff.model.quantity import DateMention, Quantity
from rights_diff.model.span import Span

if TYPE_CHECKING:
    import pandas as pd


class SectionKind(StrEnum):
    """What a section is."""

    BODY = "body"
    LEAD = "lead"
    CONTAINER = "container"  # a heading with subsections and no text of its own
    RUN_IN = "run_in"
    RELATED_ITEMS = "related_items"  # lists of news or visits; outside the ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Who reports on what, and when. What nothing tells is None, never guessed.

    Attributes:
        organization: as named in the text ("Amnesty International USA").
        organization_family: the body it belongs to ("Amnesty International").
        country: the usual English name.
        country_code: ISO 3166-1 alpha-3, where there is one.
        edition: what the publisher calls it ("2017/18").
        published_year: year of publication.
        covered_years: calendar years the report is about, ascending.
        evidence: for each field, what told it (`argument`, `text`, `file name`, `folder` …).
    """

    organization: str | None = None
    organization_family: str | None = None
    country: str | None = None
    country_code: str | None = None
    title: str | None = None
    title_span: Span | None = None
    edition: str | None = None
    published_year: int | None = None
    covered_years: tuple[int, ...] = ()
    source: Source
    evidence: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of the report under one heading.

    Attributes:
        id: `s1`, `s2` … in document order.
        heading: its words, or None for an unheaded lead.
        heading_span: where they stand.
        level: 1 = top.
        parent: id of the section above, or None.
        span: its own text, without heading and without its subsections; empty for a container.
        topics: codes of the rights taxonomy, main ones first.
    """

    id: str
    heading: str | None = None
    heading_span: Span | None = None
    level: int = 1
    parent: str | None = None
    span: Span
    kind: SectionKind = SectionKind.BODY
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label–value line at the top of a chapter ("Head of state: …")."""

    label: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What is on the page but not in the report, and why it was set aside."""

    span: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a printed source, and the stretch of the text that stands on it.

    Attributes:
        number: counted in the file from 1.
        printed: the number that the page itself shows ("17", "iv"), or None.
    """

    number: int
    printed: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A note, and where its mark stands in the running text (None where no mark was found)."""

    marker: str
    marker_span: Span | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a section: `s3.2` is the second of section `s3`."""

    id: str
    span: Span
    section: str
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(JsonOutput, HtmlOutput, MarkdownOutput):
    """One country's text in one edition by one organization.

    Attributes:
        text: what was read; all spans count in its code points.
        metadata: organization, country, edition and years, with what told them.
        sections, sentences: the body in the order of the text, by id ("s3", "s3.2").
        facts: lines of label and value, such as "Population: 26 million".
        furniture: what is on the page but not in the report, with the reason.
        quantities, dates: figures by id ("q3") and dates, in the order of the text.
        warnings: sentences for the user: what was guessed, doubtful or left out.
        pages: of a printed source; together they hold the whole text.

    >>> import rights_diff as rd
    >>> report = rd.load(rd.samples.NEW)
    >>> report.section("s3").heading, len(list(report.sentences_of("s3")))
    ('Freedom of movement', 6)
    >>> figure = report.quantity("q2")
    >>> figure.span.of(report.text), figure.sentence
    ('At least 63 North Koreans', 's3.4')
    >>> report.page_of(figure.span) is None  # a text file has no pages
    True
    >>> report.to_dict()["schema"], report.to_json()[:1]
    ('rights-diff/report/1', '{')
    >>> sorted(report.to_frames())
    ['dates', 'quantities', 'sections', 'sentences']
    """

    text: str
    metadata: Metadata
    sections: tuple[Section, ...] = ()
    facts: tuple[Fact, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    warnings: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()

    def section(self, section_id: str) -> Section:
        """The section with that id; `KeyError` where there is none."""
        return by_id(self.sections, section_id, "section")

    def sentence(self, sentence_id: str) -> Sentence:
        """The sentence with that id; `KeyError` where there is none."""
        return by_id(self.sentences, sentence_id, "sentence")

    def quantity(self, quantity_id: str) -> Quantity:
        """The figure with that id; `KeyError` where there is none."""
        return by_id(self.quantities, quantity_id, "figure")

    def sentences_of(self, section_id: str) -> Iterator[Sentence]:
        """The sentences of one section, in order."""
        return (s for s in self.sentences if s.section == section_id)

    def page_of(self, span: Span) -> Page | None:
        """The page on which the span begins, or None where the source has no pages."""
        return next((p for p in self.pages if p.span.start <= span.start < p.span.end), None)

    def to_dict(self) -> dict[str, Any]:
        """The report as plain data, schema `rights-diff/report/1`."""
        from rights_diff.rendering.json import report_to_dict

        return report_to_dict(self)

    def _page(self, template_dir: PathName | None) -> str:
        from rights_diff.rendering.html import report_html_page

        return report_html_page(self, template_dir)

    def _markdown(self) -> str:
        from rights_diff.rendering.markdown import report_markdown

        return report_markdown(self)

    def _read_from(self) -> tuple[str, ...]:
        path = self.metadata.source.path
        return (path,) if path else ()

    @overload
    def to_csv(self, path: None = None, *, table: str = "sections") -> str: ...
    @overload
    def to_csv(self, path: PathName, *, table: str = "sections") -> None: ...
    def to_csv(self, path: PathName | None = None, *, table: str = "sections") -> str | None:
        """One table as CSV; None where it is written to `path`, with a byte order mark for Excel.

        Texts that a spreadsheet would take for a formula start with an apostrophe.

        Args:
            table: `sections`, `sentences`, `quantities` or `dates`; docs/exports.md lists
                their columns.
        Raises:
            RenderError: there is no such table, or `path` cannot be written or is the report that
                was read.
        """
        from rights_diff.rendering.csv import report_csv

        return self._hand(report_csv(self, table), path, mark=True)

    def to_frame(self, table: str = "sections") -> pd.DataFrame:
        """One table as a pandas frame (extra `frames`), indexed by id.

        Args:
            table: `sections`, `sentences`, `quantities` or `dates`; docs/exports.md lists
                their columns.
        Returns:
            a frame with nullable types: texts `string`, codes `category`, counts and places
            `Int64`, figures `Float64`. Texts stand on one line; `start` and `end` say where the
            exact words stand in `text`.
        Raises:
            RenderError: pandas is not installed, or there is no such table.
        """
        from rights_diff.rendering.frames import report_frame

        return report_frame(self, table)

    def to_frames(self) -> dict[str, pd.DataFrame]:
        """All tables of `to_frame`, by name."""
        from rights_diff.rendering.frames import report_frames

        return report_frames(self)

    def _repr_html_(self) -> str:
        from rights_diff.rendering.notebook import report_html

        return report_html(self)

    def __repr__(self) -> str:
        m = self.metadata
        name = " ".join(x for x in (m.organization, m.edition) if x) or "undated"
        return (
            f"<Report {m.country or 'unknown country'} · {name} · {len(self.sections)} sections, "
            f"{len(self.sentences)} sentences, {len(self.quantities)} quantities>"
        )
