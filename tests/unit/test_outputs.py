"""Every `to_…`: its content, or a file and nothing else; never over a report that was read."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import rights_diff as rd


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "amnesty-2017-18.txt", tmp_path / "amnesty-2021-22.txt"
    shutil.copy(rd.samples.OLD, old)
    shutil.copy(rd.samples.NEW, new)
    return old, new


@pytest.fixture
def made(files: tuple[Path, Path]) -> dict[str, Any]:
    old, new = map(rd.load, files)
    comparison = rd.compare(old, new)
    return {
        "report": old,
        "comparison": comparison,
        "timeline": rd.timeline([old, new]),
        "explanation": comparison.explain("r14"),
    }


WRITERS = [
    ("report", "to_json"),
    ("report", "to_html"),
    ("report", "to_markdown"),
    ("report", "to_csv"),
    ("comparison", "to_json"),
    ("comparison", "to_html"),
    ("comparison", "to_markdown"),
    ("comparison", "to_csv"),
    ("timeline", "to_json"),
    ("timeline", "to_html"),
    ("timeline", "to_csv"),
    ("explanation", "to_json"),
]


def test_what_is_written_is_what_is_given(made: dict[str, Any], tmp_path: Path) -> None:
    for name, method in WRITERS:
        write: Callable[..., Any] = getattr(made[name], method)
        for target in (tmp_path / "out", str(tmp_path / "out")):
            assert write(target) is None
            assert (tmp_path / "out").read_text("utf-8").removeprefix("\ufeff") == write()


@pytest.mark.needs("docx")
def test_bytes_are_written_as_they_are_given(made: dict[str, Any], tmp_path: Path) -> None:
    made["comparison"].to_docx(tmp_path / "a.docx")
    assert (tmp_path / "a.docx").read_bytes() == made["comparison"].to_docx()


def test_all_of_a_report_is_in_its_own_formats(made: dict[str, Any]) -> None:
    report = made["report"]
    assert json.loads(report.to_json()) == json.loads(json.dumps(report.to_dict()))
    assert report.to_html().startswith("<!doctype html>")
    assert report.to_markdown().startswith("# ")


def test_a_report_that_was_read_is_not_overwritten(
    made: dict[str, Any], files: tuple[Path, Path], tmp_path: Path
) -> None:
    before = [file.read_bytes() for file in files]
    other_name = tmp_path / "other.html"
    os.link(files[0], other_name)
    for name, method in WRITERS[:-1]:
        for target in (files[0], str(files[0]), other_name, tmp_path / "." / files[0].name):
            with pytest.raises(rd.RenderError, match="would overwrite a report that was read"):
                getattr(made[name], method)(target)
    for call in (made["comparison"].to_docx, lambda path: made["comparison"].render("text", path)):
        with pytest.raises(rd.RenderError, match="would overwrite"):
            call(files[1])
    assert [file.read_bytes() for file in files] == before


def test_a_name_that_was_never_read_is_free(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    rd.parse("It rained all day.", name=str(target)).to_html(target)
    assert target.exists()


def test_a_list_of_changes_can_be_read(made: dict[str, Any]) -> None:
    comparison = made["comparison"]
    told = repr([comparison.change("r14")])
    assert "<Change r14 · revised, number_changed · “A total of 1,127 North Koreans" in told
    assert "” → “" in told
    dropped = next(row for row in comparison.ledger if not row.new)
    assert repr(comparison.change(dropped)).endswith("→ –>")
