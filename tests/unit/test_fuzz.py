"""The fuzz targets take their seeds, and notice what they are there to notice."""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.extras_fixture import EXTRAS

from rights_diff.errors import ReadError
from rights_diff.model import Document, Hint, HintKind, Source, Span

FUZZ = Path(__file__).parents[2] / "fuzz"
SEEDS: dict[str, tuple[bytes, ...]] = runpy.run_path(str(FUZZ / "seeds.py"))["SEEDS"]
MADE = runpy.run_path(str(FUZZ / "targets.py"))
TARGETS: dict[str, Callable[[bytes], None]] = MADE["TARGETS"]


def test_each_target_has_seeds() -> None:
    assert list(SEEDS) == list(TARGETS)
    assert all(SEEDS.values())


def with_extras(*names: str) -> list[Any]:
    """Targets as parameters; a reader that comes with an extra has its name."""
    return [
        pytest.param(name, marks=pytest.mark.needs(name)) if name in EXTRAS else name
        for name in names
    ]


@pytest.mark.parametrize("name", with_extras(*TARGETS))
def test_a_target_takes_its_seeds_and_what_is_left_of_them(name: str) -> None:
    for seed in SEEDS[name]:
        for data in (seed, seed[: len(seed) // 2], seed[len(seed) // 3 :], b"\x00\xff" + seed):
            TARGETS[name](data)


@pytest.mark.parametrize("name", with_extras("text", "html", "markdown", "docx", "epub", "pdf"))
def test_the_seeds_are_documents(name: str) -> None:
    """Otherwise the fuzzer would only ever see refusals."""
    read = TARGETS[name].__closure__[1].cell_contents  # type: ignore[index]
    for seed in SEEDS[name]:
        document = read("report", seed, MADE["_OPTIONS"])
        assert "Tuvalu" in document.text


def test_a_reader_that_breaks_its_promise_is_noticed() -> None:
    def crashing(*_: object) -> Document:
        raise KeyError("x")

    def wordy(*_: object) -> Document:
        raise ReadError("two\nlines", file="a")

    def astray(*_: object) -> Document:
        hint = Hint(span=Span(0, 99), kind=HintKind.HEADING)
        return Document(text="Tuvalu", source=Source(path="a", sha256="0"), hints=(hint,))

    for reader, error in ((crashing, KeyError), (wordy, AssertionError), (astray, AssertionError)):
        with pytest.raises(error):
            MADE["_reading"](reader, "report.txt")(b"any")


def test_the_command_refuses_what_it_does_not_know_and_runs_one_input_again(
    tmp_path: Path,
) -> None:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(FUZZ / "run.py"), *words]
        return subprocess.run(command, check=False, capture_output=True, text=True)

    wrong = run("papyrus")
    assert wrong.returncode == 2
    assert "no target papyrus" in wrong.stderr
    (tmp_path / "input").write_bytes(SEEDS["text"][0])
    assert run("text", "--replay", str(tmp_path / "input")).returncode == 0


SAID = """
tests/test_a.py::test_kept:

  - during generate phase (0.50 seconds):
    - Typical runtimes: < 1ms
    - {many} passing, 0 failing, and 3 invalid test cases

tests/test_a.py::test_broken:

  - during generate phase (0.25 seconds):
    - 9 passing examples, 1 failing examples, 0 invalid examples
  - during shrink phase (0.25 seconds):
    - 20 passing examples, 10 failing examples, 0 invalid examples
"""


def test_laws_are_run_one_by_one_and_a_broken_one_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[tuple[list[str], int]] = []

    def said(
        tests: list[str], examples: int, _seed: int, **_: float
    ) -> subprocess.CompletedProcess[str]:
        tried.append((tests, examples))
        kept, broken = SAID.format(many=examples).split("\ntests/test_a.py::test_broken:")
        words = {"test_kept": kept, "test_broken": broken}
        text = "".join(words.get(t.rpartition("::")[2], SAID.format(many=50)) for t in tests)
        status = int(tests[0].endswith("broken"))
        return subprocess.CompletedProcess(tests, status, text, "")

    laws = runpy.run_path(str(FUZZ / "laws.py"))
    main = laws["main"]
    monkeypatch.setitem(main.__globals__, "_pytest", said)
    table = tmp_path / "table.md"
    words = ["laws.py", "tests", "--seconds", "5", "--examples", "4000", "--out", str(table)]
    monkeypatch.setattr(sys, "argv", words)
    assert main() == 1
    kept, broken = ("tests/test_a.py::test_kept", "tests/test_a.py::test_broken")
    assert tried == [(["tests"], 50), ([kept], 50), ([kept], 500), ([broken], 50)]
    assert table.read_text("utf-8").splitlines()[2:] == [
        f"| {kept} | 500 | 0 | 1.00 | nothing |",
        f"| {broken} | 40 | 0 | 12.50 | BROKEN: see the log |",
    ]
    assert "10 failing" in table.with_suffix(".log").read_text("utf-8")
    assert main() == 0  # both stand in the table
    assert len(tried) == 5
