"""Which figures of a pair count as changed, over a whole corpus."""

from __future__ import annotations

from collections import Counter

from rights_diff.model import Comparison, QuantityRelation
from rights_diff.rendering.view.figures import SAME

__all__ = ["changed_figures"]

_UNCOUNTED = SAME | {QuantityRelation.INCOMPARABLE}


def changed_figures(comparison: Comparison) -> Counter[str | None]:
    """How many figures changed, by row of the ledger, as the page of the pair counts them.

    Figures of a pair that may be wrong do not count: nobody looks at each line of a total. Nor
    does the same number told with other words around it: "about 2,000", then "2,000".
    """
    unsure = {row.id for row in comparison.ledger if row.is_unsure}
    return Counter(
        link.row
        for link in comparison.quantity_links
        if link.relation not in _UNCOUNTED and not (link.unsure or link.row in unsure)
    )
