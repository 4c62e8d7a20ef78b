"""Whether the same claim stands in other words, or a part of it has no counterpart."""

from __future__ import annotations

from rights_diff.comparison.claims.claim import Claim, Word

__all__ = ["loses_part", "stands_in"]

# Words of meaning that may lack a counterpart while the claim stays the same claim.
_FREE_WORDS = 2
_FREE_SHARE = 0.25


def loses_part(old: Claim, new: Claim) -> bool:
    """Whether either side says a thing the other does not: a name, or more than a few words."""
    return _unmatched(old, new) or _unmatched(new, old)


def stands_in(part: Claim, whole: Claim) -> bool:
    """Whether `whole` says all that `part` says, but for a few words."""
    return not _unmatched(part, whole)


def _unmatched(side: Claim, other: Claim) -> bool:
    alone = [w for w in side.words if not w.small and w.stem not in other.content]
    if any(_names(w, side) for w in alone):
        return True
    return len(alone) > max(_FREE_WORDS, _FREE_SHARE * len(side.content))


def _names(word: Word, side: Claim) -> bool:
    """Whether a word is a figure or a name (a capital that no sentence start explains)."""
    starts = {s.start for s in side.spans}
    return word.key[0].isdigit() or (word.is_name and word.span.start not in starts)
