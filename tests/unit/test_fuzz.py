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
