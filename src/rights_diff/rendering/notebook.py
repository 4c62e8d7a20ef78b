"""Compact HTML for notebooks: scoped styles, light and dark alike, no script."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from rights_diff.model import Change, Comparison, LedgerRow, Report
from rights_diff.rendering.html import asset, environment
from rights_diff.rendering.strings import say
from rights_diff.rendering.view import comparison_view, topic_label
from rights_diff.rendering.view.plain import clip, shown_line
from rights_diff.rendering.view.records import Group, Piece, Row
from rights_diff.rendering.view.reports import counts
from rights_diff.rendering.view.rows import Rows
from rights_diff.rendering.view.sides import Index, index_of, side_view
from rights_diff.rendering.view.tables import change_line

__all__ = ["change_html", "comparison_html", "report_html", "row_html"]

_ROWS_SHOWN = 12  # about two screens of a notebook
_FIGURES_SHOWN = 8
_SECTIONS_SHOWN = 40


def comparison_html(comparison: Comparison) -> str:
    """A comparison as a fragment: counts, figures, and the rows that changed most."""
    page = comparison_view(comparison)
    chosen = [_Rows(rows=tuple(_changed(g))) for g in page.groups]
    rows = [r for group in chosen for r in group.rows]
    telling = sorted(rows, key=lambda r: (not r.tags, r.status == "reworded"))[:_ROWS_SHOWN]
    kept = {r.id for r in telling}
    return (
        environment()
        .get_template("notebook.html.j2")
        .render(
            page=page,
            style=_style(),
            limit=_FIGURES_SHOWN,
            groups=[_Rows(rows=tuple(r for r in g.rows if r.id in kept)) for g in chosen],
            more=len(rows) - len(telling),
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rows:
    rows: tuple[Row, ...]


def _changed(group: Group) -> list[Row]:
    return [row for row in group.rows() if row.status != "unchanged" or row.tags]


def change_html(change: Change) -> str:
    """One claim as a fragment: both quotes with their changes, where they stand, and why."""
    comparison, row = change.comparison, change.row
    old, new = index_of(comparison)
    rows = Rows(comparison, old, new)
    view = rows.row(row, ())
    same = view.new if view.shape == "same" else ()
    sides = (
        _side(old, row.old, view.old or same, view.old_page),
        _side(new, row.new, view.new, view.new_page),
    )
    template = environment().get_template("notebook_change.html.j2")
    return template.render(
        style=_style(), row=view, said=change_line(view, rows.sides), sides=sides
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    label: str
    quote: tuple[Piece, ...]
    where: str


def _side(index: Index, ids: tuple[str, ...], quote: tuple[Piece, ...], leaf: str) -> _Side:
    """A quote with what a citation names: the report, the section, the page."""
    heading = index.heading(index.sentences[ids[0]].section) if ids else ""
    parts = (side_view(index, 0).cite, f"“{heading}”" if heading else "", leaf) if ids else ()
    return _Side(label=index.label, quote=quote, where=", ".join(p for p in parts if p))


def row_html(row: LedgerRow) -> str:
    """A row alone as a fragment: it knows its words only where a facet rests on them."""
    labels = (say("status", row.status.value), *(say("facet", f.value) for f in row.facets))
    ids = (" ".join(side) or "–" for side in (row.old, row.new))
    return (
        environment()
        .get_template("notebook_row.html.j2")
        .render(
            style=_style(),
            id=row.id,
            quoted_id=repr(row.id),
            said="; ".join((*labels, *(["unsure pair"] if row.is_unsure else []))),
            where=" → ".join(ids),
            score=f"{row.score:.2f}" if row.old and row.new else "",
            signals=[
                (say("facet", s.facet.value), *_words(s.old_words, s.new_words))
                for s in row.signals
            ],
        )
    )


def _words(*words: str | None) -> tuple[str, ...]:
    return tuple(clip(shown_line(w or ""), 90) for w in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class _SectionLine:
    id: str
    heading: str
    level: int
    sentences: int
    figures: int
    topics: str


def report_html(report: Report) -> str:
    """A report as a fragment: who, when, how many of what, and its sections."""
    m = report.metadata
    return (
        environment()
        .get_template("notebook_report.html.j2")
        .render(
            style=_style(),
            country=shown_line(m.country or "Unknown country"),
            who=", ".join(shown_line(x) for x in (m.organization, m.edition) if x),
            covered=", ".join(map(str, m.covered_years)),
            counts=counts(report)[1:],
            sections=_section_lines(report)[:_SECTIONS_SHOWN],
            more=max(0, len(report.sections) - _SECTIONS_SHOWN),
        )
    )


def _section_lines(report: Report) -> list[_SectionLine]:
    home = {s.id: s.section for s in report.sentences}
    sentences = Counter(home.values())
    figures = Counter(home.get(q.sentence or "") for q in report.quantities)
    return [
        _SectionLine(
            id=s.id,
            heading=clip(shown_line(s.heading or "") or "(opening)", 90),
            level=min(s.level, 3),
            sentences=sentences[s.id],
            figures=figures[s.id],
            topics=", ".join(topic_label(t) for t in s.topics[:3]),
        )
        for s in report.sections
    ]


def _style() -> Markup:
    return Markup(asset("notebook.css"))  # noqa: S704 - our own file
