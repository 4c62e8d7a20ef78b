"""Figures of both reports that measure the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.comparison.claims.claim import Claim, ReportIndex, likeness
from rights_diff.comparison.figures.affinity import affinity, comparable
from rights_diff.comparison.figures.figure import Figure, figures_of
from rights_diff.comparison.figures.linking import make_links
from rights_diff.comparison.figures.relations import point
from rights_diff.comparison.figures.scopes import weakly_paired
from rights_diff.model import LedgerRow, Quantity, QuantityLink, QuantityRelation

__all__ = ["best_pairs", "link_across", "link_row", "link_unchanged"]

Scored = tuple[Figure, Figure, float]

# Least affinity (see `affinity`) for a link inside a row, set on labelled figure pairs.
_FLOOR_IN_ROW = 2.0
# Added where a row has one figure of the family on either side.
_SOLE_FIGURE = 0.3
# The same across rows, with so many shared words near both figures.
_FLOOR_ACROSS = 4.0
_CONTEXT_ACROSS = 3
_LIKE_ACROSS = 0.15
# Families that are looked for across rows: counts of a year, not terms or ages of one case.
_ACROSS = frozenset({"count", "money", "ordinal", "share", "rank"})
# Least affinity of two ordinals of one series ("third nuclear test", "sixth nuclear test").
_FLOOR_SERIES = 3.0
# Figures of one row that are compared; a table squeezed into a sentence may hold thousands.
_MOST_FIGURES = 80
# A group of figures larger than this (pairs) is too common to prove anything.
_MOST_PAIRS = 10_000


def link_unchanged(row: LedgerRow, old: ReportIndex, new: ReportIndex) -> list[QuantityLink]:
    """Each figure of an unchanged row with its twin, as `equal`."""
    left, right = old.quantities(row.old), new.quantities(row.new)
    if len(left) != len(right):
        left, right = _same_place(left, right, old, new)
    return [
        QuantityLink(old=a.id, new=b.id, relation=QuantityRelation.EQUAL, row=row.id)
        for a, b in zip(left, right, strict=True)
    ]


def _same_place(
    left: Sequence[Quantity], right: Sequence[Quantity], old: ReportIndex, new: ReportIndex
) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
    """Figures with the same number words, in order, where one side was read otherwise."""
    waiting = list(right)
    kept = []
    for quantity in left:
        core = quantity.core.of(old.report.text)
        twin = next((q for q in waiting if q.core.of(new.report.text) == core), None)
        if twin is not None:
            waiting.remove(twin)
            kept.append((quantity, twin))
    return tuple(a for a, _ in kept), tuple(b for _, b in kept)


def link_row(row_id: str, old: Claim, new: Claim, *, score: float = 1.0) -> list[QuantityLink]:
    """Figures of one row that measure the same thing, one to one, in the new side's order.

    Where `score` leaves the pairing of the sentences in doubt, more has to agree.
    """
    left, right = figures_of(old)[:_MOST_FIGURES], figures_of(new)[:_MOST_FIGURES]
    chosen = best_pairs(left, right, floor=_FLOOR_IN_ROW)
    chosen = [(a, b) for a, b in chosen if not weakly_paired(a, b, score)]
    return make_links(_with_series(chosen, left, right), row_id)


def best_pairs(
    old: Sequence[Figure], new: Sequence[Figure], *, floor: float
) -> list[tuple[Figure, Figure]]:
    """One-to-one, strongest first; equally strong pairs by nearness of place."""
    flip = bool(old and new) and old[0].claim.plain > new[0].claim.plain
    scored = sorted(
        (-score, abs(i - j), (j, i) if flip else (i, j), i, j)
        for i, a in enumerate(old)
        for j, b in enumerate(new)
        if (score := affinity(a, b)) and (score := score + _sole(a, b, old, new)) >= floor
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in scored:
        if j not in chosen and i not in taken:
            chosen[j] = i
            taken.add(i)
    return [(old[chosen[j]], new[j]) for j in sorted(chosen)]


def _sole(a: Figure, b: Figure, old: Sequence[Figure], new: Sequence[Figure]) -> float:
    """A little more where each side has but one figure of the family."""
    for figure, side in ((a, old), (b, new)):
        if sum(other.family == figure.family for other in side) != 1:
            return 0.0
    return _SOLE_FIGURE


def link_across(
    links: Sequence[QuantityLink], old: ReportIndex, new: ReportIndex
) -> list[QuantityLink]:
    """Figures of sentences that were not paired, linked on strong evidence alone.

    Candidates share the family, and the noun or a distinctive number, so that few pairs are
    looked at. A figure that the new report repeats beside one for its own year is linked with
    that one too.
    """
    left = _unlinked(old, {link.old for link in links})
    right = _unlinked(new, {link.new for link in links})
    best = _alone_on_top(_strong_pairs(left, right))
    return make_links(_with_series(best, left, right), None)


def _with_series(
    pairs: Sequence[tuple[Figure, Figure]], left: Sequence[Figure], right: Sequence[Figure]
) -> list[tuple[Figure, Figure]]:
    """The pairs and those that a series adds, in the order of the new report's figures."""
    taken = {f.quantity.id for _, f in pairs}, {f.quantity.id for f, _ in pairs}
    series = [
        (a, c)
        for a, b in pairs
        for c in right
        if c.quantity.id not in taken[0] and _carries_on(a, b, c)
    ]
    series += [
        (c, b)
        for a, b in pairs
        for c in left
        if c.quantity.id not in taken[1] and _carries_on(b, a, c)
    ]
    return sorted((*pairs, *series), key=lambda p: (p[1].quantity.core, p[0].quantity.core))


def _strong_pairs(left: Sequence[Figure], right: Sequence[Figure]) -> list[Scored]:
    groups: dict[tuple[str, ...], tuple[list[Figure], list[Figure]]] = {}
    for side, figures in enumerate((left, right)):
        for figure in figures:
            for key in _group_keys(figure):
                groups.setdefault(key, ([], []))[side].append(figure)
    found: dict[tuple[str, str], Scored] = {}
    for a_side, b_side in groups.values():
        if len(a_side) * len(b_side) > _MOST_PAIRS:
            continue
        for a in a_side:
            for b in b_side:
                if (score := _strong(a, b)) >= _FLOOR_ACROSS:
                    found[a.quantity.id, b.quantity.id] = (a, b, score)
    return list(found.values())


def _carries_on(first: Figure, again: Figure, other: Figure) -> bool:
    """Whether `other` stands beside `first` told again, each for its own report's year."""
    a, b, c = first.quantity, again.quantity, other.quantity
    return (
        b.as_of is not None
        and a.as_of == b.as_of == first.claim.year
        and c.as_of == other.claim.year
        and c.as_of != b.as_of
        and c.sentence == b.sentence
        and other.nouns == again.nouns
        and other.family in _ACROSS
        and comparable(first, other)
    )


def _unlinked(index: ReportIndex, linked: set[str]) -> list[Figure]:
    """Figures without a link that may be looked for across rows."""
    free = {
        q.id
        for q in index.report.quantities
        if q.id not in linked and not q.kind.value.startswith("vague")
    }
    homes = dict.fromkeys(q.sentence for q in index.report.quantities if q.id in free)
    return [
        figure
        for sentence_id in homes
        if sentence_id is not None
        for figure in figures_of(index.claim((sentence_id,)))
        if figure.quantity.id in free and figure.family in _ACROSS
    ]


def _group_keys(figure: Figure) -> list[tuple[str, ...]]:
    """Where to look for a counterpart: by noun, and by a number that is rare in itself."""
    keys: list[tuple[str, ...]] = []
    keys += [("noun", figure.family, noun) for noun in sorted(figure.nouns)]
    if figure.distinctive:
        keys.append(("value", figure.family, str(point(figure.quantity))))
    return keys


def _strong(old: Figure, new: Figure) -> float:
    """Affinity where more than the noun speaks for the link."""
    if old.family == "ordinal":
        strong = old.modifiers == new.modifiers and affinity(old, new) >= _FLOOR_SERIES
        return _FLOOR_ACROSS if strong and old.modifiers else 0.0
    shared = len(old.context & new.context) + len(old.modifiers & new.modifiers)
    twins = old.distinctive and point(old.quantity) == point(new.quantity)
    alike = shared >= _CONTEXT_ACROSS and likeness(old.claim, new.claim) >= _LIKE_ACROSS
    return affinity(old, new) if alike or twins else 0.0


def _alone_on_top(found: Sequence[Scored]) -> list[tuple[Figure, Figure]]:
    """Pairs that are the best of both their figures; equals are left out."""
    best_old: dict[str, list[float]] = {}
    best_new: dict[str, list[float]] = {}
    for a, b, score in found:
        best_old.setdefault(a.quantity.id, []).append(score)
        best_new.setdefault(b.quantity.id, []).append(score)
    return [
        (a, b)
        for a, b, score in found
        if _tops(best_old[a.quantity.id], score) and _tops(best_new[b.quantity.id], score)
    ]


def _tops(scores: Sequence[float], score: float) -> bool:
    return score == max(scores) and scores.count(score) == 1
