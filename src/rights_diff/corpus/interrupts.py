"""Ctrl-C at a moment when no lock is held.

An interrupt that strikes while the main thread holds the lock of a future leaves it locked, and a
pool that waits for it never ends. Here the signal only puts a mark into the queue of finished
futures, where the main thread finds it.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from types import FrameType
from typing import TypeVar

__all__ = ["deferred"]

_Item = TypeVar("_Item")


@contextmanager
def deferred(queue: SimpleQueue[_Item | None]) -> Iterator[None]:
    """Let Ctrl-C put None into the queue, once; a second one interrupts as ever.

    Nothing is changed in other threads than the main one, and where somebody else listens to the
    signal. What was not taken from the queue by the end is raised there.

    Raises:
        KeyboardInterrupt: at the end, where Ctrl-C was put off until then.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    noted = False

    def note(_signal: int, _frame: FrameType | None) -> None:
        nonlocal noted
        if noted:
            raise KeyboardInterrupt
        noted = True
        queue.put(None)  # safe in the handler of a signal: a SimpleQueue may be entered anew

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if noted:
            raise KeyboardInterrupt
