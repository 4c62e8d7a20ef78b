"""What threatened and what happened: a risk on one side, the thing itself on the other."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.claims.anchors import has_any, kindred, mood, telling
from rights_diff.comparison.claims.claim import Claim, Word, split_keys
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.claims.phrases import Hit, find
from rights_diff.comparison.figures.relations import COUNTS
from rights_diff.comparison.words.lexicon import pairs, word_set
from rights_diff.model import Facet, Signal

__all__ = ["risk_signals"]

# Below this score of the pairing two matters may be spoken of.
_LEAST_SCORE = 0.45
# Words compared on either side; a hostile text may hold thousands.
_MOST_HITS = 20
# Words after "at risk of" among which the abuse stands.
_REACH = 4
# Words beside the abuses that both sides share: where it is the same abuse, and another one.
_LEAST_SHARED = 2
_LEAST_SHARED_OTHER = 4
# Words before an abuse that make it a fear and no fact.
_FEARS = frozenset(
    {"against", "avoid", "danger", "escape", "fear", "fears", "of", "prevent", "risk"}
)
_IRREGULAR = frozenset({"beaten", "shot", "slain"})
_OCCURRENCES = frozenset(
    {"applied", "applies", "apply", "await", "awaited", "awaits", "continued", "follow", "followed",
     "increased", "occurred", "persisted", "resumed", "took"}
)  # fmt: skip
# "At particular risk", of what is not told; words after "led to" that are its outcome.
_UNTOLD = frozenset({"risk", "threat"})
_LEADS = 6
# Characters after a risk in which the next sentence or two may tell what came of it.
_NEXT = 320
# Punishment is what any of the other abuses may be.
_ANY = frozenset({"punish"})
_UNDONE = frozenset({"can", "could", "may", "might", "to", "would"})


def risk_signals(contrast: Contrast) -> Iterable[Signal]:
    """A signal where an abuse that one side fears is told as done on the other."""
    if contrast.score < _LEAST_SCORE:
        return
    old = find("risks", contrast.old.words)[:_MOST_HITS]
    new = find("risks", contrast.new.words)[:_MOST_HITS]
    if bool(old) == bool(new):
        return
    side, other = (contrast.old, contrast.new) if old else (contrast.new, contrast.old)
    if _are_unlike(side, other):
        return
    if has_any(other, word_set("soft_words")):
        return
    for hit in old or new:
        done = _done(hit, side, other)
        if done:
            facet = Facet.STRENGTHENED if old else Facet.SOFTENED
            words = (hit.words, (done,)) if old else ((done,), hit.words)
            yield contrast.signal(facet, "risk and fact", *words)
            return


def _are_unlike(side: Claim, other: Claim) -> bool:
    """Whether one tells of an incident and the other of every year, or each counts its people."""
    counted = [any(q.kind in COUNTS and q.counted for q in c.quantities) for c in (side, other)]
    return bool(side.months) != bool(other.months) or all(counted)


def _done(hit: Hit, side: Claim, other: Claim) -> Word | None:
    """An abuse told as done on the other side, to the people who were at risk of it."""
    end = hit.words[-1].place + 1
    feared = {pairs("abuses").get(w.key) for w in side.words[end : end + _REACH]} - {None}
    if mood(hit.words[0], side)[0] or not (feared or hit.words[-1].key in _UNTOLD):
        return None
    if _told_near(side, feared):
        return None
    shared = len(_topic(side) & _topic(other))
    for word in other.words:
        kind = pairs("abuses").get(word.key)
        if kind is None or any(mood(word, other)):
            continue
        outcome = (kind in feared or not feared) and _is_outcome(word, other)
        occurs = kind in feared | _ANY and _occurs(word, other)
        if not outcome and (not (_is_verb(word) or occurs) or _is_feared(word, other)):
            continue
        if shared >= (_LEAST_SHARED if kind in feared else _LEAST_SHARED_OTHER):
            return word
    return None


def _told_near(side: Claim, feared: set[str | None]) -> bool:
    """Whether the sentences right after a risk count or date what came of it."""
    start = side.spans[-1].end
    after = side.text[start : start + _NEXT]
    told = {pairs("abuses").get(key) for key in split_keys(after) if _is_past(key)} - {None}
    return bool(told & feared)


def _is_past(key: str) -> bool:
    return key.endswith(("ed", "s")) or key in _IRREGULAR


def _is_verb(word: Word) -> bool:
    """Whether an abuse is told with a verb in the past, as something that happened."""
    return word.key.endswith("ed") or word.key in _IRREGULAR


def _occurs(word: Word, claim: Claim) -> bool:
    """Whether a verb right after a noun tells that it happens ("arrests continued")."""
    after = claim.words[word.place + 1 : word.place + 2]
    return any(w.key in _OCCURRENCES for w in after)


def _is_outcome(word: Word, claim: Claim) -> bool:
    """Whether a noun is told as what something led to ("led to killings")."""
    before = {w.key for w in claim.words[max(0, word.place - _LEADS) : word.place]}
    return "to" in before and "led" in before


def _topic(claim: Claim) -> set[str]:
    """What a claim is about, its abuses left out: who is threatened, where and by whom."""
    return {kindred(w) for w in claim.words if telling(w) and w.key not in pairs("abuses")}


def _is_feared(word: Word, claim: Claim) -> bool:
    before = [w for w in claim.words[max(0, word.place - 3) : word.place] if not telling(w)]
    return any(w.key in _FEARS | _UNDONE for w in before)
