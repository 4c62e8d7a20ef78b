"""The page under study: its lines, and what the rules have made of them so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from rights_diff.structure.lines import Line


class Role(StrEnum):
    """What a line is in the report."""

    TITLE = "title"
    FACT = "fact"
    FURNITURE = "furniture"
    HEADING = "heading"
    RELATED_HEADING = "related_heading"
    BODY = "body"
    NOTE = "note"


RUN_IN = "run_in"  # the value of headings that open a paragraph

RESUMED = "resumed"  # the value of text that goes on below a list of related items


class Mark(NamedTuple):
    """A role, with the reason (furniture), the level or `RUN_IN` (heading) or the marker (note)."""

    role: Role
    value: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Lines and their marks, by line number; a line without a mark is still open."""

    text: str
    lines: tuple[Line, ...]
    marks: Mapping[int, Mark] = field(default_factory=dict)

    def with_marks(self, marks: Mapping[int, Mark]) -> Page:
        """The page with more marks; a line that has one keeps it."""
        return replace(self, marks={**marks, **self.marks}) if marks else self

    def open_lines(self, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Numbers of the lines without a mark, in `[start, end)`."""
        stop = len(self.lines) if end is None else end
        return (i for i in range(start, stop) if i not in self.marks)

    def role(self, i: int) -> Role | None:
        """The role of line `i`, or None where it is open."""
        mark = self.marks.get(i)
        return mark.role if mark else None
