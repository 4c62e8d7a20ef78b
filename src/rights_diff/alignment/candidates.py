"""Which sentence pairs are worth a closer look: inverted indexes over words and meanings."""

from __future__ import annotations

from bisect import insort
from collections.abc import Container, Sequence

from rights_diff.alignment.profile import Profile
from rights_diff.alignment.vectors import Weights, dot

# Best pairs kept for each sentence, looking from either side, by words and by meanings. More
# bring in labelled pairs as well, but their scores are then too low to be kept.
BEST = 6
# Below this cosine two sentences share next to nothing.
FLOOR = 0.05
# A word in more sentences than this of a long report is too common to look a pair up by.
COMMONEST = 150
# Where the words of a sentence stand in this share of the others (one in so many), all others
# are gone through, which is faster than to gather those met.
_MANY = 3

Pair = tuple[int, int]
Postings = dict[str, tuple[list[int], list[float]]]


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
    columns: list[list[tuple[float, int]]] = [[] for _ in new]
    least = [0.0] * len(new)
    # Scores of one row over all of the new side: a list is read and written faster than a dict.
    blank = [0.0] * len(new)
    for i, vector in enumerate(old):
        row = _scores(vector, free if i in done_old else postings, blank.copy())
        if i not in done_old:
            kept.update({(i, j): c for c, j in _top(row, best)})
        for c, j in row:
            if c > least[j]:
                least[j] = _keep(columns[j], c, i, best)
    for j, column in enumerate(columns):
        if j not in done_new:
            kept.update({(i, j): -c for c, i in column})
    return kept


def _keep(column: list[tuple[float, int]], score: float, at: int, best: int) -> float:
    """Put a score among the best of a column; gives what the next one has to beat."""
    insort(column, (-score, at))
    if len(column) > best:
        column.pop()
    return -column[-1][0] if len(column) == best else 0.0


def _postings(vectors: Sequence[Weights], without: Container[int] = ()) -> Postings:
    """Key → the vectors that hold it, by position, and its weight in each; no common keys."""
    found: Postings = {}
    for j, vector in enumerate(vectors):
        if j not in without:
            for s, w in vector.items():
                held = found.get(s)
                if held is None:
                    found[s] = [j], [w]
                else:
                    held[0].append(j)
                    held[1].append(w)
    return {s: held for s, held in found.items() if len(held[0]) <= COMMONEST}


def _scores(vector: Weights, postings: Postings, sums: list[float]) -> list[tuple[float, int]]:
    """Cosines from the floor on, and with which vector of the postings."""
    met = []
    for s, w in vector.items():
        held = postings.get(s)
        if held:
            met.append(held[0])
            for j, v in zip(*held, strict=True):
                sums[j] += w * v
    if _MANY * sum(map(len, met)) > len(sums):
        return [(c, j) for j, c in enumerate(sums) if c >= FLOOR]
    return [(c, j) for j in set().union(*met) if (c := sums[j]) >= FLOOR]


def _top(row: list[tuple[float, int]], best: int) -> list[tuple[float, int]]:
    """The best of a row; of equal ones those that stand first."""
    if len(row) <= best:
        return row
    # Floats alone are sorted much faster than pairs, and most of a row is below the cut.
    cut = sorted([c for c, _ in row], reverse=True)[best - 1]
    return sorted([(c, j) for c, j in row if c >= cut], key=_first_of_equals)[:best]


def _first_of_equals(found: tuple[float, int]) -> tuple[float, int]:
    return -found[0], found[1]
