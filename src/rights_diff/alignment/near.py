"""Near misses: what a sentence left alone may answer to, sentences paired already included.

And the runners-up: what else a paired sentence came near to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from rights_diff.alignment.grouping import Group
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.profile import Profile
from rights_diff.alignment.scoring import Material
from rights_diff.model import Candidate, RunnersUp

# Near misses: at least this probable, and so many of them. On left-out countries a sixth of
# those named from here on were right by the labels, and they named over half of all misses.
_FLOOR = 0.05
_MOST = 3

Near = tuple[str, str, tuple[Candidate, ...]]
# For each sentence (side, position), the other report's sentences it was held against, best first.
Rivals = Mapping[tuple[int, int], Sequence[tuple[float, int]]]


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


def rivals(scores: Mapping[Pair, float]) -> Rivals:
    """The sentences that each one was held against, best first: (minus score, position)."""
    found: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for (i, j), p in scores.items():
        found[0, i].append((-p, j))
        found[1, j].append((-p, i))
    return {key: sorted(row) for key, row in found.items()}


def runners_up(group: Group, others: Rivals, material: Material) -> RunnersUp:
    """What came second on either side of a group."""
    return RunnersUp(
        old=_second(1, group.new, group.old, others, material.old.profiles),
        new=_second(0, group.old, group.new, others, material.new.profiles),
    )


def _second(
    side: int, mine: Sequence[int], taken: Sequence[int], others: Rivals, there: Sequence[Profile]
) -> Candidate | None:
    """The best of the sentences `there` that those at `mine` were held against, but for `taken`."""
    best = min(
        (c for k in mine for c in others.get((side, k), ()) if c[1] not in taken), default=None
    )
    if best is None or -best[0] < _FLOOR:
        return None
    return Candidate(sentence=there[best[1]].id, score=round(-best[0], 3))
