"""Reading ordinals: sixth, 21st, twenty-first, one hundred and fifth, two hundredth."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import numbers
from rights_diff.extraction.grammar.numerals import ARTICLES, Numeral, full_scale, read_cardinal
from rights_diff.extraction.grammar.tokens import ORDINAL, Passage

__all__ = ["read_ordinal"]

# An ordinal in words is no longer than this, in tokens.
_LONGEST = 12


def read_ordinal(p: Passage, i: int) -> Numeral | None:
    """The ordinal that starts at token `i`: "sixth", "21st", "twenty-first", "two hundredth".

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_ordinal(tokenise("one hundred and twenty-first"), 0).value
    121.0
    """
    if p.kind(i) == ORDINAL:
        return Numeral(i, i + 1, float(p.tokens[i].text[:-2].replace(",", "")), digits=True)
    ordinals = numbers("number_ordinals")
    if p.low(i) in ordinals:
        return Numeral(i, i + 1, float(ordinals[p.low(i)]))
    return _in_words(p, i) if _ends_in_ordinal(p, i) else None


def _ends_in_ordinal(p: Passage, i: int) -> bool:
    """Whether the number words from token `i` run up to an ordinal; looked for before reading."""
    small, ordinals = numbers("number_cardinals"), numbers("number_ordinals")
    first = i + (p.low(i) in ARTICLES)
    for j in range(first, i + _LONGEST):
        word = p.low(j)
        if word in ordinals:
            return j > first
        if word not in small and not full_scale(word) and word not in {"-", "and"}:
            return False
    return False


def _in_words(p: Passage, i: int) -> Numeral | None:
    whole = read_cardinal(p, i)
    if whole is None or whole.value is None:
        return None
    j = whole.stop
    while p.low(j) in {"-", "and"}:
        j += 1
    last = numbers("number_ordinals").get(p.low(j), 0)
    value = _joined(whole.value, last) if last else 0.0
    return Numeral(i, j + 1, value) if value else None


def _joined(whole: float, last: int) -> float:
    """One hundred and twenty + fifth; two × hundredth; 0 where they do not join."""
    if last >= 100:  # "one hundredth" is a fraction
        return whole * last if whole > 1 else 0.0
    if 0 < last < 10:
        return whole + last if whole % 10 == 0 and whole % 100 != 10 else 0.0
    return whole + last if whole % 100 == 0 else 0.0
