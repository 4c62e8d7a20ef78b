"""Lengths of time told in several units: eleven years and three months, an hour and a half."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import table
from rights_diff.extraction.grammar.numerals import ARTICLES, read_cardinal
from rights_diff.extraction.grammar.tokens import WORD, Passage
from rights_diff.extraction.quantities.amounts import Amount

__all__ = ["lengthened"]

# Days in a unit; a month is a twelfth of a year.
_DAYS = {
    "second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1, "night": 1, "week": 7,
    "month": 365 / 12, "year": 365,
}  # fmt: skip
_DECIMALS = 4
# "Half" before these goes with what follows: "two days and half the night".
_HALF_OF = frozenset({"of", "the", "its", "their", "a", "an"})


def lengthened(p: Passage, a: Amount, unit: str, stop: int) -> tuple[Amount, int]:
    """A length of time with its smaller units, and the token after them.

    The value is in the unit named first: eleven years and three months are 11.25 years.

    Args:
        stop: the token after the first unit.
    """
    if a.ranged or unit not in _DAYS:
        return a, stop
    last = unit
    while step := _smaller(p, last, stop):
        value, last, stop = step
        value = a.low + value * _DAYS[last] / _DAYS[unit]
        a = a._replace(low=value, high=value, stop=stop)
    halved = _and_a_half(p, stop) if last == unit else 0
    if halved:
        a = a._replace(low=a.low + 0.5, high=a.high + 0.5, stop=halved)
        stop = halved
    value = round(a.low, _DECIMALS)
    return a._replace(low=value, high=value), stop


def _smaller(p: Passage, unit: str, j: int) -> tuple[float, str, int] | None:
    """Value and unit of "and three months", and the token after it."""
    k = j
    while p.low(k) in {",", "and"} and k < j + 2:
        k += 1
    numeral = read_cardinal(p, k)
    if numeral is None or not numeral.value:
        return None
    after = table("unit_time").get(p.low(numeral.stop))
    if after not in _DAYS or after == unit or p.low(numeral.stop + 1) in {"-", "old"}:
        return None
    if numeral.value * _DAYS[after] >= _DAYS[unit]:  # "one week and 60 days" are two lengths
        return None
    return numeral.value, after, numeral.stop + 1


def _and_a_half(p: Passage, j: int) -> int:
    """The token after "and a half" or "and half" at token `j`; 0 where there is none."""
    if p.low(j) != "and":
        return 0
    k = j + 1 + (p.low(j + 1) in ARTICLES)
    if p.low(k) != "half" or p.low(k + 1) == "-":
        return 0
    if k == j + 1 and (p.low(k + 1) in _HALF_OF or p.kind(k + 1) == WORD):
        return 0
    return k + 1
