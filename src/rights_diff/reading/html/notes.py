"""Footnotes of a page: marks that link to notes further down, the notes, and their links back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rights_diff.reading.html.tree import INLINE, Element, descendants, words_of

_MARK = re.compile(r"[\[(]?(\d{1,3}|[ivxlc]{1,6}|[a-z]|[*†‡§]{1,3})[\])]?")
# Addresses inside a page that notes usually have: "#fn1", "#_ftn1", "#note-3", "#cite_note-2".
_NOTE_ADDRESS = re.compile(r"#.*(?:fn|ftn|edn|note|ref|cite)", re.I)
_BACK = re.compile(r"[↩↑^⏎\ufe0e\ufe0f\s]+|back|return|jump up|[\[(]?\S{1,6}[\])]?", re.I)
_LONGEST_MARK = 12


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes found in a page.

    Attributes:
        marks: link elements in the text, with the marker they show.
        notes: elements that hold a note, with its marker.
        back: links from notes back to their marks.
        around: the notes and all elements in which they stand.
    """

    marks: dict[Element, str]
    notes: dict[Element, str]
    back: frozenset[Element]
    around: frozenset[Element]


def notes_of(top: Element) -> Notes:
    """The notes that marks in the text link to."""
    elements = list(descendants(top))
    place = {e: n for n, e in enumerate(elements)}
    targets: dict[str, Element] = {}
    for e in elements:
        for name in (e.get("id"), e.get("name") if e.tag == "a" else ""):
            if name:
                targets.setdefault(name, e)
    marks: dict[Element, str] = {}
    notes: dict[Element, str] = {}
    back: set[Element] = set()
    for link in elements:
        target = targets.get(link.get("href")[1:]) if link.get("href")[:1] == "#" else None
        if link.tag != "a" or target is None:
            continue
        if place[target] > place[link]:
            marker = _marker(link)
            holder = _holder(target, top) if marker else None
            if marker and holder is not None and holder not in link.ancestors():
                notes.setdefault(holder, marker)
                marks[link] = marker
        elif _is_back(link):
            back.add(link)
    inside = {e for note in notes for e in (note, *descendants(note))}
    around = {e for note in notes for e in (note, *note.ancestors())}
    return Notes(marks, notes, frozenset(back & inside), frozenset(around))


def without_own_mark(text: str, marker: str) -> str:
    """A note's text without the number that stands before it.

    >>> without_own_mark("[3] A letter to the ministry", "3")
    'A letter to the ministry'
    """
    own = rf"\s*[\[(]?{re.escape(marker)}[\])]?[.:]?(?:\s+|(?<=[\]).]))"
    return re.sub(own, "", text, count=1) if re.match(own, text) else text


def _marker(link: Element) -> str:
    """What the link shows, if it is a footnote mark; else empty."""
    if link.letters > _LONGEST_MARK:
        return ""
    shown = words_of(link)
    match = _MARK.fullmatch(shown)
    if not match:
        return ""
    raised = any(e.tag == "sup" for e in [*descendants(link), *link.ancestors()])
    telling = _NOTE_ADDRESS.match(link.get("href")) or link.get("role") == "doc-noteref"
    return match[1] if raised or telling or shown != match[1] else ""


def _is_back(link: Element) -> bool:
    return link.letters <= _LONGEST_MARK and bool(_BACK.fullmatch(words_of(link) or " "))


def _holder(target: Element, top: Element) -> Element | None:
    """The paragraph or list item that the target opens."""
    if target.tag not in INLINE:
        return target
    return next((e for e in target.ancestors() if e.tag not in INLINE and e is not top), None)
