"""Compare: the ledger, its facets, quantity links and the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rights_diff.collector import at_rest
from rights_diff.model import Alignment, Comparison, LedgerRow, Report
from rights_diff.model.explanation import Explanation

if TYPE_CHECKING:
    from rights_diff.model.review import FigureDecisions

__all__ = ["build", "explain"]


@at_rest()
def build(
    old: Report,
    new: Report,
    alignment: Alignment,
    *,
    allow_mixed: bool = False,
    figures: FigureDecisions | None = None,
) -> Comparison:
    """Say what changed, given which sections and sentences correspond.

    Args:
        old, new: two reports on one country.
        alignment: what the alignment room found; each sentence in at most one pair.
        allow_mixed: compare reports on different countries all the same.
        figures: what readers decided about figures.
    Returns:
        the comparison: every sentence of both reports in exactly one row, rows in the
        order of reading: by sections of the newer report, what was dropped beside its section.
    Raises:
        CompareError: both reports name a country and it is not the same, unless `allow_mixed`.
    """
    from rights_diff.comparison.apparatus import fact_changes, footnote_changes
    from rights_diff.comparison.claims.claim import ReportIndex
    from rights_diff.comparison.elsewhere import told_elsewhere
    from rights_diff.comparison.figures.decided import settle_links
    from rights_diff.comparison.figures.near_links import link_near
    from rights_diff.comparison.figures.quantity_links import link_across
    from rights_diff.comparison.kinds import check_country, kind_of, order_warnings
    from rights_diff.comparison.ledger import draft_rows, fill_rows
    from rights_diff.comparison.summary import summarize
    from rights_diff.model.review import FigureDecisions

    check_country(old.metadata, new.metadata, allow_mixed=allow_mixed)
    kind = kind_of(old.metadata, new.metadata)
    left, right = ReportIndex(old), ReportIndex(new)
    decided = figures or FigureDecisions()
    drafts = draft_rows(left, right, alignment)
    rows, links = fill_rows(drafts, left, right, kind, decided)
    rows = told_elsewhere(rows, left, right, kind)
    links = [*links, *link_across(links, left, right)]
    links = [*links, *link_near(rows, links, left, right)]
    links = settle_links(links, decided, left, right)
    return Comparison(
        kind=kind,
        old=old,
        new=new,
        section_links=alignment.section_links,
        ledger=tuple(rows),
        fact_changes=fact_changes(old, new),
        footnote_changes=footnote_changes(old, new),
        quantity_links=tuple(links),
        summary=summarize(rows, links, left, right),
        warnings=order_warnings(old.metadata, new.metadata),
    )


def explain(comparison: Comparison, row: str | LedgerRow) -> Explanation:
    """What was compared in a row, what its facets rest on, and what came second.

    Args:
        comparison: the comparison.
        row: one of its rows, or the row's id.
    Raises:
        KeyError: there is no row with that id.
    """
    from rights_diff.comparison.explanation import explain_row

    return explain_row(comparison, comparison.row(row))
