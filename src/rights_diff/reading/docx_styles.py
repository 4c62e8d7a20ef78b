"""What the styles and lists of a Word document say: levels, bold, numbering.

Tags are matched without their namespace: transitional and strict files (ISO/IEC 29500) have
different ones. A paragraph's own properties win over its style, a style over the one it is
based on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING_NAME = re.compile(r"heading\s*([1-9])", re.I)
_NUMBER = re.compile(r"[0-9]{1,6}")
_LONGEST_CHAIN = 30  # styles based on one another; Word allows eleven, a loop has no end
_BODY_LEVEL = 9  # of w:outlineLvl, ISO/IEC 29500-1 17.3.1.20
_OFF = frozenset({"0", "false", "off", "none"})
_MOST_FIGURES = 4000  # letters and Roman figures beyond are no numbering
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)


def tag_of(element: _Element) -> str:
    """The tag without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first descendant along a path of tags, or None."""
    for tag in path:
        if element is None:
            return None
        element = next((e for e in element if tag_of(e) == tag), None)
    return element


def value_of(element: _Element | None, name: str = "val") -> str | None:
    """The attribute of that name, whatever its namespace, or None."""
    if element is None:
        return None
    return next((str(v) for k, v in element.items() if str(k).rpartition("}")[2] == name), None)


def number_of(text: str | None, default: int = 0) -> int:
    """The number an attribute holds, or the default (also for numbers no document has)."""
    return int(text) if text and _NUMBER.fullmatch(text) else default


def is_on(properties: _Element | None, tag: str) -> bool | None:
    """Whether a switch such as bold is on, or None where the properties don't say."""
    switch = child(properties, tag)
    if switch is None:
        return None
    return (value_of(switch) or "on") not in _OFF


@dataclass(frozen=True)
class Styles:
    """The styles part of a document (empty where it has none)."""

    root: _Element | None

    @cached_property
    def _by_id(self) -> dict[str, _Element]:
        styles = [] if self.root is None else [e for e in self.root if tag_of(e) == "style"]
        return {value_of(s, "styleId") or "": s for s in styles}

    @cached_property
    def _default(self) -> str | None:
        for name, style in self._by_id.items():
            default = value_of(style, "default") in {"1", "true"}
            if default and value_of(style, "type") == "paragraph":
                return name
        return None

    def chain(self, style: str | None, *, paragraph: bool = True) -> Iterator[_Element]:
        """The style and those it is based on, nearest first."""
        name = style or (self._default if paragraph else None)
        for _ in range(_LONGEST_CHAIN):
            found = self._by_id.get(name or "")
            if found is None:
                return
            yield found
            name = value_of(child(found, "basedOn"))

    def names(self, style: str | None) -> list[str]:
        """Lower-cased names of the style and those it is based on; built-in ones are English."""
        return [(value_of(child(s, "name")) or "").lower() for s in self.chain(style)]

    def heading_level(self, properties: _Element | None) -> int | None:
        """The level 1–9 of a paragraph with these properties, None for running text."""
        told = value_of(child(properties, "outlineLvl"))
        style = value_of(child(properties, "pStyle"))
        for found in self.chain(style):
            told = told or value_of(child(found, "pPr", "outlineLvl"))
            named = _HEADING_NAME.fullmatch(value_of(child(found, "name")) or "")
            if told is None and named:
                return int(named[1])
        level = number_of(told, _BODY_LEVEL)
        return level + 1 if level < _BODY_LEVEL else None

    def is_bold(self, run: _Element | None, paragraph: _Element | None) -> bool:
        """Whether a run is printed bold: by itself, its style or the paragraph's style."""
        own = is_on(run, "b")
        if own is not None:
            return own
        chains = (
            self.chain(value_of(child(run, "rStyle")), paragraph=False),
            self.chain(value_of(child(paragraph, "pStyle"))),
        )
        found = (is_on(child(s, "rPr"), "b") for chain in chains for s in chain)
        return next((on for on in found if on is not None), False)

    def size(self, run: _Element | None, paragraph: _Element | None) -> int:
        """The type size in half points, 0 where nothing says."""
        style = value_of(child(paragraph, "pStyle"))
        told = [value_of(child(run, "sz"))]
        told += [value_of(child(s, "rPr", "sz")) for s in self.chain(style)]
        return next((number_of(size) for size in told if size), 0)

    def numbering(self, properties: _Element | None) -> tuple[str, int] | None:
        """The list a paragraph belongs to and its depth there, or None."""
        style = value_of(child(properties, "pStyle"))
        places = [properties, *(child(s, "pPr") for s in self.chain(style))]
        depth = None
        for place in places:
            depth = depth or value_of(child(place, "numPr", "ilvl"))
            number = value_of(child(place, "numPr", "numId"))
            if number is not None:
                return (number, number_of(depth)) if number != "0" else None
        return None


@dataclass
class Lists:
    """The numbering part, and how far each list has counted while the document is read."""

    root: _Element | None
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    @cached_property
    def _levels(self) -> dict[str, dict[int, tuple[str, str, int]]]:
        """Of each list: depth → format, pattern, first number."""
        if self.root is None:
            return {}
        abstract = {
            value_of(e, "abstractNumId"): _levels_of(e)
            for e in self.root
            if tag_of(e) == "abstractNum"
        }
        return {
            value_of(e, "numId") or "": abstract.get(value_of(child(e, "abstractNumId")), {})
            for e in self.root
            if tag_of(e) == "num"
        }

    def label(self, number: str, depth: int) -> str | None:
        """The next item's label ("1.", "(b)"), or None where the list has bullets or nothing."""
        levels = self._levels.get(number, {})
        counts = self._counts.setdefault(number, {})
        kind, pattern, first = levels.get(depth, ("bullet", "", 1))
        counts[depth] = counts.get(depth, first - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if kind in ("bullet", "none"):
            return None
        return re.sub(r"%([1-9])", lambda m: self._figure(levels, counts, int(m[1]) - 1), pattern)

    @staticmethod
    def _figure(levels: dict[int, tuple[str, str, int]], counts: dict[int, int], depth: int) -> str:
        kind, _, first = levels.get(depth, ("decimal", "", 1))
        return figure(counts.get(depth, first), kind)


def _levels_of(abstract: _Element) -> dict[int, tuple[str, str, int]]:
    levels = {}
    for level in abstract:
        depth = value_of(level, "ilvl") if tag_of(level) == "lvl" else None
        if depth:
            first = number_of(value_of(child(level, "start")), 1)
            kind = value_of(child(level, "numFmt")) or "decimal"
            pattern = value_of(child(level, "lvlText")) or ""
            levels[number_of(depth)] = (kind, pattern, first)
    return levels


def figure(number: int, kind: str) -> str:
    """A number as a Word list or note prints it.

    >>> figure(4, "lowerRoman"), figure(28, "upperLetter"), figure(3, "decimal")
    ('iv', 'BB', '3')
    """
    if not 0 < number < _MOST_FIGURES:
        return str(number)
    if kind.endswith("Letter"):
        figures = _LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)
    elif kind.endswith("Roman"):
        figures = _roman(number)
    else:
        return str(number)
    return figures.upper() if kind.startswith("upper") else figures


def _roman(number: int) -> str:
    figures = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        figures += letters * count
    return figures
