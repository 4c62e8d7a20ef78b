"""The change report, and one report, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rights_diff.model import Comparison, Report
from rights_diff.rendering.strings import say
from rights_diff.rendering.view import Page, comparison_view
from rights_diff.rendering.view.aside import set_aside
from rights_diff.rendering.view.plain import change_words, clip, shown_line
from rights_diff.rendering.view.records import (
    Figure,
    Fold,
    Ghost,
    Group,
    Highlight,
    Piece,
    Row,
    Run,
    SetAside,
    Side,
    Tag,
)

__all__ = ["comparison_markdown", "report_markdown"]

# What could start markup inside a line, in CommonMark, its common extensions, or HTML; links
# that some renderers make of bare addresses; and what could start a block at a line's head.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~^$&@]|:(?=//)|(?<=www)\.)")
_BLOCK_START = re.compile(r"\d{1,9}(?=[.)])|(?=[-+=])")
_MARKS = {
    "same": ("", ""),
    "del": ("<del>", "</del>"),
    "ins": ("<ins>", "</ins>"),
    "spot": ("", ""),
}


def comparison_markdown(comparison: Comparison) -> str:
    """The change report as Markdown: CommonMark with pipe tables, `<del>` and `<ins>`.

    Nothing of the reports' text is read as markup.
    """
    page = comparison_view(comparison)
    parts = [*_head(page), *_glance(page), *_figures(page), *_comparison(page), *_ending(page)]
    return "\n\n".join(parts) + "\n"


def _head(page: Page) -> list[str]:
    lines = [f"# {_safe(page.country or 'Two reports')}: {_safe(page.headline)}"]
    for side in (page.old, page.new):
        covers = f", covers {side.covered}" if side.covered else ""
        who = _safe(side.cite)
        lines.append(f"- **{_safe(side.label)}**: {who}{covers}, {side.words} words")
    return [lines[0], "\n".join(lines[1:])]


def _glance(page: Page) -> list[str]:
    counts = " · ".join(f"**{g.count}** {_safe(g.label)}" for g in page.glance)
    caution = [f"*{say('page', 'caution')}*"]
    return [
        "## At a glance",
        counts,
        "\n".join(_highlight(h, page) for h in page.highlights) or "No claim changed.",
        *(caution if page.caution else ()),
    ]


def _highlight(item: Highlight, page: Page) -> str:
    said = _safe(change_words(item.old, item.new, page.sides))
    words = f"{said}; " if said else ""
    text = f"“{_safe(item.text)}”" if item.quoted else _safe(item.text)
    if item.before:
        text += f" ({_safe(item.before)})"
    place = f" ({_safe(item.place)}, {item.row})" if item.place else f" ({item.row})"
    return f"- **{_safe(item.label)}**: {words}{text}{place}"


def _figures(page: Page) -> list[str]:
    if not page.figures and not page.agreeing:
        return []
    parts = ["## Figures"]
    if page.figures:
        parts.append(_figure_table(page, page.figures))
    if page.agreeing:
        head = say("document", "figures_agree", across=page.across)
        parts += [f"### {head}", _figure_table(page, page.agreeing)]
    return parts


def _figure_table(page: Page, figures: Sequence[Figure]) -> str:
    head = ["What is counted", _safe(page.old.label), _safe(page.new.label), "Difference", "%"]
    rows = [
        [_counted(f), *f.told, f.absolute or "–", f.percent or "–", _to_note(f), f.row]
        for f in figures
    ]
    return _table([*head, "To note", "Row"], [[_safe(cell) for cell in row] for row in rows])


def _to_note(figure: Figure) -> str:
    doubt = "unsure pair" if figure.unsure else ""
    return "; ".join(x for x in (figure.caveat, doubt) if x)


def _counted(figure: Figure) -> str:
    counted = figure.counted or "figure"
    return f"{counted} ({figure.event})" if figure.event else counted


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _comparison(page: Page) -> list[str]:
    parts = ["## The comparison"]
    for group in page.groups:
        parts.append(f"### {_heading(group, page)}")
        parts += [_entry(entry, page) for entry in group.entries]
    return parts


def _heading(group: Group, page: Page) -> str:
    old, new = " + ".join(group.old_headings), group.new_heading
    between = " · " if page.across else " → "
    name = f"{old}{between}{new}" if old and new and old != new else new or old
    return _safe(name) + (f" ({_safe(group.note)})" if group.note else "")


def _entry(entry: Row | Fold | Run | Ghost, page: Page) -> str:
    if isinstance(entry, Run):
        return "\n\n".join(_entry(e, page) for e in (*entry.old, *entry.new))
    if isinstance(entry, Fold):
        return f"*{entry.sentences} sentences unchanged*"
    if isinstance(entry, Ghost):
        return f"*“{_safe(entry.words)}” {_safe(entry.says)} ({entry.row})*"
    return _row(entry, page)


def _row(row: Row, page: Page) -> str:
    tags = "; ".join(_tag(tag, page) for tag in row.tags)
    doubt = f" · unsure pair ({row.unsure} of 1)" if row.unsure else ""
    head = f"**{row.id} · {_safe(row.label)}**{doubt}" + (f" · {tags}" if tags else "")
    lines = [head, *(f"*{_safe(line)}*" for line in row.decided)]
    if row.old:
        lines.append(f"> {_safe(_named(page.old.label, row.old_page))}: {_quote(row.old)}")
    if row.new:
        label = "Both" if row.shape == "same" else page.new.label
        lines.append(f"> {_safe(_named(label, row.new_page))}: {_quote(row.new)}")
    lines += [f"Possibly: “{_safe(c.words)}” ({c.row}, {c.score})" for c in row.candidates]
    return "\n\n".join(lines)


def _named(label: str, leaf: str) -> str:
    return f"{label}, {leaf}" if leaf else label


def _tag(tag: Tag, page: Page) -> str:
    words = _safe(change_words(tag.old, tag.new, page.sides, tag.doubt))
    return f"{_safe(tag.label)} ({words})" if words else _safe(tag.label)


def _quote(pieces: Iterable[Piece]) -> str:
    parts = []
    for piece in pieces:
        before, after = _MARKS[piece.kind]
        text = re.sub(r"\s+", " ", _safe(piece.text))
        parts.append(f"{before}{text}{after}" if text.strip() else text)
    return "".join(parts).strip()


def _ending(page: Page) -> list[str]:
    parts = []
    if page.facts or page.footnotes:
        rows = [
            [_safe(f.label), _quote(f.old), _quote(f.new), _safe(f.status_label)]
            for f in (*page.facts, *page.footnotes)
        ]
        head = ["", _safe(page.old.label), _safe(page.new.label), ""]
        parts += ["## Facts and notes", _table(head, rows)]
    if page.attention:
        rows = [
            [_safe(t.topic), f"{t.old_rate} ({t.old_words})", f"{t.new_rate} ({t.new_words})"]
            for t in page.attention
        ]
        head = ["Topic", _safe(page.old.label), _safe(page.new.label)]
        parts += ["## Attention: words in every thousand (in all)", _table(head, rows)]
    parts += ["## Sources", "\n".join(_source(s.label, s) for s in (page.old, page.new))]
    return [*parts, f"Made by rights-diff {page.version}. Check the quotes before you publish."]


def _source(label: str, side: Side) -> str:
    where = side.url or side.file or "text"
    return f"- {_safe(label)}: `{where.replace('`', '')}`, sha256 {side.sha256}…"


def report_markdown(report: Report) -> str:
    """One report as Markdown: who and when, its sections with their sentences, its figures."""
    m = report.metadata
    name = ", ".join(shown_line(x) for x in (m.organization, m.edition) if x)
    parts = [f"# {_safe(shown_line(m.country or m.title or 'Report'))}", _safe(name)]
    for section in report.sections:
        heading = shown_line(section.heading or "") or "Opening"
        parts.append(f"{'#' * min(section.level + 1, 6)} {_safe(heading)}")
        parts.append(_paragraph(shown_line(section.span.of(report.text))))
    if report.furniture:
        parts += ["## Set aside", "\n".join(map(_aside, set_aside(report)))]
    if report.quantities:
        rows = [
            [_safe(shown_line(q.span.of(report.text))), q.kind.value, _safe(q.counted or "")]
            for q in report.quantities
        ]
        parts += ["## Figures", _table(["In the text", "Kind", "Counted"], rows)]
    return "\n\n".join(p for p in parts if p) + "\n"


def _aside(stretch: SetAside) -> str:
    return f"- {_safe(stretch.reason)} ({stretch.count}): “{_safe(clip(stretch.samples[0], 90))}”"


def _paragraph(text: str) -> str:
    """The same for text that opens a line."""
    start = _BLOCK_START.match(text)
    if start is None:
        return _safe(text)
    return f"{start[0]}\\{text[start.end()]}{_safe(text[start.end() + 1 :])}"


def _safe(text: str) -> str:
    """Text with everything escaped that Markdown or HTML could act on."""
    return _ACTIVE.sub(r"\\\1", text.replace("\n", " ").replace("\r", " "))
