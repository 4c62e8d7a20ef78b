"""Figures that one sentence tells for several years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rights_diff.timelines.contradictions import agree
from rights_diff.timelines.mentions import Mention

__all__ = ["Kin", "kin_of", "parallel"]

Kin = Mapping[tuple[int, int], tuple[Mention, ...]]


def kin_of(ties: Iterable[tuple[Mention, Mention]]) -> Kin:
    """For each mention of the ties of one report all that are tied to it."""
    homes: dict[tuple[int, int], list[Mention]] = {}
    for a, b in ties:
        left, right = (homes.setdefault(m.key, [m]) for m in (a, b))
        if left is not right:
            left += right
            homes |= {m.key: left for m in right}
    return {key: tuple(home) for key, home in homes.items()}


def parallel(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    """Whether both tell several of the same years and give each another value: two populations."""
    same = [(a, b) for a in left for b in right if a.as_of == b.as_of and a.as_of is not None]
    return len(same) > 1 and not any(agree(a, b) for a, b in same)
