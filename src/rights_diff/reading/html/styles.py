"""Levels of headings from their tags, and from class names where one tag serves for two levels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rights_diff.reading.html.tree import Element

_NO_TAG = 9  # bold lines that serve as headings stand below all tags


class Style(NamedTuple):
    """What a heading looks like in the markup: 1 to 6, and its class names."""

    rank: int
    name: str


class Key(NamedTuple):
    """The place of a style among all: styles of one rank may be split."""

    rank: int
    part: int


def levels_of(headings: Sequence[Element | None]) -> list[int]:
    """A level for each heading, 1 = top; None stands for a heading without a tag.

    Levels go by tag. Two exceptions, both by how the page nests its `section` elements: one tag
    with two class names, of which one stands deeper throughout, makes two levels; a lone heading
    with the class name that the next tag's headings have beside it is of their level.
    """
    styles = [_style(e) for e in headings]
    depths: dict[Style, list[int]] = {}
    for element, style in zip(headings, styles, strict=True):
        depths.setdefault(style, []).append(_depth(element))
    keys = _keys(depths)
    order = sorted(set(keys.values()))
    return [order.index(keys[style]) + 1 for style in styles]


def _style(element: Element | None) -> Style:
    if element is None:
        return Style(_NO_TAG, "")
    rank = int(element.tag[1]) if element.tag[1:].isdigit() else _NO_TAG
    return Style(rank, " ".join(sorted(element.get("class").split())))


def _depth(element: Element | None) -> int:
    return element.sections if element else 0


def _keys(depths: dict[Style, list[int]]) -> dict[Style, Key]:
    keys: dict[Style, Key] = {}
    for rank in sorted({style.rank for style in depths}):
        own = sorted((s for s in depths if s.rank == rank), key=lambda s: min(depths[s]))
        part, deepest = 0, max(depths[own[0]])
        for style in own:
            if min(depths[style]) > deepest:
                part += 1
            deepest = max(deepest, *depths[style])
            keys[style] = Key(rank, part)
    for style in depths:
        twin = _twin(style, depths)
        if twin:
            keys[style] = keys[twin]
    return keys


def _twin(style: Style, depths: dict[Style, list[int]]) -> Style | None:
    """The next tag's style with the same class names, beside which a lone heading stands."""
    own = [d for s, ds in depths.items() if s.rank == style.rank for d in ds]
    twin = Style(style.rank + 1, style.name)
    beside = depths.get(twin, [])
    if not style.name or len(own) != 1 or len(beside) < 2:
        return None
    return twin if set(beside) == set(own) else None
