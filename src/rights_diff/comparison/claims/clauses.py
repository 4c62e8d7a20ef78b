"""The clause around a word, and the phrase that it opens."""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.comparison.claims.claim import Claim, Word, stops
from rights_diff.comparison.claims.heads import telling

__all__ = ["LEGAL", "clause", "phrase_after"]

# Words of a clause looked at on either side of a word.
_CLAUSE = 25
# Small words that do not end a phrase.
_INSIDE = frozenset({"and", "of", "or", "other", "the"})
# A clause with one of these tells what the law says, not what is done.
LEGAL = frozenset(
    {"act", "code", "constitution", "constitutional", "decree", "law", "laws", "legislation",
     "provision", "provisions", "regulation", "regulations", "statute"}
)  # fmt: skip


def clause(word: Word, claim: Claim) -> Sequence[Word]:
    """The words around one up to the next stops."""
    words, first, last = claim.words, word.place, word.place
    while first > max(0, word.place - _CLAUSE) and not stops(words[first - 1], words[first], claim):
        first -= 1
    end = min(len(words) - 1, word.place + _CLAUSE)
    while last < end and not stops(words[last], words[last + 1], claim):
        last += 1
    return words[first : last + 1]


def phrase_after(word: Word, claim: Claim) -> list[Word]:
    """The telling words right after one, up to the next small word that opens another phrase."""
    found: list[Word] = []
    for next_word in clause(word, claim):
        if next_word.place <= word.place:
            continue
        if found and next_word.small and next_word.key not in _INSIDE:
            break
        if telling(next_word):
            found.append(next_word)
    return found
