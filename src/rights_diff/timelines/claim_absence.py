"""Editions that leave a claim out, and claims that surely come back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Protocol

from rights_diff.model.timeline import Edition
from rights_diff.timelines.claim_ties import ClaimTies, Key

__all__ = ["Absences", "Nearness"]

# How likely a sentence must be to make a claim for the claim not to be called dropped where the
# sentence stands in another thread.
_TOLD_ELSEWHERE = 0.5
# From this share of telling words on a sentence may tell the claim, paired or not: of the drops
# read in the reports on two countries half of those with such a sentence were none, and one in
# forty of the others.
_NEAR = 0.4
# A claim returns where two sentences are likely one claim and share so much, or nearly all words
# where the two editions were not compared, neither is of a case that the other does not name, and
# no edition between holds a sentence as near as this. Of 79 returns read in the reports on six
# countries a third held; of nine that keep these bounds eight did.
_LIKELY, _SHARED, _SAME, _ABSENT = 0.75, 0.55, 0.85, 0.35


class Nearness(Protocol):
    """What sentences share beside the alignment."""

    def shared(self, a: Key, b: Key) -> float:
        """How much they have in common, 0: nothing; 1: the same words."""

    def name_others(self, a: Key, b: Key) -> bool:
        """Whether each names somebody or something that the other does not."""

    def names_nobody(self, key: Key) -> bool:
        """Whether a sentence opens with a word for people named before it."""

    def nearest(self, key: Key, edition: int) -> float:
        """The most that a sentence shares with any of another edition."""


class Absences:
    """Says of an edition that it leaves a claim out, and of a claim that it returned."""

    def __init__(self, editions: Sequence[Edition], ties: ClaimTies, beside: Nearness) -> None:
        self._editions, self._ties, self._beside = editions, ties, beside
        self._elsewhere = frozenset(
            (a, b[0]) for a, b in ties.paired if ties.strengths[a, b] >= _TOLD_ELSEWHERE
        )

    def is_left_out(self, keys: Sequence[Key], edition: int) -> bool:
        """Whether no sentence of an edition may tell what these sentences of another tell."""
        return not any(
            (key, edition) in self._elsewhere or self._beside.nearest(key, edition) >= _NEAR
            for key in keys
        )

    def has_returned(self, old: Sequence[Key], new: Sequence[Key]) -> bool:
        """Whether sentences surely tell an older claim again that none between them told."""
        between = self._between(old[0][0], new[0][0])
        return any(
            self._are_plainly_one(a, b)
            and all(self._beside.nearest(k, n) < _ABSENT for k in (a, b) for n in between)
            for a, b in product(old, new)
        )

    def _are_plainly_one(self, a: Key, b: Key) -> bool:
        shared = self._beside.shared(a, b)
        if shared < _SAME and (shared < _SHARED or self._ties.strength(a, b) < _LIKELY):
            return False
        cases = self._beside.names_nobody(a) or self._beside.names_nobody(b)
        return not cases and not self._beside.name_others(a, b)

    def _between(self, old: int, new: int) -> list[int]:
        """Dated editions of the organization between two of its."""
        who = self._editions[new].organization
        return [
            n
            for n in range(old + 1, new)
            if self._editions[n].organization == who and self._editions[n].year is not None
        ]
