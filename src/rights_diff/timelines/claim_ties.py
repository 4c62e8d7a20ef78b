"""How likely the sentences of many editions make the same claim, taken two editions at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from rights_diff.model import Alignment
from rights_diff.model.timeline import Edition

__all__ = ["Align", "ClaimTies", "Key", "claim_ties", "editions_compared"]

Align = Callable[[Edition, Edition], Alignment]
# A sentence: position of its edition, position in the report.
Key = tuple[int, int]

# Sentences that all comparisons together may read, which takes about a quarter of a minute;
# after that only neighbours and reports on one year are compared.
_MOST_READ = 20_000
# What came second is likeness, not a claim in common: of those with high scores a third were
# right by the labels, since another sentence answers better. It never counts for more than this.
_SECOND = 0.5
# Years that an edition without a year is taken to be away from any other.
_NO_YEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTies:
    """What the alignments of pairs of editions say.

    Attributes:
        compared: pairs of editions, by position, earlier first.
        strengths: how likely two sentences make one claim, 0–1; left out where next to nothing.
        paired: those of them that an alignment paired; of the others it preferred another.
        exact: those that have the same words.
        together: sentences of one edition that an alignment took for one claim.
        organizations: of the editions, by position.
    """

    compared: frozenset[tuple[int, int]]
    strengths: Mapping[tuple[Key, Key], float]
    paired: frozenset[tuple[Key, Key]]
    exact: frozenset[tuple[Key, Key]]
    together: frozenset[tuple[Key, Key]]
    organizations: tuple[str | None, ...]

    def are_kindred(self, a: Key, b: Key) -> bool:
        """Whether one organization wrote both sentences."""
        return self.organizations[a[0]] == self.organizations[b[0]]

    def are_apart(self, a: Key, b: Key) -> bool:
        """Whether one organization wrote both, and another edition between theirs."""
        (i, _), (j, _) = sorted((a, b))
        return self.are_kindred(a, b) and self.organizations[i] in self.organizations[i + 1 : j]

    def strength(self, a: Key, b: Key) -> float:
        """How likely two sentences of different editions make one claim."""
        return self.strengths.get((a, b) if a < b else (b, a), 0.0)


def editions_compared(editions: Sequence[Edition]) -> list[tuple[int, int]]:
    """Pairs of editions, by position: neighbours, those on one year, and as many more as can be.

    Every pair of a few reports is compared; of many the short ones and those nearest in time.
    """
    every = list(combinations(range(len(editions)), 2))
    found = {(i, j) for i, j in every if _is_needed(i, j, editions)}
    left = _MOST_READ - sum(_size(i, j, editions) for i, j in found)
    others = [(_years_apart(i, j, editions), _size(i, j, editions), i, j) for i, j in every]
    for _, size, i, j in sorted(others, key=lambda o: (o[0] * o[1], o)):
        if (i, j) not in found and (left := left - size) >= 0:
            found.add((i, j))
    return sorted(found)


def _is_needed(i: int, j: int, editions: Sequence[Edition]) -> bool:
    a, b = editions[i], editions[j]
    if a.organization != b.organization:
        return a.year is not None and a.year == b.year
    return all(e.organization != a.organization for e in editions[i + 1 : j])


def _years_apart(i: int, j: int, editions: Sequence[Edition]) -> int:
    a, b = editions[i].year, editions[j].year
    return _NO_YEAR if a is None or b is None else abs(a - b)


def _size(i: int, j: int, editions: Sequence[Edition]) -> int:
    return sum(len(editions[n].report.sentences) for n in (i, j))


def claim_ties(editions: Sequence[Edition], align: Align) -> ClaimTies:
    """The ties of all sentences of the editions that are compared."""
    compared = editions_compared(editions)
    order = [{s.id: k for k, s in enumerate(e.report.sentences)} for e in editions]
    strengths: dict[tuple[Key, Key], float] = {}
    paired: set[tuple[Key, Key]] = set()
    exact: set[tuple[Key, Key]] = set()
    together: set[tuple[Key, Key]] = set()
    for i, j in compared:
        found = align(editions[i], editions[j])
        for old, new, p in _second(found):
            tie = (i, order[i][old]), (j, order[j][new])
            strengths[tie] = max(min(p, _SECOND), strengths.get(tie, 0.0))
        for pair in found.pairs:
            old_keys = [(i, order[i][s]) for s in pair.old]
            new_keys = [(j, order[j][s]) for s in pair.new]
            ties = list(product(old_keys, new_keys))
            strengths.update(dict.fromkeys(ties, pair.score))
            paired.update(ties)
            exact.update(ties if pair.exact else ())
            for side in (old_keys, new_keys):
                together.update(combinations(sorted(side), 2))
    return ClaimTies(
        compared=frozenset(compared),
        strengths=strengths,
        paired=frozenset(paired),
        exact=frozenset(exact),
        together=frozenset(together),
        organizations=tuple(e.organization for e in editions),
    )


def _second(found: Alignment) -> Iterator[tuple[str, str, float]]:
    """Near misses, and what came second to a pair: sentences of either report, and a score.

    The score may be that of a pair which has one of them.
    """
    for side, sentence, misses in found.near:
        for miss in misses:
            ids = (sentence, miss.sentence) if side == "old" else (miss.sentence, sentence)
            yield (*ids, miss.score)
    for pair in found.pairs:
        old, new = pair.runner_up.old, pair.runner_up.new
        if old is not None:
            yield from ((old.sentence, b, old.score) for b in pair.new)
        if new is not None:
            yield from ((a, new.sentence, new.score) for a in pair.old)
