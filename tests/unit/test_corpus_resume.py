"""What an earlier run finished is not done again, whatever ended it; and whose folder it is."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.corpus_fixture import (
    PATIENCE,
    bytes_below,
    chapter,
    unpacked,
    write_corpus,
    yearbook_text,
)

import rights_diff as rd
from rights_diff.corpus import build
from rights_diff.corpus.folder import Kept
from rights_diff.corpus.packing import Damaged, check, pack, read_part

KILLED_AFTER = 4

# Ends itself, as a loss of power would, as soon as so many pairs are done.
_SCRIPT = """
import os, signal, sys
import rights_diff as rd

def stop(what, done, of):
    if what == sys.argv[1] and done == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    rd.compare_corpus(sys.argv[4:], sys.argv[3], workers=2, data=["sqlite"], progress=stop)
"""


@pytest.fixture
def corpus(tmp_path: Path) -> list[Path]:
    folders = write_corpus(tmp_path / "reports", years=(2011, 2012))
    book = tmp_path / "reports" / "amnesty-2013.md"
    book.write_text(yearbook_text(2013), encoding="utf-8")
    return [*folders, book]


def run(corpus: list[Path], output: Path, *, fresh: bool = False) -> rd.CorpusResult:
    return rd.compare_corpus(corpus, output, executor="serial", data=["sqlite"], fresh=fresh)


def killed(corpus: list[Path], output: Path, what: str, done: int) -> None:
    script = output.with_name("killed.py")
    script.write_text(_SCRIPT, encoding="utf-8")
    command = [sys.executable, str(script), what, str(done), str(output), *map(str, corpus)]
    assert subprocess.run(command, check=False, timeout=PATIENCE).returncode == -9


@pytest.mark.parametrize(
    ("what", "done", "least"), [("comparing", KILLED_AFTER, KILLED_AFTER), ("writing", 2, 10)]
)
def test_a_killed_run_goes_on_where_it_was(
    what: str, done: int, least: int, corpus: list[Path], tmp_path: Path
) -> None:
    whole = run(corpus, tmp_path / "whole")
    output = tmp_path / "site"
    killed(corpus, output, what, done)
    assert not (output / "index.html").exists()
    again = run(corpus, output)
    # finished pairs whose results were on their way when the run was killed are done again
    assert least <= again.reused < len(again) + (what == "writing")
    assert list(again) == list(whole)
    assert bytes_below(output) == bytes_below(tmp_path / "whole")


def test_a_finished_run_compares_nothing_anew(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(corpus, tmp_path / "site")
    before = bytes_below(tmp_path / "site")

    def refuse(_: object) -> None:
        raise AssertionError("nothing is to be compared")

    monkeypatch.setattr("rights_diff.corpus.running.compare_pair", refuse)
    monkeypatch.setattr("rights_diff.corpus.planning.probe", refuse)
    second = run(corpus, tmp_path / "site")
    assert (first.reused, second.reused) == (0, len(second))
    assert list(first) == list(second)
    assert bytes_below(tmp_path / "site") == before


def test_only_pairs_of_a_changed_text_are_compared_again(
    corpus: list[Path], tmp_path: Path
) -> None:
    run(corpus, tmp_path / "site")
    (corpus[1] / "tonga.txt").write_text(chapter("Tonga", 1999), encoding="utf-8")
    again = run(corpus, tmp_path / "site")
    assert again.reused == len(again) - 2  # 2011 to 2012, and 2012 to 2013


@pytest.mark.parametrize("what", ["a parser", "Python"])
def test_what_another_parser_or_python_made_is_made_anew(
    what: str, corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "site"
    first = run(corpus, output)
    assert run(corpus, output).reused == len(first) > 0
    if what == "a parser":
        own = build.version
        monkeypatch.setattr(build, "version", lambda p: "0.0" if p == "selectolax" else own(p))
        build._required.cache_clear()
    else:
        monkeypatch.setattr(build, "_python", lambda: "cpython 9.9")
    again = run(corpus, output)
    build._required.cache_clear()
    assert again.reused == 0
    assert len(again) == len(first)


def test_what_a_killed_run_left_half_written_is_swept(corpus: list[Path], tmp_path: Path) -> None:
    output = tmp_path / "site"
    run(corpus, output)
    left = [output / folder / ".a.0123456789ab.tmp" for folder in (".", "countries", "data")]
    mine = output / "countries" / ".mine.tmp"
    for file in (*left, mine):
        file.write_text("half", encoding="utf-8")
    run(corpus, output)
    assert [file.exists() for file in (*left, mine)] == [False, False, False, True]


def test_another_version_compares_anew(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(corpus, tmp_path / "site")
    before = set((tmp_path / "site/kept/pairs").iterdir())
    monkeypatch.setattr(rd, "__version__", "99.0")
    assert run(corpus, tmp_path / "site").reused == 0
    after = set((tmp_path / "site/kept/pairs").iterdir())
    assert len(before) == len(after) == 10
    assert not before & after  # what fits no more does not pile up


def test_fresh_forgets_what_was_kept(corpus: list[Path], tmp_path: Path) -> None:
    run(corpus, tmp_path / "site")
    assert run(corpus, tmp_path / "site", fresh=True).reused == 0


@pytest.mark.parametrize("damage", [b"", b"short", None])
def test_a_damaged_result_is_made_again_and_told(
    damage: bytes | None, corpus: list[Path], tmp_path: Path
) -> None:
    run(corpus, tmp_path / "site")
    before = bytes_below(tmp_path / "site")
    kept = sorted((tmp_path / "site/kept/pairs").iterdir())[3]
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]) if damage is None else damage)
    again = run(corpus, tmp_path / "site")
    assert again.reused == len(again) - 1
    assert again.notes == ("1 kept result was damaged, and made again",)
    assert bytes_below(tmp_path / "site") == before


def test_failures_are_tried_again(corpus: list[Path], tmp_path: Path) -> None:
    whole = (corpus[0] / "fiji.txt").read_bytes()
    (corpus[0] / "fiji.txt").write_bytes(b"\x00\x00")
    first = run(corpus, tmp_path / "site")
    assert (len(first.failures), len(first)) == (1, 9)
    (corpus[0] / "fiji.txt").write_bytes(whole)
    second = run(corpus, tmp_path / "site")
    assert (len(second.failures), len(second), second.reused) == (0, 10, 9)


def test_pages_and_data_of_an_earlier_run_do_not_stay(corpus: list[Path], tmp_path: Path) -> None:
    output = tmp_path / "site"
    run(corpus, output)
    (corpus[0] / "tonga.txt").unlink()
    rd.compare_corpus(corpus, output, executor="serial")
    assert not (output / "countries/tonga--amnesty-2011--amnesty-2012.html").exists()
    assert not (output / "data/corpus.sqlite").exists()
    rd.compare_corpus(corpus, output, executor="serial", pages=False)
    assert list((output / "countries").iterdir()) == []


def test_what_a_user_put_beside_the_pages_and_the_data_stays(
    corpus: list[Path], tmp_path: Path
) -> None:
    output = tmp_path / "site"
    run(corpus, output)
    made = output / "countries/tonga--amnesty-2011--amnesty-2012.html"
    mine = [
        output / name
        for name in (
            "countries/mine.html",
            "countries/my--own--notes.html",
            "data/my.sqlite",
            "data/csv/my.csv",
        )
    ]
    mine[0].write_bytes(made.read_bytes())  # a page of this program, under a name of its own
    (output / "data/csv").mkdir(exist_ok=True)
    for file in mine[1:]:
        file.write_text("years of work", encoding="utf-8")
    (corpus[0] / "tonga.txt").unlink()
    rd.compare_corpus(corpus, output, executor="serial")
    assert not made.exists()
    assert [file.name for file in mine if not file.exists()] == []


def test_a_slip_leaves_no_folder_behind(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(rd.ReadError, match="no reports are given"):
        run([tmp_path / "empty"], tmp_path / "site")
    assert not (tmp_path / "site").exists()


def test_what_a_run_wrote_is_not_read_as_a_report(corpus: list[Path]) -> None:
    home = corpus[0].parent
    first = run([home], home / "site")
    assert run([home], home / "site").plan == first.plan


# ---------------------------------------------------------------- whose folder it is


def test_a_folder_of_other_files_is_refused(corpus: list[Path], tmp_path: Path) -> None:
    output = tmp_path / "mine"
    output.mkdir()
    (output / "thesis.docx").write_text("years of work", encoding="utf-8")
    with pytest.raises(rd.RenderError, match="did not write: name a new or empty folder"):
        run(corpus, output)
    assert bytes_below(output) == {"thesis.docx": b"years of work"}


def test_an_empty_folder_is_taken_and_a_file_is_not(corpus: list[Path], tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert len(run(corpus, tmp_path / "empty")) == 10
    with pytest.raises(rd.RenderError, match="is a file; the site is a folder"):
        run(corpus, corpus[2])


@pytest.mark.parametrize(
    "name", ["kept", "kept/pairs", "countries", "data", "data/csv", ".rights-diff-corpus"]
)
def test_nothing_is_written_through_a_symbolic_link(
    name: str, corpus: list[Path], tmp_path: Path
) -> None:
    output, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept.csv").write_text("mine", encoding="utf-8")
    target = output / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.symlink_to(elsewhere)
    if not name.startswith("."):
        (output / ".rights-diff-corpus").touch()
    with pytest.raises(rd.RenderError, match="symbolic link"):
        run(corpus, output)
    assert bytes_below(elsewhere) == {"kept.csv": b"mine"}


def test_a_folder_that_cannot_be_made_is_one_clear_line(corpus: list[Path]) -> None:
    with pytest.raises(rd.RenderError, match="cannot be made: Not a directory"):
        run(corpus, corpus[2] / "site")


def test_two_runs_do_not_write_one_folder_at_a_time(corpus: list[Path], tmp_path: Path) -> None:
    output = tmp_path / "site"

    def meddle(what: str, done: int, _: int) -> None:
        if (what, done) == ("comparing", 1):
            with pytest.raises(rd.RenderError, match="another run is writing here"):
                run(corpus, output)

    first = rd.compare_corpus(corpus, output, executor="serial", progress=meddle)
    assert run(corpus, output).reused == len(first) == 10


def test_a_full_disk_is_one_clear_line_and_leaves_nothing_half_written(
    corpus: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = iter(range(2))  # for the marker and the note of what made the folder

    def full(_: int) -> None:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr("rights_diff.corpus.folder.os.fsync", full)
        with pytest.raises(rd.RenderError, match="cannot be written: No space left on device"):
            run(corpus, tmp_path / "site")
    assert list(bytes_below(tmp_path / "site")) == [".rights-diff-corpus", "kept/build"]
    assert run(corpus, tmp_path / "site").failures == ()


# ---------------------------------------------------------------- kept parts


def test_parts_come_back_one_by_one_and_together(tmp_path: Path) -> None:
    parts = {"a": b"first", "b": b"", "c": b"\x00" * 1000}
    path = tmp_path / "kept"
    path.write_bytes(pack(parts))
    assert unpacked(path.read_bytes()) == parts
    assert {name: read_part(path, name) for name in parts} == parts
    with pytest.raises(KeyError):
        read_part(path, "d")


def test_no_changed_byte_goes_unseen(tmp_path: Path) -> None:
    data = pack({"a": b"first", "b": b"second"})
    for n in range(len(data)):
        path = tmp_path / "kept"
        path.write_bytes(data[:n] + bytes([data[n] ^ 1]) + data[n + 1 :])
        with path.open("rb") as stream, pytest.raises(Damaged):
            check(stream)
        path.write_bytes(data[:n])
        with path.open("rb") as stream, pytest.raises(Damaged):
            check(stream)


def test_half_written_results_are_swept(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.put("whole", pack({"a": b"x"}))
    (tmp_path / ".other.0123.tmp").write_bytes(b"half")
    kept.sweep()
    assert [p.name for p in tmp_path.iterdir()] == ["whole"]
    assert kept.has("whole")
    assert not kept.has("other")
