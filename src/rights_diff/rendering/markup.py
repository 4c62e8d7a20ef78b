"""What templates call: quotes as markup, words of the strings file, lists cut to size."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from types import MappingProxyType

from markupsafe import Markup, escape

from rights_diff.rendering.strings import table, text
from rights_diff.rendering.view.plain import clip
from rights_diff.rendering.view.records import Highlight, Piece, Row

__all__ = ["FILTERS", "GLOBALS", "pieces_markup"]

_FIRST_WORDS = 110  # characters of a claim in a list
_MARKS = {
    "same": ("", ""),
    "del": ("<del>", "</del>"),
    "ins": ("<ins>", "</ins>"),
    "spot": ("<wbr>", ""),
    "figure": ('<b class="figure">', "</b>"),
}


def pieces_markup(pieces: Iterable[Piece]) -> Markup:
    """A quote with its changes marked."""
    parts = []
    for piece in pieces:
        before, after = _MARKS[piece.kind]
        parts.append(f"{before}{escape(piece.text)}{after}")
    return Markup("".join(parts))  # noqa: S704 - escaped above


def words_markup(
    key: str, table: str = "page", count: int | None = None, **values: object
) -> Markup:
    """Words of the strings file; what fills them may be markup."""
    said = text(key, name=table, count=count, escape=_escaped, **values)
    return Markup(said)  # noqa: S704 - escaped piece by piece


def _escaped(value: object) -> str:
    return str(escape(value))


def _table_json(name: str) -> str:
    """A table of the strings file for the script, as an attribute carries it."""
    return json.dumps(dict(table(name)), ensure_ascii=False, separators=(",", ":"))


def _first_words(row: Row) -> str:
    return clip(" ".join("".join(p.text for p in row.old or row.new).split()), _FIRST_WORDS)


def _by_code(highlights: Sequence[Highlight]) -> list[list[Highlight]]:
    return [list(run) for _, run in groupby(highlights, key=lambda h: (h.code, h.label))]


FILTERS: MappingProxyType[str, Callable[..., object]] = MappingProxyType({"groupby_code": _by_code})
GLOBALS: MappingProxyType[str, Callable[..., object]] = MappingProxyType(
    {
        "first_words": _first_words,
        "pieces": pieces_markup,
        "t": words_markup,
        "words_json": _table_json,
    }
)
