"""A yearbook is many reports: where each country's chapter begins, and what is none.

Works on any document whose format told headings: the contents list names the chapters and their
pages, the headings say where they stand. Where there is no contents list, the level at which
most headings name countries is the level of chapters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rights_diff.model import Document, Hint, HintKind, Span
from rights_diff.reading.contents import Entry, contents_of, key_of

_FEWEST_CHAPTERS = 3  # countries with a heading each before a file is a yearbook
_NEAR = 1  # pages between the contents list and the heading: a title page may stand before it
_SHORTEST = 200  # characters; the chapter of a country has a paragraph at least

NamesCountry = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a yearbook: a country's chapter, or something else.

    Attributes:
        title: its heading, as printed or as the contents list has it; "" for front matter.
        heading: where the heading stands, or None.
        is_chapter: whether a country's report stands here.
        pages: first and last page as printed; where a page prints none, its place in the file
            in square brackets.
    """

    title: str
    span: Span
    heading: Span | None
    is_chapter: bool
    pages: tuple[str, str] | None = None


class _Head(NamedTuple):
    title: str
    span: Span
    level: int


def parts_of(document: Document, names_country: NamesCountry) -> tuple[Part, ...]:
    """The parts of a yearbook in order; together they hold the whole text.

    Args:
        document: as a reader made it.
        names_country: whether a title is the name of a country.
    Returns:
        chapters and what stands between them; () where the file is no yearbook.
    """
    heads = _heads(document)
    entries = contents_of(document.text, names_country)
    wanted = {key_of(e.title): e for e in entries}
    level = _chapter_level(heads, names_country, wanted)
    if level is None:
        return ()
    starts = _starts(document, heads, level, wanted, names_country)
    chapters = [part for part in starts if part.is_chapter]
    if len({key_of(part.title) for part in chapters}) < _FEWEST_CHAPTERS:
        return ()
    return _with_ends(document, starts)


def _heads(document: Document) -> list[_Head]:
    return [
        _Head(h.span.of(document.text), h.span, int(h.value) if h.value.isdigit() else 1)
        for h in document.hints
        if h.kind in (HintKind.HEADING, HintKind.TITLE)
    ]


def _chapter_level(
    heads: Sequence[_Head], names_country: NamesCountry, wanted: Mapping[str, Entry]
) -> int | None:
    """The level at which most different countries have a heading; of equals the upper."""
    counts: dict[int, set[str]] = {}
    for head in heads:
        if key_of(head.title) in wanted or names_country(head.title):
            counts.setdefault(head.level, set()).add(key_of(head.title))
    if not counts:
        return None
    best = max(counts, key=lambda level: (len(counts[level]), -level))
    return best if len(counts[best]) >= _FEWEST_CHAPTERS else None


def _starts(
    document: Document,
    heads: Sequence[_Head],
    level: int,
    wanted: Mapping[str, Entry],
    names_country: NamesCountry,
) -> list[Part]:
    """Where parts begin: headings of the chapters' level or above it, and listed pages."""
    pages = PageIndex(document)
    starts: list[Part] = []
    found: set[str] = set()
    for head in heads:
        key = key_of(head.title)
        listed = wanted.get(key)
        placed = listed is not None and pages.near(head.span.start, listed.page, _NEAR)
        country = names_country(head.title) or bool(listed and listed.is_country)
        if head.level > level and not (placed and country and key not in found):
            continue
        # a country is named again in running heads and lists; its chapter is where it is listed
        repeated = key in found or (listed is not None and not placed and pages.numbered)
        is_chapter = country and not repeated
        if is_chapter:
            found.add(key)
        starts.append(Part(head.title, Span(head.span.start, 0), head.span, is_chapter))
    starts += _listed_only(pages, wanted, found, starts)
    return sorted(starts, key=lambda part: part.span.start)


def _listed_only(
    pages: PageIndex,
    wanted: Mapping[str, Entry],
    found: set[str],
    starts: Sequence[Part],
) -> list[Part]:
    """Parts that the contents list names and no heading opens: they begin with their page."""
    taken = {part.span.start for part in starts}
    extra = []
    for key, entry in wanted.items():
        at = pages.start_of(entry.page)
        if key in found or at is None or _holds_start(starts, at, pages.end_of(entry.page)):
            continue
        if at not in taken and not entry.is_country:
            extra.append(Part(entry.title, Span(at, 0), None, is_chapter=False))
    return extra


def _holds_start(starts: Sequence[Part], start: int, end: int) -> bool:
    return any(start <= part.span.start < end for part in starts)


def _with_ends(document: Document, starts: Sequence[Part]) -> tuple[Part, ...]:
    """Each part up to the next one; neighbours that are no chapters are one part."""
    length = len(document.text)
    pages = PageIndex(document)
    edges = [part.span.start for part in starts] + [length]
    parts: list[Part] = []
    if edges[0] > 0:
        parts.append(Part("", Span(0, edges[0]), None, is_chapter=False))
    for part, end in zip(starts, edges[1:], strict=True):
        span = Span(part.span.start, end)
        chapter = part.is_chapter and end - part.span.start >= _SHORTEST
        if parts and not chapter and not parts[-1].is_chapter and _is_scrap(parts[-1]):
            title = part.title or parts[-1].title
            parts[-1] = replace(parts[-1], title=title, span=Span(parts[-1].span.start, end))
        elif chapter or span.length:
            parts.append(replace(part, span=span, is_chapter=chapter))
    return tuple(replace(part, pages=pages.printed(part.span)) for part in parts)


def _is_scrap(part: Part) -> bool:
    return part.span.length < _SHORTEST


class PageIndex:
    """Which page an offset stands on, by the number in the file and as printed."""

    def __init__(self, document: Document) -> None:
        hints = sorted(
            (h for h in document.hints if h.kind == HintKind.PAGE), key=lambda h: h.span.start
        )
        values = [h.value.split(" ", 1) for h in hints]
        self._spans = [h.span for h in hints]
        self._starts = [h.span.start for h in hints]
        # a page that prints no number is told by its place in the file, in square brackets
        self._names = [v[1] if len(v) > 1 else f"[{v[0]}]" for v in values]
        self.numbered = any(len(v) > 1 and v[1].isdigit() for v in values)
        self._at: dict[str, int] = {}
        for n, value in enumerate(values):
            if len(value) > 1 or not self.numbered:
                self._at.setdefault(value[-1], n)

    def near(self, offset: int, page: int, slack: int) -> bool:
        """Whether the offset stands on that printed page, or so many pages from it."""
        wanted = self._at.get(str(page))
        here = bisect_right(self._starts, offset) - 1
        return wanted is not None and abs(here - wanted) <= slack

    def start_of(self, page: int) -> int | None:
        """Where a printed page begins, or None."""
        n = self._at.get(str(page))
        return None if n is None else self._spans[n].start

    def end_of(self, page: int) -> int:
        """Where a printed page ends (0 where there is none)."""
        n = self._at.get(str(page))
        return 0 if n is None else self._spans[n].end

    def printed(self, span: Span) -> tuple[str, str] | None:
        """The first and the last page of a span, as printed; None without pages."""
        if not self._starts:
            return None
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        return self._names[max(first, 0)], self._names[max(last, 0)]


def chapter_document(document: Document, part: Part) -> Document:
    """One part as a document of its own, with its hints; its heading becomes the title."""
    text = part.span.of(document.text).rstrip()
    start, end = part.span.start, part.span.start + len(text)
    hints = []
    for hint in document.hints:
        a, b = max(hint.span.start, start), min(hint.span.end, end)
        if a >= b:
            continue
        moved = replace(hint, span=Span(a - start, b - start))
        if part.heading is not None and hint.span == part.heading:
            moved = replace(moved, kind=HintKind.TITLE, value="")
        hints.append(moved)
    told = {k: v for k, v in document.told.items() if k not in ("title", "canonical")}
    return replace(document, text=text, hints=_levelled(hints), told=told)


def _levelled(hints: Sequence[Hint]) -> tuple[Hint, ...]:
    """The hints with levels of headings counted from 1 without gaps."""
    used = sorted({int(h.value) for h in hints if h.kind == HintKind.HEADING and h.value.isdigit()})
    rank = {level: str(n) for n, level in enumerate(used, 1)}
    return tuple(
        replace(h, value=rank[int(h.value)])
        if h.kind == HintKind.HEADING and h.value.isdigit()
        else h
        for h in hints
    )


def volume_title(document: Document, parts: Sequence[Part], is_volume: NamesCountry) -> str | None:
    """What the book is called: the running head or heading of its own that says it most often.

    Args:
        is_volume: whether a line names an organization's report and its year.
    """
    lines: Counter[str] = Counter()
    first = next((p.span.start for p in parts if p.is_chapter), len(document.text))
    for hint in document.hints:
        front = hint.kind in (HintKind.HEADING, HintKind.TITLE) and hint.span.start < first
        head = hint.kind == HintKind.FURNITURE and hint.value in ("page_header", "page_footer")
        if front or head:
            lines[" ".join(hint.span.of(document.text).split())] += 1
    told = document.told.get("title")
    named = [line for line, _ in lines.most_common() if is_volume(line)]
    if named:
        return named[0]
    return told if told and is_volume(told) else None
