"""What befell nobody here and somebody there, and what was no crime and became one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rights_diff.comparison.claims.anchors import enough, kindred, mood, telling
from rights_diff.comparison.claims.claim import Claim, Word
from rights_diff.comparison.claims.clauses import LEGAL, clause
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.claims.phrases import find
from rights_diff.comparison.facets.other_matter import is_other_case
from rights_diff.comparison.words.lexicon import pairs, word_set
from rights_diff.model import Facet, Signal

__all__ = ["denial_signals"]

# Below this score of the pairing two matters may be spoken of.
_LEAST_SCORE = 0.45
# Letters that the noun and the verb of one act share ("execut-ions", "execut-ed").
_ROOT = 4
_BE = frozenset({"are", "been", "is", "was", "were"})
_NOBODY = frozenset({"nobody", "none"})
# After these a noun tells that nothing of the sort was done.
_HAPPENED = frozenset({"carried", "occurred", "place", "recorded", "took"})
# Words between a noun and the verb that tells whether it was done.
_VERB_REACH = 4
# Words before a verb among which "was" makes it a thing told as done.
_FINITE_REACH = 2
_CRIMES = frozenset({"crime", "criminalised", "criminalized", "offence", "offense"})
_MADE = frozenset({"became", "criminalised", "criminalized", "declared", "made"})
# Words before and after a crime among which "not" denies it, or "made" makes it one.
_CRIME_REACH = 4
# Words of what is no crime, before "was not".
_NAME_REACH = 3


def denial_signals(contrast: Contrast) -> Iterable[Signal]:
    """A signal where one side denies by "nobody" or "no" what the other tells as done."""
    if not contrast.one_to_one or contrast.score < _LEAST_SCORE:
        return
    for side, other in ((contrast.old, contrast.new), (contrast.new, contrast.old)):
        denied = _denied(side)
        done = _done(denied[-1], other) if denied else None
        if denied and done and _one_matter(denied[-1], side, done, other, contrast):
            words = _in_order(denied, (done,), side is contrast.old)
            yield contrast.signal(Facet.CONTRADICTED, "nobody", *words)
            return
        lawful = _no_crime(side)
        crime = _made_crime(lawful, side, other) if lawful else ()
        if crime:
            facet = Facet.CONTRADICTED if contrast.across else Facet.STATUS_CHANGED
            words = _in_order(lawful, crime, side is contrast.old)
            yield contrast.signal(facet, "made a crime", *words)
            return


def _in_order(
    words: Sequence[Word], others: Sequence[Word], is_old: bool
) -> tuple[Sequence[Word], Sequence[Word]]:
    return (words, others) if is_old else (others, words)


def _denied(claim: Claim) -> tuple[Word, ...]:
    """What stands from "nobody" or "no" to an act; nothing where more than one is denied."""
    words = claim.words
    found: list[tuple[Word, ...]] = []
    for word in words:
        if word.key not in pairs("abuses"):
            continue
        before = words[max(0, word.place - 3) : word.place]
        keys = [w.key for w in before]
        if keys[-1:] == ["no"] and _takes_place(word, claim):
            found.append((before[-1], word))
        elif keys[-1:] and keys[-1] in _BE and _is_nobody(keys):
            start = next(n for n, w in enumerate(before) if w.key in _NOBODY | {"no"})
            found.append((*before[start:], word))
    return found[0] if len(found) == 1 else ()


def _is_nobody(keys: Sequence[str]) -> bool:
    """Whether the words before a participle are "nobody was" or "no one was"."""
    return not _NOBODY.isdisjoint(keys) or "no one" in " ".join(keys)


def _takes_place(word: Word, claim: Claim) -> bool:
    after = claim.words[word.place + 1 : word.place + 1 + _VERB_REACH]
    return any(w.key in _HAPPENED for w in after)


def _done(denied: Word, other: Claim) -> Word | None:
    """The same act told with a verb as done on the other side, and there not denied or in doubt."""
    same = [
        w
        for w in other.words
        if w.key[:_ROOT] == denied.key[:_ROOT]
        and pairs("abuses").get(w.key) == pairs("abuses")[denied.key]
    ]
    if find("certainty", other.words) or any(
        any(mood(w, other)) or _is_law(w, other) for w in same
    ):
        return None
    return next((w for w in same if w.key.endswith("ed") and _is_finite(w, other)), None)


def _is_finite(word: Word, claim: Claim) -> bool:
    before = claim.words[max(0, word.place - _FINITE_REACH) : word.place]
    return any(w.key in _BE for w in before)


def _is_law(word: Word, claim: Claim) -> bool:
    return any(w.key in LEGAL | word_set("soft_words") for w in clause(word, claim))


def _one_matter(denied: Word, side: Claim, done: Word, other: Claim, contrast: Contrast) -> bool:
    """Whether most of what the denial says of place and people stands on the other side."""
    if is_other_case(done, other):
        return False
    there = {kindred(w) for w in other.words}
    around = {kindred(w) for w in side.words if telling(w) and w != denied}
    shared = len(around & there)
    return 2 * shared >= len(around) and enough(shared + 1, contrast.score, side, other)


def _no_crime(claim: Claim) -> tuple[Word, ...]:
    """The words from "not" on in "was not a crime"."""
    for word in claim.words:
        if word.key not in _CRIMES:
            continue
        before = claim.words[max(0, word.place - _CRIME_REACH) : word.place]
        start = next((w.place for w in before if w.key == "not"), 0)
        if start and claim.words[start - 1].key in _BE:
            return claim.words[start : word.place + 1]
    return ()


def _made_crime(lawful: Sequence[Word], side: Claim, other: Claim) -> tuple[Word, ...]:
    """The words "made a crime", said of what stands before "was not a crime"."""
    end = lawful[0].place - 1
    name = {kindred(w) for w in side.words[max(0, end - _NAME_REACH) : end] if telling(w)}
    if not name or not name <= {kindred(w) for w in other.words}:
        return ()
    for word in other.words:
        before = other.words[max(0, word.place - 2 * _CRIME_REACH) : word.place + 1]
        made = next((w for w in before if w.key in _MADE), None)
        if word.key in _CRIMES and made and not any(mood(made, other)):
            return other.words[made.place : word.place + 1]
    return ()
