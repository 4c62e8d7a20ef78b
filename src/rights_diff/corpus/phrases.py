"""Phrases put in the place of phrases, in sentences that are otherwise the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rapidfuzz.distance import Indel

from rights_diff.comparison.words.lexicon import word_set
from rights_diff.corpus.keys import COUNTRY, NUMBER

__all__ = ["Phrase", "changed_phrases", "has_small_words_only", "is_meant", "phrase_edits"]

Phrase = tuple[str, str]

_MOST_EDITS = 6  # a sentence with more of them is another sentence
_LONGEST = 6  # words of a phrase; longer ones are matter, not wording
_SAME = 0.5  # share of words that must stay
# Words that say how things go together: one for another is another claim.
_JOINING = frozenset({"and", "or", "but", "nor"})
# Words that come and go with no meaning of their own.
_IDLE = frozenset({"a", "the", "that"})


def changed_phrases(old: Sequence[str], new: Sequence[str]) -> list[tuple[list[str], list[str]]]:
    """What stands in the place of what; either side may be empty.

    >>> changed_phrases("it is so".split(), "it was never so".split())
    [(['is'], ['was', 'never'])]
    """
    found: list[tuple[list[str], list[str]]] = []
    behind = -1, -1
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            continue
        gone, came = old[op.src_start : op.src_end], new[op.dest_start : op.dest_end]
        if behind == (op.src_start, op.dest_start):
            found[-1][0].extend(gone)
            found[-1][1].extend(came)
        else:
            found.append((list(gone), list(came)))
        behind = op.src_end, op.dest_end
    return found


def phrase_edits(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[Phrase, ...], bool]:
    """Phrases that took the place of others, and whether nothing else was changed.

    Figures, the country's name and words that turn a sentence round are matter, not wording.

    >>> phrase_edits("the law prohibits it".split(), "law prohibited it".split())
    ((('prohibits', 'prohibited'),), True)
    >>> phrase_edits("police did use force".split(), "police did not use force".split())
    ((), False)
    """
    if Indel.normalized_similarity(old, new) < _SAME:
        return (), False
    changes = [
        pair for pair in changed_phrases(old, new) if not _IDLE.issuperset((*pair[0], *pair[1]))
    ]
    if len(changes) > _MOST_EDITS:
        return (), False
    told = [(" ".join(a), " ".join(b)) for a, b in changes if _is_wording(a, b)]
    return tuple(dict.fromkeys(told)), len(told) == len(changes) > 0


def is_meant(words: Sequence[str]) -> bool:
    """Whether one of the words is matter: a figure, the country, a negation."""
    return not _matter().isdisjoint(words)


def has_small_words_only(words: str) -> bool:
    """Whether a text has no word with a meaning of its own.

    >>> has_small_words_only("for to"), has_small_words_only("acts incidents")
    (True, False)
    """
    return word_set("small_words").issuperset(words.split())


def _is_wording(old: Sequence[str], new: Sequence[str]) -> bool:
    if not old or not new or max(len(old), len(new)) > _LONGEST:
        return False
    if is_meant((*old, *new)):
        return False
    return not (_JOINING.issuperset(old) or _JOINING.issuperset(new))


@cache
def _matter() -> frozenset[str]:
    return word_set("negations") | {COUNTRY, NUMBER, "none", "nobody", "all", "some"}
