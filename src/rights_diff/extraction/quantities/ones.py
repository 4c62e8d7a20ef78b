"""When "one" counts, and when it is a pronoun."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import group, numbers, table, words
from rights_diff.extraction.grammar.numerals import read_signed
from rights_diff.extraction.grammar.parts import read_part
from rights_diff.extraction.grammar.qualifiers import hedge_before
from rights_diff.extraction.grammar.tokens import NUMBER, SIGN, WORD, Passage

__all__ = ["counts_one"]


def counts_one(p: Passage, i: int) -> bool:
    """Whether the "one" at token `i` is the number."""
    following = p.low(i + 1)
    if p.low(i - 1) == "-" or (following == "-" and p.glued(i + 1)):
        return following == "-" and _hyphened(p, i + 2)
    if _plainly(p, i):
        return True
    if (
        p.low(i - 1) in group("not_before_one")
        or following in group("after_one_idiom")
        or following in {"’s", "'s", "’"}
        or p.low(i - 1) in {"if", "when", "whether"}
    ):
        return False
    if following == "of":
        return _of_group(p, i)
    if following in {"or", "to"}:
        return p.kind(i + 2) in {WORD, NUMBER} and p.low(i + 2) != "more"
    if hedge_before(p, i) is not None:
        return True
    if p.kind(i + 1) == WORD and following not in words("noun_stop"):
        return following not in words("noun_verbs") or following in table("unit_time")
    opening = p.kind(i - 1) in {"", SIGN} or p.low(i - 1) == "and"
    return opening and following in group("after_bare_one")


# "One per cent"; a minus before the number.
_PERCENT = frozenset({"per", "percent", "%"})


def _negative(p: Passage, i: int) -> bool:
    numeral = read_signed(p, i) if p.low(i - 1) in {"minus", "negative"} else None
    return numeral is not None and (numeral.value or 0) < 0


def _plainly(p: Passage, i: int) -> bool:
    """Whether what stands beside "one" makes it a number, whatever else is said."""
    following = p.low(i + 1)
    if _scaled(p, i) or _negative(p, i) or following in _PERCENT:
        return True
    if following == "and" and hedge_before(p, i) is not None:  # "killing at least one and …"
        return True
    more = following == "more" and p.low(i + 2) in table("unit_time")
    apart = p.low(i - 1) in {"between", "except"}
    return more or apart or _day_off(p, i) or read_part(p, i + 1) is not None


def _scaled(p: Passage, i: int) -> bool:
    return p.low(i + 1) in numbers("number_scales")


def _hyphened(p: Passage, j: int) -> bool:
    """Whether "one-" before token `j` is a number: one-third, one-year, one-yen."""
    unit = p.low(j)
    return unit in _HYPHENED or unit in table("unit_time") or unit in table("unit_money")


def _day_off(p: Passage, i: int) -> bool:
    return p.low(i + 1) == "day" and p.low(i + 2) in {"off", "of", "’s", "'s", "per", "a"}


_HYPHENED = frozenset({"third", "quarter", "half", "fifth"})


def _of_group(p: Passage, i: int) -> bool:
    return p.low(i + 2) in group("one_of")
