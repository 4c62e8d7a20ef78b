"""Claims reversed: a negation put in or out, or a word replaced by its opposite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from rights_diff.comparison.claims import Claim, Word
from rights_diff.comparison.contrast import Contrast
from rights_diff.comparison.lexicon import table, word_set
from rights_diff.comparison.stemming import stem
from rights_diff.model import ComparisonKind, Facet, Signal

__all__ = ["polarity_signals"]

# Words after a negation that it can govern.
_REACH = 4


def polarity_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of a claim that says the reverse."""
    yield from _negations(contrast)
    yield from _opposites(contrast)


def _negations(contrast: Contrast) -> Iterable[Signal]:
    old, new = _negated(contrast.old), _negated(contrast.new)
    for word, mark in old.items():
        if word not in new and (other := _plain(word, contrast.new)):
            yield _reversal(contrast, "negation", word, mark, (other,))
    for word, mark in new.items():
        if word not in old and (other := _plain(word, contrast.old)):
            yield _reversal(contrast, "negation", word, (other,), mark)


def _reversal(
    contrast: Contrast, rule: str, word: str, old: Iterable[Word], new: Iterable[Word]
) -> Signal:
    event = word in _event_stems() and contrast.kind is not ComparisonKind.CROSS_ORGANIZATION
    facet = Facet.STATUS_CHANGED if event else Facet.CONTRADICTED
    return contrast.signal(facet, rule, old, new)


@cache
def _event_stems() -> frozenset[str]:
    return frozenset(stem(w) for w in word_set("event_verbs"))


def _negated(claim: Claim) -> Mapping[str, tuple[Word, ...]]:
    """Stem of each verb or noun that a negation governs, with the words from one to the other."""
    found: dict[str, tuple[Word, ...]] = {}
    words = claim.words
    for n, word in enumerate(words):
        if word.key not in word_set("negations"):
            continue
        for k in range(n + 1, min(n + 1 + _REACH, len(words))):
            if words[k].sentence != word.sentence:
                break
            if not words[k].small:
                found.setdefault(words[k].stem, words[n : k + 1])
                break
    return found


def _plain(wanted: str, claim: Claim) -> Word | None:
    """The word with that stem, where the claim holds it and no negation governs it."""
    return next((w for w in claim.words if w.stem == wanted), None)


@cache
def _opposite_stems() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for a, b, sort in table("opposites"):
        found.setdefault(stem(a), set()).add((stem(b), sort))
        found.setdefault(stem(b), set()).add((stem(a), sort))
    return {k: tuple(sorted(v)) for k, v in found.items()}


def _opposites(contrast: Contrast) -> Iterable[Signal]:
    if not contrast.shared:
        return
    index = _opposite_stems()
    right = {w.stem: w for w in reversed(contrast.new.words) if w.stem not in contrast.old.content}
    for word in contrast.old.words:
        if word.stem in contrast.new.content:
            continue
        for other, sort in index.get(word.stem, ()):
            if other in right:
                facet = Facet.STATUS_CHANGED if sort == "status" else Facet.CONTRADICTED
                yield contrast.signal(facet, f"opposite {sort}", (word,), (right[other],))
