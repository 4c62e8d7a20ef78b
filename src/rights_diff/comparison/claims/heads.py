"""What a word of degree grades: its noun, its verb or its subject."""

from __future__ import annotations

import itertools
from functools import cache

from rights_diff.comparison.claims.claim import Claim, Word, split_keys, stops
from rights_diff.comparison.claims.phrases import Hit
from rights_diff.comparison.words.lexicon import pairs, table, word_set

__all__ = ["FINITE", "degree_words", "heads_of", "kindred", "telling"]

# Words after a word of degree among which the thing graded is looked for, and most taken.
_REACH = 7
_MOST_HEADS = 3
# Words before "was" or "remained" that may be the subject.
_SUBJECT = 14
_COPULAS = frozenset(
    {"are", "be", "became", "become", "been", "being", "is", "remain", "remained", "remains",
     "seemed", "was", "were"}
)  # fmt: skip
_NEARLY = frozenset({"almost", "often", "still"})
_POINTING = frozenset({"such", "that", "these", "this", "those"})
_RIGHTS = frozenset({"freedom", "freedoms", "provision", "right", "rights"})
# Most words of a sentence before "these rights" that tell which.
_SENTENCE = 20
_PICKING = frozenset({"including", "with"})
_VERBS = frozenset({"predicate", "verb"})
_APOSTROPHES = ("'", "\u2019")
_OBJECTS = frozenset({"her", "his", "its", "the", "their", "to"})
# Verbs that make what follows a thing told as done: not an attribute ("they rarely had"), no
# longer what is wished ("their men being tried").
FINITE = frozenset({"are", "being", "had", "has", "have", "is", "was", "were"})
_JOINTS = frozenset({"and", "or", "other"})


def telling(word: Word) -> bool:
    """Whether a word says what a clause is about."""
    return not (
        word.small or word.key in word_set("light_words") or word.key in word_set("negations")
    )


def kindred(word: Word) -> str:
    """What a word comes down to: its family of meaning where one is known, else its stem."""
    return pairs("kindred").get(word.key, word.stem)


def heads_of(hit: Hit, claim: Claim, sort: str) -> tuple[Word, ...]:
    """The words that a word of degree grades: its noun, its verb or its subject; none if unsure.

    `sort` is how it is tied: adjective, adverb, quantifier, or hedge (the words after it).
    """
    first, end = hit.words[0].place, hit.words[-1].place + 1
    if sort == "adjective":
        copula = _copula(first, claim)
        if copula is not None and not _noun_next(end, claim):
            return _subject(copula, claim)
        return _following(end, claim, _JOINTS)
    if sort == "adverb":
        at = _after_adverbs(end, claim)
        verb = [w for w in _following(at, claim, frozenset()) if not w.key.endswith("ly")]
        return tuple(verb[:1]) or _preceding(first, claim)
    if sort == "quantifier":
        return () if _in_passing(first, claim) else _counted(end, claim)
    if sort == "predicate":
        return () if _goes_on(end, claim) else _subject(first, claim)
    if sort == "verb":
        copula = _copula(first, claim)
        if copula is not None:
            return _subject(copula, claim)
        return _these_rights(end, claim) or _following(end, claim, None)
    return _following(end, claim, None)[:2] if sort == "hedge" else ()


def _after_adverbs(at: int, claim: Claim) -> int:
    """Past the other adverbs joined to one ("routinely and systematically")."""
    while [w.key in _JOINTS or w.key.endswith("ly") for w in claim.words[at : at + 2]] == [
        True
    ] * 2:
        at += 2
    return at


def _counted(at: int, claim: Claim) -> tuple[Word, ...]:
    """The nouns after a quantifier, and those joined to them ("many girls and women")."""
    found = _following(at, claim, None)
    if not found:
        return ()
    end = found[-1].place + 1
    joined = claim.words[end : end + 1]
    if joined and joined[0].key in _JOINTS and not stops(found[-1], joined[0], claim):
        return (*found, *_following(end, claim, _JOINTS))
    return found


def _these_rights(at: int, claim: Claim) -> tuple[Word, ...]:
    """What "these rights" stands for: the words of its sentence before it."""
    after = claim.words[at : at + _REACH]
    for left, right in itertools.pairwise(after):
        if left.key in _POINTING and right.key in _RIGHTS and left.sentence == after[0].sentence:
            before = claim.words[max(0, at - _SENTENCE) : at]
            return tuple(w for w in before if w.sentence == left.sentence and telling(w))
    return ()


def _goes_on(end: int, claim: Claim) -> bool:
    """Whether a verb has an object or another verb ("continued to hold", "increased pressure")."""
    if end >= len(claim.words) or stops(claim.words[end - 1], claim.words[end], claim):
        return False
    word = claim.words[end]
    return not word.small or word.key in _OBJECTS


def _in_passing(first: int, claim: Claim) -> bool:
    """Whether a part is only picked out ("including some", ", many of them")."""
    if not first or claim.words[first - 1].sentence != claim.words[first].sentence:
        return False
    before = claim.words[first - 1]
    return before.key in _PICKING or stops(before, claim.words[first], claim)


def _noun_next(end: int, claim: Claim) -> bool:
    words = claim.words
    return (
        end < len(words)
        and not stops(words[end - 1], words[end], claim)
        and not words[end].small
        and words[end].key not in word_set("negations")
    )


def _copula(first: int, claim: Claim) -> int | None:
    """Where "was" or "remained" stands before an adjective; adverbs between are passed over."""
    for n in range(first - 1, max(-1, first - 4), -1):
        word = claim.words[n]
        if word.sentence != claim.words[first].sentence:
            return None
        if word.key in _COPULAS:
            return n
        passed = word.key in _JOINTS or word.key in _NEARLY or word.key.endswith("ly")
        if not (passed or word.key in degree_words()):
            return None
    return None


def _subject(verb: int, claim: Claim) -> tuple[Word, ...]:
    found: list[Word] = []
    words = claim.words
    for n in range(verb - 1, max(-1, verb - 1 - _SUBJECT), -1):
        if words[n].sentence != words[verb].sentence:
            break
        if found and stops(words[n], words[n + 1], claim):
            break
        if telling(words[n]) and words[n].key not in degree_words():
            found.append(words[n])
    return tuple(found)


def _following(at: int, claim: Claim, skip: frozenset[str] | None) -> tuple[Word, ...]:
    """The first telling words from `at` on; small words before them are passed where allowed."""
    found: list[Word] = []
    words = claim.words
    for n in range(at, min(len(words), at + _REACH)):
        word = words[n]
        if n and stops(words[n - 1], word, claim):
            break
        if word.small:
            if found or (skip is not None and word.key not in skip):
                break
        elif telling(word) and word.key not in degree_words():
            if _owns(word, claim):
                continue
            found.append(word)
            if len(found) == _MOST_HEADS:
                break
    return tuple(found)


def _owns(word: Word, claim: Claim) -> bool:
    """Whether a word is a plural owner ("prisoners' relatives"): what it owns is meant."""
    return claim.text[word.span.end : word.span.end + 1] in _APOSTROPHES


def _preceding(first: int, claim: Claim) -> tuple[Word, ...]:
    """The verb right before an adverb."""
    if not first or stops(claim.words[first - 1], claim.words[first], claim):
        return ()
    word, after = claim.words[first - 1], claim.words[first + 1 : first + 2]
    if after and not stops(claim.words[first], after[0], claim) and after[0].key in FINITE:
        return ()  # "they rarely had"
    return (word,) if telling(word) else ()


@cache
def degree_words() -> frozenset[str]:
    """Words that only grade; verbs that stand on a ladder are also what is spoken of."""
    rows = [row for row in table("degrees") if row[4] not in _VERBS] + list(table("certainty"))
    return frozenset(keys[0] for row in rows if len(keys := split_keys(row[0])) == 1)
