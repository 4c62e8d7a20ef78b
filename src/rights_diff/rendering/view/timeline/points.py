"""Points of series as rows with their sentence, and those that organizations give for one year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rights_diff.comparison.figures.periods import stretches
from rights_diff.model.timeline import Agreement, FigurePoint, FigureSeries
from rights_diff.rendering.strings import say
from rights_diff.rendering.view.plain import clip, shown_line
from rights_diff.rendering.view.timeline.axes import spelled
from rights_diff.rendering.view.timeline.records import ConcurrentView, PointView
from rights_diff.rendering.view.timeline.when import when
from rights_diff.rendering.view.timeline.words import Names, bounds_of, said

__all__ = ["agreement_of", "concurrent", "concurrent_pairs", "point_view", "standing"]

_SENTENCE = 420  # characters of a sentence on either side of its figure, together
_PLAINLY = frozenset({"asserted", "reported"})  # modalities that go without saying

_YEAR = 12  # months
_STANDINGS = ("differ", "overlap", "agree", "period")

_Numbered = tuple[int, FigurePoint]


def point_view(series: FigureSeries, n: int, point: FigurePoint, names: Names) -> PointView:
    """The figure, when, who, and the sentence around it."""
    report = names.editions[point.report].report
    before, after = "", ""
    if point.sentence:
        span = report.sentence(point.sentence).span
        before = report.text[span.start : point.span.start]
        after = report.text[point.span.end : span.end]
    room = _SENTENCE - min(len(before), _SENTENCE // 2)
    return PointView(
        id=f"{series.id}-{n}",
        year=when(point),
        figure=shown_line(spelled(point)),
        who=names.report[point.report],
        css=names.css(names.organization[point.report]),
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
        notes.append(said("note_according", who=shown_line(point.attribution)))
    if point.modality.value not in _PLAINLY:
        notes.append(say("modality", point.modality.value))
    if point.repeats:
        notes.append(said("note_told", count=len(point.repeats) + 1))
    return ", ".join(notes)


def concurrent(series: Sequence[FigureSeries], names: Names) -> tuple[ConcurrentView, ...]:
    """Figures that two organizations give for one year: those that differ first."""
    found = [
        (standing(a[1], b[1], names), s, a, b)
        for s in series
        for a, b in concurrent_pairs(s, names)
    ]
    found.sort(key=lambda x: _STANDINGS.index(x[0]))
    return tuple(_concurrent(s, how, a, b, names) for how, s, a, b in found)


def standing(a: FigurePoint, b: FigurePoint, names: Names) -> str:
    """`agree`, `overlap` or `differ`; `period` where one is of a part of the year alone."""
    agreement = agreement_of(a, b)
    if agreement is Agreement.DIFFER and _part_of_year(a, names) != _part_of_year(b, names):
        return "period"
    return agreement.value


def _part_of_year(point: FigurePoint, names: Names) -> bool:
    """Whether the sentence says so of this figure: no other figure stands in between."""
    if point.period is not None:
        return True
    report = names.editions[point.report].report
    if not point.sentence:
        return False
    home = report.sentence(point.sentence).span
    others = [q.span.start for q in report.quantities if q.sentence == point.sentence]
    for place, months in stretches(home.of(report.text)):
        low, high = sorted((home.start + place, point.span.start))
        between = any(low < start < high for start in others)
        if months < _YEAR and not between:
            return True
    return False


def concurrent_pairs(series: FigureSeries, names: Names) -> Iterator[tuple[_Numbered, _Numbered]]:
    """For each year and two organizations, one figure of either; a told-again one if no other."""
    by_year: dict[int, dict[str, _Numbered]] = {}
    for n, point in enumerate(series.points, 1):
        if point.as_of is None or bounds_of(point) is None:
            continue
        by_body = by_year.setdefault(point.as_of, {})
        who = names.organization[point.report]
        if who not in by_body or (by_body[who][1].told_again and not point.told_again):
            by_body[who] = n, point
    for by_body in by_year.values():
        yield from combinations(by_body.values(), 2)


def agreement_of(a: FigurePoint, b: FigurePoint) -> Agreement:
    """Whether the bounds of two figures are the same, have something in common, or nothing."""
    one, other = bounds_of(a), bounds_of(b)
    if one == other or _ends(a) == _ends(b):  # "63" and "at least 63" say one number
        return Agreement.AGREE
    if one is None or other is None:
        return Agreement.DIFFER
    return Agreement.OVERLAP if one[0] <= other[1] and other[0] <= one[1] else Agreement.DIFFER


def _ends(point: FigurePoint) -> set[float]:
    return {v for v in (point.value, point.low, point.high) if v is not None}


def _concurrent(
    series: FigureSeries, how: str, a: _Numbered, b: _Numbered, names: Names
) -> ConcurrentView:
    first, second = (point_view(series, n, p, names) for n, p in (a, b))
    return ConcurrentView(
        id=f"{first.id}-{second.id}",
        series=series.id,
        label=shown_line(series.label),
        year=str(a[1].as_of),
        says=said(f"figures_{how}"),
        css=how,
        sides=(first, second),
    )
