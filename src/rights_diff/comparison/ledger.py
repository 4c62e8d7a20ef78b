"""The ledger: every sentence of both reports in exactly one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rights_diff.comparison.claims.claim import ReportIndex
from rights_diff.comparison.facets.rules import facets_of
from rights_diff.comparison.figures.decided import settle_row
from rights_diff.comparison.figures.quantity_links import link_row, link_unchanged
from rights_diff.comparison.moves import moved_pairs
from rights_diff.comparison.reading_order import in_reading_order, outline_of
from rights_diff.comparison.topics import row_topics
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
from rights_diff.model.ledger import SURE_FROM, SURE_FROM_ACROSS
from rights_diff.model.review import FigureDecisions
from rights_diff.structure.typography import same_words

__all__ = ["Draft", "draft_rows", "fill_rows"]

_ACROSS = ComparisonKind.CROSS_ORGANIZATION
# Facets that leave a claim the same claim; any other makes a row revised.
_HARMLESS = frozenset({Facet.NUMBER_AGREES, Facet.MOVED, Facet.SPLIT, Facet.MERGED})


@dataclass(frozen=True, slots=True)
class Draft:
    """A row before its words are compared: the pair, or one sentence of one side."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    pair: ClaimPair | None = None
    moved: bool = False
    candidates: tuple[Candidate, ...] = ()


def draft_rows(old: ReportIndex, new: ReportIndex, alignment: Alignment) -> list[Draft]:
    """All rows in reading order: see `reading_order`."""
    pairs = [q for p in alignment.pairs for q in released(p, old, new)]
    moved = moved_pairs(pairs, alignment.section_links, old, new)
    drafts = [Draft(p.old, p.new, p, n in moved) for n, p in enumerate(pairs)]
    paired_old = {i for d in drafts for i in d.old}
    paired_new = {i for d in drafts for i in d.new}
    near = _near(alignment)
    drafts += [
        Draft((), (i,), candidates=near.get(("new", i), ()))
        for i in new.order
        if i not in paired_new
    ]
    drafts += [
        Draft((i,), (), candidates=near.get(("old", i), ()))
        for i in old.order
        if i not in paired_old
    ]
    outline = outline_of(old.report, new.report, alignment.section_links)
    return in_reading_order(drafts, old.report, new.report, outline)


def _near(alignment: Alignment) -> dict[tuple[str, str], tuple[Candidate, ...]]:
    """Near misses by side and sentence; of a pair taken apart, the other side of it."""
    near = {
        (side, i): tuple(Candidate(sentence=c, score=pair.score) for c in others)
        for pair in alignment.pairs
        for side, ids, others in (("old", pair.old, pair.new), ("new", pair.new, pair.old))
        for i in ids
    }
    return near | {(side, i): found for side, i, found in alignment.near}


def released(pair: ClaimPair, old: ReportIndex, new: ReportIndex) -> list[ClaimPair]:
    """The pair; or, where some of its sentences stand word for word on both sides, those alone.

    A sentence that was kept is unchanged, whatever else was said beside it. What is then left
    on one side only is a row of its own.
    """
    if pair.settled or len(pair.old) == len(pair.new) == 1:
        return [pair]
    twins: dict[str, str] = {}
    for a in pair.old:
        free = (b for b in pair.new if b not in twins.values())
        twin = next((b for b in free if same_words(old.plain((a,)), new.plain((b,)))), None)
        if twin is not None:
            twins[a] = twin
    if not twins:
        return [pair]
    same = [ClaimPair(old=(a,), new=(b,), score=1.0, exact=True) for a, b in twins.items()]
    left = tuple(a for a in pair.old if a not in twins)
    right = tuple(b for b in pair.new if b not in twins.values())
    return [*same, replace(pair, old=left, new=right)] if left and right else same


@dataclass(frozen=True, slots=True)
class Scope:
    """What every row of one comparison is read against."""

    old: ReportIndex
    new: ReportIndex
    kind: ComparisonKind
    figures: FigureDecisions


def fill_rows(
    drafts: Sequence[Draft],
    old: ReportIndex,
    new: ReportIndex,
    kind: ComparisonKind,
    figures: FigureDecisions | None = None,
) -> tuple[list[LedgerRow], list[QuantityLink]]:
    """Rows with status, facets, signals and topics, and the figures linked inside them."""
    scope = Scope(old=old, new=new, kind=kind, figures=figures or FigureDecisions())
    rows: list[LedgerRow] = []
    links: list[QuantityLink] = []
    for n, draft in enumerate(drafts, start=1):
        row, found = _fill(f"r{n}", draft, scope)
        rows.append(replace(row, topics=row_topics(draft.old, draft.new, old, new)))
        links += found
    return rows, links


def _fill(row_id: str, draft: Draft, scope: Scope) -> tuple[LedgerRow, list[QuantityLink]]:
    if draft.pair is None:
        return _one_sided(row_id, draft), []
    old, new = scope.old, scope.new
    row = LedgerRow(
        id=row_id,
        old=draft.old,
        new=draft.new,
        status=Status.UNCHANGED,
        score=draft.pair.score,
        reasons=draft.pair.reasons,
        runner_up=draft.pair.runner_up,
        sure_from=SURE_FROM_ACROSS if scope.kind is _ACROSS else SURE_FROM,
    )
    if draft.pair.exact or same_words(old.plain(draft.old), new.plain(draft.new)):
        facets = (Facet.MOVED,) if draft.moved else ()
        same = settle_row(link_unchanged(row, old, new), scope.figures, row, old, new)
        return replace(row, facets=facets), same
    return _compared(row, draft, scope)


def _one_sided(row_id: str, draft: Draft) -> LedgerRow:
    return LedgerRow(
        id=row_id,
        old=draft.old,
        new=draft.new,
        status=Status.DROPPED if draft.old else Status.ADDED,
        score=0.0,
        candidates=draft.candidates,
    )


def _compared(row: LedgerRow, draft: Draft, scope: Scope) -> tuple[LedgerRow, list[QuantityLink]]:
    old, new = scope.old.claim(draft.old), scope.new.claim(draft.new)
    links = link_row(row.id, old, new, score=row.score)
    links = settle_row(links, scope.figures, row, scope.old, scope.new)
    signals = facets_of(old, new, links, scope.kind, score=row.score, moved=draft.moved)
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
