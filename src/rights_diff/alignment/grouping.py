"""Claim pairs out of scored sentence pairs: assignment first, then growth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rights_diff.alignment.joining import Join
from rights_diff.alignment.matching import Pair, best_matching
from rights_diff.alignment.odds import logit

# A claim told in more sentences than this on one side is a list of claims.
MOST = 3
# Near-certain pairs are still told apart: a matching weighs them against one another.
_MARGIN = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Positions of the sentences of one claim, the pair it grew from, and its probability."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    seed: Pair
    score: float


def seed_pairs(scores: Mapping[Pair, float], exact: Sequence[Pair], keep: float) -> list[Pair]:
    """Pairs of sentences, one to one, that make the same claim.

    Args:
        scores: probability of each candidate pair; exact pairs may be missing.
        exact: pairs settled beforehand, not given again.
        keep: lowest probability of a pair.
    """
    taken_old, taken_new = {i for i, _ in exact}, {j for _, j in exact}
    floor = logit(keep, _MARGIN)
    return best_matching(
        {
            (i, j): logit(p, _MARGIN) - floor
            for (i, j), p in scores.items()
            if p >= keep and i not in taken_old and j not in taken_new
        }
    )


def group(
    seeds: Sequence[Pair],
    scores: Mapping[Pair, float],
    exact: Sequence[Pair],
    joins: Mapping[Join, float],
    *,
    grow: float,
    most: int = MOST,
) -> list[Group]:
    """Groups of sentences that make one claim each, no sentence in two of them.

    Free sentences that are tied strongly to the other side of a pair join it. Only one side of
    a group grows, so that every sentence added hangs on one and the same sentence: told twice,
    split or merged, not a chain of likenesses. Exact pairs don't grow: they say all that their
    words say.

    Args:
        seeds: pairs, one to one; `scores`: probability of each of them, at least.
        exact: pairs of sentences with the same words.
        joins: probability of each further sentence (a pair it is part of, the pair it joins).
        grow: lowest probability of a further sentence; `most`: sentences on one side.
    """
    used = [{pair[side] for pair in (*seeds, *exact)} for side in (0, 1)]
    sides = {pair: ([pair[0]], [pair[1]]) for pair in seeds}
    strong = ((-p, join) for join, p in joins.items() if p >= grow)
    for _, (pair, seed) in sorted(strong):
        free = 0 if pair[1] == seed[1] else 1
        grown = sides[seed]
        if pair[free] not in used[free] and len(grown[1 - free]) == 1 and len(grown[free]) < most:
            grown[free].append(pair[free])
            used[free].add(pair[free])
    settled = [Group(old=(i,), new=(j,), seed=(i, j), score=1.0) for i, j in exact]
    return settled + [
        Group(old=tuple(sorted(old)), new=tuple(sorted(new)), seed=seed, score=scores[seed])
        for seed, (old, new) in sides.items()
    ]
