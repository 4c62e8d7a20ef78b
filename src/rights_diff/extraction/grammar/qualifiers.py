"""Words around a number that bound or hedge it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rights_diff.extraction.grammar.lexicon import group, table
from rights_diff.extraction.grammar.tokens import SIGN, Passage
from rights_diff.model import Qualifier

__all__ = ["Hedge", "bounds", "hedge_after", "hedge_before"]

# The longest phrase of the qualifier lists, in words.
_LONGEST = 5
# Words that may stand between the qualifier and the number: "more than the 12 days".
_BETWEEN = frozenset({"the", "a", "an", "another", "other", "its", "their", "these", "those"})

# "Under its 2016 plan", "over their three offices": no bound, but where, or by what.
_OWNED = frozenset({"its", "their"})
_PREPOSITIONS = frozenset({"above", "below", "over", "under"})


class Hedge(NamedTuple):
    """A qualifier and the token its phrase starts (before a number) or stops (after one) at."""

    qualifier: Qualifier
    edge: int


def hedge_before(p: Passage, i: int) -> Hedge | None:
    """The qualifier right before token `i`.

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> hedge_before(tokenise("no fewer than 12"), 3)
    Hedge(qualifier=<Qualifier.AT_LEAST: 'at_least'>, edge=0)
    """
    found = _longest(p, i)
    if found is None and p.low(i - 1) in _BETWEEN and (outer := _longest(p, i - 1)):
        owned = p.low(i - 1) in _OWNED and p.low(outer.edge) in _PREPOSITIONS
        found = outer if outer.qualifier != Qualifier.EXACT and not owned else None
    if found is not None and found.qualifier in {Qualifier.EXACT, Qualifier.ABOUT}:
        outer = _longest(p, found.edge)
        if outer is not None and outer.qualifier != Qualifier.EXACT:
            return outer
    return found


def _longest(p: Passage, i: int) -> Hedge | None:
    phrases = table("quantity_qualifiers")
    if p.low(i - 1) not in _last_words():
        return None
    for length in range(min(_LONGEST, i), 0, -1):
        qualifier = phrases.get(p.phrase(i - length, i))
        if qualifier is not None and not _misread(p, i - length, length):
            return Hedge(Qualifier(qualifier), i - length)
    return None


@lru_cache(maxsize=1)
def _last_words() -> frozenset[str]:
    return frozenset(phrase.rsplit(" ", 1)[-1] for phrase in table("quantity_qualifiers"))


def _misread(p: Passage, i: int, length: int) -> bool:
    """One-word hedges that are something else here: "known about 12 cases", "took over two"."""
    if length > 1:
        return False
    if p.low(i) in _SIGNS:  # "<>", "=>" bound nothing
        return p.low(i - 1) in _SIGNS
    return p.low(i) in {"over", "under"} and p.low(i - 1) in group("particle_verbs")


_SIGNS = frozenset({"<", ">", "="})


def hedge_after(p: Passage, i: int) -> Hedge | None:
    """The qualifier that starts at token `i`: "or more", "and older", "or so"."""
    suffixes = table("quantity_suffixes")
    for length in (3, 2, 1) if p.low(i) in _first_words() else ():
        qualifier = suffixes.get(p.phrase(i, i + length))
        if qualifier is not None:
            if _compares(p, i + length):
                return None
            return Hedge(Qualifier(qualifier), i + length)
    if p.low(i) == "+" and p.glued(i):
        return Hedge(Qualifier.AT_LEAST, i + 1)
    return None


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(" ", 1)[0] for phrase in table("quantity_suffixes"))


def _compares(p: Passage, stop: int) -> bool:
    """Whether "or less" before token `stop` opens a comparison: "12, or less than a tenth"."""
    than = stop if p.low(stop) == "than" else stop - 1
    return p.low(than) == "than" and p.kind(than + 1) not in {"", SIGN}


def bounds(
    qualifier: Qualifier, low: float, high: float
) -> tuple[float | None, float | None, float | None]:
    """Value, low and high of a number (`low == high`) or a range, as its qualifier makes them.

    >>> bounds(Qualifier.UP_TO, 120000, 120000)
    (None, None, 120000)
    """
    if qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
        return None, low, None
    if qualifier in {Qualifier.UP_TO, Qualifier.LESS_THAN}:
        return None, None, high
    if low != high or qualifier is Qualifier.BETWEEN:
        return None, low, high
    return low, None, None
