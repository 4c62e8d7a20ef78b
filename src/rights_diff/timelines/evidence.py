"""Which figures of two reports measure the same thing.

What is decided for two reports depends on these two alone, so that another report in the
timeline never takes a point away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import isfinite
from typing import NamedTuple

from rights_diff.comparison.claims import likeness, split_keys
from rights_diff.comparison.figures import Figure
from rights_diff.comparison.figures.affinity import affinity, comparable
from rights_diff.comparison.figures.relations import bounds, point
from rights_diff.comparison.words.stemming import stem
from rights_diff.model import QuantityKind
from rights_diff.timelines.contradictions import contradict
from rights_diff.timelines.mentions import Mention

__all__ = ["FLOOR", "Tie", "ties_between", "ties_within"]

# Affinity (see `comparison.figures.affinity`) from which figures of unlike sentences are tied, and
# how many words of their surroundings they must then share.
FLOOR = 4.0
_SHARED = 3
# The same for sentences with at least this share of words of meaning in common.
_ALIKE = 0.25
_FLOOR_ALIKE = 3.0
# The same for figures that name one number under one topic, and what makes it large.
_FLOOR_SAME = 2.5
_LARGE = 1000
# Counts that, told twice, are of the same few people or things.
_FEW = 2
_COUNTING = frozenset({"count", "ordinal"})
# Below this share of common words one thing and many are not of one sentence, edited.
_EDITED = 0.5
# From this factor on a vague figure of an unlike sentence is of another population.
_FAR = 3.0
# Letters that a country's name shares with its adjective ("Korea", "Korean").
_ROOT = 4
# Stem of "people", which says little of who is counted.
_GENERIC = frozenset({stem("people"), stem("person")})
# Words (or numbers) that two figures share before they are compared.
_LEAST_NEAR = 2
# Words around figures that stand near more of a report's figures than this tell nothing.
_COMMON = 60
# Strength of a tie between figures of one sentence for different years.
_SERIES = 5.0


class Tie(NamedTuple):
    """Two mentions that measure the same thing, and how much speaks for it."""

    strength: float
    a: Mention
    b: Mention


def ties_between(left: Sequence[Mention], right: Sequence[Mention]) -> list[Tie]:
    """Mentions of two reports that are the best partner of each other."""
    scored = [
        (strength, likeness(a.figure.claim, b.figure.claim), a, b)
        for a, b in _near(left, right)
        if (strength := _strength(a, b)) > 0 and not contradict(a, b)
    ]
    scored.sort(key=lambda t: (-t[0], -t[1], t[2].place, t[3].place))
    taken: set[tuple[int, int]] = set()
    ties = []
    for strength, _, a, b in scored:
        if a.key in taken or b.key in taken:
            continue
        taken |= {a.key, b.key}
        ties.append(Tie(strength, a, b))
    return ties


def ties_within(mentions: Sequence[Mention]) -> list[Tie]:
    """Figures of one sentence for different years: "1,127 in 2017 and 808 in 2018"."""
    by_sentence: dict[str | None, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.figure.quantity.sentence, []).append(mention)
    return [
        Tie(_SERIES, a, b)
        for group in by_sentence.values()
        for n, a in enumerate(group)
        for b in group[n + 1 :]
        if a.as_of != b.as_of and _named(a, b) and _one_series(a.figure, b.figure)
    ]


def _named(a: Mention, b: Mention) -> bool:
    """Whether the sentence gives the years: of shares both, of counts at least one."""
    named = a.names_year + b.names_year + (a.figure.family == b.figure.family == "count")
    return None not in (a.as_of, b.as_of) and named > 1


def _one_series(a: Figure, b: Figure) -> bool:
    return (
        bool(a.nouns)
        and a.nouns == b.nouns
        and a.modifiers == b.modifiers
        and comparable(a, b)
        and (not a.outcomes or not b.outcomes or bool(a.outcomes & b.outcomes))
    )


def _near(left: Sequence[Mention], right: Sequence[Mention]) -> list[tuple[Mention, Mention]]:
    """Pairs that share words around their figures, or a number that is rare in itself."""
    words: dict[tuple[str, str], list[int]] = {}
    for n, mention in enumerate(right):
        for key in _keys(mention):
            words.setdefault((mention.figure.family, key), []).append(n)
    pairs = []
    for a in left:
        shared: Counter[int] = Counter()
        for key in _keys(a):
            hits = words.get((a.figure.family, key), ())
            if len(hits) <= _COMMON:
                shared.update(hits)
        pairs += [(a, right[n]) for n in sorted(shared) if shared[n] >= _LEAST_NEAR]
    return pairs


def _keys(mention: Mention) -> set[str]:
    """Words that a partner would share."""
    keys = set().union(*(f.context | f.modifiers | f.nouns for f in mention.figures))
    return keys | {f"={end}" for end in bounds(mention.figure.quantity) if isfinite(end)}


def _twins(a: Figure, b: Figure) -> bool:
    return a.distinctive and point(a.quantity) == point(b.quantity)


def _strength(a: Mention, b: Mention) -> float:
    """The best affinity of any two mentions, 0 where it is too little."""
    return max(_pair_strength(x, y, a, b) for x in a.figures for y in b.figures)


def _pair_strength(x: Figure, y: Figure, a: Mention, b: Mention) -> float:
    if _nothing_to_follow(x, y):
        return 0.0
    if x.family == y.family == "ordinal":
        return _ordinal_strength(x, y, (a.as_of, b.as_of))
    score = affinity(x, y, any_year=True)
    shared = len(_telling(x) & _telling(y)) + len(x.modifiers & y.modifiers)
    if _vague_of_others(x, y, shared):
        return 0.0
    if score >= FLOOR and (shared >= _SHARED or _twins(x, y)):
        return score
    if score >= _FLOOR_ALIKE and likeness(x.claim, y.claim) >= _ALIKE:
        return score
    if score >= _FLOOR_SAME and _same_number(x, y) and a.topics & b.topics:
        return score
    return 0.0


def _telling(figure: Figure) -> frozenset[str]:
    """The words around a figure but those that name the report's own country."""
    own = tuple(key[:_ROOT] for key in split_keys(figure.claim.country or ""))
    return frozenset(w for w in figure.context if not (own and w.startswith(own)))


def _nothing_to_follow(x: Figure, y: Figure) -> bool:
    """Whether neither gives a number ("many" and "most"), or both say that there was none.

    One or two told twice are the same few ("one prisoner said"), and no figure of a country;
    one thing beside many in an unlike sentence is told of a case ("one camp had closed").
    """
    kinds = {x.quantity.kind, y.quantity.kind}
    if kinds == {QuantityKind.ZERO} or QuantityKind.VAGUE_PROPORTION in kinds:
        return True
    few = [0 < (point(f.quantity) or 0) <= _FEW and f.family in _COUNTING for f in (x, y)]
    if few[0] and few[1] and point(x.quantity) == point(y.quantity):
        return True
    unlike = likeness(x.claim, y.claim) < _EDITED and not x.outcomes & y.outcomes
    return (x.boundless and y.boundless) or (unlike and 1 in (point(x.quantity), point(y.quantity)))


def _vague_of_others(x: Figure, y: Figure, shared: int) -> bool:
    """Whether a vague figure is set beside one of another population, as far as can be told.

    "Thousands" fit nearly anything, so that more has to agree: the noun and the words around.
    """
    if x.boundless or y.boundless:
        few = any(0 < (point(f.quantity) or 0) <= _FEW for f in (x, y))
        return few or not (x.nouns & y.nouns) - _GENERIC
    if QuantityKind.VAGUE_MAGNITUDE not in (x.quantity.kind, y.quantity.kind):
        return False
    if likeness(x.claim, y.claim) < _ALIKE:
        return shared < _SHARED or _far_apart(x, y)
    return shared < _SHARED and not x.nouns & y.nouns


def _far_apart(x: Figure, y: Figure) -> bool:
    """Whether one's largest value is far from the other's."""
    tops = [max(e for e in (*bounds(f.quantity), 0) if isfinite(e)) for f in (x, y)]
    return max(tops) > _FAR * max(1, min(tops))


def _ordinal_strength(x: Figure, y: Figure, years: tuple[int | None, int | None]) -> float:
    """Ordinals of one thing count on: a later year never has the smaller one."""
    p, q = x.quantity, y.quantity
    if not (x.nouns == y.nouns and x.modifiers == y.modifiers and x.modifiers):
        return 0.0
    if None in (p.value, q.value, *years):
        return 0.0
    steps = (q.value or 0) - (p.value or 0), (years[1] or 0) - (years[0] or 0)
    return _SERIES if steps[0] * steps[1] > 0 or steps == (0, 0) else 0.0


def _same_number(x: Figure, y: Figure) -> bool:
    """Whether both name one number that is large, or the same words around it besides."""
    if QuantityKind.VAGUE_MAGNITUDE in (x.quantity.kind, y.quantity.kind):
        return False
    ends = {b for b in bounds(x.quantity) if isfinite(b)} & set(bounds(y.quantity))
    if any(end >= _LARGE for end in ends):
        return True
    return bool(ends) and len(x.context & y.context) >= _SHARED - 1
