"""Parts of a Word document: tables that repeat their header, marked words, the same bytes again."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from rights_diff.rendering.strings import say
from rights_diff.rendering.view.records import Page, Piece

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

__all__ = [
    "Sheet",
    "field",
    "file_bytes",
    "fill",
    "lay_out",
    "line",
    "put",
    "quote",
    "table",
    "word",
]

_LONG, _SHORT, _MARGIN = 29.7, 21.0, 1.8  # centimetres of A4; 26.1 between the margins

_INK, _QUIET = RGBColor(0x1E, 0x1C, 0x19), RGBColor(0x5F, 0x5A, 0x52)
_OLD, _NEW = RGBColor(0x9A, 0x3F, 0x0B), RGBColor(0x11, 0x56, 0x8C)  # as on the page
_LINE, _SHADE = "C9C2B5", "F2EFE8"
_FONT = "Calibri"
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)  # the first date a zip file can hold

_SPACE = re.compile(r"\s+")
_NO_XML = re.compile("[\ufffe\uffff]")  # the only ones that `shown` leaves and XML refuses

# What follows the borders, and the alternative text, among a table's properties (ISO/IEC 29500-1).
_AFTER_BORDERS = ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption")


def lay_out(document: Document, *, header: str) -> None:
    """Landscape pages with a header; the house's type."""
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(_LONG), Cm(_SHORT)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_MARGIN)
    for name, size in (("Normal", 9.5), ("Title", 20), ("Heading 1", 13), ("Heading 2", 11)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):  # themes would win over the name
            if attribute.endswith("Theme"):
                del fonts.attrib[attribute]
        for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
            fonts.set(qn(script), _FONT)
    document.styles["Normal"].paragraph_format.space_after = Pt(2)
    put(page.header.paragraphs[0], header, small=True)


def put(
    paragraph: Paragraph,
    text: str,
    *,
    mark: str = "same",
    bold: bool = False,
    small: bool = False,
) -> Run:
    """Words at the end of a paragraph; `ins` are underlined, `del` are struck."""
    run = paragraph.add_run(_SPACE.sub(" ", _NO_XML.sub("\ufffd", text)))
    if bold:
        run.font.bold = True
    if small:
        run.font.size, run.font.color.rgb = Pt(8), _QUIET
    if mark == "ins":
        run.font.underline, run.font.color.rgb = True, _NEW
    elif mark == "del":
        run.font.strike, run.font.color.rgb = True, _OLD
    return run


def field(paragraph: Paragraph, name: str) -> None:
    """A field that Word fills in: `PAGE`, `NUMPAGES`."""
    element = _element("w:fldSimple", {"w:instr": name})
    paragraph._p.append(element)
    run = put(paragraph, "1", small=True)
    element.append(run._r)


class Sheet:
    """A table being filled row by row; its first row repeats on each page."""

    def __init__(self, made: Table, widths: Sequence[float]) -> None:
        self.table = made
        self._widths = [Cm(width) for width in widths]

    def row(self, *, header: bool = False) -> tuple[_Cell, ...]:
        """The empty cells of a new row, which is not torn at the end of a page."""
        row: _Row = self.table.add_row()  # type: ignore[no-untyped-call]
        properties = row._tr.get_or_add_trPr()
        properties.append(_element("w:cantSplit"))
        if header:
            properties.append(_element("w:tblHeader"))
        cells = row.cells
        for cell, width in zip(cells, self._widths, strict=True):
            cell.width = width
            if header:
                shading = {"w:val": "clear", "w:color": "auto", "w:fill": _SHADE}
                cell._tc.get_or_add_tcPr().append(_element("w:shd", shading))
        return cells


def table(document: Document, head: Sequence[str], widths: Sequence[float], about: str) -> Sheet:
    """An empty table with a header row.

    Args:
        head: what stands in the header row.
        widths: of the columns, in centimetres.
        about: what the table shows, for readers who cannot see it.
    """
    made = document.add_table(rows=0, cols=len(head), style="Table Grid")
    made.alignment, made.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    properties = made._tbl.tblPr
    properties.insert_element_before(_borders(), *_AFTER_BORDERS)
    properties.insert_element_before(_padding(), "w:tblLook", "w:tblCaption")
    properties.append(_element("w:tblCaption", {"w:val": _NO_XML.sub("\ufffd", about)}))
    sheet = Sheet(made, widths)
    for cell, name in zip(sheet.row(header=True), head, strict=True):
        put(cell.paragraphs[0], name, bold=True)
    return sheet


def _borders() -> BaseOxmlElement:
    borders = _element("w:tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = {"w:val": "single", "w:sz": "4", "w:space": "0", "w:color": _LINE}
        borders.append(_element(f"w:{edge}", line))
    return borders


def _padding() -> BaseOxmlElement:
    padding = _element("w:tblCellMar")
    for edge, twips in (("top", "40"), ("left", "100"), ("bottom", "40"), ("right", "100")):
        padding.append(_element(f"w:{edge}", {"w:w": twips, "w:type": "dxa"}))
    return padding


def _element(name: str, attributes: dict[str, str] | None = None) -> BaseOxmlElement:
    made = cast("BaseOxmlElement", OxmlElement(name))
    for key, value in (attributes or {}).items():
        made.set(qn(key), value)
    return made


def file_bytes(document: Document, *, title: str, author: str, subject: str) -> bytes:
    """The document as a file: the same bytes for the same content, whatever the clock says."""
    properties = document.core_properties
    properties.title, properties.author, properties.subject = (
        _NO_XML.sub("\ufffd", text)[:255] for text in (title, author, subject)
    )
    properties.comments = properties.keywords = ""
    properties.last_modified_by, properties.revision = properties.author, 1
    properties.created = properties.modified = _EPOCH
    package = document.part.package
    for key in [k for k, rel in package.rels.items() if rel.reltype.endswith("/thumbnail")]:
        del package.rels[key]  # the library's template carries a picture of an empty page
    stream = io.BytesIO()
    document.save(stream)
    return _dated(stream.getvalue(), _EPOCH)


def _dated(data: bytes, when: datetime) -> bytes:
    """A zip file with every part dated `when`, in its own order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, when.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0  # else the operating system's number
            new.writestr(part, old.read(name))
    return stream.getvalue()


def fill(cells: Iterable[_Cell], texts: Iterable[str]) -> None:
    """One line of words in each cell."""
    for cell, text in zip(cells, texts, strict=True):
        put(cell.paragraphs[0], text)


def word(key: str, page: Page | None = None, *, old: str = "") -> str:
    """A word of the strings file; for a page, where it is not the same for every pair."""
    if page is None:
        return say("document", key, old=old)
    return say("document", key, old=page.old.label, new=page.new.label, across=page.across)


def line(
    cell: _Cell, head: str, tail: str = "", *, bold: bool = False, small: bool = False
) -> None:
    """Words on a line of their own in a cell."""
    paragraph = cell.paragraphs[0] if not cell.text else cell.add_paragraph()
    if head:
        put(paragraph, head, bold=bold)
    if tail:
        put(paragraph, tail, small=small)


def quote(cell: _Cell, pieces: Sequence[Piece], leaf: str = "") -> None:
    """A quote with its changes, and the page it begins on."""
    paragraph = cell.paragraphs[0]
    if not pieces:
        put(paragraph, word("none"))
        return
    for piece in pieces:
        if piece.text:
            put(paragraph, piece.text, mark=piece.kind)
    if leaf:
        put(cell.add_paragraph(), leaf, small=True)
