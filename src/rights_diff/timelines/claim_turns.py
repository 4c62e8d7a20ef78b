"""What became of a claim from one edition of an organization to a later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights_diff.comparison.claims import ReportIndex
from rights_diff.comparison.kinds import kind_of
from rights_diff.comparison.ledger import Draft, fill_rows
from rights_diff.model import ClaimPair, Facet, Status
from rights_diff.model.timeline import Edition, ThreadStatus
from rights_diff.structure.typography import same_words
from rights_diff.timelines.claim_groups import Evidence
from rights_diff.timelines.claim_ties import ClaimTies

__all__ = ["Turn", "Turns"]

# Facets that name what became of a claim, the weightiest first.
_DIRECTIONS = (
    (Facet.CONTRADICTED, ThreadStatus.CONTRADICTED),
    (Facet.SOFTENED, ThreadStatus.SOFTENED),
    (Facet.STRENGTHENED, ThreadStatus.STRENGTHENED),
)
_DIRECTED = frozenset(f for f, _ in _DIRECTIONS)

# A claim is called stronger, softer or the contrary only where one sentence became one other,
# nearly surely, in much the same words and at similar length: of the turns read that missed one of
# these most were none, since a sentence was split, or another claim stood in its place.
_LIKELY, _SHARED, _LENGTH = 0.75, 0.4, 0.5

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of a claim, and what else changed."""

    status: ThreadStatus
    facets: tuple[Facet, ...] = ()

    def without_direction(self) -> Turn:
        """The same as no more than an update: an edition between told no such claim, so that
        it is not sure that one sentence became the other.
        """
        if self.status is ThreadStatus.REPEATED:
            return self
        return Turn(ThreadStatus.UPDATED, tuple(f for f in self.facets if f not in _DIRECTED))


_REPEATED = Turn(ThreadStatus.REPEATED)


class Turns:
    """Compares what two editions say of one claim, as the ledger does."""

    def __init__(
        self,
        editions: Sequence[Edition],
        indexes: Sequence[ReportIndex],
        ties: ClaimTies,
        beside: Evidence,
    ) -> None:
        self._editions, self._indexes = editions, indexes
        self._ties, self._beside = ties, beside

    def between(self, old: int, old_ids: Ids, new: int, new_ids: Ids) -> Turn:
        """The turn from sentences of one edition to those of a later one, editions by position.

        Sentences that stand in both word for word are left out; a claim of which nothing new is
        said is repeated, even where it is told once less.
        """
        left, right = self._indexes[old], self._indexes[new]
        kept, gone = self._new_words(left, old_ids, right, new_ids)
        if not kept:
            return _REPEATED
        if not gone:
            return Turn(ThreadStatus.UPDATED)
        kinds = kind_of(self._editions[old].report.metadata, self._editions[new].report.metadata)
        draft = Draft(gone, kept, ClaimPair(old=gone, new=kept, score=1.0))
        (row,), _ = fill_rows([draft], left, right, kinds)
        if row.status is Status.UNCHANGED:
            return _REPEATED
        status = next((s for f, s in _DIRECTIONS if f in row.facets), None)
        if status and self._is_plain(old, gone, new, kept):
            return Turn(status, row.facets)
        return Turn(ThreadStatus.UPDATED, row.facets).without_direction()

    def _is_plain(self, old: int, gone: Ids, new: int, kept: Ids) -> bool:
        """Whether one sentence became one other, so that what differs is a turn of the claim."""
        if len(gone) > 1 or len(kept) > 1:
            return False
        left, right = self._indexes[old], self._indexes[new]
        a, b = (old, left.order[gone[0]]), (new, right.order[kept[0]])
        short, long = sorted((len(left.plain(gone).split()), len(right.plain(kept).split())))
        if short < _LENGTH * long or self._beside.shared(a, b) < _SHARED:
            return False
        return self._ties.strength(a, b) >= _LIKELY

    @staticmethod
    def _new_words(
        left: ReportIndex, old_ids: Ids, right: ReportIndex, new_ids: Ids
    ) -> tuple[Ids, Ids]:
        """The new sentences without a twin among the old ones, and the old ones without one."""
        twins = {
            (a, b)
            for a in old_ids
            for b in new_ids
            if same_words(left.plain((a,)), right.plain((b,)))
        }
        fresh = tuple(b for b in new_ids if all(b != t for _, t in twins))
        gone = tuple(a for a in old_ids if all(a != t for t, _ in twins))
        return fresh, gone
