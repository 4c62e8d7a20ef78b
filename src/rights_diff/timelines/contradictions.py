"""What rules out that two figures measure the same thing, however alike their words."""

from __future__ import annotations

from rights_diff.comparison.claims import split_keys
from rights_diff.comparison.figures.affinity import affinity
from rights_diff.comparison.figures.relations import bounds, point
from rights_diff.extraction.grammar.plurals import plural
from rights_diff.model import QuantityKind
from rights_diff.timelines.lexicon import word_set
from rights_diff.timelines.mentions import Mention

__all__ = ["agree", "contradict", "of_others"]

# Two figures for one year that differ by more than this factor are of different populations,
# unless their words say strongly that they are of one: see `comparison.figures.affinity`.
_SAME_YEAR = 3.0
_SURE = 4.0


def contradict(a: Mention, b: Mention) -> bool:
    """Whether two values cannot both be the figure of one year, or count different things."""
    return of_others(a, b) or (a.as_of == b.as_of and _other_value(a, b))


def of_others(a: Mention, b: Mention) -> bool:
    """Whether they count different things: other units, other ages, people who stay or go."""
    p, q = a.figure.quantity, b.figure.quantity
    if p.unit != q.unit and p.kind is not QuantityKind.RANK:
        return True
    if _other_sum(a, b) or _other_place(a, b):
        return True
    return (bool(a.ages and b.ages) and a.ages != b.ages) or _other_dwelling(a, b)


def agree(a: Mention, b: Mention) -> bool:
    """Whether some value is allowed by both."""
    (low, high), (least, most) = bounds(a.figure.quantity), bounds(b.figure.quantity)
    return low <= most and least <= high


def _other_dwelling(a: Mention, b: Mention) -> bool:
    """Whether one counts people who are somewhere, the other people who come, go or are sent."""
    return None not in (a.dwelling, b.dwelling) and a.dwelling != b.dwelling


def _other_sum(a: Mention, b: Mention) -> bool:
    """Whether one counts two things together ("deaths and injuries") and the other one of them."""
    left, right = _things(a), _things(b)
    part = bool(left and right) and (left < right or right < left)
    return part and bounds(a.figure.quantity) != bounds(b.figure.quantity)


def _other_place(a: Mention, b: Mention) -> bool:
    """Whether one figure is of a part of the country ("in the county") and the other is not."""
    places = word_set("places_within")
    local = [not m.figure.near_keys.isdisjoint(places) for m in (a, b)]
    return local[0] != local[1] and bounds(a.figure.quantity) != bounds(b.figure.quantity)


def _things(mention: Mention) -> frozenset[str]:
    """The nouns that stand in the figure's words in the plural."""
    words = split_keys(mention.figure.words)
    return frozenset(h for h in mention.figure.heads if plural(h.lower()) in words)


def _other_value(a: Mention, b: Mention) -> bool:
    """Whether two values for one year rule each other out."""
    if agree(a, b):
        return False
    if a.edition == b.edition:
        return True
    p, q = point(a.figure.quantity), point(b.figure.quantity)
    far = p is not None and q is not None and max(p, q) > _SAME_YEAR * min(p, q)
    return a.as_of is not None and far and affinity(a.figure, b.figure) < _SURE
