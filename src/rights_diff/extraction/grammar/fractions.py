"""Reading fractions: a third, two-thirds, one in five, half of."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import numeric

from rights_diff.extraction.grammar.lexicon import group, numbers, table
from rights_diff.extraction.grammar.numerals import (
    ARTICLES,
    GLYPHS,
    Numeral,
    full_scale,
    read_cardinal,
    scale_of,
)
from rights_diff.extraction.grammar.parts import Part, read_denominator, slashed_part
from rights_diff.extraction.grammar.qualifiers import hedge_before
from rights_diff.extraction.grammar.tokens import SLASHED, WORD, Passage

__all__ = ["read_fraction"]


def read_fraction(p: Passage, i: int) -> Numeral | None:
    """The fraction that starts at token `i`: "a third", "two-thirds", "one in five", "half of".

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_fraction(tokenise("three out of four"), 0).value
    0.75
    """
    if p.low(i) in GLYPHS:
        return Numeral(i, i + 1, numeric(p.low(i)))
    if part := slashed_part(p, i):
        told = p.low(part.stop) == "of" or p.kind(part.stop) == "" or hedge_before(p, i)
        return Numeral(i, part.stop, part.value) if told else None
    word = p.low(i)
    if word == "half":
        return _half(p, i)
    if word in ARTICLES and not full_scale(p.low(i + 1)):
        return _parts(p, i, 1.0, i + 1)
    if p.kind(i + 1) != SLASHED and p.low(i + 1) not in _after_top():
        return None
    top = read_cardinal(p, i)
    if top is None or top.value is None:
        return None
    return _parts(p, i, top.value, top.stop) or _share(p, i, top, top.value)


@lru_cache(maxsize=1)
def _after_top() -> frozenset[str]:
    """The words that go on a number, or divide it; before any other no fraction is read."""
    lists = ("number_cardinals", "number_denominators", "number_ordinals", "number_scales")
    known = {word for name in lists for word in numbers(name)}
    return frozenset(known | {f"{word}s" for word in known} | GLYPHS | _LINKS)


_LINKS = frozenset({"-", "and", "in", "out", "point"})


def _parts(p: Passage, i: int, top: float, j: int) -> Numeral | None:
    """Two thirds: what stands before token `j` is `top`."""
    j += p.low(j) == "-"
    bottom = read_denominator(p, j, plural=top > 1)
    if bottom is None or _no_fraction(p, i, bottom) or not _divides(p, top, j):
        return None
    return _of_scale(p, Numeral(i, bottom.stop, top / bottom.value))


def _divides(p: Passage, top: float, j: int) -> bool:
    """Whether a part so named can be told so often: no "12 quarters", but "twenty fifths"."""
    return top < _SHORT_PARTS.get(p.low(j), _LARGEST_TOP)


# Quarters and halves are lengths of time and of games as well.
_SHORT_PARTS = {"quarters": 4.0, "halves": 2.5}
_LARGEST_TOP = 1e9


def _no_fraction(p: Passage, i: int, bottom: Part) -> bool:
    """Whether "one third person", "a fifth case" or "a third" alone is meant, no fraction."""
    if p.low(bottom.stop) == "-":
        return True
    if i == 0 and p.kind(bottom.stop) == "":  # nothing else is told
        return False
    told = p.low(bottom.stop) in _AFTER_A_THIRD or p.low(i - 1) in _HEDGES
    if p.low(i) in ARTICLES and not told and not full_scale(p.low(i + 1)):
        return True
    named = p.low(bottom.stop - 1) in numbers("number_ordinals")
    return named and _ordinal_reading(p, bottom.stop)


def _of_scale(p: Passage, n: Numeral) -> Numeral:
    """Three quarters of a million, two thirds billion: the fraction times its scale."""
    j = n.stop
    if p.low(j) == "of" and p.low(j + 1) in ARTICLES:
        j += 2
    if not full_scale(p.low(j)):
        return n
    scale = scale_of(p.low(j))
    return Numeral(n.start, j + 1, (n.value or 0.0) * scale, scale=scale)


def _ordinal_reading(p: Passage, j: int) -> bool:
    """Whether "one third person" or "a fifth case" is meant rather than a fraction."""
    if full_scale(p.low(j)):
        return False
    return p.kind(j) == WORD and p.low(j) not in group("after_fraction")


_AFTER_A_THIRD = frozenset({"of", "more", "less", "fewer"})
_HEDGES = frozenset(
    {"than", "nearly", "almost", "about", "around", "between", "by", "over", "roughly", "least"}
)


def _half(p: Passage, i: int) -> Numeral | None:
    if p.low(i + 1) == "-" or p.low(i + 1) in {"brother", "sister", "way", "day", "term", "time"}:
        return None
    if p.low(i - 1) in {"first", "second", "latter", "other", "last", "and"}:
        return None
    if p.low(i + 1) in ARTICLES and full_scale(p.low(i + 2)):
        return None  # "half a million" is a number
    if p.low(i + 1) in table("unit_time"):
        return None  # "half year": a length of time
    if p.low(i + 1) in group("after_fraction") or p.low(i + 1) in _HALF_OF:
        return Numeral(i, i + 1, 0.5)
    alone = i == 0 and p.kind(i + 1) == ""
    return Numeral(i, i + 1, 0.5) if alone or hedge_before(p, i) is not None else None


_HALF_OF = frozenset({"a", "its", "their", "these", "those"})


def _share(p: Passage, i: int, top: Numeral, value: float) -> Numeral | None:
    """One in five, three out of every four."""
    if p.low(top.stop) not in {"in", "out"}:
        return None
    j = top.stop + 1
    if p.low(top.stop) == "out":
        if p.low(j) != "of":
            return None
        j += 1
    if p.low(j) == "every":
        j += 1
    bottom = read_cardinal(p, j)
    if bottom is None or not bottom.value or value >= bottom.value or bottom.value > 1000:
        return None
    if p.low(top.stop) == "in" and bottom.digits != top.digits and value != 1:
        return None
    return Numeral(i, bottom.stop, value / bottom.value)
