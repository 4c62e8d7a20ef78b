"""Which files a corpus is made of: those named, and the reports below the folders named."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from os import PathLike, fspath
from pathlib import Path

from rights_diff.corpus.failing import failure_of
from rights_diff.corpus.folder import is_output
from rights_diff.errors import ReadError
from rights_diff.model.corpus import Failure, Stage
from rights_diff.reading.choosing import is_brought
from rights_diff.reading.sniffing import media_type_by_name, suffix_of
from rights_diff.reading.web_address import is_url

__all__ = ["NAMED", "Found", "FoundFile", "find_files"]

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


@dataclass(frozen=True, slots=True)
class Found:
    """The files of a corpus by name, folders that could not be read, and what was left aside."""

    files: tuple[FoundFile, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Aside:
    """What a search does not take: files by suffix, and folders that cannot be read."""

    suffixes: Counter[str] = field(default_factory=Counter)
    closed: dict[str, Failure] = field(default_factory=dict)


def find_files(sources: Sequence[str | PathLike[str]]) -> Found:
    """The files of a corpus by name, and what should be said of others.

    A folder is searched with all below it, for files whose suffix tells a format that is read.
    Names that begin with a dot, folders behind symbolic links and what this program wrote are
    left aside. A file that several sources lead to is taken once. A folder inside that cannot be
    read is a failure: what is in it would be missed without a word.

    Raises:
        ReadError: a source is missing, cannot be read, or is an address.
    """
    by_place: dict[str, FoundFile] = {}
    aside = _Aside()
    given = Counter(os.path.realpath(source) for source in sources)
    for n, source in enumerate(sources):
        place_among = n if Path(source).is_dir() else NAMED
        for name in _names(fspath(source), aside):
            found = FoundFile(name, place_among)
            place = os.path.realpath(name)
            by_place[place] = min(found, by_place.get(place, found))
    return Found(
        tuple(sorted(by_place.values())),
        tuple(aside.closed[name] for name in sorted(aside.closed)),
        (*_told_twice(sources, given), *_told(aside.suffixes)),
    )


def _names(source: str, aside: _Aside) -> Iterator[str]:
    if is_url(source):
        raise ReadError("is an address; a corpus is read from files: save it first", file=source)
    path = Path(source)
    if not path.is_dir():
        if not path.exists():
            raise ReadError("no such file or folder", file=source)
        yield path.as_posix()
        return
    for folder, folders, files in os.walk(path, onerror=_closed(path, aside)):
        folders[:] = sorted(f for f in folders if _is_open(f) and not is_output(Path(folder, f)))
        for file in filter(_is_open, sorted(files)):
            if suffix_of(file) and (media_type_by_name(file) in _REPORTS or is_brought(file)):
                yield Path(folder, file).as_posix()
            else:
                aside.suffixes[suffix_of(file).lower()] += 1


def _closed(source: Path, aside: _Aside) -> Callable[[OSError], None]:
    """What to do where a folder cannot be read: of a source itself the user hears at once."""

    def closed(error: OSError) -> None:
        folder = Path(error.filename).as_posix()
        told = ReadError(f"the folder cannot be read: {error.strerror or error}", file=folder)
        if folder == source.as_posix():
            raise told from error
        aside.closed[folder] = failure_of(folder, Stage.READ, told)

    return closed


def _is_open(name: str) -> bool:
    return not name.startswith(".")


def _told_twice(sources: Sequence[str | PathLike[str]], given: Mapping[str, int]) -> Iterator[str]:
    """One line for each source that was given more than once: its reports have no partner there."""
    for place, source in {os.path.realpath(s): fspath(s) for s in reversed(sources)}.items():
        if (times := given[place]) > 1:
            often = "twice" if times == 2 else f"{times} times"
            yield f"{source} was given {often}; it is read once, and not compared with itself"


def _told(aside: Counter[str]) -> Iterator[str]:
    for suffix, count in sorted(aside.items()):
        kind = f"with the suffix {suffix}" if suffix else "without suffix"
        files = "1 file" if count == 1 else f"{count:,} files"
        yield f"left aside: {files} {kind}"
