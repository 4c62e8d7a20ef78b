"""Levels of headings, from markup and numbering, else from how the headings follow one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rights_diff.structure.headings import (
    common_words,
    heading_count,
    heading_words,
    opening_count,
)
from rights_diff.structure.lexicons import key

_SECTION = re.compile(r"(?:section|part|chapter)\s+(?:\d{1,2}|[ivx]{1,5})\b", re.I)
_LETTERED = re.compile(r"[a-z][.)]\s")
_DECIMAL = re.compile(r"\d{1,2}((?:\.\d{1,2})*)[.)]?\s")

# A heading counted in this many reports opens a chapter's next section, it does not end a group.
_COMMON_HEADING = 15
# The same for headings that open with one word ("International …").
_COMMON_OPENING = 50
_NAME_WORDS = 2
_FEWEST_LETTERED = 2


def is_numbered(text: str) -> bool:
    """Whether a heading is numbered as in "Section 2. …" or "b. …"."""
    return bool(_SECTION.match(text) or _LETTERED.match(text))


def level_headings(
    headings: Sequence[str | None],
    told: Sequence[int | None],
    texts: Sequence[str],
    whole: str = "",
) -> list[int]:
    """A level for each heading, 1 = top; a lead (None) has level 1.

    Args:
        headings: in document order.
        told: levels from markup, where there is any.
        texts: the text below each heading, empty for a container.
        whole: the text of the page.
    """
    if any(told):
        return _from_markup(told)
    sections = [bool(h and _SECTION.match(h)) for h in headings]
    lettered = [bool(h and _LETTERED.match(h)) for h in headings]
    if any(sections) or sum(lettered) >= _FEWEST_LETTERED:
        return _from_numbering(headings, sections, lettered, texts)
    if sum(bool(h and _DECIMAL.match(h)) for h in headings) * 2 > len(headings):
        return _from_decimals(headings)
    return _from_sequence(headings, texts, whole)


def _from_markup(told: Sequence[int | None]) -> list[int]:
    """Markup levels, moved up so that the highest is 1."""
    top = min(level for level in told if level)
    return [level - top + 1 if level else 1 for level in told]


def _from_decimals(headings: Sequence[str | None]) -> list[int]:
    levels = []
    for heading in headings:
        match = _DECIMAL.match(heading or "")
        levels.append(1 + match[1].count(".") if match else 1)
    return levels


def _from_numbering(
    headings: Sequence[str | None],
    sections: Sequence[bool],
    lettered: Sequence[bool],
    texts: Sequence[str],
) -> list[int]:
    """Outlines by number: "Section 1." is a top heading, "a." stands below, the rest below these.

    In outlines without "Section", the unnumbered heading right above an "a." is the top one.
    """
    levels: list[int] = []
    below, group = 0, 0  # levels of the last numbered heading, and of the last container under it
    for i, heading in enumerate(headings):
        opens = i + 1 < len(headings) and lettered[i + 1] and not texts[i].strip()
        if sections[i] or (heading and not lettered[i] and opens):
            below, group, level = 1, 0, 1
        elif lettered[i]:
            below, group, level = 2, 0, 2
        else:
            level = max(below, group) + 1 if heading else 1
            if heading and below and not texts[i].strip():
                group = level
        levels.append(level)
    return levels


def _from_sequence(headings: Sequence[str | None], texts: Sequence[str], whole: str) -> list[int]:
    """Levels of unnumbered headings: those below a container, or narrowing the one above."""
    levels: list[int] = []
    group: str | None = None  # the heading whose subsections are being read
    lasting = False  # whether the group lasts until a heading of its own form
    seen: set[str] = set()
    for i, heading in enumerate(headings):
        if heading is None:
            levels.append(1)
            continue
        above = headings[i - 1] if i else None
        repeats = key(heading) in seen and above is not None
        seen.add(key(heading))
        if group and (lasting or above != group) and _ends_group(heading, group, lasting=lasting):
            lasting = lasting and is_parallel(heading, group)
            group = heading if lasting else None
            levels.append(1)
        elif group:
            levels.append(2)
        elif above and repeats:
            group, lasting = above, True
            levels.append(2)
        elif above and _narrows(heading, above, whole):
            levels.append(2)
        else:
            levels.append(1)
        if levels[-1] == 1 and not group and not texts[i].strip():
            group = heading
    return levels


def _ends_group(heading: str, group: str, *, lasting: bool) -> bool:
    """Whether a heading stands beside the group and not in it."""
    if lasting:
        return is_parallel(heading, group)
    common = heading_count(heading) >= _COMMON_HEADING or opening_count(heading) >= _COMMON_OPENING
    return common or is_parallel(heading, group)


def is_parallel(heading: str, group: str) -> bool:
    """Two headings with the same last words: "North Special Zone", "South Special Zone".

    >>> is_parallel("North Special Zone", "South Special Zone"), is_parallel("Torture", "Prisons")
    (True, False)
    """
    ours, theirs = key(heading).split(), key(group).split()
    return len(ours) > 2 and ours[-2:] == theirs[-2:]


def _narrows(heading: str, above: str, whole: str) -> bool:
    """Whether the heading says what part of the heading above it is about."""
    if _continues(heading, above):
        return True
    if not heading_count(above) or "background" in above.casefold():
        return False
    joined = heading_count(f"{above} – {heading}") and heading_count(heading) < _COMMON_HEADING
    return bool(joined) or _is_group_name(heading, whole)


def _continues(heading: str, above: str) -> bool:
    """Whether the heading repeats the one above and goes on: "Impunity", "Impunity – the army"."""
    ours, theirs = key(heading_words(heading)), key(heading_words(above))
    return len(ours) > len(theirs) and ours.startswith(theirs) and not ours[len(theirs)].isalnum()


@lru_cache(maxsize=256)
def _is_group_name(heading: str, whole: str) -> bool:
    """A proper name that no other heading uses and that is no place: a people, a faith."""
    words = heading.split()
    if len(words) > _NAME_WORDS or not all(w[0].isupper() and w.isalpha() for w in words):
        return False
    if any(w.casefold() in common_words() for w in words):
        return False
    name = re.escape(heading)
    inside = re.search(rf"(?<=[a-z,] ){name}\b", whole)
    place = re.search(rf"\b(?:in|from|across|throughout|near) (?:the )?{name}\b", whole)
    return inside is not None and place is None
