"""From a document to marked lines, and from marked lines to a report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from typing import TypeAlias

from rights_diff.model import (
    Document,
    Fact,
    Furniture,
    Hint,
    HintKind,
    Metadata,
    Report,
    Section,
    SectionKind,
    Sentence,
    Span,
)
from rights_diff.model import Page as PrintedPage
from rights_diff.protocols import SentenceSplitter
from rights_diff.structure.doubtful import doubtful_lines
from rights_diff.structure.facts import mark_torn_boxes, mark_torn_names, split_fact
from rights_diff.structure.flattened import is_flattened, segments_of
from rights_diff.structure.furniture import mark_scraps
from rights_diff.structure.headings import mark_headings
from rights_diff.structure.hinted import mark_hints, tells_headings
from rights_diff.structure.lines import MARKS, Line, lines_of, trim
from rights_diff.structure.notes import footnotes_of, mark_notes
from rights_diff.structure.outline import sections_of
from rights_diff.structure.page import Mark, Page, Role
from rights_diff.structure.related import mark_related
from rights_diff.structure.run_in import split_run_ins
from rights_diff.structure.sentences import split_sentences
from rights_diff.structure.shapes import bullet_length
from rights_diff.structure.tail import mark_tail
from rights_diff.structure.top import mark_told_top, mark_top

Rule: TypeAlias = Callable[[Page], dict[int, Mark]]

# In this order: a line that one rule has marked is closed to the next.
RULES: tuple[Rule, ...] = (
    mark_scraps,
    mark_torn_boxes,
    mark_notes,
    mark_top,
    mark_torn_names,
    mark_related,
    mark_tail,
    mark_headings,
)

# Where the format told headings and furniture, unmarked lines are text.
RULES_WITH_HINTS: tuple[Rule, ...] = (mark_notes, mark_told_top, mark_related)

_MARK_RUNS = re.compile(f"[{MARKS}]+")


def mark_page(document: Document) -> Page:
    """The lines of the document with what each is; open lines are text."""
    lines, marks = _first_marks(document)
    page = Page(document.text, tuple(lines), marks)
    for rule in RULES_WITH_HINTS if tells_headings(document.hints) else RULES:
        page = page.with_marks(rule(page))
    return page


def _first_marks(document: Document) -> tuple[list[Line], dict[int, Mark]]:
    """The lines, and marks that need no look at the rest of the page."""
    text = document.text
    if document.hints:
        return mark_hints(text, lines_of(text), (*document.hints, *_lost_run_ins(document)))
    if is_flattened(text):
        return segments_of(text)
    return split_run_ins(text, lines_of(text))


def _lost_run_ins(document: Document) -> list[Hint]:
    """Run-in headings of a page that tells its headings, but lost the face of these."""
    hints = document.hints
    if not tells_headings(hints) or any(h.kind == HintKind.RUN_IN for h in hints):
        return []
    lines, marks = split_run_ins(document.text, lines_of(document.text))
    return [Hint(kind=HintKind.RUN_IN, span=lines[i].span) for i in sorted(marks)]


def assemble(
    document: Document, page: Page, metadata: Metadata, splitter: SentenceSplitter | None = None
) -> Report:
    """The report that the marks describe.

    Args:
        splitter: what finds the sentences of a paragraph; `split_sentences` by default.
    """
    sections = sections_of(page)
    footnotes = footnotes_of(page)
    facts = _facts(page)
    marks = {n.marker_span.start for n in footnotes if n.marker_span}
    split = partial(_split, splitter) if splitter else partial(_own_split, marks)
    sentences = tuple(_sentences(page, sections, split))
    return Report(
        text=page.text,
        metadata=metadata,
        sections=sections,
        facts=facts,
        furniture=tuple(_furniture(page, sections, metadata)),
        footnotes=footnotes,
        sentences=sentences,
        warnings=document.warnings + _doubts(document, page, metadata),
        pages=tuple(_pages(document)),
    )


def _pages(document: Document) -> Iterable[PrintedPage]:
    """The pages that the format told, in the order of the text."""
    hints = [hint for hint in document.hints if hint.kind == HintKind.PAGE]
    for hint in sorted(hints, key=lambda h: h.span):
        number, _, printed = hint.value.partition(" ")
        if number.isdigit():
            yield PrintedPage(number=int(number), printed=printed or None, span=hint.span)


def _doubts(document: Document, page: Page, metadata: Metadata) -> tuple[str, ...]:
    """Warnings about lines of other chapters; a format with hints tells its pages itself."""
    if document.hints:
        return ()
    return doubtful_lines(page, metadata.country, document.source.path or "the text")


def _facts(page: Page) -> tuple[Fact, ...]:
    facts = []
    for i, mark in sorted(page.marks.items()):
        if mark.role == Role.FACT:
            split = split_fact(page.lines[i].text)
            if split:
                label, value = (" ".join(part.split()) for part in split)
                facts.append(Fact(label=label, value=value, span=page.lines[i].span))
    return tuple(facts)


def _furniture(
    page: Page, sections: tuple[Section, ...], metadata: Metadata
) -> Iterable[Furniture]:
    """Marked lines, with neighbours of one reason joined, then whatever no other part covers."""
    parts: list[Furniture] = []
    last = -2
    for i, mark in sorted(page.marks.items()):
        if mark.role != Role.FURNITURE:
            continue
        span = page.lines[i].span
        if last == i - 1 and parts and parts[-1].reason == mark.value:
            span = Span(parts[-1].span.start, span.end)
            parts.pop()
        parts.append(Furniture(span=span, reason=mark.value))
        last = i
    covered = [f.span for f in parts] + _covered(page, sections, metadata)
    parts.extend(_left_over(page.text, covered))
    return sorted(parts, key=lambda f: f.span)


def _covered(page: Page, sections: tuple[Section, ...], metadata: Metadata) -> list[Span]:
    spans = [s.span for s in sections] + [s.heading_span for s in sections if s.heading_span]
    spans += [page.lines[i].span for i, m in page.marks.items() if m.role in (Role.FACT, Role.NOTE)]
    return spans + ([metadata.title_span] if metadata.title_span else [])


def _left_over(text: str, covered: list[Span]) -> Iterable[Furniture]:
    """Characters outside all parts: marks of lost drawings, markup around headings."""
    edges = [Span(0, 0), *sorted(s for s in covered if s.length), Span(len(text), len(text))]
    reached = 0
    for before, after in pairwise(edges):
        reached = max(reached, before.end)
        for match in re.finditer(r"\S+", text[reached : after.start]):
            span = Span(reached + match.start(), reached + match.end())
            reason = "extraction_mark" if _MARK_RUNS.fullmatch(match[0]) else "heading_markup"
            yield Furniture(span=span, reason=reason)


def _own_split(marks: set[int], text: str, span: Span) -> list[Span]:
    return split_sentences(text, *span, marks)


def _split(splitter: SentenceSplitter, text: str, span: Span) -> list[Span]:
    """The sentences that a splitter from outside finds; it never sees the bullet."""
    bare = trim(text, Span(span.start + bullet_length(span.of(text)), span.end))
    return [Span(*sentence) for sentence in splitter(text, bare)] if bare.length else []


def _sentences(
    page: Page, sections: tuple[Section, ...], split: Callable[[str, Span], list[Span]]
) -> Iterable[Sentence]:
    """The sentences of every section but lists of related items, paragraph by paragraph."""
    paragraphs = [
        line.span for i, line in enumerate(page.lines) if page.role(i) in (None, Role.BODY)
    ]
    at = 0
    for section in sections:
        spans: list[Span] = []
        while at < len(paragraphs) and paragraphs[at].end <= section.span.end:
            spans += split(page.text, paragraphs[at])
            at += 1
        if section.kind == SectionKind.RELATED_ITEMS:
            continue
        for n, span in enumerate(spans, 1):
            yield Sentence(id=f"{section.id}.{n}", span=span, section=section.id)
