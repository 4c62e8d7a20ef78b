"""What the command line shows while it works."""

from __future__ import annotations

import shutil
import sys
import unicodedata
from itertools import accumulate


class Progress:
    """One changing line on standard error, only where that is a terminal."""

    def __init__(self) -> None:
        self._shown = 0
        self._terminal = sys.stderr is not None and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.say("")

    def say(self, line: str) -> None:
        """Show `line` in place of the one before; an empty line clears it."""
        if not self._terminal:
            return
        from rights_diff.rendering.view.plain import shown_line

        # It names files, which must not act on the terminal; a line that wraps cannot be cleared.
        said = _cut(shown_line(line), shutil.get_terminal_size().columns - 1)
        width = sum(map(_columns, said))
        blanks = " " * (self._shown - width)
        sys.stderr.write("\r" + said + blanks + ("\r" if not line else ""))
        sys.stderr.flush()
        self._shown = width


def _cut(line: str, width: int) -> str:
    """What of a line fits into so many columns.

    >>> _cut("reading a.txt", 9), _cut("reading 報告", 11)
    ('reading …', 'reading 報…')
    """
    ends = list(accumulate(map(_columns, line)))
    if not ends or ends[-1] <= width:
        return line
    return line[: sum(end < width for end in ends)] + "…"


def _columns(letter: str) -> int:
    """How many columns of a terminal a letter takes."""
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
