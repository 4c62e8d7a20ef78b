"""Claim threads, and two organizations on one year, as the page shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rights_diff.model import Quantity, Report
from rights_diff.model.timeline import (
    Agreement,
    ClaimThread,
    Edition,
    Meeting,
    ThreadPoint,
    ThreadStatus,
    Timeline,
)
from rights_diff.rendering.view.plain import clip, shown_line
from rights_diff.rendering.view.timeline_records import (
    MeetingView,
    PairView,
    StepView,
    ThreadView,
)

__all__ = ["meeting_views", "status_counts", "thread_views"]

_QUOTE = 360  # characters
_S = ThreadStatus
_SAYS = {
    _S.BORN: "first told",
    _S.JOINED: "also said by",
    _S.REPEATED: "word for word",
    _S.UPDATED: "updated",
    _S.STRENGTHENED: "stronger",
    _S.SOFTENED: "softer",
    _S.CONTRADICTED: "contradicted",
    _S.DROPPED: "no longer told",
    _S.RETURNED: "told again",
    _S.UNDATED: "told without a year",
}
# Turns that a reader looks for first.
_TELLING = {_S.CONTRADICTED: 8, _S.STRENGTHENED: 5, _S.SOFTENED: 5, _S.RETURNED: 3}
_AGREEMENT = {
    Agreement.AGREE: "figures agree",
    Agreement.OVERLAP: "figures overlap",
    Agreement.DIFFER: "figures differ",
}


def status_counts(timeline: Timeline) -> tuple[tuple[str, str, int], ...]:
    """For each turn how many threads take it; `stale` for those repeated to the end."""
    taken = Counter(s for t in timeline.threads for s in {p.status for p in t.points})
    stale = sum(t.stale_since is not None for t in timeline.threads)
    found = [(s.value, _SAYS[s], taken[s]) for s in _SAYS if s is not _S.BORN and taken[s]]
    return (*(found), ("stale", "word for word to the end", stale)) if stale else tuple(found)


def thread_views(timeline: Timeline) -> tuple[ThreadView, ...]:
    """All threads, those with telling turns first, then those that went stale, then the longest."""
    names = {e.id: shown_line(e.name) for e in timeline.editions}
    ordered = sorted(timeline.threads, key=_interest)
    return tuple(_thread(t, names) for t in ordered)


def _interest(thread: ClaimThread) -> tuple[int, int, int]:
    telling = sum(_TELLING.get(p.status, 0) for p in thread.points)
    told = sum(bool(p.sentences) for p in thread.points)
    return -telling, -(thread.stale_since is not None), -told


def _thread(thread: ClaimThread, names: dict[str, str]) -> ThreadView:
    statuses = dict.fromkeys(p.status.value for p in thread.points)
    stale = f"{thread.stale_since}" if thread.stale_since is not None else ""
    return ThreadView(
        id=thread.id,
        label=shown_line(thread.label),
        organization=shown_line(thread.organization or "Unnamed organization"),
        topics=thread.topics,
        statuses=(*statuses, *(("stale",) if stale else ())),
        stale=stale,
        steps=tuple(_steps(thread.points, names)),
    )


def _steps(points: Sequence[ThreadPoint], names: dict[str, str]) -> list[StepView]:
    """One step for each edition, runs of word-for-word repeats as one."""
    steps: list[StepView] = []
    run: list[str] = []
    for n, point in enumerate(points):
        name = names[point.report]
        if point.status is _S.REPEATED:
            run.append(name)
            if n + 1 < len(points) and points[n + 1].status is _S.REPEATED:
                continue
            when = run[0] if len(run) == 1 else f"{run[0]} – {run[-1]}"
            steps.append(StepView(status="repeated", label=_SAYS[_S.REPEATED], when=when, quote=""))
            run = []
            continue
        quote = clip(shown_line(point.quote), _QUOTE)
        label = _SAYS[point.status]
        steps.append(StepView(status=point.status.value, label=label, when=name, quote=quote))
    return steps


def meeting_views(timeline: Timeline) -> tuple[MeetingView, ...]:
    """Two organizations on one covered year."""
    editions = {e.id: e for e in timeline.editions}
    return tuple(_meeting(m, editions[m.old], editions[m.new]) for m in timeline.meetings)


def _meeting(meeting: Meeting, old: Edition, new: Edition) -> MeetingView:
    shared = [{s for pair in meeting.claims for s in pair[side]} for side in (0, 1)]
    only = [
        (shown_line(e.name), sum(s.id not in own for s in e.report.sentences))
        for e, own in zip((old, new), shared, strict=True)
    ]
    return MeetingView(
        year=str(meeting.year),
        old=shown_line(old.name),
        new=shown_line(new.name),
        claims=tuple(
            PairView(old=_sentences(old.report, a), new=_sentences(new.report, b))
            for a, b in meeting.claims
        ),
        figures=tuple(
            PairView(
                old=_figure(old.report, a),
                new=_figure(new.report, b),
                says=_AGREEMENT[agreement],
                css=agreement.value,
                old_quote=_home(old.report, a),
                new_quote=_home(new.report, b),
            )
            for a, b, _, agreement in meeting.figures
        ),
        only=tuple(only),
    )


def _sentences(report: Report, ids: Sequence[str]) -> str:
    return clip(shown_line(" ".join(report.sentence(i).span.of(report.text) for i in ids)), _QUOTE)


def _figure(report: Report, quantity: str) -> str:
    return shown_line(_quantity(report, quantity).span.of(report.text))


def _home(report: Report, quantity: str) -> str:
    home = _quantity(report, quantity).sentence
    return _sentences(report, (home,)) if home else ""


def _quantity(report: Report, quantity: str) -> Quantity:
    return next(q for q in report.quantities if q.id == quantity)
