"""Counts of a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rights_diff.comparison.claims.claim import ReportIndex
from rights_diff.comparison.topics import attention, total_words
from rights_diff.model import Facet, LedgerRow, QuantityLink, QuantityRelation, Status, Summary

__all__ = ["summarize"]


def summarize(
    rows: Sequence[LedgerRow], links: Sequence[QuantityLink], old: ReportIndex, new: ReportIndex
) -> Summary:
    """Rows by status and facet, figures by relation (all named, zeros too), topics."""
    statuses = Counter(row.status for row in rows)
    facets = Counter(facet for row in rows for facet in row.facets)
    again = Counter(row.status for row in rows if row.told_in)
    relations = Counter(link.relation for link in links)
    return Summary(
        statuses=tuple((s, statuses[s]) for s in Status),
        told_elsewhere=tuple((s, again[s]) for s in (Status.DROPPED, Status.ADDED)),
        facets=tuple((f, facets[f]) for f in Facet),
        quantities=tuple((r, relations[r]) for r in QuantityRelation),
        topics=attention(old, new, rows),
        old_words=total_words(old),
        new_words=total_words(new),
    )
