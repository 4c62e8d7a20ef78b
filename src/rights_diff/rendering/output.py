"""Writing output files, whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from os import PathLike, fspath
from pathlib import Path
from typing import Protocol

from rights_diff.errors import RenderError

__all__ = [
    "SPARE",
    "discard",
    "is_stream",
    "make_folder",
    "spare_name",
    "write_bytes",
    "write_text",
    "write_together",
]

_LONGEST_STEM = 40  # characters of the target's name: file systems take names of 255 bytes
_MARK = 6  # bytes by chance
SPARE = f".*.{'[0-9a-f]' * 2 * _MARK}.tmp"  # what all spare names look like, for `Path.glob`
# Links in here lead to what a process has open (`/dev/stdout`), whatever kind of file that is.
_OPEN_FILES = (Path("/dev"), Path("/proc"))


def write_text(path: str | PathLike[str], text: str) -> None:
    """Write `text` to `path` as UTF-8, atomically; an older file stays until the new one is whole.

    Args:
        path: the file; its folder must exist.
        text: the whole content; a lone surrogate is written as U+FFFD.
    Raises:
        RenderError: the folder is missing, not writable or full; nothing is half-written.
    """
    write_bytes(path, _encoded(text))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()


def make_folder(path: Path) -> None:
    """Make a folder inside an output folder, unless it is there.

    Raises:
        RenderError: a symbolic link stands there, which may lead anywhere.
        OSError: it cannot be made.
    """
    if path.is_symlink():
        raise RenderError("is a symbolic link; nothing is written through it", file=str(path))
    path.mkdir(exist_ok=True)


def write_bytes(path: str | PathLike[str], data: bytes) -> None:
    """The same for bytes; into a pipe or a device they are written as they come."""
    target = Path(fspath(path))
    _refuse_folder(target)
    try:
        if is_stream(target):
            with target.open("ab") as stream:
                stream.write(data)
        else:
            _replace(target, data)
    except (OSError, ValueError) as trouble:
        raise _not_written(target, trouble) from trouble


def write_together(files: Iterable[tuple[Path, str]]) -> None:
    """Write all of them or none: each is written beside its place before the first takes its own.

    Args:
        files: each file with its content, taken one by one.
    Raises:
        RenderError: one cannot be written; all that stood there stand there still.
    """
    spares: dict[Path, Path] = {}
    try:
        for target, text in files:
            _refuse_folder(target)
            spares[target] = spare_name(target)
            try:
                _write_spare(spares[target], target, _encoded(text))
            except OSError as trouble:
                raise _not_written(target, trouble) from trouble
        _take_places(spares)
    finally:
        for spare in spares.values():
            with suppress(OSError):
                spare.unlink()


def _take_places(spares: dict[Path, Path]) -> None:
    """Put each spare file in its place; where one cannot, put back what stood there before."""
    before: dict[Path, Path | None] = {}
    try:
        for target, spare in spares.items():
            before[target] = spare_name(target) if target.exists() else None
            try:
                if kept := before[target]:
                    target.replace(kept)
                spare.replace(target)
            except OSError as trouble:
                raise _not_written(target, trouble) from trouble
    except BaseException:
        for target, kept in before.items():
            if kept is None:
                target.unlink(missing_ok=True)
            elif kept.exists():
                kept.replace(target)
        raise
    for kept in filter(None, before.values()):
        kept.unlink()


def _refuse_folder(target: Path) -> None:
    if target.is_dir():
        raise RenderError("is a folder, not a file to write", file=str(target))


def _not_written(target: Path, trouble: OSError | ValueError) -> RenderError:
    reason = getattr(trouble, "strerror", None) or str(trouble)
    return RenderError(f"cannot be written: {reason}", file=str(target))


def is_stream(target: Path) -> bool:
    """Whether a pipe, a device or an open file goes by that name: it is written to, not replaced.

    A file in its place would cut off who reads there, and the whole system from `/dev/null`.
    """
    if target.is_symlink() and any(map(target.absolute().is_relative_to, _OPEN_FILES)):
        return True
    return target.exists() and not target.is_file()


def spare_name(target: Path) -> Path:
    """A name beside `target`, for writing what will stand in its place."""
    return target.with_name(f".{target.name[:_LONGEST_STEM]}.{secrets.token_hex(_MARK)}.tmp")


class _Closes(Protocol):
    def close(self) -> None: ...


def discard(files: Iterable[_Closes], spares: Iterable[Path]) -> None:
    """Close and remove all of them, whatever the trouble with one: on a full disk closing fails."""
    for file in files:
        with suppress(OSError):
            file.close()
    for spare in spares:
        with suppress(OSError):
            spare.unlink(missing_ok=True)


def _replace(target: Path, data: bytes) -> None:
    spare = spare_name(target)
    try:
        _write_spare(spare, target, data)
        spare.replace(target)
    except BaseException:
        with suppress(OSError):
            spare.unlink()
        raise


def _write_spare(spare: Path, target: Path, data: bytes) -> None:
    """Write what will take the target's place, with its permissions, down to the disk.

    Some file systems keep the new name before the content: after a loss of power the file would
    be there, and empty.
    """
    with spare.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    if target.exists():
        spare.chmod(target.stat().st_mode & 0o777)
