"""What stands in the way of comparing two figures, in words."""

from __future__ import annotations

from enum import StrEnum

from rights_diff.model import (
    Modality,
    Qualifier,
    Quantity,
    QuantityKind,
    QuantityLink,
    QuantityRelation,
)
from rights_diff.rendering.strings import say

__all__ = ["caveat_words"]

_SPOKEN = {
    QuantityRelation.WIDENED,
    QuantityRelation.NARROWED,
    QuantityRelation.OVERLAPS,
    QuantityRelation.REQUALIFIED,
}
_MOVED = {QuantityRelation.INCREASED, QuantityRelation.DECREASED}


def caveat_words(link: QuantityLink, before: Quantity, after: Quantity, *, across: bool) -> str:
    """Periods, bounds, qualifiers and certainty that differ; empty where nothing does."""
    notes = []
    if link.note:
        notes.append(say("note", link.note))
    if link.relation in _SPOKEN:
        table = "rank_relation" if after.kind is QuantityKind.RANK else "relation"
        notes.append(say(table, link.relation.value, across=across))
    is_refused = link.relation is QuantityRelation.INCOMPARABLE
    is_vague = Qualifier.VAGUE in (before.qualifier, after.qualifier)
    if before.qualifier is not after.qualifier and not is_refused and not is_vague:
        notes.append(
            _turn("qualifier", before.qualifier, after.qualifier, Qualifier.EXACT, across=across)
        )
    if link.percent is None and link.relation in _MOVED and _is_bound(before, after):
        notes.append(say("note", "bound"))
    if before.modality is not after.modality:
        notes.append(
            _turn("modality", before.modality, after.modality, Modality.ASSERTED, across=across)
        )
    return "; ".join(notes)


def _turn(name: str, before: StrEnum, after: StrEnum, plain: StrEnum, *, across: bool) -> str:
    """How the words around a figure changed; `plain` is said by no word."""
    gone = "went_words" if "_" in before.value else "went"
    key = gone if after is plain else "came" if before is plain else "turned"
    ends = [say(name, end.value) for end in (before, after)]
    return say("note", key, old=ends[0], new=ends[1], across=across)


def _is_bound(before: Quantity, after: Quantity) -> bool:
    return before.value is None or after.value is None
