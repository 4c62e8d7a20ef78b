"""One file, many reports: where chapters begin, what is left over, and what is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.pdf_fixture import Page, pdf, wrapped

import rights_diff as rd
from rights_diff.cli import main
from rights_diff.errors import RenderError
from rights_diff.model import LeftOver
from rights_diff.reading.contents import contents_of
from rights_diff.rendering.yearbook_files import write_yearbook
from rights_diff.structure.yearbooks import names_country

pytestmark = pytest.mark.needs("pdf")

TEXTS = (
    "The courts stayed shut for most of the year, and judges were not replaced by anyone. ",
    "Fishers who met in the harbour were fined, and two of them were held for nine days. ",
    "Harbour masters told the council that wages would be paid before the next winter. ",
)
COUNTRIES = ("Fiji", "Nauru", "Palau", "Samoa", "Tonga", "Tuvalu", "Vanuatu", "Kiribati", "Peru")
BOOK = "Amnesty International Report 2014"


def chapter(page: Page, title: str, y: float) -> float:
    page.put(60, y, title.upper(), 20, "bold")
    page.put(60, y - 22, "Head of state:", 8).put(200, y - 22, "Ada Byron", 8, "bold")
    y -= 50
    for head in ("Courts", "Fishers"):
        y = page.column(60, y, wrapped(TEXTS[0] + TEXTS[1], 300))
        page.put(60, y - 14, head, 13, "bold")
        y = page.column(60, y - 30, wrapped(TEXTS[2], 300)) - 10
    return y


def yearbook(*, contents: bool = True) -> bytes:
    cover = Page().put(60, 400, BOOK, 24, "bold")
    listed = Page().put(60, 540, "CONTENTS", 16, "bold").put(60, 510, "Foreword/1")
    y = 498.0
    for n, name in enumerate(COUNTRIES):
        listed.put(60, y - 12 * n, f"{name}/{3 + n // 2}")
    listed.put(60, y - 12 * len(COUNTRIES), "Index/8")
    foreword = Page().put(60, 540, "FOREWORD", 20, "bold")
    foreword.column(60, 500, wrapped("".join(TEXTS) * 4, 300))
    pages = [cover, *([listed] if contents else []), foreword, Page().put(60, 500, "Two", 20)]
    first = len(pages)
    for n in range(0, len(COUNTRIES), 2):
        page = Page()
        y = 545.0
        for name in COUNTRIES[n : n + 2]:
            y = chapter(page, name, y) - 20
        pages.append(page)
    index = Page()
    for n in range(12):
        index.put(60, 540 - 12 * n, f"courts {n + 3}, {n + 5}")
    pages.append(index)
    for n, page in enumerate(pages[first:], 3):
        page.put(60, 20, BOOK, 7).put(380, 20, str(n), 7)
    return pdf(pages)


@pytest.fixture(name="path")
def path_fixture(tmp_path: Path) -> Path:
    path = tmp_path / "book.pdf"
    path.write_bytes(yearbook())
    return path


def test_each_country_is_a_report_with_its_pages(path: Path) -> None:
    book = rd.load_all(path)
    assert [r.metadata.country for r in book] == list(COUNTRIES)
    assert book.title == BOOK
    assert {r.metadata.organization for r in book} == {"Amnesty International"}
    assert {(r.metadata.edition, r.metadata.covered_years) for r in book} == {("2014", (2013,))}
    assert dict(book[0].metadata.evidence)["edition"] == "yearbook"
    assert [r.pages[0].printed for r in book] == ["3", "3", "4", "4", "5", "5", "6", "6", "7"]
    assert [s.heading for s in book[3].sections] == [None, "Courts", "Fishers"]
    assert [(f.label, f.value) for f in book[3].facts] == [("Head of state", "Ada Byron")]
    assert all(r.text[:4].isupper() for r in book)
    assert len(book) == len(COUNTRIES)


def test_what_is_no_country_is_left_over_and_told(path: Path) -> None:
    book = rd.load_all(path)
    assert [part.title for part in book.left_over][-1] == "Index"
    assert "FOREWORD" in [part.title for part in book.left_over]
    assert book.left_over[-1].pages == ("8", "8")
    total = sum(len(r.text) for r in book) + sum(p.characters for p in book.left_over)
    whole = len(rd.load(path).text)
    assert 0 <= whole - total <= 4 * (len(book) + len(book.left_over))


def test_headings_alone_tell_the_chapters(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(yearbook(contents=False))
    assert [r.metadata.country for r in rd.load_all(path)] == list(COUNTRIES)


def test_bookmarks_tell_chapters_that_no_type_tells(tmp_path: Path) -> None:
    pages, marks = [], []
    for n, name in enumerate(COUNTRIES):
        page = Page().put(60, 545, name)
        y = page.column(60, 520, wrapped("".join(TEXTS), 300))
        page.put(60, y - 14, "Courts", 13, "bold")
        page.column(60, y - 30, wrapped("".join(TEXTS), 300))
        pages.append(page)
        marks.append((name, n))
    path = tmp_path / "book.pdf"
    path.write_bytes(pdf(pages, bookmarks=marks))
    book = rd.load_all(path)
    assert [r.metadata.country for r in book] == list(COUNTRIES)
    assert [s.heading for s in book[4].sections] == [None, "Courts"]


def test_a_single_report_is_itself_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "tuvalu-2014.pdf"
    page = Page()
    chapter(page, "Tuvalu", 545)
    path.write_bytes(pdf([page]))
    book = rd.load_all(path)
    assert [r.metadata.country for r in book] == ["Tuvalu"]
    assert "read as one report" in book.warnings[0]
    assert "1 reports, 0 other parts" in repr(book)


def test_arguments_win_over_the_book(path: Path) -> None:
    book = rd.load_all(path, organization="Harbour Watch", edition="9", covered_years=[2001])
    m = book[0].metadata
    assert (m.organization, m.edition, m.covered_years) == ("Harbour Watch", "9", (2001,))


def test_contents_lists_in_several_forms() -> None:
    rows = {
        "slash": "\n".join(f"{c}/{n}" for n, c in enumerate(COUNTRIES, 5)),
        "leaders": "\n".join(f"{c} ........ {n}" for n, c in enumerate(COUNTRIES, 5)),
        "cells": "\n\n".join(f"{c} | {n}" for n, c in enumerate(COUNTRIES, 5)),
        "blank": "\n".join(f"{c} {n}" for n, c in enumerate(COUNTRIES, 5)),
    }
    for text in rows.values():
        entries = contents_of(text, names_country)
        assert [(e.title, e.page) for e in entries] == [(c, n) for n, c in enumerate(COUNTRIES, 5)]
    assert contents_of("Tuvalu 3\nSome words.\n", names_country) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("TUVALU", True),
        ("Morocco/Western Sahara", True),
        ("Korea (Republic of)", True),
        ("Israel and the Occupied Palestinian Territories", True),
        ("Africa regional overview", False),
        ("Abuses by armed groups in Mali", False),
    ],
)
def test_titles_that_name_countries(title: str, expected: bool) -> None:
    assert names_country(title) is expected


def test_left_over_parts_speak_plainly() -> None:
    part = LeftOver(title="", pages=("[1]", "[1]"), characters=1200)
    assert part.sentence() == (
        "left out: what stands before the first heading, page [1] (1,200 characters)"
    )


def test_split_writes_a_text_and_a_json_for_each(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "deep" / "chapters"
    assert main(["split", str(path), "-o", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert out == f"wrote 9 reports to {folder}\n"
    assert "left out: Index, page 8" in err
    names = sorted(p.name for p in folder.iterdir())
    assert len(names) == 2 * len(COUNTRIES)
    assert "amnesty-international-2014-tuvalu.json" in names
    text = (folder / "amnesty-international-2014-tuvalu.txt").read_text(encoding="utf-8")
    data = json.loads((folder / "amnesty-international-2014-tuvalu.json").read_text("utf-8"))
    assert data["text"].rstrip() == text.rstrip()
    assert data["pages"][0]["printed"] == "5"
    assert main(["split", str(path), "-o", str(folder)]) == 2
    assert "give --force" in capsys.readouterr().err
    assert main(["split", str(path), "-o", str(folder), "--force"]) == 0


def test_nothing_is_written_over_and_names_are_kept_apart(path: Path, tmp_path: Path) -> None:
    book = rd.load_all(path)
    twice = rd.Yearbook(reports=(book[0], book[0]))
    names = [p.name for p in write_yearbook(twice, tmp_path / "out")]
    assert names[::2] == [
        "amnesty-international-2014-fiji.txt",
        "amnesty-international-2014-fiji-2.txt",
    ]
    file = tmp_path / "file"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(RenderError, match="cannot be made"):
        write_yearbook(book, file)
