"""How often each change was made, and how often it could have been made and was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rights_diff.corpus.signatures import APART, FACT_MARK, HEADING_MARK, mark_of
from rights_diff.model.corpus import CorpusPair
from rights_diff.model.template_edits import EditCandidate, EditKind

__all__ = ["Change", "Editions", "Side", "Tally"]

_MARKS = {EditKind.HEADING: HEADING_MARK, EditKind.FACT: FACT_MARK}


class Editions(NamedTuple):
    """What the pairs have in common whose changes are counted together."""

    old_organization: str
    old: str
    new_organization: str
    new: str


class Side(NamedTuple):
    """How many pairs lost a wording, how many got it, how many have it in both reports.

    Of a wording that is new the first two are the other way round.
    """

    there: int
    back: int
    kept: int

    @property
    def held(self) -> int:
        """Pairs that had it (have it) at all."""
        return self.there + self.kept


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

    def sides(self, change: Change) -> tuple[Side, ...]:
        """What is known of the older, then of the newer wording; nothing of a phrase."""
        sides = []
        for mark, is_gone in _sides(change):
            at = _number(change.editions, mark)
            there, back = (self._gone, self._came) if is_gone else (self._came, self._gone)
            sides.append(Side(there[at], back[at], self._kept[at]))
        return tuple(sides)

    def pairs_back(self, change: Change) -> int:
        """In how many pairs the change was made the other way round."""
        before, _, after = change.key.partition(APART)
        return self.pairs_with(change._replace(key=f"{after}{APART}{before}"))


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
