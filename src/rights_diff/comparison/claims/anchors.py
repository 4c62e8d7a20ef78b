"""Whether the other side speaks of what a word of degree or a hedge is said of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rights_diff.comparison.claims.claim import Claim, Word, stops
from rights_diff.comparison.claims.heads import FINITE, degree_words, heads_of, kindred, telling
from rights_diff.comparison.words.lexicon import word_set

__all__ = [
    "Meeting",
    "enough",
    "has_any",
    "heads_of",
    "kindred",
    "meet",
    "mood",
    "shared_near",
    "telling",
]

# Words looked at on either side of a word to tell what it is about.
_AROUND = 10
# Words before a verb among which a negation or a wish governs it.
_BEFORE = 4
_WISH_REACH = 16
_TELLING_DIGITS = 5
# "No reports", with at most a word between.
_ACCOUNTS = frozenset(
    {"cases", "evidence", "indication", "indications", "information", "instances", "report",
     "reports"}
)  # fmt: skip
_ACCOUNT_REACH = 2
# Least shared words near a word of degree, by how surely the sides make the same claim: read
# off pairs of twelve countries, where pairings scored below .45 were right in four of ten.
_NEEDED = ((0.55, 2), (0.45, 3), (0.0, 4))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A word of the other side that is the thing spoken of, and how many words around agree."""

    word: Word
    shared: int


def meet(heads: Sequence[Word], side: Claim, other: Claim) -> Meeting | None:
    """The word of the other side that stands for the heads, in the same mood; best of several.

    Half of the heads at least have to stand on the other side.
    """
    stems = {kindred(w) for w in heads}
    there = stems & {kindred(w) for w in other.words if telling(w)}
    if not there or 2 * len(there) < len(stems):
        return None
    near = _near(heads[0].place, side) | stems
    own = mood(heads[0], side)
    found = [
        Meeting(w, len(near & (_near(w.place, other) | {kindred(w)})))
        for w in other.words
        if kindred(w) in there and mood(w, other) == own
    ]
    return max(found, key=lambda m: m.shared, default=None)


def enough(shared: int, score: float, *sides: Claim) -> bool:
    """Whether so many shared words near both show that one thing is spoken of.

    Where a whole side has fewer telling words, all of them do, unless the pairing is unsure.
    """
    needed = next(n for least, n in _NEEDED if score >= least)
    if score >= _NEEDED[1][0] and shared < needed:
        needed = min(needed, *(_size(side, needed) for side in sides))
    return shared >= max(1, needed)


def _size(claim: Claim, most: int) -> int:
    """Different telling words of a claim, counted up to `most`."""
    found: set[str] = set()
    for word in claim.words:
        if _counts(word):
            found.add(kindred(word))
        if len(found) >= most:
            break
    return len(found)


def shared_near(old: Word, old_claim: Claim, new: Word, new_claim: Claim) -> set[str]:
    """Stems that stand near both words."""
    return _near(old.place, old_claim) & _near(new.place, new_claim)


def _near(at: int, claim: Claim) -> set[str]:
    home = claim.words[at].sentence
    around = claim.words[max(0, at - _AROUND) : at + 1 + _AROUND]
    return {kindred(w) for w in around if w.sentence == home and _counts(w)}


def _counts(word: Word) -> bool:
    if word.key[0].isdigit():  # a long number tells as much as a name; small ones and years don't
        return sum(c.isdigit() for c in word.key) >= _TELLING_DIGITS
    return telling(word) and word.key not in degree_words()


def mood(word: Word, claim: Claim) -> tuple[bool, bool]:
    """Whether a word is negated, and whether it is wanted or planned and not told as done."""
    before = list(_before(word, claim))
    untold = _is_untold([w.key for w in before][::-1])
    finite = next((n for n, w in enumerate(before) if w.key in FINITE), len(before))
    return (
        untold or any(w.key in word_set("negations") for w in before[:_BEFORE]),
        any(w.key in word_set("wish_words") for w in before[:finite]),
    )


def _is_untold(before: Sequence[str]) -> bool:
    """Whether words say that nothing was told of what follows ("there were no reports that")."""
    return any(
        key in _ACCOUNTS and "no" in before[max(0, n - _ACCOUNT_REACH) : n]
        for n, key in enumerate(before)
    )


def _before(word: Word, claim: Claim) -> Iterator[Word]:
    """Words before one in its clause, nearest first."""
    for n in range(word.place - 1, max(-1, word.place - 1 - _WISH_REACH), -1):
        if stops(claim.words[n], claim.words[n + 1], claim):
            return
        yield claim.words[n]


def has_any(claim: Claim, words: Iterable[str]) -> bool:
    """Whether one of these words stands in a claim."""
    return not set(words).isdisjoint(claim.keys)
