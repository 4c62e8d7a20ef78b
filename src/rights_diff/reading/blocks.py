"""Paragraphs with what a format said of them, joined to one text with hints."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rights_diff.errors import Empty
from rights_diff.model import Document, Hint, HintKind, Source, Span

BULLET = "• "
CELL_BREAK = " | "  # between the cells of a table's row


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item, table row or note.

    Attributes:
        text: its words; white space inside is collapsed when blocks are joined.
        kind: what the format said it is; None for a paragraph.
        value: the hint's value (level, reason, marker).
        run_in: number of characters of the bold phrase that opens it.
    """

    text: str
    kind: HintKind | None = None
    value: str = ""
    run_in: int = 0


def document_of(
    blocks: Iterable[Block],
    *,
    name: str,
    data: bytes,
    media_type: str,
    told: Mapping[str, str] | None = None,
    warnings: Iterable[str] = (),
    encoding: str | None = None,
) -> Document:
    r"""The document that the blocks make: blank lines between them, none between list items.

    Args:
        blocks: in the order of the text.
        name, data: the file's name, and its bytes, whose SHA-256 the document carries.
        media_type: what the bytes are ("text/html").
        told: what the format knows of the report (organization, country, edition …).
        warnings: sentences for the user.
        encoding: how the bytes were decoded, where they are text.
    Raises:
        Empty: no block has words.

    >>> blocks = [Block(text="Prisons", kind=HintKind.HEADING, value="1"), Block(text="Two  fled.")]
    >>> document_of(blocks, name="a.json", data=b"...", media_type="application/json").text
    'Prisons\n\nTwo fled.'
    """
    parts: list[str] = []
    hints: list[Hint] = []
    at, above = 0, None
    for block in blocks:
        words = " ".join(block.text.split())
        if not words:
            continue
        both_items = block.kind == HintKind.LIST_ITEM == above
        gap = "" if not parts else "\n" if both_items else "\n\n"
        parts += [gap, words]
        start = at + len(gap)
        at = start + len(words)
        hints += _hints(block, Span(start, at))
        above = block.kind
    if not parts:
        raise Empty("holds no text", file=name)
    return Document(
        text="".join(parts),
        source=Source(
            path=name,
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=media_type,
            encoding=encoding,
        ),
        hints=tuple(hints),
        told={key: value for key, value in (told or {}).items() if value},
        warnings=tuple(warnings),
    )


def _hints(block: Block, span: Span) -> list[Hint]:
    hints = []
    if block.kind:
        hints.append(Hint(kind=block.kind, span=span, value=block.value))
    if block.run_in:
        bold = Span(span.start, min(span.start + block.run_in, span.end))
        hints.append(Hint(kind=HintKind.RUN_IN, span=bold))
    return hints


def join_cells(cells: Iterable[str]) -> str:
    """A table's row as one line; a label keeps its colon for a break."""
    row = [cell for cell in cells if cell]
    if len(row) == 2 and row[0].endswith(":"):
        return " ".join(row)
    return CELL_BREAK.join(row)


def with_title(blocks: Sequence[Block]) -> Iterator[Block]:
    """The one heading of the first level is the title, where it stands above all text.

    Not so where the format names a title itself.
    """
    if any(b.kind == HintKind.TITLE for b in blocks):
        yield from blocks
        return
    top = [i for i, b in enumerate(blocks) if b.kind == HintKind.HEADING and b.value == "1"]
    titled = len(top) == 1 and not any(b.text.strip() for b in blocks[: top[0]])
    for i, block in enumerate(blocks):
        yield replace(block, kind=HintKind.TITLE, value="") if titled and i == top[0] else block
