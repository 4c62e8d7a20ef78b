"""Python's search for garbage in cycles, put off while a room works.

A comparison makes a million small values and no cycles. The collector would go through all of
them, and through all that the host process holds, dozens of times, and find nothing: about a
tenth of the time in a small process, more beside large data.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_rest() -> Iterator[None]:
    """Keep the collector from starting by itself; leaves it as it was, after errors as well.

    >>> with at_rest():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
