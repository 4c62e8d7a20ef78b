"""Finding dates: one walk over the tokens, the first rule that fits wins."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from rights_diff.extraction.dates.months import month_dates
from rights_diff.extraction.dates.pointing import pointed_date, pointing
from rights_diff.extraction.dates.reading import Point, Reading
from rights_diff.extraction.dates.years import (
    decade_date,
    numeric_date,
    relative_date,
    season_date,
    slashed_year,
    year_date,
)
from rights_diff.extraction.grammar.lexicon import numbers, pairs
from rights_diff.extraction.grammar.tokens import (
    DECADE,
    NUMBER,
    SLASHED,
    WORD,
    Passage,
    tokenise,
)
from rights_diff.model import DateMention, Report, Span

__all__ = ["covered_year", "date_words", "dates_in", "find_dates", "may_hold_date"]

# Sentences without any of these hold no date. Each alternative opens with a letter, and looks back
# only behind its first word: the search leaps from one such letter to the next.
_DIGIT = re.compile(r"\d")
_LIKELY = re.compile(
    r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|year(?<!\wyear)\b"
    r"|(?:same(?<!\wsame)|that(?<!\wthat)|following(?<!\wfollowing)|next(?<!\wnext))"
    r" (?:day|month)\b",
)

_Rule = Callable[[Passage, int, int | None], list[Reading]]


def covered_year(report: Report) -> int | None:
    """The year that dates without one belong to: the last the report covers."""
    years = report.metadata.covered_years
    return years[-1] if years else None


def find_dates(report: Report) -> tuple[DateMention, ...]:
    """The dates in the sentences of a report, in order, none overlapping.

    A date without a year belongs to the year the report covers; where that is not known it is
    written `--09-03`. "The same month" is that of the last date before it in its paragraph.
    """
    year, text = covered_year(report), report.text
    found: list[DateMention] = []
    before, end = None, 0
    for sentence in report.sentences:
        if "\n" in text[end : sentence.span.start]:
            before = None  # a new paragraph
        end = sentence.span.end
        words = sentence.span.of(text)
        if not may_hold_date(words):
            continue
        passage = tokenise(words)
        for r in dates_in(passage, year, before):
            span = Span(passage.tokens[r.start].start, passage.tokens[r.stop - 1].end)
            found.append(DateMention(span=span.shift(sentence.span.start), iso=r.iso))
            before = r.last or r.first
    return tuple(found)


def dates_in(p: Passage, year: int | None, before: Point | None = None) -> tuple[Reading, ...]:
    """The dates of one sentence, in order, none overlapping.

    Args:
        year: the year of dates that name none.
        before: the last date of the sentences before, for "the same month".

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> [d.iso for d in dates_in(tokenise("Between 3 and 8 May he met them."), 2017)]
    ['2017-05-03/2017-05-08']
    """
    if not may_hold_date(p.text):
        return ()
    led_back = before is not None and pointing(p.text)
    return _dates_in(p.text, year, before if led_back else None)


@lru_cache(maxsize=8192)
def may_hold_date(text: str) -> bool:
    """Whether a sentence can hold a date: a cheap test before it is cut into tokens."""
    return _DIGIT.search(text) is not None or _LIKELY.search(text) is not None


@lru_cache(maxsize=1)
def date_words() -> frozenset[str]:
    """The words that can open a date; a date without any of them has figures."""
    return frozenset(_rules())


# As many sentences as a very long report holds: dates are wanted once for themselves and once
# for the figures beside them, and a cache that is a little too small helps nothing at all.
@lru_cache(maxsize=8192)
def _dates_in(text: str, year: int | None, before: Point | None) -> tuple[Reading, ...]:
    p = tokenise(text)
    rules, by_kind, lows = _rules(), _rules_by_kind(), p.lows
    found: list[Reading] = []
    free = 0
    for i, token in enumerate(p.tokens):
        rule = rules.get(lows[i]) if token.kind == WORD else by_kind.get(token.kind)
        if rule is None or i < free:
            continue
        last = (found[-1].last or found[-1].first) if found else before
        for reading in rule(p, i, year) or _one(pointed_date(p, i, last)):
            if reading.start >= free:
                found.append(reading)
                free = reading.stop
    return tuple(found)


@lru_cache(maxsize=1)
def _rules() -> Mapping[str, _Rule]:
    """The rule that each first word asks for."""
    rules: dict[str, _Rule] = dict.fromkeys(numbers("date_months"), month_dates)
    for season in pairs("date_seasons"):
        rules[season] = lambda p, i, _year: _one(season_date(p, i))
    for word in ("first", "second", "last", "year"):
        rules[word] = lambda p, i, year: _one(relative_date(p, i, year))
    for unit in ("day", "month"):
        rules[unit] = lambda _p, _i, _year: []  # only where they point back
    return rules


@lru_cache(maxsize=1)
def _rules_by_kind() -> Mapping[str, _Rule]:
    """The rule that each kind of token asks for; words have rules of their own."""
    return {
        NUMBER: _from_number,
        DECADE: lambda p, i, _year: _one(decade_date(p, i)),
        SLASHED: lambda p, i, _year: _one(slashed_year(p, i)),
    }


def _from_number(p: Passage, i: int, _year: int | None) -> list[Reading]:
    """A number that opens a date. A day before its month is found from the month."""
    return _one(numeric_date(p, i)) or _one(year_date(p, i))


def _one(reading: Reading | None) -> list[Reading]:
    return [] if reading is None else [reading]
