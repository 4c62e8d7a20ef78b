"""The command line: formats, outputs, and one clear line for bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.docx_fixture import docx
from tests.docx_fixture import run as piece

from rights_diff import samples
from rights_diff.cli import main


def run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rights_diff", *arguments],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
    )


def test_json_goes_to_standard_output_and_nothing_else_does() -> None:
    done = run("compare", samples.OLD, samples.NEW, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["schema"] == "rights-diff/comparison/1"


def test_inspect_writes_the_report_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", samples.OLD, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "rights-diff/report/1"


@pytest.mark.parametrize("kind", ["text", "html", "markdown"])
@pytest.mark.parametrize(
    "command", [["inspect", samples.OLD], ["compare", samples.OLD, samples.NEW]]
)
def test_every_format_names_the_country(
    command: list[str], kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--format", kind]) == 0
    assert "North Korea" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "start"), [("r.html", "<!"), ("r.json", "{"), ("r.md", "#"), ("r.txt", "North")]
)
def test_the_suffix_of_the_output_chooses_the_format(tmp_path: Path, name: str, start: str) -> None:
    target = tmp_path / name
    assert main(["compare", samples.OLD, samples.NEW, "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").lstrip().startswith(start)


def test_demo_writes_the_page_and_says_where(tmp_path: Path) -> None:
    done = run("demo", cwd=tmp_path)
    assert done.returncode == 0
    assert "rights-diff-demo.html" in done.stdout
    assert (tmp_path / "rights-diff-demo.html").stat().st_size > 10_000


def test_demo_with_a_table_prints_it(tmp_path: Path) -> None:
    done = run("demo", "--table", "figures", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("id,relation,counted")
    assert list(tmp_path.iterdir()) == []


def bad_sources(folder: Path) -> dict[str, Path]:
    (folder / "folder.txt").mkdir()
    files = {
        "missing": b"",
        "empty": b"",
        "blank": b" \n\t\n",
        "binary": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4,
        "nul": b"The text stops here.\x00\x00\x00 and goes on.",
    }
    paths = {name: folder / f"{name}.txt" for name in files}
    for name, data in files.items():
        if name != "missing":
            paths[name].write_bytes(data)
    unknown = folder / "chapter.xyz"
    unknown.write_text("The government denied it.", encoding="utf-8")
    return {**paths, "folder": folder / "folder.txt", "suffix": unknown}


BAD = ["missing", "empty", "blank", "binary", "nul", "folder", "suffix"]


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_status_2_and_nothing_is_written(
    tmp_path: Path, name: str
) -> None:
    source, target = bad_sources(tmp_path)[name], tmp_path / "out.html"
    done = run("compare", samples.OLD, str(source), "-o", str(target))
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert str(source) in lines[0]
    assert not target.exists()
    assert not list(tmp_path.glob("*out*"))


@pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise there")
def test_unreadable_output_folder(tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "report.html"
    done = run("compare", samples.OLD, samples.NEW, "-o", str(target))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert str(target) in done.stderr


def test_an_output_that_is_an_input_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "chapter.txt"
    text = Path(samples.OLD).read_bytes()
    source.write_bytes(text)
    done = run("compare", str(source), samples.NEW, "-o", str(source))
    assert done.returncode == 2
    assert source.read_bytes() == text


def test_an_output_without_a_telling_suffix_needs_a_format(tmp_path: Path) -> None:
    target = tmp_path / "report.dat"
    done = run("compare", samples.OLD, samples.NEW, "-o", str(target))
    assert done.returncode == 2
    assert "--format" in done.stderr
    assert not target.exists()


def test_two_countries_are_refused_unless_asked_for(tmp_path: Path) -> None:
    other = tmp_path / "amnesty-2013-cuba.txt"
    other.write_text("Cuba\n\nMedia stayed under state control.\n", encoding="utf-8")
    refused = run("compare", samples.OLD, str(other))
    assert refused.returncode == 2
    assert "Cuba" in refused.stderr
    assert run("compare", samples.OLD, str(other), "--allow-mixed").returncode == 0


def test_arguments_win_over_the_text() -> None:
    done = run("inspect", samples.OLD, "--format", "json", "--edition", "1999", "--country", "Peru")
    metadata = json.loads(done.stdout)["metadata"]
    assert (metadata["edition"], metadata["country"]) == ("1999", "Peru")


@pytest.mark.parametrize("row", ["r1", "r6"])
def test_explain_says_what_a_row_rests_on(row: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["explain", samples.OLD, samples.NEW, row]
    assert main(words) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{row}: ")
    assert main([*words, "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "rights-diff/explanation/1"
    assert document["row"] == row


def test_an_unknown_row_is_one_line_that_says_which_there_are() -> None:
    done = run("explain", samples.OLD, samples.NEW, "r9999")
    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert "no row r9999" in line
    assert "r1 to r" in line


def test_a_row_is_not_explained_as_a_page(tmp_path: Path) -> None:
    target = tmp_path / "row.html"
    assert run("explain", samples.OLD, samples.NEW, "r1", "-o", str(target)).returncode == 2
    assert not target.exists()


@pytest.mark.parametrize("command", ["", "inspect", "compare", "explain", "demo"])
def test_help_has_examples(command: str) -> None:
    done = run(*command.split(), "--help")
    assert done.returncode == 0
    assert "examples:" in done.stdout


def test_wrong_use_is_status_2() -> None:
    assert run("compare", samples.OLD).returncode == 2


def test_a_reader_that_went_away_is_no_traceback() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [sys.executable, "-m", "rights_diff", "inspect", samples.OLD, "--format", "json"]
    try:
        done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(write_end)
    assert (done.returncode, done.stderr) == (1, b"")


def test_nothing_said_acts_on_the_terminal() -> None:
    done = run("inspect", "no\x1b[31msuch\u202efile.txt")
    assert done.returncode == 2
    assert "\x1b" not in done.stderr
    assert "\u202e" not in done.stderr
    assert "U+001B" in done.stderr


def test_no_progress_where_standard_error_is_no_terminal() -> None:
    assert run("inspect", samples.OLD).stderr == ""


@pytest.mark.needs("docx")
def test_manifest_and_tracked_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = (
        "<w:p>" + piece("They held ") + f"<w:del>{piece('nine', tag='delText')}</w:del>"
        f"<w:ins>{piece('eleven')}</w:ins>{piece(' fishers in the harbour that year.')}</w:p>"
    )
    (tmp_path / "a.docx").write_bytes(docx(body))
    (tmp_path / "m.csv").write_text("file,country\na.docx,Fiji\n")
    words = [str(tmp_path / "a.docx"), "--manifest", str(tmp_path / "m.csv"), "--format", "json"]
    assert main(["inspect", *words, "--tracked-changes", "refused"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["text"].startswith("They held nine fishers")
    assert told["metadata"]["country"] == "Fiji"
    assert main(["compare", words[0], *words]) == 0
    assert json.loads(capsys.readouterr().out)["new"]["text"].startswith("They held eleven")
