"""Figures for part of a year against figures for a whole one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rights_diff.comparison.figures.figure import Figure
from rights_diff.comparison.words.lexicon import word_set

__all__ = ["period_note", "stretches"]

PERIOD = "period"
_WHOLE_YEAR = 12
# Figures that add up over a year; an age or a prison term does not.
_FLOWS = frozenset({"count", "money"})
_CLAUSE_ENDS = ";:–—"
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
    spans = [{months for _, months, _ in _found(f.sentence_text)} for f in (old, new)]
    if spans[0] == spans[1] and len(spans[0]) <= 1:
        return None
    return PERIOD if _months(old) != _months(new) else None


def _months(figure: Figure) -> int:
    """Months that the phrase of time nearest in its clause gives this figure; 12 without one."""
    text, start = figure.sentence_text, figure.sentence_start
    cores = [q.core.start - start for q in figure.claim.quantities]
    mine = figure.quantity.core.start - start
    lasting = text[mine:][len(figure.core) :].startswith("-")  # a "12-person cabinet"
    lasting = lasting or _is_stock(figure)
    for place, months, is_date in _found(text):
        if is_date and lasting:
            continue
        if _owns(place, mine, [c for c in cores if 0 <= c < len(text)], text):
            return months
    return _WHOLE_YEAR


def _is_stock(figure: Figure) -> bool:
    """Whether a figure is that of one day, and does not add up over the months."""
    near = figure.near_keys
    if not near.isdisjoint(word_set("stock_words")):
        return True
    people = not figure.classes or any(c.startswith("person") for c in figure.classes)
    return people and not near.isdisjoint(word_set("custody_words"))


def _owns(place: int, mine: int, cores: Sequence[int], text: str) -> bool:
    """Whether a phrase of time is that of the figure at `mine`: one clause, or the nearest.

    A phrase before all the figures of its clause is that of them all.
    """
    if (bracket := _bracket(mine, text)) and not bracket[0] <= place < bracket[1]:
        mine = max((c for c in cores if c < bracket[0]), default=mine)
    here = _clause(place, text)
    inside = [c for c in cores if here[0] <= c < here[1]]
    if inside and mine not in inside:
        return False
    rivals = inside or cores
    if all(place <= c for c in rivals):
        return True
    return mine == min(rivals, key=lambda c: (abs(c - place), c))


def _clause(place: int, text: str) -> tuple[int, int]:
    """Where the clause around a place starts and ends."""
    start = max(text.rfind(c, 0, place) for c in _CLAUSE_ENDS) + 1
    ends = [e for c in _CLAUSE_ENDS if (e := text.find(c, place)) >= 0]
    return start, min(ends, default=len(text))


def _bracket(place: int, text: str) -> tuple[int, int] | None:
    """The brackets around a place; what they hold is for the time of the words before them."""
    start = text.rfind("(", 0, place)
    end = text.find(")", place)
    return (start, end) if start > text.rfind(")", 0, place) and end > 0 else None


def stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Phrases that name a part of a year: where they start and how many months they cover.

    >>> stretches("Between January and September 2018, 808 people arrived.")
    ((0, 9),)
    >>> stretches("In the first six months of the year, 50 people were held.")
    ((7, 6),)
    """
    return tuple((place, months) for place, months, _ in _found(text))


@lru_cache(maxsize=4096)
def _found(text: str) -> tuple[tuple[int, int, bool], ...]:
    """The phrases, and whether each names but the day up to which was counted."""
    found = [(m.start(), _between(m), False) for m in _SPAN.finditer(text)]
    found += [(m.start(), _first(m), False) for m in _FIRST.finditer(text)]
    found += [(m.start(), _MONTHS[m["m"].lower()], True) for m in _UNTIL.finditer(text)]
    return tuple(sorted(found))


def _between(match: re.Match[str]) -> int:
    a, b = (_MONTHS[match[g].lower()] for g in "ab")
    return (b - a) % _WHOLE_YEAR + 1


def _first(match: re.Match[str]) -> int:
    if match["half"]:
        return 6 if match["half"].lower() == "half" else 3
    said = match["n"].lower()
    return int(said) if said.isdigit() else _NUMBERS.get(said, _WHOLE_YEAR)
