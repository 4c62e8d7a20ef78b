"""Whether two figures stand in the same place of a sentence that was kept and edited."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from rights_diff.comparison.claims.claim import Claim, likeness
from rights_diff.model import Span

__all__ = ["same_slot"]

# From this share of common words on the two sides are one sentence, edited.
_EDITED = 0.5
# Words up to which two claims are laid side by side; a table squeezed into one is longer.
_LONGEST = 400

Anchors = tuple[tuple[int, ...], tuple[int, ...]]


def same_slot(old: Claim, new: Claim, old_core: Span, new_core: Span) -> bool | None:
    """Whether the same kept words stand before and after two figures; None where few are kept.

    The cores are places in either text; words that both sentences kept hold them in position.
    """
    if likeness(old, new) < _EDITED or max(len(old.words), len(new.words)) > _LONGEST:
        return None
    if old.plain > new.plain:  # difflib is not symmetric: one order for both directions
        return same_slot(new, old, new_core, old_core)
    left, right = _anchors(old.keys, new.keys)
    a, b = _slot(left, old, old_core), _slot(right, new, new_core)
    return a[0] <= b[1] and b[0] <= a[1]


def _slot(anchors: Sequence[int], claim: Claim, core: Span) -> tuple[int, int]:
    """How many kept words come before a figure, and before its end."""
    inside = [w.place for w in claim.words if w.span.overlaps(core)]
    if not inside:
        return len(anchors), len(anchors)
    return bisect_left(anchors, inside[0]), bisect_right(anchors, inside[-1])


@lru_cache(maxsize=256)
def _anchors(old: tuple[str, ...], new: tuple[str, ...]) -> Anchors:
    """Places of the words kept in order, in either sentence."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return (
        tuple(block.a + n for block in blocks for n in range(block.size)),
        tuple(block.b + n for block in blocks for n in range(block.size)),
    )
