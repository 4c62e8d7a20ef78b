"""Lines to paragraphs: where one ends, by type, indents, gaps and what would have fitted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from rights_diff.reading.pdf.columns import Column
from rights_diff.reading.pdf.engine import Style
from rights_diff.reading.pdf.hyphens import Vocabulary
from rights_diff.reading.pdf.lines import Piece, is_bulleted, main_style

_SAME_SIZE = 0.06  # of the size: sizes that differ by less are one type
_INDENT = (0.6, 5.0)  # of the size: first lines are set in by one to two
_INDENTING = 0.05  # share of set-in lines in a file that marks its paragraphs so
_WIDE_GAP = 1.3  # of the usual leading: more is space between paragraphs
_HEADING_GAP = 1.6  # of the size: lines of one heading stand closer
_EARLY = 0.6  # of the column: ragged lines of running text fill more
_WIDEST_LEADING = 2.2  # of the size: double spacing
_SPACE = 0.3  # of the size: a space and some slack
_ENDS = re.compile(r"[.?!:][”\"’')\]]*\d{0,3}$")
_FACT = re.compile(r"[A-Z][^:.]{2,60}:(?:\s|$)")
_FACT_SPAN = 14  # lines below a chapter's title where its box may be


class Place(NamedTuple):
    """A line, and the column it stands in."""

    line: Piece
    column: Column


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together.

    Attributes:
        starts: for each page that it stands on, where in the text that page begins.
        fact: whether it is a label with its value.
        rows: for a table's row, its cells.
    """

    text: str
    style: Style
    starts: tuple[tuple[int, int], ...]
    lines: tuple[Piece, ...]
    bold_start: int = 0
    fact: bool = False
    bulleted: bool = False


class Profile(NamedTuple):
    """What is usual in a file: the type of its text, the leading, and how paragraphs begin."""

    body: Style
    leading: float
    indents: bool
    hangs: bool  # the lines of a list item begin below its words, not below its mark


def profile_of(columns: Sequence[Column]) -> Profile:
    """The habits of the whole file."""
    lines = [line for column in columns for line in column.lines]
    body = main_style((line.style, len(line.text)) for line in lines)
    gaps: Counter[float] = Counter()
    indented = plain = hanging = items = 0
    for column in columns:
        for above, below in pairwise(column.lines):
            if same_type(above.style, body) and same_type(below.style, body):
                gaps[round((above.base - below.base) * 2) / 2] += 1
                plain += 1
                indented += _is_indented(below, column) and not _is_indented(above, column)
            if is_bulleted(above.text) and not is_bulleted(below.text):
                items += 1
                hanging += abs(below.x0 - above.text_x) < below.size / 3
    near = {gap: n for gap, n in gaps.items() if gap <= _WIDEST_LEADING * body.size}
    leading = max(near, key=lambda g: near[g]) if near else body.size * 1.2
    indents = indented >= _INDENTING * max(plain, 1)
    return Profile(body, leading, indents, 2 * hanging > items)


def same_type(one: Style, other: Style) -> bool:
    """Whether two styles differ in slope or colour at most."""
    return one.bold == other.bold and abs(one.size - other.size) <= _SAME_SIZE * one.size


def _is_indented(line: Piece, column: Column) -> bool:
    low, high = _INDENT
    return low * line.size <= line.x0 - column.left <= high * line.size


def paragraphs_of(columns: Sequence[Column]) -> tuple[list[Paragraph], Profile]:
    """The paragraphs in reading order, over the ends of columns and pages."""
    profile = profile_of(columns)
    places = [Place(line, column) for column in columns for line in column.lines]
    vocabulary = Vocabulary(p.line.text for p in places)
    return [_paragraph(g, vocabulary) for g in _groups(places, profile)], profile


def _groups(places: Sequence[Place], profile: Profile) -> Iterator[list[Place]]:
    group: list[Place] = []
    since_title = _FACT_SPAN
    for place in places:
        since_title = 0 if is_title_size(place.line.style, profile) else since_title + 1
        boxed = since_title < _FACT_SPAN
        if group and _breaks(group, place, profile, boxed=boxed):
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def is_title_size(style: Style, profile: Profile) -> bool:
    """Whether the type is as large as titles of chapters are."""
    return style.size >= 1.5 * profile.body.size


def _breaks(group: Sequence[Place], here: Place, profile: Profile, *, boxed: bool) -> bool:
    """Whether a new paragraph begins with this line."""
    last = group[-1]
    above, below = last.line, here.line
    if is_bulleted(below.text) or _is_row(below):
        return True
    if boxed and (is_fact(group[0].line) or is_fact(below)):
        return not _goes_on_in_box(group, here)
    together = last.column is here.column
    gap = above.base - below.base
    if together and _completes_title(above, below, gap, profile):
        return False
    if _is_row(above) or not same_type(above.style, below.style):
        return True
    if below.size > (1 + _SAME_SIZE) * profile.body.size:
        return not together or gap > _HEADING_GAP * below.size
    if together and gap > _WIDE_GAP * _leading(group, profile):
        return True
    if above.text.endswith("-"):
        return False
    return _begins(group, here, profile) or (
        _ends(above) and _is_short(last, below) and not (profile.indents and together)
    )


def _begins(group: Sequence[Place], here: Place, profile: Profile) -> bool:
    """Whether a line of the same size and weight looks like the first of a paragraph."""
    last, below = group[-1], here.line
    ends = _ends(last.line)
    if last.line.style.font != below.style.font and _is_short(last, below) and not ends:
        return True
    if below.slanted and not last.line.slanted and ends:
        return True  # a heading in italics, or text of its own
    return _starts_paragraph(group, here, profile) or _is_list_line(last, below)


def _completes_title(above: Piece, below: Piece, gap: float, profile: Profile) -> bool:
    """Whether a smaller line in brackets ends a title: "KOREA" over "(REPUBLIC OF)"."""
    near = gap <= _HEADING_GAP * above.size
    return near and is_title_size(above.style, profile) and below.text.startswith("(")


def _leading(group: Sequence[Place], profile: Profile) -> float:
    """The distance of the paragraph's own first lines, where they stand together."""
    if len(group) > 1 and group[0].column is group[1].column:
        return max(group[0].line.base - group[1].line.base, profile.body.size)
    size = group[-1].line.size
    return profile.leading * max(1.0, size / profile.body.size)


def _starts_paragraph(group: Sequence[Place], here: Place, profile: Profile) -> bool:
    """Whether the line is set in (or, below a hanging list item, set out)."""
    first = group[0].line
    if is_bulleted(first.text) and profile.hangs:
        hanging = first.text_x - group[0].column.left
        set_in = here.line.x0 - here.column.left
        return abs(set_in - hanging) > here.line.size / 2
    return _is_indented(here.line, here.column) and not _is_indented(
        group[-1].line, group[-1].column
    )


def _is_short(place: Place, below: Piece) -> bool:
    """Whether the next line's first word would have fitted behind this line."""
    words = below.text.split(maxsplit=1)
    width = (below.x1 - below.x0) * len(words[0]) / max(len(below.text), 1)
    return place.line.x1 + width + _SPACE * below.size < place.column.right


def _is_list_line(place: Place, below: Piece) -> bool:
    """Whether a line ends early and a capital or digit begins the next: lists, addresses."""
    column = place.column
    early = place.line.x1 - column.left < _EARLY * (column.right - column.left)
    return early and not below.text[0].islower() and _is_short(place, below)


def _ends(line: Piece) -> bool:
    return bool(_ENDS.search(line.text))


def is_fact(line: Piece) -> bool:
    """Whether the line is a label and its value."""
    if line.cells:
        return line.cells[0].endswith(":")
    return bool(_FACT.match(line.text)) and len(line.text.split()) <= 14


def _goes_on_in_box(group: Sequence[Place], here: Place) -> bool:
    """Whether a line of a fact box goes on with the value above it."""
    if is_fact(here.line) or not is_fact(group[0].line):
        return False
    above = group[-1]
    near = here.column is above.column and (
        above.line.base - here.line.base <= _HEADING_GAP * here.line.size
    )
    return near and abs(here.line.size - group[0].line.size) <= _SAME_SIZE * here.line.size


def _is_row(line: Piece) -> bool:
    return len(line.cells) > 1 and not line.cells[0].endswith(":")


def _paragraph(group: Sequence[Place], vocabulary: Vocabulary) -> Paragraph:
    lines = [place.line for place in group]
    first = lines[0]
    fact = is_fact(first)
    text = " | ".join(first.cells) if _is_row(first) else first.text
    starts = [(0, first.page)]
    for above, below in pairwise(lines):
        joined = vocabulary.join(text, below.text)
        if below.page != above.page:
            starts.append((len(joined) - len(below.text), below.page))
        text = joined
    return Paragraph(
        text=text,
        style=_style(lines),
        starts=tuple(starts),
        lines=tuple(lines),
        bold_start=_bold_start(lines),
        fact=fact,
        bulleted=is_bulleted(first.text),
    )


def _style(lines: Sequence[Piece]) -> Style:
    """The style of most characters; a title keeps its own above a smaller line in brackets."""
    first, last = lines[0].style, lines[-1].style
    if last.size < 0.8 * first.size and lines[-1].text.endswith(")"):
        return first
    return main_style((line.style, len(line.text)) for line in lines)


def _bold_start(lines: Sequence[Piece]) -> int:
    """Characters of the bold words that open the paragraph and end within its first line."""
    first = lines[0]
    return first.bold_start if 0 < first.bold_start < len(first.text) else 0
