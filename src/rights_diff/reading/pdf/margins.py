"""What stands on a page beside the text: running heads, page numbers, side tabs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rights_diff.reading.pdf.engine import Run, Sheet
from rights_diff.reading.pdf.lines import Piece, pieces_of

PAGE_HEADER, PAGE_FOOTER = "page_header", "page_footer"
PAGE_NUMBER, SIDE_TAB, SIDE_TEXT = "page_number", "side_tab", "side_text"
_HEADS = (PAGE_HEADER, PAGE_FOOTER)

_ZONE = 0.13  # of the height at top and bottom: where running heads stand
_FEWEST_REPEATS = 3  # pages that share a running head; two in a file of two or three pages
_GAP = 1.8  # of the size of the text: lines of text are at most 1.6 apart
_TAB_WORDS = 4
_SAME_HEIGHT = 2.0  # points
_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.I)
_NUMBER = re.compile(r"(?:page\s+)?[-–—|\s]*(\d{1,4}|[ivxlc]{1,8})[-–—|\s]*", re.I)
# Blanks are taken whole or not at all: a line of nothing else must not be divided in every way.
_NUMBER_BESIDE = re.compile(r"^(\d{1,4})\s++\D.*|.*[^\d\s]\s++(\d{1,4})$")


class Aside(NamedTuple):
    """A piece set aside, and why."""

    text: str
    reason: str


class PageParts(NamedTuple):
    """A page after its margins were taken off; `printed` is its number as printed."""

    page: int
    printed: str
    body: list[Piece]
    aside: list[Aside]


def divide(sheets: Sequence[Sheet]) -> list[PageParts]:
    """The text of each page, and what is set aside from it."""
    pages = [pieces_of(s.runs, s.page) for s in sheets]
    usual = _usual(sheets, pages)
    parts = []
    for sheet, pieces in zip(sheets, pages, strict=True):
        body: list[Piece] = []
        aside = [Aside(r.text, SIDE_TEXT) for r in _sideways(sheet.runs)]
        outer = {id(piece) for piece in _outer(pieces, sheet)}
        margin = [_margin(p, sheet, usual) if id(p) in outer else None for p in pieces]
        for piece, reason in zip(pieces, margin, strict=True):
            if reason:
                aside.append(Aside(piece.text, reason))
            else:
                body.append(piece)
        parts.append(PageParts(sheet.page, _printed(aside), body, aside))
    return _without_tabs(_checked_numbers(parts))


def _sideways(runs: Iterable[Run]) -> list[Run]:
    return [r for r in runs if not r.style.upright]


# ---------------------------------------------------------------- running heads


class _Usual(NamedTuple):
    """Running heads by words and height, and heights with their styles."""

    words: frozenset[tuple[str, int]]
    heights: frozenset[tuple[int, float, str]]


def _usual(sheets: Sequence[Sheet], pages: Sequence[Sequence[Piece]]) -> _Usual:
    """What returns at the same height on several pages."""
    words: Counter[tuple[str, int]] = Counter()
    heights: Counter[tuple[int, float, str]] = Counter()
    for sheet, pieces in zip(sheets, pages, strict=True):
        zone = _outer(pieces, sheet)
        words.update({_key(p) for p in zone})
        heights.update({_height(p) for p in zone})
    least = min(_FEWEST_REPEATS, max(2, len(pages)))
    repeated = frozenset(key for key, n in words.items() if n >= least)
    # a head that names the chapter differs from page to page, but not in height and type
    bands: Counter[tuple[int, float, str]] = Counter()
    for sheet, pieces in zip(sheets, pages, strict=True):
        bands.update({_height(p) for p in _outer(pieces, sheet) if _key(p) in repeated})
    strong = frozenset(h for h, n in bands.items() if n >= max(least, 0.6 * heights[h]))
    return _Usual(repeated, strong)


def _in_zone(piece: Piece, sheet: Sheet) -> bool:
    return not _ZONE * sheet.height < piece.base < (1 - _ZONE) * sheet.height


def _outer(pieces: Sequence[Piece], sheet: Sheet) -> list[Piece]:
    """The pieces above and below the text that a gap parts from it."""
    ordered = sorted(pieces, key=lambda p: -p.base)
    return _until_gap(ordered, sheet) + _until_gap(ordered[::-1], sheet)


def _until_gap(pieces: Sequence[Piece], sheet: Sheet) -> list[Piece]:
    """The pieces from the edge of the page inwards up to a gap, if that comes early enough."""
    for i, piece in enumerate(pieces):
        if not _in_zone(piece, sheet):
            return []
        inner = pieces[i + 1] if i + 1 < len(pieces) else None
        if inner is None or abs(piece.base - inner.base) > _GAP * inner.size:
            return list(pieces[: i + 1])
    return []


def _key(piece: Piece) -> tuple[str, int]:
    words = re.sub(r"\d+", "#", piece.text.casefold())
    if _ROMAN.fullmatch(words):
        words = "#"
    return words, round(piece.base / _SAME_HEIGHT)


def _height(piece: Piece) -> tuple[int, float, str]:
    return round(piece.base / _SAME_HEIGHT), piece.size, piece.style.font


def _margin(piece: Piece, sheet: Sheet, usual: _Usual) -> str | None:
    """The reason why a piece is no text of the page, or None."""
    if _key(piece) not in usual.words and _height(piece) not in usual.heights:
        return None
    if _number_in(piece.text):
        return PAGE_NUMBER
    return PAGE_HEADER if piece.base > sheet.height / 2 else PAGE_FOOTER


def _number_in(text: str) -> str | None:
    match = _NUMBER.fullmatch(text.strip())
    if not match or not (match[1].isdigit() or _ROMAN.fullmatch(match[1])):
        return None
    return match[1]


def _printed(aside: Sequence[Aside]) -> str:
    """The page's number: one that stands alone, else one beside a running head."""
    alone = [_number_in(a.text) for a in aside if a.reason == PAGE_NUMBER]
    beside = [_NUMBER_BESIDE.fullmatch(a.text.strip()) for a in aside if a.reason in _HEADS]
    return next(filter(None, (*alone, *(m[1] or m[2] for m in beside if m))), "")


def _checked_numbers(parts: list[PageParts]) -> list[PageParts]:
    """Printed numbers that run with the pages; a year in a running head does not."""
    offsets: Counter[int] = Counter(int(p.printed) - p.page for p in parts if p.printed.isdigit())
    checked = []
    for part in parts:
        if part.printed.isdigit() and offsets[int(part.printed) - part.page] < 2 < len(parts):
            part = part._replace(printed="")  # noqa: PLW2901
        checked.append(part)
    return _with_gaps_filled(checked, offsets)


def _with_gaps_filled(parts: list[PageParts], offsets: Counter[int]) -> list[PageParts]:
    """A page without a number between two that count on has the one that is due."""
    filled = list(parts)
    for i in range(1, len(parts) - 1):
        above, below = filled[i - 1].printed, parts[i + 1].printed
        if not filled[i].printed and above.isdigit() and offsets:
            due = str(int(above) + 1)
            if not below or (below.isdigit() and int(below) == int(due) + 1):
                filled[i] = filled[i]._replace(printed=due)
    return filled


# ---------------------------------------------------------------- side tabs


def _without_tabs(parts: list[PageParts]) -> list[PageParts]:
    """Pages without the letters and words that stand outside the columns."""
    edges = [_edges([p for other in parts[i::2] for p in other.body]) for i in (0, 1)]
    cleared = []
    for part in parts:
        left, right = edges[part.page % 2]
        tabs = [p for p in part.body if _is_tab(p, left, right)]
        beside = {id(p) for p in tabs}
        body = [p for p in part.body if id(p) not in beside]
        aside = part.aside + [Aside(p.text, SIDE_TAB) for p in tabs]
        cleared.append(part._replace(body=body, aside=aside))
    return cleared


def _edges(pieces: Sequence[Piece]) -> tuple[float, float]:
    """Between which most of the characters stand (99 of 100 lines of ten or more characters)."""
    lines = [p for p in pieces if len(p.text) >= 10]
    if len(lines) < 20:
        return float("-inf"), float("inf")
    lefts = sorted(p.x0 for p in lines)
    rights = sorted(p.x1 for p in lines)
    return lefts[len(lefts) // 100], rights[-1 - len(rights) // 100]


def _is_tab(piece: Piece, left: float, right: float) -> bool:
    if len(piece.text.split()) > _TAB_WORDS:
        return False
    return piece.x1 < left - piece.size / 2 or piece.x0 > right + piece.size / 2
