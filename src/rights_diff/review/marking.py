"""Rows and links that say what readers decided, and what of a review does not apply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rights_diff.model import Comparison, LedgerRow, QuantityLink
from rights_diff.model.review import (
    Mark,
    NotApplied,
    Review,
    ReviewOutcome,
    Verdict,
)
from rights_diff.review.deciding import Applying, Decided

__all__ = ["marked"]

# Decisions that no longer apply, told one by one; the rest is counted.
_MOST_TOLD = 8
_NOT_COMPARED = "the two figures are not compared"


def marked(comparison: Comparison, review: Review, decided: Decided) -> Comparison:
    """The comparison with marks on its rows and links, and warnings of what does not apply."""
    linked = {(k.old, k.new) for k in comparison.quantity_links}
    missing = [a for a in decided.links if not _has_link(a, linked)]
    late = [NotApplied(decision=a.decision, reason=_NOT_COMPARED) for a in missing]
    not_applied = _in_order(review, (*decided.not_applied, *late))
    return replace(
        comparison,
        ledger=tuple(_row(row, decided.claims) for row in comparison.ledger),
        quantity_links=tuple(_link(link, decided.links) for link in comparison.quantity_links),
        review=ReviewOutcome(review=review, not_applied=not_applied),
        warnings=(*comparison.warnings, *_warnings(not_applied)),
    )


def _has_link(a: Applying, linked: set[tuple[str, str]]) -> bool:
    if a.decision.verdict is Verdict.FORBID:
        return True
    if not a.old or not a.new:  # a note on one figure
        return any(set(a.old) & {old} or set(a.new) & {new} for old, new in linked)
    return (a.old[0], a.new[0]) in linked


def _in_order(review: Review, refused: Iterable[NotApplied]) -> tuple[NotApplied, ...]:
    place = {id(decision): n for n, decision in enumerate(review.decisions)}
    return tuple(sorted(refused, key=lambda r: place[id(r.decision)]))


def _row(row: LedgerRow, decisions: Sequence[Applying]) -> LedgerRow:
    marks = tuple(
        _mark(a, row) for a in decisions if set(a.old) & set(row.old) or set(a.new) & set(row.new)
    )
    return replace(row, review=marks) if marks else row


def _mark(a: Applying, row: LedgerRow) -> Mark:
    apart: tuple[str, ...] = ()
    if a.decision.verdict is Verdict.FORBID:
        apart = a.new if set(a.old) & set(row.old) else a.old
    d = a.decision
    return Mark(verdict=d.verdict, note=d.note, by=d.by, when=d.when, apart_from=apart)


def _link(link: QuantityLink, decisions: Sequence[Applying]) -> QuantityLink:
    marks = tuple(
        Mark(verdict=d.verdict, note=d.note, by=d.by, when=d.when)
        for a in decisions
        if (d := a.decision).verdict is not Verdict.FORBID
        and a.old in ((link.old,), ())
        and a.new in ((link.new,), ())
    )
    return replace(link, review=marks) if marks else link


def _warnings(not_applied: Sequence[NotApplied]) -> tuple[str, ...]:
    told = [
        f"the review’s {_named(n)} does not apply: {n.reason}" for n in not_applied[:_MOST_TOLD]
    ]
    if more := len(not_applied) - len(told):
        told.append(f"{more} more decisions of the review do not apply")
    return tuple(told)


def _named(refused: NotApplied) -> str:
    place = f" ({refused.decision.place})" if refused.decision.place else ""
    return f"“{refused.decision.verdict.value}”{place}"
