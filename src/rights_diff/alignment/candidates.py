"""Which sentence pairs are worth a closer look: inverted indexes over words and meanings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from heapq import nsmallest

from rights_diff.alignment.profile import Profile
from rights_diff.alignment.vectors import Weights, dot

# Best pairs kept for each sentence, looking from either side, by words and by meanings. More
# bring in labelled pairs as well, but their scores are then too low to be kept.
BEST = 6
# Below this cosine two sentences share next to nothing.
FLOOR = 0.05
# A word in more sentences than this of a long report is too common to look a pair up by.
COMMONEST = 150

Pair = tuple[int, int]
Postings = dict[str, list[tuple[int, float]]]


def candidate_pairs(
    old: Sequence[Profile],
    new: Sequence[Profile],
    exact: Sequence[Pair] = (),
    best: int = BEST,
) -> dict[Pair, float]:
    """Positions of sentences that share telling words or meanings → cosine of their words.

    Args:
        exact: pairs settled beforehand. Two sentences that both have one are no candidates.
    """
    words = near_pairs([p.vector for p in old], [p.vector for p in new], best, exact)
    meanings = near_pairs([p.concepts for p in old], [p.concepts for p in new], best, exact)
    for i, j in meanings:
        if (i, j) not in words:
            words[i, j] = dot(old[i].vector, new[j].vector)
    return dict(sorted(words.items()))


def near_pairs(
    old: Sequence[Weights], new: Sequence[Weights], best: int, exact: Sequence[Pair] = ()
) -> dict[Pair, float]:
    """Positions of vectors → cosine, for the `best` nearest of each vector of either side.

    Vectors of exact pairs are looked up, but nothing is looked up for them.
    """
    done_old, done_new = {i for i, _ in exact}, {j for _, j in exact}
    postings = _postings(new)
    free = _postings(new, done_new) if exact else postings
    kept: dict[Pair, float] = {}
    columns: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for i, vector in enumerate(old):
        row = _scores(vector, free if i in done_old else postings)
        if i not in done_old:
            kept.update({(i, j): c for j, c in _top(row.items(), best)})
        for j, c in row.items():
            columns[j].append((i, c))
    for j, column in columns.items():
        if j not in done_new:
            kept.update({(i, j): c for i, c in _top(column, best)})
    return kept


def _postings(vectors: Sequence[Weights], without: Container[int] = ()) -> Postings:
    """Key → the vectors that hold it, by position, and its weight there."""
    found: Postings = defaultdict(list)
    for j, vector in enumerate(vectors):
        if j not in without:
            for s, w in vector.items():
                found[s].append((j, w))
    return found


def _scores(vector: Weights, postings: Postings) -> dict[int, float]:
    sums: dict[int, float] = defaultdict(float)
    for s, w in vector.items():
        found = postings.get(s)
        if found and len(found) <= COMMONEST:
            for j, v in found:
                sums[j] += w * v
    return {j: c for j, c in sums.items() if c >= FLOOR}


def _top(found: Iterable[tuple[int, float]], best: int) -> list[tuple[int, float]]:
    return nsmallest(best, found, key=lambda jc: (-jc[1], jc[0]))
