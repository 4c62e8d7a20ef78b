"""A timeline as tables of plain values; what its CSV files and frames are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from rights_diff.model import Report
from rights_diff.model.timeline import Edition, FigurePoint, Meeting, Timeline
from rights_diff.rendering.view.columns import LIST_MARK
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.table import Record, Table, filled, shape_of
from rights_diff.rendering.view.timeline.alone import alone, words_of
from rights_diff.rendering.view.timeline.columns import TIMELINE_TABLES

__all__ = ["timeline_table"]


def timeline_table(timeline: Timeline, name: str = "points") -> Table:
    """One table of a timeline; `TIMELINE_TABLES` lists them.

    Raises:
        RenderError: there is no table of that name.
    """
    shape = shape_of(name, TIMELINE_TABLES)
    country = _line(timeline.country)
    return filled(name, shape, ({**r, "country": country} for r in _BUILDERS[name](timeline)))


def _editions(timeline: Timeline) -> Iterator[Record]:
    for edition in timeline.editions:
        report = edition.report
        m = report.metadata
        yield {
            **_home(edition),
            "name": shown_line(edition.name),
            "edition": _line(m.edition),
            "published": m.published_year,
            "title": _line(m.title),
            "words": sum(len(s.span.of(report.text).split()) for s in report.sentences),
            "sentences": len(report.sentences),
            "figures": len(report.quantities),
            "source": _line(m.source.url or m.source.path),
        }


def _home(edition: Edition) -> dict[str, str | int | None]:
    return {
        "report": edition.id,
        "organization": _line(edition.organization),
        "year": edition.year,
    }


def _series(timeline: Timeline) -> Iterator[Record]:
    editions = {e.id: e for e in timeline.editions}
    for series in timeline.series:
        years = [p.as_of for p in series.points if p.as_of is not None]
        yield {
            "series": series.id,
            "label": shown_line(series.label),
            "movement": series.movement.value,
            "unit": _line(series.unit),
            "topics": _list(series.topics),
            "points": len(series.points),
            "fresh": sum(not p.told_again for p in series.points),
            "organizations": _names(editions[p.report].organization for p in series.points),
            "first": min(years, default=None),
            "last": max(years, default=None),
        }


def _points(timeline: Timeline) -> Iterator[Record]:
    editions = {e.id: e for e in timeline.editions}
    for series in timeline.series:
        own: Record = {
            "series": series.id,
            "label": shown_line(series.label),
            "movement": series.movement.value,
            "unit": _line(series.unit),
            "topics": _list(series.topics),
        }
        for number, point in enumerate(series.points, 1):
            edition = editions[point.report]
            home = {"point": f"{series.id}-{number}", **own, **_home(edition)}
            yield {**home, **_point(point, edition.report)}


def _point(point: FigurePoint, report: Report) -> Record:
    return {
        "as_of": point.as_of,
        "period": _line(point.period),
        "provisional": point.provisional,
        "value": point.value,
        "low": point.low,
        "high": point.high,
        "qualifier": point.qualifier.value,
        "kind": point.kind.value,
        "modality": point.modality.value,
        "attribution": _line(point.attribution),
        "quote": shown_line(point.quote),
        "told_again": point.told_again,
        "told": 1 + len(point.repeats),
        "sentence": point.sentence or None,
        "context": _line(words_of(report, [point.sentence])) if point.sentence else None,
        "start": point.span.start,
        "end": point.span.end,
    }


def _threads(timeline: Timeline) -> Iterator[Record]:
    years = {e.id: e.year for e in timeline.editions}
    for thread in timeline.threads:
        told = [p for p in thread.points if p.sentences]
        dated = [y for p in told if (y := years[p.report]) is not None]
        yield {
            "thread": thread.id,
            "label": shown_line(thread.label),
            "organizations": _names(thread.organizations),
            "perhaps": _names(thread.perhaps) if thread.perhaps else None,
            "topics": _list(thread.topics),
            "told": len(told),
            "first": min(dated, default=None),
            "last": max(dated, default=None),
            "stale_since": thread.stale_since,
            "stale_by": _line(thread.stale_by),
        }


def _thread_points(timeline: Timeline) -> Iterator[Record]:
    editions = {e.id: e for e in timeline.editions}
    for thread in timeline.threads:
        for point in thread.points:
            yield {
                "thread": thread.id,
                **_home(editions[point.report]),
                "status": point.status.value,
                "facets": _list(f.value for f in point.facets),
                "score": point.score,
                "quote": _line(point.quote),
                "sentences": _list(point.sentences),
            }


def _meetings(timeline: Timeline) -> Iterator[Record]:
    for meeting in timeline.meetings:
        lines = (*_figures(timeline, meeting), *_both(timeline, meeting), *_only(timeline, meeting))
        for number, line in enumerate(lines, 1):
            own: Record = {
                "old": meeting.old,
                "new": meeting.new,
                "year": meeting.year,
                "number": number,
            }
            yield {**dict.fromkeys(_SAID), **own, **line}


_SAID = (
    *("agreement", "relation", "topic"),
    *(f"{side}_{what}" for side in ("old", "new") for what in ("words", "context", "ids")),
)


def _figures(timeline: Timeline, meeting: Meeting) -> Iterator[Record]:
    sides = {"old": timeline.edition(meeting.old), "new": timeline.edition(meeting.new)}
    for *ids, relation, agreement in meeting.figures:
        line: dict[str, str | None] = {
            "finding": "figures",
            "agreement": agreement.value,
            "relation": relation.value,
        }
        for (side, edition), quantity_id in zip(sides.items(), ids, strict=True):
            report = edition.report
            quantity = next(q for q in report.quantities if q.id == quantity_id)
            line[f"{side}_words"] = shown_line(quantity.span.of(report.text))
            home = [quantity.sentence] if quantity.sentence else []
            line[f"{side}_context"] = _line(words_of(report, home))
            line[f"{side}_ids"] = quantity.id
        yield line


def _both(timeline: Timeline, meeting: Meeting) -> Iterator[Record]:
    old, new = (timeline.edition(e).report for e in (meeting.old, meeting.new))
    for before, after in meeting.claims:
        yield {
            "finding": "both",
            "old_words": shown_line(words_of(old, before)),
            "new_words": shown_line(words_of(new, after)),
            "old_ids": _list(before),
            "new_ids": _list(after),
            "topic": next(iter(old.sentence(before[0]).topics), None),
        }


def _only(timeline: Timeline, meeting: Meeting) -> Iterator[Record]:
    for number, side in enumerate(("old", "new")):
        report = timeline.edition(getattr(meeting, side)).report
        for group in alone(report, meeting, number):
            for sentence in group.sentences:
                yield {
                    "finding": f"only_{side}",
                    f"{side}_words": shown_line(sentence.span.of(report.text)),
                    f"{side}_ids": sentence.id,
                    "topic": group.topic or None,
                }


def _attention(timeline: Timeline) -> Iterator[Record]:
    editions = {e.id: e for e in timeline.editions}
    for told in timeline.attention:
        yield {
            **_home(editions[told.report]),
            "topic": told.topic,
            "label": topic_label(told.topic),
            "words": told.words,
            "per_thousand": told.per_thousand,
        }


def _line(text: str | None) -> str | None:
    return shown_line(text or "") or None


def _list(items: Iterable[str]) -> str | None:
    return LIST_MARK.join(items) or None


def _names(items: Iterable[str | None]) -> str | None:
    return _list(dict.fromkeys(shown_line(i) for i in items if i))


_BUILDERS: Mapping[str, Callable[[Timeline], Iterator[Record]]] = {
    "editions": _editions,
    "series": _series,
    "points": _points,
    "threads": _threads,
    "thread_points": _thread_points,
    "meetings": _meetings,
    "attention": _attention,
}
