"""Sentences of many editions that make one claim: ties joined with care."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import Protocol

from rights_diff.timelines.claim_ties import ClaimTies, Key

__all__ = ["Evidence", "is_borne_out", "join_claims"]

# A claim told in more sentences of one report than this is a list of claims.
_MOST = 3
# Two groups are one claim where their sentences are, on average over the editions compared, at
# least this likely so: a chain of likenesses from one claim to another stays below it.
_GO_TOGETHER = 0.5
# How likely a pair must be to be joined; where a sentence of a third edition speaks for it as
# well, less will do.
_SURE_FROM, _SUPPORTED_FROM = 0.5, 0.35
# What shared words weigh beside the likelihood, and what both must come to. Of some 150 pairs of
# two organizations read in the reports on three countries, half of those just below were wrong,
# of those above it one in six; of one organization's fewer.
_WORDS, _ENOUGH = 1.5, 0.92
# The same for two editions of one organization that told another claim, or none, in an edition
# between them: of the pairs read in the reports on six countries half of those below were wrong.
_ENOUGH_APART = 1.3
# Sentences must share so much at least, however likely they are: those of one organization, which
# tells its claims in much the same words, and those of two, which below this speak of one matter
# without making one claim.
_LEAST_SHARED, _LEAST_BETWEEN = 0.15, 0.18

# Two events of a kind are told in like words: sentences on different days must be so likely one,
# and those that open with "he" or "they", which may be anyone.
_OTHER_EVENTS = 0.92

Group = dict[int, list[Key]]  # sentences by edition


class Evidence(Protocol):
    """What speaks for two sentences making one claim, and against, beside the alignment."""

    def shared(self, a: Key, b: Key) -> float:
        """How much they have in common, 0: nothing; 1: the same words."""

    def telling(self, a: Key, b: Key) -> float:
        """How much the shared words tell, names and numbers left out."""

    def share_one_phrase(self, a: Key, b: Key) -> bool:
        """Whether nothing is in common but one name of a thing."""

    def name_others(self, a: Key, b: Key) -> bool:
        """Whether each names somebody or something that the other does not."""

    def names_nobody(self, key: Key) -> bool:
        """Whether a sentence opens with a word for people named before it."""

    def nearest(self, key: Key, edition: int) -> float:
        """The most that a sentence shares with any of another edition."""

    def tell_of_other_days(self, a: Key, b: Key) -> bool:
        """Whether both name days, or months, and none that the other names."""


def join_claims(ties: ClaimTies, beside: Evidence) -> list[tuple[Key, ...]]:
    """Groups of sentences of at least two editions, no sentence in two of them.

    Sentences with the same words come first, then the strongest ties. A tie joins two groups
    where they are likely one claim on the whole; an unsure tie counts only where a third edition
    speaks for it, and what an alignment did not pair joins nothing.
    """
    home: dict[Key, Group] = {}
    for a, b in _ordered(ties, beside):
        left, right = home.setdefault(a, _alone(a)), home.setdefault(b, _alone(b))
        if left is not right and _are_one(left, right, ties):
            _merge(home, left, right)
    found = {id(g): g for g in home.values() if len(g) > 1}
    return sorted(tuple(sorted(k for own in g.values() for k in own)) for g in found.values())


def _ordered(ties: ClaimTies, beside: Evidence) -> list[tuple[Key, Key]]:
    """Ties that may join: those with the same words, then the strongest."""
    neighbours = _neighbours(ties)
    found = [
        ((a, b) not in ties.exact, -p, a, b)
        for (a, b), p in ties.strengths.items()
        if (a, b) in ties.paired
        and (p >= _SURE_FROM or (p >= _SUPPORTED_FROM and _is_supported(a, b, neighbours)))
        and ((a, b) in ties.exact or _is_likely_one(p, a, b, ties, beside))
    ]
    return [(a, b) for _, _, a, b in sorted(found)]


def _is_likely_one(p: float, a: Key, b: Key, ties: ClaimTies, beside: Evidence) -> bool:
    if ties.are_apart(a, b) and p + _WORDS * beside.shared(a, b) < _ENOUGH_APART:
        return False
    return is_borne_out(p, a, b, beside, kindred=ties.are_kindred(a, b))


def is_borne_out(p: float, a: Key, b: Key, beside: Evidence, *, kindred: bool) -> bool:
    """Whether two sentences that are likely one claim share enough besides.

    Args:
        p: how likely the alignment finds it.
        kindred: whether one organization wrote both.
    """
    shared = beside.shared(a, b)
    if shared < (_LEAST_SHARED if kindred else _LEAST_BETWEEN) or p + _WORDS * shared < _ENOUGH:
        return False
    if p >= _OTHER_EVENTS:
        return True
    return not (beside.tell_of_other_days(a, b) or beside.names_nobody(a) or beside.names_nobody(b))


def _neighbours(ties: ClaimTies) -> Mapping[Key, Mapping[Key, float]]:
    found: dict[Key, dict[Key, float]] = defaultdict(dict)
    for (a, b), p in ties.strengths.items():
        if p >= _SUPPORTED_FROM:
            found[a][b] = found[b][a] = p
    return found


def _is_supported(a: Key, b: Key, neighbours: Mapping[Key, Mapping[Key, float]]) -> bool:
    """Whether a sentence of a third edition is tied to both, and surely to one of them."""
    return any(
        c[0] not in (a[0], b[0]) and max(p, neighbours[b][c]) > _SURE_FROM
        for c, p in neighbours[a].items()
        if c in neighbours[b]
    )


def _alone(key: Key) -> Group:
    return {key[0]: [key]}


def _merge(home: dict[Key, Group], left: Group, right: Group) -> None:
    for edition, keys in right.items():
        left.setdefault(edition, []).extend(keys)
        home.update(dict.fromkeys(keys, left))


def _are_one(left: Group, right: Group, ties: ClaimTies) -> bool:
    for edition in left.keys() & right.keys():
        if len(left[edition]) + len(right[edition]) > _MOST:
            return False
        if not _is_together(left[edition], right[edition], ties):
            return False
    likely = [
        max(ties.strength(a, b) for a, b in product(left[e], right[f]))
        for e, f in product(left, right)
        if e != f and (min(e, f), max(e, f)) in ties.compared
    ]
    return sum(likely) >= _GO_TOGETHER * len(likely)


def _is_together(left: Sequence[Key], right: Iterable[Key], ties: ClaimTies) -> bool:
    """Whether an alignment took sentences of one edition for one claim."""
    return any((min(a, b), max(a, b)) in ties.together for a, b in product(left, right))
