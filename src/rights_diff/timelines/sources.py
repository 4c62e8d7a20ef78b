"""Who counted, and what of: figures that two bodies counted, or a part and a whole."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rights_diff.comparison.figures import Figure
from rights_diff.comparison.figures.relations import point
from rights_diff.comparison.words.stemming import stem
from rights_diff.timelines.lexicon import word_set
from rights_diff.timelines.wording import WHOLE_REACH

__all__ = ["is_base", "of_another_count", "of_another_whole"]

# From this factor on two bodies' figures are two counts and no change of one.
_FAR = 2.0
_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]+")
_COUNTING_REACH = 3  # words between the verb and its figure


def of_another_count(x: Figure, y: Figure) -> bool:
    """Whether each is told by a body that it names, not the same one, and they are far apart:
    409 incidents of one register and 41 of another are no fall.
    """
    a, b = point(x.quantity), point(y.quantity)
    if a is None or b is None or max(a, b) < _FAR * max(min(a, b), 1):
        return False
    left, right = _counter(x), _counter(y)
    return bool(left and right) and not left & right


def _counter(figure: Figure) -> frozenset[str]:
    """Stems of the names of who counted: the source, or the subject of "registered 41"."""
    source = figure.quantity.attribution
    if source is None:
        before = figure.sentence_text[: figure.quantity.span.start - figure.sentence_start]
        if word_set("counting_verbs").isdisjoint(before.lower().split()[-_COUNTING_REACH:]):
            return frozenset()
        source = before
    names = {m.group() for m in _NAME.finditer(source)} - word_set("no_source_names")
    return frozenset(stem(name.lower()) for name in names)


def of_another_whole(xs: Iterable[Figure], ys: Iterable[Figure]) -> bool:
    """Whether one is told as a part ("including 17", "seven …; three were released") and the other
    is not: its counterpart is then the whole. Or one as the whole of such a part ("270 of 586
    cases took place in prisons") and the other, another number, is not.

    Args:
        xs, ys: each a figure with its repeats.
    """
    left, right = list(xs), list(ys)
    if any(map(_is_part, left)) != any(map(_is_part, right)):
        return True
    equal = any(point(x.quantity) == point(y.quantity) for x in left for y in right)
    return not equal and any(map(is_base, left)) != any(map(is_base, right))


def is_base(figure: Figure) -> bool:
    """Whether a part is told of it right before it: the 40 of "nine of the 40 members"."""
    whole = figure.quantity
    return any(
        q.part_of == whole.id and 0 <= whole.span.start - q.core.end <= WHOLE_REACH
        for q in figure.claim.quantities
    )


def _is_part(figure: Figure) -> bool:
    """Whether it is a part of others of its kind: 136 persons of 389 claims are not."""
    whole = figure.whole
    return (whole is not None and whole.counted == figure.quantity.counted) or _of_those_before(
        figure
    )


def _of_those_before(figure: Figure) -> bool:
    """Whether a bare number goes on to tell of more things, counted before it in its sentence."""
    q = figure.quantity
    mine = point(q)
    if figure.core != figure.words.lower() or mine is None or not q.counted:
        return False
    before = [
        o
        for o in figure.claim.quantities
        if o.sentence == q.sentence and o.span.end <= q.span.start and o.counted == q.counted
    ]
    whole = point(before[-1]) if before else None
    return whole is not None and whole > mine and before[-1].as_of == q.as_of
