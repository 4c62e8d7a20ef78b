"""Whether two figures stand in the same place of a sentence that was kept and edited."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from rights_diff.comparison.claims import Claim, likeness

__all__ = ["same_slot"]

# From this share of common words on the two sides are one sentence, edited.
_EDITED = 0.5
# Words up to which two claims are laid side by side; a table squeezed into one is longer.
_LONGEST = 400

Anchors = tuple[tuple[int, ...], tuple[int, ...]]


def same_slot(old: Claim, new: Claim, old_at: int, new_at: int) -> bool | None:
    """Whether the same kept words stand before and after two places; None where too few are kept.

    `old_at` and `new_at` are places in the text; words in both sentences hold them in position.
    """
    if likeness(old, new) < _EDITED or max(len(old.words), len(new.words)) > _LONGEST:
        return None
    if old.plain > new.plain:  # difflib is not symmetric: one order for both directions
        return same_slot(new, old, new_at, old_at)
    left, right = _anchors(old.keys, new.keys)
    a, b = _word_at(old, old_at), _word_at(new, new_at)
    return _slot(left, a) == _slot(right, b)


def _slot(anchors: Sequence[int], at: int) -> tuple[int, int]:
    """Between which anchors a word stands, itself left out."""
    return bisect_left(anchors, at), bisect_right(anchors, at) - len(anchors)


def _word_at(claim: Claim, at: int) -> int:
    return next((n for n, w in enumerate(claim.words) if w.span.end > at), len(claim.words))


@lru_cache(maxsize=256)
def _anchors(old: tuple[str, ...], new: tuple[str, ...]) -> Anchors:
    """Places of the words kept in order, in either sentence."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return (
        tuple(block.a + n for block in blocks for n in range(block.size)),
        tuple(block.b + n for block in blocks for n in range(block.size)),
    )
