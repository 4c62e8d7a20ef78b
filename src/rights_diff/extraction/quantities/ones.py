"""When "one" counts, and when it is a pronoun."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import numbers, table, words
from rights_diff.extraction.grammar.qualifiers import hedge_before
from rights_diff.extraction.grammar.tokens import NUMBER, SIGN, WORD, Passage

__all__ = ["counts_one"]

_NOT_BEFORE = frozenset(
    "no any every each which another some this that the a an only's loved number someone big new "
    "previous last small good bad latter either these those such same other".split()
)
_IDIOMS = frozenset("another day point side hand time thing way step's such more and".split())
_OF_GROUP = frozenset("whom them the its their his her those these our which".split())
_WAS = frozenset("was were had has died is remained of in who".split())


def counts_one(p: Passage, i: int) -> bool:
    """Whether the "one" at token `i` is the number."""
    following = p.low(i + 1)
    if p.low(i - 1) == "-" or (following == "-" and p.glued(i + 1)):
        return following == "-" and p.low(i + 2) in _HYPHENED | set(table("unit_time"))
    if p.low(i - 1) == "between" or _day_off(p, i):
        return True
    if p.low(i - 1) in _NOT_BEFORE or following in _IDIOMS or following in {"’s", "'s", "’"}:
        return False
    if p.low(i - 1) in {"if", "when", "whether"}:
        return False
    if following == "of":
        return _of_group(p, i)
    if following in numbers("number_scales") or following in {"or", "to"}:
        return p.kind(i + 2) in {WORD, NUMBER} and p.low(i + 2) != "more"
    if hedge_before(p, i) is not None:
        return True
    if p.kind(i + 1) == WORD and following not in words("noun_stop"):
        return following not in words("noun_verbs") or following in table("unit_time")
    opening = p.kind(i - 1) in {"", SIGN} or p.low(i - 1) == "and"
    return opening and following in _WAS


def _day_off(p: Passage, i: int) -> bool:
    return p.low(i + 1) == "day" and p.low(i + 2) in {"off", "of", "’s", "'s", "per", "a"}


_HYPHENED = frozenset({"third", "quarter", "half", "fifth"})


def _of_group(p: Passage, i: int) -> bool:
    return p.low(i + 2) in _OF_GROUP
