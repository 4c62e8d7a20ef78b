"""One report as everything its page shows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import rights_diff
from rights_diff.model import Quantity, Report, Sentence
from rights_diff.model import Section as ModelSection
from rights_diff.rendering.strings import many
from rights_diff.rendering.strings import text as words
from rights_diff.rendering.view.aside import set_aside
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.plain import clip, shown, shown_line, thousands
from rights_diff.rendering.view.records import Piece, SetAside, Side
from rights_diff.rendering.view.sides import Index, side_view
from rights_diff.rendering.view.spelling import spell

__all__ = ["ReportPage", "Section", "report_view"]

_DEEPEST = 4  # heading levels told apart on the page
_TOPICS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A section on the page of one report; each sentence as its own quote."""

    id: str
    heading: str
    level: int
    kind: str
    topics: tuple[str, ...]
    sentences: tuple[tuple[str, tuple[Piece, ...]], ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """Everything the page on one report shows."""

    title: str
    country: str
    version: str
    side: Side
    counts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    facts: tuple[tuple[str, str], ...]
    footnotes: tuple[tuple[str, str], ...]
    figures: tuple[tuple[str, str, str, str], ...]  # words, reading, counted, sentence
    aside: tuple[SetAside, ...]
    warnings: tuple[str, ...]


def report_view(report: Report) -> ReportPage:
    """View records of one report."""
    side = side_view(Index(report, ""), len(report.text.split()))
    return ReportPage(
        title=words(
            "title",
            name="report",
            country=side.country or words("untitled", name="report"),
            cite=side.cite or words("as_read", name="report"),
        ),
        country=side.country,
        version=rights_diff.__version__,
        side=side,
        counts=counts(report),
        sections=_sections(report),
        facts=tuple((shown_line(f.label), shown_line(f.value)) for f in report.facts),
        footnotes=tuple(
            (shown_line(n.marker), shown_line(n.span.of(report.text))) for n in report.footnotes
        ),
        figures=tuple(_figure(q, report.text) for q in report.quantities),
        aside=set_aside(report),
        warnings=tuple(map(shown_line, report.warnings)),
    )


def counts(report: Report) -> tuple[tuple[str, str], ...]:
    """How many of what was found, for people."""
    found = (
        (report.sections, "sections"),
        (report.sentences, "sentences"),
        (report.quantities, "found_figures"),
        (report.dates, "dates"),
        (report.footnotes, "footnotes"),
        (report.furniture, "furniture"),
    )
    return tuple((thousands(len(items)), many("report", key, len(items))) for items, key in found)


def _sections(report: Report) -> tuple[Section, ...]:
    sentences: dict[str, list[Sentence]] = defaultdict(list)
    figures: dict[str, list[Quantity]] = defaultdict(list)
    for sentence in report.sentences:
        sentences[sentence.section].append(sentence)
    for quantity in report.quantities:
        if quantity.sentence:
            figures[quantity.sentence].append(quantity)
    return tuple(_section(s, sentences[s.id], figures, report.text) for s in report.sections)


def _section(
    section: ModelSection,
    sentences: list[Sentence],
    figures: dict[str, list[Quantity]],
    text: str,
) -> Section:
    return Section(
        id=section.id,
        heading=shown_line(section.heading or "") or words("opening", name="place"),
        level=min(section.level, _DEEPEST),
        kind=section.kind.value,
        topics=tuple(topic_label(t) for t in section.topics[:_TOPICS_SHOWN]),
        sentences=tuple((s.id, _pieces(s, figures.get(s.id, []), text)) for s in sentences),
    )


def _pieces(sentence: Sentence, figures: list[Quantity], text: str) -> tuple[Piece, ...]:
    """A sentence with its figures marked; overlapping ones are marked once."""
    pieces: list[Piece] = []
    at = sentence.span.start
    for quantity in sorted(figures, key=lambda q: q.span):
        if quantity.span.start < at or quantity.span.end > sentence.span.end:
            continue
        pieces.append(Piece("same", shown(text[at : quantity.span.start])))
        pieces.append(Piece("figure", shown(quantity.span.of(text))))
        at = quantity.span.end
    return (*pieces, Piece("same", shown(text[at : sentence.span.end])))


def _figure(quantity: Quantity, text: str) -> tuple[str, str, str, str]:
    reading = spell(quantity, text)
    told = clip(shown_line(quantity.span.of(text)), 90)
    return (
        told,
        reading if reading != told else "",
        quantity.counted or "",
        quantity.sentence or "",
    )
