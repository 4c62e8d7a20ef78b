"""What goes on a whole number: "and a half", "and three fifths", "point five", "1/4"."""

from __future__ import annotations

from typing import NamedTuple

from rights_diff.extraction.grammar.lexicon import numbers, table
from rights_diff.extraction.grammar.tokens import SIGN, SLASHED, WORD, Passage

__all__ = ["Part", "read_decimals", "read_denominator", "read_part", "slashed_part"]

_DECIMALS_READ = 6
_ARTICLES = frozenset({"a", "an", "one"})
# Parts of these many are fractions in figures; other slashed numbers are dates and codes.
_SLASHED_PARTS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 100})
_LONGEST_SLASHED = 6


class Part(NamedTuple):
    """A fraction, or what a number is divided by, and the token after it."""

    value: float
    stop: int


def read_part(p: Passage, j: int) -> Part | None:
    """The fraction that token `j` adds to the number before it.

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_part(tokenise("two and three quarters"), 1)
    Part(value=0.75, stop=4)
    """
    j += p.low(j) == "-" and p.low(j + 1) == "and"  # "a two-and-a-half-year term"
    if p.low(j) != "and":
        return None
    top, k = _below_hundred(p, j + 1 + (p.low(j + 1) == "-"))
    if not top:
        return None
    k += p.low(k) == "-" and p.glued(k)
    bottom = read_denominator(p, k, plural=top > 1)
    if bottom is None or top >= bottom.value or _noun_of_its_own(p, bottom.stop):
        return None
    if top == 1 and p.low(k) not in {"half", "quarter"} and not _measures(p, bottom.stop):
        return None  # "two and a third man"
    return Part(top / bottom.value, bottom.stop)


def _noun_of_its_own(p: Passage, j: int) -> bool:
    """Whether "and a half-" starts another word: half-brother, but half-year."""
    return p.low(j) == "-" and p.low(j + 1) not in table("unit_time")


def _measures(p: Passage, j: int) -> bool:
    """Whether "and a third" ends a number here: before a sign, per cent, a scale or a time."""
    low = p.low(j)
    if low in numbers("number_scales") or low in table("unit_time") or low in {"percent", "per"}:
        return True
    return p.kind(j) in {SIGN, ""} and low not in {",", ":", "-"}


def _below_hundred(p: Passage, j: int) -> tuple[int, int]:
    """The number under one hundred (an article is one) at token `j`; 0 where there is none."""
    if p.low(j) in _ARTICLES:
        return 1, j + 1
    small = numbers("number_cardinals")
    top = small.get(p.low(j), 0)
    k = j + 1 + (p.low(j + 1) == "-")
    unit = small.get(p.low(k), 0)
    if top >= 20 and 0 < unit < 10:
        return top + unit, k + 1
    return top, j + 1


def read_denominator(p: Passage, j: int, *, plural: bool) -> Part | None:
    """What a number before token `j` is divided by: thirds, hundredths, twenty-firsts.

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_denominator(tokenise("three twenty-firsts"), 1, plural=True)
    Part(value=21, stop=4)
    """
    value = _named(p.low(j), plural=plural)
    if value > 2 or (value and p.low(j) in {"half", "halves"}):  # "two half brothers" are no part
        return Part(value, j + 1)
    tens = numbers("number_cardinals").get(p.low(j), 0)
    if tens < 20:
        return None
    k = j + 1 + (p.low(j + 1) == "-")
    unit = _named(p.low(k), plural=plural)
    return Part(tens + unit, k + 1) if 0 < unit < 10 else None


def _named(word: str, *, plural: bool) -> int:
    """The number that a word such as "fifths" divides by; 0 where it is none."""
    known = numbers("number_denominators").get(word)
    if known is not None:
        return known if plural == word.endswith("s") else 0
    if plural != word.endswith("s"):
        return 0
    return numbers("number_ordinals").get(word[:-1] if plural else word, 0)


def read_decimals(p: Passage, j: int) -> tuple[float, int]:
    """The value of "point zero five" at token `j`, and the token after it.

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_decimals(tokenise("nine point seventy-one"), 1)
    (0.71, 5)
    """
    small = numbers("number_cardinals")
    if p.low(j) != "point" or p.low(j + 1) not in small:
        return 0.0, j
    k, digits = j + 1, ""
    while p.low(k) in small and len(digits) < _DECIMALS_READ:
        value, k = _below_hundred(p, k)
        digits += str(value)
    return float(f"0.{digits}"), k


def slashed_part(p: Passage, j: int) -> Part | None:
    """A proper fraction in figures at token `j`: 1/4, 2/3."""
    text = p.low(j)
    if p.kind(j) != SLASHED or len(text) > _LONGEST_SLASHED or text.count("/") != 1:
        return None
    top, bottom = text.split("/")
    if not (top.isdecimal() and bottom.isdecimal() and int(bottom) in _SLASHED_PARTS):
        return None
    proper = 0 < int(top) < int(bottom) and p.kind(j + 1) in {WORD, SIGN, ""}
    return Part(int(top) / int(bottom), j + 1) if proper else None
