"""What two sentences of many reports on one country have in common, rare words first."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rights_diff.comparison.claims import Claim, ReportIndex, other_time
from rights_diff.comparison.words.stemming import stem
from rights_diff.model.timeline import Edition, FigureSeries
from rights_diff.timelines.claim_ties import Key

__all__ = ["Beside", "SharedWords"]

# What a figure in common adds: as much as a fifth of the words. Of the sentences of one series
# nearly all make one claim, and few of their words are the same.
_SAME_FIGURE = 0.2
# What a name and a number weigh beside another word as rare. Of pairs of two organizations that
# shared little else, read in the reports on three countries, four of five were wrong.
_NAME = _NUMBER = 0.2
# Sentences that are likely the nearest by their weights, of which the nearest is picked.
_CANDIDATES = 4
# Before the day at which something was counted: "as of September", "through November".
_COUNTED = re.compile(r"\b(?:as of|through|at (?:the )?end of|by (?:the )?end of)\s", re.IGNORECASE)


# What a sentence opens with that speaks of people named before it.
_NAMED_BEFORE = re.compile(
    r"\W*(?:(?:all|both|most|some) of them|all (?:of )?the (?:accused|defendants|suspects)|both"
    r"|he|her|his|she|the (?:two|three|four|five|others?)|their|they)\b",
    re.IGNORECASE,
)
# Words between two names of one thing: "the camps, known as kwanliso".
_APPOSED = frozenset({"also", "as", "called", "known", "or", "so", "the"})
# Words for the state itself, of which every sentence may speak.
_OF_THE_STATE = frozenset(
    stem(word) for word in ("authorities", "authority", "country", "government", "state")
)


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

    def shared(self, a: Key, b: Key) -> float:
        """How much they have in common: telling words, and a fixed share for a figure."""
        figure = _SAME_FIGURE if self._share_figures(a, b) else 0.0
        return self._words.cosine(a, b) + figure

    def nearest(self, key: Key, edition: int) -> float:
        """The greatest share of telling words that a sentence has with any of another edition."""
        return self._words.nearest(key, edition)

    def telling(self, a: Key, b: Key) -> float:
        """How much the words in common tell, names and numbers left out.

        1: as much as one word that stands in one sentence only, of all reports.
        """
        return self._words.weight_in_common(a, b)

    def share_one_phrase(self, a: Key, b: Key) -> bool:
        """Whether nothing is in common but one name of a thing, and no figure: "the northern
        camps" are in use, and prisoners fall ill in them.
        """
        return self._words.share_one_phrase(a, b) and not self._share_figures(a, b)

    def name_others(self, a: Key, b: Key) -> bool:
        """Whether each names somebody or something that the other does not."""
        one, other = (self._words.claims[n][k].names for n, k in (a, b))
        return bool(one - other) and bool(other - one)

    def names_nobody(self, key: Key) -> bool:
        """Whether a sentence opens with a word for people named before it: "he", "they"."""
        return _NAMED_BEFORE.match(self._words.claims[key[0]][key[1]].plain) is not None

    def tell_of_other_days(self, a: Key, b: Key) -> bool:
        """Whether both name days, or months, and none that the other names.

        Not where a figure is in common, nor where a date only says when something was counted.
        """
        one, other = (self._words.claims[n][k] for n, k in (a, b))
        if not other_time(one, other) or self._share_figures(a, b):
            return False
        return not any(_COUNTED.search(c.plain) for c in (one, other))

    def _share_figures(self, a: Key, b: Key) -> bool:
        return not self._figures.get(a, set()).isdisjoint(self._figures.get(b, set()))


class SharedWords:
    """How much of their telling words two sentences share.

    A word weighs the more the fewer of the sentences hold it, in all reports alike: "border" says
    little of two sentences where every report speaks of borders. Names and numbers weigh little:
    that two reports name one body or one year does not make a claim.
    """

    def __init__(self, indexes: Sequence[ReportIndex]) -> None:
        self.claims = [[i.claim((s,)) for s in i.order] for i in indexes]
        self._stems = [[c.content for c in own] for own in self.claims]
        self._names = [[c.names for c in own] for own in self.claims]
        shares: Counter[str] = Counter()
        for sentences in self._stems:
            held = Counter(stem for stems in sentences for stem in stems)
            shares.update({stem: n / len(sentences) for stem, n in sorted(held.items())})
        self._weights = {
            s: math.log(1 + len(indexes) / share) ** 2 * (_NUMBER if s[0].isdigit() else 1)
            for s, share in shares.items()
        }
        rarest = 1 / max(1, *(len(own) for own in self._stems))
        self._once = math.log(1 + len(indexes) / rarest) ** 2
        self._norms = [
            [self._weight(stems, names) or 1.0 for stems, names in zip(*own, strict=True)]
            for own in zip(self._stems, self._names, strict=True)
        ]
        self._holders: dict[int, dict[str, list[int]]] = {}

    def cosine(self, a: Key, b: Key) -> float:
        """0: no word in common; 1: the same words."""
        one, other = self._stems[a[0]][a[1]], self._stems[b[0]][b[1]]
        names = self._names[a[0]][a[1]] | self._names[b[0]][b[1]]
        whole = self._weight(one, names) * self._weight(other, names)
        return self._weight(one & other, names) / math.sqrt(whole) if whole else 0.0

    def nearest(self, key: Key, edition: int) -> float:
        """The greatest cosine of a sentence with any of another edition."""
        names = self._names[key[0]][key[1]]
        shared: dict[int, float] = defaultdict(float)
        holders = self._holders_of(edition)
        for word in sorted(self._stems[key[0]][key[1]]):
            weight = self._weights[word] * (_NAME if word in names else 1)
            for k in holders.get(word, ()):
                shared[k] += weight
        norms = self._norms[edition]
        best = sorted(shared, key=lambda k: (-shared[k] / math.sqrt(norms[k]), k))[:_CANDIDATES]
        return max((self.cosine(key, (edition, k)) for k in best), default=0.0)

    def _holders_of(self, edition: int) -> dict[str, list[int]]:
        """For each word of an edition the sentences that hold it."""
        if edition not in self._holders:
            found: dict[str, list[int]] = {}
            for k, stems in enumerate(self._stems[edition]):
                for stem in stems:
                    found.setdefault(stem, []).append(k)
            self._holders[edition] = found
        return self._holders[edition]

    def weight_in_common(self, a: Key, b: Key) -> float:
        """What the shared words weigh that are no names, in words that are told once."""
        one, other = (self._stems[n][k] for n, k in (a, b))
        names = self._names[a[0]][a[1]] | self._names[b[0]][b[1]]
        words = sorted(s for s in (one & other) - names if not s[0].isdigit())
        return math.fsum(self._weights[s] for s in words) / self._once

    def share_one_phrase(self, a: Key, b: Key) -> bool:
        """Whether the words in common stand side by side in both sentences, and are told once."""
        common = (self._stems[a[0]][a[1]] & self._stems[b[0]][b[1]]) - _OF_THE_STATE
        return all(_is_one_run(self.claims[n][k], common) for n, k in (a, b))

    def _weight(self, stems: frozenset[str], names: frozenset[str]) -> float:
        return math.fsum(self._weights[s] * (_NAME if s in names else 1) for s in stems)


def _is_one_run(claim: Claim, stems: frozenset[str]) -> bool:
    """Whether words of a claim with all these stems follow one another, as one name of a thing."""
    run: set[str] = set()
    for word in claim.words:
        if word.stem in stems and not word.small:
            run.add(word.stem)
            if run == stems:
                return True
        elif word.key not in _APPOSED:
            run.clear()
    return not stems
