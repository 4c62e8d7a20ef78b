"""A timeline as plain text for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from rights_diff.model import Timeline
from rights_diff.model.timeline import ClaimThread, FigurePoint, FigureSeries, ThreadStatus
from rights_diff.rendering.view.plain import shown_line

__all__ = ["timeline_text"]

_WIDTH = 88
_COLUMN = re.compile(r" {2,}")
# Series and threads shown; the JSON has all.
_SERIES, _THREADS = 40, 20


def timeline_text(timeline: Timeline) -> str:
    """Reports, the figures followed over most years, the longest claim threads, the gaps."""
    return "\n".join(_shown(line) for line in _lines(timeline)) + "\n"


def _shown(line: str) -> str:
    """The line with its indentation, and nothing in it that acts on the terminal."""
    columns = _COLUMN.split(line.lstrip(" "))
    return " " * (len(line) - len(line.lstrip(" "))) + "  ".join(map(shown_line, columns))


def _lines(timeline: Timeline) -> Iterator[str]:
    names = {e.id: e.name for e in timeline.editions}
    years = [e.year for e in timeline.editions if e.year is not None]
    span = f", {min(years)}–{max(years)}" if years else ""
    yield f"{timeline.country or 'Unknown country'} · {len(names)} reports{span}"
    for edition in timeline.editions:
        yield f"  {edition.year or 'undated'}  {edition.name}"
    yield from _gaps(timeline)
    yield ""
    yield f"Figures ({len(timeline.series)} series)"
    for series in timeline.series[:_SERIES]:
        yield from _series(series, names)
    if len(timeline.series) > _SERIES:
        yield f"  … and {len(timeline.series) - _SERIES} more (see --format json)"
    yield ""
    yield f"Claims told again and again ({len(timeline.threads)} threads)"
    for thread in timeline.threads[:_THREADS]:
        yield from _thread(thread, names)
    if len(timeline.threads) > _THREADS:
        yield f"  … and {len(timeline.threads) - _THREADS} more (see --format json)"


def _gaps(timeline: Timeline) -> Iterator[str]:
    missing: dict[str, list[str]] = {}
    for who, year in timeline.gaps:
        missing.setdefault(who, []).append(str(year))
    for who, years in missing.items():
        text = f"no report of {who} for {', '.join(years)}"
        yield from (f"  {line}" for line in wrap(text, _WIDTH - 2))


def _series(series: FigureSeries, names: dict[str, str]) -> Iterator[str]:
    yield ""
    yield f"  {series.label}"
    for point in series.points:
        yield f"    {point.as_of or '–':>4}  {_figure(point)}  ({names[point.report]})"


def _figure(point: FigurePoint) -> str:
    return " ".join(point.quote.split())


def _thread(thread: ClaimThread, names: dict[str, str]) -> Iterator[str]:
    yield ""
    yield from wrap(thread.label, _WIDTH - 2, initial_indent="  ", subsequent_indent="  ")
    told = [p for p in thread.points if p.status is not ThreadStatus.REPEATED]
    steps = ", ".join(f"{names[p.report]} {p.status.value}" for p in told)
    if thread.stale_since is not None:
        who = f" by {thread.stale_by}" if len(thread.organizations) > 1 else ""
        steps += f"; word for word{who} since {thread.stale_since}"
    yield from wrap(steps, _WIDTH - 4, initial_indent="    ", subsequent_indent="    ")
