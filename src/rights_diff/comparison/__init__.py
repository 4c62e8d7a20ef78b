"""Compare: the ledger, its facets, quantity links and the summary."""

from __future__ import annotations

from rights_diff.model import Alignment, Comparison, ComparisonKind, LedgerRow, Report, Status

__all__ = ["build"]


def build(  # placeholder
    old: Report, new: Report, alignment: Alignment, *, allow_mixed: bool = False
) -> Comparison:
    rows = []
    paired = {i for p in alignment.pairs for i in (*p.old, *p.new)}
    old_paired = {i for p in alignment.pairs for i in p.old}
    new_paired = {i for p in alignment.pairs for i in p.new}
    del paired
    for p in alignment.pairs:
        rows.append(
            LedgerRow(
                id=f"r{len(rows) + 1}",
                old=p.old,
                new=p.new,
                status=Status.UNCHANGED if p.exact else Status.REVISED,
                score=p.score,
            )
        )
    for s in old.sentences:
        if s.id not in old_paired:
            rows.append(
                LedgerRow(id=f"r{len(rows) + 1}", old=(s.id,), new=(), status=Status.DROPPED)
            )
    for s in new.sentences:
        if s.id not in new_paired:
            rows.append(LedgerRow(id=f"r{len(rows) + 1}", old=(), new=(s.id,), status=Status.ADDED))
    kind = (
        ComparisonKind.YEAR_OVER_YEAR
        if old.metadata.organization_family == new.metadata.organization_family
        else ComparisonKind.CROSS_ORGANIZATION
    )
    return Comparison(kind=kind, old=old, new=new, ledger=tuple(rows))
