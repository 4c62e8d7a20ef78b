"""The folder that a run writes, and the results it keeps there for the next run.

    OUT/.rights-diff-corpus        says that this folder is ours
    OUT/kept/build                 which build of the program made what is kept
    OUT/kept/files/<key>           what each file is about; the chapters of yearbooks
    OUT/kept/pairs/<key>           finished pairs
    OUT/countries/<pair>.html      their pages
    OUT/index.html, OUT/data, …    the rest of the site, and the tables

All files are written whole or not at all, and nothing is written through a symbolic link.
"""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from rights_diff.corpus.build import build
from rights_diff.corpus.packing import Damaged, check
from rights_diff.errors import RenderError
from rights_diff.rendering.output import SPARE, write_text

__all__ = ["FOLDERS", "PAGES", "Folder", "Kept", "is_output"]

MARKER = ".rights-diff-corpus"
_MARKED = "This folder is written by rights-diff corpus.\n"
PAGES = "countries"
DATA = "data"
# In the first bytes of each page; a user's own page of this program is named otherwise.
_GENERATOR = b'<meta name="generator" content="rights-diff '
_HEAD = 4096
_OF_PAIRS = "*--*--*.html"
_KEPT = "kept"
FOLDERS = (_KEPT, f"{_KEPT}/files", f"{_KEPT}/pairs", PAGES, DATA)
_LATER = (f"{DATA}/csv", f"{DATA}/parquet")  # made where a data set wants them


def is_output(path: Path) -> bool:
    """Whether a run wrote that folder."""
    return os.path.isfile(path / MARKER)  # noqa: PTH113 - Path.is_file raises where it may not look


class Kept:
    """Results of earlier work, by key; a damaged one counts as missing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.damaged: list[str] = []

    def path(self, key: str) -> Path:
        """Where the result of that key is kept."""
        return self._folder / key

    def has(self, key: str) -> bool:
        """Whether a whole result is there; one that is not whole is remembered as damaged."""
        try:
            with self.path(key).open("rb") as stream:
                check(stream)
        except FileNotFoundError:
            return False
        except (Damaged, OSError):
            self.damaged.append(key)
            return False
        return True

    def put(self, key: str, data: bytes) -> None:
        """Keep a result: after a loss of power it is there whole, or not there.

        Raises:
            RenderError: it cannot be written.
        """
        target = self.path(key)
        spare = target.with_name(f".{key[:40]}.{secrets.token_hex(6)}.tmp")
        try:
            with spare.open("xb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            spare.replace(target)
        except OSError as error:
            raise RenderError(
                f"cannot be written: {error.strerror or error}", file=str(target)
            ) from error
        finally:
            with suppress(OSError):
                spare.unlink()

    def sweep(self, *, everything: bool = False) -> None:
        """Remove what a killed run left half-written, or everything."""
        for file in self._folder.glob("*" if everything else ".*.tmp"):
            file.unlink(missing_ok=True)


class Folder:
    """The folder of a run, made or taken over."""

    def __init__(self, path: Path) -> None:
        """Make the folder, or go on in one that an earlier run wrote.

        Raises:
            RenderError: it is a file, holds what this program did not write, has a symbolic link
                where a folder is wanted, or cannot be made.
        """
        self.path = path
        try:
            _refuse_foreign(path)
            path.mkdir(parents=True, exist_ok=True)
            if not is_output(path):
                write_text(path / MARKER, _MARKED)
            for name in (*FOLDERS, *_LATER):
                _refuse_link(path / name)
            for name in FOLDERS:
                (path / name).mkdir(exist_ok=True)
        except OSError as error:
            raise RenderError(
                f"cannot be made: {error.strerror or error}", file=str(path)
            ) from error
        self.files = Kept(path / _KEPT / "files")
        self.pairs = Kept(path / _KEPT / "pairs")

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the folder against other runs; a run that was killed holds nothing.

        Raises:
            RenderError: another run has it.
        """
        with (self.path / MARKER).open("rb") as marker:
            _lock(marker, self.path)
            try:
                for kept in (self.files, self.pairs):
                    kept.sweep()
                for name in ("", PAGES, DATA, *_LATER):
                    for spare in (self.path / name).glob(SPARE):
                        spare.unlink(missing_ok=True)
                self._forget_other_builds()
                yield
            finally:
                _unlock(marker)

    def _forget_other_builds(self) -> None:
        """Results of another build of the program fit no key: they would only lie there."""
        note, ours = self.path / _KEPT / "build", " ".join(build()) + "\n"
        if note.is_symlink() or not note.is_file() or note.read_bytes() != ours.encode():
            self.forget()
            write_text(note, ours)

    @property
    def pages(self) -> Path:
        """Where the pages of pairs go."""
        return self.path / PAGES

    @property
    def data(self) -> Path:
        """Where tables go."""
        return self.path / DATA

    def forget(self) -> None:
        """Remove what earlier runs kept."""
        for kept in (self.files, self.pairs):
            kept.sweep(everything=True)

    def clear_data(self) -> None:
        """Remove data sets of an earlier run: beside a new site they would be out of date."""
        for name in _data_files():
            (self.data / name).unlink(missing_ok=True)

    def notes(self) -> Iterator[str]:
        """What a user should know of the kept results."""
        damaged = len(self.files.damaged) + len(self.pairs.damaged)
        if damaged:
            results = "1 kept result was" if damaged == 1 else f"{damaged} kept results were"
            yield f"{results} damaged, and made again"

    def keep_only(self, pages: Iterable[str]) -> None:
        """Remove pages of pairs that an earlier run had and this one has not.

        What this program did not write, or wrote under a name that is no pair's, is the user's.
        """
        wanted = set(pages)
        for page in self.pages.glob(_OF_PAIRS):
            if page.name not in wanted and _is_page(page):
                page.unlink()


def _data_files() -> Iterator[str]:
    """The files of all data sets, below their folder."""
    from rights_diff.corpus.columns import CORPUS_TABLES

    yield "corpus.sqlite"
    for kind in ("csv", "parquet"):
        yield from (f"{kind}/{table}.{kind}" for table in CORPUS_TABLES)


def _is_page(path: Path) -> bool:
    """Whether this program wrote that page."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as stream:
        return _GENERATOR in stream.read(_HEAD)


def _refuse_foreign(path: Path) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        raise RenderError("is a file; the site is a folder", file=str(path))
    _refuse_link(path / MARKER)
    if not is_output(path) and any(path.iterdir()):
        raise RenderError(
            "holds files that rights-diff did not write: name a new or empty folder", file=str(path)
        )


def _lock(marker: BinaryIO, path: Path) -> None:
    if sys.platform == "win32":
        return  # no lock that goes with its process: two runs at a time are the user's to avoid
    import fcntl

    try:
        fcntl.flock(marker, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise RenderError("another run is writing here", file=str(path)) from None
    except OSError:
        return  # some file systems of networks know no locks


def _unlock(marker: BinaryIO) -> None:
    if sys.platform != "win32":
        import fcntl

        with suppress(OSError):
            fcntl.flock(marker, fcntl.LOCK_UN)


def _refuse_link(path: Path) -> None:
    if path.is_symlink():
        raise RenderError("is a symbolic link; nothing is written through it", file=str(path))
