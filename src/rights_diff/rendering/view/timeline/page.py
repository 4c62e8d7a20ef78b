"""A timeline as the records of its page."""

from __future__ import annotations

from collections import Counter

from rights_diff.model.timeline import Edition, FigureSeries, Movement, Timeline
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.plain import shown_line, thousands
from rights_diff.rendering.view.timeline.attention import heat_rows, matrix
from rights_diff.rendering.view.timeline.chart import chart_of, shape_of
from rights_diff.rendering.view.timeline.glance import counts, tellings
from rights_diff.rendering.view.timeline.meetings import meeting_views
from rights_diff.rendering.view.timeline.moves import order_of, reading
from rights_diff.rendering.view.timeline.points import concurrent, point_view
from rights_diff.rendering.view.timeline.records import SeriesView, Shelf, TimelinePage
from rights_diff.rendering.view.timeline.threads import (
    STRIP_WIDTH,
    Years,
    status_counts,
    thread_views,
)
from rights_diff.rendering.view.timeline.words import Names, said

__all__ = ["Maker", "headline", "timeline_view"]

_FIRST_THREADS = 40


def timeline_view(timeline: Timeline) -> TimelinePage:
    """All that the page shows."""
    from rights_diff import __version__

    made = Maker(timeline)
    names = made.names
    series = {m: made.all_series(m) for m in Movement}
    threads = thread_views(timeline, names, made.strip)
    country = shown_line(timeline.country or said("country"))
    reports = said("headline_reports", count=len(timeline.editions))
    return TimelinePage(
        version=__version__,
        country=country,
        headline=headline(timeline),
        title=said("title", country=country, reports=reports),
        counts=counts(timeline, names),
        telling=tellings(timeline, names),
        years=made.years,
        strip_width=STRIP_WIDTH,
        strip_ticks=made.strip.ticks(),
        shelves=tuple(made.shelf(who) for who in names.style),
        moved=series[Movement.MOVED],
        steady=series[Movement.STEADY],
        retold=series[Movement.RETOLD],
        threads=threads[:_FIRST_THREADS],
        more_threads=threads[_FIRST_THREADS:],
        statuses=status_counts(timeline),
        concurrent=concurrent(timeline.series, names),
        matrix=matrix(timeline),
        meetings=meeting_views(timeline),
        heat_heads=tuple(names.report.values()),
        heat=heat_rows(timeline),
        organizations=tuple(names.style),
        topics=_topics(timeline),
        gaps=_gaps(timeline),
        sources=tuple(_source(e) for e in timeline.editions),
        warnings=tuple(shown_line(w) for w in timeline.warnings),
    )


class Maker:
    """What all series of one page share."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.names = Names(timeline)
        dated = [e.year for e in timeline.editions if e.year is not None]
        self.span = (min(dated, default=0), max(dated, default=0))
        self.years = tuple(range(self.span[0], self.span[1] + 1)) if dated else ()
        self.strip = Years(self.years)
        self.covered = frozenset(dated)

    def shelf(self, who: str) -> Shelf:
        """The reports of one organization by year."""
        names = self.names
        own = [e for e in self.timeline.editions if names.organization[e.id] == who]
        by_year = {year: [e for e in own if e.year == year] for year in self.years}
        return Shelf(
            organization=who,
            css=names.css(who),
            shape=shape_of(names.style[who], 8, 8),
            cells=tuple(
                (", ".join(names.report[e.id] for e in found), bool(found))
                for found in by_year.values()
            ),
        )

    def all_series(self, movement: Movement) -> tuple[SeriesView, ...]:
        """The series of one kind, those first that a reader would look for."""
        own = [s for s in self.timeline.series if s.movement is movement]
        return tuple(self.series(s) for s in sorted(own, key=lambda s: order_of(s, self.names)))

    def series(self, series: FigureSeries) -> SeriesView:
        """One series, its chart, and the rows of its table."""
        names = self.names
        rows = [point_view(series, n, p, names) for n, p in enumerate(series.points, 1)]
        chart = None
        if series.movement is not Movement.RETOLD:
            chart = chart_of(
                series,
                span=self.span,
                covered=self.covered,
                styles=names.style,
                names=names.report,
                organizations=names.organization,
            )
        placed = zip(rows, (names.order[p.report] for p in series.points), strict=True)
        own = dict.fromkeys(names.organization[p.report] for p in series.points)
        return SeriesView(
            id=series.id,
            label=shown_line(series.label),
            reading=reading(series, names),
            organizations=tuple(own),
            topics=series.topics,
            topic_names=", ".join(topic_label(t) for t in series.topics),
            chart=chart,
            fresh=tuple(r for r in rows if not r.told_again),
            again=tuple(r for r, _ in sorted(placed, key=lambda x: x[1]) if r.told_again),
        )


def headline(timeline: Timeline) -> str:
    """How many reports, of how many organizations, on which years."""
    years = [e.year for e in timeline.editions if e.year is not None]
    bodies = len({e.organization for e in timeline.editions})
    span = said("headline_years", first=min(years), last=max(years)) if years else ""
    return said(
        "headline",
        reports=said("headline_reports", count=len(timeline.editions)),
        organizations=said("headline_organizations", count=bodies),
        years=span,
    )


def _topics(timeline: Timeline) -> tuple[tuple[str, str, int], ...]:
    topics = Counter(t for s in timeline.series for t in s.topics)
    topics.update(t for thread in timeline.threads for t in thread.topics)
    labelled = sorted((topic_label(t), t, n) for t, n in topics.items())
    return tuple((code, label, n) for label, code, n in labelled)


def _gaps(timeline: Timeline) -> tuple[str, ...]:
    missing: dict[str, list[int]] = {}
    for who, year in timeline.gaps:
        missing.setdefault(who, []).append(year)
    return tuple(
        said("gaps_note", who=shown_line(who), years=_runs(years)) for who, years in missing.items()
    )


def _runs(years: list[int]) -> str:
    """Years with neighbours joined: "2013–2016, 2018"."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)


def _source(edition: Edition) -> tuple[str, str, str]:
    """Name, title with length, and where it was read."""
    report = edition.report
    words = said("source_words", words=thousands(len(report.text.split())))
    title = shown_line(report.metadata.title or "")
    where = report.metadata.source.url or report.metadata.source.path or ""
    return (
        shown_line(edition.name),
        f"{title + ' · ' if title else ''}{words}",
        shown_line(where),
    )
