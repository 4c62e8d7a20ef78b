"""Reading numbers: in figures, in words, mixed, and as vague magnitudes."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple
from unicodedata import numeric

from rights_diff.extraction.grammar.lexicon import numbers, pairs
from rights_diff.extraction.grammar.tokens import MONEY, NUMBER, Passage

__all__ = [
    "ARTICLES",
    "GLYPHS",
    "Numeral",
    "full_scale",
    "read_cardinal",
    "read_ordinal",
    "read_vague",
]

# Abbreviations count as scales only when glued to a figure or after one ("5.2m", "3 bn").
_SHORT_SCALES = frozenset({"b", "bln", "bn", "k", "m", "mil", "mn", "tln", "tn"})
# No report counts beyond this; a longer chain of scales is no number.
_LARGEST = 10**15
_DECIMALS_READ = 6
# Fractions with a sign of their own.
GLYPHS = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
ARTICLES = frozenset({"a", "an"})
# Connectors inside a doubtful magnitude: "hundreds, possibly thousands", "dozens or hundreds".
_DOUBTS = frozenset({"possibly", "perhaps", "maybe", "if", "not", "even", "or", ",", "potentially"})


class Numeral(NamedTuple):
    """A number and where its words stand (`start` to `stop`, exclusive).

    `value` is None for a vague magnitude, which has bounds; `scale` is the factor named last.
    """

    start: int
    stop: int
    value: float | None
    low: float | None = None
    high: float | None = None
    scale: float = 1
    digits: bool = False


def read_cardinal(p: Passage, i: int) -> Numeral | None:
    """The cardinal number that starts at token `i`.

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_cardinal(tokenise("two hundred and six thousand"), 0).value
    206000.0
    """
    if p.kind(i) == NUMBER:
        return _in_figures(p, i)
    word = p.low(i)
    if word in ARTICLES:
        return _after_article(p, i)
    if word in _PARTS:
        return _part_of_scale(p, i, i + 1)
    if word in numbers("number_cardinals"):
        return _in_words(p, i)
    return None


def _in_figures(p: Passage, i: int) -> Numeral:
    value, j, scale = Decimal(p.tokens[i].text.translate(_NO_GAPS)), i + 1, 1
    if p.low(j) in GLYPHS and p.glued(j):
        value, j = value + Decimal(str(numeric(p.low(j)))), j + 1
    while _scale_after_figures(p, j) and scale < _LARGEST:
        scale *= numbers("number_scales")[p.low(j)]
        j += 1
    return Numeral(i, j, float(value * scale), scale=float(scale), digits=True)


_NO_GAPS = str.maketrans("", "", ", \u00a0\u2009\u202f")


def _scale_after_figures(p: Passage, j: int) -> bool:
    word = p.low(j)
    if word == "m":  # metres, unless money or people are meant
        people = p.low(j + 1).endswith(("s", "people"))
        return p.glued(j) and (p.tokens[j].text == "M" or p.kind(j - 2) == MONEY or people)
    if word in _SHORT_SCALES:
        return p.glued(j) or word in {"bln", "bn", "mn", "tln"}
    return full_scale(word)


def full_scale(word: str) -> bool:
    """Whether a word multiplies the number before it and is no abbreviation."""
    return word in numbers("number_scales") and word not in _SHORT_SCALES


def _after_article(p: Passage, i: int) -> Numeral | None:
    j = i + 1
    if p.low(j) in _PARTS:
        return _part_of_scale(p, i, j + 1)
    if not full_scale(p.low(j)):
        return None
    return _in_words(p, j)._replace(start=i)


# "Half a million", "a quarter million", "two and a half".
_PARTS = {"half": 0.5, "quarter": 0.25}


def _part_of_scale(p: Passage, i: int, j: int) -> Numeral | None:
    """Half a million, a half million: the part's name stands before token `j`."""
    part = _PARTS[p.low(j - 1)]
    j += p.low(j) in ARTICLES
    if not full_scale(p.low(j)):
        return None
    scale = numbers("number_scales")[p.low(j)]
    return Numeral(i, j + 1, scale * part, scale=scale)


def _in_words(p: Passage, i: int) -> Numeral:
    small, scales = numbers("number_cardinals"), numbers("number_scales")
    total, current, scale, j = 0.0, 0.0, 1.0, i
    while True:
        word = p.low(j)
        if word in small and _fits(current, small[word], first=j == i):
            current += small[word]
        elif full_scale(word) and total + current < _LARGEST:
            factor = scales[word]
            if factor in {100, 12}:
                current = max(1, current) * factor
            else:
                total, current = total + max(1, current) * factor, 0
            scale = factor
        elif word in {"-", "and"} and _goes_on(p, j, current):
            pass
        elif p.phrase(j, j + 2) == "and a" and p.low(j + 2) in _PARTS and _part_ends(p, j + 3):
            part = _PARTS[p.low(j + 2)]
            if current:
                current += part
            else:  # "a million and a half"
                total += scale * part
            j += 2
        else:
            break
        j += 1
    if scale > 1 and p.low(j - 1) in small and p.low(j - 1) not in scales:
        scale = 1
    decimals, j = _decimals(p, j) if scale == 1 else (0.0, j)
    return Numeral(i, j, total + current + decimals, scale=scale)


def _part_ends(p: Passage, j: int) -> bool:
    """Whether "and a half" is not followed by a noun of its own ("six and a half-brother")."""
    return p.low(j) != "-"


def _decimals(p: Passage, j: int) -> tuple[float, int]:
    """The value of "point zero five" at token `j` and the token after it."""
    small = numbers("number_cardinals")
    if p.low(j) != "point" or p.low(j + 1) not in small:
        return 0.0, j
    j, digits = j + 1, ""
    while p.low(j) in small and len(digits) < _DECIMALS_READ:
        digits += str(small[p.low(j)])
        j += 1
    return float(f"0.{digits}"), j


def _fits(current: float, value: int, *, first: bool) -> bool:
    """Whether a number word can go on a number: "ninety three", "two hundred six"."""
    if first:
        return True
    if value < 10:
        return current % 10 == 0 and current % 100 != 10
    return current % 100 == 0


def _goes_on(p: Passage, j: int, current: float) -> bool:
    """Whether a hyphen or "and" at `j` stands inside the number."""
    small, before = numbers("number_cardinals"), p.low(j - 1)
    following = small.get(p.low(j + 1))
    if p.low(j) == "-":
        tens = 20 <= small.get(before, 0) < 100
        return tens and following is not None and 0 < following < 10 and p.glued(j + 1)
    return full_scale(before) and before != "dozen" and bool(following) and current % 100 == 0


def read_ordinal(p: Passage, i: int) -> Numeral | None:
    """The ordinal that starts at token `i`: "sixth", "21st", "twenty-first".

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_ordinal(tokenise("twenty-first"), 0).value
    21.0
    """
    if p.kind(i) == "ordinal":
        return Numeral(i, i + 1, float(p.tokens[i].text[:-2].replace(",", "")), digits=True)
    ordinals, tens = numbers("number_ordinals"), numbers("number_cardinals").get(p.low(i), 0)
    if p.low(i) in ordinals:
        return Numeral(i, i + 1, float(ordinals[p.low(i)]))
    if tens >= 20:
        j = i + 2 if p.low(i + 1) == "-" else i + 1
        unit = ordinals.get(p.low(j), 0)
        if 0 < unit < 10:
            return Numeral(i, j + 1, float(tens + unit))
    return None


def read_vague(p: Passage, i: int) -> Numeral | None:
    """The vague magnitude that starts at token `i`: bounds by the conventions of the export.

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_vague(tokenise("tens of thousands"), 0)[3:5]
    (20000.0, 99999.0)
    """
    word = p.low(i)
    if word in {"several", "few"} and full_scale(p.low(i + 1)):
        return _several(p, i)
    first = _plural(p, i)
    if first is None:
        return None
    j = first.stop
    while p.low(j) in _DOUBTS and j < first.stop + 4:
        j += 1
    second = _plural(p, j) if j > first.stop else None
    if second is None:
        return first
    return Numeral(i, second.stop, None, first.low, second.high, second.scale)


def _several(p: Passage, i: int) -> Numeral:
    scale = float(numbers("number_scales")[p.low(i + 1)])
    low = scale * 2
    return Numeral(i, i + 2, None, low, 99 if scale == 12 else scale * 10 - 1, scale)


def _plural(p: Passage, i: int) -> Numeral | None:
    """Hundreds; tens of thousands; hundreds of millions."""
    magnitudes = pairs("number_vague")
    if p.low(i) not in magnitudes:
        return None
    low, high = magnitudes[p.low(i)]
    if p.low(i + 1) == "of" and p.low(i + 2) in magnitudes and p.low(i + 2)[-1] == "s":
        unit = magnitudes[p.low(i + 2)][0] / 2
        if unit >= 100 and low <= 2000:
            top = None if high is None else (high + 1) * unit - 1
            return Numeral(i, i + 3, None, low * unit, top, unit)
    return Numeral(i, i + 1, None, float(low), None if high is None else float(high), low / 2)
