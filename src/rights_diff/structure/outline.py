"""Sections from marked lines: where each begins and ends, its level, and what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rights_diff.model import Section, SectionKind, Span
from rights_diff.structure.levels import level_headings
from rights_diff.structure.page import RESUMED, RUN_IN, Mark, Page, Role
from rights_diff.structure.shapes import undecorated


@dataclass(frozen=True, slots=True)
class Draft:
    """A section before it has its level and id."""

    heading: str | None
    heading_span: Span | None
    span: Span
    related: bool = False
    run_in: bool = False
    told_level: int | None = None


def sections_of(page: Page) -> tuple[Section, ...]:
    """The sections in document order, with levels, parents and kinds."""
    drafts = _drafts(page)
    levels = _levels(page, drafts)
    sections: list[Section] = []
    above: list[Section] = []  # the headings that the next one may belong to
    for n, (draft, level) in enumerate(zip(drafts, levels, strict=True), 1):
        while above and above[-1].level >= level:
            above.pop()
        section = Section(
            id=f"s{n}",
            heading=draft.heading,
            heading_span=draft.heading_span,
            level=level,
            parent=above[-1].id if above else None,
            span=draft.span,
            kind=_kind(draft, first=n == 1),
        )
        sections.append(section)
        if draft.heading:
            above.append(section)
    return tuple(_with_containers(sections))


def _levels(page: Page, drafts: list[Draft]) -> list[int]:
    """A level for each draft; a run-in heading stands right below the heading above it."""
    main = [d for d in drafts if not d.run_in]
    starts = [(d.heading_span or d.span).start for d in main] + [len(page.text)]
    texts = [
        page.text[d.heading_span.end if d.heading_span else d.span.start : end]
        for d, end in zip(main, starts[1:], strict=True)
    ]
    told = [d.told_level for d in main]
    found = iter(level_headings([d.heading for d in main], told, texts, page.text))
    levels: list[int] = []
    above = 0
    for draft in drafts:
        above = above if draft.run_in else next(found)
        levels.append(above + 1 if draft.run_in else above)
    return levels


def _drafts(page: Page) -> list[Draft]:
    drafts: list[Draft] = []
    for i, line in enumerate(page.lines):
        mark = page.marks.get(i)
        if mark is None or mark.role == Role.BODY:
            resumed = mark is not None and mark.value == RESUMED
            if not drafts or resumed:
                drafts.append(Draft(heading=None, heading_span=None, span=line.span))
            drafts[-1] = _extended(drafts[-1], line.span)
        elif mark.role in (Role.HEADING, Role.RELATED_HEADING):
            drafts.append(_headed(page, line.span, mark))
    return drafts


def _headed(page: Page, span: Span, mark: Mark) -> Draft:
    words = _heading_span(page, span)
    return Draft(
        heading=" ".join(words.of(page.text).split()),
        heading_span=words,
        span=Span(span.end, span.end),
        related=mark.role == Role.RELATED_HEADING,
        run_in=mark.value == RUN_IN,
        told_level=int(mark.value) if mark.value.isdigit() else None,
    )


def _heading_span(page: Page, span: Span) -> Span:
    """The heading's words without markup around them."""
    surface = span.of(page.text)
    bare = undecorated(surface)
    at = surface.find(bare) if bare else 0
    return Span(span.start + at, span.start + at + len(bare)) if bare else span


def _extended(draft: Draft, span: Span) -> Draft:
    """The draft with one more line of text."""
    start = draft.span.start if draft.span.length else span.start
    return replace(draft, span=Span(start, span.end))


def _kind(draft: Draft, *, first: bool) -> SectionKind:
    if draft.related:
        return SectionKind.RELATED_ITEMS
    if draft.run_in:
        return SectionKind.RUN_IN
    return SectionKind.BODY if draft.heading or not first else SectionKind.LEAD


def _with_containers(sections: list[Section]) -> list[Section]:
    """Sections without text of their own above subsections are containers."""
    parents = {s.parent for s in sections}
    return [
        replace(s, kind=SectionKind.CONTAINER)
        if s.id in parents and not s.span.length and s.kind == SectionKind.BODY
        else s
        for s in sections
    ]
