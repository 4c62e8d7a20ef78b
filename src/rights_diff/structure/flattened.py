"""A page saved as one line: headings and paragraphs glued to one another."""

from __future__ import annotations

from rights_diff.structure.lines import Line
from rights_diff.structure.page import Mark


def is_flattened(text: str) -> bool:
    return False


def segments_of(text: str) -> tuple[list[Line], dict[int, Mark]]:
    return [], {}
