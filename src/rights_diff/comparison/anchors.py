"""What a word of degree or a hedge is said of, and whether the other side speaks of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rights_diff.comparison.claims import Claim, Word, split_keys, stops
from rights_diff.comparison.lexicon import pairs, table, word_set
from rights_diff.comparison.phrases import Hit

__all__ = ["Meeting", "enough", "heads_of", "kindred", "meet", "mood", "shared_near", "telling"]

# Words looked at on either side of a word to tell what it is about.
_AROUND = 10
# Words after a word of degree among which the thing graded is looked for, and most taken.
_REACH = 7
_MOST_HEADS = 3
# Words before "was" or "remained" that may be the subject.
_SUBJECT = 14
# Words before a verb among which a negation or a wish governs it.
_BEFORE = 4
_WISH_REACH = 16
_TELLING_DIGITS = 5
_COPULAS = frozenset(
    {"are", "be", "became", "become", "been", "being", "is", "remain", "remained", "remains",
     "seemed", "was", "were"}
)  # fmt: skip
_NEARLY = frozenset({"almost", "often", "still"})
_PICKING = frozenset({"including", "with"})
_VERBS = frozenset({"predicate", "verb"})
# "No reports", with at most a word between.
_ACCOUNTS = frozenset(
    {"cases", "evidence", "indication", "indications", "information", "instances", "report",
     "reports"}
)  # fmt: skip
_ACCOUNT_REACH = 2
_APOSTROPHES = ("'", "\u2019")
_OBJECTS = frozenset({"her", "his", "its", "the", "their", "to"})
# Between a wish and a word these tell that the word is told as done ("their men being tried").
_FINITE = frozenset({"are", "being", "had", "has", "have", "is", "was", "were"})
_JOINTS = frozenset({"and", "or", "other"})
# Least shared words near a word of degree, by how surely the sides make the same claim: read
# off pairs of twelve countries, where pairings scored below .45 were right in four of ten.
_NEEDED = ((0.55, 2), (0.45, 3), (0.0, 4))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A word of the other side that is the thing spoken of, and how many words around agree."""

    word: Word
    shared: int


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
        verb = [w for w in _following(end, claim, _JOINTS) if not w.key.endswith("ly")]
        return tuple(verb[:1]) or _preceding(first, claim)
    if sort == "quantifier":
        return () if _in_passing(first, claim) else _following(end, claim, None)
    if sort == "predicate":
        return () if _goes_on(end, claim) else _subject(first, claim)
    if sort == "verb":
        copula = _copula(first, claim)
        return _following(end, claim, None) if copula is None else _subject(copula, claim)
    return _following(end, claim, None)[:2] if sort == "hedge" else ()


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
        if not (passed or word.key in _degree_words()):
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
        if telling(words[n]) and words[n].key not in _degree_words():
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
        elif telling(word) and word.key not in _degree_words():
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
    if after and not stops(claim.words[first], after[0], claim) and after[0].key in _FINITE:
        return ()  # "they rarely had"
    return (word,) if telling(word) else ()


@cache
def _degree_words() -> frozenset[str]:
    """Words that only grade; verbs that stand on a ladder are also what is spoken of."""
    rows = [row for row in table("degrees") if row[4] not in _VERBS] + list(table("certainty"))
    return frozenset(keys[0] for row in rows if len(keys := split_keys(row[0])) == 1)


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
    if score >= _NEEDED[1][0]:
        needed = min(needed, *(_size(side) for side in sides))
    return shared >= max(1, needed)


def _size(claim: Claim) -> int:
    return len({kindred(w) for w in claim.words if _counts(w)})


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
    return telling(word) and word.key not in _degree_words()


def mood(word: Word, claim: Claim) -> tuple[bool, bool]:
    """Whether a word is negated, and whether it is wanted or planned and not told as done."""
    before = list(_before(word, claim))
    untold = _is_untold([w.key for w in before][::-1])
    finite = next((n for n, w in enumerate(before) if w.key in _FINITE), len(before))
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
