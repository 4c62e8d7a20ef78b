"""Decisions made from the rows and figure links of a comparison."""

from __future__ import annotations

from rights_diff.model import Comparison, LedgerRow, QuantityLink, Report
from rights_diff.model.review import About, Anchor, Decision, Verdict
from rights_diff.review.anchoring import Lookup

__all__ = ["decided", "joined", "side_anchors"]


def decided(
    verdict: Verdict, comparison: Comparison, subject: str | LedgerRow | QuantityLink
) -> Decision:
    """A decision about a row or a figure link.

    Raises:
        KeyError: there is no row with that id.
        ValueError: a row of one side can neither be confirmed nor forbidden.
    """
    if isinstance(subject, QuantityLink):
        return Decision(
            verdict=verdict,
            about=About.FIGURE,
            old=(Lookup(comparison.old, "").figure_anchor(subject.old),),
            new=(Lookup(comparison.new, "").figure_anchor(subject.new),),
        )
    row = comparison.row(subject)
    if verdict is not Verdict.NOTE and not (row.old and row.new):
        raise ValueError(f"{row.id} stands in one report alone: there is no pair to decide about")
    old, new = _anchors(comparison.old, row.old), _anchors(comparison.new, row.new)
    return Decision(verdict=verdict, old=old, new=new)


def joined(comparison: Comparison, old: str | LedgerRow, new: str | LedgerRow) -> Decision:
    """That the old side of one row and the new side of another make the same claim."""
    left, right = comparison.row(old), comparison.row(new)
    if not left.old or not right.new:
        empty, side = (left, "old") if not left.old else (right, "new")
        raise ValueError(f"{empty.id} has no sentence of the {side} report")
    before, after = _anchors(comparison.old, left.old), _anchors(comparison.new, right.new)
    return Decision(verdict=Verdict.JOIN, old=before, new=after)


def _anchors(report: Report, ids: tuple[str, ...]) -> tuple[Anchor, ...]:
    return side_anchors(Lookup(report, ""), ids) if ids else ()


def side_anchors(lookup: Lookup, ids: tuple[str, ...]) -> tuple[Anchor, ...]:
    """A quote for each of these sentences."""
    return tuple(lookup.sentence_anchor(lookup.spans[i], (i,)) for i in ids)
