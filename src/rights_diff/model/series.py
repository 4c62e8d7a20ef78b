"""The nouns of a figure followed over the years."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import inf

from rights_diff.model.quantity import Modality, Qualifier, QuantityKind
from rights_diff.model.span import Span


class Movement(StrEnum):
    """What a series shows."""

    MOVED = "moved"  # the figure differs from point to point
    STEADY = "steady"  # the same figure, found anew by another body or for another year
    RETOLD = "retold"  # one figure that later editions of one body tell again


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePoint:
    """One figure of a series, at the year it is about.

    Attributes:
        report: id of the edition that gives it.
        quantity: its id in that report; `sentence` the id of the sentence.
        as_of: the year it is about (not the year of publication), or None.
        span, quote: the figure's phrase in the report's text.
        repeats: ids of quantities of the same report that tell the same again.
        told_again: an earlier edition of the same organization gives the same figure, for the
            same year or in the same words, so that it is no new finding.
        period: what a count or a sum was counted over where that is not one calendar year, in
            words ("January–September", "2012–2016"), or None.
        provisional: whether the report calls the figure so.
    """

    report: str
    quantity: str
    sentence: str
    as_of: int | None
    kind: QuantityKind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    attribution: str | None = None
    modality: Modality = Modality.ASSERTED
    span: Span
    quote: str
    repeats: tuple[str, ...] = ()
    told_again: bool = False
    period: str | None = None
    provisional: bool = False

    def differs_from(self, other: FigurePoint) -> bool:
        """Whether the two numbers are not the same; of ranges and vague figures whether no value
        is allowed by both: "tens of thousands" and "up to 120,000" do not differ.

        >>> import rights_diff as rd
        >>> found = rd.timeline([rd.load(path) for path in rd.samples.ALL])
        >>> first, *_, last = found.series[0].points
        >>> first.quote, last.quote, first.differs_from(last)
        ('2,706 North Koreans', 'At least 63 North Koreans', True)
        """
        a, b = _number(self), _number(other)
        if a is not None and b is not None:
            hedged = _HEDGED & {self.qualifier, other.qualifier}
            return abs(a - b) > (_ROUNDING * max(abs(a), abs(b)) if hedged else 0)
        (low, high), (least, most) = _bounds(self), _bounds(other)
        return low > most or least > high


# "Some 500" allows what rounds to it, about 5 per cent, as where two reports are compared.
_HEDGED = frozenset({Qualifier.ABOUT, Qualifier.ALMOST})
_ROUNDING = 0.05


def _number(point: FigurePoint) -> float | None:
    """The one number that a figure names, None for a range and where none is told."""
    if point.value is not None:
        return point.value
    if point.low is not None and point.high is not None:
        return None
    return point.high if point.low is None else point.low


def _bounds(point: FigurePoint) -> tuple[float, float]:
    if point.value is not None:
        return point.value, point.value
    low = -inf if point.low is None else point.low
    return low, inf if point.high is None else point.high


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSeries:
    """Figures of several years or organizations that measure the same thing.

    Attributes:
        label: what is measured, as a person would write it.
        unit: one for all points, None for plain counts.
        points: by year, then in the order of the editions; at least two.
    """

    id: str
    label: str
    unit: str | None
    topics: tuple[str, ...]
    points: tuple[FigurePoint, ...]

    @property
    def movement(self) -> Movement:
        """Whether the figure moved, stayed, or is one figure told again."""
        fresh = [p for p in self.points if not p.told_again]
        if any(a.differs_from(b) for a, b in combinations(fresh, 2)):
            return Movement.MOVED
        return Movement.STEADY if len(fresh) > 1 else Movement.RETOLD
