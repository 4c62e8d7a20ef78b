"""Near misses: what a sentence left alone may answer to, sentences paired already included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rights_diff.alignment.grouping import Group
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.scoring import Material
from rights_diff.model import Candidate

# Near misses: at least this probable, and so many of them. On left-out countries a sixth of
# those named from here on were right by the labels, and they named over half of all misses.
_FLOOR = 0.05
_MOST = 3

Near = tuple[str, str, tuple[Candidate, ...]]


def near_misses(
    groups: Sequence[Group], scores: Sequence[Mapping[Pair, float]], material: Material
) -> tuple[Near, ...]:
    """Near misses of the sentences left alone, old ones first, in document order.

    Args:
        scores: probabilities of the candidate pairs, by themselves and in their surroundings;
            the higher one counts. Surroundings speak against a sentence that another answers
            to better, yet a claim told twice has two sentences that answer to one.
    """
    done = {i for g in groups for i in g.old}, {j for g in groups for j in g.new}
    ids = [[p.id for p in side.profiles] for side in (material.old, material.new)]
    found: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for pair in material.own:
        p = max(s[pair] for s in scores)
        for side in (0, 1):
            if p >= _FLOOR and pair[side] not in done[side]:
                found[side, pair[side]].append((-p, pair[1 - side]))
    return tuple(
        (("old", "new")[side], ids[side][k], _candidates(misses, ids[1 - side]))
        for (side, k), misses in sorted(found.items())
    )


def _candidates(misses: Sequence[tuple[float, int]], ids: Sequence[str]) -> tuple[Candidate, ...]:
    best = sorted(misses)[:_MOST]
    return tuple(Candidate(sentence=ids[k], score=round(-p, 3)) for p, k in best)
