"""Dates that point back: the same month, that year, the following day."""

from __future__ import annotations

import re
from datetime import date, timedelta

from rights_diff.extraction.dates.reading import Point, Reading
from rights_diff.extraction.grammar.lexicon import words
from rights_diff.extraction.grammar.tokens import WORD, Passage

__all__ = ["pointed_date", "pointing"]

_POINTING = re.compile(r"\b(?:same|that|following|next) (?:day|month|year)\b", re.IGNORECASE)
# Words before "that day" that show no conjunction is meant ("said that day care …").
_BEFORE_THAT = frozenset(
    {"by", "during", "earlier", "for", "from", "in", "later", "of", "on", "since", "until"}
)
_DECEMBER = 12


def pointing(text: str) -> bool:
    """Whether a text has words that may point to a date before them."""
    return _POINTING.search(text) is not None


def pointed_date(p: Passage, i: int, before: Point | None) -> Reading | None:
    """The date of "the same month" and the like, whose last word is token `i`.

    Args:
        before: the last date before it; one less precise than what is asked for gives none.
    """
    unit = p.low(i)
    if before is None or before.year is None or unit not in {"day", "month", "year"}:
        return None
    place = _place(p, i)
    if place is None:
        return None
    start, moved = place
    point = _moved(before, unit) if moved else _cut(before, unit)
    return None if point is None else Reading(start, i + 1, point, said=False)


def _place(p: Passage, i: int) -> tuple[int, bool] | None:
    """Where the phrase starts, and whether it leads on to the next day, month or year."""
    word, first = p.low(i - 1), p.low(i - 2)
    if word == "same" and first in {"the", "that"}:
        return i - 2, False
    if word in {"following", "next"} and first == "the":
        return i - 2, True
    opens = i == 1 or first in _BEFORE_THAT or p.kind(i - 2) != WORD
    ends = p.kind(i + 1) != WORD or p.low(i + 1) in words("noun_stop")
    if word == "that" and (opens or ends) and (first in _BEFORE_THAT or ends):
        return i - 1, False
    return None


def _cut(before: Point, unit: str) -> Point | None:
    if unit == "year":
        return Point(before.year)
    if before.month is None or (unit == "day" and before.day is None):
        return None
    return before if unit == "day" else Point(before.year, before.month)


def _moved(before: Point, unit: str) -> Point | None:
    """The day, month or year after a date."""
    year, month, day = before
    if year is None or (unit != "year" and month is None):
        return None
    if unit == "year" or month is None:
        return Point(year + 1)
    if unit == "month":
        return Point(year + month // _DECEMBER, month % _DECEMBER + 1)
    try:
        after = date(year, month, day or 0) + timedelta(days=1)
    except (ValueError, OverflowError):  # no day is told, or none that this year has
        return None
    return Point(after.year, after.month, after.day)
