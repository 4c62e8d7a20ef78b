"""Crews: every item has its result, on whatever executor, though workers die."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from queue import SimpleQueue

import pytest
from tests.corpus_fixture import (
    ctrl_c_is_held_back,
    die_on_negative,
    die_once,
    double,
    fail_on_odd,
    write_corpus,
)

import rights_diff as rd
from rights_diff.corpus import limits
from rights_diff.corpus.executing import Crew, WorkerDied
from rights_diff.corpus.interrupts import deferred

SPAWN = get_context("spawn")  # a fork of a process with threads may hang


class Counted:
    """Numbers, and how far ahead of the results they were asked for."""

    def __init__(self, many: int) -> None:
        self.many = many
        self.asked = 0

    def __iter__(self) -> Iterator[int]:
        for n in range(self.many):
            self.asked += 1
            yield n


def results(found: Iterable[tuple[object, object]]) -> dict[object, object]:
    return dict(found)


@pytest.mark.parametrize("runner", ["serial", None, "threads"])
def test_every_item_has_its_result(runner: str | None) -> None:
    with ThreadPoolExecutor(2) as threads, Crew(threads if runner == "threads" else runner, 2) as c:  # type: ignore[arg-type]
        assert results(c.run(double, range(20))) == {n: 2 * n for n in range(20)}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no signal masks")
def test_ctrl_c_never_reaches_a_worker_not_even_before_it_begins() -> None:
    with Crew(None, 1) as crew:
        assert results(crew.run(ctrl_c_is_held_back, [0])) == {0: True}
    assert not ctrl_c_is_held_back(None)


def test_only_so_many_are_under_way() -> None:
    with ThreadPoolExecutor(2) as threads, Crew(threads) as crew:
        items = Counted(100)
        for n, _ in enumerate(crew.run(double, items)):
            assert items.asked <= n + 1 + crew.room


def test_an_error_stands_in_place_of_a_result() -> None:
    with ThreadPoolExecutor(2) as threads, Crew(threads) as crew:
        found = results(crew.run(fail_on_odd, range(4)))
    assert (found[0], found[2]) == (0, 4)
    assert [str(found[n]) for n in (1, 3)] == ["1 is odd", "3 is odd"]


def test_what_kills_its_worker_twice_is_given_up_and_the_rest_is_done() -> None:
    with Crew(workers=2) as crew:
        found = results(crew.run(die_on_negative, [*range(6), -1, *range(6, 9)]))
    assert isinstance(found.pop(-1), WorkerDied)
    assert found == {n: 2 * n for n in range(9)}


def test_what_was_under_way_when_a_worker_was_killed_is_done_again(tmp_path: Path) -> None:
    tasks = [(n, str(tmp_path / "mark") if n == 3 else "") for n in range(8)]
    with Crew(workers=2) as crew:
        found = results(crew.run(die_once, tasks))
    assert found == {task: 2 * task[0] for task in tasks}


def test_a_broken_executor_of_the_users_is_told() -> None:
    with ProcessPoolExecutor(1, SPAWN) as pool, Crew(pool) as crew:
        found = crew.run(die_on_negative, [-1, *range(20)])
        with pytest.raises(rd.CompareError, match="what was finished is kept"):
            list(found)


def test_an_executor_that_is_shut_down_on_the_way_is_told() -> None:
    with ThreadPoolExecutor(2) as threads, Crew(threads) as crew:
        found = crew.run(double, range(100))
        next(found)
        threads.shutdown(cancel_futures=True)
        with pytest.raises(rd.CompareError, match="was shut down; what was finished is kept"):
            list(found)


def test_what_cannot_be_sent_is_an_error_in_its_place() -> None:
    with Crew(workers=1) as crew:
        found = results(crew.run(double, [1, threading.Lock(), 2]))  # type: ignore[list-item]
    errors = [answer for answer in found.values() if isinstance(answer, TypeError)]
    assert (found[1], found[2], len(errors)) == (2, 4, 1)


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys, time\n"
        "from rights_diff.corpus.executing import Crew\n"
        "if __name__ == '__main__':\n"
        "    crew = Crew(workers=1)\n"
        "    print(crew.executor().submit(os.getpid).result(), flush=True)\n"
        "    time.sleep(60)\n"
    )
    main = tmp_path / "main.py"
    main.write_text(script, encoding="utf-8")
    started = subprocess.Popen([sys.executable, str(main)], stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    worker = int(started.stdout.readline())
    started.kill()
    started.communicate()
    deadline = time.monotonic() + 60
    while Path(f"/proc/{worker}/stat").exists() and time.monotonic() < deadline:
        if Path(f"/proc/{worker}/stat").read_text().split()[2] == "Z":
            break  # it has ended; nobody has asked after it yet
        time.sleep(0.05)
    else:
        assert not Path(f"/proc/{worker}").exists()


def test_a_script_without_its_guard_is_told_in_one_line(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "reports")
    main = tmp_path / "main.py"
    main.write_text(
        f"import rights_diff as rd\nrd.compare_corpus({list(map(str, corpus))!r}, 'site')\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(main)], check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.stderr.count("Traceback") == 2  # the error, and the broken pool that it came from
    assert 'call this under `if __name__ == "__main__":`' in done.stderr.splitlines()[-1]


# ---------------------------------------------------------------- what would not end


def test_a_pair_that_would_not_end_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = write_corpus(tmp_path, countries=["Fiji", "Tonga"])
    real = rd.compare

    def compare(old: rd.Report, new: rd.Report) -> rd.Comparison:
        if new.metadata.country == "Fiji":
            re.match(r"(a|aa)+$", "a" * 100 + "b")  # would take longer than there are stars
        return real(old, new)

    assert len(rd.compare_corpus(folders, executor="serial")) == 2  # lexicons are read by now
    monkeypatch.setattr("rights_diff.pipeline.compare", compare)
    monkeypatch.setattr(limits, "LONGEST", 2.0)
    result = rd.compare_corpus(folders, executor="serial")
    assert [r.pair.country for r in result] == ["Tonga"]
    assert [(f.error, f.stage.value) for f in result.failures] == [("TookTooLong", "compare")]


def test_a_limit_leaves_the_clock_of_others_alone() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with limits.at_most(60):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 50
        with limits.at_most(0.0001):  # the clock is in use
            time.sleep(0.01)
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before
    with ThreadPoolExecutor(1) as threads, Crew(threads) as crew:
        assert results(crew.run(within_limits, [1])) == {1: 1}


def within_limits(number: int) -> int:
    with limits.at_most(0.0001):  # a thread has no clock, and so no limit
        time.sleep(0.01)
    return number


def test_no_worker_is_no_crew() -> None:
    with pytest.raises(ValueError, match="at least one worker"):
        Crew(workers=0)


# ---------------------------------------------------------------- Ctrl-C


def interrupted_after(n: int, crew: Crew, seen: list[int]) -> None:
    for number, _ in crew.run(double, range(1000)):
        seen.append(number)
        if len(seen) == n:
            signal.raise_signal(signal.SIGINT)  # put off: no lock is left behind


def test_ctrl_c_is_found_where_results_are_waited_for() -> None:
    seen: list[int] = []
    with Crew(workers=1) as crew, pytest.raises(KeyboardInterrupt):
        interrupted_after(5, crew, seen)
    assert 5 <= len(seen) <= 5 + crew.room  # what was finished by then is still handed on
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_error_on_the_way_gives_ctrl_c_back() -> None:
    with Crew(workers=1) as crew:
        found = crew.run(double, range(100))
        next(iter(found))
        assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def twice() -> None:
    with deferred(SimpleQueue()):
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("the second one is not put off")


def test_a_second_ctrl_c_does_not_wait() -> None:
    with pytest.raises(KeyboardInterrupt):
        twice()
