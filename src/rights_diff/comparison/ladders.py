"""Stronger or softer: certainty, extent, frequency and severity, rung against rung."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rights_diff.comparison.anchors import (
    enough,
    has_any,
    heads_of,
    kindred,
    meet,
    mood,
    shared_near,
)
from rights_diff.comparison.attribution import Source, sources
from rights_diff.comparison.claims import Claim, Word
from rights_diff.comparison.contrast import Contrast
from rights_diff.comparison.lexicon import word_set
from rights_diff.comparison.phrases import Hit, find, surplus
from rights_diff.model import Facet, Quantity, QuantityKind, Signal

__all__ = ["ladder_signals"]

# A claim without any hedge stands on this rung of the certainty ladder.
_FIRM = 7
# Below this share of common words a hedge on one side may belong to another thought.
_LEAST_LIKENESS = 0.15
# The same where the pairing itself is in doubt.
_UNSURE_LIKENESS = 0.25
# Below this score of the pairing a word on one side alone decides nothing.
_LEAST_SCORE = 0.3
# The same for a row of several sentences: what is told twice is paired this surely.
_TOGETHER_SCORE = 0.9
# From this share on the two sides are one sentence, edited.
_ALIKE = 0.45
_EDITED = 0.75
# From this share and score of the pairing on, and so many shared words, a lone magnitude speaks.
_SIMILAR = 0.3
_SURE_SCORE = 0.6
_DETERMINED = 3
# Rungs of the extent ladder up to this one are mere determiners ("some", "several", "many").
_DETERMINERS = 3
# Letters that forms of one word share.
_ROOT = 5
# Words of degree of one side that are compared; a hostile text may hold thousands.
_MOST_HITS = 20
_SIGNS = {"+": 1, "-": -1, "0": 0}
_ONE_PERSON = frozenset({"he", "her", "him", "his", "she"})
_CONCESSIONS = frozenset({"although", "but", "despite", "however", "though", "while"})
_MAGNITUDE = "magnitude"
# Words so tied grade the very next word of meaning.
_FIRST = frozenset({"adverb", "hedge"})
_COUNTS = frozenset({QuantityKind.COUNT, QuantityKind.RANGE, QuantityKind.VAGUE_MAGNITUDE})


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
    old = [h for h in old if _bears(h, contrast.old, contrast)]
    new = [h for h in new if _bears(h, contrast.new, contrast)]
    a, b = _loosest(old), _loosest(new)
    if a == b or _softly_told(old, contrast.old, contrast):
        return
    if not _softly_told(new, contrast.new, contrast):
        facet = Facet.STRENGTHENED if b > a else Facet.SOFTENED
        yield _signal(contrast, facet, "certainty", old[:1], new[:1])


def _softly_told(hits: Sequence[Hit], side: Claim, contrast: Contrast) -> bool:
    """Whether a side without a hedge of its own is no plain statement either ("accused of")."""
    return not hits and contrast.likeness < _EDITED and has_any(side, word_set("soft_words"))


def _hearsay(contrast: Contrast, old: Sequence[Source], new: Sequence[Source]) -> Iterable[Signal]:
    """What one side has from an unnamed source the other says in its own name."""
    heard = [s for s in (*old, *new) if s.anonymous and not s.passive]
    if len(heard) == len(old) + len(new) and contrast.likeness >= _ALIKE:
        facet = Facet.STRENGTHENED if old else Facet.SOFTENED
        yield contrast.signal(
            facet, "hearsay", old[0].words if old else (), new[0].words if new else ()
        )


def _bears(hit: Hit, side: Claim, contrast: Contrast) -> bool:
    """Whether a hedge is about what both sides say; of a modal that is asked for more."""
    if contrast.likeness >= _EDITED:
        return True
    if mood(hit.words[0], side)[0] or (hit.cells[1] == "modal" and contrast.likeness < _ALIKE):
        return False
    return _meets(hit, "hedge", side, contrast) > 0


def _meets(hit: Hit, sort: str, side: Claim, contrast: Contrast) -> int:
    """Words that both sides share around what a hit is said of; 0 where they are too few."""
    other = contrast.new if side is contrast.old else contrast.old
    heads = heads_of(hit, side, sort)
    met = meet(heads[:1] if sort in _FIRST else heads, side, other) if heads else None
    if met is None or not enough(met.shared, contrast.score, contrast.old, contrast.new):
        return 0
    return met.shared


def _unspoken(hits: Sequence[Hit]) -> list[Hit]:
    """Without verbs of saying ("alleged"): between two sources they are a matter of style."""
    return [h for h in hits if h.words[0].key not in word_set("reporting_verbs")]


def _loosest(hits: Sequence[Hit]) -> int:
    return min((int(h.cells[0]) for h in hits), default=_FIRM)


def _degrees(contrast: Contrast) -> Iterable[Signal]:
    """Rung against rung where both grade the same thing, else what a lone word does by itself."""
    old, new = _hits("degrees", contrast)
    for ladder in sorted({h.cells[0] for h in (*old, *new)}):
        left = [h for h in old if h.cells[0] == ladder]
        right = [h for h in new if h.cells[0] == ladder]
        graded = _graded_alike(left, right, contrast)
        if graded:
            a, b = graded
            change = 0 if ladder == _MAGNITUDE else int(b.cells[1]) - int(a.cells[1])
            yield from _said(contrast, change, ladder, [a], [b])
            continue
        left = [h for h in left if _lone(h, contrast.old, contrast)]
        right = [h for h in right if _lone(h, contrast.new, contrast)]
        yield from _said(contrast, _effect(right) - _effect(left), ladder, left, right)


def _said(
    contrast: Contrast, change: int, ladder: str, old: Sequence[Hit], new: Sequence[Hit]
) -> Iterable[Signal]:
    if change:
        facet = Facet.STRENGTHENED if change > 0 else Facet.SOFTENED
        yield _signal(contrast, facet, ladder, old, new)


def _graded_alike(
    old: Sequence[Hit], new: Sequence[Hit], contrast: Contrast
) -> tuple[Hit, Hit] | None:
    """The highest of either side that grade the same thing, in the same mood."""
    found = [
        (a, b) for a in old[:_MOST_HITS] for b in new[:_MOST_HITS] if _same_thing(a, b, contrast)
    ]
    return max(found, key=lambda p: int(p[0].cells[1]) + int(p[1].cells[1]), default=None)


def _same_thing(a: Hit, b: Hit, contrast: Contrast) -> bool:
    if _same_root(a, contrast.new) or _same_root(b, contrast.old):
        return False
    left = heads_of(a, contrast.old, a.cells[3])
    right = heads_of(b, contrast.new, b.cells[3])
    if not {kindred(w) for w in left} & {kindred(w) for w in right}:
        return False
    if mood(left[0], contrast.old) != mood(right[0], contrast.new):
        return False
    shared = len(shared_near(left[0], contrast.old, right[0], contrast.new))
    return enough(shared, contrast.score, contrast.old, contrast.new)


def _sure(contrast: Contrast) -> bool:
    """Whether a word on one side alone can decide."""
    least = _LEAST_SCORE if contrast.one_to_one else _TOGETHER_SCORE
    if contrast.score < least:
        return False
    return contrast.likeness >= _ALIKE or not _other_person(contrast)


def _other_person(contrast: Contrast) -> bool:
    """Whether a side tells of one man or woman whom the other does not name."""
    if contrast.old.names & contrast.new.names:
        return False
    return any(has_any(side, _ONE_PERSON) for side in (contrast.old, contrast.new))


def _effect(hits: Sequence[Hit]) -> int:
    return sum(_SIGNS[h.cells[2]] for h in hits)


def _lone(hit: Hit, side: Claim, contrast: Contrast) -> bool:
    """Whether a word of degree without a counterpart grades what both sides speak of."""
    other = contrast.new if side is contrast.old else contrast.old
    least = _LEAST_LIKENESS if contrast.score >= _ALIKE else _UNSURE_LIKENESS
    if contrast.likeness < least or not _sure(contrast) or _same_root(hit, other):
        return False
    if hit.cells[0] == _MAGNITUDE and any(_counts(q) for q in other.quantities):
        return False  # figures are compared as figures
    shared = _meets(hit, hit.cells[3], side, contrast)
    if _is_determiner(hit) and contrast.likeness < _ALIKE:
        likely = contrast.likeness >= (_SIMILAR if hit.cells[0] == _MAGNITUDE else _LEAST_LIKENESS)
        sure = shared >= _DETERMINED and contrast.score >= _SURE_SCORE
        return likely and sure and _stands_first(hit, side)
    return shared > 0 and not mood(hit.words[0], side)[0]


def _stands_first(hit: Hit, side: Claim) -> bool:
    """Whether a determiner stands before its noun and not in a concession."""
    heads = heads_of(hit, side, hit.cells[3])
    after = hit.words[-1].place + 1
    if not heads or any(w.key != "of" for w in side.words[after : heads[0].place]):
        return False
    before = side.words[: hit.words[0].place]
    return not any(w.key in _CONCESSIONS for w in before if w.sentence == hit.words[0].sentence)


def _is_determiner(hit: Hit) -> bool:
    return hit.cells[3] == "quantifier" and (
        hit.cells[0] == _MAGNITUDE or int(hit.cells[1]) <= _DETERMINERS
    )


def _counts(quantity: Quantity) -> bool:
    return quantity.kind in _COUNTS


def _same_root(hit: Hit, other: Claim) -> bool:
    """Whether the other side has the word in another form (tight, tightened)."""
    root = hit.words[0].key[:_ROOT]
    return len(root) == _ROOT and any(key.startswith(root) for key in other.keys)


def _hits(name: str, contrast: Contrast) -> tuple[list[Hit], list[Hit]]:
    old, new = find(name, contrast.old.words), find(name, contrast.new.words)
    old = [h for h in old if not _is_other(h, contrast.old)]
    new = [h for h in new if not _is_other(h, contrast.new)]
    return surplus(old, new), surplus(new, old)


def _is_other(hit: Hit, claim: Claim) -> bool:
    """Whether a phrase is the month of May, or "some" before a number."""
    if hit.words[0].text == "May":
        return True
    after = hit.words[-1].place + 1
    if hit.cells[3:] == ("quantifier",) and after < len(claim.words):
        following: Word = claim.words[after]
        if following.key[0].isdigit():
            return True
    end = hit.words[-1].span.end
    return any(q.value is not None and q.span.start <= end <= q.span.end for q in claim.quantities)


def _signal(
    contrast: Contrast, facet: Facet, rule: str, old: Sequence[Hit], new: Sequence[Hit]
) -> Signal:
    return contrast.signal(facet, rule, old[0].words if old else (), new[0].words if new else ())
