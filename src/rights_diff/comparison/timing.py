"""Dates that belong to a claim and differ by more than the shift of the edition year."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.contrast import Contrast
from rights_diff.model import Signal

__all__ = ["date_signals"]


def date_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of dates that moved against their claim."""
    del contrast
    return ()
