"""Compact HTML for notebooks: scoped styles, light and dark alike, no script."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from rights_diff.model import Comparison, Report
from rights_diff.rendering.html import asset, environment
from rights_diff.rendering.view import comparison_view, topic_label
from rights_diff.rendering.view.plain import clip, shown_line
from rights_diff.rendering.view.records import Group, Row
from rights_diff.rendering.view.reports import counts

__all__ = ["comparison_html", "report_html"]

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
