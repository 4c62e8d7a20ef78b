"""Ties made into series: transitive, with care that no series drifts to another population."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rights_diff.comparison.figures.affinity import affinity
from rights_diff.timelines.contradictions import contradict, of_others
from rights_diff.timelines.evidence import FLOOR, Tie
from rights_diff.timelines.mentions import Mention

__all__ = ["join"]

_LEAST_REPORTS = 2
# Share of the pairs across two groups that must not speak against one another.
_LEAST_AGREEING = 0.5

Key = tuple[int, int]
Group = list[Mention]


def join(within: Iterable[Tie], between: Iterable[Tie]) -> list[tuple[Mention, ...]]:
    """Groups of mentions that measure one thing, each of at least two reports, none in two.

    What one report tells for several years stays together. The strongest ties between reports
    come first. A tie joins two groups where most of their members go together and none
    contradicts another. A group whose ties were all refused takes its nearest partner out of a
    larger group, or joins it: no mention with a tie is lost.

    Args:
        within: ties of mentions of one report.
        between: ties of mentions of two reports.
    """
    home: dict[Key, Group] = {}
    for tie in within:
        _merge(home, tie)
    units = {key: tuple(group) for key, group in home.items()}
    ordered = sorted(between, key=lambda t: (-t.strength, t.a.key, t.b.key))
    for tie in ordered:
        left, right = (home.setdefault(m.key, [m]) for m in (tie.a, tie.b))
        if left is not right and _go_together(left, right):
            _merge(home, tie)
    for tie in ordered:
        left, right = home[tie.a.key], home[tie.b.key]
        if left is right or (_reports(left) > 1 and _reports(right) > 1):
            continue
        lone, partner = (tie.a, tie.b) if _reports(left) == 1 else (tie.b, tie.a)
        if not _welcome(tie, left, right):
            _take_out(home, units.get(partner.key, (partner,)))
        _merge(home, Tie(tie.strength, lone, partner))
    found = {id(g): tuple(g) for g in home.values() if _reports(g) > 1}
    return list(found.values())


def _welcome(tie: Tie, left: Group, right: Group) -> bool:
    """Whether a group may join its partner's: strongly tied, and of the same things.

    Two values for one year do not keep it out: then the reports differ.
    """
    return tie.strength >= FLOOR and not any(of_others(a, b) for a in left for b in right)


def _take_out(home: dict[Key, Group], unit: Sequence[Mention]) -> None:
    """Give a mention, and what its sentence tells for other years, a group of its own, unless
    that would leave fewer than two reports in the one it stands in.
    """
    group = home[unit[0].key]
    keys = {m.key for m in unit}
    rest = [m for m in group if m.key not in keys]
    if _reports(rest) < _LEAST_REPORTS:
        return
    group[:] = rest
    own = list(unit)
    home.update((m.key, own) for m in unit)


def _reports(group: Sequence[Mention]) -> int:
    return len({m.edition for m in group})


def _merge(home: dict[Key, Group], tie: Tie) -> None:
    left, right = (home.setdefault(m.key, [m]) for m in (tie.a, tie.b))
    if left is right:
        return
    left.extend(right)
    for mention in right:
        home[mention.key] = left


def _go_together(left: Sequence[Mention], right: Sequence[Mention]) -> bool:
    across = [(a, b) for a in left for b in right]
    if any(contradict(a, b) for a, b in across):
        return False
    agreeing = sum(
        a.edition == b.edition or affinity(a.figure, b.figure, any_year=True) > 0 for a, b in across
    )
    return agreeing >= _LEAST_AGREEING * len(across)
