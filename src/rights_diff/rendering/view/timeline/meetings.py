"""Two organizations on one year, as the page shows them: figures, what both say, what one says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rights_diff.model import Quantity, Report
from rights_diff.model.timeline import Agreement, Edition, Meeting, Timeline
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.plain import clip, shown_line, thousands
from rights_diff.rendering.view.timeline.alone import Alone, alone, words_of
from rights_diff.rendering.view.timeline.records import (
    AloneSide,
    AloneView,
    MeetingView,
    PairView,
)
from rights_diff.rendering.view.timeline.words import said

__all__ = ["meeting_views"]

_QUOTE = 360  # characters
_ALONE_QUOTE = 240
_ALONE_SHOWN = 8  # sentences of a topic on the page; the table of meetings has all


def meeting_views(timeline: Timeline) -> tuple[MeetingView, ...]:
    """Two organizations on one covered year."""
    editions = {e.id: e for e in timeline.editions}
    return tuple(
        _meeting(f"m{n}", m, editions[m.old], editions[m.new])
        for n, m in enumerate(timeline.meetings, 1)
    )


def _meeting(name: str, meeting: Meeting, old: Edition, new: Edition) -> MeetingView:
    names = shown_line(old.name), shown_line(new.name)
    groups = alone(old.report, meeting, 0), alone(new.report, meeting, 1)
    return MeetingView(
        id=name,
        year=str(meeting.year),
        old=names[0],
        new=names[1],
        claims=tuple(
            PairView(old=_quote(old.report, a), new=_quote(new.report, b))
            for a, b in meeting.claims
        ),
        figures=_figures(meeting, old.report, new.report),
        figure_counts=_figure_counts(meeting),
        alone=_by_topic(groups),
        sides=(
            _side(old.report, groups[0], names[0], names[1]),
            _side(new.report, groups[1], names[1], names[0]),
        ),
    )


def _figures(meeting: Meeting, old: Report, new: Report) -> tuple[PairView, ...]:
    """Those that differ first."""
    order = list(reversed(Agreement))
    return tuple(
        PairView(
            old=_figure(old, a),
            new=_figure(new, b),
            says=said(f"figures_{agreement.value}"),
            css=agreement.value,
            old_quote=_home(old, a),
            new_quote=_home(new, b),
        )
        for a, b, _, agreement in sorted(meeting.figures, key=lambda f: order.index(f[3]))
    )


def _figure_counts(meeting: Meeting) -> str:
    """How many figures agree, overlap and differ: "2 agree, 1 differ"."""
    counts = Counter(agreement for *_, agreement in meeting.figures)
    parts = [f"{counts[a]} {said(f'figures_{a.value}')}" for a in Agreement if counts[a]]
    return said("meeting_figures", counts=", ".join(parts)) if parts else ""


def _by_topic(
    groups: tuple[Sequence[Alone], Sequence[Alone]],
) -> tuple[tuple[str, tuple[tuple[int, int, str], ...]], ...]:
    """Both sides in one table, the topics with most unpaired words first."""
    sides = [{a.topic: a for a in side} for side in groups]
    words = Counter({t: sum(s[t].words for s in sides if t in s) for side in sides for t in side})
    order = sorted(words, key=lambda t: (not t, -words[t], t))
    return tuple((_topic(t), tuple(_cell(side.get(t)) for side in sides)) for t in order)


def _cell(group: Alone | None) -> tuple[int, int, str]:
    return (len(group.sentences), group.of, thousands(group.words)) if group else (0, 0, "")


def _side(report: Report, groups: Sequence[Alone], name: str, other: str) -> AloneSide:
    topics = tuple(
        AloneView(
            topic=_topic(group.topic),
            count=len(group.sentences),
            of=group.of,
            words=thousands(group.words),
            quotes=tuple(
                clip(shown_line(s.span.of(report.text)), _ALONE_QUOTE)
                for s in group.sentences[:_ALONE_SHOWN]
            ),
            more=max(0, len(group.sentences) - _ALONE_SHOWN),
        )
        for group in groups
    )
    return AloneSide(name=name, other=other, count=sum(t.count for t in topics), topics=topics)


def _topic(code: str) -> str:
    return topic_label(code) if code else said("topic_none")


def _quote(report: Report, ids: Sequence[str]) -> str:
    return clip(shown_line(words_of(report, ids)), _QUOTE)


def _figure(report: Report, quantity: str) -> str:
    return shown_line(_quantity(report, quantity).span.of(report.text))


def _home(report: Report, quantity: str) -> str:
    home = _quantity(report, quantity).sentence
    return _quote(report, (home,)) if home else ""


def _quantity(report: Report, quantity: str) -> Quantity:
    return next(q for q in report.quantities if q.id == quantity)
