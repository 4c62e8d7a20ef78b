"""Reading fractions: a third, two-thirds, one in five, half of."""

from __future__ import annotations

from unicodedata import numeric

from rights_diff.extraction.grammar.lexicon import group, numbers
from rights_diff.extraction.grammar.numerals import (
    ARTICLES,
    GLYPHS,
    Numeral,
    full_scale,
    read_cardinal,
)
from rights_diff.extraction.grammar.tokens import WORD, Passage

__all__ = ["read_fraction"]


def read_fraction(p: Passage, i: int) -> Numeral | None:
    """The fraction that starts at token `i`: "a third", "two-thirds", "one in five", "half of".

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_fraction(tokenise("three out of four"), 0).value
    0.75
    """
    if p.low(i) in GLYPHS:
        return Numeral(i, i + 1, numeric(p.low(i)))
    return _parts(p, i) or _share(p, i)


def _parts(p: Passage, i: int) -> Numeral | None:
    denominators = numbers("number_denominators")
    word = p.low(i)
    if word == "half":
        return _half(p, i)
    if word in ARTICLES:
        top, j = 1.0, i + 1
    elif (numeral := read_cardinal(p, i)) and numeral.value is not None and numeral.value < 100:
        top, j = numeral.value, numeral.stop
    else:
        return None
    if p.low(j) == "-" and p.glued(j):
        j += 1
    name = p.low(j)
    if name not in denominators or (top > 1) != name.endswith("s") or top > denominators[name]:
        return None
    if word in ARTICLES and p.low(j + 1) not in _AFTER_A_THIRD and p.low(i - 1) not in _HEDGES:
        return None
    if p.low(j + 1) == "-" or (name in numbers("number_ordinals") and _ordinal_reading(p, j)):
        return None
    return Numeral(i, j + 1, top / denominators[name])


def _ordinal_reading(p: Passage, j: int) -> bool:
    """Whether "one third person" or "a fifth case" is meant rather than a fraction."""
    return p.kind(j + 1) == WORD and p.low(j + 1) not in group("after_fraction")


_AFTER_A_THIRD = frozenset({"of", "more", "less", "fewer"})
_HEDGES = frozenset(
    {"than", "nearly", "almost", "about", "around", "by", "over", "roughly", "least"}
)


def _half(p: Passage, i: int) -> Numeral | None:
    if p.low(i + 1) == "-" or p.low(i + 1) in {"brother", "sister", "way", "day", "term", "time"}:
        return None
    if p.low(i - 1) in {"first", "second", "latter", "other", "last", "and"}:
        return None
    if p.low(i + 1) in ARTICLES and full_scale(p.low(i + 2)):
        return None  # "half a million" is a number
    if p.low(i + 1) in group("after_fraction") or p.low(i + 1) in {
        "a",
        "its",
        "their",
        "these",
        "those",
    }:
        return Numeral(i, i + 1, 0.5)
    return None


def _share(p: Passage, i: int) -> Numeral | None:
    """One in five, three out of every four."""
    top = read_cardinal(p, i)
    if top is None or top.value is None or p.low(top.stop) not in {"in", "out"}:
        return None
    j = top.stop + 1
    if p.low(top.stop) == "out":
        if p.low(j) != "of":
            return None
        j += 1
    if p.low(j) == "every":
        j += 1
    bottom = read_cardinal(p, j)
    if bottom is None or not bottom.value or top.value >= bottom.value or bottom.value > 1000:
        return None
    if p.low(top.stop) == "in" and bottom.digits != top.digits:
        return None
    return Numeral(i, bottom.stop, top.value / bottom.value)
