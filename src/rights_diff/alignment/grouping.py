"""Claim pairs out of scored sentence pairs: assignment first, then growth."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rights_diff.alignment.matching import Pair, best_matching

# A claim told in more sentences than this on one side is a list of claims.
MOST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Positions of the sentences of one claim, the pair it grew from, and its probability."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    seed: Pair
    score: float


def group(
    scores: Mapping[Pair, float],
    exact: Sequence[Pair],
    *,
    keep: float,
    grow: float,
    most: int = MOST,
) -> list[Group]:
    """Groups of sentences that make one claim each, no sentence in two of them.

    Args:
        scores: probability of each candidate pair; exact pairs may be missing.
        exact: pairs settled beforehand.
        keep: lowest probability of a pair; `grow`: of a further sentence.
    """
    taken_old, taken_new = {i for i, _ in exact}, {j for _, j in exact}
    floor = _logit(keep)
    open_pairs = {
        (i, j): _logit(p) - floor
        for (i, j), p in scores.items()
        if p >= keep and i not in taken_old and j not in taken_new
    }
    seeds = [(i, j, scores[i, j]) for i, j in best_matching(open_pairs)]
    return _grow([*((i, j, 1.0) for i, j in exact), *seeds], scores, grow, most)


def _grow(
    seeds: Sequence[tuple[int, int, float]], scores: Mapping[Pair, float], grow: float, most: int
) -> list[Group]:
    """Add free sentences that are tied strongly to the other side of a pair.

    Only one side of a group grows, so that every sentence added hangs on one and the same
    sentence: told twice, split or merged, not a chain of likenesses.
    """
    owners = (
        {i: n for n, (i, _, _) in enumerate(seeds)},
        {j: n for n, (_, j, _) in enumerate(seeds)},
    )
    sides: list[tuple[list[int], list[int]]] = [([i], [j]) for i, j, _ in seeds]
    strong = ((-p, pair) for pair, p in scores.items() if p >= grow)
    for _, pair in sorted(strong):
        for fixed, free in ((0, 1), (1, 0)):
            at = owners[fixed].get(pair[fixed])
            if at is None or pair[free] in owners[free]:
                continue
            if len(sides[at][fixed]) == 1 and len(sides[at][free]) < most:
                sides[at][free].append(pair[free])
                owners[free][pair[free]] = at
    return [
        Group(old=tuple(sorted(old)), new=tuple(sorted(new)), seed=seed[:2], score=seed[2])
        for (old, new), seed in zip(sides, seeds, strict=True)
    ]


def _logit(p: float) -> float:
    q = min(max(p, 1e-6), 1 - 1e-6)
    return math.log(q / (1 - q))
