"""What the commands refuse, in one line that says what to do instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from rights_diff import samples
from rights_diff.cli import main

PAIR = [samples.OLD, samples.NEW]


@pytest.mark.parametrize(
    ("command", "output", "told"),
    [
        (["compare", *PAIR], ".", "is a folder: name the file to write"),
        (["inspect", samples.OLD], ".", "is a folder: name the file to write"),
        (
            ["timeline", *PAIR],
            "line.xyz",
            "the suffix .xyz does not tell what to write: give --format",
        ),
        (
            ["timeline", *PAIR, "--template-dir", "."],
            "line.csv",
            "--template-dir is for the page only, not for csv",
        ),
    ],
)
def test_an_output_that_says_too_little_is_refused(
    command: list[str],
    output: str,
    told: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*command, "-o", str(tmp_path / output)]) != 0
    said = capsys.readouterr().err
    assert told in said
    assert said.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("count", ["0", "-1", "two", "¹"])
def test_a_number_of_workers_is_one_or_more(
    count: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["corpus", samples.OLD, "-o", str(tmp_path / "site"), "--workers", count])
    assert f"a number from 1 on is wanted, not {count!r}" in capsys.readouterr().err


def test_a_dry_run_tells_of_files_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    command = ["corpus", *PAIR, str(tmp_path), "-o", str(tmp_path / "site"), "--dry-run"]
    assert main([*command, "--workers", "1"]) != 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in lines].count("failed") == 1
    assert any("broken.pdf" in line for line in lines)
    assert not (tmp_path / "site" / "index.html").exists()


def test_a_file_name_in_a_complaint_does_not_act_on_the_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["compare", *PAIR, "third\x1b[2J.txt"])
    said = capsys.readouterr().err
    assert "third⟦U+001B⟧[2J.txt" in said
    assert "\x1b" not in said
