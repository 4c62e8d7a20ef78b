"""Facets: what is different, or agrees, inside a row, each kind by its own rules."""

from rights_diff.comparison.facets.rules import facets_of

__all__ = ["facets_of"]
