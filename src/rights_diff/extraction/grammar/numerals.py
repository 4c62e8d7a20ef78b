"""Reading cardinal numbers: in figures, in words, mixed, below zero."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple
from unicodedata import numeric

from rights_diff.extraction.grammar.lexicon import numbers
from rights_diff.extraction.grammar.parts import Part, read_decimals, read_part, slashed_part
from rights_diff.extraction.grammar.tokens import DECIMAL, MONEY, NUMBER, SLASHED, WORD, Passage

__all__ = ["ARTICLES", "GLYPHS", "Numeral", "full_scale", "negates", "read_cardinal", "read_signed"]

# Abbreviations count as scales only when glued to a figure or after one ("5.2m", "3 bn").
_SHORT_SCALES = frozenset({"b", "bln", "bn", "k", "m", "mil", "mm", "mn", "tln", "tn"})
_AFTER_A_GAP = frozenset({"bln", "bn", "mn", "tln"})
# No report counts beyond this; a longer chain of scales is no number.
_LARGEST = 10**15
# Fractions with a sign of their own.
GLYPHS = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")
ARTICLES = frozenset({"a", "an"})


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
    if p.kind(i) in {NUMBER, DECIMAL}:
        return _in_figures(p, i)
    word = p.low(i)
    if word in ARTICLES:
        return _after_article(p, i)
    if word in _PARTS:
        return _part_of_scale(p, i, i + 1)
    if word in numbers("number_cardinals"):
        return _in_words(p, i)
    if full_scale(word) and full_scale(p.low(i + 1)):  # "hundred thousand"
        return _in_words(p, i)
    return None


# Signs and words that make the number after them negative.
_MINUS = frozenset({"-", "−", "minus", "negative"})
_BEFORE_NEGATIVE = frozenset({"", "and", "at", "between", "by", "from", "is", "of", "to", "was"})


def read_signed(p: Passage, i: int) -> Numeral | None:
    """The cardinal at token `i` with the minus before it, where there is one.

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_signed(tokenise("fell to minus five"), 3).value
    -5.0
    """
    if p.low(i) in _MINUS and negates(p, i):
        i += 1
    numeral = read_cardinal(p, i)
    if numeral is None or numeral.value is None or not (i > 0 and negates(p, i - 1)):
        return numeral
    return numeral._replace(start=i - 1, value=-numeral.value)


def negates(p: Passage, i: int) -> bool:
    """Whether token `i` is a minus: said in words, or a sign glued to the figure alone."""
    sign = p.low(i)
    if sign not in _MINUS:
        return False
    if sign == "negative":  # "tested negative two days later" is none
        return p.low(i - 1) in _BEFORE_NEGATIVE
    if sign == "minus":
        return True
    if not p.glued(i + 1) or p.kind(i + 1) not in {NUMBER, SLASHED}:
        return False
    if p.low(i - 1) in {"<", ">", "=", "("}:
        return True
    return not p.glued(i) and p.kind(i - 1) in {"", WORD}


def _in_figures(p: Passage, i: int) -> Numeral:
    value, j = figure_value(p.tokens[i].text), i + 1
    if p.low(j) in GLYPHS:
        value, j = value + Decimal(str(numeric(p.low(j)))), j + 1
    elif part := slashed_part(p, j):
        value, j = value + Decimal(str(part.value)), part.stop
    scale, j = _scales(p, j)
    number = Numeral(i, j, float(value * scale), scale=float(scale), digits=True)
    return _chained(p, number) if scale > 1 else number


_NO_GAPS = str.maketrans("", "", ", \u00a0\u2009\u202f")


def figure_value(text: str) -> Decimal:
    """The value of digits; a comma before one or two last digits is a decimal comma.

    >>> figure_value("1,127"), figure_value("2,5"), figure_value("1.127")
    (Decimal('1127'), Decimal('2.5'), Decimal('1.127'))
    """
    _, comma, last = text.rpartition(",")
    if comma and len(last) < _GROUP and "." not in last:
        text = text.replace(".", "").replace(",", ".")
    return Decimal(text.translate(_NO_GAPS))


_LAKH = 100_000
# Digits between the commas of a figure.
_GROUP = 3


def _scales(p: Passage, j: int) -> tuple[int, int]:
    """The product of the scale words from token `j` on, and the token after them."""
    scale = 1
    while _scale_after_figures(p, j) and scale < _LARGEST:
        scale *= scale_of(p.low(j))
        j += 1
    return scale, j


def _scale_after_figures(p: Passage, j: int) -> bool:
    word = p.low(j)
    if word == "m":  # metres, unless money or people are meant
        people = p.low(j + 1).endswith(("s", "people"))
        return p.glued(j) and (p.tokens[j].text == "M" or p.kind(j - 2) == MONEY or people)
    if word == "mm":
        return p.glued(j) and p.kind(j - 2) == MONEY
    if word in _SHORT_SCALES:
        return p.glued(j) or word in _AFTER_A_GAP
    return full_scale(word) or word == "dozens"


def full_scale(word: str) -> bool:
    """Whether a word multiplies the number before it and is no abbreviation."""
    return word in numbers("number_scales") and word not in _SHORT_SCALES


def scale_of(word: str) -> int:
    """The factor of a scale word; "dozens" is one after a number."""
    return numbers("number_scales")["dozen" if word == "dozens" else word]


def _chained(p: Passage, n: Numeral) -> Numeral:
    """Figures that go on after a scale: 4 thousand 3 hundred and 21, 3 million and a half."""
    value, j, scale = n.value or 0.0, n.stop, n.scale
    if part := read_part(p, j):
        return _with_part(p, n, part)
    if scale >= _LAKH and p.low(j) == "and" and p.kind(j + 1) != NUMBER:
        rest = read_cardinal(p, j + 1)  # "6 crore and two hundred"
        if rest and rest.value and 1 < rest.scale < scale:
            return n._replace(stop=rest.stop, value=value + rest.value, scale=rest.scale)
    if scale == 1000 and p.kind(j) == NUMBER and p.low(j + 1) == "hundred":
        value, j, scale = value + 100 * float(figure_value(p.low(j))), j + 2, 100
    if scale == 100 and p.low(j) == "and" and not _scale_after_figures(p, j + 2):
        units = read_cardinal(p, j + 1)
        if units and units.value and 0 < units.value < 100 and units.value % 1 == 0:
            value, j, scale = value + units.value, units.stop, 1
    return n._replace(stop=j, value=value, scale=scale)


def _with_part(p: Passage, n: Numeral, part: Part) -> Numeral:
    """Two and a half; a million and a half; five and a half million; a billion and a half million.

    A part goes with the scale named after it, else with the large one before it.
    """
    value, fraction, j, scale = n.value or 0.0, part.value, part.stop, n.scale
    if full_scale(p.low(j)):
        after = scale_of(p.low(j))
        value = (value + fraction) * after if scale == 1 else value + fraction * after
        return n._replace(stop=j + 1, value=value, scale=float(after))
    whole = scale if scale != 100 else 1
    return n._replace(stop=j, value=value + fraction * whole)


def _after_article(p: Passage, i: int) -> Numeral | None:
    j = i + 1
    if p.low(j) in _PARTS:
        return _part_of_scale(p, i, j + 1)
    if not full_scale(p.low(j)):
        return None
    return _in_words(p, j)._replace(start=i)


# "Half a million", "a quarter million".
_PARTS = {"half": 0.5, "quarter": 0.25}


def _part_of_scale(p: Passage, i: int, j: int) -> Numeral | None:
    """Half a million, a half million: the part's name stands before token `j`."""
    part = _PARTS[p.low(j - 1)]
    j += p.low(j) in ARTICLES
    if not full_scale(p.low(j)):
        return None
    scale = scale_of(p.low(j))
    return Numeral(i, j + 1, scale * part, scale=scale)


class _Sum(NamedTuple):
    """A number in words as far as it is read: `current` waits for its scale."""

    total: float = 0.0
    current: float = 0.0
    scale: float = 1.0


def _in_words(p: Passage, i: int) -> Numeral:
    small, read, j = numbers("number_cardinals"), _Sum(), i
    while True:
        word = p.low(j)
        if word in small and (j == i or _fits(read, small[word])):
            read = read._replace(current=read.current + small[word])
        elif _multiplies(word, first=j == i) and read.total + read.current < _LARGEST:
            read = _scaled(read, scale_of(word), again=j > i and full_scale(p.low(j - 1)))
        elif word not in {"-", "and"} or not _goes_on(p, j, read.current):
            break
        j += 1
    scale = 1.0 if p.low(j - 1) in small else read.scale
    return _finished(p, Numeral(i, j, read.total + read.current, scale=scale))


def _multiplies(word: str, *, first: bool) -> bool:
    return full_scale(word) or (word == "dozens" and not first)


def _scaled(read: _Sum, factor: int, *, again: bool) -> _Sum:
    total, current, _ = read
    if factor == 12:  # "three hundred and two dozens", but "two hundred dozen"
        rest = current % 100 or max(1, current)
        return _Sum(total, current - (rest if current else 0) + rest * 12, factor)
    if factor == 100:
        return _Sum(total, max(1, current) * factor, factor)
    if again and not current:  # "three lakh crore"
        return _Sum(total * factor, 0, factor)
    return _Sum(total + max(1, current) * factor, 0, factor)


def _finished(p: Passage, n: Numeral) -> Numeral:
    """The number with what follows its words: "point five", "and a half"."""
    decimals, j = read_decimals(p, n.stop)
    if j > n.stop:
        scale, j = _scales(p, j)
        return n._replace(stop=j, value=((n.value or 0.0) + decimals) * scale, scale=scale)
    part = read_part(p, j)
    return n if part is None else _with_part(p, n, part)


def _fits(read: _Sum, value: int) -> bool:
    """Whether a number word can go on a number: "ninety three", "two hundred six"."""
    if not value or not read.total + read.current:  # "zero three" are two digits
        return False
    if value < 10:
        return read.current % 10 == 0 and read.current % 100 != 10
    return read.current % 100 == 0


def _goes_on(p: Passage, j: int, current: float) -> bool:
    """Whether a hyphen or "and" at `j` stands inside the number."""
    small, before = numbers("number_cardinals"), p.low(j - 1)
    following = small.get(p.low(j + 1))
    if p.low(j) == "-":
        tens = 20 <= small.get(before, 0) < 100
        return tens and following is not None and 0 < following < 10 and _hyphen(p, j)
    if read_part(p, j) is not None:  # "one hundred and three quarters"
        return False
    return full_scale(before) and before != "dozen" and bool(following) and current % 100 == 0


def _hyphen(p: Passage, j: int) -> bool:
    """Whether the hyphen at `j` joins: glued, spaced on both sides, or at a line's end."""
    return p.glued(j + 1) or p.glued(j) or p.low(j + 2) != "of"
