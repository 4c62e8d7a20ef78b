"""Sentences that were cut in two or joined: neighbours whose words all stand in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rights_diff.alignment.grouping import MOST, Group
from rights_diff.alignment.profile import Profile

# Share of a neighbour's weight that has to stand in the sentence on the other side, and words
# it must have: less could be chance. Shares between 0.7 and 0.9 find the same splits.
_CONTAINED = 0.8
_FEWEST_WORDS = 3


def with_parts(
    groups: Sequence[Group], old: Sequence[Profile], new: Sequence[Profile]
) -> list[Group]:
    """The groups, one-to-one pairs widened by free neighbours that are parts of a sentence."""
    taken = {i for g in groups for i in g.old}, {j for g in groups for j in g.new}
    found = []
    for g in groups:
        if len(g.old) == len(g.new) == 1 and g.score < 1:
            right = _parts(old[g.old[0]], g.new[0], new, taken[1])
            left = [] if right else _parts(new[g.new[0]], g.old[0], old, taken[0])
            taken[1].update(right)
            taken[0].update(left)
            g = replace(  # noqa: PLW2901 - the widened group stands for the group
                g, old=tuple(sorted((*g.old, *left))), new=tuple(sorted((*g.new, *right)))
            )
        found.append(g)
    return found


def _parts(whole: Profile, at: int, others: Sequence[Profile], taken: set[int]) -> list[int]:
    """Free neighbours of the sentence `at` whose words stand in `whole`, one step at a time."""
    parts: list[int] = []
    for step in (-1, 1):
        k = at + step
        while (
            0 <= k < len(others)
            and k not in taken
            and len(parts) < MOST - 1
            and others[k].section == others[at].section
            and _is_part(others[k], whole, others[at])
        ):
            parts.append(k)
            k += step
    return parts


def _is_part(part: Profile, whole: Profile, sibling: Profile) -> bool:
    """Whether what `part` says stands in `whole`, beyond what `sibling` has of it already."""
    if part.size < _FEWEST_WORDS or not part.total:
        return False
    inside = sum([w for s, w in part.mass.items() if s in whole.mass])
    fresh = sum([w for s, w in part.mass.items() if s in whole.mass and s not in sibling.mass])
    return inside >= _CONTAINED * part.total and 2 * fresh >= part.total
