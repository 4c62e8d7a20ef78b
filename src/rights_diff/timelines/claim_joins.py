"""Which organizations tell a claim surely, and which perhaps: the pair of words that says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from rights_diff.model.timeline import ClaimJoin, Edition
from rights_diff.timelines.claim_ties import ClaimTies, Key

__all__ = ["Telling", "joins_of"]

# Of the pairs of two organizations' sentences read in reports on two countries, one in thirty that
# were so likely one claim was none; of those less likely, one in three.
_SURE = 0.85
# A pair that is less likely counts where words in common bear it out that tell something: as much
# as this many words that stand in one sentence alone, or somewhat less where the words of another
# edition were paired as well.
_LIKELY, _TELLING, _TELLING_AGAIN = 0.6, 1.4, 0.65
_AGAIN = 0.5  # likelihood of that other pair


class Telling(Protocol):
    """What two sentences have in common beside names and numbers."""

    def share_one_phrase(self, a: Key, b: Key) -> bool:
        """Whether nothing is in common but one name of a thing."""

    def telling(self, a: Key, b: Key) -> float:
        """How much the shared words tell, in words that stand in one sentence only."""


@dataclass(frozen=True, slots=True)
class _Tie:
    """A pair of sentences of two organizations, the likelier the greater."""

    score: float
    a: Key
    b: Key


def joins_of(
    group: Sequence[Key], editions: Sequence[Edition], ties: ClaimTies, beside: Telling
) -> tuple[ClaimJoin, ...]:
    """How each organization but the first comes to tell the claim of a group of sentences.

    An organization tells it surely where some sentence of its is a sure pair with one of an
    organization that surely does.
    """
    own: dict[str | None, list[Key]] = {}
    for key in sorted(group):
        own.setdefault(editions[key[0]].organization, []).append(key)
    first, *left = own
    told, joins = [first], []
    while left:
        found = {who: _best(own[who], [own[o] for o in told], ties, beside) for who in left}
        who = max(left, key=lambda w: (found[w][1], found[w][0].score, -left.index(w)))
        tie, sure = found[who]
        joins.append(_join(who, tie, editions, sure=sure))
        left.remove(who)
        if sure:
            told.append(who)
    return tuple(joins)


def _best(
    keys: Sequence[Key], others: Sequence[Sequence[Key]], ties: ClaimTies, beside: Telling
) -> tuple[_Tie, bool]:
    """The likeliest tie to sentences of others, a sure one if there is one, and whether it is."""
    found = sorted(
        (_Tie(ties.strength(a, b), a, b) for a in keys for other in others for b in other),
        key=lambda t: (-t.score, abs(t.a[0] - t.b[0]), t.a, t.b),
    )
    pairs = {frozenset((t.a[0], t.b[0])) for t in found if t.score >= _AGAIN}
    for tie in found:
        if _is_sure(tie, ties, beside, again=len(pairs) > 1):
            return tie, True
    return found[0], False


def _is_sure(tie: _Tie, ties: ClaimTies, beside: Telling, *, again: bool) -> bool:
    pair = min(tie.a, tie.b), max(tie.a, tie.b)
    if pair not in ties.paired or tie.score < _LIKELY:
        return False
    if pair in ties.exact:
        return True
    if beside.share_one_phrase(*pair):
        return False
    if tie.score >= _SURE:
        return True
    return beside.telling(tie.a, tie.b) >= (_TELLING_AGAIN if again else _TELLING)


def _join(who: str | None, tie: _Tie, editions: Sequence[Edition], *, sure: bool) -> ClaimJoin:
    (n, k), (m, i) = tie.a, tie.b
    return ClaimJoin(
        organization=who,
        report=editions[n].id,
        sentence=editions[n].report.sentences[k].id,
        other=editions[m].id,
        other_sentence=editions[m].report.sentences[i].id,
        score=round(tie.score, 3),
        sure=sure,
    )
