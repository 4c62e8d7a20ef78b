"""Lines of a text as spans: paragraphs, headings and scraps, for the rules of this room."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rights_diff.model import Span
from rights_diff.structure.shapes import ends_sentence, is_bulleted, is_label

# str.splitlines breaks on the same characters; spans need their places.
_PHYSICAL = re.compile("[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")

# What extractors leave where a drawing stood, and marks that have no width.
MARKS = "\ufffc\ufeff\u200b\u200e\u200f\u2060\u00ad"

# A line that ends on one of these goes on in the next.
_OPEN_ENDING = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|by|for|from|in|into|of|on|or|that|the|their|to|which|who|with))$",
    re.I,
)
# Below a line that was cut off by the end of its page: page number, thumb letter, running head.
_PAGE_END = re.compile(r"\d{1,3}|[A-Z]|(?:[A-Z]\w*\s){1,6}(?:19|20)\d\d")

_FULL = 0.75  # a wrapped line fills at least this share of the widest lines
_WIDEST_WRAP = 130  # wider lines are paragraphs, not wrapped ones
_NARROWEST_WRAP = 40
_FEWEST_WRAPPED = 5
_FEWEST_FULL = 3  # two full lines of five may be chance
_FEWEST_JOINTS = 2  # one full line above another may be chance


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading or scrap: `text` is what stands in `span`, without outer white space.

    Attributes:
        gap: number of blank lines before it.
    """

    span: Span
    text: str
    gap: int


def lines_of(text: str) -> list[Line]:
    """The lines of a text, wrapped ones joined to paragraphs; outer white space and marks cut."""
    physical = list(_physical(text))
    width = _wrap_width(physical)
    groups: list[tuple[Line, Line]] = []  # first and last line of each paragraph
    for line in physical:
        if groups and line.gap == 0 and _goes_on(groups[-1][1], line, width):
            groups[-1] = (groups[-1][0], line)
        else:
            groups.append((line, line))
    return [_joined(text, first, last) for first, last in groups]


def _joined(text: str, first: Line, last: Line) -> Line:
    if first is last:
        return first
    span = Span(first.span.start, last.span.end)
    return Line(span, span.of(text), first.gap)


def _physical(text: str) -> Iterator[Line]:
    gap, last_end = 0, 0
    for match in _PHYSICAL.finditer(text):
        gap += _breaks(text[last_end : match.start()])
        last_end = match.end()
        span = trim(text, Span(match.start(), match.end()))
        if span.length:
            yield Line(span, span.of(text), max(0, gap - 1))
            gap = 0


def _breaks(between: str) -> int:
    return len(between) - between.count("\r\n")


def trim(text: str, span: Span) -> Span:
    """The span without white space and marks at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in MARKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in MARKS):
        end -= 1
    return Span(start, end)


def _wrap_width(lines: list[Line]) -> int | None:
    """The width at which the text was wrapped, or None where a line is a paragraph."""
    lengths = sorted(line.span.length for line in lines)
    if len(lengths) < _FEWEST_WRAPPED:
        return None
    width = lengths[int(len(lengths) * 0.95)]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return None
    full = [line for line in lines if line.span.length >= _FULL * width]
    open_ended = [line for line in full if not ends_sentence(line.text)]
    wrapped = len(full) >= max(_FEWEST_FULL, 0.4 * len(lines)) and len(open_ended) >= 0.5 * len(
        full
    )
    return width if wrapped else _width_of_joints(lines, lengths[-1])


def _width_of_joints(lines: list[Line], widest: int) -> int | None:
    """The width, where a line follows another without a gap only if its first word did not fit.

    Tells short texts, most of whose lines are headings and last lines of paragraphs.
    """
    joints = [(a, b) for a, b in pairwise(lines) if b.gap == 0]
    if len(joints) < _FEWEST_JOINTS or not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return None
    fits = any(_room_needed(a, b) <= widest for a, b in joints)
    open_ended = [a for a, _ in joints if not ends_sentence(a.text)]
    return None if fits or 2 * len(open_ended) < len(joints) else widest


def _room_needed(above: Line, below: Line) -> int:
    """The length of a line with the first word of the next."""
    return len(above.text) + 1 + len(below.text.split(None, 1)[0])


def _goes_on(above: Line, below: Line, width: int | None) -> bool:
    """Whether the line below continues the one above (both as they stand in the file)."""
    last = above.text
    full = width is not None and _room_needed(above, below) >= width
    if is_bulleted(below.text):
        return full and below.text[0] in "–—-" and not ends_sentence(last)
    if _PAGE_END.fullmatch(below.text):
        return False
    if full:
        return True  # the next word did not fit
    if is_label(below.text) or ends_sentence(last) or is_label(last):
        return False
    if last.isupper():
        return below.text.startswith("(")  # "KOREA" over "(REPUBLIC OF)"
    return below.text[0].islower() or (len(last) > 20 and bool(_OPEN_ENDING.search(last[-12:])))
