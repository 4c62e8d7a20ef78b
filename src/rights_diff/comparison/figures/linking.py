"""The link of two figures that measure the same thing: relation, difference and note."""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.comparison.claims.claim import likeness
from rights_diff.comparison.figures.affinity import affinity
from rights_diff.comparison.figures.figure import Figure
from rights_diff.comparison.figures.other_sources import source_note
from rights_diff.comparison.figures.periods import period_note
from rights_diff.comparison.figures.relations import (
    bounds,
    difference,
    point,
    rank_relation,
    relation,
)
from rights_diff.comparison.figures.ties import hedged
from rights_diff.comparison.figures.years import size_note, years_note
from rights_diff.model import Quantity, QuantityKind, QuantityLink, QuantityRelation

__all__ = ["make_link", "make_links"]

# Notes: why two figures are linked and yet cannot be compared.
_CONVERSION = "conversion"
_UNIT = "unit"

_MOVED = frozenset({QuantityRelation.DECREASED, QuantityRelation.INCREASED})
# Where sentences have less in common than this, and less than this speaks for one thing, figures
# were as often of two things as of one (read off 44 pairs of 29 countries).
_UNLIKE = 0.25
_LOOSE = 4.1

Pairs = Sequence[tuple[Figure, Figure]]


def make_links(pairs: Pairs, row_id: str | None) -> list[QuantityLink]:
    """The links of these figures; conversions follow what became of the sums they repeat.

    Where the sum stayed the same and its conversion did not, the exchange rate changed and no
    figure of the report: the two are `incomparable`. Where the sums are not linked, nor are they.
    """
    return [
        _refused(a, b, row_id, _CONVERSION) if _only_rate(a, b) else make_link(a, b, row_id)
        for a, b in pairs
        if _sums_linked(a, b, pairs)
    ]


def _sums_linked(old: Figure, new: Figure, pairs: Pairs) -> bool:
    a, b = old.converted, new.converted
    if a is None or b is None:
        return True
    return any(x.quantity is a and y.quantity is b for x, y in pairs)


def _only_rate(old: Figure, new: Figure) -> bool:
    """Whether conversions differ and the sums that they repeat do not, or one is but told.

    A sum in dollars against one in another currency with its dollars in brackets differs by
    the rate, for all that is known.
    """
    a, b = old.converted, new.converted
    if (a is None and b is None) or bounds(_as_meant(old)) == bounds(_as_meant(new)):
        return False
    return a is None or b is None or (bounds(a) == bounds(b) and point(a) == point(b))


def make_link(old: Figure, new: Figure, row_id: str | None) -> QuantityLink:
    """The link of two figures with its relation, difference and note."""
    a, b = _as_meant(old), _as_meant(new)
    unsure = _is_unsure(old, new)
    if a.kind is QuantityKind.RANK:
        told = rank_relation(old.words, new.words)
        return _link(a, b, told, row_id, note=_note(old, new), unsure=unsure)
    if a.unit != b.unit:
        if bounds(a) != bounds(b):
            return _refused(old, new, row_id, _UNIT)
        return _link(a, b, QuantityRelation.REQUALIFIED, row_id, note=_UNIT, unsure=unsure)
    return _link(a, b, relation(a, b), row_id, note=_note(old, new), unsure=unsure)


def _link(
    old: Quantity,
    new: Quantity,
    told: QuantityRelation,
    row_id: str | None,
    *,
    note: str | None,
    unsure: bool,
) -> QuantityLink:
    compared = note is None and old.kind is not QuantityKind.RANK
    absolute, percent = difference(old, new) if compared else (None, None)
    return QuantityLink(
        old=old.id,
        new=new.id,
        relation=told,
        absolute=absolute,
        percent=percent,
        row=row_id,
        note=note,
        unsure=unsure,
    )


def _refused(old: Figure, new: Figure, row_id: str | None, reason: str) -> QuantityLink:
    told = QuantityRelation.INCOMPARABLE
    return _link(old.quantity, new.quantity, told, row_id, note=reason, unsure=_is_unsure(old, new))


def _is_unsure(old: Figure, new: Figure) -> bool:
    """Whether little speaks for one thing; the same distinctive number is the same figure."""
    same = bounds(old.quantity) == bounds(new.quantity)
    if same or likeness(old.claim, new.claim) >= _UNLIKE:
        return False
    return affinity(old, new) < _LOOSE


def _as_meant(figure: Figure) -> Quantity:
    """The quantity; a conversion with the bounds of the sum that it repeats."""
    first = figure.converted
    return figure.quantity if first is None else hedged(figure.quantity, first)


def _note(old: Figure, new: Figure) -> str | None:
    if _same_figure(old.quantity, new.quantity):
        return None
    if (told := period_note(old, new)) is not None:
        return told
    if relation(_as_meant(old), _as_meant(new)) not in _MOVED:
        return None
    return years_note(old, new) or size_note(old, new) or source_note(old, new)


def _same_figure(a: Quantity, b: Quantity) -> bool:
    """Whether one figure is told twice: the same number for the same year."""
    return a.as_of is not None and a.as_of == b.as_of and point(a) == point(b) is not None
