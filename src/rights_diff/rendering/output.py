"""Writing an output file, whole or not at all."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from contextlib import suppress
from os import PathLike, fspath
from pathlib import Path
from typing import Protocol

from rights_diff.errors import RenderError

__all__ = ["SPARE", "discard", "make_folder", "spare_name", "write_bytes", "write_text"]


_LONGEST_STEM = 40  # characters of the target's name: file systems take names of 255 bytes
_MARK = 6  # bytes by chance
SPARE = f".*.{'[0-9a-f]' * 2 * _MARK}.tmp"  # what all spare names look like, for `Path.glob`


def write_text(path: str | PathLike[str], text: str) -> None:
    """Write `text` to `path` as UTF-8, atomically; an older file stays until the new one is whole.

    Args:
        path: the file; its folder must exist.
        text: the whole content; a lone surrogate is written as U+FFFD.
    Raises:
        RenderError: the folder is missing, not writable or full; nothing is half-written.
    """
    write_bytes(path, text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode())


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
    """The same for bytes."""
    target = Path(fspath(path))
    if target.is_dir():
        raise RenderError("is a folder, not a file to write", file=str(target))
    try:
        _replace(target, data)
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or str(trouble)
        raise RenderError(f"cannot be written: {reason}", file=str(target)) from trouble


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
        with spare.open("xb") as stream:
            stream.write(data)
        if target.exists():
            spare.chmod(target.stat().st_mode & 0o777)
        spare.replace(target)
    except BaseException:
        with suppress(OSError):
            spare.unlink()
        raise
