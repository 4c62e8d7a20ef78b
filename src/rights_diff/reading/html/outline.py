"""The outline of a page: its title, which headings count, and their levels as the page has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from rights_diff.reading.html.paragraphs import WHOLE, Kind, Paragraph, Piece, is_all_marked
from rights_diff.reading.html.styles import levels_of
from rights_diff.reading.html.tree import PROSE_LETTERS

# A number that stands in an element of its own before the heading it belongs to.
_NUMBER = re.compile(
    r"(?:section|part|chapter|article)\s+(?:\d{1,3}|[ivxlc]{1,7})\s*[.:]?|\d{1,3}\.", re.I
)
_NOTES_HEADING = re.compile(r"(?:foot|end)?notes?|references|sources", re.I)
_FOOTER = re.compile(r"(?:©|\(c\)|copyright\b|all rights reserved)(?:\s+\S+){0,25}$", re.I)
_FEWEST_REPEATED = 3  # lines that repeat headings below make a list of contents
_HEADING_WORDS = 20
_HEADING_LETTERS = 240  # the longest heading of the State pages has 160
_FACT_WORDS = 24
_FACT = re.compile(r"[A-Z][^:.]{2,40}: ?[^.]{1,80}\.?")
_SENTENCE_END = re.compile(r"[.!?;,]$")


def with_outline(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """The paragraphs with title, headings with levels, and without contents and empty headings."""
    found = list(_with_terms(list(paragraphs)))
    for step in STEPS:
        found = list(step(found))
    headings = [p for p in found if p.kind == Kind.HEADING]
    levels = iter(levels_of([p.element for p in headings]))
    found = [replace(p, value=str(next(levels))) if p.kind == Kind.HEADING else p for p in found]
    return list(_with_notes_heading(found))


def _with_terms(found: list[Paragraph]) -> Iterator[Paragraph]:
    """Terms and what is said of them, joined to lines such as fact boxes have."""
    term: Paragraph | None = None
    for p in found:
        if term and p.kind == Kind.TEXT:
            label = term.words.rstrip(": ")
            short = len(label.split()) + len(p.words.split()) <= _FACT_WORDS
            face = () if short else (True,)
            yield replace(p, pieces=(Piece(f"{label}:", *face), Piece(" "), *p.pieces))
            term = None
            continue
        if term:
            yield replace(term, kind=Kind.TEXT)
        term = p if p.kind == Kind.TERM else None
        if not term:
            yield p
    if term:
        yield replace(term, kind=Kind.TEXT)


def _with_title(found: list[Paragraph]) -> Iterator[Paragraph]:
    """The title: the first `h1`, else the first heading if it stands above all others.

    An `h1` that leads away is the name of the site.
    """
    heads = [p for p in found if p.kind == Kind.HEADING and not (p.linked and _rank(p) == "h1")]
    first = heads[0] if heads else None
    title = next((p for p in heads if _rank(p) == "h1"), None)
    if title is None and first and all(_rank(p) > _rank(first) for p in heads[1:]):
        title = first if len(heads) > 1 else None
    for p in found:
        if p is title:
            yield replace(p, kind=Kind.TITLE)
        elif p.kind == Kind.HEADING and p.linked and _rank(p) == "h1":
            yield Paragraph(kind=Kind.LEFT_OUT, reason="navigation")
        else:
            yield p


def _numbered(found: list[Paragraph]) -> Iterator[Paragraph]:
    """Headings with the number that stood before them in an element of its own."""
    number: Paragraph | None = None
    for p in found:
        if number and p.kind == Kind.HEADING:
            pieces = (Piece(f"{number.words} "), *p.pieces)
            yield replace(p, pieces=pieces)
            number = None
            continue
        if number:
            yield number
        may_be = p.kind in (Kind.HEADING, Kind.TEXT) and _NUMBER.fullmatch(p.words)
        number = p if may_be else None
        if not number:
            yield p
    if number:
        yield number


def _with_facts(found: list[Paragraph]) -> Iterator[Paragraph]:
    """Labels with values above the first heading and text lose bullets and bold face."""
    above = True
    for p in found:
        above = above and p.kind != Kind.HEADING and len(p.words) <= PROSE_LETTERS
        if above and p.kind in (Kind.TEXT, Kind.ITEM) and _FACT.fullmatch(p.words):
            yield replace(p, kind=Kind.TEXT, bullet="", pieces=(Piece(p.words),))
        else:
            yield p


# ---------------------------------------------------------------- contents, empty headings


def _without_contents(found: list[Paragraph]) -> Iterator[Paragraph]:
    """Leave out runs of lines above the text that all repeat headings below."""
    below = Counter(_key(p.words) for p in found if p.kind == Kind.HEADING)
    run: list[Paragraph] = []
    for p in found:
        key = _key(p.words) if len(p.words) <= _HEADING_LETTERS else ""
        if p.kind == Kind.HEADING:
            below[key] -= 1
        if key and p.kind in (Kind.TEXT, Kind.ITEM, Kind.HEADING) and below[key] > 0:
            run.append(p)
            continue
        yield from _contents(run)
        run = []
        yield p
    yield from _contents(run)


def _contents(run: list[Paragraph]) -> list[Paragraph]:
    if len(run) < _FEWEST_REPEATED:
        return run
    return [Paragraph(kind=Kind.LEFT_OUT, reason="contents")]


def _key(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _without_empty(found: list[Paragraph]) -> Iterator[Paragraph]:
    """Leave out headings of which nothing is left: over site furniture, or mere links."""
    for i, p in enumerate(found):
        if p.kind != Kind.HEADING or not _heads_nothing(found, i):
            yield p
        else:
            yield Paragraph(kind=Kind.LEFT_OUT, reason="navigation")


def _heads_nothing(found: Sequence[Paragraph], i: int) -> bool:
    left_out = found[i].linked
    for p in found[i + 1 :]:
        if p.kind in (Kind.LEFT_OUT, Kind.FURNITURE):
            left_out = True
        elif p.kind == Kind.HEADING:
            return left_out and _rank(p) <= _rank(found[i])
        else:
            return False
    return left_out


def _rank(p: Paragraph) -> str:
    return p.element.tag if p.element else "h9"


# ---------------------------------------------------------------- other headings


def _with_bold_heads(found: list[Paragraph]) -> Iterator[Paragraph]:
    """Bold lines above text are headings: of the page where it has no others, else run-in heads."""
    has_headings = any(p.kind == Kind.HEADING for p in found)
    for p, below in zip_longest(found, found[1:]):
        if not _is_bold_head(p, below):
            yield p
        elif has_headings:
            yield replace(p, value=WHOLE)
        else:
            yield replace(p, kind=Kind.HEADING)


def _is_bold_head(p: Paragraph, below: Paragraph | None) -> bool:
    if p.kind != Kind.TEXT or below is None or below.kind not in (Kind.TEXT, Kind.ITEM, Kind.ROW):
        return False
    if not is_all_marked(p.pieces) or is_all_marked(below.pieces):
        return False
    return len(p.words.split()) <= _HEADING_WORDS and not _SENTENCE_END.search(p.words)


def _without_footer(found: list[Paragraph]) -> list[Paragraph]:
    """The lines at the very end that say whose the site is are furniture."""
    kept = list(found)
    for i in range(len(kept) - 1, -1, -1):
        if kept[i].kind == Kind.TEXT and _FOOTER.match(kept[i].words):
            kept[i] = replace(kept[i], kind=Kind.FURNITURE, value="footer")
        elif kept[i].kind not in (Kind.LEFT_OUT, Kind.NOTE):
            break
    return kept


def _with_notes_heading(found: list[Paragraph]) -> Iterator[Paragraph]:
    """The heading over footnotes is furniture."""
    for p, below in zip_longest(found, found[1:]):
        heads = p.kind in (Kind.HEADING, Kind.TEXT) and below and below.kind == Kind.NOTE
        if heads and (p.kind == Kind.HEADING or _NOTES_HEADING.fullmatch(p.words.rstrip(":"))):
            yield replace(p, kind=Kind.FURNITURE, value="notes_heading")
        else:
            yield p


# In this order: facts before bold heads, so that their labels are none.
STEPS = (
    _with_title,
    _numbered,
    _without_contents,
    _without_footer,
    _without_empty,
    _with_facts,
    _with_bold_heads,
)
