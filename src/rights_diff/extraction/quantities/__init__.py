"""Quantities and dates: what a report counts, how surely, and when."""

from __future__ import annotations

from rights_diff.extraction.dates import find_dates
from rights_diff.extraction.quantities.find import find_quantities, quantities

__all__ = ["find_dates", "find_quantities", "quantities"]
