"""Which figures of two reports measure the same thing.

What is decided for two reports depends on these two alone, so that another report in the
timeline never takes a point away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import isfinite
from typing import NamedTuple

from rights_diff.comparison.claims import likeness, split_keys
from rights_diff.comparison.figures import Figure
from rights_diff.comparison.figures.affinity import affinity, comparable
from rights_diff.comparison.figures.relations import bounds, point
from rights_diff.comparison.figures.slots import same_slot
from rights_diff.comparison.words.stemming import stem
from rights_diff.model import QuantityKind
from rights_diff.timelines.contradictions import contradict
from rights_diff.timelines.kin import Kin, parallel
from rights_diff.timelines.leads import measured
from rights_diff.timelines.mentions import COUNTRY_ROOT, Mention
from rights_diff.timelines.sources import of_another_count, of_another_whole

__all__ = ["FLOOR", "Tie", "ties_between", "ties_within"]

# Affinity (see `comparison.affinity`) from which figures of unlike sentences are tied, and how
# many words of their surroundings they must then share.
FLOOR = 4.0
_SHARED = 3
# The same for sentences with at least this share of words of meaning in common.
_ALIKE = 0.25
_FLOOR_ALIKE = 3.0
# The same for figures that name one number under one topic, and what makes it large.
_FLOOR_SAME = 2.5
_LARGE = 1000
# The same for figures of one sort of thing for one year.
_FLOOR_YEAR = 2.2
# Counts that, told twice, are of the same few people or things.
_FEW = 2
_COUNTING = frozenset({"count", "ordinal"})
# Classes of nouns whose words stand for one another: people held are "prisoners" or "inmates".
_PEOPLE = ("person", "death", "execution")
# Below this share of common words one thing and many are not of one sentence, edited.
_EDITED = 0.5
# From this factor on a vague figure of an unlike sentence is of another population.
_FAR = 3.0
# Stem of "people", which says little of who is counted.
_GENERIC = frozenset({stem("people"), stem("person")})
# Words (or numbers) that two figures share before they are compared.
_LEAST_NEAR = 2
# Words around figures that stand near more of a report's figures than this tell nothing.
_COMMON = 60
# Strength of a tie between figures of one sentence for different years.
_SERIES = 5.0


_SHARE_OF = re.compile(r",? or (?:\w+ ){0,2}\d[\d.]*(?:%| per ?cent) of ")


class Tie(NamedTuple):
    """Two mentions that measure the same thing, and how much speaks for it."""

    strength: float
    a: Mention
    b: Mention


def ties_between(left: Sequence[Mention], right: Sequence[Mention], kin: Kin) -> list[Tie]:
    """Mentions of two reports that are the best partner of each other.

    One or two of something told in both take each other, and are no tie: they say nothing, and
    neither is the partner of another.

    Args:
        kin: for each mention those that its sentence tells for other years, itself among them.
    """
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
        if not _says_nothing(a, b) and not parallel(kin.get(a.key, (a,)), kin.get(b.key, (b,))):
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
        (bool(a.nouns) or measured(a) == measured(b) != "")
        and a.nouns == b.nouns
        and a.modifiers == b.modifiers
        and comparable(a, b)
        and not of_another_whole((a,), (b,))
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
    if of_another_whole(a.figures, b.figures):
        return 0.0
    return max(_pair_strength(x, y, a, b) for x in a.figures for y in b.figures)


def _pair_strength(x: Figure, y: Figure, a: Mention, b: Mention) -> float:
    if _nothing_to_follow(x, y) or _of_other_things(x, y) or _part_of_other(x, y):
        return 0.0
    if of_another_count(x, y):
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
    if score >= _FLOOR_YEAR and a.as_of == b.as_of is not None and _same_things(x, y):
        return score
    return 0.0


def _same_things(x: Figure, y: Figure) -> bool:
    """Whether alike sentences count one thing, and tell which sort of it they mean."""
    if not x.nouns & y.nouns or likeness(x.claim, y.claim) < _ALIKE:
        return False
    return bool((x.modifiers & (y.modifiers | y.context)) | (y.modifiers & x.context))


def _telling(figure: Figure) -> frozenset[str]:
    """The words around a figure but those that name the report's own country."""
    own = tuple(key[:COUNTRY_ROOT] for key in split_keys(figure.claim.country or ""))
    return frozenset(w for w in figure.context if not (own and w.startswith(own)))


def _nothing_to_follow(x: Figure, y: Figure) -> bool:
    """Whether neither gives a number ("many" and "most"), or both say that there was none.

    One thing beside many in an unlike sentence is told of a case ("one camp had closed").
    """
    kinds = {x.quantity.kind, y.quantity.kind}
    if kinds == {QuantityKind.ZERO} or QuantityKind.VAGUE_PROPORTION in kinds:
        return True
    unlike = likeness(x.claim, y.claim) < _EDITED or (
        same_slot(x.claim, y.claim, x.quantity.core, y.quantity.core) is False
    )
    alone = 1 in (point(x.quantity), point(y.quantity)) and not _befell_both(x, y)
    return (x.boundless and y.boundless) or (unlike and alone)


def _befell_both(x: Figure, y: Figure) -> bool:
    """Whether people are counted to whom the same happened."""
    people = x.classes & y.classes
    return bool(x.outcomes & y.outcomes) and any(c.startswith("person") for c in people)


def _says_nothing(a: Mention, b: Mention) -> bool:
    """Whether both tell of the same few: one or two told twice are no figure of a country."""
    x, y = a.figure, b.figure
    few = [0 < (point(f.quantity) or 0) <= _FEW and f.family in _COUNTING for f in (x, y)]
    return few[0] and few[1] and point(x.quantity) == point(y.quantity)


def _of_other_things(x: Figure, y: Figure) -> bool:
    """Whether bare numbers are of other things ("four to prisons", "two to schools"), or nouns
    that are only of one sort stand for things ("prisons", "institutions").
    """
    if x.family == "count" and not x.object & y.object and _is_listed(x) and _is_listed(y):
        told = bool(x.object and y.object)
        return told or point(x.quantity) != point(y.quantity)
    if x.nouns & y.nouns or not x.nouns or not y.nouns:
        return False
    return not any(c.startswith(_PEOPLE) for c in x.classes & y.classes) and not _same_number(x, y)


def _is_listed(figure: Figure) -> bool:
    """Whether it is a bare number among others of its noun: "four to prisons, one to a school"."""
    alike = [q for q in figure.claim.quantities if q.counted == figure.quantity.counted]
    return figure.core == figure.words.lower() and len(alike) > _FEW


def _part_of_other(x: Figure, y: Figure) -> bool:
    """Whether one is told as a share of more ("250, or 41 percent of the 606"), the other not."""
    told = [_SHARE_OF.match(f.claim.text, f.quantity.span.end) is not None for f in (x, y)]
    return told[0] != told[1]


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
    return shared < _SHARED and not (x.nouns & y.nouns) - _GENERIC


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
    near = max(len(x.context & y.context), len(x.modifiers & y.modifiers))
    return bool(ends) and near >= _SHARED - 1
