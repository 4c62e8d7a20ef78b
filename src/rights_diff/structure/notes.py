"""Footnotes: the numbered list at the end, and the marks in the running text that point to it."""

from __future__ import annotations

import re
from typing import NamedTuple

from rights_diff.model import Footnote, Span
from rights_diff.structure.page import Mark, Page, Role

_NOTE = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3})[.)]|(\d{1,3})(?=\s)|([¹²³⁰-⁹]{1,3}))\s*(?=\S)")
_NOTES_HEADING = re.compile(r"(?:foot|end)?notes|references|sources", re.I)
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

_LEAST_MARKED = 0.5  # of a list of notes at least this share has its mark in the text
_BEFORE_MARK = re.compile(r"[.,;:!?”\"’'»)\]]|[^\W\d_]")
_TO_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Note(NamedTuple):
    """A note's lines `[first, last)` and its marker."""

    marker: str
    first: int
    last: int


def mark_notes(page: Page) -> dict[int, Mark]:
    """The lines of the numbered list at the end whose numbers are marked in the text above it."""
    notes = _note_list(page)
    if not notes:
        return {}
    above = page.lines[notes[0].first].span.start
    marked = find_marks(page.text, [n.marker for n in notes], 0, above)
    heading = notes[0].first - 1
    headed = heading >= 0 and bool(_NOTES_HEADING.fullmatch(page.lines[heading].text))
    found = sum(m is not None for m in marked)
    if not found or (found < _LEAST_MARKED * len(notes) and not headed):
        return {}
    marks = {i: Mark(Role.NOTE, n.marker) for n in notes for i in range(n.first, n.last)}
    if headed:
        marks[heading] = Mark(Role.FURNITURE, "notes_heading")
    return marks


def _note_list(page: Page) -> list[Note]:
    """The last run of lines numbered 1, 2, 3 …; lines between two numbers belong to the upper."""
    starts: list[tuple[int, str]] = []
    for i, line in enumerate(page.lines):
        number = _number(line.text)
        if number == 1:
            starts = [(i, "1")]
        elif starts and number == len(starts) + 1:
            starts.append((i, str(number)))
    if not starts:
        return []
    ends = [i for i, _ in starts[1:]] + [_end_of_last(page, starts[-1][0])]
    notes = [Note(m, first, last) for (first, m), last in zip(starts, ends, strict=True)]
    # text between two numbers means that they count something else
    return [] if any(n.last - n.first > 3 for n in notes) else notes


def _number(text: str) -> int | None:
    match = _NOTE.match(text)
    if not match:
        return None
    digits = next(g for g in match.groups() if g).translate(_SUPERSCRIPTS)
    return int(digits)


def _end_of_last(page: Page, i: int) -> int:
    """The last note ends at a blank line or at furniture."""
    j = i + 1
    while j < len(page.lines) and page.lines[j].gap == 0 and j not in page.marks:
        j += 1
    return min(j, i + 3)


def find_marks(text: str, markers: list[str], start: int, end: int) -> list[Span | None]:
    """Where each marker stands in `text[start:end]`, in order, or None.

    >>> find_marks("He was freed.1 She was not.2 So it went.", ["1", "2"], 0, 40)
    [Span(start=13, end=14), Span(start=27, end=28)]
    """
    found: list[Span | None] = []
    at = start
    for marker in markers:
        span = _find_mark(text, marker, at, end) or _find_mark(text, marker, start, at)
        found.append(span)
        at = max(at, span.end) if span else at
    return found


def _find_mark(text: str, marker: str, start: int, end: int) -> Span | None:
    """The first standing of the marker after punctuation, else after a word."""
    fallback = None
    for form in (marker, f"[{marker}]", marker.translate(_TO_SUPERSCRIPTS)):
        at = text.find(form, start, end)
        while at >= 0:
            span = Span(at, at + len(form))
            if _is_mark(text, span):
                if text[at - 1] in '.!?”"’)' or form != marker:
                    return span
                fallback = fallback or span
            at = text.find(form, at + 1, end)
    return fallback


def _is_mark(text: str, span: Span) -> bool:
    """A number glued to a word or its punctuation, with nothing numeric around it."""
    before = text[span.start - 1 : span.start]
    after = text[span.end : span.end + 2]
    if not _BEFORE_MARK.fullmatch(before) or after[:1].isdigit():
        return False
    if before in ".,:" and text[span.start - 2 : span.start - 1].isdigit():
        return after[:1].isspace() or not after  # "in 2017.2 The", but not "3.2 per cent"
    return not (after[:1] in ".,/-–:" and after[1:].isdigit()) and not after[:1].islower()


def footnotes_of(page: Page) -> tuple[Footnote, ...]:
    """The notes with their marks; a note's span holds its number.

    Notes may stand in several lists, each counted anew (below a page or a chapter): the marks of
    a list are looked for between the list before it and its own first note.
    """
    footnotes: list[Footnote] = []
    reached = 0
    for notes in _note_lists(page):
        start = page.lines[notes[0].first].span.start
        marks = find_marks(page.text, [n.marker for n in notes], reached, start)
        reached = page.lines[notes[-1].last - 1].span.end
        footnotes += [
            Footnote(
                marker=note.marker,
                marker_span=mark,
                span=Span(page.lines[note.first].span.start, page.lines[note.last - 1].span.end),
            )
            for note, mark in zip(notes, marks, strict=True)
        ]
    return tuple(footnotes)


def _note_lists(page: Page) -> list[list[Note]]:
    """The marked notes in lists without text between them."""
    lists: list[list[Note]] = []
    for i, mark in sorted(page.marks.items()):
        if mark.role != Role.NOTE:
            continue
        last = lists[-1][-1] if lists else None
        if last is None or not _without_text(page, last.last, i):
            lists.append([Note(mark.value, i, i + 1)])
        elif last.marker == mark.value:
            lists[-1][-1] = last._replace(last=i + 1)
        else:
            lists[-1].append(Note(mark.value, i, i + 1))
    return lists


def _without_text(page: Page, start: int, end: int) -> bool:
    """Whether only furniture stands between two notes."""
    return all(page.role(i) == Role.FURNITURE for i in range(start, end))
