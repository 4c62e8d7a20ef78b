"""Which wordings are near-identical: found by the runs of words they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from rights_diff.corpus.phrases import changed_phrases, has_small_words_only, is_meant
from rights_diff.corpus.signatures import APART

__all__ = ["Variants"]

_RUN = 3  # words; shorter runs are shared by too many sentences
_FEWEST_WORDS = 6  # a shorter sentence is another one when a word of it is
_ALIKE = 0.85  # share of words in common: one word in seven may differ
_MOST_AT_A_RUN = 40  # wordings that share a run of stock words tell nothing by it
_MOST_LOOKED_AT = 6  # wordings that share most runs; the right one is among the first


class Variants:
    """Wordings to which others are likened; the first one told wins a tie."""

    def __init__(self) -> None:
        self._wordings: list[tuple[list[str], list[str]]] = []
        self._at: dict[tuple[str, ...], list[int]] = defaultdict(list)

    def add(self, key: str) -> int:
        """Take a wording in; gives its number, counted from 0."""
        number = len(self._wordings)
        before, after = _sides(key)
        self._wordings.append((before, after))
        for run in _runs(before, after):
            if len(self._at[run]) < _MOST_AT_A_RUN:
                self._at[run].append(number)
        return number

    def find(self, key: str) -> int | None:
        """The number of the wording that is nearly this one; None where there is none.

        Of a pair of wordings both sides are nearly alike, and what changed between them is
        the same.

        >>> known = Variants()
        >>> known.add("see the long survey of ministries for more on this")
        0
        >>> known.find("see the long survey of the ministries for more on this")
        0
        >>> known.find("do not see the long survey of ministries for more on this") is None
        True
        """
        before, after = _sides(key)
        if max(len(before), len(after)) < _FEWEST_WORDS:
            return None
        runs = _runs(before, after)
        hits = Counter(number for run in runs for number in self._at.get(run, ()))
        near = [(-count, number) for number, count in hits.items() if count * 2 >= len(runs)]
        scored = [
            (self._likeness(number, before, after), -number)
            for _, number in sorted(near)[:_MOST_LOOKED_AT]
        ]
        best, number = max(scored, default=(0.0, 0))
        return -number if best >= _ALIKE else None

    def _likeness(self, number: int, before: list[str], after: list[str]) -> float:
        """Share of words in common; 0 where other words than small ones differ."""
        known_before, known_after = self._wordings[number]
        likeness = min(
            Indel.normalized_similarity(known_before, before, score_cutoff=_ALIKE),
            Indel.normalized_similarity(known_after, after, score_cutoff=_ALIKE),
        )
        if not likeness:
            return 0.0
        if not (_differ_little(known_before, before) and _differ_little(known_after, after)):
            return 0.0
        if before and after:
            known = changed_phrases(known_before, known_after)
            return likeness if known == changed_phrases(before, after) else 0.0
        return likeness


def _differ_little(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two wordings differ in small words alone: names and matter are a country's own."""
    return all(
        has_small_words_only(" ".join((*a, *b))) and not is_meant((*a, *b))
        for a, b in changed_phrases(one, other)
    )


def _sides(key: str) -> tuple[list[str], list[str]]:
    before, _, after = key.partition(APART)
    return before.split(), after.split()


def _runs(before: Sequence[str], after: Sequence[str]) -> dict[tuple[str, ...], None]:
    """Runs of words of either side, each once, in order."""
    return {
        tuple(side[n : n + _RUN]): None
        for side in (before, after)
        for n in range(len(side) - _RUN + 1)
    }
