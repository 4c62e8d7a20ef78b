"""Which files a corpus is made of: those named, and the reports below the folders named."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from os import PathLike, fspath
from pathlib import Path

from rights_diff.corpus.folder import is_output
from rights_diff.errors import ReadError
from rights_diff.reading.formats import is_brought
from rights_diff.reading.sniffing import media_type_by_name, suffix_of
from rights_diff.reading.web_address import is_url

__all__ = ["NAMED", "FoundFile", "find_files"]

NAMED = -1

# What the readers read; an image or an archive beside the reports is none of them.
_REPORTS = frozenset(
    {
        "application/epub+zip",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "multipart/related",
        "text/html",
        "text/markdown",
        "text/plain",
    }
)


@dataclass(frozen=True, slots=True, order=True)
class FoundFile:
    """A file to read.

    Attributes:
        name: as the user gave it, or as the folder they gave leads to it; forward slashes.
        source: the place among the sources of the folder that led to it; `NAMED` where it was named
            itself: the order of files may be that of the alphabet.
    """

    name: str
    source: int


def find_files(
    sources: Sequence[str | PathLike[str]],
) -> tuple[tuple[FoundFile, ...], tuple[str, ...]]:
    """The files of a corpus by name, and what should be said of others.

    A folder is searched with all below it, for files whose suffix tells a format that is read.
    Names that begin with a dot, folders behind symbolic links and what this program wrote are
    left aside. A file that several sources lead to is taken once.

    Raises:
        ReadError: a source is missing, or is an address.
    """
    by_place: dict[str, FoundFile] = {}
    aside: Counter[str] = Counter()
    for n, source in enumerate(sources):
        place_among = n if Path(source).is_dir() else NAMED
        for name in _names(fspath(source), aside):
            found = FoundFile(name, place_among)
            place = os.path.realpath(name)
            by_place[place] = min(found, by_place.get(place, found))
    return tuple(sorted(by_place.values())), tuple(_told(aside))


def _names(source: str, aside: Counter[str]) -> Iterator[str]:
    if is_url(source):
        raise ReadError("is an address; a corpus is read from files: save it first", file=source)
    path = Path(source)
    if not path.is_dir():
        if not path.exists():
            raise ReadError("no such file or folder", file=source)
        yield path.as_posix()
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(f for f in folders if _is_open(f) and not is_output(Path(folder, f)))
        for file in filter(_is_open, sorted(files)):
            if suffix_of(file) and (media_type_by_name(file) in _REPORTS or is_brought(file)):
                yield Path(folder, file).as_posix()
            else:
                aside[suffix_of(file).lower()] += 1


def _is_open(name: str) -> bool:
    return not name.startswith(".")


def _told(aside: Counter[str]) -> Iterator[str]:
    for suffix, count in sorted(aside.items()):
        kind = f"with the suffix {suffix}" if suffix else "without suffix"
        files = "1 file" if count == 1 else f"{count:,} files"
        yield f"left aside: {files} {kind}"
