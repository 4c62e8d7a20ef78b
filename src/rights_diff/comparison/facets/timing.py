"""Dates that belong to a claim and differ by more than the shift of the edition year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rights_diff.comparison.claims.claim import Claim
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.model import DateMention, Facet, Signal

__all__ = ["date_signals", "spans_other_years"]

# From this share of common words on the two sides are one sentence, edited.
_ALIKE = 0.4
_YEAR = re.compile(r"\d{4}")
_YEAR_LENGTH = 4
# A year after these is the one compared with.
_COMPARED = re.compile(r"\b(?:compared|contrast|unlike)(?: with| to)?(?: in)?\s+$", re.IGNORECASE)
_BEFORE = 30


def date_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of a date in whose place another stands.

    In the next edition of a report the same day a year later is no change of its own.
    """
    if contrast.likeness < _ALIKE:
        return
    old, new = contrast.old, contrast.new
    shift = (new.year or 0) - (old.year or 0) if old.year and new.year else 0
    left = [d for d in _unmatched(old.dates, new.dates, shift) if _is_told(d, old)]
    right = [d for d in _unmatched(new.dates, old.dates, -shift) if _is_told(d, new)]
    for a in left:
        b = next((d for d in right if len(d.iso) == len(a.iso)), None)
        if b is not None:
            right.remove(b)
            yield Signal(
                facet=Facet.DATE_CHANGED,
                rule="date",
                old=a.span,
                new=b.span,
                old_words=a.span.of(old.text),
                new_words=b.span.of(new.text),
            )


def spans_other_years(contrast: Contrast) -> bool:
    """Whether both sides name years, and not the same: what rose in one may fall in the next."""
    left, right = (
        {w.key for w in side.words if len(w.key) == _YEAR_LENGTH and _YEAR.fullmatch(w.key)}
        for side in (contrast.old, contrast.new)
    )
    return bool(left and right) and left != right


def _is_told(date: DateMention, side: Claim) -> bool:
    """Whether a date is told by itself: not "during the year", nor a year compared with."""
    if not any(c.isdigit() for c in date.span.of(side.text)) and len(date.iso) == _YEAR_LENGTH:
        return False
    return not _COMPARED.search(side.text[max(0, date.span.start - _BEFORE) : date.span.start])


def _unmatched(
    side: Sequence[DateMention], other: Sequence[DateMention], shift: int
) -> list[DateMention]:
    there = {d.iso for d in other}
    return [d for d in side if d.iso not in there and _shifted(d.iso, shift) not in there]


def _shifted(iso: str, years: int) -> str:
    return _YEAR.sub(lambda m: f"{int(m[0]) + years:04d}", iso)
