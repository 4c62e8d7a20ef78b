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
from rights_diff.extraction.grammar.numerals import ARTICLES
from rights_diff.extraction.grammar.tokens import WORD, Passage
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.model import Modality

__all__ = ["Sign", "governing_signs", "signs_in"]

Sign = tuple[int, Modality, str]

_BREAKS = frozenset({";", "but", "while", "whereas", "although"})
_RELATIVES = frozenset({"which", "who", "whom"})
# "While in the country" and "while crossing it" open no clause.
_NO_CLAUSE = frozenset({"in", "inside", "under", "at", "on"})
# Before a participle or a noun they hang it into a clause that says something else.
_HANGING = frozenset({"amid", "after", "by", "despite", "following", "in"})
# How far, in tokens, a sign reaches: beside it, to its verb, within its clause, across
# its sentence.
_CLOSE, _NEAR, _CLAUSE, _FAR = 3, 12, 30, 60
# Sources and surveys are looked for among the first signs of a sentence, however far off.
_OPENING = 4
# So many words may stand between a verb and its "that" ("announced in October that").
_TO_THAT = 5
# A sign in the figure's own phrase comes before any other; a source before none.
_INSIDE, _BESIDE, _WEAKEST = -1, 0, 1000
# Lives and responsibility are claimed in another sense.
_NO_CLAIM = frozenset({"life", "lives", "responsibility", "asylum"})
# Participles that after a figure tell how sure it is: "12 men believed to have …".
_HELD = frozenset(
    {"alleged", "believed", "documented", "estimated", "feared", "recorded", "reported", "thought"}
)
_OWN_SCOPES = frozenset({"close", "near", "verb", "passive"})


@lru_cache(maxsize=1)
def _signs() -> dict[str, tuple[Modality, str]]:
    return {word: (Modality(kind), scope) for word, kind, scope in rows("modality")}


def signs_in(p: Passage) -> tuple[Sign, ...]:
    """The signs of a sentence: token, modality, scope."""
    known = _signs()
    return tuple(
        (j, *known[low])
        for j, low in enumerate(p.lows)
        if low in known and p.kind(j) == WORD and not (j and p.capital(j) and p.capital(j - 1))
    )


def governing_signs(p: Passage, mention: Mention, signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """The signs that govern a figure, nearest first; none where the figure is asserted."""
    if not signs:
        return ()
    first = bisect_left(signs, (mention.start - _FAR,))
    near = signs[first : bisect_left(signs, (mention.stop + _NEAR + 1,))]
    ranked = []
    for sign in (*near, *(s for s in signs[:_OPENING] if s not in near)):
        distance = _governs(p, sign[0], sign[2], mention)
        if distance is not None:
            ranked.append((distance, sign))
    return tuple(sign for _, sign in sorted(ranked))


def _governs(p: Passage, j: int, scope: str, m: Mention) -> int | None:
    """The distance at which the sign at `j` governs a figure, or None."""
    if m.start <= j < m.core_start:
        return _INSIDE
    if scope == "source":
        to_one = p.low(j + 1) == "to" and p.low(j + 2) not in _RELATIVES
        return _WEAKEST if to_one else None
    if scope == "survey":
        return _WEAKEST if j < m.start and _opens(p, j) else None
    if _rules(p, j) or _denied(p, j):
        return None
    if m.start - 2 <= j < m.start and (scope in _OWN_SCOPES or j == m.start - 1):
        return _BESIDE
    if _describes(p, j):
        return None
    gap = m.start - j if j < m.start else j - m.stop + 1
    if not 0 < gap <= _FAR:
        return None
    if j >= m.stop:
        return _told_after(p, j, scope, m)
    if _broken(p, j, m.start) or (_hangs(p, j) and "," in p.lows[j : m.start]):
        return None
    return gap if _reaches(p, j, scope, gap) else None


def _reaches(p: Passage, j: int, scope: str, gap: int) -> bool:
    """Whether a sign before a figure reaches it; nothing breaks the clause between them."""
    if scope in {"close", "near"}:
        return gap <= (_CLOSE if scope == "close" else _CLAUSE)
    if scope == "noun":
        return p.low(j + 1) in {"of", "that"} and p.low(j - 1) != "no"
    if scope == "that":
        return _opens_that(p, j)
    if p.low(j) == "alleged" and not _verb(p, j):
        return gap <= _CLOSE
    if _passive(p, j):
        return gap <= _NEAR
    return scope == "verb"


def _told_after(p: Passage, j: int, scope: str, m: Mention) -> int | None:
    """The distance of a sign after the figure: "40 were said to", "40 believed to", "40 who …"."""
    gap = j - m.stop + 1
    if scope in {"noun", "that"}:
        return None
    if scope in {"close", "near"}:
        aside = p.low(j - 1) in group("auxiliaries") or (gap == 1 and scope == "near")
        relative = gap <= _CLOSE and p.low(m.stop) in _RELATIVES
        return gap if relative or (aside and gap <= _NEAR and not _broken(p, m.stop, j)) else None
    if gap > _NEAR or _broken(p, m.stop, j):
        return None
    if (
        gap == 1
        and p.low(j) in _HELD
        and p.low(j + 1) in {"to", ".", ",", ";", ")", "", "in", "by", "during"}
    ):
        return None if _verb_of(p, j) else gap
    return gap if _passive(p, j) else None


def _verb_of(p: Passage, j: int) -> bool:
    """Whether a participle after a noun may be its verb all the same ("40 men reported in")."""
    return p.low(j + 1) not in {"to", ".", ",", ";", ")", ""}


def _passive(p: Passage, j: int) -> bool:
    near = p.low(j - 1), p.low(j - 2)
    if near[0] in {"had", "has", "have"}:
        return False
    return any(low in group("auxiliaries") for low in near)


def _opens_that(p: Passage, j: int) -> bool:
    """Whether "that" follows a verb, at once or after words of time and place."""
    if "that" in {p.low(j + 1), p.low(j + 2)} or p.low(j + 1) in {"they", "it", "he", "she"}:
        return True
    if p.low(j + 1) not in {"in", "on", "at", "during", "to"}:
        return False
    return "that" in p.lows[j + 2 : j + _TO_THAT]


def _verb(p: Passage, j: int) -> bool:
    """Whether "alleged" is a verb, not an adjective ("alleged members")."""
    return p.kind(j + 1) != WORD or p.low(j + 1) in words("noun_stop") or p.capital(j + 1)


def _opens(p: Passage, j: int) -> bool:
    """Whether the survey at `j` is named in a phrase that opens the sentence."""
    first = 2 if p.low(1) == "," else 0  # "However, in a survey"
    return p.low(first) in {"in", "by"} and j <= _NEAR


def _rules(p: Passage, j: int) -> bool:
    """Whether a law speaks: what it states is a rule, and no report of a figure."""
    return p.low(j - 1) in words("modality_rules") and p.low(j - 2) not in {"of", "on", "about"}


def _describes(p: Passage, j: int) -> bool:
    """Whether a participle stands before its noun: "the stated aims"."""
    before = p.low(j - 1)
    return p.low(j).endswith("ed") and (before in ARTICLES or before in group("determiners"))


def _denied(p: Passage, j: int) -> bool:
    """Whether nobody said so: "no reports that", "wrongly alleged to", "claimed the lives of"."""
    if p.low(j) == "claimed" and _NO_CLAIM & set(p.lows[j + 1 : j + 4]):
        return True
    return p.low(j - 1) in {"no", "wrongly", "falsely", "never"}


def _hangs(p: Passage, j: int) -> bool:
    """Whether a sign stands in a phrase before the main clause: "despite reports that …,"."""
    return p.low(j - 1) in _HANGING and (p.low(j).endswith("ing") or p.low(j).endswith("s"))


def _broken(p: Passage, start: int, stop: int) -> bool:
    """Whether another clause starts between two tokens and is not closed before the second."""
    resumed = next((k for k in range(stop - 1, start, -1) if _resumes(p, k)), start)
    for k in range(resumed, stop):
        low = p.lows[k]
        if low in _RELATIVES and "," not in p.lows[k + 1 : stop]:
            return True
        if low in _BREAKS and not (low == "while" and _no_clause(p, k + 1)):
            return True
    return False


def _resumes(p: Passage, k: int) -> bool:
    """Whether "and that" takes up the verb before it again."""
    return p.low(k) == "that" and p.low(k - 1) in {"and", "but", "or"}


def _no_clause(p: Passage, k: int) -> bool:
    return p.low(k) in _NO_CLAUSE or p.low(k).endswith("ing")
