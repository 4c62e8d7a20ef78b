"""Parts of a year, and stretches of several years, that a sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rights_diff.extraction.dates import Reading
from rights_diff.extraction.dates.reading import Point, iso
from rights_diff.extraction.grammar.numerals import read_cardinal
from rights_diff.extraction.grammar.tokens import SIGN, Passage

__all__ = ["Stretch", "stretches_in"]


class Stretch(NamedTuple):
    """A stretch of time: its tokens, the year it ends in, and an ISO 8601 interval of months."""

    start: int
    stop: int
    year: int
    iso: str


# Words before a date up to which is counted from the start of its year.
_UP_TO = ("by", "until", "till", "through", "to", "as of", "up to", "by the end of",
          "by early", "by late", "by mid", "through the end of", "until the end of", "by mid -",
          "as of mid -", "as of the end of", "to the end of", "at the end of", "as of early",
          "as of late")  # fmt: skip
_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _UP_TO)
_JOINTS = tuple((w,) for w in ("to", "and", "until", "through", "-", "–", "—"))
# So many tokens before a date, "since" makes it a baseline.
_SINCE = 4
_OF_YEAR = {"half": 6, "quarter": 3}
_MONTHS_A_YEAR = 12


def stretches_in(
    p: Passage, dates: Sequence[Reading], year: int | None, before: Stretch | None = None
) -> tuple[Stretch, ...]:
    """The stretches of a sentence, in order: ranges of months, "by September", "first six months".

    Args:
        before: the last stretch of the sentences before, for "over the same period".

    >>> from rights_diff.extraction.dates import dates_in
    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> p = tokenise("Between January and September 2018, 808 people arrived.")
    >>> [s.iso for s in stretches_in(p, dates_in(p, 2018), 2018)]
    ['2018-01/2018-09']
    """
    if not (dates or before or (year is not None and _named(p))):
        return ()
    found = sorted([*_dated(p, dates, year), *_counted(p, dates, year)])
    if before is not None and not found:
        found += _pointed(p, before)
    return tuple(found)


def _named(p: Passage) -> bool:
    """Whether "the first six months" and the like may be told."""
    return "first" in p.lows or "last" in p.lows


def _pointed(p: Passage, before: Stretch) -> Iterator[Stretch]:
    """What "during that period" means; "the same period in 2011" is another one."""
    for i, low in enumerate(p.lows):
        told = low == "period" and p.low(i - 1) in {"same", "that", "this"}
        if told and p.low(i + 1) not in {"in", "of", "for", "the", "last", "a"}:
            yield before._replace(start=i - 1, stop=i + 1)


def _dated(p: Passage, dates: Sequence[Reading], year: int | None) -> Iterator[Stretch]:
    for n, d in enumerate(dates):
        if d.last is not None:
            yield from _range(p, d, year)
        elif n and _joined(p, dates[n - 1], d):
            first = dates[n - 1]
            whole = first._replace(stop=d.stop, last=d.first)
            yield from _range(p, whole, year)
        elif _up_to(p, d, year) and not (n and _between(p, dates[n - 1], d)):
            yield _stretch(d.start, d.stop, Point(d.first.year, 1), d.first)


def _joined(p: Passage, first: Reading, second: Reading) -> bool:
    """Whether two dates are the ends of a range: "from May 2012 to March 2013"."""
    if first.last is not None or first.first.month is None or second.first.month is None:
        return False
    return _between(p, first, second)


def _between(p: Passage, first: Reading, second: Reading) -> bool:
    """Whether one date ends what another begins, months or not: "from 2012 to March 2013"."""
    joint = p.lows[first.stop : second.start]
    return p.low(first.start - 1) in {"from", "between"} and joint in _JOINTS


def _range(p: Passage, d: Reading, year: int | None) -> Iterator[Stretch]:
    """A range of dates as one of months; a whole year and a plan are none."""
    first, last = d.first, d.last
    if last is None or last.year is None or first.year is None:
        return
    if year is not None and last.year > year:
        return
    if "since" in p.lows[max(0, d.start - _SINCE) : d.start]:
        return  # "the worst since the late 1990s"
    whole = (first.month or 1) == 1 and (last.month or _MONTHS_A_YEAR) == _MONTHS_A_YEAR
    one_month = first.month is not None and first[:2] == last[:2]
    if one_month or (whole and first.year == last.year):
        return
    named = p.low(d.start - 1) in {"the", "its", "a", "’s", "'s"}  # "the fund’s 2014-2021 cycle"
    if not named or first.month is not None:
        yield _stretch(d.start, d.stop, first, last)


def _stretch(start: int, stop: int, first: Point, last: Point) -> Stretch:
    ends = (iso(Point(x.year, x.month)) for x in (first, last))
    return Stretch(start, stop, last.year or 0, "/".join(ends))


def _up_to(p: Passage, d: Reading, year: int | None) -> bool:
    """Whether all of the year up to a date is told: "by September", "as of 4 July"."""
    which, month = d.first.year, d.first.month
    if which is None or month is None or (year is not None and which > year):
        return False
    if not 1 < month < _MONTHS_A_YEAR or p.low(d.start - 1) not in _LAST_WORDS:
        return False
    return any(p.phrase(d.start - len(w.split()), d.start) == w for w in _UP_TO)


def _counted(p: Passage, dates: Sequence[Reading], year: int | None) -> Iterator[Stretch]:
    """Months such as "in the first six months", of the report's year where none is told."""
    if year is None or not _named(p):
        return
    taken = {k for d in dates for k in range(d.start, d.stop)}
    for i, low in enumerate(p.lows):
        if low not in {"first", "last"} or i in taken or p.low(i - 1) != "the":
            continue
        months, stop = _length(p, i + 1)
        placed = p.low(i - 2) in {"in", "during", "for", "over"} and p.kind(stop) in {SIGN, ""}
        if 0 < months < _MONTHS_A_YEAR and placed:
            start = 1 if low == "first" else _MONTHS_A_YEAR + 1 - months
            ends = Point(year, start), Point(year, start + months - 1)
            yield _stretch(i, stop, *ends)


def _length(p: Passage, i: int) -> tuple[int, int]:
    """The months named at token `i`, and the token after them; 0 where there are none."""
    if p.low(i) in _OF_YEAR:
        return _OF_YEAR[p.low(i)], i + 1
    numeral = read_cardinal(p, i)
    if numeral is None or numeral.value is None or p.low(numeral.stop) != "months":
        return 0, i
    return int(numeral.value), numeral.stop + 1
