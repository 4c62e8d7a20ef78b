"""Two organizations on one covered year: what both say, and whether their figures agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations, product

from rights_diff.model import Comparison, LedgerRow, QuantityRelation
from rights_diff.model.timeline import Agreement, Edition, Meeting
from rights_diff.timelines.claim_groups import Evidence, is_borne_out

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


def meetings_of(
    editions: Sequence[Edition], compare: Compare, beside: Evidence
) -> tuple[Meeting, ...]:
    """Each two reports of different organizations whose last covered year is the same.

    Claims are in common where the comparison is sure and what the sentences share bears it out,
    as for threads, or where a figure agrees.
    """
    return tuple(
        _meeting((i, editions[i]), (j, editions[j]), compare(editions[i], editions[j]), beside)
        for i, j in combinations(range(len(editions)), 2)
        if _meet(editions[i], editions[j])
    )


def _meet(a: Edition, b: Edition) -> bool:
    return a.year is not None and a.year == b.year and a.organization != b.organization


def _meeting(
    old: tuple[int, Edition], new: tuple[int, Edition], comparison: Comparison, beside: Evidence
) -> Meeting:
    figures = [
        (link.old, link.new, link.relation, said)
        for link in comparison.quantity_links
        if (said := agreement(link.relation)) is not None
    ]
    agreeing = {
        link.row
        for link in comparison.quantity_links
        if agreement(link.relation) in (Agreement.AGREE, Agreement.OVERLAP)
    }
    order = [{s.id: k for k, s in enumerate(e.report.sentences)} for _, e in (old, new)]

    def is_common(row: LedgerRow) -> bool:
        here = [(old[0], order[0][s]) for s in row.old]
        there = [(new[0], order[1][s]) for s in row.new]
        return row.id in agreeing or any(
            is_borne_out(row.score, a, b, beside, kindred=False) for a, b in product(here, there)
        )

    return Meeting(
        year=old[1].year or 0,
        old=old[1].id,
        new=new[1].id,
        claims=tuple(
            (r.old, r.new)
            for r in comparison.ledger
            if r.old and r.new and not r.is_unsure and is_common(r)
        ),
        figures=tuple(figures),
    )
