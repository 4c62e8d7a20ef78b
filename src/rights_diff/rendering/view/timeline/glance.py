"""What a reader of many reports should see first, in sentences: each leads to its proof."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rights_diff.model.timeline import (
    ClaimJoin,
    ClaimThread,
    FigurePoint,
    FigureSeries,
    Movement,
    ThreadPoint,
    ThreadStatus,
    Timeline,
)
from rights_diff.rendering.view.plain import clip, shown_line, thousands
from rights_diff.rendering.view.timeline.axes import spelled
from rights_diff.rendering.view.timeline.moves import ends, move, order_of
from rights_diff.rendering.view.timeline.points import concurrent_pairs, standing
from rights_diff.rendering.view.timeline.records import Telling
from rights_diff.rendering.view.timeline.when import when
from rights_diff.rendering.view.timeline.words import Names, said, status_word

__all__ = ["counts", "tellings"]

_LINES = 3  # of a kind: what fits on the first screen
_CLAIM = 150  # characters
_WHOLE = 45  # characters below which a claim says too little alone
# What can be understood only with the sentence before it.
_POINTS_BACK = re.compile(
    r"^(?:he|she|it|they|his|her|its|their|both|others?)\b"
    r"|\b(?:them|this|these|those|such(?! as))\b",
    re.IGNORECASE,
)
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)*")
_SEVERAL = 1.5  # weight of a series that several organizations give
_CUT_LABEL = 0.5  # weight of a series whose label had to be cut: it says less in a sentence
_SURE_JOIN = 0.85  # likelihood from which two organizations' words stand on the first screen
_LEAST_STALE = 3  # editions that make a repetition worth telling
_APART = ("differ", "overlap")
_TURNS = (ThreadStatus.CONTRADICTED, ThreadStatus.STRENGTHENED, ThreadStatus.SOFTENED)


def counts(timeline: Timeline, names: Names) -> tuple[tuple[str, str, str], ...]:
    """How many of what, in words, and where they stand."""
    moved = sum(s.movement is Movement.MOVED for s in timeline.series)
    pairs = [p for s in timeline.series for p in concurrent_pairs(s, names)]
    both = "#meetings" if pairs or timeline.meetings else "#moved"
    differ = sum(standing(a, b, names) == "differ" for (_, a), (_, b) in pairs)
    stale = sum(t.stale_since is not None for t in timeline.threads)
    turned = sum(any(p.status in _TURNS for p in t.points) for t in timeline.threads)
    shared = sum(len(t.organizations) > 1 for t in timeline.threads)
    several = len(names.style) > 1
    found = [
        ("count_moved", moved, "#moved"),
        *([("count_differ", differ, both)] if several else []),
        ("count_stale", stale, "#status=stale"),
        ("count_turned", turned, "#status=turned"),
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


def _moved(series: Sequence[FigureSeries], names: Names) -> tuple[tuple[str, str], ...]:
    moved = [s for s in series if move(s, names)]
    ranked = sorted(moved, key=lambda s: (-_weight(s, names), s.id))
    if not ranked:  # those of which no first and last figure can be told apart
        ranked = [s for s in series if s.movement is Movement.MOVED and ends(s, names)]
    return tuple((s.id, _move_line(s, names)) for s in ranked[:_LINES])


def _weight(series: FigureSeries, names: Names) -> float:
    """A great move over many years that several organizations tell weighs most."""
    bodies, years, moved = (-number for number in order_of(series, names))
    cut = _CUT_LABEL if series.label.endswith("…") else 1.0
    return moved * years * cut * (_SEVERAL if bodies > 1 else 1.0)


def _move_line(series: FigureSeries, names: Names) -> str:
    both = ends(series, names)
    assert both is not None  # noqa: S101 - only series that moved come here
    old, new = both
    return said(
        "glance_moved_line",
        label=shown_line(series.label),
        old=shown_line(spelled(old)),
        old_year=when(old),
        old_report=names.report[old.report],
        new=shown_line(spelled(new)),
        new_year=when(new),
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
    longest = sorted(runs, key=lambda r: (-r[0], not r[1].topics, r[1].id))
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
    """The newest claim that became the contrary, the newest stronger and the newest softer one."""
    found = [turn for t in threads for turn in _turns(t, names)]
    found.sort(key=lambda f: (-names.order[f[2].report], f[0].id))
    newest = {turn[2].status: turn for turn in reversed(found)}
    lines: dict[str, str] = {}
    for thread, before, after in (newest[status] for status in _TURNS if status in newest):
        line = said(
            "glance_turned_line",
            status=status_word(after.status.value),
            report=names.report[after.report],
            claim=clip(shown_line(after.quote), _CLAIM),
            before=names.report[before.report],
            old=clip(shown_line(before.quote), _CLAIM),
        )
        lines.setdefault(thread.id, f"{line[:1].upper()}{line[1:]}")
    return tuple(lines.items())


def _turns(
    thread: ClaimThread, names: Names
) -> Iterator[tuple[ClaimThread, ThreadPoint, ThreadPoint]]:
    """A thread's turns that can be read alone, each with the same organization's words before."""
    last: dict[str, ThreadPoint] = {}
    for point in thread.points:
        who = names.organization[point.report]
        before = last.get(who)
        whole = _whole_words(shown_line(point.quote))
        if before and point.status in _TURNS and whole:
            yield thread, before, point
        if point.quote:
            last[who] = point


def _shared(threads: Iterable[ClaimThread], names: Names) -> tuple[tuple[str, str], ...]:
    """Claims in the words of two organizations, whole quotes and the likeliest pairs first.

    Not those of which an edition says the contrary.
    """
    joins = [(t, _best_join(t, names)) for t in threads if _one_way(t)]
    found = sorted(
        ((t, join) for t, join in joins if join is not None),
        key=lambda f: (_is_cut(f[1], names), -f[1].score, -len(f[0].organizations), f[0].id),
    )
    return tuple((t.id, _join_line(join, names)) for t, join in found[:_LINES])


def _one_way(thread: ClaimThread) -> bool:
    return all(p.status is not ThreadStatus.CONTRADICTED for p in thread.points)


def _best_join(thread: ClaimThread, names: Names) -> ClaimJoin | None:
    """The likeliest pair of two organizations' words, if either can be read alone."""
    plain = [
        j
        for j in thread.joins
        if j.sure and j.score >= _SURE_JOIN and _stand_together(*_join_quotes(j, names))
    ]
    return max(plain, key=lambda j: j.score, default=None)


def _join_quotes(join: ClaimJoin, names: Names) -> tuple[str, str]:
    """Words of the organization that told it before, then of the one that joins."""
    found = []
    for edition, sentence in ((join.other, join.other_sentence), (join.report, join.sentence)):
        report = names.editions[edition].report
        found.append(shown_line(report.sentence(sentence).span.of(report.text)))
    return found[0], found[1]


def _stand_together(old: str, new: str) -> bool:
    """Whether both can be read alone, and give a number in common if both give numbers."""
    one, other = (set(_NUMBERS.findall(quote)) for quote in (old, new))
    if one and other and one.isdisjoint(other):
        return False
    return _whole_words(old) and _whole_words(new)


def _is_cut(join: ClaimJoin, names: Names) -> bool:
    """Whether a quote is too long to stand whole: what both say may be in what is cut."""
    return any(len(quote) > _CLAIM for quote in _join_quotes(join, names))


def _join_line(join: ClaimJoin, names: Names) -> str:
    old, new = _join_quotes(join, names)
    return said(
        "glance_shared_line",
        old=names.report[join.other],
        old_claim=clip(old, _CLAIM),
        new=names.report[join.report],
        new_claim=clip(new, _CLAIM),
    )


def _whole(thread: ClaimThread) -> bool:
    return _whole_words(_newest(thread))


def _whole_words(quote: str) -> bool:
    return len(quote) >= _WHOLE and not _POINTS_BACK.search(quote)


def _claim(thread: ClaimThread) -> str:
    """The claim in its newest words, not in the label's shorter ones."""
    return clip(_newest(thread), _CLAIM)


def _newest(thread: ClaimThread) -> str:
    told = next((p.quote for p in reversed(thread.points) if p.quote), thread.label)
    return shown_line(told)
