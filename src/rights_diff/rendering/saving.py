"""Saving what a value was rendered as, but never over a report that it was made of."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike, fspath
from pathlib import Path

from rights_diff.errors import RenderError
from rights_diff.rendering.output import write_bytes, write_text

__all__ = ["BYTE_ORDER_MARK", "refuse_overwriting", "save"]

# On files only: without it Excel reads UTF-8 as the machine's old code page.
BYTE_ORDER_MARK = "\ufeff"


def save(path: str | PathLike[str], content: str | bytes, sources: Iterable[str] = ()) -> None:
    """Write the content to a file, whole or not at all.

    Args:
        sources: files that stay as they are: those the content was made of.
    Raises:
        RenderError: the file is one of these, or cannot be written.
    """
    refuse_overwriting(path, sources)
    if isinstance(content, bytes):
        write_bytes(path, content)
    else:
        write_text(path, content)


def refuse_overwriting(
    path: str | PathLike[str], sources: Iterable[str], what: str = "a report that was read"
) -> None:
    """Raise `RenderError` where a file to write is one of the sources.

    Args:
        what: how the message calls the sources.
    """
    if any(_is_same(source, path) for source in sources):
        raise RenderError(f"would overwrite {what}", file=fspath(path))


def _is_same(source: str, path: str | PathLike[str]) -> bool:
    """Whether both names lead to one file, whatever they look like; an address leads to none."""
    try:
        return Path(source).samefile(path)
    except (OSError, ValueError):  # one of them is not there
        return False
