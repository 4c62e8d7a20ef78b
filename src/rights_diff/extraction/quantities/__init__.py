"""Quantities: what a report counts, how surely, and for which year."""

from __future__ import annotations

from rights_diff.extraction.quantities.find import find_quantities, quantities

__all__ = ["find_quantities", "quantities"]
