"""Figure series: what the reports say of one figure, year by year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from rights_diff.comparison.claims import ReportIndex
from rights_diff.model import QuantityKind
from rights_diff.model.timeline import Edition, FigurePoint, FigureSeries, Movement
from rights_diff.timelines.evidence import ties_between, ties_within
from rights_diff.timelines.joining import join
from rights_diff.timelines.kin import kin_of
from rights_diff.timelines.labels import label_of
from rights_diff.timelines.mentions import Mention, mentions_of
from rights_diff.timelines.part_years import is_provisional, stretch_of
from rights_diff.timelines.retelling import tells_again, years_told

__all__ = ["series_of"]

_UNDATED = 9999
_TOPICS = 3
_ORDER = (Movement.MOVED, Movement.STEADY, Movement.RETOLD)


def series_of(
    editions: Sequence[Edition], indexes: Sequence[ReportIndex]
) -> tuple[FigureSeries, ...]:
    """Figures that measure the same thing: those that moved first, those told again last.

    Of equals the ones that several organizations give come first, then those over most years.
    """
    mentions = [mentions_of(n, index) for n, index in enumerate(indexes)]
    within = [t for own in mentions for t in ties_within(own)]
    kin = kin_of((t.a, t.b) for t in within)
    between = [t for a, b in combinations(mentions, 2) for t in ties_between(a, b, kin)]
    groups = [_ordered(g) for g in join(within, between)]
    groups.sort(key=lambda g: _interest(g, editions))
    labels = Counter(label_of(g) for g in groups)
    found = [_series(g, editions, longer=labels[label_of(g)] > 1) for g in groups]
    found.sort(key=lambda s: _ORDER.index(s.movement))
    return tuple(replace(s, id=f"f{n}") for n, s in enumerate(found, 1))


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


def _series(group: Sequence[Mention], editions: Sequence[Edition], *, longer: bool) -> FigureSeries:
    topics = Counter(t for m in group for t in sorted(m.topics))
    q = group[0].figure.quantity
    years = years_told(group, editions)
    told = sorted(group, key=lambda m: (_UNDATED if years[m.key] is None else years[m.key], m.key))
    return FigureSeries(
        id="",
        label=label_of(group, longer=longer),
        unit=None if q.kind is QuantityKind.RANK else q.unit,  # a rank's unit is its baseline
        topics=tuple(t for t, _ in topics.most_common(_TOPICS)),
        points=tuple(
            _point(
                m,
                editions[m.edition],
                years[m.key],
                told_again=tells_again(m, group, editions, years),
            )
            for m in told
        ),
    )


def _point(
    mention: Mention, edition: Edition, year: int | None, *, told_again: bool
) -> FigurePoint:
    q = mention.figure.quantity
    return FigurePoint(
        report=edition.id,
        quantity=q.id,
        sentence=q.sentence or "",
        as_of=year,
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
        told_again=told_again,
        period=stretch_of(mention.figure),
        provisional=any(is_provisional(f) for f in mention.figures),
    )
