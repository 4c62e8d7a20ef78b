"""Lines that may belong to another chapter: told as warnings, never set aside on suspicion.

Tools that take the pages of one chapter out of a printed yearbook bring along the end of the
chapter before and the start of the one behind, and mix their columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rights_diff.structure.countries import countries_in
from rights_diff.structure.headings import heading_words
from rights_diff.structure.lexicons import key
from rights_diff.structure.page import Page, Role
from rights_diff.structure.shapes import is_bulleted, is_private

_PRINTED = frozenset({"page_number", "page_header"})
# Items of a chapter's list of visits and publications.
_ITEM = re.compile(
    r"\bdelegates?\b.{0,80}\bvisited\b|\([A-Z]{3}\s?\d{1,3}/\d{1,5}/\d{2,4}\)", re.S | re.I
)
_QUOTED = 60  # characters


def doubtful_lines(page: Page, country: str | None, name: str) -> tuple[str, ...]:
    """Warnings about text that may have come from other chapters of a printed page.

    Args:
        country: what the report is about, or None.
        name: the file, for the messages.
    """
    if not any(m.role == Role.FURNITURE and m.value in _PRINTED for m in page.marks.values()):
        return ()
    return tuple(f"{name}: {told}" for told in [*_foreign_items(page, country), *_twice(page)])


def _foreign_items(page: Page, country: str | None) -> Iterator[str]:
    """Items of lists that name one other country and not the report's own."""
    first: dict[str, int] = {}
    for i, line in enumerate(page.lines):
        if page.role(i) not in (None, Role.BODY) or not is_bulleted(line.text):
            continue
        names = {naming.country.name for naming in countries_in(line.text)}
        if len(names) == 1 and _ITEM.search(line.text):
            first.setdefault(names.pop(), i)
    for other, i in first.items():
        if country and not _share_name(country, other):
            yield f"doubtful: lines on {other} among those on {country}, at {_quote(page, i)}"


def _share_name(one: str, other: str) -> bool:
    """Sudan and South Sudan are told together; the Niger Delta is in Nigeria."""
    return one in other or other in one


def _twice(page: Page) -> Iterator[str]:
    """Headings that stand twice: a chapter has one Background."""
    seen: set[str] = set()
    for i, mark in sorted(page.marks.items()):
        if mark.role != Role.HEADING:
            continue
        words = key(heading_words(page.lines[i].text))
        if words in seen:
            yield f"doubtful: a second heading {_quote(page, i)}; another chapter may be mixed in"
        seen.add(words)


def _quote(page: Page, i: int) -> str:
    words = " ".join("".join(c for c in page.lines[i].text if not is_private(c)).split())
    shown = words if len(words) <= _QUOTED else words[:_QUOTED].rsplit(" ", 1)[0] + " …"
    return f"“{shown}” (character {page.lines[i].span.start:,})"
