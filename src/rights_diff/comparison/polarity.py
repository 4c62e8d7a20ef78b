"""Claims reversed: a negation put in or out, or a word replaced by its opposite."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from functools import cache

from rights_diff.comparison.claims import Claim, Word
from rights_diff.comparison.contrast import Contrast
from rights_diff.comparison.lexicon import table, word_set
from rights_diff.comparison.stemming import stem
from rights_diff.model import Facet, Signal

__all__ = ["is_negated", "polarity_signals"]

# Least share of common words for a negation on one side to reverse the other's claim.
_LEAST_LIKENESS = 0.5
# Words after a negation among which the verb or noun that it governs is looked for.
_REACH = 4
# Words of a row looked at for opposites; no claim is longer.
_MOST_WORDS = 400
# Words on either side of an opposite that tell what it is said of.
_AROUND = 6


def polarity_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of a claim that says the reverse."""
    negations = list(_negations(contrast)) or list(_denied_phrases(contrast))
    yield from negations
    yield from _opposites(contrast)


def _negations(contrast: Contrast) -> Iterable[Signal]:
    """A negation more on one side of two claims that otherwise use the same words."""
    if contrast.likeness < _LEAST_LIKENESS or not contrast.one_to_one:
        return
    old, new = _marks(contrast.old_only), _marks(contrast.new_only)
    if len(old) % 2 == len(new) % 2:
        return
    side, marks = (contrast.old, old) if len(old) > len(new) else (contrast.new, new)
    governed = _governed(marks[0], side)
    other = contrast.new if side is contrast.old else contrast.old
    plain = next((w for w in other.words if governed and w.stem == governed.stem), None)
    if governed is None or plain is None:
        return
    there, here = (marks[0], governed), (plain,)
    facet = _reversal(contrast, governed)
    if side is contrast.old:
        yield contrast.signal(facet, "negation", there, here)
    else:
        yield contrast.signal(facet, "negation", here, there)


def _denied_phrases(contrast: Contrast) -> Iterable[Signal]:
    """Two words in a row after "no" on one side that stand without any negation on the other."""
    if not contrast.one_to_one:
        return
    old, new = _phrases(contrast.old), _phrases(contrast.new)
    for phrase in [p for p in old if p in new]:
        a, b = old[phrase], new[phrase]
        if (_after_no(a[0], contrast.old) and not is_negated(b[0], contrast.new)) or (
            _after_no(b[0], contrast.new) and not is_negated(a[0], contrast.old)
        ):
            yield contrast.signal(Facet.CONTRADICTED, "negated phrase", a, b)


def _after_no(word: Word, claim: Claim) -> bool:
    at = word.place
    return at > 0 and claim.words[at - 1].key == "no"


def _phrases(claim: Claim) -> dict[tuple[str, str], tuple[Word, Word]]:
    """Neighbouring words of meaning, by their stems; those met twice are left out."""
    found: dict[tuple[str, str], tuple[Word, Word]] = {}
    twice = set()
    for a, b in itertools.pairwise(claim.words):
        key = (a.stem, b.stem)
        if not a.small and not b.small and a.key not in word_set("negations"):
            twice |= {key} & found.keys()
            found[key] = (a, b)
    return {k: v for k, v in found.items() if k not in twice}


def _marks(words: Iterable[Word]) -> list[Word]:
    return [w for w in words if w.key in word_set("negations")]


def _governed(mark: Word, claim: Claim) -> Word | None:
    """The first word of meaning after a negation, in the same sentence."""
    at = mark.place
    after = claim.words[at + 1 : at + 1 + _REACH]
    return next((w for w in after if not w.small and w.sentence == mark.sentence), None)


def _reversal(contrast: Contrast, governed: Word) -> Facet:
    """An event that had not happened and then has is a change of status, else a reversal."""
    event = governed.stem in _event_stems()
    return Facet.STATUS_CHANGED if event and not contrast.across else Facet.CONTRADICTED


@cache
def _event_stems() -> frozenset[str]:
    return frozenset(stem(w) for w in word_set("event_verbs"))


@cache
def _opposite_stems() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for a, b, sort in table("opposites"):
        found.setdefault(stem(a), set()).add((stem(b), sort))
        found.setdefault(stem(b), set()).add((stem(a), sort))
    return {k: tuple(sorted(v)) for k, v in found.items()}


def _opposites(contrast: Contrast) -> Iterable[Signal]:
    """A word on one side and its opposite on the other, said of the same thing."""
    index = _opposite_stems()
    right: dict[str, list[Word]] = {}
    for word in _own_words(contrast.new, contrast.old)[:_MOST_WORDS]:
        right.setdefault(word.stem, []).append(word)
    for word in _own_words(contrast.old, contrast.new)[:_MOST_WORDS]:
        for other, sort in index.get(word.stem, ()):
            if sort == "status" and contrast.across:
                continue
            for match in right.get(other, ()):
                if _same_matter(word, match, contrast):
                    facet = Facet.STATUS_CHANGED if sort == "status" else Facet.CONTRADICTED
                    yield contrast.signal(facet, f"opposite {sort}", (word,), (match,))


def _own_words(side: Claim, other: Claim) -> list[Word]:
    """Words whose stem the other side lacks; nouns ("detainees", "detention") left out."""
    return [w for w in side.words if w.stem not in other.content and not w.key.endswith(_NOUNS)]


_NOUNS = ("ee", "ees", "er", "ers", "or", "ors", "tion", "tions", "ment", "ments")


def _same_matter(old: Word, new: Word, contrast: Contrast) -> bool:
    """Whether a word of meaning stands near both, and neither or both are negated."""
    if is_negated(old, contrast.old) != is_negated(new, contrast.new):
        return False
    return bool(_near(old, contrast.old) & _near(new, contrast.new))


def is_negated(word: Word, claim: Claim) -> bool:
    """Whether a negation stands shortly before a word."""
    at = word.place
    return any(w.key in word_set("negations") for w in claim.words[max(0, at - _REACH) : at])


def _near(word: Word, claim: Claim) -> set[str]:
    at = word.place
    around = claim.words[max(0, at - _AROUND) : at + 1 + _AROUND]
    return {w.stem for w in around if not w.small and w.sentence == word.sentence}
