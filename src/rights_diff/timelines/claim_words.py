"""What two sentences of many reports on one country have in common, rare words first."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from rights_diff.comparison.claims import ReportIndex
from rights_diff.model.timeline import Edition, FigureSeries
from rights_diff.timelines.claim_ties import Key

__all__ = ["Beside", "SharedWords"]

# What a figure in common adds: as much as a fifth of the words. Of the sentences of one series
# nearly all make one claim, and few of their words are the same.
_SAME_FIGURE = 0.2
# What a name and a number weigh beside another word as rare. Of pairs of two organizations that
# shared little else, read in the reports on three countries, four of five were wrong.
_NAME = _NUMBER = 0.2


class Beside:
    """What speaks for two sentences making one claim beside the alignment: words and figures."""

    def __init__(
        self,
        editions: Sequence[Edition],
        indexes: Sequence[ReportIndex],
        series: Sequence[FigureSeries] = (),
    ) -> None:
        self._words = SharedWords(indexes)
        self._figures: dict[Key, set[str]] = {}
        order = {e.id: n for n, e in enumerate(editions)}
        for one in series:
            for point in one.points:
                n = order[point.report]
                key = n, indexes[n].order[point.sentence]
                self._figures.setdefault(key, set()).add(one.id)

    def __call__(self, a: Key, b: Key) -> float:
        """0: nothing; 1: the same words."""
        shared = self._figures.get(a, set()) & self._figures.get(b, set())
        return self._words.cosine(a, b) + (_SAME_FIGURE if shared else 0.0)


class SharedWords:
    """How much of their telling words two sentences share.

    A word weighs the more the fewer of the sentences hold it, in all reports alike: "border" says
    little of two sentences where every report speaks of borders. Names and numbers weigh little:
    that two reports name one body or one year does not make a claim.
    """

    def __init__(self, indexes: Sequence[ReportIndex]) -> None:
        claims = [[i.claim((s,)) for s in i.order] for i in indexes]
        self._stems = [[c.content for c in own] for own in claims]
        self._names = [[c.names for c in own] for own in claims]
        shares: Counter[str] = Counter()
        for sentences in self._stems:
            held = Counter(stem for stems in sentences for stem in stems)
            shares.update({stem: n / len(sentences) for stem, n in sorted(held.items())})
        self._weights = {
            s: math.log(len(indexes) / share) ** 2 * (_NUMBER if s[0].isdigit() else 1)
            for s, share in shares.items()
        }

    def cosine(self, a: Key, b: Key) -> float:
        """0: no word in common; 1: the same words."""
        one, other = self._stems[a[0]][a[1]], self._stems[b[0]][b[1]]
        names = self._names[a[0]][a[1]] | self._names[b[0]][b[1]]
        whole = self._weight(one, names) * self._weight(other, names)
        return self._weight(one & other, names) / math.sqrt(whole) if whole else 0.0

    def _weight(self, stems: frozenset[str], names: frozenset[str]) -> float:
        return math.fsum(self._weights[s] * (_NAME if s in names else 1) for s in stems)
