"""Sections from marked lines: where each begins and ends, its level, and what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rights_diff.model import Section, SectionKind, Span
from rights_diff.structure.levels import level_headings
from rights_diff.structure.page import Page, Role
from rights_diff.structure.shapes import undecorated


@dataclass(frozen=True, slots=True)
class Draft:
    """A section before it has its level and id."""

    heading: str | None
    heading_span: Span | None
    span: Span
    related: bool = False
    told_level: int | None = None


def sections_of(page: Page) -> tuple[Section, ...]:
    """The sections in document order, with levels, parents and kinds."""
    drafts = _drafts(page)
    levels = level_headings(
        [d.heading for d in drafts],
        [d.told_level for d in drafts],
        [d.span.of(page.text) for d in drafts],
        page.text,
    )
    sections: list[Section] = []
    for n, (draft, level) in enumerate(zip(drafts, levels, strict=True), 1):
        sections.append(
            Section(
                id=f"s{n}",
                heading=draft.heading,
                heading_span=draft.heading_span,
                level=level,
                parent=_parent(sections, level),
                span=draft.span,
                kind=_kind(draft),
            )
        )
    return tuple(_with_containers(sections))


def _drafts(page: Page) -> list[Draft]:
    drafts: list[Draft] = []
    for i, line in enumerate(page.lines):
        mark = page.marks.get(i)
        if mark is None or mark.role == Role.BODY:
            drafts = _extend(drafts, line.span)
        elif mark.role in (Role.HEADING, Role.RELATED_HEADING):
            span = _heading_span(page, line.span)
            drafts.append(
                Draft(
                    heading=" ".join(span.of(page.text).split()),
                    heading_span=span,
                    span=Span(line.span.end, line.span.end),
                    related=mark.role == Role.RELATED_HEADING,
                    told_level=int(mark.value) if mark.value.isdigit() else None,
                )
            )
    return drafts


def _heading_span(page: Page, span: Span) -> Span:
    """The heading's words without markup around them."""
    surface = span.of(page.text)
    bare = undecorated(surface)
    at = surface.find(bare) if bare else 0
    return Span(span.start + at, span.start + at + len(bare)) if bare else span


def _extend(drafts: list[Draft], span: Span) -> list[Draft]:
    """The drafts with one more line of text in the last section (or in a lead)."""
    if not drafts:
        return [Draft(heading=None, heading_span=None, span=span)]
    last = drafts[-1]
    start = last.span.start if last.span.length else span.start
    return [*drafts[:-1], replace(last, span=Span(start, span.end))]


def _kind(draft: Draft) -> SectionKind:
    if draft.related:
        return SectionKind.RELATED_ITEMS
    return SectionKind.BODY if draft.heading else SectionKind.LEAD


def _parent(above: list[Section], level: int) -> str | None:
    return next((s.id for s in reversed(above) if s.heading and s.level < level), None)


def _with_containers(sections: list[Section]) -> list[Section]:
    """Sections without text of their own above subsections are containers."""
    parents = {s.parent for s in sections}
    return [
        replace(s, kind=SectionKind.CONTAINER)
        if s.id in parents and not s.span.length and s.kind == SectionKind.BODY
        else s
        for s in sections
    ]
