"""How often each change was made, and how often it could have been made and was not."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rights_diff.corpus.signatures import APART, FACT_MARK, HEADING_MARK, mark_of
from rights_diff.model.corpus import CorpusPair, EditCandidate, EditKind

__all__ = ["Change", "Editions", "Tally"]

# Fewer pairs may come upon the same change by chance, however few pairs there are.
_FEWEST_PAIRS = 4
_SHARE = 0.05  # of the pairs of the same two editions
# A phrase is put for another by chance far more often than a sentence is.
_WORDING_SHARE = 0.25
# Of the reports that had a sentence (or heading), so many have to have lost it: a stock sentence
# that a few countries lose while all others keep it is news from these few.
_DECIDED = 0.5
# For each country where it went (came), it may have come (gone) in so many others: a sentence
# that goes and comes with what happens is no decision.
_BACK = 0.25
_MARKS = {EditKind.HEADING: HEADING_MARK, EditKind.FACT: FACT_MARK}


class Editions(NamedTuple):
    """What the pairs have in common whose changes are counted together."""

    old_organization: str
    old: str
    new_organization: str
    new: str


class Change(NamedTuple):
    """A change, whatever the country: between which editions, of what sort, its key."""

    editions: int
    kind: EditKind
    key: str

    @property
    def number(self) -> int:
        """A number of its own, for counting."""
        return _number(self.editions, mark_of(self.key, self.kind.value))


def _number(editions: int, mark: str) -> int:
    return editions << 64 | int(mark, 16)


@dataclass
class Tally:
    """Counts of pairs: each pair counts once for each change and each wording.

    Attributes:
        editions: number by what the pairs have in common, in the order they were met.
        pairs: how many there are of each.
    """

    minimum: int | None = None
    editions: dict[Editions, int] = field(default_factory=dict)
    pairs: Counter[int] = field(default_factory=Counter)
    _changes: Counter[int] = field(default_factory=Counter)
    _kept: Counter[int] = field(default_factory=Counter)
    _gone: Counter[int] = field(default_factory=Counter)
    _came: Counter[int] = field(default_factory=Counter)

    def count(self, pair: CorpusPair, candidates: Sequence[EditCandidate]) -> int:
        """Count one more pair; gives the number of its editions."""
        editions = self.editions.setdefault(_editions(pair), len(self.editions))
        self.pairs[editions] += 1
        kept = (c.key for c in candidates if c.kind is EditKind.KEPT)
        self._kept.update(_number(editions, mark) for mark in set(kept))
        changes = {
            Change(editions, c.kind, c.key) for c in candidates if c.kind is not EditKind.KEPT
        }
        self._changes.update(change.number for change in changes)
        gone, came = set[str](), set[str]()
        for change in changes:
            for mark, is_gone in _sides(change):
                (gone if is_gone else came).add(mark)
        self._gone.update(_number(editions, mark) for mark in gone)
        self._came.update(_number(editions, mark) for mark in came)
        return editions

    def pairs_with(self, change: Change) -> int:
        """In how many pairs a change was made in just these words."""
        return self._changes[change.number]

    def least(self, change: Change) -> int:
        """In how many pairs a change of this kind has to be made to be an editor's."""
        share = _WORDING_SHARE if change.kind is EditKind.WORDING else _SHARE
        fewest = _FEWEST_PAIRS if self.minimum is None else self.minimum
        return max(fewest, math.ceil(share * self.pairs[change.editions]))

    def held(self, change: Change) -> int:
        """Pairs that had what is gone (else: that have what came), changed or not; 0: unknown."""
        for mark, is_gone in _sides(change):
            at = _number(change.editions, mark)
            return (self._gone if is_gone else self._came)[at] + self._kept[at]
        return 0

    def is_decided(self, change: Change) -> bool:
        """Whether most of those who had the words lost them, and few others got them."""
        if change.kind is EditKind.WORDING:
            before, _, after = change.key.partition(APART)
            back = change._replace(key=f"{after}{APART}{before}")
            return self.pairs_with(back) <= _BACK * self.pairs_with(change)
        return all(
            self._is_one_way(_number(change.editions, mark), is_gone)
            for mark, is_gone in _sides(change)
        )

    def _is_one_way(self, at: int, is_gone: bool) -> bool:
        there, back = (self._gone, self._came) if is_gone else (self._came, self._gone)
        held = there[at] + self._kept[at]
        return there[at] >= _DECIDED * held and back[at] <= _BACK * there[at]


def _editions(pair: CorpusPair) -> Editions:
    return Editions(
        pair.old.organization or "",
        pair.old.edition_name or str(pair.old.year or ""),
        pair.new.organization or "",
        pair.new.edition_name or str(pair.new.year or ""),
    )


def _sides(change: Change) -> list[tuple[str, bool]]:
    """Marks of the sentences or headings of a change, and whether they went or came."""
    if change.kind is EditKind.DROPPED:
        return [(mark_of(change.key), True)]
    if change.kind is EditKind.ADDED:
        return [(mark_of(change.key), False)]
    if change.kind is EditKind.WORDING:
        return []
    kind = _MARKS.get(change.kind, "")
    before, _, after = change.key.partition(APART)
    sides = ((before, True), (after, False))
    return [(mark_of(key, kind), is_gone) for key, is_gone in sides if key]
