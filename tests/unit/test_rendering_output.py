from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from rights_diff.errors import RenderError
from rights_diff.rendering.output import write_text, write_together


def test_writes_utf8_with_its_line_endings(tmp_path):
    write_text(tmp_path / "a.html", "é\r\n\n")
    assert (tmp_path / "a.html").read_bytes() == "é\r\n\n".encode()


def test_replaces_and_keeps_permissions(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("old")
    path.chmod(0o640)
    write_text(path, "new")
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path):
    write_text(tmp_path / "mine", "x")
    (tmp_path / "plain").write_text("x")
    assert (tmp_path / "mine").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_missing_folder_is_one_clear_line(tmp_path):
    with pytest.raises(RenderError) as caught:
        write_text(tmp_path / "none" / "a.html", "x")
    assert str(caught.value).startswith(str(tmp_path / "none" / "a.html"))
    assert "\n" not in str(caught.value)


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(RenderError, match="folder"):
        write_text(tmp_path, "x")


def test_a_name_with_a_null_is_an_error_of_ours():
    with pytest.raises(RenderError):
        write_text("a\0b", "x")


def test_nothing_half_written_stays(tmp_path, monkeypatch):
    path = tmp_path / "a.html"
    path.write_text("old")

    def fail(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(RenderError, match="No space left"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.html"]


def test_a_lone_surrogate_does_not_stop_the_writing(tmp_path):
    write_text(tmp_path / "a", "x\ud800y")
    assert (tmp_path / "a").read_text("utf-8") == "x\ufffd\ufffd\ufffdy"


def test_files_written_together_are_all_there_or_none(tmp_path, monkeypatch):
    old, new, last = (tmp_path / name for name in ("old", "new", "last"))
    old.write_text("before")
    usual = Path.replace

    def fail(path, target):
        if target == last:
            raise OSError(13, "Permission denied")
        return usual(path, target)

    monkeypatch.setattr(Path, "replace", fail)
    files = {old: "a", new: "b", last: "c"}
    with pytest.raises(RenderError, match="last: cannot be written: Permission denied"):
        write_together(files.items())
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("old", "before")]
    monkeypatch.undo()
    write_together(files.items())
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {
        "old": "a",
        "new": "b",
        "last": "c",
    }


def test_what_is_written_is_on_the_disk_before_it_has_its_name(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.append((tmp_path / "a").exists()))
    write_text(tmp_path / "a", "x")
    assert seen == [False]
