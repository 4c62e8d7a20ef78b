"""Words of degree without a counterpart: when what they alone say can be trusted.

A word that only one side has may have gone with its whole clause, may be told in other words on
the other side, or may grade something that only this side speaks of. Then it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.claims.anchors import (
    enough,
    has_any,
    heads_of,
    kindred,
    meet,
    mood,
    telling,
)
from rights_diff.comparison.claims.claim import Claim, Word
from rights_diff.comparison.claims.clauses import LEGAL, clause, phrase_after
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.claims.phrases import Hit
from rights_diff.comparison.figures.relations import COUNTS
from rights_diff.comparison.words.lexicon import pairs, word_set

__all__ = [
    "CONCESSIONS",
    "EDITED",
    "ENUMERATION",
    "effect",
    "is_denied",
    "is_lone",
    "is_sure",
    "is_surely_told",
    "meets",
    "same_root",
    "says",
]

# Below this share of common words a word on one side may belong to another thought.
_LEAST_LIKENESS = 0.15
# The same where the pairing itself is in doubt.
_UNSURE_LIKENESS = 0.3
# Below this score of the pairing a word on one side alone decides nothing.
_LEAST_SCORE = 0.3
# The same for a row of several sentences: what is told twice is paired this surely.
_TOGETHER_SCORE = 0.9
# From this share on the two sides are one sentence, edited.
_ALIKE = 0.45
EDITED = 0.75
# From this score on a pair is likely one claim: see `anchors`.
_PAIRED = 0.55
# From this share and score of the pairing on, and so many shared words, a lone magnitude speaks.
_SIMILAR = 0.3
_SURE_SCORE = 0.6
_DETERMINED = 3
# Rungs of the extent ladder up to this one are mere determiners ("some", "several", "many").
_DETERMINERS = 3
# Letters that forms of one word share.
_ROOT = 5
# Words of meaning from which on a sentence lists many things.
ENUMERATION = 45
# Share of the telling words of a clause that the other side has: else the clause itself is new.
_COVERED = 0.4
# The same for the words right after a word of degree, and how many of them.
_COVERED_AFTER = 0.7
_GRADED = 4
_MAGNITUDE = "magnitude"
# Words so tied grade the very next word of meaning.
_FIRST = frozenset({"adverb", "hedge"})
# From this rung of the extent ladder on a quantifier means all of them.
_ALL = 6
_MOST = 5
# From this rung of the trend ladder on things grow.
_RISING = 3
_SINKING = 1
_TREND = "trend"
_SIGNS = {"+": 1, "-": -1, "0": 0}
# These ladders say the same of a claim in other words ("some", "sometimes", "in some places").
_PARTIAL = frozenset({"extent", "frequency", "spread"})
_ONE_PERSON = frozenset({"he", "her", "him", "his", "she"})
# A sentence that opens so goes on about people named before it.
_THEY = (("both",), ("they",))
CONCESSIONS = frozenset({"although", "but", "despite", "however", "though", "while"})
_EXCEPTIONS = frozenset({"besides", "except", "excepting", "excluding", "unless"})
# Before an active verb these limit a custom as easily as they stress it.
_TWO_EDGED = frozenset({"commonly", "frequently", "often"})
_BE = frozenset({"are", "be", "been", "being", "is", "was", "were"})


def is_sure(contrast: Contrast) -> bool:
    """Whether a word on one side alone can decide."""
    least = _LEAST_SCORE if contrast.one_to_one else _TOGETHER_SCORE
    if contrast.score < least:
        return False
    return contrast.likeness >= _ALIKE or not _other_person(contrast)


def is_surely_told(contrast: Contrast) -> bool:
    """Whether enough words agree for a hedge on one side to decide."""
    return contrast.likeness >= _LEAST_LIKENESS and is_sure(contrast)


def is_lone(hit: Hit, side: Claim, contrast: Contrast, rivals: Iterable[Hit]) -> bool:
    """Whether a word of degree without a counterpart grades what both sides speak of.

    `rivals` are words of degree that only the other side has.
    """
    other = contrast.new if side is contrast.old else contrast.old
    least = _LEAST_LIKENESS if contrast.score >= _PAIRED else _UNSURE_LIKENESS
    if contrast.likeness < least or not is_sure(contrast) or _is_enumeration(contrast):
        return False
    if same_root(hit, other) or says(hit, other) or _tells_law(other, side):
        return False
    if effect(hit, side) == 0 or is_denied(hit, side):
        return False
    if hit.cells[0] == _MAGNITUDE and any(q.kind in COUNTS for q in other.quantities):
        return False  # figures are compared as figures
    if _told_otherwise(hit, rivals) or _is_qualified(hit, side) or _is_own(hit, side, other):
        return False
    if hit.cells[3] == "quantifier" and not _counts_the_same(hit, side, other):
        return False
    shared = meets(hit, hit.cells[3], side, contrast)
    if hit.cells[0] == _TREND and shared < _DETERMINED:
        return False
    if _is_determiner(hit) and contrast.likeness < _ALIKE:
        likely = contrast.likeness >= (_SIMILAR if hit.cells[0] == _MAGNITUDE else _LEAST_LIKENESS)
        sure = shared >= _DETERMINED and contrast.score >= _SURE_SCORE
        return likely and sure and _stands_first(hit, side)
    return shared > 0 and not mood(hit.words[0], side)[0]


def effect(hit: Hit, side: Claim) -> int:
    """What a word does to a claim that has no such word: 1 stronger, -1 softer, 0 cannot be told.

    What grows or shrinks is stronger or softer where it is an abuse ("violence increased").
    """
    if hit.cells[0] != _TREND:
        return _SIGNS[hit.cells[2]]
    heads = heads_of(hit, side, hit.cells[3])
    if not any(w.key in pairs("abuses") for w in heads):
        return 0
    return (int(hit.cells[1]) >= _RISING) - (int(hit.cells[1]) <= _SINKING)


def meets(hit: Hit, sort: str, side: Claim, contrast: Contrast) -> int:
    """Words that both sides share around what a hit is said of; 0 where they are too few."""
    other = contrast.new if side is contrast.old else contrast.old
    heads = heads_of(hit, side, sort)
    met = meet(heads[:1] if sort in _FIRST else heads, side, other) if heads else None
    if met is None or not enough(met.shared, contrast.score, contrast.old, contrast.new):
        return 0
    return met.shared


def same_root(hit: Hit, other: Claim) -> bool:
    """Whether the other side has the word in another form (tight, tightened)."""
    word = hit.words[0].key
    root = word[:_ROOT]
    return len(root) == _ROOT and any(k.startswith(root) and k != word for k in other.keys)


def is_denied(hit: Hit, side: Claim) -> bool:
    """Whether a negation stands right before a word of degree, or after it ("not always")."""
    first, end = hit.words[0].place, hit.words[-1].place + 1
    before, after = side.words[max(0, first - 1) : first], side.words[end : end + 1]
    if hit.cells[0] != "frequency":
        after = ()
    return any(w.key in word_set("negations") for w in (*before, *after))


def says(hit: Hit, other: Claim) -> bool:
    """Whether the other side has the very phrase, if fewer times: of what, nobody can tell."""
    return f" {hit.phrase} " in f" {' '.join(other.keys)} "


def _is_enumeration(contrast: Contrast) -> bool:
    """Whether both sides say so much, or in so many sentences, that a word has no sure place."""
    sizes = sorted((len(contrast.old.content), len(contrast.new.content)))
    if sizes[0] > ENUMERATION or sizes[1] > 2 * ENUMERATION:
        return True
    return not contrast.one_to_one


def _told_otherwise(hit: Hit, rivals: Iterable[Hit]) -> bool:
    """Whether the other side grades too, on the same ladder or to the same end."""
    return any(_answers(r, hit) for r in rivals)


def _answers(rival: Hit, hit: Hit) -> bool:
    """Whether a word of the other side may stand for one of this: "some", "sometimes"; "all"."""
    ladder, sign = hit.cells[0], hit.cells[2]
    if rival.cells[0] == ladder:
        return not _goes_on(rival)
    if rival.cells[2] == sign and {ladder, rival.cells[0]} <= _PARTIAL:
        return True
    if sign != "+":
        return False
    rung = int(rival.cells[1])
    if rival.cells[3] == "quantifier":
        return rung >= (_MOST if ladder == _MAGNITUDE else _ALL)
    if rival.cells[0] == _TREND:
        return rung >= _RISING
    return rival.cells[2:4] == ("+", "adjective") == hit.cells[2:4]


def _tells_law(other: Claim, side: Claim) -> bool:
    """Whether only the other side tells of a law: what is done is not what the law says."""
    return has_any(other, LEGAL) and not has_any(side, LEGAL)


def _goes_on(hit: Hit) -> bool:
    """Whether a word tells only that a thing went on as before."""
    return hit.cells[0] == _TREND and _SINKING < int(hit.cells[1]) < _RISING


def _is_own(hit: Hit, side: Claim, other: Claim) -> bool:
    """Whether the clause around a word is one that the other side does not have."""
    there = {kindred(w) for w in other.words}
    around = [w for w in clause(hit.words[0], side) if telling(w) and w not in hit.words]
    after = phrase_after(hit.words[-1], side)[:_GRADED]
    return any(
        sum(kindred(w) in there for w in part) < share * len(part)
        for part, share in ((around, _COVERED), (after, _COVERED_AFTER))
    )


def _is_qualified(hit: Hit, side: Claim) -> bool:
    """Whether a word stands in an exception, says what a law mostly does, or cuts both ways."""
    around = clause(hit.words[0], side)
    before = {w.key for w in around if w.place < hit.words[0].place}
    if before & _EXCEPTIONS:
        return True
    if hit.cells[3] == "quantifier" and before & CONCESSIONS:
        return True
    if hit.cells[0] in _PARTIAL and before & LEGAL:
        return True
    if hit.cells[3] == "adverb" and effect(hit, side) < 0 and around[0] == hit.words[0]:
        return hit.words[0].place > 0  # ", mostly women,"
    return hit.phrase in _TWO_EDGED and not _is_passive(hit, side)


def _is_passive(hit: Hit, side: Claim) -> bool:
    """Whether an adverb stands between a form of "to be" and a participle ("are often beaten")."""
    first, end = hit.words[0].place, hit.words[-1].place + 1
    if not first or end >= len(side.words):
        return False
    return side.words[first - 1].key in _BE and side.words[end].key.endswith(("ed", "en"))


def _counts_the_same(hit: Hit, side: Claim, other: Claim) -> bool:
    """Whether the very noun that is counted stands on the other side, and says no more than so."""
    end = hit.words[-1].place + 1
    after = side.words[end : end + 2]
    first = next((w for w in after if not w.small), None)
    if first is None or first.sentence != hit.words[0].sentence or first.key.endswith("ed"):
        return True  # "some of them", "hundreds remained"
    if not telling(first) and kindred(first) not in {kindred(w) for w in other.words}:
        return False
    return not _speaks(first, side)


def _speaks(noun: Word, side: Claim) -> bool:
    """Whether a noun is a source that says or fears something ("some experts expressed")."""
    if noun.key not in word_set("source_nouns") | word_set("anonymous_sources"):
        return False
    after = side.words[noun.place + 1 : noun.place + 5]
    return any(w.key in word_set("reporting_verbs") or w.key == "expressed" for w in after)


def _other_person(contrast: Contrast) -> bool:
    """Whether a side tells of one man or woman whom the other does not name."""
    if contrast.old.names & contrast.new.names:
        return False
    return any(
        has_any(side, _ONE_PERSON) or side.keys[:1] in _THEY
        for side in (contrast.old, contrast.new)
    )


def _stands_first(hit: Hit, side: Claim) -> bool:
    """Whether a determiner stands before its noun and not in a concession."""
    heads = heads_of(hit, side, hit.cells[3])
    after = hit.words[-1].place + 1
    if not heads or any(w.key != "of" for w in side.words[after : heads[0].place]):
        return False
    before = side.words[: hit.words[0].place]
    return not any(w.key in CONCESSIONS for w in before if w.sentence == hit.words[0].sentence)


def _is_determiner(hit: Hit) -> bool:
    return hit.cells[3] == "quantifier" and (
        hit.cells[0] == _MAGNITUDE or int(hit.cells[1]) <= _DETERMINERS
    )
