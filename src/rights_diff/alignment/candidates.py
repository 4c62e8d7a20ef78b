"""Which sentence pairs are worth a closer look: an inverted index over stems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from rights_diff.alignment.profile import Profile

# Best cosines kept for each sentence, looking from either side. Over the labelled pairs of
# reports, more than eight brought no pair that was then kept.
BEST = 8
# Below this cosine two sentences share next to nothing.
FLOOR = 0.05
# A stem in more sentences than this of a long report is too common to look a pair up by.
COMMONEST = 150

Pair = tuple[int, int]


def candidate_pairs(
    old: Sequence[Profile], new: Sequence[Profile], best: int = BEST
) -> dict[Pair, float]:
    """Positions of sentences that share telling words → cosine, best `best` of either side."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for j, p in enumerate(new):
        for s, w in p.vector.items():
            postings[s].append((j, w))
    rows = [(i, _scores(p, postings)) for i, p in enumerate(old)]
    kept = {(i, j): c for i, row in rows for j, c in _top(row.items(), best)}
    columns: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for i, row in rows:
        for j, c in row.items():
            columns[j].append((i, c))
    for j, column in columns.items():
        for i, c in _top(column, best):
            kept[i, j] = c
    return dict(sorted(kept.items()))


def _scores(
    profile: Profile, postings: dict[str, list[tuple[int, float]]]
) -> dict[int, float]:
    sums: dict[int, float] = defaultdict(float)
    for s, w in profile.vector.items():
        found = postings.get(s)
        if found and len(found) <= COMMONEST:
            for j, v in found:
                sums[j] += w * v
    return {j: c for j, c in sums.items() if c >= FLOOR}


def _top(found: Iterable[tuple[int, float]], best: int) -> list[tuple[int, float]]:
    return nsmallest(best, found, key=lambda jc: (-jc[1], jc[0]))
