"""Sentences that say the same in the same words, typography aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel


def exact_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of equal texts, each used once: first in order, then those that moved.

    Equal texts are matched along a longest common subsequence; what is left over is
    matched afterwards, first left to first left. Empty texts match nothing.
    """
    pairs = [(i, j) for i, j in _in_order(old, new) if old[i]]
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    left: dict[str, list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        if j not in taken_new and new[j]:
            left[new[j]].append(j)
    for i, text in enumerate(old):
        if i not in taken_old and left.get(text):
            pairs.append((i, left[text].pop()))
    return sorted(pairs)


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence, as pairs of positions."""
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(t, len(numbers)) for t in side] for side in (old, new)]
    return [
        (block.src_start + k, block.dest_start + k)
        for block in Indel.opcodes(*coded)
        if block.tag == "equal"
        for k in range(block.src_end - block.src_start)
    ]
