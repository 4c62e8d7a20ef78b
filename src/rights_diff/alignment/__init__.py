"""Align: which sections and which sentences of two reports correspond."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rights_diff.collector import at_rest
from rights_diff.model import Alignment, Report

if TYPE_CHECKING:
    from rights_diff.protocols import SentenceEncoder

__all__ = ["align"]


@at_rest()
def align(old: Report, new: Report, *, encoder: SentenceEncoder | None = None) -> Alignment:
    """Link the sections of two reports and pair the sentences that make the same claim.

    Args:
        encoder: turns sentences into vectors, whose likeness is then one more sign; by default
            none, since nothing has to be downloaded for the alignment.
    Returns:
        section links (many to many, with evidence), claim pairs (each sentence in at most
        one; several sentences of a side where a claim was split, merged or told twice) and,
        for sentences left alone, near misses. `align(b, a)` mirrors `align(a, b)`.
    Raises:
        CompareError: too many sections, or an encoder that breaks its promise.
    Source:
        logistic models over lexical features, then an assignment of the greatest total
        weight; trained on labelled pairs of reports by scripts/train_alignment.py.
    """
    from rights_diff.alignment.aligning import align_in_order, mirrored
    from rights_diff.alignment.bounds import check_sizes

    check_sizes(old, new)
    if new.text < old.text:
        return mirrored(align_in_order(new, old, encoder))
    return align_in_order(old, new, encoder)
