"""How surely a figure is said: the words of its sentence that govern it.

Each sign of `data/modality.tsv` has a scope: `close` and `near` adverbs govern what they stand
beside; a `verb` governs what follows it, and what stands before it when it is passive; `passive`
verbs govern only as passives; `that` verbs and `noun`s need their clause; a `survey` governs its
sentence when it opens it; a `source` ("according to") governs the whole sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from rights_diff.extraction.grammar.lexicon import group, rows, words
from rights_diff.extraction.grammar.tokens import WORD, Passage
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.model import Modality

__all__ = ["Sign", "governing_sign", "signs_in"]

Sign = tuple[int, Modality, str]

_BREAKS = frozenset({";", "but", "while", "whereas", "although", "which", "who", "whom"})
# How far, in tokens, a sign reaches: beside it, within its clause, across its sentence.
_CLOSE, _NEAR, _FAR = 3, 12, 60
# Sources and surveys are looked for among the first signs of a sentence, however far off.
_OPENING = 4
# A sign in the figure's own phrase comes before any other; a source before none.
_WEAKEST = 1000


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[Modality, str]]:
    return {word: (Modality(kind), scope) for word, kind, scope in rows("modality")}


def signs_in(p: Passage) -> tuple[Sign, ...]:
    """The signs of a sentence: token, modality, scope."""
    known = _signs()
    return tuple(
        (j, *known[low]) for j, low in enumerate(p.lows) if low in known and p.kind(j) == WORD
    )


def governing_sign(p: Passage, mention: Mention, signs: tuple[Sign, ...]) -> Sign | None:
    """The nearest sign that governs a figure, or None: the figure is asserted."""
    best = _WEAKEST + 1
    found: Sign | None = None
    first = bisect_left(signs, (mention.start - _FAR,))
    near = signs[first : bisect_left(signs, (mention.stop + _NEAR + 1,))]
    for sign in (*near, *(s for s in signs[:_OPENING] if s not in near)):
        distance = _governs(p, sign[0], sign[2], mention)
        if distance is not None and distance < best:
            best, found = distance, sign
    return found


def _governs(p: Passage, j: int, scope: str, m: Mention) -> int | None:
    """The distance at which the sign at `j` governs a figure, or None."""
    if m.start <= j < m.core_start or m.start - 2 <= j < m.start:
        return 0
    if scope == "source":
        return _WEAKEST if p.low(j + 1) == "to" else None
    if scope == "survey":
        return _WEAKEST if j < m.start and _opens(p, j) else None
    gap = m.start - j if j < m.start else j - m.stop + 1
    if not 0 < gap <= _FAR or _broken(p, min(j, m.stop), max(j, m.start)):
        return None
    return gap if _reaches(p, j, scope, gap, after=j < m.start) else None


def _reaches(p: Passage, j: int, scope: str, gap: int, *, after: bool) -> bool:
    passive = p.low(j - 1) in group("auxiliaries") or p.low(j - 2) in group("auxiliaries")
    if scope in {"close", "near"}:
        if not after:
            return passive and gap <= _NEAR
        return gap <= (_CLOSE if scope == "close" else _NEAR)
    if scope == "noun":
        return after and p.low(j + 1) in {"of", "that"} and p.low(j - 1) != "no"
    if scope == "that":
        return after and "that" in {p.low(j + 1), p.low(j + 2)}
    if p.low(j) == "alleged" and not _verb(p, j):
        return gap <= _CLOSE and after
    if passive and p.low(j - 1) not in {"had", "has", "have"}:
        return gap <= _NEAR
    return scope == "verb" and after and gap <= _FAR


def _verb(p: Passage, j: int) -> bool:
    """Whether "alleged" is a verb, not an adjective ("alleged members")."""
    return p.kind(j + 1) != WORD or p.low(j + 1) in words("noun_stop") or p.capital(j + 1)


def _opens(p: Passage, j: int) -> bool:
    """Whether the survey at `j` is named in a phrase that opens the sentence."""
    return p.low(0) in {"in", "by"} and j <= _NEAR


def _broken(p: Passage, start: int, stop: int) -> bool:
    return any(p.lows[k] in _BREAKS for k in range(start, stop))
