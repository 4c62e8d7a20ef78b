"""What stands around the comparison in a Word document: sources, counts, figures, notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rights_diff.model import Comparison
from rights_diff.rendering.docx_parts import Sheet, field, fill, line, put, quote, table, word
from rights_diff.rendering.view import Page
from rights_diff.rendering.view.plain import change_words
from rights_diff.rendering.view.records import Fact, Figure, Highlight, Side

if TYPE_CHECKING:
    from docx.document import Document

__all__ = ["ending", "figures", "footer", "glance", "title"]

# Widths in centimetres.
_FIGURE_COLUMNS = (6.8, 4.2, 4.2, 2.6, 1.7, 5.3, 1.3)
_FACT_COLUMNS = (4.5, 8.9, 8.9, 3.8)
_SOURCE_COLUMNS = (4.1, 11.0, 11.0)


def footer(document: Document, page: Page) -> None:
    """Who made it, and the page."""
    foot = document.sections[0].footer.paragraphs[0]
    put(foot, f"{word('made', old=page.version)}  ·  {word('page')} ", small=True)
    field(foot, "PAGE")
    put(foot, "/", small=True)
    field(foot, "NUMPAGES")


def title(document: Document, page: Page, comparison: Comparison) -> None:
    """The title, and both sources in a table."""
    title = document.add_paragraph(style="Title")
    put(title, f"{page.country}: {page.headline}" if page.country else page.headline)
    sides = (page.old, page.new)
    sheet = table(document, ["", page.old.label, page.new.label], _SOURCE_COLUMNS, page.title)
    sources = comparison.old.metadata.source, comparison.new.metadata.source
    lines: Sequence[tuple[str, Iterable[str]]] = (
        ("organization", (s.organization for s in sides)),
        ("cite", (s.cite for s in sides)),
        ("edition", (s.edition for s in sides)),
        ("covers", (s.covered for s in sides)),
        ("length", (word("words", old=s.words) for s in sides)),
        ("source", map(_where, sides)),
        ("sha256", (s.sha256 for s in sources)),
    )
    for key, values in lines:
        texts = [value or word("none") for value in values]
        fill(sheet.row(), (word(key), *texts))


def _where(side: Side) -> str:
    place = side.url or side.file
    return f"{place} ({side.media_type})" if place else side.media_type


def glance(document: Document, page: Page) -> None:
    """Counts, and one sentence each for what matters most."""
    document.add_heading(word("glance"), 1)
    said = document.add_paragraph()
    for number, count in enumerate(page.glance):
        put(said, "  ·  " if number else "")
        put(said, str(count.count), bold=True)
        put(said, f" {count.label}")
    for item in page.highlights:
        _highlight(document, item, page)
    if page.caution:
        put(document.add_paragraph(), word("caution")).italic = True


def _highlight(document: Document, item: Highlight, page: Page) -> None:
    said = document.add_paragraph(style="List Bullet")
    put(said, item.label, bold=True)
    words = change_words(item.old, item.new, page.sides)
    text = f"“{item.text}”" if item.quoted else item.text
    text += f" ({item.before})" if item.before else ""
    put(said, f": {words}; {text}" if words else f": {text}")
    put(said, f"  ({', '.join(x for x in (item.place, item.row) if x)})", small=True)


def figures(document: Document, page: Page) -> None:
    """The figures that changed, and those that agree."""
    for key, figures in (("figures", page.figures), ("figures_agree", page.agreeing)):
        if figures:
            document.add_heading(word(key, page), 1)
            _figure_table(document, page, figures, word(key, page))


def _figure_table(document: Document, page: Page, figures: Sequence[Figure], about: str) -> None:
    names = (word(k) for k in ("difference", "percent", "note", "row"))
    head = [word("counted"), page.old.label, page.new.label, *names]
    sheet = table(document, head, _FIGURE_COLUMNS, about)
    for figure in figures:
        counted = figure.counted or figure.event
        event = f" ({figure.event})" if figure.event and figure.counted else ""
        changes = (figure.absolute or word("none"), figure.percent or word("none"))
        doubt = word("unsure") if figure.unsure else ""
        note = "; ".join(x for x in (figure.caveat, doubt) if x)
        texts = (counted + event, *figure.told, *changes, note, figure.row)
        fill(sheet.row(), texts)


def ending(document: Document, page: Page) -> None:
    """Facts, notes of the reports, attention, warnings, and what was set aside."""
    if page.facts or page.footnotes:
        document.add_heading(word("facts"), 1)
        head = ["", page.old.label, page.new.label, word("change", page)]
        sheet = table(document, head, _FACT_COLUMNS, word("facts"))
        for fact in (*page.facts, *page.footnotes):
            _fact(sheet, fact)
    if page.attention:
        document.add_heading(word("attention"), 1)
        head = [word("topic"), page.old.label, page.new.label, word("difference")]
        sheet = table(document, head, _FACT_COLUMNS, word("attention"))
        for topic in page.attention:
            rates = f"{topic.old_rate} ({topic.old_words})", f"{topic.new_rate} ({topic.new_words})"
            fill(sheet.row(), (topic.topic, *rates, topic.change))
    notes = [*page.warnings, *_aside(page)]
    if notes:
        document.add_heading(word("notes"), 1)
        for note in notes:
            put(document.add_paragraph(style="List Bullet"), note)


def _fact(sheet: Sheet, fact: Fact) -> None:
    label, old, new, change = sheet.row()
    line(label, fact.label)
    quote(old, fact.old)
    quote(new, fact.new)
    line(change, fact.status_label, f" ({fact.change})" if fact.change else "")


def _aside(page: Page) -> list[str]:
    """What was left out of either report, counted: a reader must be able to ask for it."""
    return [
        f"{side.label}: {word('set_aside')}: "
        + ", ".join(f"{stretch.count} × {stretch.reason}" for stretch in stretches)
        for side, stretches in ((page.old, page.aside_old), (page.new, page.aside_new))
        if stretches
    ]
