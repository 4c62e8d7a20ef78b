"""Dates without a month: years, decades, seasons, and what is told by the report's own year."""

from __future__ import annotations

from rights_diff.extraction.dates.months import DASHES, year_number
from rights_diff.extraction.dates.reading import Point, Reading, valid_day
from rights_diff.extraction.grammar.lexicon import group, pairs
from rights_diff.extraction.grammar.numerals import read_cardinal
from rights_diff.extraction.grammar.qualifiers import hedge_before
from rights_diff.extraction.grammar.tokens import DECADE, NUMBER, Passage
from rights_diff.model import Qualifier

__all__ = [
    "decade_date",
    "numeric_date",
    "relative_date",
    "season_date",
    "slashed_year",
    "year_date",
]

_RANGE_WORDS = frozenset({"to", "until", "till", "through", *DASHES})
_COUNTING = frozenset(
    {Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.UP_TO, Qualifier.LESS_THAN}
)
_CENTURY = 100


def numeric_date(p: Passage, i: int) -> Reading | None:
    """2017-09-03."""
    year = year_number(p, i)
    if year is None or p.low(i + 1) != "-" or p.low(i + 3) != "-" or not p.glued(i + 2):
        return None
    month, day = p.low(i + 2), p.low(i + 4)
    if not (len(month) == len(day) == 2 and month.isdecimal() and day.isdecimal()):
        return None
    if not (1 <= int(month) <= 12 and valid_day(int(month), int(day))):
        return None
    return Reading(i, i + 5, Point(year, int(month), int(day)))


def year_date(p: Passage, i: int) -> Reading | None:
    """A year or a range of years in figures: 2017, 1950-53, from 1992 until 2011."""
    year = year_number(p, i)
    if year is None or _in_code(p, i) or _counts(p, i):
        return None
    last = _range_end(p, i, year)
    if last is not None:
        return Reading(i, last[1], Point(year), Point(last[0]))
    return Reading(i, i + 1, Point(year))


def _in_code(p: Passage, i: int) -> bool:
    """Whether the four figures are the tail of a code ("X-2017"); "mid-2002" is a date."""
    if not p.glued(i) or p.low(i - 1) not in {"-", "/", "."}:
        return False
    return p.low(i - 2) not in {"mid", "early", "late", "pre", "post"}


def _counts(p: Passage, i: int) -> bool:
    """Whether a four-digit number counts something ("at least 2000 people")."""
    if p.low(i - 1) in group("before_year"):
        return False
    hedge = hedge_before(p, i)
    return hedge is not None and (hedge.qualifier in _COUNTING or p.low(i - 1) == "some")


def _range_end(p: Passage, i: int, year: int) -> tuple[int, int] | None:
    """The last year of a range that starts at `i` and the token after it."""
    joint = p.low(i + 1)
    last = year_number(p, i + 2)
    if joint in DASHES and last is None and p.kind(i + 2) == NUMBER and p.glued(i + 2):
        text = p.low(i + 2)
        if len(text) == 2 and int(text) > year % _CENTURY:
            return year - year % _CENTURY + int(text), i + 3
    if last is None or last <= year:
        return None
    joined = joint in _RANGE_WORDS or (joint in {"and", "or"} and last == year + 1)
    if joined or (joint == "and" and p.low(i - 1) == "between"):
        return last, i + 3
    return None


def slashed_year(p: Passage, i: int) -> Reading | None:
    """2013/14, 2014/2015; token `i` is of that kind."""
    if p.low(i + 1) == "per":
        return None
    first, _, last = p.tokens[i].text.partition("/")
    if len(first) != 4 or not first.isdecimal() or not last.isdecimal():
        return None
    start = int(first)
    end = int(last) if len(last) == 4 else start - start % _CENTURY + int(last)
    if 1500 <= start < end <= start + 10:
        return Reading(i, i + 1, Point(start), Point(end))
    return None


def decade_date(p: Passage, i: int) -> Reading | None:
    """1990s; 1970s and 1980s; late 1990s; token `i` is of that kind."""
    if len(p.low(i)) < 5:  # "in their 70s"
        return None
    first = int(p.low(i)[:4])
    low, high = _part_of_decade(p.low(i - 1))
    stop, last = i + 1, first + high
    if p.low(i + 1) in {"and", "to", "or", *DASHES} and p.kind(i + 2) == DECADE:
        text = p.low(i + 2)
        end = int(text[:4]) if len(text) > 4 else first - first % _CENTURY + int(text[:2])
        stop, last = i + 3, end + 9
    return Reading(i, stop, Point(first + low), Point(last))


def _part_of_decade(word: str) -> tuple[int, int]:
    return {"early": (0, 4), "mid": (4, 6), "late": (5, 9)}.get(word, (0, 9))


def season_date(p: Passage, i: int) -> Reading | None:
    """Summer of 2017; token `i` is the season."""
    first, last = pairs("date_seasons")[p.low(i)]
    j = i + 2 if p.low(i + 1) == "of" else i + 1
    year = year_number(p, j)
    if year is None or last is None:
        return None
    ends = Point(year, first), Point(year + (last < first), last)
    return Reading(i, j + 1, *ends)


def relative_date(p: Passage, i: int, year: int | None) -> Reading | None:
    """The covered year and parts of it: "the first six months of the year", "during the year"."""
    if year is None:
        return None
    if p.low(i) in {"first", "second", "last"}:
        return _months_of_year(p, i, year)
    if p.low(i) == "year" and p.low(i - 1) == "the":
        return _the_year(p, i, year)
    return None


def _months_of_year(p: Passage, i: int, year: int) -> Reading | None:
    if p.low(i + 1) in {"half", "part", "quarter"}:
        months, stop = {"half": 6, "part": 6, "quarter": 3}[p.low(i + 1)], i + 2
    else:
        numeral = read_cardinal(p, i + 1)
        if numeral is None or numeral.value is None or p.low(numeral.stop) != "months":
            return None
        months, stop = int(numeral.value), numeral.stop + 1
    if not 0 < months < 12 or p.low(stop) != "of":
        return None
    which = year_number(p, stop + 1)
    if which is not None:
        year, stop, said = which, stop + 2, True
    elif p.phrase(stop + 1, stop + 3) == "the year":
        stop, said = stop + 3, False
    else:
        return None
    low = 1 if p.low(i) == "first" else 13 - months
    ends = Point(year, low), Point(year, low + months - 1)
    return Reading(i, stop, *ends, said=said, relative=True)


def _the_year(p: Passage, i: int, year: int) -> Reading | None:
    opening = p.phrase(i - 4, i - 1)
    if opening.endswith(("end of", "close of")):
        return Reading(i - 3, i + 1, Point(year, 12, 31), said=False, relative=True)
    if opening.endswith(("during", "throughout", "in", "within", "over")):
        if p.low(i + 1) in {"before", "after", "of", "when"}:
            return None
        return Reading(i - 2, i + 1, Point(year), said=False, relative=True)
    return None
