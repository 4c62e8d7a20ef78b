"""Values found by their id, and what to say where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_Item = TypeVar("_Item", bound=_Named)


def by_id(items: Sequence[_Item], wanted: str, what: str) -> _Item:
    """The item with that id.

    Args:
        what: what the items are called: "row".
    Raises:
        KeyError: there is none; the message says which there are.
    """
    number = wanted[1:]  # most are numbered from 1 in their order: r12 is the twelfth
    if number.isdecimal() and 0 < int(number) <= len(items):
        likely = items[int(number) - 1]
        if likely.id == wanted:
            return likely
    for item in items:
        if item.id == wanted:
            return item
    there = f"{items[0].id} to {items[-1].id}" if items else "none"
    raise KeyError(f"there is no {what} {wanted!r}; there are: {there}")
