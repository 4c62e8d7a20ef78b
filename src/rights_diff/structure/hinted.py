"""What a format said of its text: hints of a reader, as marks on lines."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from rights_diff.model import Hint, HintKind, Span
from rights_diff.structure.facts import split_fact
from rights_diff.structure.lines import Line, trim
from rights_diff.structure.page import RUN_IN, Mark, Role
from rights_diff.structure.related import is_related_heading

# What a hint makes of its lines; kinds that are not here say nothing of them.
ROLES = {
    HintKind.TITLE: Role.TITLE,
    HintKind.HEADING: Role.HEADING,
    HintKind.RUN_IN: Role.HEADING,
    HintKind.FURNITURE: Role.FURNITURE,
    HintKind.FOOTNOTE: Role.NOTE,
    HintKind.FACT: Role.FACT,
    HintKind.TABLE_ROW: Role.BODY,
}


def tells_headings(hints: Iterable[Hint]) -> bool:
    """Whether the format marked headings: then no line has to be guessed to be one."""
    return any(hint.kind == HintKind.HEADING for hint in hints)


def mark_hints(
    text: str, lines: Sequence[Line], hints: Sequence[Hint]
) -> tuple[list[Line], dict[int, Mark]]:
    """The lines cut at the edges of hints, and a mark on each line that a hint covers.

    Where hints cover one another, the one that comes first in `hints` counts.
    """
    telling = [hint for hint in hints if hint.kind in ROLES]
    edges = sorted({edge for hint in telling for edge in hint.span})
    cut = [part for line in lines for part in _cut(text, line, edges)]
    starts = [line.span.start for line in cut]
    marks: dict[int, Mark] = {}
    for hint in telling:
        for i in range(bisect_left(starts, hint.span.start), bisect_left(starts, hint.span.end)):
            marks.setdefault(i, _mark(hint, cut[i].text))
    return cut, marks


def _cut(text: str, line: Line, edges: list[int]) -> list[Line]:
    inner = edges[bisect_right(edges, line.span.start) : bisect_left(edges, line.span.end)]
    parts: list[Line] = []
    for a, b in pairwise([line.span.start, *inner, line.span.end]):
        span = trim(text, Span(a, b))
        if span.length:
            parts.append(Line(span, span.of(text), 0 if parts else line.gap))
    return parts


def _mark(hint: Hint, text: str) -> Mark:
    value = RUN_IN if hint.kind == HintKind.RUN_IN else hint.value
    if hint.kind == HintKind.HEADING and is_related_heading(text):
        return Mark(Role.RELATED_HEADING, value)
    if hint.kind == HintKind.FACT and split_fact(text) is None:
        return Mark(Role.BODY)  # no label and value: as text it is not lost
    return Mark(ROLES[hint.kind], value)
