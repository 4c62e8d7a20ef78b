"""Standard output and standard error: set up once, and written to in one place each."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable

from rights_diff.errors import RenderError

__all__ = ["answer", "begin", "drop", "say", "warn"]


def begin() -> None:
    """Make standard output the same everywhere: UTF-8 and plain line ends, as in the files."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What no encoding holds (a lone surrogate of a file name) must not end the answer.
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def answer(text: str, end: str = "\n", *, needed: bool = False) -> None:
    """Put a text on standard output, if there is one.

    Args:
        needed: whether the text is what was asked for, and stands in no file.
    Raises:
        RenderError: it takes no more (the disk is full, say). BrokenPipeError: nobody reads it.
    """
    if sys.stdout is None:  # `>&-`
        if needed:
            raise RenderError("standard output is closed: name a file with -o")
        return
    try:
        sys.stdout.write(text + end)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as trouble:
        drop()
        told = f"standard output cannot be written: {trouble.strerror or trouble}"
        raise RenderError(told) from trouble


def drop() -> None:
    """Send what is left in standard output nowhere: it cannot be flushed at the end either."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def warn(sentences: Iterable[str]) -> None:
    """Say on standard error what a reader of the answer should know, each thing once."""
    for sentence in dict.fromkeys(sentences):
        say(f"rights-diff: note: {sentence}")


def say(line: str) -> None:
    """Put a line on standard error."""
    from rights_diff.rendering.view.plain import shown_line

    if sys.stderr is None:  # `2>&-`; print would take standard output in its place
        return
    # A warning may quote a report, and an error names a file: neither may act on the terminal.
    print(shown_line(line), file=sys.stderr)  # noqa: T201 - this is where the command line speaks
