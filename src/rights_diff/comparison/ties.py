"""How a figure hangs together with another of its sentence: conversions, parts and wholes.

Told by the words between the two. Where a quantity carries such ties itself, only this module
has to change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rights_diff.model import Qualifier, Quantity, QuantityKind

__all__ = ["converted", "hedged", "is_some_of", "whole_of"]

_HEDGE = r"(?:about|almost|approximately|around|at least|less than|more than|nearly|only|some)"
# From a sum to its conversion: " (CUC) ($", " (about ", ", or roughly ".
_TO_CONVERSION = re.compile(
    rf"\s*(?:\([A-Z]{{3}}\)\s*)?(?:\(|, or )(?:the )?(?:equivalent (?:of|to) )?(?:{_HEDGE} )*"
    r"(?:[A-Z]{2})?[$€£]?\s*",
    re.IGNORECASE,
)
# From a part to its whole: "of the", "out of a total of", "of the country’s".
_TO_WHOLE = re.compile(
    rf"(?: \w+)? (?:out )?of (?:(?:the|its|their|all|these|those|an estimated|a total of|{_HEDGE})"
    r" )*(?:(?!and\b)[\w’']+ )?",
    re.IGNORECASE,
)
_SOME_OF = re.compile(r"(?: \w+)? of (?:the|these|those|them|whom)\b", re.IGNORECASE)
# From a whole to its part: ", including at least", "(", ", of whom".
_TO_PART = re.compile(
    rf"[^.;:()]{{0,60}}?(?:\bincluding|\bof whom|\bof which|\bof them|\bamong them|\()"
    rf"(?: ?{_HEDGE})* ?",
    re.IGNORECASE,
)
_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.MORE_THAN, Qualifier.UP_TO})
_COUNTS = frozenset({QuantityKind.COUNT, QuantityKind.RANGE, QuantityKind.VAGUE_MAGNITUDE})


def converted(quantity: Quantity, among: Iterable[Quantity], text: str) -> Quantity | None:
    """The sum that a figure repeats in another currency ("5,000 forints ($17)"), or None."""
    if quantity.kind is not QuantityKind.MONEY:
        return None
    first = _last_before(quantity, among)
    if first is None or first.unit == quantity.unit:
        return None
    between = text[first.span.end : quantity.core.start]
    return first if _TO_CONVERSION.fullmatch(between) else None


def hedged(quantity: Quantity, first: Quantity) -> Quantity:
    """A conversion with the qualifier of the sum it repeats ("up to 5,000 forints ($17)")."""
    if quantity.qualifier is not Qualifier.EXACT or first.qualifier is Qualifier.EXACT:
        return quantity
    value, hedge = quantity.value, first.qualifier
    return replace(
        quantity,
        qualifier=hedge,
        value=None if hedge in _BOUNDS else value,
        low=value if hedge in (Qualifier.AT_LEAST, Qualifier.MORE_THAN) else None,
        high=value if hedge in (Qualifier.LESS_THAN, Qualifier.UP_TO) else None,
    )


def whole_of(quantity: Quantity, among: Iterable[Quantity], text: str) -> Quantity | None:
    """The figure that a count is told to be a part of ("9 of the 40 members"), or None."""
    if quantity.kind not in _COUNTS:
        return None
    others = [q for q in among if q.kind in _COUNTS and q.sentence == quantity.sentence]
    after = min((q for q in others if q.core.start >= quantity.core.end), default=None, key=_place)
    if after and _TO_WHOLE.fullmatch(text[quantity.core.end : after.core.start]):
        return after
    before = _last_before(quantity, others)
    if before and _TO_PART.fullmatch(text[before.core.end : quantity.core.start]):
        return before
    return None


def is_some_of(quantity: Quantity, text: str) -> bool:
    """Whether a count is of things known before: "two of the cases", "three of them"."""
    return quantity.kind in _COUNTS and bool(_SOME_OF.match(text, quantity.core.end))


def _last_before(quantity: Quantity, among: Iterable[Quantity]) -> Quantity | None:
    before = (q for q in among if q.core.end <= quantity.core.start)
    return max(before, default=None, key=_place)


def _place(quantity: Quantity) -> int:
    return quantity.core.start
