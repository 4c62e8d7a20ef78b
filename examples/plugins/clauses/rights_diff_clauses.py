"""A splitter: long lists between semicolons become sentences of their own.

`Segmenter` gives texts, as many splitters do (pySBD, for one); `split` finds them in the report.
"""

from __future__ import annotations

import re

from rights_diff import Span

_END = re.compile(r"(?<=[.!?;])\s+")


class Segmenter:
    """Splits a text into texts."""

    def segment(self, text: str) -> list[str]:
        """The sentences and clauses, without the white space between them."""
        return [piece for piece in _END.split(text) if piece.strip()]


def split(text: str, span: Span) -> list[Span]:
    """The places of what the segmenter gives: `rights_diff` quotes by place, not by words."""
    found = []
    at = span.start
    for piece in Segmenter().segment(span.of(text)):
        start = text.index(piece, at, span.end)
        at = start + len(piece)
        found.append(Span(start, at))
    return found
