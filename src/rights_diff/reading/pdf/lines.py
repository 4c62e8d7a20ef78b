"""Runs to pieces of lines: what stands on one baseline without a wide gap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rights_diff.reading.pdf.engine import Run, Style

_SAME_ROW = 0.35  # of the smaller size: raised footnote marks belong to the row
_PIECE_GAP = 1.1  # of the size: the narrowest gutters are 1.5 wide, justified spaces under 1
_WORD_GAP = 0.16  # of the size
_PRIVATE = re.compile("[\ue000-\uf8ff]")  # symbol fonts: squares and arrows before list items
_BULLET = re.compile(r"[•■□▪▫●○◦‣⁃∙·➤►▶◆❖✓✔➢*o][ \u00a0]?(?=\S)")
_DRAWN_BULLET = re.compile("[\ue000-\uf8ff■□▪▫●○◦‣⁃∙➤►▶◆❖✓✔➢•·]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line, or a whole line; `cells` where wide gaps divide it."""

    text: str
    x0: float
    x1: float
    base: float
    style: Style  # that of most of its characters
    page: int
    cells: tuple[str, ...] = ()
    bold_start: int = 0  # characters of the bold words that open it, where others follow
    text_x: float = 0.0  # where the words begin behind a bullet
    slanted: bool = False  # all of it is italic

    @property
    def size(self) -> float:
        """Size of most of its characters, in points."""
        return self.style.size


def pieces_of(runs: Iterable[Run], page: int) -> list[Piece]:
    """The pieces of a page, from top to bottom and from left to right."""
    upright = [r for r in runs if r.style.upright and r.text.strip()]
    pieces = []
    for row in _rows(upright):
        start = 0
        for i in range(1, len(row) + 1):
            if i == len(row) or _apart(row[i - 1], row[i]):
                pieces.append(_piece(row[start:i], page))
                start = i
    return pieces


def _rows(runs: list[Run]) -> list[list[Run]]:
    """Runs by baseline; a row's baseline is that of its first, uppermost run."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (-r.base, r.x0)):
        for row in reversed(rows[-3:]):
            size = min(run.style.size, row[0].style.size)
            if abs(row[0].base - run.base) <= _SAME_ROW * size:
                row.append(run)
                break
        else:
            rows.append([run])
    return [sorted(row, key=lambda r: r.x0) for row in rows]


def _apart(left: Run, right: Run) -> bool:
    if _is_bullet(left.text):
        return False
    return right.x0 - left.x1 > _PIECE_GAP * min(left.style.size, right.style.size)


def _is_bullet(text: str) -> bool:
    return len(text.strip()) == 1 and bool(_DRAWN_BULLET.match(text.strip()))


def _piece(runs: Sequence[Run], page: int) -> Piece:
    text, text_x = "", runs[0].x0
    for i, run in enumerate(runs):
        if i == 1 and _is_bullet(runs[0].text):
            text, text_x = "• ", run.x0
        elif i and (run.spaced or run.x0 - runs[i - 1].x1 > _WORD_GAP * run.style.size):
            text += " "
        text += run.text
    text = _PRIVATE.sub("•", text)
    style = main_style((r.style, len(r.text)) for r in runs)
    base = next(r.base for r in runs if r.style == style)
    return Piece(
        text,
        runs[0].x0,
        max(r.x1 for r in runs),
        base,
        style,
        page,
        bold_start=_bold_start(runs, text),
        text_x=text_x,
        slanted=all(r.style.italic for r in runs),
    )


def main_style(weighted: Iterable[tuple[Style, int]]) -> Style:
    """The style of most characters."""
    counts: Counter[Style] = Counter()
    for style, n in weighted:
        counts[style] += n
    return max(counts, key=lambda s: counts[s])


def _bold_start(runs: Sequence[Run], text: str) -> int:
    """How many characters of the line stand in the bold type that opens it; all is none."""
    first = next((r for r in runs if not _is_bullet(r.text)), runs[0])
    rest = list(runs[runs.index(first) :])
    bold = 0
    while bold < len(rest) and rest[bold].style.bold:
        bold += 1
    if not bold or bold == len(rest):
        return len(text) if bold else 0
    last = rest[bold - 1].text
    return text.rfind(last, 0, text.find(rest[bold].text, len(last)) + 1) + len(last)


def join_row(pieces: Sequence[Piece]) -> Piece:
    """Pieces of one row in one column as a line with cells."""
    if len(pieces) == 1:
        return pieces[0]
    first = pieces[0]
    return replace(
        first,
        text=" ".join(p.text for p in pieces),
        x1=max(p.x1 for p in pieces),
        style=main_style((p.style, len(p.text)) for p in pieces),
        cells=tuple(p.text for p in pieces),
        bold_start=0,
    )


def is_bulleted(text: str) -> bool:
    """Whether a line opens with the mark of a list item.

    >>> is_bulleted("• one"), is_bulleted("one"), is_bulleted("* one")
    (True, False, True)
    """
    return bool(_BULLET.match(text)) and (text[0] not in "*o·" or text[1:2].isspace())
