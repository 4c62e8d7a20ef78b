"""An end to work that would not end: one report must not hold up a night's run."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

__all__ = ["LONGEST", "TookTooLong", "at_most"]

# Seconds for one file or one pair. Two yearbooks of 1.3 million characters compared as single
# reports take some 20 on a quiet core: what takes a quarter of an hour will not end.
LONGEST = 900.0


class TookTooLong(Exception):
    """A file or a pair took more time than any that ends."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise `TookTooLong` in what is done here, once that time is over.

    It needs the signal of a clock. Where that is not to be had (on Windows, in threads) or is in
    use by somebody else, there is no limit.
    """
    if not _has_clock():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _has_clock() -> bool:
    if not hasattr(signal, "setitimer"):
        return False
    if threading.current_thread() is not threading.main_thread():
        return False
    is_free = signal.getsignal(signal.SIGALRM) == signal.SIG_DFL
    return is_free and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def _ring(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise TookTooLong("took more than a quarter of an hour")
