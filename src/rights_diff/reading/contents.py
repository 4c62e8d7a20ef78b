"""Contents lists: titles with their pages, wherever a format left them in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

# "Tuvalu/17", "Tuvalu ..... 17", "Tuvalu | 17", "Tuvalu 17"; the title has letters, the page digits
_ENTRY = re.compile(
    r"(?P<title>[^\W\d_][^\d|\n]{2,70}?)\s?(?:[ /|\t·•.…_]{1,80}?)\s?(?P<page>\d{1,4})(?=\s|$|\|)"
)
_FEWEST = 8  # entries in a row before they are a contents list
_COUNTRIES = 0.4  # share of them that names countries
_FRONT = 0.15  # of the file: contents stand at its beginning
_FRONT_LEAST = 20_000  # characters, for files of few chapters
_LONGEST = 120  # characters of a line that may hold entries


_PARTS = frozenset({"part", "chapter", "section", "report", "page"})  # "Part 1" has no page


class Entry(NamedTuple):
    """A title and its printed page."""

    title: str
    page: int
    is_country: bool


def key_of(title: str) -> str:
    """A title without case, punctuation and white space, to compare by.

    >>> key_of("KOREA (REPUBLIC OF)") == key_of("Korea, Republic of")
    True
    """
    return "".join(c for c in title.casefold() if c.isalnum())


def contents_of(text: str, names_country: Callable[[str], bool]) -> list[Entry]:
    """The entries of the contents list, by page; [] where there is none."""
    front = text[: max(_FRONT_LEAST, int(len(text) * _FRONT))]
    runs: list[list[Entry]] = [[]]
    misses = 0
    for line in filter(None, map(str.strip, front.splitlines())):
        found = _entries(line, names_country) if len(line) <= _LONGEST else []
        if found:
            runs[-1] += found
            misses = 0
        else:
            misses += 1
            # part titles, running heads and page numbers stand between entries
            if misses > 6 and runs[-1]:
                runs.append([])
    entries = [e for run in runs if _is_list(run) for e in run]
    return sorted({e.title: e for e in entries}.values(), key=lambda e: e.page)


def _entries(line: str, names_country: Callable[[str], bool]) -> list[Entry]:
    found = []
    for match in _ENTRY.finditer(line):
        title = match["title"].strip(" ./|·•…_\t")
        if title and title.casefold() not in _PARTS:
            found.append(Entry(title, int(match["page"]), names_country(title)))
    return found


def _is_list(entries: Sequence[Entry]) -> bool:
    countries = sum(e.is_country for e in entries)
    return len(entries) >= _FEWEST and countries >= _COUNTRIES * len(entries)
