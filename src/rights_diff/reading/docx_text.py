"""The paragraphs of a Word document in reading order, tracked changes accepted or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rights_diff.reading.blocks import join_cells
from rights_diff.reading.docx_styles import Styles, child, figure, is_on, tag_of, value_of
from rights_diff.reading.options import TrackedChanges

if TYPE_CHECKING:
    from lxml.etree import _Element

# Never part of the text: field codes, properties, the copy of a drawing for old programs.
_NO_TEXT = frozenset({"instrText", "delInstrText", "pPr", "rPr", "sdtPr", "tblPr", "Fallback"})
_DROPPED: dict[TrackedChanges, frozenset[str]] = {
    "accepted": frozenset({"del", "moveFrom"}),
    "refused": frozenset({"ins", "moveTo"}),
}
_TRACKED = frozenset({"ins", "del", "moveFrom", "moveTo"})
_SPACES = frozenset({"tab", "cr", "ptab"})
_NOTE_KINDS = {"footnoteReference": "decimal", "endnoteReference": "lowerRoman"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph: its words, and how they are printed."""

    text: str
    bold: bool = False
    size: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's pieces and properties; `place` is `contents` or `row` where it stands there."""

    pieces: tuple[Piece, ...]
    properties: _Element | None = None
    place: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(piece.text for piece in self.pieces)


@dataclass
class Walk:
    """One way through a part of the document.

    Attributes:
        notes: marker → (kind of reference, id), in the order met.
        seen: how often each kind of tracked change was met.
    """

    styles: Styles
    changes: TrackedChanges = "accepted"
    notes: dict[str, tuple[str, str]] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)
    _counted: Counter[str] = field(default_factory=Counter)
    _boxes: list[_Element] = field(default_factory=list)

    def drops(self, tag: str) -> bool:
        """Whether elements of that tag are left out, because of tracked changes or always."""
        self.seen[tag] += tag in _TRACKED
        return tag in _NO_TEXT or tag in _DROPPED[self.changes]

    def paragraphs(self, parent: _Element, place: str = "") -> Iterator[Paragraph]:
        """The paragraphs below an element; a removed paragraph mark joins two of them."""
        carried: tuple[Piece, ...] = ()
        for element in parent:
            tag = tag_of(element)
            if tag == "p":
                properties = self._properties(element)
                carried += tuple(self._pieces(element, properties))
                if self._is_mark_removed(element):
                    continue
                yield Paragraph(carried, properties, place)
                carried = ()
                yield from self._box_paragraphs()
            elif tag == "tbl":
                yield from self._rows(element, place)
            elif not self.drops(tag):
                yield from self.paragraphs(element, _place_of(element) or place)
        if carried:
            yield Paragraph(carried, None, place)

    def _properties(self, paragraph: _Element) -> _Element | None:
        """The paragraph's properties; those before a tracked change where changes are refused."""
        properties = child(paragraph, "pPr")
        before = child(properties, "pPrChange", "pPr")
        return before if self.changes == "refused" and before is not None else properties

    def _is_mark_removed(self, paragraph: _Element) -> bool:
        mark = child(paragraph, "pPr", "rPr")
        return any(child(mark, tag) is not None for tag in _DROPPED[self.changes])

    # ------------------------------------------------------------ tables

    def _rows(self, table: _Element, place: str) -> Iterator[Paragraph]:
        """A table's rows as lines; a table that only arranges the page as its paragraphs."""
        rows = [self._cells(row) for row in _descend(table, "tr") if not self._drops_row(row)]
        if any(len([p for p in cell if p.text.strip()]) > 1 for row in rows for cell in row):
            for row in rows:
                for cell in row:
                    yield from cell
            return
        for row in rows:
            cells = [" ".join(p.text for p in cell).strip() for cell in row]
            yield Paragraph((Piece(join_cells(cells)),), None, place or "row")

    def _cells(self, row: _Element) -> list[list[Paragraph]]:
        return [list(self.paragraphs(cell)) for cell in _descend(row, "tc")]

    def _drops_row(self, row: _Element) -> bool:
        properties = child(row, "trPr")
        return any(child(properties, tag) is not None for tag in _DROPPED[self.changes])

    # ------------------------------------------------------------ runs

    def _pieces(self, parent: _Element, paragraph: _Element | None) -> Iterator[Piece]:
        for element in parent:
            tag = tag_of(element)
            if tag == "r":
                yield from self._run(element, paragraph)
            elif not self.drops(tag):
                yield from self._pieces(element, paragraph)

    def _run(self, run: _Element, paragraph: _Element | None) -> Iterator[Piece]:
        properties = child(run, "rPr")
        if is_on(properties, "vanish"):
            return
        text = "".join(self._text(element) for element in run)
        if text:
            bold = self.styles.is_bold(properties, paragraph)
            yield Piece(text, bold, self.styles.size(properties, paragraph))

    def _text(self, element: _Element) -> str:
        tag = tag_of(element)
        if tag in ("t", "delText"):
            return element.text or ""
        if tag in _SPACES or tag == "br":
            return " "
        if tag == "noBreakHyphen":
            return "-"
        if tag in _NOTE_KINDS:
            return self._note(tag, value_of(element, "id") or "")
        if tag in ("drawing", "pict", "object", "AlternateContent"):
            self._boxes += _text_boxes(element)
        return ""

    def _note(self, kind: str, number: str) -> str:
        """The mark that is printed for a note: figures for footnotes, Roman for endnotes."""
        self._counted[kind] += 1
        marker = figure(self._counted[kind], _NOTE_KINDS[kind])
        self.notes[marker] = (kind, number)
        return f"[{marker}]"

    def _box_paragraphs(self) -> Iterator[Paragraph]:
        """The text boxes anchored in the paragraph before, below it."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.paragraphs(box)


def _place_of(element: _Element) -> str:
    """`contents` for the block that Word fills with the list of contents."""
    if tag_of(element) != "sdt":
        return ""
    gallery = value_of(child(element, "sdtPr", "docPartObj", "docPartGallery"))
    return "contents" if gallery == "Table of Contents" else ""


def _descend(element: _Element, tag: str) -> Iterator[_Element]:
    """The nearest elements of a tag, through wrappers (but not into tables within cells)."""
    for inner in element:
        found = tag_of(inner)
        if found == tag:
            yield inner
        elif found in ("sdt", "sdtContent", "customXml"):
            yield from _descend(inner, tag)


def _text_boxes(element: _Element) -> Iterator[_Element]:
    """The contents of text boxes in a drawing, each once."""
    for inner in element:
        tag = tag_of(inner)
        if tag == "txbxContent":
            yield inner
        elif tag != "Fallback":
            yield from _text_boxes(inner)
