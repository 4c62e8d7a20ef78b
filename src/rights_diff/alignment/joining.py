"""What speaks for a further sentence in a pair: a claim that was split, merged or told twice."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from rights_diff.alignment.features import OWN, Values
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.odds import logit
from rights_diff.alignment.profile import Prepared, Profile
from rights_diff.alignment.vectors import dot

# In the order of the values that `join_features` gives.
JOIN = (
    "score",
    "clauses",
    "seed",
    "beside",
    "one_part",
    "fresh",
    "covered",
    "twice",
    "left",
)
# A pair that is less likely than this joins nothing.
_LEAST = 0.05
_CLAUSES = OWN.index("clauses")

# A pair of sentences that may join, and the pair that it would join: they share one sentence.
Join = tuple[Pair, Pair]


def join_features(
    seeds: Sequence[Pair],
    scores: Mapping[Pair, float],
    exact: Sequence[Pair],
    sides: tuple[Prepared, Prepared],
    own: Mapping[Pair, Values],
) -> dict[Join, Values]:
    """Values in the order of `JOIN` for each free sentence that may join one of the pairs.

    Args:
        seeds: the pairs that may grow; `exact`: those that don't, and take their sentences.
        scores: probability of each candidate pair; `own`: its own features.
        sides: both reports.
    """
    owners = [{pair[side]: pair for pair in seeds} for side in (0, 1)]
    taken = [{pair[side] for pair in (*seeds, *exact)} for side in (0, 1)]
    found = {}
    for pair, p in scores.items():
        if p < _LEAST:
            continue
        for fixed, free in ((0, 1), (1, 0)):
            seed = owners[fixed].get(pair[fixed])
            if seed is not None and pair[free] not in taken[free]:
                whole = sides[fixed].profiles[pair[fixed]]
                part, mate = (sides[free].profiles[x[free]] for x in (pair, seed))
                found[pair, seed] = (
                    logit(p),
                    own[pair][_CLAUSES],
                    logit(scores[seed]),
                    *_of_parts(whole, part, mate),
                )
    return found


def _of_parts(whole: Profile, part: Profile, mate: Profile) -> Values:
    """How `part` and `mate`, the sentence that `whole` is paired with already, share `whole`."""
    shared = {c: min(w, whole.meant[c]) for c, w in part.meant.items() if c in whole.meant}
    fresh = math.fsum(w for c, w in shared.items() if c not in mate.meant)
    left = math.fsum(w for c, w in whole.meant.items() if c not in mate.meant)
    return (
        float(abs(part.number - mate.number) == 1),
        float(part.section == mate.section),
        fresh / whole.meant_total if whole.meant_total else 0.0,
        math.fsum(shared.values()) / part.meant_total if part.meant_total else 0.0,
        dot(part.concepts, mate.concepts),
        left / whole.meant_total if whole.meant_total else 0.0,
    )
