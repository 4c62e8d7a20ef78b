"""Which claims moved: to a section not linked to their own, or out of order within linked ones."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from rights_diff.comparison.claims.claim import ReportIndex
from rights_diff.comparison.words.typography import fold
from rights_diff.model import ClaimPair, SectionLink

__all__ = ["longest_increasing", "moved_pairs"]


def moved_pairs(
    pairs: Sequence[ClaimPair], links: Sequence[SectionLink], old: ReportIndex, new: ReportIndex
) -> frozenset[int]:
    """Indexes of the pairs whose counterpart stands elsewhere.

    A pair moved where no section of its old side is at home in one of its new side: linked to
    it, and not merely by a stray claim or two. Of the other pairs the largest set that keeps
    its order stands still; the rest moved. Without any section link only the order counts.
    """
    places = [_places(p, old, new) for p in pairs]
    linked = frozenset((a, b) for link in links for a in link.old for b in link.new)
    homes = _homes(places, linked, old, new) if linked else None
    away = {n for n, p in enumerate(places) if homes is not None and not homes & p.keys()}
    groups: dict[tuple[str, str], list[int]] = {}
    for n, place in enumerate(places):
        if n not in away:
            group = ("", "") if homes is None else min(homes & place.keys(), key=_fixed(old, new))
            groups.setdefault(group, []).append(n)
    strays = {n for group in groups.values() for n in _strays(group, pairs, old, new)}
    return frozenset(away | strays)


def _fixed(old: ReportIndex, new: ReportIndex) -> Callable[[tuple[str, str]], tuple[str, str]]:
    """A sort key for pairs that picks the same pair when the reports are swapped."""
    if old.report.text > new.report.text:
        return lambda pair: (pair[1], pair[0])
    return lambda pair: pair


def _places(pair: ClaimPair, old: ReportIndex, new: ReportIndex) -> Counter[tuple[str, str]]:
    """The pairs of sections that a pair of claims ties together."""
    return Counter(
        (old.sentences[a].section, new.sentences[b].section) for a in pair.old for b in pair.new
    )


def _homes(
    places: Iterable[Counter[tuple[str, str]]],
    linked: frozenset[tuple[str, str]],
    old: ReportIndex,
    new: ReportIndex,
) -> frozenset[tuple[str, str]]:
    """Section pairs between which a claim has not moved.

    They have the same heading; or they are linked and, counting claims, the new section is
    the main heir of the old one or the old one the main source of the new.
    """
    mass: Counter[tuple[str, str]] = Counter()
    for place in places:
        mass.update(place)
    most_old: dict[str, int] = {}
    most_new: dict[str, int] = {}
    for (a, b), count in mass.items():
        most_old[a] = max(count, most_old.get(a, 0))
        most_new[b] = max(count, most_new.get(b, 0))
    return frozenset(
        (a, b)
        for (a, b), count in mass.items()
        if _same_heading((a, b), old, new)
        or ((a, b) in linked and (count == most_old[a] or count == most_new[b]))
    )


def _same_heading(pair: tuple[str, str], old: ReportIndex, new: ReportIndex) -> bool:
    a, b = old.sections[pair[0]].heading, new.sections[pair[1]].heading
    return a is not None and b is not None and fold(a).casefold() == fold(b).casefold()


def _strays(
    members: list[int], pairs: Sequence[ClaimPair], old: ReportIndex, new: ReportIndex
) -> set[int]:
    spots = [(old.order[pairs[n].old[0]], new.order[pairs[n].new[0]], n) for n in members]
    if old.report.text > new.report.text:  # one fixed direction, so that ties break alike
        spots = [(b, a, n) for a, b, n in spots]
    spots.sort()
    kept = longest_increasing([b for _, b, _ in spots])
    return {n for k, (_, _, n) in enumerate(spots) if k not in kept}


def longest_increasing(values: Iterable[int]) -> frozenset[int]:
    """Indexes of a longest increasing subsequence.

    >>> sorted(longest_increasing([3, 0, 1, 2]))
    [1, 2, 3]
    """
    tails: list[int] = []
    at: list[int] = []
    before: list[int | None] = []
    for n, value in enumerate(values):
        k = bisect_left(tails, value)
        before.append(at[k - 1] if k else None)
        tails[k : k + 1] = [value]
        at[k : k + 1] = [n]
    kept: set[int] = set()
    n_or_none: int | None = at[-1] if at else None
    while n_or_none is not None:
        kept.add(n_or_none)
        n_or_none = before[n_or_none]
    return frozenset(kept)
