"""Dates that belong to a claim and differ by more than the shift of the edition year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rights_diff.comparison.contrast import Contrast
from rights_diff.model import DateMention, Facet, Signal

__all__ = ["date_signals"]

# From this share of common words on the two sides are one sentence, edited.
_ALIKE = 0.4
_YEAR = re.compile(r"\d{4}")


def date_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of a date in whose place another stands.

    In the next edition of a report the same day a year later is no change of its own.
    """
    if contrast.likeness < _ALIKE:
        return
    old, new = contrast.old, contrast.new
    shift = (new.year or 0) - (old.year or 0) if old.year and new.year else 0
    left, right = _unmatched(old.dates, new.dates, shift), _unmatched(new.dates, old.dates, -shift)
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


def _unmatched(
    side: Sequence[DateMention], other: Sequence[DateMention], shift: int
) -> list[DateMention]:
    there = {d.iso for d in other}
    return [d for d in side if d.iso not in there and _shifted(d.iso, shift) not in there]


def _shifted(iso: str, years: int) -> str:
    return _YEAR.sub(lambda m: f"{int(m[0]) + years:04d}", iso)
