"""Two organizations on one covered year: what both say, and whether their figures agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from rights_diff.model import Comparison, QuantityRelation
from rights_diff.model.timeline import Agreement, Edition, Meeting

__all__ = ["agreement", "meetings_of"]

Compare = Callable[[Edition, Edition], Comparison]

_R = QuantityRelation
_AGREEMENT = {
    _R.EQUAL: Agreement.AGREE,
    _R.REQUALIFIED: Agreement.AGREE,
    _R.OVERLAPS: Agreement.OVERLAP,
    _R.WIDENED: Agreement.OVERLAP,
    _R.NARROWED: Agreement.OVERLAP,
    _R.INCREASED: Agreement.DIFFER,
    _R.DECREASED: Agreement.DIFFER,
}


def agreement(relation: QuantityRelation) -> Agreement | None:
    """What a relation of two figures for one year means; None where they cannot be compared."""
    return _AGREEMENT.get(relation)


def meetings_of(editions: Sequence[Edition], compare: Compare) -> tuple[Meeting, ...]:
    """Each two reports of different organizations whose last covered year is the same."""
    return tuple(
        _meeting(a, b, compare(a, b))
        for a, b in combinations(editions, 2)
        if a.year is not None and a.year == b.year and a.organization != b.organization
    )


def _meeting(a: Edition, b: Edition, comparison: Comparison) -> Meeting:
    rows = [r for r in comparison.ledger if r.old and r.new and not r.is_unsure]
    figures = [
        (link.old, link.new, link.relation, said)
        for link in comparison.quantity_links
        if (said := agreement(link.relation)) is not None
    ]
    return Meeting(
        year=a.year or 0,
        old=a.id,
        new=b.id,
        claims=tuple((r.old, r.new) for r in rows),
        figures=tuple(figures),
    )
