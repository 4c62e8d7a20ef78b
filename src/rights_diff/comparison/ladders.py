"""Stronger or softer: certainty, extent, frequency and severity, rung against rung."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rights_diff.comparison.attribution import Source, sources
from rights_diff.comparison.claims import Claim
from rights_diff.comparison.contrast import Contrast
from rights_diff.comparison.lexicon import word_set
from rights_diff.comparison.phrases import Hit, find, surplus
from rights_diff.comparison.polarity import is_negated
from rights_diff.model import Facet, Signal

__all__ = ["ladder_signals"]

# A claim without any hedge stands on this rung of the certainty ladder.
_FIRM = 7
# Below this share of common words a hedge on one side may belong to another thought.
_LEAST_LIKENESS = 0.15
# Below this score of the pairing a word on one side alone decides nothing.
_LEAST_SCORE = 0.3
# From this share on the two sides are one sentence, edited.
_ALIKE = 0.45
# Below this share a determiner may belong to another thing.
_SIMILAR = 0.2
# Rungs of the extent ladder up to this one are mere determiners ("some", "several", "many").
_DETERMINERS = 3
# Letters that forms of one word share.
_ROOT = 5
# Words on either side of a word of degree among which the thing graded is looked for.
_REACH = 4


def ladder_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of stronger and softer words.

    Each side is given its rung on its own, so that swapped sides give mirrored signals.
    """
    yield from _certainty(contrast)
    yield from _degrees(contrast)


def _certainty(contrast: Contrast) -> Iterable[Signal]:
    """The loosest hedge of each side decides; a side without one is firm."""
    if contrast.likeness < _LEAST_LIKENESS or not _sure(contrast):
        return
    old, new = _hits("certainty", contrast)
    told = sources(contrast.old), sources(contrast.new)
    if all(told):
        old, new = _unspoken(old), _unspoken(new)
    elif any(told) and not old and not new:
        yield from _hearsay(contrast, *told)
    a, b = _loosest(old), _loosest(new)
    if a == b or not (_bears(old, contrast.old, contrast) or _bears(new, contrast.new, contrast)):
        return
    facet = Facet.STRENGTHENED if b > a else Facet.SOFTENED
    yield _signal(contrast, facet, "certainty", old, new)


def _hearsay(contrast: Contrast, old: Sequence[Source], new: Sequence[Source]) -> Iterable[Signal]:
    """What one side has from an unnamed source the other says in its own name."""
    heard = [s for s in (*old, *new) if s.anonymous and not s.passive]
    if len(heard) == len(old) + len(new):
        facet = Facet.STRENGTHENED if old else Facet.SOFTENED
        yield contrast.signal(
            facet, "hearsay", old[0].words if old else (), new[0].words if new else ()
        )


def _bears(hits: Sequence[Hit], side: Claim, contrast: Contrast) -> bool:
    """Whether a hedge is about what both sides say; of a modal that is asked for more."""
    other = contrast.new if side is contrast.old else contrast.old
    return any(
        contrast.likeness >= _ALIKE or (h.cells[1] != "modal" and _anchored(h, side, other))
        for h in hits
    )


def _unspoken(hits: Sequence[Hit]) -> list[Hit]:
    """Without verbs of saying ("alleged"): between two sources they are a matter of style."""
    return [h for h in hits if h.words[0].key not in word_set("reporting_verbs")]


def _loosest(hits: Sequence[Hit]) -> int:
    return min((int(h.cells[0]) for h in hits), default=_FIRM)


def _degrees(contrast: Contrast) -> Iterable[Signal]:
    """Rung against rung where both sides have one, else what the lone word does by itself."""
    old, new = _hits("degrees", contrast)
    for ladder in sorted({h.cells[0] for h in (*old, *new)}):
        left = [h for h in old if h.cells[0] == ladder]
        right = [h for h in new if h.cells[0] == ladder]
        change = _change(contrast, left, right)
        if change:
            facet = Facet.STRENGTHENED if change > 0 else Facet.SOFTENED
            yield _signal(contrast, facet, ladder, left, right)


def _change(contrast: Contrast, old: Sequence[Hit], new: Sequence[Hit]) -> int:
    if old and new:
        near = any(_anchored(h, contrast.old, contrast.new) for h in old)
        near = near or any(_anchored(h, contrast.new, contrast.old) for h in new)
        return _highest(new) - _highest(old) if near else 0
    if contrast.likeness < _LEAST_LIKENESS or not _sure(contrast):
        return 0
    if contrast.likeness < _SIMILAR:  # "many" or "some" alone may count something else
        old, new = ([h for h in hits if _telling(h)] for hits in (old, new))
    return _lone(new, contrast.new, contrast.old) - _lone(old, contrast.old, contrast.new)


def _telling(hit: Hit) -> bool:
    return hit.cells[0] != "extent" or int(hit.cells[1]) > _DETERMINERS


def _sure(contrast: Contrast) -> bool:
    """Whether a word on one side alone can decide."""
    return contrast.one_to_one and contrast.score >= _LEAST_SCORE


def _highest(hits: Sequence[Hit]) -> int:
    return max(int(h.cells[1]) for h in hits)


_SIGNS = {"+": 1, "-": -1, "0": 0}


def _lone(hits: Sequence[Hit], side: Claim, other: Claim) -> int:
    """What words of degree without a counterpart do to what both sides speak of."""
    return sum(
        _SIGNS[h.cells[2]]
        for h in hits
        if _anchored(h, side, other)
        and not is_negated(h.words[0], side)
        and not _same_root(h, other)
    )


def _same_root(hit: Hit, other: Claim) -> bool:
    """Whether the other side has the word in another form (tight, tightened)."""
    root = hit.words[0].key[:_ROOT]
    return len(root) == _ROOT and any(key.startswith(root) for key in other.keys)


def _anchored(hit: Hit, side: Claim, other: Claim) -> bool:
    """Whether a word of meaning beside the hit stands on the other side too."""
    first = hit.words[0].place
    around = side.words[max(0, first - _REACH) : first + len(hit.words) + _REACH]
    near = [w for w in around if w.sentence == hit.words[0].sentence and w not in hit.words]
    return any(w.stem in other.content for w in near if not w.small)


def _hits(name: str, contrast: Contrast) -> tuple[list[Hit], list[Hit]]:
    old, new = find(name, contrast.old.words), find(name, contrast.new.words)
    old = [h for h in old if not _is_other(h, contrast.old)]
    new = [h for h in new if not _is_other(h, contrast.new)]
    return surplus(old, new), surplus(new, old)


def _is_other(hit: Hit, claim: Claim) -> bool:
    """Whether a phrase is the month of May, or "some" before a number."""
    if hit.words[0].text == "May":
        return True
    end = hit.words[-1].span.end
    return any(q.value is not None and q.span.start <= end <= q.span.end for q in claim.quantities)


def _signal(
    contrast: Contrast, facet: Facet, rule: str, old: Sequence[Hit], new: Sequence[Hit]
) -> Signal:
    return contrast.signal(facet, rule, old[0].words if old else (), new[0].words if new else ())
