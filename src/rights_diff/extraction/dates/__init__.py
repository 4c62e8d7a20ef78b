"""Dates: where the text names one, as precise as the text."""

from __future__ import annotations

from rights_diff.extraction.dates.find import dates_in, find_dates
from rights_diff.extraction.dates.reading import Reading

__all__ = ["Reading", "dates_in", "find_dates"]
