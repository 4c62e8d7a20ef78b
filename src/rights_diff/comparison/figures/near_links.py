"""Figures of sentences that were not paired, but were named as near misses of one another.

A claim told twice, or taken apart, leaves a sentence alone whose figure still measures what the
near miss measures. The near miss vouches for the subject; the figures have to agree in the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rights_diff.comparison.claims.claim import ReportIndex, likeness
from rights_diff.comparison.figures.figure import OF_CASES, Figure, figures_of
from rights_diff.comparison.figures.linking import make_links
from rights_diff.comparison.figures.quantity_links import best_pairs
from rights_diff.comparison.figures.relations import bounds, point
from rights_diff.comparison.words.stemming import stem
from rights_diff.model import LedgerRow, QuantityKind, QuantityLink

__all__ = ["link_near"]

# Least affinity (see `affinity`), set on labelled figures of sentences left unpaired.
_FLOOR = 3.0
# Least probability of the near miss; for a term or an age set by law, which many laws share.
_LEAST_NEAR = 0.1
_LEAST_NEAR_LAW = 0.3
# Words near both figures that stand in for a noun they share.
_LEAST_CONTEXT = 2
_LEAST_CONTEXT_OF_SHARE = 3
_ALIKE = 0.3
# Figures of one pair of sentences that are compared.
_MOST_FIGURES = 40
_GENERIC = stem("people")
_VAGUE = frozenset(
    {QuantityKind.VAGUE_COUNT, QuantityKind.VAGUE_DURATION, QuantityKind.VAGUE_PROPORTION}
)


def link_near(
    rows: Sequence[LedgerRow], links: Sequence[QuantityLink], old: ReportIndex, new: ReportIndex
) -> list[QuantityLink]:
    """Links between one-sided rows and their near misses, for figures that have none yet."""
    taken = {link.old for link in links}, {link.new for link in links}
    found: list[QuantityLink] = []
    for _, old_id, new_id, score in sorted(set(_near(rows))):
        left = _free(old, old_id, taken[0])
        right = _free(new, new_id, taken[1])
        pairs = [p for p in best_pairs(left, right, floor=_FLOOR) if _agree(*p, score)]
        made = make_links(pairs, None)
        taken[0].update(link.old for link in made)
        taken[1].update(link.new for link in made)
        found += made
    return found


def _near(rows: Iterable[LedgerRow]) -> Iterable[tuple[float, str, str, float]]:
    """Pairs of old and new sentences, surest first, from the near misses of either side."""
    for row in rows:
        for near in row.candidates:
            if near.score < _LEAST_NEAR:
                continue
            for sentence in row.old:
                yield -near.score, sentence, near.sentence, near.score
            for sentence in row.new:
                yield -near.score, near.sentence, sentence, near.score


def _free(index: ReportIndex, sentence_id: str, taken: set[str]) -> list[Figure]:
    figures = figures_of(index.claim((sentence_id,)))[:_MOST_FIGURES]
    return [f for f in figures if f.quantity.id not in taken and f.quantity.kind not in _VAGUE]


def _agree(old: Figure, new: Figure, score: float) -> bool:
    """Whether the figures are of one thing, as far as their own words tell."""
    same = bounds(old.quantity) == bounds(new.quantity) and point(old.quantity) != 1
    if old.family in OF_CASES:
        return same and old.statutory and new.statutory and score >= _LEAST_NEAR_LAW
    context = len(old.context & new.context)
    if old.family == "share":  # "per cent of deaths" names the whole; its part has to be told too
        return context >= _LEAST_CONTEXT_OF_SHARE and likeness(old.claim, new.claim) >= _ALIKE
    if (old.nouns & new.nouns) - {_GENERIC} and old.modifiers & new.modifiers:
        return old.is_part == new.is_part
    return same and bool(old.classes & new.classes) and context >= _LEAST_CONTEXT
