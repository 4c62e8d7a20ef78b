"""Reading order: columns between gutters, bands between lines that cross them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rights_diff.reading.pdf.lines import Piece, join_row

_FEWEST_ROWS = 6  # on each side before a gap down a page is a gutter by itself
_WIDE_ENOUGH = 0.45  # of its half: pieces narrower than this are cells of a table or box
_LISTED = 0.6  # of the lines of a contents list or index end in a page number
_PAGE = re.compile(r"[^\W\d_].*\d{1,4}$")
_NARROWEST = 8  # times the size: less is no column of text
_EDGE = 1.5  # points; left edges of a column scatter by less
_SAME_ROW = 2.0  # points between baselines of cells in a row
_MOST_GUTTERS = 3
_SURE_PAGES = 3  # a gutter met on so many pages holds on a page with few lines, too


@dataclass(frozen=True, slots=True)
class Column:
    """The lines of one column in one band, from top to bottom; edges in points."""

    left: float
    right: float
    lines: tuple[Piece, ...]


def gutter_of(pieces: Sequence[Piece]) -> float | None:
    """Where the right-hand column begins that divides most of the page, or None."""
    if len(pieces) < 2 * _FEWEST_ROWS:
        return None
    candidates = Counter(round(p.x0) for p in pieces)
    best, most = None, 0
    for x in sorted(candidates):
        if candidates[x] + candidates[x + 1] < _FEWEST_ROWS // 2:
            continue
        divided = sum(_divided(pieces, x - _EDGE))
        if divided > most:
            best, most = float(x), divided
    return best


def _divided(pieces: Sequence[Piece], x: float) -> list[int]:
    """For each band that `x` divides well, how many pieces stand in it."""
    found = []
    for band, crossing in bands(pieces, x):
        left = [p for p in band if p.x1 <= x]
        right = [p for p in band if p.x0 >= x]
        if crossing or min(len(left), len(right)) < _FEWEST_ROWS:
            continue
        if (_fills(left) and _fills(right)) or (_lists_pages(left) and _lists_pages(right)):
            found.append(len(band))
    return found


def _fills(side: Sequence[Piece]) -> bool:
    """Whether most of the lines fill their side, as running text does and cells do not."""
    width = max(p.x1 for p in side) - min(p.x0 for p in side)
    widths = sorted(p.x1 - p.x0 for p in side)
    size = sorted(p.size for p in side)[len(side) // 2]
    return widths[len(widths) // 2] >= _WIDE_ENOUGH * width and width > _NARROWEST * size


def _lists_pages(side: Sequence[Piece]) -> bool:
    """Whether most lines end in a number: contents lists and indexes are set in columns."""
    numbered = sum(bool(_PAGE.search(p.text)) for p in side)
    return numbered >= _LISTED * len(side)


def bands(pieces: Sequence[Piece], x: float) -> list[tuple[list[Piece], bool]]:
    """The page from top to bottom as bands that cross the line at `x` and bands that do not."""
    ordered = sorted(pieces, key=lambda p: -p.base)
    return [
        (list(group), crossing)
        for crossing, group in groupby(ordered, key=lambda p: p.x0 < x - _EDGE and p.x1 > x + _EDGE)
    ]


def gutters_of(pages: Sequence[Sequence[Piece]]) -> list[tuple[float, ...]]:
    """The gutters of each page; what few lines do not tell, the other pages do.

    Left and right pages of a book are set apart, so each is compared with its own kind.
    """
    own = [_gutters(pieces) for pieces in pages]
    found = []
    for i, (pieces, gutters) in enumerate(zip(pages, own, strict=True)):
        usual = Counter(g for other in own[i % 2 :: 2] for g in other)
        sure = [g for g, n in usual.items() if sum(_near(usual, g)) >= _SURE_PAGES and n]
        found.append(gutters or _borrowed(pieces, sorted(sure, key=lambda g: -usual[g])))
    return found


def _near(usual: Counter[float], gutter: float) -> list[int]:
    return [n for g, n in usual.items() if abs(g - gutter) <= _EDGE]


def _gutters(pieces: Sequence[Piece]) -> tuple[float, ...]:
    """The gutters of one page, found by dividing each side again."""
    gutter = gutter_of(pieces)
    if gutter is None:
        return ()
    left = [p for p in pieces if p.x1 <= gutter - _EDGE]
    right = [p for p in pieces if p.x0 >= gutter - _EDGE]
    inner = (*_gutters(left), gutter, *_gutters(right))
    return inner if len(inner) <= _MOST_GUTTERS else (gutter,)


def _borrowed(pieces: Sequence[Piece], sure: Sequence[float]) -> tuple[float, ...]:
    """A gutter of other pages that no line here crosses and that some line here starts at."""
    for gutter in sure:
        crossed = any(p.x0 < gutter - _EDGE and p.x1 > gutter + _EDGE for p in pieces)
        if not crossed and any(abs(p.x0 - gutter) <= _EDGE for p in pieces):
            return (gutter,)
    return ()


def columns_of(pieces: Sequence[Piece], gutters: Sequence[float]) -> list[Column]:
    """The columns of a page in reading order."""
    if not pieces:
        return []
    if not gutters:
        return [_column(pieces)]
    middle = gutters[len(gutters) // 2]
    columns: list[Column] = []
    for band, crossing in bands(pieces, middle - _EDGE):
        if crossing:
            columns.append(_column(band))
            continue
        sides: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
        for piece in band:
            sides[bisect_left(gutters, piece.x0 + _EDGE)].append(piece)
        columns += [_column(side) for side in sides if side]
    return columns


def _without_lone_rows(lines: Sequence[Piece]) -> tuple[Piece, ...]:
    """The lines; cells of one line alone are words that justified setting drew apart."""
    apart = [False, *(len(line.cells) > 1 for line in lines), False]
    return tuple(
        line
        if apart[n - 1] or apart[n + 1] or not line.cells or line.cells[0].endswith(":")
        else replace(line, cells=())
        for n, line in enumerate(lines, 1)
    )


def _column(pieces: Sequence[Piece]) -> Column:
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.base, p.x0)):
        if rows and abs(rows[-1][0].base - piece.base) <= _SAME_ROW:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    lines = _without_lone_rows([join_row(sorted(row, key=lambda p: p.x0)) for row in rows])
    # the left edge is where most lines begin: drop caps and marks stand left of it
    starts = Counter(round(line.x0) for line in lines)
    left = min((x for x, n in starts.items() if n >= max(starts.values()) / 3), default=0)
    return Column(float(left), max(line.x1 for line in lines), lines)
