"""Equal sentences that stand in several places: which copy answers to which.

Stock sentences ("Penalties were generally adequate.") stand under many headings, and say something
else under each. A copy is paired within its own section where that can be.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from rights_diff.alignment.headings import bare
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.profile import Prepared

# String ratio of two sentences from which one is the other edited. Of equal sentences that stand
# far apart, those with an edited one on either side at home were stock sentences from 0.75 on.
_EDITED = 0.75
# Unchanged sentences that tie two sections of other headings: one alone may have moved.
_FEWEST = 2


def at_home(
    exact: Sequence[Pair], old: Prepared, new: Prepared, texts: Sequence[Sequence[str]]
) -> tuple[list[Pair], frozenset[Pair]]:
    """Pairs of equal sentences, those within corresponding sections first; and those given up.

    Given up are pairs across other sections of which either sentence has an edited counterpart
    at home that is free: what stood in one section was edited there, twice.

    Args:
        exact: pairs of equal texts, each position once; `texts`: of either side.
    """
    homes = _Homes(exact, old, new, texts)
    away = [pair for pair in exact if not homes.share(*pair)]
    if not away:
        return list(exact), frozenset()
    kept = set(exact) - set(away)
    kept.update(_regrouped(away, homes, texts, kept))
    found = sorted(kept)
    taken = {i for i, _ in found}, {j for _, j in found}
    apart = {p for p in found if not homes.share(*p) and _edited_twice(p, homes, taken)}
    return [p for p in found if p not in apart], frozenset(apart)


class _Homes:
    """Which sections of two reports are each other's, by what stands in them unchanged."""

    def __init__(
        self,
        exact: Sequence[Pair],
        old: Prepared,
        new: Prepared,
        texts: Sequence[Sequence[str]],
    ) -> None:
        self.old, self.new = old, new
        self._headings = [[bare(s.heading) for s in side.sections] for side in (old, new)]
        copies = [Counter(side) for side in texts]
        single = [
            (old.profiles[i].section, new.profiles[j].section)
            for i, j in exact
            if copies[0][texts[0][i]] == copies[1][texts[1][j]] == 1
        ]
        mass = Counter(single)
        most_old, most_new = _most(mass, 0), _most(mass, 1)
        self._heirs = {
            (a, b) for (a, b), n in mass.items() if n >= _FEWEST and n == most_old[a] == most_new[b]
        }

    def share(self, i: int, j: int) -> bool:
        """Whether two sentences stand in sections that are each other's."""
        return self._linked(self.old.profiles[i].section, self.new.profiles[j].section)

    def _linked(self, a: int, b: int) -> bool:
        return (a, b) in self._heirs or self._headings[0][a] == self._headings[1][b]

    def of_old(self, i: int) -> list[int]:
        """The new report's sentences at home with an old one."""
        a = self.old.profiles[i].section
        return [j for b, js in enumerate(self.new.members) if self._linked(a, b) for j in js]

    def of_new(self, j: int) -> list[int]:
        """The old report's sentences at home with a new one."""
        b = self.new.profiles[j].section
        return [i for a, ids in enumerate(self.old.members) if self._linked(a, b) for i in ids]


def _most(mass: Counter[Pair], side: int) -> dict[int, int]:
    most: dict[int, int] = defaultdict(int)
    for pair, count in mass.items():
        most[pair[side]] = max(most[pair[side]], count)
    return most


def _regrouped(
    away: Sequence[Pair], homes: _Homes, texts: Sequence[Sequence[str]], kept: set[Pair]
) -> list[Pair]:
    """Pairs of the same texts as those given, as many of them at home as there can be."""
    taken = {i for i, _ in kept}, {j for _, j in kept}
    wanted = {texts[0][i] for i, _ in away}
    free: list[dict[str, list[int]]] = [defaultdict(list), defaultdict(list)]
    for side in (0, 1):
        for k, text in enumerate(texts[side]):
            if text in wanted and k not in taken[side]:
                free[side][text].append(k)
    found: list[Pair] = []
    for text in sorted(wanted):
        right = free[1][text]
        strangers = []
        for i in free[0][text]:
            j = next((j for j in right if homes.share(i, j)), None)
            if j is None:
                strangers.append(i)
            else:
                right.remove(j)
                found.append((i, j))
        found += zip(strangers, right, strict=False)
    return found


def _edited_twice(pair: Pair, homes: _Homes, taken: tuple[set[int], set[int]]) -> bool:
    """Whether both sentences of a pair have free counterparts at home that are nearly the same."""
    i, j = pair
    return any(
        _edited(homes.old.profiles[i].words, homes.new.profiles[q].words)
        for q in homes.of_old(i)
        if q not in taken[1]
    ) and any(
        _edited(homes.new.profiles[j].words, homes.old.profiles[p].words)
        for p in homes.of_new(j)
        if p not in taken[0]
    )


def _edited(one: str, other: str) -> bool:
    return fuzz.ratio(one, other, score_cutoff=100 * _EDITED) > 0
