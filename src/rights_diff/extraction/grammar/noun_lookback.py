"""The plural nouns before a place, for figures that leave out what they count."""

from __future__ import annotations

from functools import lru_cache

from rights_diff.extraction.grammar.lexicon import group, words
from rights_diff.extraction.grammar.noun_words import acts, breaks, name_of, third_person
from rights_diff.extraction.grammar.plurals import is_plural
from rights_diff.extraction.grammar.tokens import WORD, Passage

__all__ = ["plurals_before", "subject_of"]

# How far back, in tokens, a figure without a noun looks for one, and how many words before a
# noun are taken for its modifiers.
_REACH, _MODIFIERS = 30, 3
# A subject stands among the first words of its sentence.
_SUBJECT_REACH = 10


def plurals_before(p: Passage, i: int) -> tuple[str, ...]:
    """The plural nouns before token `i`, nearest first, in the singular."""
    places = range(i - 1, max(-1, i - _REACH), -1)
    plurals = (j for j in places if _stands_for_plural(p, j))
    return tuple(name_of(p, _first_of_phrase(p, j), j + 1) for j in plurals)


def _stands_for_plural(p: Passage, j: int) -> bool:
    if p.kind(j) != WORD or breaks(p, j) or not is_plural(p.tokens[j].text):
        return False
    if p.low(j) == "others" or (p.low(j) in words("noun_modifiers") and not _alone(p, j)):
        return False
    return not third_person(p, j)


def _alone(p: Passage, j: int) -> bool:
    """Whether a word that mostly stands before a noun is one: "women faced …"."""
    return p.low(j) in words("noun_persons") and acts(p, j + 1)


def _first_of_phrase(p: Passage, j: int) -> int:
    first = j
    while first > max(0, j - _MODIFIERS) and p.kind(first - 1) == WORD:
        if breaks(p, first - 1) or p.low(first - 1) in words("noun_verbs"):
            break
        first -= 1
    return first


def subject_of(p: Passage) -> str | None:
    """The plural that a sentence opens with as its subject, in the singular, or None."""
    if p.lows[0] in _not_openers():
        return None
    verbs = _finite()
    verb = next((k for k, low in enumerate(p.lows[:_SUBJECT_REACH]) if low in verbs), 0)
    if not verb or not _stands_for_plural(p, verb - 1):
        return None
    if any(p.kind(k) != WORD for k in range(verb)):
        return None
    return name_of(p, _first_of_phrase(p, verb - 1), verb)


@lru_cache(maxsize=1)
def _not_openers() -> frozenset[str]:
    """Words that open no subject in the plural."""
    return words("noun_stop") - group("determiners") - {"the", "many", "several", "some", "most"}


@lru_cache(maxsize=1)
def _finite() -> frozenset[str]:
    return group("auxiliaries") | words("noun_verbs")
