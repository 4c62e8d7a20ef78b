"""Ties made into series: transitive, with care that no series drifts to another population."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rights_diff.comparison.affinity import affinity
from rights_diff.comparison.relations import bounds
from rights_diff.timelines.evidence import Tie
from rights_diff.timelines.mentions import Mention

__all__ = ["join"]

# Share of the pairs across two groups that must not speak against one another.
_LEAST_AGREEING = 0.5

Key = tuple[int, int]


def join(ties: Iterable[Tie]) -> list[tuple[Mention, ...]]:
    """Groups of mentions that measure one thing, each of at least two.

    The strongest ties come first. A tie joins two groups where most of their members go
    together and none contradicts another of the same report and year. A mention whose ties were
    all refused stands with its nearest partner alone, so that no mention with a tie is lost.
    """
    ordered = sorted(ties, key=lambda t: (-t.strength, t.a.key, t.b.key))
    group: dict[Key, list[Mention]] = {}
    best: dict[Key, Tie] = {}
    for tie in ordered:
        for mention in (tie.a, tie.b):
            group.setdefault(mention.key, [mention])
            best.setdefault(mention.key, tie)
        left, right = group[tie.a.key], group[tie.b.key]
        if left is not right and _go_together(left, right):
            left.extend(right)
            for mention in right:
                group[mention.key] = left
    found = {id(g): g for g in group.values()}
    alone = [g[0] for g in found.values() if len(g) == 1]
    groups = [tuple(g) for g in found.values() if len(g) > 1]
    pairs = {tuple(sorted((best[m.key].a, best[m.key].b), key=lambda x: x.key)) for m in alone}
    return [*groups, *sorted(pairs, key=lambda p: [m.key for m in p])]


def _go_together(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    across = [(a, b) for a in left for b in right]
    if any(_contradict(a, b) for a, b in across):
        return False
    agreeing = sum(a.edition == b.edition or affinity(a.figure, b.figure) > 0 for a, b in across)
    return agreeing >= _LEAST_AGREEING * len(across)


def _contradict(a: Mention, b: Mention) -> bool:
    """Whether one report gives two values that cannot both be the figure of one year."""
    if a.edition != b.edition or a.as_of != b.as_of:
        return False
    (low, high), (least, most) = bounds(a.figure.quantity), bounds(b.figure.quantity)
    return high < least or most < low
