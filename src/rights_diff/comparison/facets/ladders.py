"""Stronger or softer by degree: extent, frequency, severity and their like, rung against rung."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rights_diff.comparison.claims.anchors import (
    enough,
    heads_of,
    kindred,
    mood,
    shared_near,
    telling,
)
from rights_diff.comparison.claims.claim import Claim, Word
from rights_diff.comparison.claims.clauses import LEGAL, clause
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.claims.phrases import Hit, every
from rights_diff.comparison.facets.certainty import certainty_signals
from rights_diff.comparison.facets.lone import ENUMERATION, effect, is_denied, is_lone, same_root
from rights_diff.comparison.facets.praise import is_own_act, is_praise, is_quoted
from rights_diff.comparison.words.lexicon import pairs, word_set
from rights_diff.model import Facet, Signal

__all__ = ["ladder_signals"]

# Words of degree of one side that are compared; a hostile text may hold thousands.
_MOST_HITS = 20
_MOST_WORDS = 60
_MAGNITUDE = "magnitude"
_QUANTIFIER = "quantifier"
_TREND = "trend"
# These name the thing itself and grade no other word.
_SELF = "self"
# From this score of the pairing, or share of common words, on quantifiers are compared.
_SURE_SCORE = 0.6
_SIMILAR = 0.3
_LEAST_LIKENESS = 0.2
# Words right before a noun that make it one of another sort.
_SORT = 2


def ladder_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of stronger and softer words.

    Each side is given its rung on its own, so that swapped sides give mirrored signals.
    """
    yield from certainty_signals(contrast)
    yield from _degrees(contrast)


def _degrees(contrast: Contrast) -> Iterable[Signal]:
    """Rung against rung where both grade the same thing, else what a lone word does by itself.

    Two sentences that each sum up a whole report are left alone: which item answers which?
    """
    if min(len(contrast.old.content), len(contrast.new.content)) > ENUMERATION:
        return
    old, new = _hits(contrast)
    matched = {}
    for ladder in sorted({h.cells[0] for h in (*old, *new)}):
        pair = _graded_alike(_on(old, ladder), _on(new, ladder), contrast)
        if pair:
            a, b = matched[ladder] = pair
            if is_praise(a.words, contrast.old) or is_praise(b.words, contrast.new):
                continue
            change = 0 if ladder == _MAGNITUDE else int(b.cells[1]) - int(a.cells[1])
            yield from _said(contrast, change, ladder, [a], [b])
    old = [h for h in old if h.cells[0] not in matched]
    new = [h for h in new if h.cells[0] not in matched]
    for ladder in sorted({h.cells[0] for h in (*old, *new)}):
        if ladder == _TREND and contrast.likeness < _SIMILAR:
            continue  # "soared" on one side only: the other may tell of something else
        left = [h for h in _on(old, ladder) if _is_lone(h, contrast.old, contrast, new)]
        right = [h for h in _on(new, ladder) if _is_lone(h, contrast.new, contrast, old)]
        change = _effect(right, contrast.new) - _effect(left, contrast.old)
        yield from _said(contrast, change, ladder, left, right)


def _is_lone(hit: Hit, side: Claim, contrast: Contrast, rivals: Sequence[Hit]) -> bool:
    other = contrast.new if side is contrast.old else contrast.old
    if is_praise(hit.words, side) or is_quoted(hit.words, side):
        return False
    if is_own_act(heads_of(hit, side, hit.cells[3])):
        return False
    return is_lone(hit, side, contrast, rivals) and not _is_of_other_sort(hit, side, other)


def _is_of_other_sort(hit: Hit, side: Claim, other: Claim) -> bool:
    """Whether an adjective grades what the other side tells of another sort.

    "Widespread strikes" is no more than "prolonged dockers' strikes"; of abuses the sort
    ("arbitrary arrests") says little.
    """
    heads = heads_of(hit, side, hit.cells[3])
    if hit.cells[3] != "adjective" or not heads or any(w.key in pairs("abuses") for w in heads):
        return False
    own = {kindred(w) for w in side.words}
    twins = [w for w in other.words if w.place and kindred(w) == kindred(heads[0])]
    before = [other.words[max(0, w.place - _SORT) : w.place] for w in twins]
    return bool(before) and all(
        len(part) == _SORT and all(telling(w) and kindred(w) not in own for w in part)
        for part in before
    )


def _hits(contrast: Contrast) -> tuple[list[Hit], list[Hit]]:
    """The words of degree of either side, without those that both have of the same thing."""
    old = every("degrees", contrast.old)[:_MOST_WORDS]
    new = every("degrees", contrast.new)[:_MOST_WORDS]
    left, right = list(old), list(new)
    for a in old:
        for b in right:
            if a.phrase == b.phrase and _may_be_one(a, b, contrast):
                left.remove(a)
                right.remove(b)
                break
    return left, right


def _may_be_one(a: Hit, b: Hit, contrast: Contrast) -> bool:
    """Whether the same word on both sides may grade one thing: a head agrees, or is not known."""
    heads = heads_of(a, contrast.old, a.cells[3]), heads_of(b, contrast.new, b.cells[3])
    if not all(heads):
        return True
    return bool({kindred(w) for w in heads[0]} & {kindred(w) for w in heads[1]})


def _on(hits: Iterable[Hit], ladder: str) -> list[Hit]:
    return [h for h in hits if h.cells[0] == ladder]


def _said(
    contrast: Contrast, change: int, ladder: str, old: Sequence[Hit], new: Sequence[Hit]
) -> Iterable[Signal]:
    if change:
        facet = Facet.STRENGTHENED if change > 0 else Facet.SOFTENED
        left, right = (hits[0].words if hits else () for hits in (old, new))
        yield contrast.signal(facet, ladder, left, right)


def _graded_alike(
    old: Sequence[Hit], new: Sequence[Hit], contrast: Contrast
) -> tuple[Hit, Hit] | None:
    """The highest of either side that grade the same thing, in the same mood."""
    found = [
        (a, b) for a in old[:_MOST_HITS] for b in new[:_MOST_HITS] if _same_thing(a, b, contrast)
    ]
    return max(found, key=lambda p: int(p[0].cells[1]) + int(p[1].cells[1]), default=None)


def _same_thing(a: Hit, b: Hit, contrast: Contrast) -> bool:
    if is_denied(a, contrast.old) or is_denied(b, contrast.new):
        return False
    if _QUANTIFIER in (a.cells[3], b.cells[3]) and not _sure_enough(contrast):
        return False
    if _SELF in (a.cells[3], b.cells[3]):
        return a.cells[3] == b.cells[3] and _side_by_side(a, b, contrast)
    if same_root(a, contrast.new) or same_root(b, contrast.old):
        return False
    left = heads_of(a, contrast.old, a.cells[3])
    right = heads_of(b, contrast.new, b.cells[3])
    if not {kindred(w) for w in left} & {kindred(w) for w in right}:
        return False
    if mood(left[0], contrast.old) != mood(right[0], contrast.new):
        return False
    shared = len(shared_near(left[0], contrast.old, right[0], contrast.new))
    return enough(shared, contrast.score, contrast.old, contrast.new)


def _side_by_side(a: Hit, b: Hit, contrast: Contrast) -> bool:
    """Whether two names of the thing itself ("sexual abuse", "rape") are told of one group."""
    left, right = a.words[0], b.words[0]
    if _is_untold(left, contrast.old) or _is_untold(right, contrast.new):
        return False
    if mood(left, contrast.old) != mood(right, contrast.new):
        return False
    own = {kindred(w) for w in (*a.words, *b.words)}
    shared = shared_near(left, contrast.old, right, contrast.new) - own
    return enough(len(shared), contrast.score, contrast.old, contrast.new)


def _is_untold(word: Word, claim: Claim) -> bool:
    """Whether a clause tells what the law says ("penalties for rape"), or what is called for."""
    apart = LEGAL | word_set("statute_words") | word_set("wish_words")
    return any(w.key in apart for w in clause(word, claim))


def _sure_enough(contrast: Contrast) -> bool:
    """Whether "some" and "many" of a thing can be set against each other: one claim is made."""
    sure = contrast.score >= _SURE_SCORE and contrast.likeness >= _LEAST_LIKENESS
    return sure or contrast.likeness >= _SIMILAR


def _effect(hits: Sequence[Hit], side: Claim) -> int:
    return sum(effect(h, side) for h in hits)
