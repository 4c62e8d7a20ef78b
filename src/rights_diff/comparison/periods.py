"""Figures for part of a year against figures for a whole one."""

from __future__ import annotations

import re
from functools import lru_cache

from rights_diff.comparison.figures import Figure

__all__ = ["months_covered", "period_note"]

PERIOD = "period"
_WHOLE_YEAR = 12
# Figures that add up over a year; an age or a prison term does not.
_FLOWS = frozenset({"count", "money"})
_MONTHS = {
    "january": 1,
    "jan": 1,
    "february": 2,
    "feb": 2,
    "march": 3,
    "mar": 3,
    "april": 4,
    "apr": 4,
    "may": 5,
    "june": 6,
    "jun": 6,
    "july": 7,
    "jul": 7,
    "august": 8,
    "aug": 8,
    "september": 9,
    "sept": 9,
    "sep": 9,
    "october": 10,
    "oct": 10,
    "november": 11,
    "nov": 11,
    "december": 12,
    "dec": 12,
}
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
}
_MONTH = "|".join(sorted(_MONTHS, key=lambda m: (-len(m), m)))
_SPAN = re.compile(
    rf"\b(?:between|from) (?:\d{{1,2}} )?(?P<a>{_MONTH})\b\.?(?: \d{{1,4}},?)?(?: \d{{4}})?"
    rf" (?:and|to|until|through) (?:\d{{1,2}} )?(?P<b>{_MONTH})\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:as of|up to|until|by|through)(?: the)? (?:mid-|early |late |end of |end-)?"
    rf"(?:\d{{1,2}} )?(?P<m>{_MONTH})\b",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:first|last|past) (?:(?P<n>\w+) months\b|(?P<half>half|quarter)\b)", re.IGNORECASE
)


def period_note(old: Figure, new: Figure) -> str | None:
    """`period` where the two figures are for stretches of different length, else None."""
    if old.family not in _FLOWS:
        return None
    a, b = (months_covered(f.sentence_text) for f in (old, new))
    return PERIOD if a != b else None


@lru_cache(maxsize=4096)
def months_covered(text: str) -> int:
    """Months of the year that a yearly count in this sentence covers; 12 where nothing is said.

    >>> months_covered("Between January and September 2018, 808 people arrived.")
    9
    >>> months_covered("In the first six months of the year, 50 people were held.")
    6
    """
    if m := _SPAN.search(text):
        a, b = (_MONTHS[m[g].lower()] for g in "ab")
        return (b - a) % _WHOLE_YEAR + 1
    if m := _FIRST.search(text):
        return _first(m)
    if m := _UNTIL.search(text):
        return _MONTHS[m["m"].lower()]
    return _WHOLE_YEAR


def _first(match: re.Match[str]) -> int:
    if match["half"]:
        return 6 if match["half"].lower() == "half" else 3
    said = match["n"].lower()
    return int(said) if said.isdigit() else _NUMBERS.get(said, _WHOLE_YEAR)
