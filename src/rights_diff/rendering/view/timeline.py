"""A timeline as the records of its page."""

from __future__ import annotations

import math
from collections import Counter

from rights_diff.model.timeline import (
    Edition,
    FigurePoint,
    FigureSeries,
    Movement,
    Timeline,
    TopicYear,
)
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.plain import clip, shown_line, thousands
from rights_diff.rendering.view.timeline_axes import spelled
from rights_diff.rendering.view.timeline_chart import chart_of, shape_of
from rights_diff.rendering.view.timeline_records import (
    HeatRow,
    PointView,
    SeriesView,
    Shelf,
    TimelinePage,
)
from rights_diff.rendering.view.timeline_threads import (
    meeting_views,
    status_counts,
    thread_views,
)

__all__ = ["timeline_view"]

_SENTENCE = 420  # characters of a sentence on either side of its figure, together
_SHADES = 9
_FIRST_THREADS = 60
_NO_ONE = "Unnamed organization"


def timeline_view(timeline: Timeline) -> TimelinePage:
    """All that the page shows."""
    from rights_diff import __version__

    made = _Maker(timeline)
    series = {m: [made.series(s) for s in timeline.series if s.movement is m] for m in Movement}
    threads = thread_views(timeline)
    topics = Counter(t for s in timeline.series for t in s.topics)
    topics.update(t for thread in timeline.threads for t in thread.topics)
    labelled = sorted((topic_label(t), t, n) for t, n in topics.items())
    return TimelinePage(
        version=__version__,
        country=shown_line(timeline.country or "Many reports"),
        headline=_headline(timeline),
        years=made.years,
        shelves=tuple(made.shelf(who) for who in made.styles),
        moved=tuple(series[Movement.MOVED]),
        steady=tuple(series[Movement.STEADY]),
        retold=tuple(series[Movement.RETOLD]),
        threads=threads[:_FIRST_THREADS],
        more_threads=threads[_FIRST_THREADS:],
        statuses=status_counts(timeline),
        meetings=meeting_views(timeline),
        heat_heads=tuple(shown_line(e.name) for e in timeline.editions),
        heat=_heat(timeline),
        organizations=tuple(made.styles),
        topics=tuple((code, label, n) for label, code, n in labelled),
        gaps=_gaps(timeline),
        sources=tuple(_source(e) for e in timeline.editions),
        warnings=tuple(shown_line(w) for w in timeline.warnings),
    )


def _who(edition: Edition) -> str:
    return shown_line(edition.organization or _NO_ONE)


class _Maker:
    """What all series of one page share."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.editions = {e.id: e for e in timeline.editions}
        self.names = {e.id: shown_line(e.name) for e in timeline.editions}
        self.organizations = {e.id: _who(e) for e in timeline.editions}
        self.styles = {who: n for n, who in enumerate(sorted(set(self.organizations.values())))}
        dated = [e.year for e in timeline.editions if e.year is not None]
        self.span = (min(dated, default=0), max(dated, default=0))
        self.years = tuple(range(self.span[0], self.span[1] + 1)) if dated else ()
        self.covered = frozenset(dated)

    def shelf(self, who: str) -> Shelf:
        """The reports of one organization by year."""
        own = [e for e in self.timeline.editions if self.organizations[e.id] == who]
        by_year = {year: [e for e in own if e.year == year] for year in self.years}
        return Shelf(
            organization=who,
            css=f"s{self.styles[who] % 6}",
            shape=shape_of(self.styles[who], 8, 8),
            cells=tuple(
                (", ".join(self.names[e.id] for e in found), bool(found))
                for found in by_year.values()
            ),
        )

    def series(self, series: FigureSeries) -> SeriesView:
        """One series, its chart, and the rows of its table."""
        rows = [self._point(series, n, p) for n, p in enumerate(series.points, 1)]
        chart = None
        if series.movement is not Movement.RETOLD:
            chart = chart_of(
                series,
                span=self.span,
                covered=self.covered,
                styles=self.styles,
                names=self.names,
                organizations=self.organizations,
            )
        order = [e.id for e in self.timeline.editions]
        placed = zip(rows, (order.index(p.report) for p in series.points), strict=True)
        own = dict.fromkeys(self.organizations[p.report] for p in series.points)
        return SeriesView(
            id=series.id,
            label=shown_line(series.label),
            reading=_reading(series),
            organizations=tuple(own),
            topics=series.topics,
            topic_names=", ".join(topic_label(t) for t in series.topics),
            chart=chart,
            fresh=tuple(r for r in rows if not r.told_again),
            again=tuple(r for r, _ in sorted(placed, key=lambda x: x[1]) if r.told_again),
        )

    def _point(self, series: FigureSeries, n: int, point: FigurePoint) -> PointView:
        report = self.editions[point.report].report
        before, after = "", ""
        if point.sentence:
            span = report.sentence(point.sentence).span
            before = report.text[span.start : point.span.start]
            after = report.text[point.span.end : span.end]
        room = _SENTENCE - min(len(before), _SENTENCE // 2)
        return PointView(
            id=f"{series.id}-{n}",
            year="no year" if point.as_of is None else str(point.as_of),
            figure=shown_line(spelled(point)),
            who=self.names[point.report],
            css=f"s{self.styles[self.organizations[point.report]] % 6}",
            before=_last_words(_line(before), _SENTENCE // 2),
            after=clip(_line(after), room),
            note=_note(point),
            told_again=point.told_again,
        )


def _line(text: str) -> str:
    """On one line, a space kept where the figure meets the words."""
    inner = shown_line(text)
    return (
        f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"
    )


def _last_words(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    return "… " + text[-limit:].split(" ", 1)[-1]


def _note(point: FigurePoint) -> str:
    notes = []
    if point.attribution:
        notes.append(f"according to {shown_line(point.attribution)}")
    if point.modality.value not in {"asserted", "reported"}:
        notes.append(point.modality.value.replace("_", " "))
    if point.repeats:
        notes.append(f"told {len(point.repeats) + 1} times in the report")
    return ", ".join(notes)


def _reading(series: FigureSeries) -> str:
    """First and last value, in words."""
    dated = [p for p in series.points if p.as_of is not None]
    if series.movement is Movement.MOVED and len({p.as_of for p in dated}) > 1:
        a, b = dated[0], dated[-1]
        return f"{spelled(a)} ({a.as_of}) → {spelled(b)} ({b.as_of})"
    return spelled(series.points[0])


def _headline(timeline: Timeline) -> str:
    years = [e.year for e in timeline.editions if e.year is not None]
    bodies = len({e.organization for e in timeline.editions})
    span = f", {min(years)}–{max(years)}" if years else ""
    return (
        f"{len(timeline.editions)} reports of {bodies} organization{'' if bodies == 1 else 's'}"
        f"{span}: {len(timeline.series)} figures and {len(timeline.threads)} claims followed"
    )


def _gaps(timeline: Timeline) -> tuple[tuple[str, str], ...]:
    missing: dict[str, list[int]] = {}
    for who, year in timeline.gaps:
        missing.setdefault(who, []).append(year)
    return tuple((shown_line(who), _runs(years)) for who, years in missing.items())


def _runs(years: list[int]) -> str:
    """Years with neighbours joined: "2013–2016, 2018"."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def _heat(timeline: Timeline) -> tuple[HeatRow, ...]:
    """Topics by the words about them in all reports; shades by the square root of the share."""
    cells = {(t.topic, t.report): t for t in timeline.attention}
    weight: Counter[str] = Counter()
    for t in timeline.attention:
        weight[t.topic] += round(t.per_thousand * 10)
    most = max((t.per_thousand for t in timeline.attention), default=0.0) or 1.0
    return tuple(
        HeatRow(
            code=topic,
            label=topic_label(topic),
            cells=tuple(_cell(cells.get((topic, e.id)), most) for e in timeline.editions),
        )
        for topic in sorted(weight, key=lambda x: (-weight[x], x))
    )


def _cell(told: TopicYear | None, most: float) -> tuple[str, int, int]:
    """Words per 1,000 as shown, the shade, and words in all."""
    if told is None or not told.words:
        return "", 0, 0
    shown = f"{told.per_thousand:.0f}" if told.per_thousand >= 1 else "<1"
    shade = round(math.sqrt(told.per_thousand / most) * _SHADES)
    return shown, max(1, min(_SHADES, shade)), told.words


def _source(edition: Edition) -> tuple[str, str, str]:
    """Name, title with length, and where it was read."""
    report = edition.report
    words = thousands(len(report.text.split()))
    title = shown_line(report.metadata.title or "")
    where = report.metadata.source.url or report.metadata.source.path or ""
    return (
        shown_line(edition.name),
        f"{title + ' · ' if title else ''}{words} words",
        shown_line(where),
    )
