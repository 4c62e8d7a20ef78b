"""Runs of programs in processes of their own: time, memory, how both grow, and cold starts."""

from __future__ import annotations

import json
import math
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_TOOLS = Path(__file__).with_name("diff_tools.py")
# A run that took longer than this is not run again: it varies little.
_LONG = 5.0
# Growth is read off from this size on (kB): below, what every run costs weighs too much.
_GROWS_FROM = 30
# Seconds below which a time tells more of the machine than of the tool.
_LEAST = 0.01
# A busy machine gives a process this much less time than it would have alone, at worst.
_BUSY = 6
_CUMULATIVE = re.compile(r"import time:\s+\d+ \|\s+(\d+) \| (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """What a tool took for two texts; the best of several runs.

    Attributes:
        seconds: of processor time; None where it did not finish in the time allowed.
        megabytes: most memory it held.
        changes: how many changes came out.
    """

    seconds: float | None
    megabytes: float = 0.0
    changes: int = 0


def run_tool(
    name: str, old: str, new: str, warm: tuple[str, str], *, seconds: int, runs: int
) -> Run:
    """The best of some runs of a tool, each in its own process, on two texts."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate((old, new, *warm)):
            path = Path(folder, f"{number}.txt")
            path.write_text(text, "utf-8")
            paths.append(str(path))
        words = [str(_TOOLS), name, *paths[:2], "--warm", *paths[2:], "--seconds", str(seconds)]
        found = _run(words, seconds)
        for _ in range(runs - 1):
            if found.seconds is None or found.seconds > _LONG:
                break
            found = min(found, _run(words, seconds), key=lambda run: run.seconds or math.inf)
    return found


def _run(words: Sequence[str], seconds: int) -> Run:
    command = [sys.executable, *words]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=60 + _BUSY * seconds
        )
    except subprocess.TimeoutExpired:
        return Run(None)
    if done.returncode == -signal.SIGXCPU:
        return Run(None)
    if done.returncode:
        raise SystemExit(f"{words[1]} failed: {done.stderr.strip().splitlines()[-1:]}")
    return Run(**json.loads(done.stdout))


def growth(runs: Mapping[int, Run]) -> float | None:
    """The exponent by which time grows with size: the slope of a line through their logarithms.

    One is time in proportion to size, two is four times the time for twice the size. Sizes from
    30 kB on count that took the tool 10 ms or more; None where there are fewer than two.
    """
    points = [(math.log(size), math.log(run.seconds)) for size, run in runs.items()
              if size >= _GROWS_FROM and run.seconds and run.seconds >= _LEAST]  # fmt: skip
    if len(points) < 2:
        return None
    return statistics.linear_regression(*zip(*points, strict=True)).slope


def import_time(module: str, runs: int) -> float | None:
    """Milliseconds that importing a module takes, the best of some runs; None if it is absent."""
    command = [sys.executable, "-X", "importtime", "-c", f"import {module}"]
    found = []
    for _ in range(runs):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return None
        times = {name: int(spent) for spent, name in _CUMULATIVE.findall(done.stderr)}
        found.append(times[module] / 1000)
    return min(found)


@dataclass(frozen=True, slots=True)
class Command:
    """Seconds from the start of a command to its end: on the clock, and of processor time."""

    clock: float
    processor: float


def run_command(command: Sequence[str], runs: int = 1) -> Command:
    """What a command takes with all the processes it starts, the least of some runs."""
    found = []
    for _ in range(runs):
        start, spent = time.perf_counter(), _children_time()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{command[0]} failed: {done.stderr.strip().splitlines()[-1:]}")
        found.append((time.perf_counter() - start, _children_time() - spent))
    return Command(*map(min, zip(*found, strict=True)))


def _children_time() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
