"""How two figures that measure the same thing relate."""

from __future__ import annotations

import math
import re

from rights_diff.model import Qualifier, Quantity, QuantityKind, QuantityRelation

__all__ = ["COUNTS", "bounds", "difference", "is_boundless", "point", "rank_relation", "relation"]

# Kinds that number people or things, if only vaguely.
COUNTS = frozenset({QuantityKind.COUNT, QuantityKind.RANGE, QuantityKind.VAGUE_MAGNITUDE})
_ANYTHING = (-math.inf, math.inf)
_APPROXIMATE = frozenset({Qualifier.ABOUT, Qualifier.ALMOST})
# "Some 500" allows what rounds to it: half a unit of its last two digits, about 5 per cent.
_ROUNDING = 0.05


def point(quantity: Quantity) -> float | None:
    """The one number a figure names: its value, or its only bound; None for a range."""
    if quantity.value is not None:
        return quantity.value
    if quantity.low is not None and quantity.high is not None:
        return None
    return quantity.low if quantity.low is not None else quantity.high


def bounds(quantity: Quantity) -> tuple[float, float]:
    """Lowest and highest value the words allow."""
    if quantity.value is not None:
        slack = abs(quantity.value) * _ROUNDING if quantity.qualifier in _APPROXIMATE else 0.0
        return quantity.value - slack, quantity.value + slack
    low = -math.inf if quantity.low is None else quantity.low
    high = math.inf if quantity.high is None else quantity.high
    return low, high


def is_boundless(quantity: Quantity) -> bool:
    """Whether a figure is vague and has no bounds ("some", "many")."""
    return quantity.value is None and _vague(quantity) and bounds(quantity) == _ANYTHING


def relation(old: Quantity, new: Quantity) -> QuantityRelation:
    """The relation of two figures for the same thing; swapped figures give the mirror relation."""
    a, b = point(old), point(new)
    if a is not None and b is not None:
        return _of_points(old, new, a, b)
    return _of_ranges(old, new)


def _of_points(old: Quantity, new: Quantity, a: float, b: float) -> QuantityRelation:
    if a == b:
        same = old.qualifier == new.qualifier
        return QuantityRelation.EQUAL if same else QuantityRelation.REQUALIFIED
    rough = max((x for q, x in ((old, a), (new, b)) if q.qualifier in _APPROXIMATE), default=0.0)
    if abs(b - a) <= abs(rough) * _ROUNDING or _rounded(old, new, a, b):
        return QuantityRelation.OVERLAPS
    return QuantityRelation.INCREASED if b > a else QuantityRelation.DECREASED


def _rounded(old: Quantity, new: Quantity, a: float, b: float) -> bool:
    """Whether one is a bound close by that allows the other ("more than 75" against 76.9)."""
    one_bound = (old.value is None) != (new.value is None)
    return (
        one_bound and abs(b - a) <= abs(max(a, b)) * _ROUNDING and _meet(bounds(old), bounds(new))
    )


def _of_ranges(old: Quantity, new: Quantity) -> QuantityRelation:
    a, b = _at_least_one(old), _at_least_one(new)
    if a == b:
        return QuantityRelation.EQUAL
    if not _meet(a, b):
        return QuantityRelation.INCREASED if b[0] > a[1] else QuantityRelation.DECREASED
    if point(old) is None and point(new) is None and not (_vague(old) or _vague(new)):
        if b[0] <= a[0] and a[1] <= b[1]:
            return QuantityRelation.WIDENED
        if a[0] <= b[0] and b[1] <= a[1]:
            return QuantityRelation.NARROWED
    return QuantityRelation.OVERLAPS


def _at_least_one(quantity: Quantity) -> tuple[float, float]:
    """The bounds of a figure; "some", "several" and "many" are more than none."""
    return (math.ulp(0.0), math.inf) if is_boundless(quantity) else bounds(quantity)


def _meet(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _vague(quantity: Quantity) -> bool:
    return quantity.kind.value.startswith("vague") or quantity.qualifier is Qualifier.VAGUE


def rank_relation(old_words: str, new_words: str) -> QuantityRelation:
    """How two ranks relate, by their baselines ("lowest since 2002" against "since 2003").

    A rank that reaches further back is the wider one.

    >>> rank_relation("lowest since 2002", "lowest number since 2003").value
    'narrowed'
    """
    a, b = (re.findall(r"(?:1[89]|20)\d\d", words)[:1] for words in (old_words, new_words))
    if a and b and a != b:
        return QuantityRelation.NARROWED if b > a else QuantityRelation.WIDENED
    return QuantityRelation.EQUAL if a == b else QuantityRelation.OVERLAPS


def difference(old: Quantity, new: Quantity) -> tuple[float | None, float | None]:
    """New minus old, and that in per cent of old; None where it makes no sense.

    Bounds, ranges and vague figures have no difference; a change from zero, of shares, ages
    and ordinals has no percentage.
    """
    if old.value is None or new.value is None or _vague(old) or _vague(new):
        return None, None
    absolute = _tidy(new.value - old.value)
    if old.value <= 0 or old.kind in _NO_PERCENT:
        return absolute, None
    return absolute, round(100 * (new.value - old.value) / old.value, 1)


_NO_PERCENT = frozenset(
    {
        QuantityKind.AGE,
        QuantityKind.FRACTION,
        QuantityKind.ORDINAL,
        QuantityKind.PERCENT,
        QuantityKind.RANK,
        QuantityKind.ZERO,
    }
)


def _tidy(number: float) -> float:
    """Without the dust of binary fractions (0.1 + 0.2)."""
    return round(number, 6)
