"""Short plain-text summaries for terminals; nothing in them acts on the terminal."""

from __future__ import annotations

import textwrap

from rights_diff.model import Comparison, Report
from rights_diff.rendering.view import Page, comparison_view
from rights_diff.rendering.view.aside import set_aside
from rights_diff.rendering.view.plain import change_words, clip, shown_line
from rights_diff.rendering.view.records import Figure, Highlight, SetAside
from rights_diff.rendering.view.reports import counts

__all__ = ["comparison_text", "report_text"]

_WIDTH = 88
_FIGURES_SHOWN = 12
_HEADINGS_SHOWN = 40
_DECISIONS_SHOWN = 20


def comparison_text(comparison: Comparison) -> str:
    """What changed, on about a screen: counts, figures, and what matters most.

    Control characters of the reports are shown as marks, so that no escape sequence acts.
    """
    page = comparison_view(comparison)
    parts = [_head(page), _counts(page)]
    if page.figures:
        parts.append("\n".join(["Figures", *_figures(page)]))
    told = [_highlight(h, page) for h in page.highlights if not h.code.startswith("number_")]
    if told:
        parts.append("\n".join(told))
    if decided := _decided(page):
        parts.append("\n".join(["Review", *decided]))
    parts += [f"Note: {w}" for w in page.warnings]
    return "\n\n".join(parts) + "\n"


def _head(page: Page) -> str:
    country = page.country or "Two reports"
    lines = [f"{country} · {page.headline}"]
    for side in (page.old, page.new):
        covers = f", covers {side.covered}" if side.covered else ""
        lines.append(
            f"  {side.label}: {side.organization or 'unknown'}{covers}, {side.words} words"
        )
    return "\n".join(lines)


def _counts(page: Page) -> str:
    counts = (*page.glance, *page.quiet)
    width = max((len(str(g.count)) for g in counts), default=1)
    return "\n".join(f"  {g.count:>{width}}  {g.label}" for g in counts)


def _figures(page: Page) -> list[str]:
    """Sure figures first, as the count at the top has them."""
    ordered = sorted(page.figures, key=lambda f: f.unsure)
    lines = [_figure(figure, page) for figure in ordered[:_FIGURES_SHOWN]]
    return lines + _more(len(ordered) - len(lines))


def _more(count: int) -> list[str]:
    return [f"  … and {count:,} more (-o report.html shows all)"] if count > 0 else []


def _figure(figure: Figure, page: Page) -> str:
    doubt = "unsure pair" if figure.unsure else ""
    change = ", ".join(x for x in (figure.absolute, figure.percent, figure.caveat, doubt) if x)
    tail = f"  ({change})" if change else ""
    event = f", “{figure.event}”" if figure.event else ""
    noun = f" {figure.noun}" if figure.noun else ""
    row = f"  [{figure.row}]" if figure.row else ""
    return f"  {change_words(*figure.told, page.sides)}{noun}{event}{tail}{row}"


def _highlight(item: Highlight, page: Page) -> str:
    words = change_words(item.old, item.new, page.sides)
    said = f"{words}: " if words else ""
    before = f" ({item.before})" if item.before else ""
    told = textwrap.fill(
        f"{item.label}: {said}“{item.text}”{before} [{item.row}]",
        _WIDTH,
        subsequent_indent="  ",
        break_on_hyphens=False,
    )
    return "\n".join([told, *_more(item.more)])


def _decided(page: Page) -> list[str]:
    """What readers decided, row by row."""
    rows = [row for group in page.groups for row in group.rows() if row.decided]
    lines = [f"  {row.id}  {clip(line, _WIDTH)}" for row in rows for line in row.decided]
    return lines[:_DECISIONS_SHOWN] + _more(len(lines) - _DECISIONS_SHOWN)


def _aside(stretch: SetAside) -> str:
    words = clip(stretch.samples[0], _WIDTH - 30) if stretch.samples else ""
    return f"  {stretch.count} × {stretch.reason}: “{words}”"


def report_text(report: Report) -> str:
    """What was found in one report: who, when, its sections, and how many of what."""
    m = report.metadata
    who = ", ".join(shown_line(x) for x in (m.organization, m.edition) if x) or "unknown"
    years = ", ".join(map(str, m.covered_years)) or "unknown"
    lines = [
        f"{shown_line(m.country or 'Unknown country')} · {who} · covers {years}",
        f"  {', '.join(f'{n} {what}' for n, what in counts(report)[1:])}",
        "",
        "Sections",
    ]
    for section in report.sections[:_HEADINGS_SHOWN]:
        heading = clip(shown_line(section.heading or "") or "(opening)", _WIDTH)
        lines.append(f"  {'  ' * min(section.level - 1, 6)}{heading}")
    if len(report.sections) > _HEADINGS_SHOWN:
        lines.append(f"  … and {len(report.sections) - _HEADINGS_SHOWN} more")
    if report.furniture:
        lines += ["", "Set aside", *map(_aside, set_aside(report))]
    lines += [f"Note: {shown_line(w)}" for w in report.warnings]
    return "\n".join(lines) + "\n"
