"""Claim threads as the page shows them: a strip of years, its story in words, the quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rights_diff.model.timeline import ClaimThread, ThreadPoint, ThreadStatus, Timeline
from rights_diff.rendering.view.plain import clip, shown_line
from rights_diff.rendering.view.timeline.records import StepView, Strip, ThreadView
from rights_diff.rendering.view.timeline.words import Names, said, status_word

__all__ = ["STRIP_WIDTH", "Years", "interest", "status_counts", "thread_views"]

STRIP_WIDTH = 264  # of the strip of years, in pixels: beside a quote it must fit a laptop's screen
_EDGE = 8
_NEAR = 5  # places apart at which marks of one year stand beside each other
_QUOTE = 360  # characters
_STORY = 4  # turns told in the story of a thread; the others stand with the quotes
_S = ThreadStatus
_TURNS = (_S.CONTRADICTED, _S.STRENGTHENED, _S.SOFTENED, _S.RETURNED)
# Turns that a reader looks for first.
_TELLING = {
    _S.CONTRADICTED: 8,
    _S.JOINED: 6,
    _S.STRENGTHENED: 5,
    _S.SOFTENED: 5,
    _S.RETURNED: 2,
    _S.PERHAPS: 1,
}
_STALE = 4
_NO_LINE = (_S.RETURNED, _S.UNDATED)
_SHOWN_COUNTS = tuple(s for s in _S if s not in (_S.BORN, _S.JOINED))
_TURNED = (_S.CONTRADICTED, _S.STRENGTHENED, _S.SOFTENED)


class Years:
    """Places of years on a strip."""

    def __init__(self, years: Sequence[int]) -> None:
        self.first, self.last = (years[0], years[-1]) if years else (0, 0)
        self._step = (STRIP_WIDTH - 2 * _EDGE) / max(1, self.last - self.first)

    def x(self, year: int | None) -> int:
        """Where a year stands; what says no year stands at the end."""
        return round(_EDGE + ((self.last if year is None else year) - self.first) * self._step)

    def ticks(self) -> tuple[tuple[int, str], ...]:
        """First and last year, and round ones between them that have room."""
        middle = [y for y in range(self.first + 3, self.last - 2) if y % 5 == 0]
        chosen = sorted({self.first, *middle, self.last})
        return tuple((self.x(y), str(y)) for y in chosen) if self.last else ()


def status_counts(timeline: Timeline) -> tuple[tuple[str, str, int], ...]:
    """For each turn how many threads take it, several organizations' claims and stale ones too."""
    taken = Counter(s for t in timeline.threads for s in {p.status for p in t.points})
    found = [(s.value, status_word(s.value), taken[s]) for s in _SHOWN_COUNTS if taken[s]]
    shared = sum(len(t.organizations) > 1 for t in timeline.threads)
    stale = sum(t.stale_since is not None for t in timeline.threads)
    turned = sum(any(p.status in _TURNED for p in t.points) for t in timeline.threads)
    kinds = (("shared", shared), ("stale", stale), ("turned", turned))
    more = [(key, status_word(key), n) for key, n in kinds if n]
    return (*more, *found)


def thread_views(timeline: Timeline, names: Names, years: Years) -> tuple[ThreadView, ...]:
    """All threads, those first that a reader would look for."""
    return tuple(_thread(t, names, years) for t in sorted(timeline.threads, key=interest))


def interest(thread: ClaimThread) -> tuple[int, int]:
    """What puts a thread before others: several organizations, turns, staleness, length."""
    kinds = Counter(p.status for p in thread.points)
    telling = sum(weight for status, weight in _TELLING.items() if kinds[status])
    stale = _STALE * (thread.stale_since is not None)
    told = sum(bool(p.sentences) for p in thread.points)
    return -telling - stale, -told


def _thread(thread: ClaimThread, names: Names, years: Years) -> ThreadView:
    statuses = [*dict.fromkeys(p.status.value for p in thread.points)]
    if len(thread.organizations) > 1:
        statuses.append("shared")
    if thread.stale_since is not None:
        statuses.append("stale")
    if any(p.status in _TURNED for p in thread.points):
        statuses.append("turned")
    own = dict.fromkeys(names.organization[p.report] for p in thread.points)
    return ThreadView(
        id=thread.id,
        label=shown_line(thread.label),
        organizations=tuple(own),
        topics=thread.topics,
        statuses=tuple(statuses),
        stale=str(thread.stale_since or ""),
        reading=tuple(_story(thread, names)),
        strips=tuple(_strip(thread.points, who, names, years) for who in own),
        steps=tuple(_steps(thread.points, names)),
    )


def _story(thread: ClaimThread, names: Names) -> list[str]:
    """Who else says it, how it turned, where it stopped, since when it stands word for word."""
    turns = []
    for point in thread.points:
        if point.status is _S.JOINED:
            turns.append(said("also_by", report=names.report[point.report]))
        elif point.status is _S.PERHAPS:
            turns.append(said("perhaps_by", report=names.report[point.report]))
        elif point.status in _TURNS:
            word = status_word(point.status.value)
            turns.append(said("status_in", status=word, report=names.report[point.report]))
    told = [names.editions[p.report].year for p in thread.points if p.sentences]
    dated = sorted({y for y in told if y is not None})
    when = said("range", first=dated[0], last=dated[-1]) if len(dated) > 1 else str(*dated[:1])
    start = said("lasting", count=len(told), years=when) if when else ""
    return [part for part in (start, *turns[:_STORY], *_ending(thread, names)) if part]


def _ending(thread: ClaimThread, names: Names) -> list[str]:
    since = thread.stale_since
    if since is not None:
        if len(thread.organizations) == 1:
            return [said("stale_since", year=since)]
        who = names.short(shown_line(thread.stale_by or said("no_organization")))
        return [said("stale_since_by", year=since, who=who)]
    last = {names.organization[p.report]: p for p in thread.points}
    gone = [p for p in last.values() if p.status is _S.DROPPED]
    return [said("left_since", report=names.report[p.report]) for p in gone]


def _strip(points: Sequence[ThreadPoint], who: str, names: Names, years: Years) -> Strip:
    own = [p for p in points if names.organization[p.report] == who]
    places: list[int] = []
    for point in own:
        x = years.x(names.editions[point.report].year)
        places.append(max(x, places[-1] + _NEAR) if places else x)
    lines: dict[bool, list[str]] = {False: [], True: []}
    for (a, before), (b, after) in pairwise(zip(places, own, strict=True)):
        if before.sentences and after.sentences and after.status not in _NO_LINE:
            lines[_apart(before, after, names)].append(f"M{a} 8H{b}")
    return Strip(
        who=names.short(who),
        css=names.css(who),
        marks=tuple((x, p.status.value) for x, p in zip(places, own, strict=True)),
        line="".join(lines[False]),
        leap="".join(lines[True]),
    )


def _apart(before: ThreadPoint, after: ThreadPoint, names: Names) -> bool:
    """Whether there are years between."""
    years = [names.editions[p.report].year for p in (before, after)]
    return None not in years and (years[1] or 0) - (years[0] or 0) > 1


def _steps(points: Sequence[ThreadPoint], names: Names) -> list[StepView]:
    """One step for each edition, an organization's runs of word-for-word repeats as one."""
    runs: list[list[ThreadPoint]] = []
    last: dict[str, list[ThreadPoint]] = {}
    for point in points:
        who = names.organization[point.report]
        run = last.get(who)
        if run and run[0].status is point.status is _S.REPEATED:
            run.append(point)
            continue
        last[who] = [point]
        runs.append(last[who])
    return [_step(run, names) for run in runs]


def _step(run: Sequence[ThreadPoint], names: Names) -> StepView:
    first, last = run[0], run[-1]
    when = names.report[first.report]
    if len(run) > 1:
        when = said("range", first=when, last=names.report[last.report])
    quote = "" if first.status is _S.REPEATED else clip(shown_line(first.quote), _QUOTE)
    status = first.status.value
    return StepView(status=status, label=status_word(status), when=when, quote=quote)
