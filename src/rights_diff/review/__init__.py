"""Review: what readers decided, found again by quotes and honoured in the next comparison."""

from __future__ import annotations

from collections.abc import Callable
from os import PathLike

from rights_diff.model import Alignment, Comparison, Report
from rights_diff.model.review import FigureDecisions, Review

__all__ = ["reviewed"]

Build = Callable[[Alignment, FigureDecisions], Comparison]


def reviewed(
    old: Report,
    new: Report,
    alignment: Alignment,
    review: Review | str | PathLike[str],
    build: Build,
) -> Comparison:
    """The comparison that honours a review.

    Args:
        review: a review, or the path of its file.
        build: makes a comparison of an alignment and of what is decided about figures.
    Returns:
        the comparison: rows and links carry what was decided about them; what does not apply
        is told in `warnings` and kept in `review.not_applied`.
    Raises:
        ReadError: the review file is missing or broken.
    """
    from rights_diff.review.applying import with_decisions
    from rights_diff.review.deciding import decide
    from rights_diff.review.marking import marked

    held = review if isinstance(review, Review) else Review.load(review)
    decided = decide(held, old, new)
    built = build(with_decisions(alignment, decided.claims, old, new), decided.figures)
    return marked(built, held, decided)
