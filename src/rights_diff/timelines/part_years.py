"""The stretch of time that a figure covers where that is not one calendar year, in words."""

from __future__ import annotations

import re
from calendar import month_name

from rights_diff.comparison.figures import Figure
from rights_diff.comparison.words.lexicon import word_set

__all__ = ["is_provisional", "stretch_of"]

_INTERVAL = re.compile(r"(\d{4})(?:-(\d\d))?/(\d{4})(?:-(\d\d))?")
# Figures that add up over a stretch of time; a share is measured on a day.
_FLOWS = frozenset({"count", "money"})
# Words of a state that lasts, beside those of the comparison: "were self-employed through August".
_STATES = frozenset({"asylum", "employed", "missing", "refugees", "self"})
_PROVISIONAL = re.compile(r"\b(?:preliminary|provisional)\b", re.IGNORECASE)
# Characters around a figure in which that is said of it.
_REACH = 30


def stretch_of(figure: Figure) -> str | None:
    """What a count or a sum was counted over: "January–September", "2012–2016"; else None.

    None for a state that is counted on a day ("712 prisoners as of November"): the months up to
    that day are no part of a year.
    """
    found = _INTERVAL.fullmatch(figure.quantity.period or "")
    if found is None or figure.family not in _FLOWS or figure.rate:
        return None
    if _is_state(figure):
        return None
    first, start, last, end = found.groups()
    if not (start and end):
        return f"{first}–{last}"
    if first != last:
        return f"{_month(start)} {first}–{_month(end)} {last}"
    return _month(start) if start == end else f"{_month(start)}–{_month(end)}"


def _is_state(figure: Figure) -> bool:
    """Whether a state is told; not where events are held or registered ("held 340 executions")."""
    told = figure.near_keys & (word_set("stock_words") | _STATES)
    before = figure.sentence_text[: figure.quantity.span.start - figure.sentence_start].split()[-1:]
    people = any(c.startswith("person") for c in figure.classes)
    return bool(told if people else told - {w.lower() for w in before})


def _month(number: str) -> str:
    return month_name[int(number)]


def is_provisional(figure: Figure) -> bool:
    """Whether the report says so of the figure itself: "(63, provisional figure)"."""
    start, end = figure.quantity.core.start, figure.quantity.span.end
    text = figure.claim.text
    near = re.split(r"[);.]", text[end : end + _REACH])[0]
    others = (q.span.start for q in figure.claim.quantities)
    if any(end <= s < end + len(near) for s in others):
        return False
    before = text[figure.quantity.span.start : start]
    return _PROVISIONAL.search(before) is not None or _PROVISIONAL.search(near) is not None
