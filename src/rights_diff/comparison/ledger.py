"""The ledger: every sentence of both reports in exactly one row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rights_diff.comparison.claims import Claim, ReportIndex
from rights_diff.comparison.facets import facets_of
from rights_diff.comparison.moves import moved_pairs
from rights_diff.comparison.quantity_links import link_row, link_unchanged
from rights_diff.comparison.topics import row_topics
from rights_diff.comparison.typography import same_words
from rights_diff.comparison.wording import loses_part
from rights_diff.model import (
    Alignment,
    Candidate,
    ClaimPair,
    ComparisonKind,
    Facet,
    LedgerRow,
    QuantityLink,
    Status,
)

__all__ = ["Draft", "draft_rows", "fill_rows"]

# Facets that leave a claim the same claim; any other makes a row revised.
_HARMLESS = frozenset({Facet.NUMBER_AGREES, Facet.MOVED, Facet.SPLIT, Facet.MERGED})


@dataclass(frozen=True, slots=True)
class Draft:
    """A row before its words are compared: the pair, or one sentence of one side."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    pair: ClaimPair | None = None
    moved: bool = False


def draft_rows(old: ReportIndex, new: ReportIndex, alignment: Alignment) -> list[Draft]:
    """All rows in the newer report's order; a dropped one follows the old sentence before it."""
    moved = moved_pairs(alignment.pairs, alignment.section_links, old, new)
    drafts = [Draft(p.old, p.new, p, n in moved) for n, p in enumerate(alignment.pairs)]
    paired_old = {i for d in drafts for i in d.old}
    paired_new = {i for d in drafts for i in d.new}
    drafts += [Draft((), (i,)) for i in new.order if i not in paired_new]
    gone = [i for i in old.order if i not in paired_old]
    return _in_order(drafts, gone, old, new)


def _in_order(
    drafts: list[Draft], gone: Iterable[str], old: ReportIndex, new: ReportIndex
) -> list[Draft]:
    drafts.sort(key=lambda d: new.order[d.new[0]])
    after: dict[str | None, list[Draft]] = {}
    row_of = {i: d.new[0] for d in drafts for i in d.old}
    anchor: str | None = None
    lost = set(gone)
    for sentence_id in old.order:
        if sentence_id in lost:
            after.setdefault(anchor, []).append(Draft((sentence_id,), ()))
        else:
            anchor = row_of[sentence_id]
    ordered = after.get(None, [])
    for draft in drafts:
        ordered.append(draft)
        ordered.extend(after.get(draft.new[0], ()))
    return ordered


@dataclass(frozen=True, slots=True)
class Scope:
    """What every row of one comparison is read against."""

    old: ReportIndex
    new: ReportIndex
    kind: ComparisonKind
    near: Mapping[tuple[str, str], tuple[Candidate, ...]]


def fill_rows(
    drafts: Sequence[Draft],
    old: ReportIndex,
    new: ReportIndex,
    alignment: Alignment,
    kind: ComparisonKind,
) -> tuple[list[LedgerRow], list[QuantityLink]]:
    """Rows with status, facets, signals and topics, and the figures linked inside them."""
    near = {(side, i): found for side, i, found in alignment.near}
    scope = Scope(old=old, new=new, kind=kind, near=near)
    rows: list[LedgerRow] = []
    links: list[QuantityLink] = []
    for n, draft in enumerate(drafts, start=1):
        row, found = _fill(f"r{n}", draft, scope)
        rows.append(replace(row, topics=row_topics(draft.old, draft.new, old, new)))
        links += found
    return rows, links


def _fill(row_id: str, draft: Draft, scope: Scope) -> tuple[LedgerRow, list[QuantityLink]]:
    if draft.pair is None:
        return _one_sided(row_id, draft, scope.near), []
    old, new = scope.old, scope.new
    row = LedgerRow(
        id=row_id,
        old=draft.old,
        new=draft.new,
        status=Status.UNCHANGED,
        score=draft.pair.score,
        reasons=draft.pair.reasons,
    )
    if draft.pair.exact or same_words(old.plain(draft.old), new.plain(draft.new)):
        facets = (Facet.MOVED,) if draft.moved else ()
        return replace(row, facets=facets), link_unchanged(row, old, new)
    return _compared(row, draft, old.claim(draft.old), new.claim(draft.new), scope.kind)


def _one_sided(
    row_id: str, draft: Draft, near: Mapping[tuple[str, str], tuple[Candidate, ...]]
) -> LedgerRow:
    side = "old" if draft.old else "new"
    return LedgerRow(
        id=row_id,
        old=draft.old,
        new=draft.new,
        status=Status.DROPPED if draft.old else Status.ADDED,
        score=0.0,
        candidates=near.get((side, (draft.old or draft.new)[0]), ()),
    )


def _compared(
    row: LedgerRow, draft: Draft, old: Claim, new: Claim, kind: ComparisonKind
) -> tuple[LedgerRow, list[QuantityLink]]:
    links = link_row(row.id, old, new)
    signals = facets_of(old, new, links, kind, score=row.score)
    found = {s.facet for s in signals} | _shape(draft)
    revised = bool(found - _HARMLESS) or loses_part(old, new)
    status = Status.REVISED if revised else Status.REWORDED
    facets = tuple(f for f in Facet if f in found)
    return replace(row, status=status, facets=facets, signals=signals), links


def _shape(draft: Draft) -> set[Facet]:
    """Facets that the numbers of sentences and their places tell."""
    shape: set[Facet] = {Facet.MOVED} if draft.moved else set()
    if len(draft.new) > len(draft.old):
        shape.add(Facet.SPLIT)
    elif len(draft.old) > len(draft.new):
        shape.add(Facet.MERGED)
    return shape
