"""Run each property test with as many examples as its time allows, and say what was found.

    python fuzz/laws.py [TEST …] [--seconds 240] [--examples 100000] [--seed 1] [--out TABLE.md]

`pytest tests/property --hypothesis-profile=long` gives every test 100,000 examples, the dear ones
for hours; this measures first and spends about so many seconds on each. Adds a line for each test
to a table: examples, seconds, milliseconds an example, and whether one broke the law (the log
beside the table has its smallest form, and Hypothesis tries it first next time). Exit status 1
where one did. Tests that stand in the table are not run again: what was interrupted goes on.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parents[1]
_PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "hypothesis")
_MEASURED = 50  # examples that tell what one costs, within a third or so
_PATIENCE = 3  # times the seconds allowed: making an example small takes time too
_NAMED = re.compile(r"^(\S+::\S+):$", re.MULTILINE)
_PHASE = re.compile(r"phase \(([\d.]+) seconds\)")
_COUNTS = re.compile(r"(\d+) passing\D*, (\d+) failing")  # its words differ between versions
_HEAD = (
    "| test | examples | seconds | ms an example | found |\n| --- | ---: | ---: | ---: | --- |\n"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """What came of one test: examples tried, seconds they took, and whether the law held."""

    tried: int
    seconds: float
    found: str

    def line(self, test: str) -> str:
        """The run as a line of the table."""
        each = 1000 * self.seconds / max(self.tried, 1)
        return f"| {test} | {self.tried:,} | {self.seconds:.0f} | {each:.2f} | {self.found} |\n"


def main() -> int:
    """Run what was asked for; 1 where a law was broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tests", nargs="*", default=["tests"], help="as pytest names them")
    parser.add_argument("--seconds", type=float, default=240, help="for each test")
    parser.add_argument("--examples", type=int, default=100_000, help="never more than these")
    parser.add_argument("--seed", type=int, default=1, help="another one draws others")
    parser.add_argument("--out", type=Path, default=Path("build/laws/laws.md"))
    a = parser.parse_args()
    a.out.parent.mkdir(parents=True, exist_ok=True)
    if not a.out.exists():
        a.out.write_text(_HEAD, encoding="utf-8")
    done = a.out.read_text(encoding="utf-8")
    found = set()
    for test, measured in _measured(a.tests, a.seed).items():
        if f"| {test} |" in done:
            continue
        run = _within_its_time(test, measured, a)
        with a.out.open("a", encoding="utf-8") as table:
            table.write(run.line(test))
        print(run.line(test), end="", flush=True)
        found.add(run.found)
    return int(bool(found - {"nothing"}))


def _measured(tests: list[str], seed: int) -> dict[str, _Run]:
    """All tests that draw examples, with few of them."""
    run = _pytest(tests, _MEASURED, seed)
    _, *parts = _NAMED.split(run.stdout)
    return {test: _told(words) for test, words in zip(parts[::2], parts[1::2], strict=True)}


def _told(words: str, found: str = "nothing") -> _Run:
    tried = sum(int(a) + int(b) for a, b in _COUNTS.findall(words))
    return _Run(tried, sum(float(s) for s in _PHASE.findall(words)), found)


def _within_its_time(test: str, measured: _Run, a: argparse.Namespace) -> _Run:
    """The test with a tenth of its time first: the first examples, which load words, are dear."""
    run = measured
    for part in (0.1, 1.0):
        many = int(part * a.seconds * run.tried / max(run.seconds, 0.01))
        run = _run(test, max(_MEASURED, min(a.examples, many)), a)
        if run.found != "nothing" or many >= a.examples:
            break
    return run


def _run(test: str, examples: int, a: argparse.Namespace) -> _Run:
    """One test in a process of its own; what it says goes into the log where the law broke."""
    patience = _PATIENCE * a.seconds + 60
    start = time.monotonic()
    try:
        run = _pytest([test], examples, a.seed, timeout=patience)
    except subprocess.TimeoutExpired:
        return _Run(0, time.monotonic() - start, f"no end after {patience:.0f} s")
    if run.returncode:
        with a.out.with_suffix(".log").open("a", encoding="utf-8") as log:
            log.write(f"=== {test}\n{run.stdout}{run.stderr}\n")
    return _told(run.stdout, "BROKEN: see the log" if run.returncode else "nothing")


def _pytest(
    tests: list[str], examples: int, seed: int, timeout: float | None = None
) -> subprocess.CompletedProcess[str]:
    run = subprocess.run(
        [*_PYTEST, *tests, "--hypothesis-show-statistics", f"--hypothesis-seed={seed}"],
        check=False, cwd=_ROOT, capture_output=True, text=True, timeout=timeout,
        env={**os.environ, "RIGHTS_DIFF_EXAMPLES": str(examples)},
    )  # fmt: skip
    if run.returncode not in (0, 1):  # all passed, or some failed
        sys.exit(run.stdout + run.stderr)
    return run


if __name__ == "__main__":
    sys.exit(main())
