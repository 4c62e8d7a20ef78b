"""What the marked page and the source's path tell about a report, before any of it is believed."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import NamedTuple

from rights_diff.model import Document, Span
from rights_diff.structure.page import Page, Role


class TitleText(NamedTuple):
    """The title as the page has it: words, and the span of its lines."""

    words: str
    span: Span


def title_of(page: Page) -> TitleText | None:
    """The title line (and the subtitle right below it, joined with a colon), or None.

    Title lines further down, behind something else, are not part of it.
    """
    at = sorted(i for i, mark in page.marks.items() if mark.role == Role.TITLE)
    if not at:
        return None
    lines = [page.lines[i] for n, i in enumerate(at) if i == at[0] + n]
    words = ": ".join(" ".join(line.text.split()).rstrip(":") for line in lines)
    return TitleText(words, Span(lines[0].span.start, lines[-1].span.end))


# Furniture that speaks about this very document; the rest of a site's page may not.
_OWN = frozenset({"title", "page_title", "page_header", "page_footer", "source_line"})


def own_lines(page: Page) -> list[str]:
    """Lines outside the text that speak about this report: title first, then running heads,
    source line.
    """
    marks = sorted(page.marks.items())
    title = [page.lines[i].text for i, mark in marks if mark.role == Role.TITLE]
    return title + [
        page.lines[i].text
        for i, mark in marks
        if mark.role == Role.FURNITURE and mark.value in _OWN
    ]


def site_lines(page: Page) -> list[str]:
    """All other furniture, and headings of related lists: they name the site's owner."""
    return [
        page.lines[i].text
        for i, mark in sorted(page.marks.items())
        if (mark.role == Role.FURNITURE and mark.value not in _OWN)
        or mark.role == Role.RELATED_HEADING
    ]


class Place(NamedTuple):
    """One part of the path, and what it is called in evidence."""

    name: str
    called: str


_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,5}$")
# "/2021/03/15/": the day on which a page went online is no edition
_DATE_FOLDERS = re.compile(r"/(?:19|20)\d\d/[01]\d/(?:[0-3]\d/)?")
_MOST_FOLDERS = 3  # "organization/edition/country.txt" and orders of it


def places_of(document: Document) -> list[Place]:
    """Address, file name and nearest folders, in the order in which they are believed."""
    places = []
    address = document.source.url or document.told.get("canonical")
    if address:
        places.append(Place(_DATE_FOLDERS.sub("/", address), "address"))
    path = PurePosixPath((document.source.path or "").replace("\\", "/"))
    parts = [p for p in path.parts if p not in ("/", ".", "..")]
    if parts:
        places.append(Place(_SUFFIX.sub("", parts[-1]), "file name"))
    folders = list(reversed(parts[:-1]))[:_MOST_FOLDERS]
    places.extend(Place(folder, "folder") for folder in folders)
    return places
