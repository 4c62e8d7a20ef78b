"""Whether two figures come from two sources that are both named."""

from __future__ import annotations

from rights_diff.comparison.figures.figure import Figure
from rights_diff.comparison.words.lexicon import word_set

__all__ = ["SOURCE", "source_note"]

SOURCE = "source"
# Least words of a name: of one alone ("Officials said") nobody can tell who speaks.
_LEAST_NAMES = 2


def source_note(old: Figure, new: Figure) -> str | None:
    """`source` where each sentence names who counted and the names share no word, else None."""
    left, right = _speaker(old), _speaker(new)
    if min(len(left), len(right)) < _LEAST_NAMES or left & right:
        return None
    return None if left & new.claim.names or right & old.claim.names else SOURCE


def _speaker(figure: Figure) -> frozenset[str]:
    """Stems of the names before the verb of saying that the figure is the object of."""
    start, core = figure.sentence_start, figure.quantity.core
    before = [w for w in figure.claim.words if start <= w.span.start and w.span.end <= core.start]
    said = [n for n, w in enumerate(before) if w.key in word_set("reporting_verbs")]
    if not said:
        return frozenset()
    subject = before[: said[-1]]
    return frozenset(w.stem for w in subject if w.is_name) & figure.claim.names
