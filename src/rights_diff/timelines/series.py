"""Figure series: what the reports say of one figure, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from rights_diff.comparison.claims import ReportIndex
from rights_diff.model.timeline import Edition, FigurePoint, FigureSeries
from rights_diff.timelines.evidence import ties_between, ties_within
from rights_diff.timelines.joining import join
from rights_diff.timelines.labels import label_of
from rights_diff.timelines.mentions import Mention, mentions_of

__all__ = ["series_of"]

_UNDATED = 9999
_TOPICS = 3


def series_of(
    editions: Sequence[Edition], indexes: Sequence[ReportIndex]
) -> tuple[FigureSeries, ...]:
    """Figures that measure the same thing, those followed over most years first."""
    mentions = [mentions_of(n, index) for n, index in enumerate(indexes)]
    ties = [t for own in mentions for t in ties_within(own)]
    for left, right in combinations(mentions, 2):
        ties += ties_between(left, right)
    groups = [_ordered(g) for g in join(ties) if len({m.edition for m in g}) > 1]
    groups.sort(key=lambda g: _interest(g, editions))
    return tuple(_series(n, g, editions) for n, g in enumerate(groups, 1))


def _ordered(group: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(group, key=lambda m: (_year(m), m.key)))


def _year(mention: Mention) -> int:
    return _UNDATED if mention.as_of is None else mention.as_of


def _interest(group: Sequence[Mention], editions: Sequence[Edition]) -> tuple[int | str, ...]:
    """More organizations, more years and more values come first, then the order of the text."""
    organizations = {editions[m.edition].organization for m in group}
    years = {m.as_of for m in group}
    values = {(q.value, q.low, q.high) for m in group for q in (m.figure.quantity,)}
    first = group[0]
    return (-len(organizations), -len(years) * len(values), -len(group), *first.key)


def _series(n: int, group: Sequence[Mention], editions: Sequence[Edition]) -> FigureSeries:
    topics = Counter(t for m in group for t in sorted(m.topics))
    return FigureSeries(
        id=f"f{n}",
        label=label_of(group),
        unit=group[0].figure.quantity.unit,
        topics=tuple(t for t, _ in topics.most_common(_TOPICS)),
        points=tuple(_point(m, editions[m.edition]) for m in group),
    )


def _point(mention: Mention, edition: Edition) -> FigurePoint:
    q = mention.figure.quantity
    return FigurePoint(
        report=edition.id,
        quantity=q.id,
        sentence=q.sentence or "",
        as_of=q.as_of,
        kind=q.kind,
        value=q.value,
        low=q.low,
        high=q.high,
        qualifier=q.qualifier,
        attribution=q.attribution,
        modality=q.modality,
        span=q.span,
        quote=q.span.of(edition.report.text),
        repeats=tuple(f.quantity.id for f in mention.figures[1:]),
    )
