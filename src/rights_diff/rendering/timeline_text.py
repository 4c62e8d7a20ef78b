"""A timeline as plain text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from rights_diff.model import Timeline
from rights_diff.model.timeline import ClaimThread, FigureSeries, ThreadStatus
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.timeline.alone import alone
from rights_diff.rendering.view.timeline.axes import spelled
from rights_diff.rendering.view.timeline.glance import tellings
from rights_diff.rendering.view.timeline.moves import order_of
from rights_diff.rendering.view.timeline.points import concurrent
from rights_diff.rendering.view.timeline.words import Names, said

__all__ = ["timeline_text"]

_WIDTH = 88
_COLUMN = re.compile(r" {2,}")
# Series, threads and topics shown; the JSON and the tables have all.
_SERIES, _THREADS, _TOPICS = 40, 20, 5


def timeline_text(timeline: Timeline) -> str:
    """Reports and gaps, what is most telling, the figures, two organizations on one year, the
    claims that most editions make, attention.
    """
    return "\n".join(_shown(line) for line in _lines(timeline)) + "\n"


def _shown(line: str) -> str:
    """The line with its indentation, and nothing in it that acts on the terminal."""
    columns = _COLUMN.split(line.lstrip(" "))
    return " " * (len(line) - len(line.lstrip(" "))) + "  ".join(map(shown_line, columns))


def _lines(timeline: Timeline) -> Iterator[str]:
    names = Names(timeline)
    years = [e.year for e in timeline.editions if e.year is not None]
    span = f", {min(years)}–{max(years)}" if years else ""
    yield f"{timeline.country or 'Unknown country'} · {len(timeline.editions)} reports{span}"
    for edition in timeline.editions:
        yield f"  {edition.year or 'undated'}  {edition.name}"
    yield from _gaps(timeline)
    yield from _tellings(timeline, names)
    yield ""
    yield f"Figures ({len(timeline.series)} series)"
    ordered = sorted(timeline.series, key=lambda s: (_MOVEMENTS[s.movement], order_of(s, names)))
    for series in ordered[:_SERIES]:
        yield from _series(series, names)
    if len(timeline.series) > _SERIES:
        yield f"  … and {len(timeline.series) - _SERIES} more (see --format csv)"
    yield from _meetings(timeline, names)
    yield ""
    yield f"Claims told again and again ({len(timeline.threads)} threads)"
    for thread in timeline.threads[:_THREADS]:
        yield from _thread(thread, names)
    if len(timeline.threads) > _THREADS:
        yield f"  … and {len(timeline.threads) - _THREADS} more (see --table threads)"
    yield from _attention(timeline, names)


_MOVEMENTS = {"moved": 0, "steady": 1, "retold": 2}


def _gaps(timeline: Timeline) -> Iterator[str]:
    missing: dict[str, list[str]] = {}
    for who, year in timeline.gaps:
        missing.setdefault(who, []).append(str(year))
    for who, years in missing.items():
        text = f"no report of {who} for {', '.join(years)}"
        yield from (f"  {line}" for line in wrap(text, _WIDTH - 2))


def _tellings(timeline: Timeline, names: Names) -> Iterator[str]:
    for group in tellings(timeline, names):
        yield ""
        yield group.label
        for _, line in group.lines:
            yield from wrap(line, _WIDTH - 2, initial_indent="  ", subsequent_indent="    ")


def _series(series: FigureSeries, names: Names) -> Iterator[str]:
    yield ""
    yield f"  {series.label}"
    for point in series.points:
        yield f"    {point.as_of or '–':>4}  {spelled(point)}  ({names.report[point.report]})"


def _meetings(timeline: Timeline, names: Names) -> Iterator[str]:
    both = concurrent(timeline.series, names)
    if both or timeline.meetings:
        yield ""
        yield said("meetings")
    for one in both:
        a, b = one.sides
        yield ""
        yield f"  {one.label}, {one.year}: {one.says}"
        yield from (f"    {p.who}  {p.figure}" for p in (a, b))
    for meeting in timeline.meetings:
        yield ""
        sides = names.editions[meeting.old], names.editions[meeting.new]
        yield "  " + said("meeting", year=meeting.year, old=sides[0].name, new=sides[1].name)
        yield "    " + said("both", count=len(meeting.claims))
        for number, (mine, other) in enumerate((sides, sides[::-1])):
            groups = alone(mine.report, meeting, number)
            lone = sum(len(g.sentences) for g in groups)
            told = said("alone_in", count=lone, report=mine.name, other=other.name)
            told = told if lone else said("alone_none", report=mine.name)
            most = [topic_label(g.topic) for g in groups[:_TOPICS] if g.topic]
            text = f"{told}: {', '.join(most)} …" if most else told
            yield from wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="      ")


def _thread(thread: ClaimThread, names: Names) -> Iterator[str]:
    yield ""
    yield from wrap(thread.label, _WIDTH - 2, initial_indent="  ", subsequent_indent="  ")
    told = [p for p in thread.points if p.status is not ThreadStatus.REPEATED]
    steps = ", ".join(f"{names.report[p.report]} {p.status.value}" for p in told)
    if thread.stale_since is not None:
        who = f" by {thread.stale_by}" if len(thread.organizations) > 1 else ""
        steps += f"; word for word{who} since {thread.stale_since}"
    yield from wrap(steps, _WIDTH - 4, initial_indent="    ", subsequent_indent="    ")


def _attention(timeline: Timeline, names: Names) -> Iterator[str]:
    if timeline.attention:
        yield ""
        yield "Attention: topics with most words in every thousand"
    for edition in timeline.editions:
        own = [t for t in timeline.attention if t.report == edition.id]
        most = sorted(own, key=lambda t: (-t.per_thousand, t.topic))[:_TOPICS]
        told = ", ".join(f"{topic_label(t.topic)} {t.per_thousand:.0f}" for t in most)
        line = f"{names.report[edition.id]}: {told}" if told else ""
        yield from wrap(line, _WIDTH - 2, initial_indent="  ", subsequent_indent="    ")
