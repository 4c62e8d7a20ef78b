"""The comparative table of a Word document: section, old words, new words, kind of change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rights_diff.model import Comparison
from rights_diff.rendering.docx_parts import line, put, quote, table, word
from rights_diff.rendering.view import Page
from rights_diff.rendering.view.plain import change_words
from rights_diff.rendering.view.records import Fold, Ghost, Group, Row, Run
from rights_diff.rendering.view.sides import index_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

__all__ = ["comparison_table"]

Headings = dict[str, tuple[str, ...]]

_COLUMNS = (3.5, 9.4, 9.4, 3.8)  # centimetres


def _headings(comparison: Comparison) -> Headings:
    """Where each row stands: the heading of its old side, and of its new side."""
    sides = index_of(comparison)
    return {
        row.id: tuple(
            index.heading(index.sentences[ids[0]].section) if ids else ""
            for index, ids in zip(sides, (row.old, row.new), strict=True)
        )
        for row in comparison.ledger
    }


def comparison_table(document: Document, page: Page, comparison: Comparison) -> None:
    """The comparison section by section, a row a claim."""
    headings = _headings(comparison)
    document.add_heading(word("comparison"), 1)
    legend = document.add_paragraph()
    put(legend, word("legend", page))
    put(legend, word("dropped", page), mark="del")
    put(legend, ", ")
    put(legend, word("added", page), mark="ins")
    put(legend, word("legend_end"))
    head = [word("section"), page.old.label, page.new.label, word("change", page)]
    sheet = table(document, head, _COLUMNS, word("comparison"))
    for group in page.groups:
        note = group.note
        for entry in _entries(group) or (None,):
            section, old, new, change = sheet.row()
            put(section.paragraphs[0], _section(group, entry, headings, across=page.across))
            if note:
                put(section.add_paragraph(), note, small=True)
            note = ""  # said once, in the first row of the section
            _entry(old, new, change, entry, page)


def _entries(group: Group) -> list[Row | Fold | Ghost]:
    """What stands in one row each: claims that only one report makes, the older one's first."""
    found: list[Row | Fold | Ghost] = []
    for entry in group.entries:
        found += (*entry.old, *entry.new) if isinstance(entry, Run) else (entry,)
    return found


def _section(
    group: Group, entry: Row | Fold | Ghost | None, headings: Headings, *, across: bool
) -> str:
    """Where a row stands; each says it, for such rows are copied out one by one."""
    old, new = " + ".join(group.old_headings), group.new_heading
    if isinstance(entry, Row):
        old, new = headings[entry.id]
    elif isinstance(entry, Ghost):
        old, new = headings[entry.row][0], ""
    between = " · " if across else " → "
    return f"{old}{between}{new}" if old and new and old != new else new or old


def _entry(
    old: _Cell, new: _Cell, change: _Cell, entry: Row | Fold | Ghost | None, page: Page
) -> None:
    if isinstance(entry, Row):
        _row(old, new, change, entry, page)
    elif isinstance(entry, Fold):
        _folded(old, new, change, entry)
    elif isinstance(entry, Ghost):
        line(old, f"“{entry.words}”")
        line(new, word("none"))
        line(change, f"{entry.says} ({entry.row})")


def _row(old: _Cell, new: _Cell, change: _Cell, row: Row, page: Page) -> None:
    same = row.new if row.shape == "same" else ()
    quote(old, row.old or same, row.old_page)
    quote(new, row.new, row.new_page)
    if row.show_status or not row.tags:
        line(change, row.label, bold=True)
    for tag in row.tags:
        words = change_words(tag.old, tag.new, page.sides, tag.doubt)
        line(change, tag.label, f": {words}" if words else "", bold=True)
    if row.unsure:
        line(change, word("unsure"), f" ({row.unsure} of 1)", bold=True)
    if row.retold:
        line(change, "", word("retold"), small=True)
    near = ", ".join(f"{c.row} ({c.score})" for c in row.candidates)
    if near:
        line(change, "", f"{word('possibly')}: {near}", small=True)
    line(change, "", row.id, small=True)


def _folded(old: _Cell, new: _Cell, change: _Cell, fold: Fold) -> None:
    ids = f"{fold.rows[0].id}–{fold.rows[-1].id}"
    line(old.merge(new), word("unchanged", old=str(fold.sentences)))
    line(change, fold.rows[0].label, bold=True)
    line(change, "", ids, small=True)
