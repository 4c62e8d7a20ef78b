"""Tables: which hold data, and their rows. Old pages are laid out in tables that hold text."""

from __future__ import annotations

from collections.abc import Iterator

from rights_diff.reading.html.tree import HEADINGS, Element, descendants

_CELLS = frozenset({"td", "th"})
_BLOCKS = HEADINGS | {"table", "article", "section"}
# A table whose cells hold more than this on average is a layout, not data.
_CELL_LETTERS = 250
_FEWEST_COLUMNS = 2


def rows_of(table: Element) -> list[list[Element]] | None:
    """The cells of each row; None where the table only lays out the page."""
    inside = list(descendants(table))
    if any(e.tag in _BLOCKS for e in inside):
        return None
    rows = [list(_cells(e)) for e in inside if e.tag == "tr"]
    cells = [cell for row in rows for cell in row if cell.letters]
    if not cells or max(len(row) for row in rows) < _FEWEST_COLUMNS:
        return None
    if sum(c.letters for c in cells) > _CELL_LETTERS * len(cells):
        return None
    return rows


def _cells(row: Element) -> Iterator[Element]:
    return (c for c in row.children if not isinstance(c, str) and c.tag in _CELLS)
