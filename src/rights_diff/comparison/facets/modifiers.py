"""Paired words of which one went: "current and appropriate" against "appropriate"."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.claims.claim import Claim, Word, stops
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.model import Facet, Signal

__all__ = ["intensity_signals", "modifier_signals"]

# From this share of common words on a sentence was kept and edited.
_KEPT = 0.7
# Words before a pair of which both say how something is, or what there is none of: "no legal
# barriers" says less than "no legal or social barriers", though it is no milder on the state.
_BEFORE = frozenset(
    {"are", "be", "been", "is", "no", "remain", "remained", "remains", "was", "were"}
)
_VERY = frozenset({"extremely", "very"})
_JOINTS = frozenset({"and", "or"})


def modifier_signals(contrast: Contrast) -> Iterable[Signal]:
    """A signal where one of two joined words stands alone on the other side: it says less."""
    if contrast.likeness < _KEPT or not contrast.one_to_one:
        return
    for side, other in ((contrast.old, contrast.new), (contrast.new, contrast.old)):
        for pair in _pairs(side):
            left = _left(pair, side, other)
            if left is None:
                continue
            dropped = side is contrast.old
            facet = Facet.SOFTENED if dropped else Facet.STRENGTHENED
            words = (pair, (left,)) if dropped else ((left,), pair)
            yield contrast.signal(facet, "one of two words", *words)
            return


def intensity_signals(contrast: Contrast) -> Iterable[Signal]:
    """A signal where a sentence was kept and "very" put before a word of bad conditions."""
    if not contrast.one_to_one:
        return
    for side, other in ((contrast.old, contrast.new), (contrast.new, contrast.old)):
        rest = list(other.keys)
        for word in side.words[:-1]:
            bad = side.words[word.place + 1]
            if word.key not in _VERY or bad.key not in word_set("bad_states"):
                continue
            if [w.key for w in side.words if w is not word] == rest:
                dropped = side is contrast.old
                facet = Facet.SOFTENED if dropped else Facet.STRENGTHENED
                there = (other.words[word.place],)
                words = ((word, bad), there) if dropped else (there, (word, bad))
                yield contrast.signal(facet, "very", *words)
                return


def _pairs(claim: Claim) -> Iterable[tuple[Word, Word, Word]]:
    """Two words joined by "and" or "or" right after "was" or "no"."""
    words = claim.words
    for n in range(1, len(words) - 3):
        first, joint, second = words[n : n + 3]
        if words[n - 1].key not in _BEFORE or joint.key not in _JOINTS or _named(first, second):
            continue
        if not stops(first, joint, claim) and not stops(joint, second, claim):
            yield first, joint, second


def _named(*words: Word) -> bool:
    return any(w.small or w.is_name for w in words)


def _left(pair: tuple[Word, Word, Word], side: Claim, other: Claim) -> Word | None:
    """The one of the two that stands on the other side between the same words."""
    before, after = side.words[pair[0].place - 1], side.words[pair[2].place + 1]
    for kept, gone in ((pair[2], pair[0]), (pair[0], pair[2])):
        if gone.stem in other.content:
            continue
        for word in other.words[1:-1]:
            around = other.words[word.place - 1], other.words[word.place + 1]
            same = (around[0].key, around[1].key) == (before.key, after.key)
            if word.key == kept.key and same:
                return word
    return None
