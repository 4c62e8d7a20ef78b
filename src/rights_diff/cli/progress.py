"""What the command line shows while it works."""

from __future__ import annotations

import sys


class Progress:
    """One changing line on standard error, only where that is a terminal."""

    def __init__(self) -> None:
        self._shown = 0
        self._terminal = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.say("")

    def say(self, line: str) -> None:
        """Show `line` in place of the one before; an empty line clears it."""
        if self._terminal:
            sys.stderr.write("\r" + line.ljust(self._shown) + ("\r" if not line else ""))
            sys.stderr.flush()
            self._shown = len(line)
