"""Which claims moved: to a section not linked to their own, or out of order within linked ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from rights_diff.comparison.claims import ReportIndex
from rights_diff.comparison.typography import fold
from rights_diff.model import ClaimPair, SectionLink

__all__ = ["longest_increasing", "moved_pairs"]


def moved_pairs(
    pairs: Sequence[ClaimPair], links: Sequence[SectionLink], old: ReportIndex, new: ReportIndex
) -> frozenset[int]:
    """Indexes of the pairs whose counterpart stands elsewhere.

    A pair moved where none of its sections is linked to one of the other side. Of the other
    pairs the largest set that keeps its order stands still; the rest moved. Without any
    section link only the order counts.
    """
    linked = _linked(links)
    away = {n for n, p in enumerate(pairs) if linked and not _home(p, linked, old, new)}
    return frozenset(away | _out_of_order(pairs, away, linked, old, new))


def _linked(links: Sequence[SectionLink]) -> frozenset[tuple[str, str]]:
    return frozenset((a, b) for link in links for a in link.old for b in link.new)


def _home(
    pair: ClaimPair, linked: frozenset[tuple[str, str]], old: ReportIndex, new: ReportIndex
) -> bool:
    sections = [
        (old.sentences[a].section, new.sentences[b].section) for a in pair.old for b in pair.new
    ]
    return any(s in linked or _same_heading(s, old, new) for s in sections)


def _same_heading(pair: tuple[str, str], old: ReportIndex, new: ReportIndex) -> bool:
    a, b = old.sections[pair[0]].heading, new.sections[pair[1]].heading
    return a is not None and b is not None and fold(a).casefold() == fold(b).casefold()


def _out_of_order(
    pairs: Sequence[ClaimPair],
    away: set[int],
    linked: frozenset[tuple[str, str]],
    old: ReportIndex,
    new: ReportIndex,
) -> set[int]:
    """Pairs that left their place inside a section, group by group of sections."""
    groups: dict[tuple[str, str], list[int]] = {}
    for n, pair in enumerate(pairs):
        if n not in away:
            key = (
                (old.sentences[pair.old[0]].section, new.sentences[pair.new[0]].section)
                if linked
                else ("", "")
            )
            groups.setdefault(key, []).append(n)
    moved: set[int] = set()
    for members in groups.values():
        moved |= _strays(members, pairs, old, new)
    return moved


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
