"""Figures: which ones of two reports measure the same thing, and how they relate."""

from rights_diff.comparison.figures.figure import OF_CASES, Figure, figures_of

__all__ = ["OF_CASES", "Figure", "figures_of"]
