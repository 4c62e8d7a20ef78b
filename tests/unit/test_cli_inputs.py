"""What the commands make of what they are given: no file is lost, no book taken for a country."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.corpus_fixture import COUNTRIES, chapter, yearbook_text

import rights_diff as rd
from rights_diff import samples
from rights_diff.cli import main

PAIR = [samples.OLD, samples.NEW]
OLD = "Prisons\n\nGuards beat 12 prisoners in the north.\n\nThe harbour was shut.\n"
NEW = OLD.replace("12", "15")


@pytest.fixture(name="here")
def here_fixture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.txt").write_text(OLD, "utf-8")
    (tmp_path / "new.txt").write_text(NEW, "utf-8")
    return tmp_path


def test_a_manifest_is_not_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = here / "m.csv"
    manifest.write_text("file,country\nold.txt,Fiji\nnew.txt,Fiji\n", "utf-8")
    before = manifest.read_bytes()
    for command in (["compare"], ["timeline"]):
        told = [*command, "old.txt", "new.txt", "--manifest", "m.csv", "-o", "m.csv"]
        assert main([*told, "--format", "csv"]) == 2
        assert capsys.readouterr().err == "rights-diff: m.csv: would overwrite the manifest\n"
    assert manifest.read_bytes() == before


@pytest.mark.parametrize("command", ["inspect", "compare", "explain", "timeline"])
def test_a_report_under_another_name_is_not_written_over(
    command: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.link(here / "old.txt", here / "other.txt")
    reports = ["old.txt"] if command == "inspect" else ["old.txt", "new.txt"]
    row = ["r1"] if command == "explain" else []
    assert main([command, *reports, *row, "-o", "other.txt"]) == 2
    assert "other.txt: would overwrite a report that is being read" in capsys.readouterr().err
    assert (here / "old.txt").read_text("utf-8") == OLD


def test_a_review_is_not_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "review.json").write_text("{}", "utf-8")
    command = ["compare", "old.txt", "new.txt", "--review", "review.json", "-o", "review.json"]
    assert main(command) == 2
    assert capsys.readouterr().err == "rights-diff: review.json: would overwrite the review\n"


def test_a_row_may_be_named_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", *PAIR, "r25"]) == 0
    full = capsys.readouterr().out
    assert main(["explain", *PAIR, "25"]) == 0
    assert capsys.readouterr().out == full


# ---------------------------------------------------------------- one organization or two


@pytest.mark.usefixtures("here")
def test_one_side_without_an_organization_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    years = ["--old-covered-year", "2011", "--new-covered-year", "2013"]
    command = ["compare", "old.txt", "new.txt", *years]
    assert main([*command, "--old-organization", "Amnesty International"]) == 0
    assert capsys.readouterr().err == (
        "rights-diff: note: new.txt: does not say which organization wrote it, so it is compared "
        "as if another had; if not, give --new-organization\n"
    )
    both = ["--old-organization", "Amnesty International", "--new-organization", "Amnesty"]
    for named in ([], both):
        assert main([*command, *named]) == 0
        assert capsys.readouterr().err == ""


# ---------------------------------------------------------------- a country of a yearbook


@pytest.fixture(name="book")
def book_fixture(here: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("rights_diff.structure.yearbooks.LONGEST_REPORT", 1_000)
    (here / "yearbook.md").write_text(yearbook_text(2012), "utf-8")
    return "yearbook.md"


def test_the_chapter_on_a_country_is_what_is_compared(book: str) -> None:
    for country in COUNTRIES:
        report = rd.load(book, country=country)
        (same,) = (r for r in rd.load_all(book).reports if r.metadata.country == country)
        assert report.text == same.text
        assert report.sentences == same.sentences
        assert report.metadata.organization == same.metadata.organization
        assert report.metadata.covered_years == same.metadata.covered_years
        assert not any("many countries" in note for note in report.warnings)


def test_a_country_that_the_book_has_not_is_refused(
    book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", "old.txt", book, "--country", "Iceland"]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "rights-diff: yearbook.md: holds the reports of many countries, and no chapter is headed "
        "Iceland"
    ]


def test_a_whole_book_that_does_not_compare_is_called_one(
    book: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "tuvalu.txt").write_text(chapter(COUNTRIES[-1], 2013, 1), "utf-8")
    main(["compare", book, "tuvalu.txt"])
    assert "yearbook.md: holds the reports of many countries; name one" in capsys.readouterr().err


# ---------------------------------------------------------------- split: all or none


def test_a_split_that_cannot_end_leaves_everything_as_it_was(
    book: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["split", book, "-o", "out"]) == 0
    files = sorted((here / "out").iterdir())
    for path in files[:-1]:
        path.write_text("mine", "utf-8")
    files[-1].unlink()
    files[-1].mkdir()
    capsys.readouterr()
    assert main(["split", book, "-o", "out", "--force"]) == 2
    assert "is a folder, not a file to write" in capsys.readouterr().err
    assert sorted((here / "out").iterdir()) == files
    assert {path.read_text("utf-8") for path in files[:-1]} == {"mine"}


def test_ctrl_c_in_a_split_leaves_nothing(
    book: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []
    usual = rd.model.Report.to_json

    def to_json(report: rd.model.Report) -> str:
        asked.append(report)
        if len(asked) == 2:
            raise KeyboardInterrupt
        return usual(report)

    monkeypatch.setattr(rd.model.Report, "to_json", to_json)
    assert main(["split", book, "-o", "out"]) == 130
    assert "nothing was written" in capsys.readouterr().err
    assert list((here / "out").iterdir()) == []


def test_a_split_does_not_write_over_its_book(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["split", "old.txt", "-o", "out"]) == 0
    (made,) = (here / "out").glob("*.txt")
    made.write_text(OLD, "utf-8")
    capsys.readouterr()
    assert main(["split", str(made), "-o", "out", "--force"]) == 2
    assert "would overwrite a report that was read" in capsys.readouterr().err
    assert made.read_text("utf-8") == OLD
