"""The command line of a corpus: what it says, what it returns, and how it is stopped."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.corpus_fixture import PATIENCE, write_corpus

from rights_diff.cli import main
from rights_diff.cli.corpus import FAILED, INTERRUPTED


@pytest.fixture
def corpus(tmp_path: Path) -> list[str]:
    return [str(folder) for folder in write_corpus(tmp_path / "reports")]


def test_it_says_what_it_compared_and_where_the_site_is(
    corpus: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = str(tmp_path / "site")
    assert main(["corpus", *corpus, "-o", site, "--serial"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("compared 5 pairs of 5 countries\n")
    assert told.out.endswith(f"wrote {site}/index.html\n")
    assert told.err == ""
    assert main(["corpus", *corpus, "-o", site, "--serial"]) == 0
    assert capsys.readouterr().out.startswith(
        "compared 5 pairs of 5 countries, 5 of them kept from before\n"
    )


def test_a_failure_has_a_status_of_its_own_and_a_line(
    corpus: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(corpus[0], "fiji.txt").write_bytes(b"\x00\x00")
    site = tmp_path / "site"
    assert main(["corpus", *corpus, "-o", str(site), "--serial"]) == FAILED
    told = capsys.readouterr()
    assert told.err.splitlines()[-1] == f"rights-diff: 1 failed: see {site}/failures.html"
    assert f"1 report without a partner: see {site}/alone.html" in told.out
    assert "fiji.txt" in (site / "failures.html").read_text(encoding="utf-8")


def test_a_dry_run_lists_the_plan_and_writes_nothing(
    corpus: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path(corpus[1], "tonga.txt").unlink()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert main(["corpus", *corpus, "--dry-run", "--serial"]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == [
        "pair",
        "Fiji",
        "Amnesty 2011",
        "Amnesty 2012",
        "fiji--amnesty-2011--amnesty-2012",
    ]
    assert [line[0] for line in lines] == ["pair"] * 4 + ["alone"]
    assert lines[-1][-1] == "no other report by Amnesty International on Tonga is given"
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["reports"], "name the folder of the site with -o"),
        (["nowhere", "-o", "site"], "nowhere: no such file or folder"),
        (["-o", "site"], "no reports are given: name files, folders or a manifest"),
        (["reports", "-o", "reports"], "did not write: name a new or empty folder"),
        (["--manifest", "none.csv", "-o", "site"], "none.csv: no such file"),
    ],
)
def test_wrong_use_is_one_clear_line(
    arguments: list[str],
    told: str,
    corpus: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(Path(corpus[0]).parents[1])
    assert main(["corpus", *arguments, "--serial"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line


@pytest.mark.parametrize("word", ["0", "-1", "two"])
def test_a_number_of_workers_is_a_number(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["corpus", "reports", "-o", "site", "--workers", word])
    assert "a number from 1 on is wanted" in capsys.readouterr().err


def wait_for(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_ctrl_c_keeps_what_is_finished_and_says_how_to_go_on(tmp_path: Path) -> None:
    folders = write_corpus(tmp_path / "reports", years=range(1990, 2015))
    site = tmp_path / "site"
    command = [sys.executable, "-m", "rights_diff", "corpus", *map(str, folders), "-o", str(site)]
    with subprocess.Popen(
        command, stdout=-1, stderr=-1, text=True, start_new_session=True
    ) as started:
        try:
            wait_for(lambda: len(list(site.glob("kept/pairs/[!.]*"))) >= 3)
            os.killpg(started.pid, signal.SIGINT)  # as a terminal does: to workers too
            _, told = started.communicate(timeout=PATIENCE)
        finally:
            started.kill()
    assert started.returncode == INTERRUPTED
    assert told == (
        f"rights-diff: interrupted; finished pairs are kept in {site}; the same command goes on\n"
    )
    assert not (site / "index.html").exists()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "of them kept from before" in done.stdout


def test_a_terminal_sees_how_far_it_is_and_how_long_it_takes(
    corpus: list[str], tmp_path: Path
) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "rights_diff", "corpus", *corpus, "--serial"]
    subprocess.run([*command, "-o", str(tmp_path / "site")], check=True, stderr=theirs, stdout=-1)
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "comparing 1 of 5" in shown
    assert "second left" in shown or "seconds left" in shown
    assert "writing 5 of 5" in shown


def test_reports_that_name_nobody_are_by_whom_the_option_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for year in (2011, 2012):
        (tmp_path / f"fiji-{year}.txt").write_text("Prisons\n\nGuards beat 12 men.\n", "utf-8")
    command = ["corpus", str(tmp_path), "--dry-run", "--serial"]
    assert main([*command, "--organization", "Amnesty International"]) == 0
    said = capsys.readouterr().err
    assert "no organization; taken to be by Amnesty International, as was said" in said
    assert main(command) == 0
    assert "Amnesty" not in capsys.readouterr().err
