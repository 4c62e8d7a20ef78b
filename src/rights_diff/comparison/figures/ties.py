"""How a figure hangs together with another: conversions, parts and wholes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rights_diff.comparison.figures.relations import COUNTS
from rights_diff.model import Qualifier, Quantity, QuantityKind

__all__ = ["converted", "hedged", "is_some_of", "whole_of"]

_SOME_OF = re.compile(r"(?: \w+)? of (?:the|these|those|them|whom)\b", re.IGNORECASE)
_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.MORE_THAN, Qualifier.UP_TO})


def converted(quantity: Quantity, among: Iterable[Quantity]) -> Quantity | None:
    """The sum that a figure repeats in another currency ("5,000 forints ($17)"), or None."""
    if quantity.kind is not QuantityKind.MONEY:
        return None
    return _named(quantity.converts, among)


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


def whole_of(quantity: Quantity, among: Iterable[Quantity]) -> Quantity | None:
    """The figure that a count is told to be a part of ("9 of the 40 members"), or None."""
    return _named(quantity.part_of, among) if quantity.kind in COUNTS else None


def is_some_of(quantity: Quantity, text: str) -> bool:
    """Whether a count is of things known before: "two of the cases", "three of them"."""
    return quantity.kind in COUNTS and bool(_SOME_OF.match(text, quantity.core.end))


def _named(name: str | None, among: Iterable[Quantity]) -> Quantity | None:
    return next((q for q in among if q.id == name), None) if name else None
