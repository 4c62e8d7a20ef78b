"""Work on any `concurrent.futures.Executor`: in this process, in processes, on a cluster.

Only so many units are under way at a time, so that memory does not grow with the corpus. Results
come as they are done. A worker that dies takes no run with it: what was under way is tried again,
one at a time, and only what kills a worker twice is given up.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from queue import SimpleQueue
from types import TracebackType
from typing import Generic, Literal, TypeAlias, TypeVar

from rights_diff.corpus.interrupts import deferred
from rights_diff.errors import CompareError

__all__ = ["Crew", "Runner", "WorkerDied"]

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

Runner: TypeAlias = Executor | Literal["serial"] | None

# Units under way for each worker: one it works on, one that waits, one whose result is being
# fetched; more would only hold memory.
_AHEAD = 3
_GONE = (
    "the executor is broken or was shut down; what was finished is kept: run again with a new one"
)
# What every unit needs: imported once, in the process that workers are forked from.
_MODULES = [
    f"rights_diff.{name}"
    for name in (
        "alignment",
        "comparison",
        "corpus.probing",
        "corpus.records",
        "corpus.signatures",
        "corpus.tables",
        "corpus.units",
        "extraction",
        "rendering.html",
        "structure.assembly",
        "structure.metadata",
    )
]


class WorkerDied(Exception):
    """The process that worked on a unit ended: killed, or out of memory."""


class Crew:
    """Those who do the work of a run; a context that ends its own processes.

    Args:
        runner: "serial" for this process, an executor of the user's, or None for processes.
        workers: how many processes, or how many workers the executor has; by default one for
            each core that this process may use.
    """

    def __init__(self, runner: Runner = None, workers: int | None = None) -> None:
        if workers is not None and workers < 1:
            raise ValueError(f"at least one worker is needed, not {workers}")
        if runner not in (None, "serial") and not isinstance(runner, Executor):
            told = (
                f'executor is None, "serial" or a concurrent.futures.Executor, not {runner!r:.60}'
            )
            raise TypeError(told)
        # A script without its guard is run again by each worker, which reads it as its main module.
        # Here that worker ends, before it does any of the script's work a second time and without a
        # traceback of its own: the process that started it says what to do (see `_check_once`).
        if runner is None and getattr(multiprocessing.current_process(), "_inheriting", False):
            sys.exit(1)
        self._given = runner
        self._workers = workers or _workers_of(runner)
        self._own: Executor | None = None
        self._checked = False
        self._streams: list[Generator[object, None, None]] = []

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            for stream in self._streams:
                stream.close()  # also one that an error left half-way: it gives Ctrl-C back
        finally:
            self._end(wait_for_work=error is None)

    def run(
        self, function: Callable[[_Item], _Result], items: Iterable[_Item]
    ) -> Iterator[tuple[_Item, _Result | BaseException]]:
        """Each item with its result, in the order in which they are done.

        Args:
            function: a function of a module, without side effects; it may be called again for an
                item whose worker died.
            items: taken one by one, as there is room for them.
        Returns:
            pairs of item and result; where none came, the error is in its place.
        Raises:
            CompareError: an executor that was given is broken and takes no more work.
        """
        if self._given == "serial":
            return ((item, function(item)) for item in items)
        found = _Stream(self, function).run(items)
        self._streams.append(found)
        return found

    @property
    def room(self) -> int:
        """How many units may be under way."""
        return _AHEAD * self._workers

    @property
    def renews(self) -> bool:
        """Whether a broken executor can be replaced."""
        return self._given is None

    def executor(self) -> Executor:
        """The executor, with processes of our own started if need be."""
        if isinstance(self._given, Executor):
            return self._given
        if self._own is None:
            self._own = _processes(self._workers)
            self._check_once(self._own)
        return self._own

    def _check_once(self, pool: Executor) -> None:
        """Raise one clear error where processes cannot start at all."""
        if self._checked:
            return
        self._checked = True
        try:
            pool.submit(os.getpid).result()
        except BrokenExecutor as error:
            raise CompareError(
                'worker processes cannot start: call this under `if __name__ == "__main__":`, '
                'or give executor="serial"'
            ) from error

    def renew(self) -> None:
        """Give up the processes; new ones start when they are needed."""
        self._end(wait_for_work=False)

    def _end(self, *, wait_for_work: bool) -> None:
        if self._own is not None:
            self._own.shutdown(wait=wait_for_work, cancel_futures=True)
            self._own = None


class _Stream(Generic[_Item, _Result]):
    """One run of a function over items."""

    def __init__(self, crew: Crew, function: Callable[[_Item], _Result]) -> None:
        self._crew = crew
        self._function = function
        self._under_way: dict[Future[_Result], _Item] = {}
        self._suspects: list[_Item] = []
        self._done: SimpleQueue[Future[_Result] | None] = SimpleQueue()

    def run(
        self, items: Iterable[_Item]
    ) -> Generator[tuple[_Item, _Result | BaseException], None, None]:
        waiting = iter(items)
        try:
            with deferred(self._done):
                while self._fill(waiting):
                    if self._suspects:
                        yield from self._one_by_one()
                        continue
                    future = self._next()
                    item = self._under_way.pop(future)
                    answer = _answer(future)
                    if isinstance(answer, BrokenExecutor):
                        self._suspects.append(item)
                    else:
                        yield item, answer
        finally:
            for future in self._under_way:
                future.cancel()

    def _next(self) -> Future[_Result]:
        """A future that is done, waited for; Ctrl-C is raised here, where no lock is held."""
        while True:
            future = self._done.get()
            if future is None:
                raise KeyboardInterrupt
            if future in self._under_way:  # not one of a pool that was given up
                return future

    def _fill(self, waiting: Iterator[_Item]) -> bool:
        """Hand out work while there is room; whether anything is under way."""
        while len(self._under_way) < self._crew.room and not self._suspects:
            item = next(waiting, None)
            if item is None:
                break
            self._submit(item)
        return bool(self._under_way or self._suspects)

    def _submit(self, item: _Item) -> None:
        try:
            future = self._crew.executor().submit(self._function, item)
        except BrokenExecutor:
            self._suspects.append(item)
        except RuntimeError as error:  # what the standard library says of one that was shut down
            raise CompareError(_GONE) from error
        else:
            self._under_way[future] = item
            future.add_done_callback(self._done.put)

    def _one_by_one(self) -> Iterator[tuple[_Item, _Result | BaseException]]:
        """Try again what was under way when a worker died; what is alone when one dies did it."""
        suspects = [*self._suspects, *self._under_way.values()]
        self._suspects, self._under_way = [], {}
        if not self._crew.renews:
            raise CompareError(_GONE)
        self._crew.renew()
        for item in suspects:
            future = self._crew.executor().submit(self._function, item)
            self._under_way[future] = item
            future.add_done_callback(self._done.put)
            del self._under_way[self._next()]
            answer = _answer(future)
            if isinstance(answer, BrokenExecutor):
                self._crew.renew()
                answer = WorkerDied("the worker process died twice on this (out of memory?)")
            yield item, answer


def _answer(future: Future[_Result]) -> _Result | BaseException:
    """What came of a future that is done: its result, or the error in its place.

    Raises:
        CompareError: the executor cancelled it, which we did not ask for.
    """
    try:
        return future.exception() or future.result()
    except CancelledError as error:
        raise CompareError(_GONE) from error


def _workers_of(runner: Runner) -> int:
    """How many workers an executor has, where it tells; else the cores that we may use."""
    told = getattr(runner, "_max_workers", None)  # executors of the standard library
    threads = getattr(getattr(runner, "_client", None), "nthreads", None)  # Dask's
    if callable(threads):
        told = sum(threads().values())
    return told if isinstance(told, int) and told > 0 else _cores()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _processes(workers: int) -> Executor:
    """Processes that do not share our memory: safe beside threads, and the same on each system."""
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("spawn" if sys.platform == "win32" else "forkserver")
    if sys.platform != "win32":
        context.set_forkserver_preload(_MODULES)
        _start_forkserver()
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)


def _start_forkserver() -> None:
    """Start the process that workers are forked from with Ctrl-C held back, which they inherit.

    While it imports, and while a worker has not begun, one would else end it with a traceback.
    """
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # it lets Ctrl-C through again when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Ctrl-C is for the process that started us, and where that is gone nobody wants our work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # the queue of work never closes: a worker would wait for good
