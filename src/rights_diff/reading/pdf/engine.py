"""The engine: a file opened with PDFium, and the runs of characters on each page.

PDFium (through pypdfium2: Apache-2.0 or BSD-3-Clause) was chosen by licence and by measuring: with
the place and style of each character it took 0.022 s a page of a yearbook set in two columns,
pdfminer.six (MIT) 0.046 s and pdfplumber (MIT) 0.10 s on the same machine; PyMuPDF is AGPL. It is
called through its C interface, and all of that stays in this module.
"""

from __future__ import annotations

import ctypes
import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from rights_diff.errors import Encrypted, ReadError, TooLarge
from rights_diff.reading.options import MAX_CHARACTERS

# A bound yearbook has 300 to 800 pages and a large-print page 10,000 characters.
MAX_PAGES = 5_000
MAX_SECONDS = 120.0  # a yearbook of 1.3 million characters takes six

# PDFium is not safe with threads (pypdfium2's README says so). A process that forks does so with
# nobody inside, or its child would wait for ever.
_ONE_AT_A_TIME = threading.RLock()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(
        before=_ONE_AT_A_TIME.acquire,
        after_in_parent=_ONE_AT_A_TIME.release,
        after_in_child=_ONE_AT_A_TIME.release,
    )

_SAME_BASELINE = 0.2  # of the size: characters of one run; a superscript is raised by 0.3
_WORD_GAP = 0.16  # of the size: a space is a quarter of it, in narrow fonts a fifth
_RUN_GAP = 1.0  # of the size: beyond lies another column or cell
_BACKWARDS = 0.6  # of the size: kerning pulls characters together, never this far
_SOFT_HYPHENS = "\x02\xad"  # PDFium's mark for a hyphen at a line's end, and Unicode's
_BOLD = re.compile(r"bold|black|heavy|demi|(?<![a-z])bd|(?<=[a-z])Bd", re.I)
_ITALIC = re.compile(r"ital|obli|(?<=[-a-z])It(?![a-z])", re.I)
_BOLD_WEIGHT = 600  # of the scale that fonts use: 400 regular, 700 bold
UNKNOWN = "\ue000"  # stands for a glyph that has no letter
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}


class Style(NamedTuple):
    """How a run is printed; sizes are in points."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: tuple[int, int, int]
    upright: bool = True


@dataclass(slots=True)
class Run:
    """Characters of one style on one baseline; coordinates from the left and from the bottom."""

    text: str
    x0: float
    x1: float
    base: float
    style: Style
    spaced: bool = False  # a space stands before it


class Bookmark(NamedTuple):
    """An entry of the file's outline: depth from 1, words, and the page's index."""

    level: int
    title: str
    page: int


class Sheet(NamedTuple):
    """One page as the engine sees it; `page` counts from 0."""

    page: int
    label: str
    width: float
    height: float
    runs: list[Run]
    has_image: bool


class Pdf(NamedTuple):
    """An open file."""

    name: str
    handle: Any
    pages: int

    def facts(self) -> dict[str, str]:
        """What the file's own record says: title, author, dates."""
        return {key: value for key, value in self.handle.get_metadata_dict().items() if value}

    def bookmarks(self) -> list[Bookmark]:
        """The outline, in order; entries that lead nowhere are left out."""
        marks = []
        for mark in self.handle.get_toc():
            target = mark.get_dest()
            page = target.get_index() if target else None
            if page is not None and 0 <= page < self.pages:
                marks.append(Bookmark(mark.level + 1, " ".join(mark.get_title().split()), page))
        return marks


@contextmanager
def open_pdf(name: str, data: bytes) -> Iterator[Pdf]:
    """Open a file and close it again; files of other threads wait until then.

    Raises:
        Encrypted: it needs a password. TooLarge: over `MAX_PAGES`. ReadError: damaged.
    """
    with _ONE_AT_A_TIME:
        handle, pages = _opened(name, data)
        try:
            if not pages:
                raise ReadError("is a damaged PDF file (it has no pages)", file=name)
            if pages > MAX_PAGES:
                raise TooLarge(f"has more than {MAX_PAGES:,} pages", file=name)
            yield Pdf(name, handle, pages)
        finally:
            handle.close()


def _opened(name: str, data: bytes) -> tuple[Any, int]:
    """PDFium's document, and how many pages it has."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        handle = pypdfium2.PdfDocument(data)
        return handle, len(handle)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise Encrypted("is protected by a password", file=name) from error
        raise ReadError("is a damaged or truncated PDF file", file=name) from error


def sheets(pdf: Pdf, most: int = MAX_CHARACTERS) -> Iterator[Sheet]:
    """The pages one by one.

    Raises:
        ReadError: a page cannot be loaded. TooLarge: over `most` characters together, or slower
            than `MAX_SECONDS`: an error, never a text cut short.
    """
    import pypdfium2

    total, begun = 0, time.monotonic()
    for index in range(pdf.pages):
        try:
            sheet, count = _sheet(pdf.handle, index)
        except pypdfium2.PdfiumError as error:
            message = f"is a damaged or truncated PDF file (page {index + 1} cannot be read)"
            raise ReadError(message, file=pdf.name) from error
        total += count
        if total > most:
            raise TooLarge(f"holds more than {most:,} characters", file=pdf.name)
        if time.monotonic() - begun > MAX_SECONDS:
            raise TooLarge(f"takes longer to read than {MAX_SECONDS:,.0f} seconds", file=pdf.name)
        yield sheet


def _sheet(handle: Any, index: int) -> tuple[Sheet, int]:
    from pypdfium2 import raw

    page = handle[index]
    text = page.get_textpage()
    try:
        box = page.get_cropbox()
        count = text.count_chars()
        runs = [r for r in _runs(text.raw, count) if _inside(r, box)]
        has_image = not runs and any(
            o.type == raw.FPDF_PAGEOBJ_IMAGE for o in page.get_objects(max_depth=2)
        )
        for run in runs:
            run.x0, run.x1, run.base = run.x0 - box[0], run.x1 - box[0], run.base - box[1]
        label = handle.get_page_label(index) or ""
        return Sheet(index, label, box[2] - box[0], box[3] - box[1], runs, has_image), count
    finally:
        text.close()
        page.close()


def _inside(run: Run, box: tuple[float, float, float, float]) -> bool:
    """Whether the run is on the visible page (covers are often cut from a larger sheet)."""
    middle = (run.x0 + run.x1) / 2
    return box[0] <= middle <= box[2] and box[1] <= run.base <= box[3]


class _Probe:
    """The C calls for one page, with the buffers they fill."""

    def __init__(self, text: Any) -> None:
        from pypdfium2 import raw

        self.raw, self.text = raw, text
        self.box, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.flags, self.name = ctypes.c_int(), ctypes.create_string_buffer(256)
        self.colour = [ctypes.c_uint() for _ in range(4)]
        self.styles: dict[int | None, Style] = {}
        self.same: dict[Style, Style] = {}  # one object for each style, to compare by identity

    def place(self, i: int) -> tuple[float, float, float]:
        """Left, right and baseline of character `i`."""
        self.raw.FPDFText_GetLooseCharBox(self.text, i, self.box)
        self.raw.FPDFText_GetCharOrigin(self.text, i, self.x, self.y)
        return self.box.left, self.box.right, self.y.value

    def style(self, i: int) -> Style:
        """The style of character `i`, looked up once for each object on the page."""
        target = ctypes.cast(self.raw.FPDFText_GetTextObject(self.text, i), ctypes.c_void_p).value
        style = self.styles.get(target)
        if style is None:
            style = self._style(i)
            style = self.styles[target] = self.same.setdefault(style, style)
        return style

    def _style(self, i: int) -> Style:
        raw, text = self.raw, self.text
        raw.FPDFText_GetFontInfo(text, i, self.name, len(self.name), self.flags)
        raw.FPDFText_GetMatrix(text, i, self.matrix)
        raw.FPDFText_GetFillColor(text, i, *self.colour)
        font = self.name.value.decode("utf-8", "replace").split("+")[-1]
        m = self.matrix
        size = raw.FPDFText_GetFontSize(text, i) * (m.c * m.c + m.d * m.d) ** 0.5
        weight = raw.FPDFText_GetFontWeight(text, i)
        return Style(
            font=font,
            size=round(size, 1) or 1.0,
            bold=weight >= _BOLD_WEIGHT or bool(_BOLD.search(font)),
            italic=bool(_ITALIC.search(font)),
            colour=(self.colour[0].value, self.colour[1].value, self.colour[2].value),
            upright=abs(m.b) <= abs(m.d) and m.d > 0,
        )


def _runs(text: Any, count: int) -> list[Run]:
    """The runs in the order in which the file draws them."""
    probe = _Probe(text)
    unicode_of = probe.raw.FPDFText_GetUnicode
    runs: list[Run] = []
    spaced = False  # a space stands, or was found by the engine, before this character
    for i in range(count):
        character = chr(unicode_of(text, i))
        if character.isspace():
            spaced = True
            continue
        character = "-" if character in _SOFT_HYPHENS else _LIGATURES.get(character, character)
        if character < " ":
            if not character.strip("\0"):
                continue
            character = UNKNOWN  # a glyph without a letter: symbol fonts set bullets so
        _add(runs, character, probe, i, spaced=spaced)
        spaced = False
    return runs


def _add(runs: list[Run], character: str, probe: _Probe, i: int, *, spaced: bool) -> None:
    """Append a character to the last run, or begin a new one."""
    style = probe.style(i)
    left, right, base = probe.place(i)
    last = runs[-1] if runs else None
    if last and last.style is style and _follows(last, left, base):
        wide = left - last.x1 > _WORD_GAP * style.size
        last.text += " " + character if spaced or wide else character
        last.x1 = max(last.x1, right)
    else:
        runs.append(Run(character, left, right, base, style, spaced))


def _follows(run: Run, left: float, base: float) -> bool:
    size = run.style.size
    if not run.style.upright:
        return True
    gap = left - run.x1
    return abs(base - run.base) <= _SAME_BASELINE * size and (
        -_BACKWARDS * size < gap < _RUN_GAP * size
    )
