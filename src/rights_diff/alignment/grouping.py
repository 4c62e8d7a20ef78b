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
    settled = [Group(old=(i,), new=(j,), seed=(i, j), score=1.0) for i, j in exact]
    seeds = best_matching(open_pairs)
    return [*settled, *_grow(seeds, scores, (taken_old, taken_new), grow, most)]


def _grow(
    seeds: Sequence[Pair],
    scores: Mapping[Pair, float],
    taken: tuple[set[int], set[int]],
    grow: float,
    most: int,
) -> list[Group]:
    """Add free sentences that are tied strongly to the other side of a pair.

    Only one side of a group grows, so that every sentence added hangs on one and the same
    sentence: told twice, split or merged, not a chain of likenesses. Exact pairs don't grow:
    they say all that their words say.
    """
    owners = [{pair[side]: n for n, pair in enumerate(seeds)} for side in (0, 1)]
    sides = [([i], [j]) for i, j in seeds]
    used = [taken[side] | owners[side].keys() for side in (0, 1)]
    strong = ((-p, pair) for pair, p in scores.items() if p >= grow)
    for _, pair in sorted(strong):
        for fixed, free in ((0, 1), (1, 0)):
            at = owners[fixed].get(pair[fixed])
            if at is None or pair[free] in used[free]:
                continue
            if len(sides[at][fixed]) == 1 and len(sides[at][free]) < most:
                sides[at][free].append(pair[free])
                used[free].add(pair[free])
    return [
        Group(old=tuple(sorted(old)), new=tuple(sorted(new)), seed=seed, score=scores[seed])
        for (old, new), seed in zip(sides, seeds, strict=True)
    ]


def _logit(p: float) -> float:
    q = min(max(p, 1e-6), 1 - 1e-6)
    return math.log(q / (1 - q))
