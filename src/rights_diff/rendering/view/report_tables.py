"""One report as tables of plain values."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from rights_diff.model import Report, Sentence, Span
from rights_diff.rendering.view.columns import LIST_MARK, REPORT_TABLES
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.rows import page_words
from rights_diff.rendering.view.sides import Index, side_view
from rights_diff.rendering.view.table import Record, Table, filled, shape_of

__all__ = ["records", "report_table"]


def report_table(report: Report, name: str = "sections") -> Table:
    """One table of a report; `REPORT_TABLES` lists them.

    Raises:
        RenderError: there is no table of that name.
    """
    shape = shape_of(name, REPORT_TABLES)
    return filled(name, shape, records(Index(report, ""), name))


def records(index: Index, name: str) -> Iterator[Record]:
    """The rows of one table of a report, by column."""
    builders = {
        "sections": _sections,
        "sentences": _sentences,
        "quantities": _quantities,
        "dates": _dates,
    }
    cite = side_view(index, 0).cite or None
    return ({**record, "report": cite} for record in builders[name](index))


def _sections(index: Index) -> Iterator[Record]:
    homes = {s.id: s.section for s in index.report.sentences}
    sentences = Counter(homes.values())
    figures = Counter(homes.get(q.sentence or "") for q in index.report.quantities)
    for section in index.report.sections:
        text = shown_line(section.span.of(index.report.text))
        yield {
            "id": section.id,
            "heading": index.heading(section.id),
            "level": section.level,
            "parent": section.parent,
            "kind": section.kind.value,
            "topics": _codes(section.topics),
            "words": len(text.split()),
            "sentences": sentences[section.id],
            "figures": figures[section.id],
            **_where(index, section.span),
            "text": text or None,
        }


def _sentences(index: Index) -> Iterator[Record]:
    figures = Counter(q.sentence for q in index.report.quantities)
    for sentence in index.report.sentences:
        text = shown_line(sentence.span.of(index.report.text))
        yield {
            "id": sentence.id,
            "section": sentence.section,
            "heading": index.heading(sentence.section),
            "topics": _codes(sentence.topics),
            "words": len(text.split()),
            "figures": figures[sentence.id],
            **_where(index, sentence.span),
            "text": text,
        }


def _quantities(index: Index) -> Iterator[Record]:
    for q in index.report.quantities:
        yield {
            "id": q.id,
            "text": shown_line(q.span.of(index.report.text)),
            "kind": q.kind.value,
            "value": q.value,
            "low": q.low,
            "high": q.high,
            "qualifier": q.qualifier.value,
            "unit": q.unit,
            "counted": q.counted,
            "as_of": q.as_of,
            "attribution": shown_line(q.attribution) if q.attribution else None,
            "modality": q.modality.value,
            **_home(index, index.sentences.get(q.sentence or "")),
            **_where(index, q.span),
        }


def _dates(index: Index) -> Iterator[Record]:
    starts = [s.span.start for s in index.report.sentences]
    for number, date in enumerate(index.report.dates, 1):
        at = bisect_right(starts, date.span.start) - 1
        near = index.report.sentences[at] if at >= 0 else None
        yield {
            "id": f"d{number}",
            "iso": date.iso,
            "year": int(date.iso[:4]) if date.iso[:4].isdecimal() else None,
            "text": shown_line(date.span.of(index.report.text)),
            **_home(index, near if near and near.span.contains(date.span) else None),
            **_where(index, date.span),
        }


def _home(index: Index, sentence: Sentence | None) -> Record:
    if sentence is None:
        return {"sentence": None, "heading": None, "quote": None}
    return {
        "sentence": sentence.id,
        "heading": index.heading(sentence.section),
        "quote": shown_line(sentence.span.of(index.report.text)),
    }


def _where(index: Index, span: Span) -> Record:
    page = page_words(index.report, span) or None
    return {"page": page, "start": span.start, "end": span.end}


def _codes(topics: tuple[str, ...]) -> str | None:
    return LIST_MARK.join(topics) or None
