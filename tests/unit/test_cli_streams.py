"""Standard output, pipes and the terminal: what is asked for arrives, or one line says why not."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rights_diff import samples
from rights_diff.cli import main
from rights_diff.cli.progress import Progress

PAIR = [samples.OLD, samples.NEW]
COMPARE = [sys.executable, "-m", "rights_diff", "compare", *PAIR]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="shells, pipes and devices of POSIX")


def in_shell(redirection: str, *more: str) -> subprocess.CompletedProcess[bytes]:
    command = ["sh", "-c", f'"$@" {redirection}', "sh", *COMPARE, *more]
    return subprocess.run(command, check=False, capture_output=True)


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_standard_output_is_one_line() -> None:
    done = in_shell(">/dev/full")
    assert done.returncode == 2
    told = b"rights-diff: standard output cannot be written: No space left on device\n"
    assert done.stderr == told


@POSIX
def test_a_closed_standard_output_is_one_line() -> None:
    done = in_shell(">&-")
    assert done.returncode == 2
    assert done.stderr == b"rights-diff: standard output is closed: name a file with -o\n"


@POSIX
def test_a_file_needs_no_standard_output(tmp_path: Path) -> None:
    done = in_shell(">&-", "-o", str(tmp_path / "a.txt"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "a.txt").read_text("utf-8").startswith("North Korea")


@POSIX
def test_without_standard_error_notes_do_not_stand_in_the_answer() -> None:
    assert in_shell("2>&-").stdout == in_shell("").stdout


def test_the_answer_is_utf8_whatever_the_console_is(tmp_path: Path) -> None:
    (tmp_path / "Türkiye.txt").write_text("Prisons\n\nNobody was held.\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "rights_diff", "corpus", ".", "--dry-run", "--serial"],
        check=False,
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert b"Traceback" not in done.stderr
    assert "Türkiye" in done.stdout.decode("utf-8")


def test_a_dash_is_standard_output(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["compare", *PAIR]) == 0
    plain = capsys.readouterr().out
    assert main(["compare", *PAIR, "-o", "-"]) == 0
    assert capsys.readouterr().out == plain
    assert main(["demo", "-o", "-", "--table", "figures"]) == 0
    assert capsys.readouterr().out.startswith("id,relation,counted")
    assert main(["demo", "-o", "-"]) == 0
    assert capsys.readouterr().out == plain
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [["split", samples.OLD], ["corpus", *PAIR]])
def test_a_folder_is_no_standard_output(command: list[str], tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*command, "-o", "-"]) == 2
    assert capsys.readouterr().err == "rights-diff: -: a folder is wanted, not standard output\n"
    assert list(tmp_path.iterdir()) == []


@POSIX
def test_a_pipe_stays_a_pipe_and_gets_the_answer(tmp_path: Path, capsys) -> None:
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    assert main(["compare", *PAIR, "--format", "text", "-o", str(pipe)]) == 0
    reader.join(10)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]
    assert capsys.readouterr().out == ""
    assert main(["compare", *PAIR]) == 0
    assert got == [capsys.readouterr().out]


@POSIX
def test_the_name_of_standard_output_is_no_file_to_replace() -> None:
    if not Path("/dev/stdout").is_symlink():
        pytest.skip("/dev/stdout is no link here")
    leads_to = Path("/dev/stdout").readlink()
    named = in_shell("", "--format", "text", "-o", "/dev/stdout")
    assert named.stdout == in_shell("").stdout
    assert Path("/dev/stdout").readlink() == leads_to


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_never_acts_on_the_terminal_and_never_wraps(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setattr(sys, "stderr", Terminal())
    with Progress() as progress:
        progress.say("reading \x1b]0;title\x07.txt")
        progress.say("reading " + "a long name " * 9)
    shown = sys.stderr.getvalue()
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert all(len(line) < 30 for line in shown.split("\r"))
    assert shown.endswith("\r" + " " * 29 + "\r")


def test_no_standard_error_is_no_terminal(monkeypatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    with Progress() as progress:
        progress.say("reading")


@pytest.mark.parametrize(
    "wrong", [["--format", "htlm"], ["--tracked-changes", "maybe"], ["--no-such-option"]]
)
def test_a_wrong_word_is_told_in_one_line(wrong: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compare", *PAIR, *wrong])
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("rights-diff")
    assert line.endswith("--help")
    assert wrong[-1] in line
