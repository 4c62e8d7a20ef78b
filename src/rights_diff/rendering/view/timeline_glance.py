"""What a reader of many reports should see first, in sentences: each leads to its proof."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from rights_diff.model.timeline import (
    Agreement,
    ClaimThread,
    FigurePoint,
    FigureSeries,
    Movement,
    ThreadPoint,
    ThreadStatus,
    Timeline,
)
from rights_diff.rendering.view.plain import clip, shown_line, thousands
from rights_diff.rendering.view.timeline_axes import spelled
from rights_diff.rendering.view.timeline_points import agreement_of, concurrent_pairs, standing
from rights_diff.rendering.view.timeline_records import Telling
from rights_diff.rendering.view.timeline_words import Names, bounds_of, said, status_word

__all__ = ["counts", "ends", "move", "order_of", "tellings"]

_LINES = 3  # of a kind: what fits on the first screen
_CLAIM = 150  # characters
_WHOLE = 40  # characters below which a claim says too little alone
# A figure a hundred times another is more often another thing than the greatest change.
_MOST = math.log(100)
_LEAST_STALE = 3  # editions that make a repetition worth telling
_APART = ("differ", "overlap")
_TURNS = (ThreadStatus.CONTRADICTED, ThreadStatus.STRENGTHENED, ThreadStatus.SOFTENED)


def order_of(series: FigureSeries, names: Names) -> tuple[int, int, float]:
    """Where a series stands among those of its kind: several organizations, long, much moved."""
    bodies = {names.organization[p.report] for p in series.points}
    years = {p.as_of for p in series.points if not p.told_again and p.as_of is not None}
    return -min(len(bodies), 2), -len(years), -move(series)


def counts(timeline: Timeline, names: Names) -> tuple[tuple[str, str, str], ...]:
    """How many of what, in words, and where they stand."""
    moved = sum(s.movement is Movement.MOVED for s in timeline.series)
    pairs = (p for s in timeline.series for p in concurrent_pairs(s, names))
    differ = sum(standing(a, b, names) == "differ" for (_, a), (_, b) in pairs)
    stale = sum(t.stale_since is not None for t in timeline.threads)
    turned = sum(any(p.status in _TURNS for p in t.points) for t in timeline.threads)
    shared = sum(len(t.organizations) > 1 for t in timeline.threads)
    several = len(names.style) > 1
    found = [
        ("count_moved", moved, "#moved"),
        *([("count_differ", differ, "#meetings")] if several else []),
        ("count_stale", stale, "#status=stale"),
        ("count_turned", turned, "#threads"),
        *([("count_shared", shared, "#status=shared")] if several else []),
        ("count_claims", len(timeline.threads), "#threads"),
    ]
    return tuple((thousands(n), said(key, count=n), where) for key, n, where in found)


def tellings(timeline: Timeline, names: Names) -> tuple[Telling, ...]:
    """Moved figures, organizations apart, repetitions, turns: a few lines of each."""
    groups = (
        ("glance_moved", _moved(timeline.series, names)),
        ("glance_differ", _apart(timeline.series, names)),
        ("glance_stale", _stale(timeline.threads, names)),
        ("glance_turned", _turned(timeline.threads, names)),
        ("glance_shared", _shared(timeline.threads, names)),
    )
    return tuple(Telling(label=said(key), lines=lines) for key, lines in groups if lines)


def ends(series: FigureSeries) -> tuple[FigurePoint, FigurePoint] | None:
    """The first and the last figure that give a number, if their years differ."""
    found = [
        p
        for p in series.points
        if p.as_of is not None and bounds_of(p) and not p.kind.value.startswith("vague")
    ]
    if not found or found[0].as_of == found[-1].as_of:
        return None
    return found[0], found[-1]


def move(series: FigureSeries) -> float:
    """How much a series moved, 0 where its first and last figure may be the same.

    The logarithm of their ratio; figures with one bound count as if they were that bound.
    """
    both = ends(series)
    if both is None or agreement_of(_closed(both[0]), _closed(both[1])) is not Agreement.DIFFER:
        return 0.0
    a, b = (_middle(p) for p in both)
    if not (a >= 0 and b >= 0 and math.isfinite(a + b)):
        return 0.0
    return min(_MOST, abs(math.log((a + 1) / (b + 1))))


def _closed(point: FigurePoint) -> FigurePoint:
    from dataclasses import replace

    if point.value is None and (point.low is None) != (point.high is None):
        return replace(point, value=point.low if point.low is not None else point.high)
    return point


def _middle(point: FigurePoint) -> float:
    low, high = bounds_of(_closed(point)) or (0.0, 0.0)
    return (low + high) / 2


def _moved(series: Sequence[FigureSeries], names: Names) -> tuple[tuple[str, str], ...]:
    ranked = sorted((s for s in series if move(s)), key=lambda s: (-_weight(s, names), s.id))
    return tuple((s.id, _move_line(s, names)) for s in ranked[:_LINES])


def _weight(series: FigureSeries, names: Names) -> float:
    """A great move over many years that several organizations tell weighs most."""
    bodies, years, moved = order_of(series, names)
    return moved * years * (1.5 if bodies < -1 else 1.0)


def _move_line(series: FigureSeries, names: Names) -> str:
    both = ends(series)
    assert both is not None  # noqa: S101 - only series that moved come here
    old, new = both
    return said(
        "glance_moved_line",
        label=shown_line(series.label),
        old=shown_line(spelled(old)),
        old_year=old.as_of,
        old_report=names.report[old.report],
        new=shown_line(spelled(new)),
        new_year=new.as_of,
        new_report=names.report[new.report],
    )


def _apart(series: Sequence[FigureSeries], names: Names) -> tuple[tuple[str, str], ...]:
    """Figures for one year that differ, then those that overlap."""
    found: list[tuple[int, str, str]] = []
    for one in series:
        for a, b in concurrent_pairs(one, names):
            how = standing(a[1], b[1], names)
            if how in _APART:
                line = _apart_line(one, a[1], b[1], names)
                found.append((_APART.index(how), f"{one.id}-{a[0]}-{one.id}-{b[0]}", line))
    return tuple((target, line) for _, target, line in sorted(found, key=lambda f: f[0])[:_LINES])


def _apart_line(series: FigureSeries, a: FigurePoint, b: FigurePoint, names: Names) -> str:
    return said(
        "glance_differ_line",
        label=shown_line(series.label),
        year=a.as_of,
        old=names.report[a.report],
        old_figure=shown_line(spelled(a)),
        new=names.report[b.report],
        new_figure=shown_line(spelled(b)),
    )


def _stale(threads: Iterable[ClaimThread], names: Names) -> tuple[tuple[str, str], ...]:
    """The longest runs of word-for-word repeats up to the newest edition; whole sentences."""
    runs = [(_run(t, names), t) for t in threads if t.stale_since is not None and _whole(t)]
    longest = sorted(runs, key=lambda r: (-r[0], r[1].stale_since or 0, r[1].id))
    return tuple(
        (
            t.id,
            said(
                "glance_stale_line",
                who=names.short(_stale_by(t)),
                year=t.stale_since,
                count=n,
                claim=_claim(t),
            ),
        )
        for n, t in longest[:_LINES]
        if n >= _LEAST_STALE
    )


def _run(thread: ClaimThread, names: Names) -> int:
    """Editions of the run, its first one among them."""
    by = _stale_by(thread)
    own = [p for p in thread.points if names.organization[p.report] == by]
    repeated = 0
    for point in reversed(own):
        if point.status is not ThreadStatus.REPEATED:
            break
        repeated += 1
    return repeated + 1


def _stale_by(thread: ClaimThread) -> str:
    return shown_line(thread.stale_by or said("no_organization"))


def _turned(threads: Iterable[ClaimThread], names: Names) -> tuple[tuple[str, str], ...]:
    """The newest claims that became the contrary, stronger or softer, of each kind in turn."""
    found = [
        (names.order[p.report], t, p)
        for t in threads
        if _whole(t)
        for p in t.points
        if p.status in _TURNS
    ]
    newest = sorted(found, key=lambda f: (-f[0], f[1].id))
    nth: Counter[ThreadStatus] = Counter()
    ranks = []
    for *_, point in newest:
        ranks.append((nth[point.status], _TURNS.index(point.status)))
        nth[point.status] += 1
    lines: dict[str, str] = {}
    for _, (_, thread, point) in sorted(zip(ranks, newest, strict=True), key=lambda f: f[0]):
        line = said(
            "glance_turned_line",
            status=status_word(point.status.value),
            report=names.report[point.report],
            claim=clip(shown_line(point.quote), _CLAIM),
        )
        lines.setdefault(thread.id, f"{line[:1].upper()}{line[1:]}")
    return tuple(lines.items())[:_LINES]


def _shared(threads: Iterable[ClaimThread], names: Names) -> tuple[tuple[str, str], ...]:
    """Claims that most organizations make, over most editions, in the words that one joined with.

    Not those of which an edition says the contrary: no words would be those of all.
    """
    shared = [t for t in threads if len(t.organizations) > 1 and _whole(t) and _one_way(t)]
    ranked = sorted(
        shared, key=lambda t: (-len(t.organizations), -sum(bool(p.sentences) for p in t.points))
    )
    lines = []
    for thread in ranked[:_LINES]:
        own = dict.fromkeys(names.organization[p.report] for p in thread.points)
        who = ", ".join(names.short(o) for o in own)
        told = max((p for p in thread.points if p.sentences), key=_joins)
        claim = clip(shown_line(told.quote), _CLAIM)
        report = names.report[told.report]
        line = said("glance_shared_line", who=who, report=report, claim=claim)
        lines.append((thread.id, line))
    return tuple(lines)


def _one_way(thread: ClaimThread) -> bool:
    return all(p.status is not ThreadStatus.CONTRADICTED for p in thread.points)


def _joins(point: ThreadPoint) -> float:
    """How likely a point that brings another organization makes the claim; -1 for any other."""
    return (point.score or 0.0) if point.status is ThreadStatus.JOINED else -1.0


def _whole(thread: ClaimThread) -> bool:
    return len(thread.label) >= _WHOLE


def _claim(thread: ClaimThread) -> str:
    """The claim in its newest words, not in the label's shorter ones."""
    told = next((p.quote for p in reversed(thread.points) if p.quote), thread.label)
    return clip(shown_line(told), _CLAIM)
