"""A sentence with one figure in it."""

from __future__ import annotations

from rights_diff.extraction.quantities import quantities
from rights_diff.model import Quantity

# The year the sentences are read as being about.
YEAR = 2019


def only(text: str) -> Quantity:
    """The one figure of a text that has no other."""
    found = quantities(text, year=YEAR)
    assert len(found) == 1, [q.core.of(text) for q in found]
    return found[0]
