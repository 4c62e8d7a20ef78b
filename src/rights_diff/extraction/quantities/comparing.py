"""Figures told beside another to compare them: each keeps the year of its own words.

"From 25 in 2012 to 29 at the end of 2016", "1,127 arrived, compared with 2,706 in 2011",
"52 cases (60 in 2014)", "71, up from 27".
"""

from __future__ import annotations

from typing import NamedTuple

from rights_diff.extraction.dates import Reading
from rights_diff.extraction.grammar.lexicon import numbers, words
from rights_diff.extraction.grammar.tokens import DECIMAL, MONEY, NUMBER, Passage
from rights_diff.extraction.quantities.mention import Mention

__all__ = ["Step", "beside_another", "of_another", "step_of", "year_before"]

# Tokens between "from" and "to", conversions included, and before "from" as far as its verb.
_STEP_REACH, _VERB_REACH = 16, 14
# Tokens between "to" or "compared with" and the number after it: hedges.
_HEDGE_REACH = 5
# Tokens from a compared number to its date: "64,328 persons under guardianship at the end of 2015".
_OWN_REACH = 14
_WITH = frozenset({"to", "with", "against"})
_PERCENT = frozenset({"%", "percent", "per", "cent"})
_YEAR_BEFORE = (
    "the previous year", "the preceding year", "the year before", "the year earlier",
    "a year earlier", "a year before",
)  # fmt: skip


class Step(NamedTuple):
    """One end of "from A to B": where "from" and "to" stand, and whether it "ranged" so."""

    first: bool
    start: int
    stop: int
    ranges: bool

    def own(self, date: Reading) -> bool:
        """Whether a date can be that of this end: A's stands before "to", B's never between."""
        if self.first:
            return self.start < date.start < self.stop
        return date.start < self.start or date.start > self.stop

    def year(self, years: str) -> int:
        """The year of this end in "from 10 to 12 between 2010 and 2020", of "2010/2020"."""
        return int(years.split("/")[not self.first])


def step_of(p: Passage, m: Mention) -> Step | None:
    """The end of a change ("rose from 34 to 86") that a figure is, or None."""
    link = p.low(m.start - 1)
    if link == "from":
        ends = (k for k in range(m.stop, m.stop + _STEP_REACH) if p.low(k) == "to")
        stop = next((k for k in ends if _number_after(p, k)), None)
        return None if stop is None else _step(p, m.start - 1, stop, first=True)
    if link == "to":
        starts = range(m.start - 2, max(-1, m.start - 2 - _STEP_REACH), -1)
        froms = (k for k in starts if p.low(k) == "from" and _number_after(p, k))
        start = next(froms, None)
        return None if start is None else _step(p, start, m.start - 1, first=False)
    return None


def _step(p: Passage, start: int, stop: int, *, first: bool) -> Step | None:
    near = p.lows[max(0, start - _VERB_REACH) : start]
    if not words("quantity_change").isdisjoint(near):
        return Step(first, start, stop, ranges=False)
    return Step(first, start, stop, ranges=True) if "ranged" in near else None


def _number_after(p: Passage, i: int) -> bool:
    return any(_is_number(p, k) for k in range(i + 1, i + 1 + _HEDGE_REACH))


def _is_number(p: Passage, i: int) -> bool:
    return p.kind(i) in {NUMBER, DECIMAL, MONEY} or p.low(i) in numbers("number_cardinals")


def of_another(p: Passage, m: Mention, date: Reading) -> bool:
    """Whether a date after a figure is that of a figure it is compared with.

    The date stands right after that figure ("compared with 60 in 2014"), not after the whole
    that is told last for both ("compared with 69 percent of the men in 2014").
    """
    if date.stop <= m.start:
        return _closed_before(p, date, m)
    for k in range(m.stop, date.start):
        if p.low(k) == ";":
            return False
        if _opens(p, k, date) or (_compares(p, k) and _dates_number(p, k, date)):
            return True
    return False


def _compares(p: Passage, i: int) -> bool:
    """Whether "compared with", "up from" and the like start here."""
    word, after = p.low(i), p.low(i + 1)
    return (word in {"compared", "against"} and (after in _WITH or word == "against")) or (
        word in {"up", "down"} and after == "from"
    )


def _opens(p: Passage, i: int, date: Reading) -> bool:
    """Whether a bracket opens that holds more than the date: "12 cases (three in 2014)"."""
    if p.low(i) != "(" or ")" in p.lows[i : date.start]:
        return False
    return not all(w in words("noun_stop") for w in p.lows[i + 1 : date.start])


def _closed_before(p: Passage, date: Reading, m: Mention) -> bool:
    """Whether the date stands in brackets that close before the figure."""
    depth = 0
    for k in range(date.stop, m.start):
        depth += (p.low(k) == "(") - (p.low(k) == ")")
        if depth < 0:
            return True
    return False


def _dates_number(p: Passage, i: int, date: Reading) -> bool:
    """Whether a number after token `i` has the date for itself."""
    k = next((k for k in range(i + 1, i + 1 + _HEDGE_REACH) if _is_number(p, k)), None)
    if k is None or not k < date.start <= k + _OWN_REACH:
        return False
    after = k + 1
    while p.low(after) in _PERCENT:
        after += 1
    return p.low(after) != "of" and not any(_is_number(p, j) for j in range(after, date.start))


def beside_another(p: Passage, m: Mention) -> bool:
    """Whether a figure is only told as what was before: "up from 27", "the previous 27"."""
    before, first = p.low(m.start - 1), p.low(m.start - 2)
    if "previous" in p.lows[max(0, m.start - 1) : m.core_start]:
        return True
    return before == "from" and first in {"up", "down"}


def year_before(p: Passage, m: Mention) -> bool:
    """Whether a figure is told for the year before the report's: "25 a year earlier"."""
    j = m.stop + (p.low(m.stop) in {"in", "during", "for"})
    return any(p.phrase(j, j + len(w.split())) == w for w in _YEAR_BEFORE)
