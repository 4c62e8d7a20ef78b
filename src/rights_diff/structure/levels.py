"""Levels of headings, from markup and numbering, else from how the headings follow one another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rights_diff.structure.headings import heading_count, heading_words, opening_count

_SECTION = re.compile(r"(?:section|part|chapter)\s+(?:\d{1,2}|[ivx]{1,5})\b", re.I)
_LETTERED = re.compile(r"[a-z][.)]\s")
_DECIMAL = re.compile(r"\d{1,2}((?:\.\d{1,2})+)\.?\s")

# A heading counted in this many reports opens a chapter's next section, it does not end a group.
_COMMON_HEADING = 15
# The same for headings that open with one word ("International …").
_COMMON_OPENING = 50


def level_headings(
    headings: Sequence[str | None], told: Sequence[int | None], texts: Sequence[str]
) -> list[int]:
    """A level for each heading, 1 = top; a lead (None) has level 1."""
    if any(told):
        return _from_markup(told)
    if any(h and _SECTION.match(h) for h in headings):
        return _from_numbering(headings)
    return _from_sequence(headings, texts)


def _from_markup(told: Sequence[int | None]) -> list[int]:
    """Markup levels, moved up so that the highest is 1."""
    top = min(level for level in told if level)
    return [level - top + 1 if level else 1 for level in told]


def _from_numbering(headings: Sequence[str | None]) -> list[int]:
    """"Section 1." is a top heading, "a." stands below it, headings without number below that."""
    levels: list[int] = []
    below = 0
    for heading in headings:
        if heading is None:
            levels.append(1)
            continue
        if _SECTION.match(heading):
            below = 1
        elif _LETTERED.match(heading):
            below = 2
        elif not below:
            levels.append(1)
            continue
        else:
            levels.append(below + 1)
            continue
        levels.append(below)
    return levels


def _from_sequence(headings: Sequence[str | None], texts: Sequence[str]) -> list[int]:
    levels: list[int] = []
    group: str | None = None  # the heading whose subsections are being read
    seen: set[str] = set()
    for i, heading in enumerate(headings):
        if heading is None:
            levels.append(1)
            continue
        above = headings[i - 1] if i else None
        if group is not None and not _ends_group(heading, group, first=above == group):
            levels.append(2)
        elif above and _continues(heading, above):
            group = above
            levels.append(2)
        else:
            group = None
            levels.append(1)
            decimal = _DECIMAL.match(heading)
            if decimal:
                levels[-1] = 1 + decimal[1].count(".")
        if levels[-1] == 1 and not texts[i].strip() and i + 1 < len(headings):
            group = heading
        seen.add(heading.casefold())
    return levels


def _ends_group(heading: str, group: str, *, first: bool) -> bool:
    """Whether a heading stands beside the group and not in it."""
    if first:
        return False
    common = heading_count(heading) >= _COMMON_HEADING or opening_count(heading) >= _COMMON_OPENING
    return common or _is_parallel(heading, group)


def _is_parallel(heading: str, group: str) -> bool:
    """Two headings with the same last words: "North Special Zone", "South Special Zone"."""
    ours, theirs = heading.casefold().split(), group.casefold().split()
    return len(ours) > 2 and ours[-2:] == theirs[-2:]


def _continues(heading: str, above: str) -> bool:
    """Whether the heading repeats the one above and goes on: "Impunity", "Impunity – the army"."""
    ours, theirs = heading_words(heading).casefold(), heading_words(above).casefold()
    return len(ours) > len(theirs) and ours.startswith(theirs) and not ours[len(theirs)].isalnum()
