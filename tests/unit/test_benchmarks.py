"""The benchmarks run as they are told to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BENCHMARKS / script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


def test_figures_are_timed_and_absent_tools_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Two birds left.\n\nAt least 63 women stayed.\n", "utf-8")
    done = run("quantities.py", str(tmp_path), "--kilobytes", "1", "--runs", "1")
    assert done.returncode == 0, done.stderr
    sizes, head, ours, *others = done.stdout.splitlines()
    assert sizes.endswith("paragraphs")
    assert head.split()[:3] == ["tool", "version", "MB/s"]
    name, _, speed, figures, ratio = ours.split()
    assert (name, ratio) == ("rights_diff", "1.0")
    assert float(speed) > 0
    assert int(figures) == int(sizes.split()[3])  # one in each paragraph
    assert {line.split()[0] for line in others} == {"quantulum3", "Recognizers-Text"}


def test_a_folder_without_text_is_one_line(tmp_path: Path) -> None:
    done = run("quantities.py", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["no file with text among the paths"]


@pytest.mark.parametrize("script", ["pair.py", "quantities.py"])
def test_a_benchmark_says_what_it_does(script: str) -> None:
    done = run(script, "--help")
    assert done.returncode == 0
    assert "Time the" in done.stdout
