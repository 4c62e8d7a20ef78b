"""The year a figure is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rights_diff.extraction.dates import Reading
from rights_diff.extraction.grammar.lexicon import words
from rights_diff.extraction.grammar.tokens import Passage
from rights_diff.extraction.quantities.mention import Mention

__all__ = ["as_of_year"]

# Words before a year that give a baseline or a limit, not the figure's own year.
_BASELINES = frozenset({"since", "before", "until", "than", "from"})
_COMPARED = frozenset({"compared with", "compared to", "than in", "as in"})
# A comma or conjunction between a figure and a date counts like so many tokens, a clause's end
# like so many.
_COMMA, _BOUNDARY = 2, 12
_BOUNDARIES = frozenset({";", ":", "but", "while", "whereas", "compared", "who", "which"})
# A date further away than this, so counted, says nothing of the figure.
_REACH = 40


def as_of_year(
    p: Passage, mention: Mention, dates: Sequence[Reading], year: int | None
) -> int | None:
    """The year a figure is about: the sentence's own date phrase, then the report's year."""
    best, found = _REACH, year
    for date in _near(dates, mention):
        said = date.first.year
        if said is None or not _dates_figures(p, date, year):
            continue
        distance = _distance(p, mention, date)
        if distance <= best:
            best, found = distance, said
    return found


def _near(dates: Sequence[Reading], mention: Mention) -> Sequence[Reading]:
    """The dates within reach, so that a very long sentence costs no more than its length."""
    first = bisect_left(dates, mention.start - _REACH, key=lambda d: d.stop)
    return dates[first : bisect_left(dates, mention.stop + _REACH, key=lambda d: d.start)]


def _dates_figures(p: Passage, date: Reading, year: int | None) -> bool:
    """Whether a date can be a figure's own: no baseline, no name, no plan, within one year."""
    said = date.first.year or 0
    if (date.relative and date.last is None) or (year is not None and said > year):
        return False
    if date.last is not None and date.last.year != said:
        return False
    return not _baseline(p, date) and not _names(p, date)


def _baseline(p: Passage, date: Reading) -> bool:
    """Since 2002; a fall of 14 per cent from 2009; over the same period in 2011."""
    before = p.low(date.start - 1)
    if before in _BASELINES or p.phrase(date.start - 2, date.start) in _COMPARED:
        return True
    return p.phrase(date.start - 3, date.start) == "same period in"


def _names(p: Passage, date: Reading) -> bool:
    """The 1951 Convention, a 1993 decree: a year inside a name."""
    if p.low(date.start - 1) not in {"the", "a", "its", "that"}:
        return False
    lawlike = words("date_lawlike")
    return any(p.low(j) in lawlike for j in range(date.stop, date.stop + 4))


def _distance(p: Passage, mention: Mention, date: Reading) -> int:
    if date.stop <= mention.start:
        between = range(date.stop, mention.start)
    else:
        between = range(mention.stop, date.start)
    ends = sum(1 for j in between if p.low(j) in _BOUNDARIES)
    commas = sum(1 for j in between if p.low(j) in {",", "and"})
    return len(between) + _COMMA * commas + _BOUNDARY * ends
