"""Words at the edges of a noun phrase, and the name that its words make in the singular."""

from __future__ import annotations

from functools import lru_cache

from rights_diff.extraction.grammar.lexicon import group, numbers, words
from rights_diff.extraction.grammar.plurals import singular
from rights_diff.extraction.grammar.tokens import CODE, SIGN, WORD, Passage

__all__ = ["QUOTES", "VERBAL_LENGTH", "acts", "breaks", "ends_phrase", "name_of", "third_person"]

QUOTES = frozenset("“”\"‘’'")
# Shorter words in -ed, -ing and -ly ("bed", "ring", "fly") are not judged by their ending.
VERBAL_LENGTH = 5
_WOULD_BE = frozenset({"would", "be"})


def ends_phrase(p: Passage, i: int) -> bool:
    """Whether a noun phrase cannot go on at token `i`: a sign, a function word, a verb."""
    return p.kind(i) != WORD or p.low(i) in words("noun_stop") or p.low(i) in words("noun_verbs")


def breaks(p: Passage, i: int) -> bool:
    """Whether token `i` cannot stand inside a noun phrase."""
    low = p.low(i)
    if low in _WOULD_BE and "would - be" in {p.phrase(i, i + 3), p.phrase(i - 2, i + 1)}:
        return False  # "would-be refugees"
    if p.kind(i) == WORD:  # "US" and "WHO" are names
        return low in _stop_words() and not _acronym(p, i)
    return not (
        low in QUOTES or low in {"-", "/"} or (p.kind(i) in {CODE, "number"} and p.glued(i))
    )


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    """Function words and number words."""
    return words("noun_stop") | numbers("number_cardinals").keys()


def _acronym(p: Passage, i: int) -> bool:
    text = p.tokens[i].text
    return len(text) > 1 and text.isupper()


def acts(p: Passage, k: int) -> bool:
    """Whether token `k` looks like a verb."""
    return p.low(k) in words("noun_verbs") or (p.low(k).endswith("ed") and not p.capital(k))


def third_person(p: Passage, j: int) -> bool:
    """Whether a word in -s is a verb by what follows: "possesses a", "demands that"."""
    return p.low(j + 1) in group("after_verb") and p.low(j).endswith("s")


def name_of(p: Passage, first: int, last: int) -> str:
    """Tokens `first` to `last` (exclusive) as a name in the singular, without light words."""
    first = next((j + 1 for j in range(last - 2, first, -1) if p.low(j) == "other"), first)
    while first < last - 1 and (
        (p.low(first) in words("noun_light") and p.low(first + 1) != "-")
        or p.kind(first) == SIGN
        or (p.low(first).endswith("ly") and len(p.low(first)) >= VERBAL_LENGTH)
    ):
        first += 1
    opening = p.surface(first, last - 1) + " " if last - 1 > first else ""
    for several, one in (("women ", "woman "), ("men ", "man ")):  # "women prisoners"
        if opening.startswith(several):
            opening = one + opening.removeprefix(several)
    if last - 1 > first and p.glued(last - 1):
        opening = opening.rstrip()
    return (opening + singular(p.tokens[last - 1].text)).strip("“”\"‘’' ")
