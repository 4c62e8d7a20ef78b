"""What became of a claim from one edition of an organization to a later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights_diff.comparison.claims import ReportIndex
from rights_diff.comparison.kinds import kind_of
from rights_diff.comparison.ledger import Draft, fill_rows
from rights_diff.comparison.words.typography import same_words
from rights_diff.model import ClaimPair, Facet, Status
from rights_diff.model.timeline import Edition, ThreadStatus

__all__ = ["Turn", "Turns"]

# Facets that name what became of a claim, the weightiest first.
_DIRECTIONS = (
    (Facet.CONTRADICTED, ThreadStatus.CONTRADICTED),
    (Facet.SOFTENED, ThreadStatus.SOFTENED),
    (Facet.STRENGTHENED, ThreadStatus.STRENGTHENED),
)

Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """What became of a claim, and what else changed."""

    status: ThreadStatus
    facets: tuple[Facet, ...] = ()


_REPEATED = Turn(ThreadStatus.REPEATED)


class Turns:
    """Compares what two editions say of one claim, as the ledger does."""

    def __init__(self, editions: Sequence[Edition], indexes: Sequence[ReportIndex]) -> None:
        self._editions, self._indexes = editions, indexes

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
        status = next((s for f, s in _DIRECTIONS if f in row.facets), ThreadStatus.UPDATED)
        return Turn(status, row.facets)

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
