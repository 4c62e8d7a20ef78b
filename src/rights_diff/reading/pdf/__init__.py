"""PDF: what is printed, in reading order, with headings, lists, notes and pages.

The way of a file: `engine` (runs of characters) → `margins` (what is set aside) → `columns`
(reading order) → `paragraphs` → `roles` (headings, facts, notes) → `writing` (text and hints).
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from rights_diff.errors import Empty
from rights_diff.model import Document, Source

if TYPE_CHECKING:
    from rights_diff.reading.options import ReadOptions
    from rights_diff.reading.pdf.engine import Sheet

_TAIL = 2048  # bytes in which the end mark stands, blanks and signatures behind it
_MOST_NAMED = 8  # pages listed in a warning


def read_pdf(name: str, data: bytes, options: ReadOptions) -> Document:
    """The document of a PDF file.

    Raises:
        Encrypted: it needs a password. Empty: it has no text, only pictures of it. TooLarge: too
            many pages or characters. ReadError: damaged.
    """
    from rights_diff.reading.pdf.columns import columns_of, gutters_of
    from rights_diff.reading.pdf.engine import open_pdf, sheets
    from rights_diff.reading.pdf.margins import divide
    from rights_diff.reading.pdf.paragraphs import paragraphs_of
    from rights_diff.reading.pdf.roles import mark_paragraphs
    from rights_diff.reading.pdf.writing import write

    with open_pdf(name, data) as pdf:
        facts, bookmarks = pdf.facts(), pdf.bookmarks()
        seen = list(sheets(pdf, options.max_characters))
    _refuse_scans(name, seen)
    pages = divide(seen)
    gutters = gutters_of([page.body for page in pages])
    columns = [c for p, g in zip(pages, gutters, strict=True) for c in columns_of(p.body, g)]
    paragraphs, profile = paragraphs_of(columns)
    marked = mark_paragraphs(paragraphs, profile, [s.height for s in seen], bookmarks)
    text, hints = write(marked, pages)
    if not text.strip():
        raise Empty("holds no text", file=name)
    return Document(
        text=text,
        source=Source(
            path=name, sha256=hashlib.sha256(data).hexdigest(), media_type="application/pdf"
        ),
        hints=hints,
        told={"title": facts["Title"]} if "Title" in facts else {},
        warnings=(*_cut_short(name, data), *_warnings(name, seen)),
    )


def _refuse_scans(name: str, seen: list[Sheet]) -> None:
    if any(sheet.runs for sheet in seen):
        return
    if any(sheet.has_image for sheet in seen):
        raise Empty("holds pictures of pages and no text: it was scanned, needs OCR", file=name)
    raise Empty("holds no text (if it shows any, it needs OCR)", file=name)


def _cut_short(name: str, data: bytes) -> tuple[str, ...]:
    """A warning where the file lacks its end: the engine repairs what it can and keeps silent."""
    if b"%%EOF" in data[-_TAIL:]:
        return ()
    return (f"{name}: its end is missing, so it may be truncated: compare the last pages",)


def _warnings(name: str, seen: list[Sheet]) -> tuple[str, ...]:
    pictures = [str(s.page + 1) for s in seen if s.has_image]
    if not pictures:
        return ()
    named = ", ".join(pictures[:_MOST_NAMED]) + (" …" if len(pictures) > _MOST_NAMED else "")
    many = "pages" if len(pictures) > 1 else "page"
    return (f"{name}: {many} {named} of the file hold only pictures, whose words are not read",)
