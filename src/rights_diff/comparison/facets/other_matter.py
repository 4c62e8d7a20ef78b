"""Whether the sides of a row speak of other people or another incident, as far as words tell."""

from __future__ import annotations

import itertools

from rights_diff.comparison.claims.anchors import kindred
from rights_diff.comparison.claims.claim import Claim, Word
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.comparison.words.nouns import noun_classes
from rights_diff.comparison.words.stemming import stem

__all__ = ["is_aside", "is_other_body", "is_other_case", "is_other_matter", "looks_back"]

# From this share of common words on the two sides are one sentence, edited; and from this one on
# headings that are not linked say little.
_EDITED = 0.6
_ALIKE = 0.2
# Words that take up people named in the sentence before.
_POINTING = frozenset({"the", "these", "those"})
_PERSON = "person."
# "The police" and "the minister" are the same in any sentence.
_STANDING = frozenset({"person.force", "person.lawyer", "person.leader"})
# Words on either side of a stage that may tell of another case.
_AROUND = 5
_OTHERS = frozenset({"another", "different", "earlier", "other", "separate", "unrelated"})
_CASES = frozenset(
    {"case", "cases", "charge", "charges", "conviction", "convictions", "incident", "incidents",
     "trial", "trials"}
)  # fmt: skip
# Words before a stage among which "had" makes it an earlier thing.
_BEFORE = 3
_YEAR = 4
_RELATIVE = frozenset({"which", "who"})


def is_other_matter(contrast: Contrast, *, moved: bool) -> bool:
    """Whether little says that one matter is told: a word of degree then decides nothing.

    One side takes up people whom the other does not speak of ("the journalists were beaten"),
    or the sides stand under headings not linked and share no name of a person or a place.
    """
    if contrast.likeness >= _EDITED:
        return False
    if _takes_up_others(contrast.old, contrast.new) or _takes_up_others(contrast.new, contrast.old):
        return True
    if not moved or contrast.likeness >= _ALIKE:
        return False
    known = {stem(w) for w in word_set("institution_words")}
    return not (contrast.old.names & contrast.new.names) - known


def _takes_up_others(side: Claim, other: Claim) -> bool:
    """Whether a side opens with "the" and a sort of people of whom the other tells nothing."""
    first = side.words[:2]
    if len(first) < 2 or first[0].key not in _POINTING or first[1].is_name:
        return False
    sort = noun_classes().get(first[1].stem, "")
    if not sort.startswith(_PERSON) or sort in _STANDING:
        return False
    return kindred(first[1]) not in {kindred(w) for w in other.words}


def is_other_case(word: Word, claim: Claim) -> bool:
    """Whether a stage is said of a case told to be another one ("in two separate cases")."""
    near = claim.words[max(0, word.place - _AROUND) : word.place + 1 + _AROUND]
    return any(
        a.key in _OTHERS and b.key in _CASES and a.sentence == word.sentence
        for a, b in itertools.pairwise(near)
    )


def is_aside(word: Word, claim: Claim) -> bool:
    """Whether a stage but tells which thing is meant ("a resolution founding", "which found")."""
    if not word.place:
        return False
    before = claim.words[max(0, word.place - _AROUND) : word.place]
    if word.key.endswith("ing") and not before[-1].small:
        return True
    return any(w.key in _RELATIVE and w.sentence == word.sentence for w in before)


def is_other_body(contrast: Contrast) -> bool:
    """Whether each side names what inquires, and none is the same: a review is no inquiry."""
    left, right = (
        {kindred(w) for w in side.words if w.key in word_set("inquiring_bodies")}
        for side in (contrast.old, contrast.new)
    )
    return bool(left and right) and not left & right


def looks_back(word: Word, claim: Claim) -> bool:
    """Whether a stage is told as long past: "had been set up in" a year before the one covered."""
    before = claim.words[max(0, word.place - _BEFORE) : word.place]
    if claim.year is None or "had" not in {w.key for w in before if w.sentence == word.sentence}:
        return False
    years = (w.key for w in claim.words if w.sentence == word.sentence)
    return any(len(y) == _YEAR and y.isdigit() and int(y) < claim.year for y in years)
