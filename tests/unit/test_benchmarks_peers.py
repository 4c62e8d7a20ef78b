"""The comparison with other programs measures what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
OLD = "Forty boats lay at the quay.\n\nThe council met in May and freed two teachers.\n"
NEW = "Forty boats lay at the quay.\n\nThe council met in June and freed two teachers.\n"


@pytest.fixture(autouse=True)
def _modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The command on invented texts, also where real reports are at hand."""
    around = {k: v for k, v in os.environ.items() if k != "RIGHTS_DIFF_REPORTS"}
    return subprocess.run(
        [sys.executable, str(BENCHMARKS / "peers.py"), "--workers", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        env=around,
    )


def rows(page: str, heading: str) -> dict[str, list[str]]:
    """The table below a heading: first cell to the others."""
    lines = page.partition(f"## {heading}")[2].partition("\n## ")[0].splitlines()
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in lines if "|" in line]
    return {first: rest for first, *rest in cells[2:]}


def test_each_tool_is_timed_on_the_same_texts(tmp_path: Path) -> None:
    out = tmp_path / "page.md"
    tools = ["rights_diff", "difflib, words", "redlines", "git diff --word-diff"]
    quick = ["--sizes", "1", "3", "--runs", "1", "--starts", "1", "--reports", str(tmp_path)]
    for year, text in (("2011", OLD), ("2012", NEW)):
        (tmp_path / f"{year}.txt").write_text(text * 50, "utf-8")
    done = run(*quick, "--tools", *tools, "--date", "a day", "--out", str(out))
    assert done.returncode == 0, done.stderr
    page = out.read_text("utf-8")
    assert page.strip() == done.stdout.strip()
    assert "\na day; " in page
    seconds, memory = rows(page, "Seconds"), rows(page, "Most memory held, MB")
    said = rows(page, "What was compared")
    assert list(seconds) == list(memory) == list(said) == tools
    for tool in tools:
        if said[tool][0] == "not installed":
            assert seconds[tool][:2] == ["–", "–"]
            continue
        assert all(float(cell) > 0 for cell in seconds[tool][:2] + memory[tool])
        assert int(said[tool][2]) >= 1
    assert float(rows(page, "From a cold start, milliseconds")["`import rights_diff`"][0]) > 0


def test_what_does_not_finish_is_a_result(tmp_path: Path) -> None:
    tool = "diff-match-patch, characters"
    sizes = ["--sizes", "30", "60", "--seconds", "1", "--starts", "1"]
    done = run(*sizes, "--tools", tool, "--out", str(tmp_path / "page.md"))
    assert done.returncode == 0, done.stderr
    assert rows(done.stdout, "Seconds")[tool] == ["> 1", "–", "–", "–"]
    assert "invented chapters" in done.stdout


def test_reports_too_short_are_one_line(tmp_path: Path) -> None:
    done = run("--reports", str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "the reports have 0 bytes a side, 10,000 are asked for",
    ]


@pytest.mark.needs("epub")
def test_every_tool_finds_a_word_that_changed() -> None:
    from diff_tools import TOOLS, release_of

    installed = {name: tool.load() for name, tool in TOOLS.items() if release_of(tool)}
    assert set(TOOLS) - set(installed) <= {"redlines"}
    for name, compare in installed.items():
        assert (name, compare(OLD, OLD)) == (name, 0)
        assert (name, compare(OLD, NEW)) in ((name, 1), ("diff-match-patch, characters", 2))


def test_growth_is_the_exponent() -> None:
    from measuring import Run, growth

    sizes = (10, 30, 100, 300)
    assert growth({s: Run(1e-3 * s**2) for s in sizes}) == pytest.approx(2)
    noisy = {10: Run(5.0), **{s: Run(0.01 * s) for s in sizes[1:]}, 1000: Run(None)}
    assert growth(noisy) == pytest.approx(1)
    assert growth({30: Run(1.0), 100: Run(None)}) is None


def test_editions_that_differ_in_the_year_alone_are_a_pair(tmp_path: Path) -> None:
    from report_pairs import real_pairs

    for path in ("a/2011/chad", "a/2013/chad", "b/2012/chad", "b/2013/chad", "a/2011/mali"):
        file = tmp_path / f"{path}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, "utf-8")
    assert [(p.old, p.new) for p in real_pairs(tmp_path)] == [("a/2011/chad", "a/2013/chad")]


def test_texts_have_the_size_asked_for(tmp_path: Path) -> None:
    from report_pairs import files_of, invented_pairs, texts_of_size

    old, new = texts_of_size(invented_pairs(), 5000)
    assert old != new
    assert all(4900 < len(text.encode()) <= 5000 for text in (old, new))
    pairs = list(islice(invented_pairs(), 3))
    files = [Path(f) for f in files_of(pairs, 2, tmp_path)]
    assert [f.read_text("utf-8") for f in files] == [
        text for pair in pairs[:2] for text in (pair.old, pair.new)
    ]
