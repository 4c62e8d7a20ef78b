"""What a report says acts on nothing: no terminal, no spreadsheet, no page, no file elsewhere."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.cli import main
from rights_diff.rendering.output import write_bytes, write_text

CLEAR = "\x1b[2J\x1b]0;owned\x9c"  # clears the screen and names the window
TURNED = "\u202e"
FORMULA = '=HYPERLINK("http://192.0.2.1/";"Police held 5 men.")'
BODY = f"""Harbour Watch {{year}}

Tuvalu

COURTS {CLEAR}

Police held {{n}} men in {{year}}.{CLEAR} The courts {TURNED}tuhs deyats{TURNED} all year.

{FORMULA}

PRISONS

+1-900 was the number of the only lawyer. @SUM(1;2) was on {{n}} walls in the prison of Funafuti.

-3 degrees were felt in {{n}} cells. <script>alert(1)</script> was written on a wall of the prison.
"""
# What acts on a terminal or turns text round; line ends and tabs aside.
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
FORMULA_START = re.compile(r"^[\s\"']*[=+\-@\uff1d\uff0b\uff0d\uff20]")


@pytest.fixture
def reports(tmp_path: Path) -> list[str]:
    paths = []
    for year, n in ((2014, 12), (2016, 15), (2018, 20)):
        path = tmp_path / f"amnesty-{year}-tuvalu.txt"
        path.write_text(BODY.format(year=year, n=n), encoding="utf-8")
        paths.append(str(path))
    return paths


def commands(reports: list[str]) -> dict[str, list[str]]:
    return {
        "inspect": ["inspect", reports[0]],
        "compare": ["compare", *reports[:2]],
        "timeline": ["timeline", *reports],
    }


def test_the_reports_hold_what_they_threaten_with(reports: list[str]) -> None:
    report = rd.load(reports[0])
    assert CLEAR in report.text
    assert TURNED in report.text
    sentences = [s.span.of(report.text) for s in report.sentences]
    assert any(s.startswith("=HYPERLINK") for s in sentences)
    assert any(s.startswith("@SUM") for s in sentences)


@pytest.mark.parametrize(
    ("command", "kind"),
    [
        *((c, k) for c in ("inspect", "compare") for k in ("text", "markdown", "csv", "json")),
        *(("timeline", k) for k in ("text", "csv", "json")),
    ],
)
def test_nothing_printed_acts_on_the_terminal(
    command: str, kind: str, reports: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*commands(reports)[command], "--format", kind]) == 0
    out, err = capsys.readouterr()
    assert len(out) > 200
    assert not ACTING.search(err)
    # JSON writes the text as it is, escaped, so that offsets count; only ASCII controls act raw
    assert not (
        re.search("[\x00-\x08\x0b-\x1f\x7f]", out) if kind == "json" else ACTING.search(out)
    )


def test_an_explanation_acts_on_no_terminal(
    reports: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    comparison = rd.compare(rd.load(reports[0]), rd.load(reports[1]))
    for row in comparison.ledger:
        assert main(["explain", *reports[:2], row.id]) == 0
        assert not ACTING.search(capsys.readouterr().out)


def tables(reports: list[str]) -> dict[str, str]:
    old, new = rd.load(reports[0]), rd.load(reports[1])
    comparison, line = rd.compare(old, new), rd.timeline([rd.load(path) for path in reports])
    made = {f"report {name}": old.to_csv(table=name) for name in ("sections", "sentences")}
    made |= {
        f"comparison {name}": comparison.to_csv(table=name)
        for name in ("ledger", "figures", "sections")
    }
    return made | {"points": line.to_csv(table="points")}


def test_no_cell_of_any_table_starts_a_formula(reports: list[str]) -> None:
    guarded = 0
    for name, text in tables(reports).items():
        for cells in csv.reader(io.StringIO(text)):
            for cell in cells:
                if re.fullmatch(r"-?\d+(\.\d+)?", cell):
                    continue  # a number of ours, such as a difference
                bare = cell.startswith("'") and FORMULA_START.match(cell[1:])
                guarded += bool(bare)
                assert bare or not FORMULA_START.match(cell), f"{name}: {cell!r}"
    assert guarded >= 6


def test_a_corpus_of_them_is_as_harmless(reports: list[str], tmp_path: Path) -> None:
    out = tmp_path / "site"
    words = ["corpus", *reports, "-o", str(out), "--serial", "--data", "csv"]
    assert main(words) == 0
    tables = sorted(out.rglob("*.csv"))
    assert len(tables) > 3
    for path in tables:
        for cells in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))):
            assert not any(ACTING.search(cell) for cell in cells), path.name
            loose = [c for c in cells if FORMULA_START.match(c) and not c.startswith("'")]
            assert all(re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", c) for c in loose), loose
    pages = sorted(out.rglob("*.html"))
    assert any("HYPERLINK" in page.read_text(encoding="utf-8") for page in pages)
    for page in pages:
        assert "<script>alert" not in page.read_text(encoding="utf-8"), page.name


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_an_output_that_is_a_link_is_replaced_and_never_followed(tmp_path: Path) -> None:
    treasure = tmp_path / "treasure.txt"
    treasure.write_text("mine", encoding="utf-8")
    for n, write in enumerate((lambda p: write_text(p, "new"), lambda p: write_bytes(p, b"new"))):
        link = tmp_path / f"out-{n}.txt"
        link.symlink_to(treasure)
        write(link)
        assert link.read_text(encoding="utf-8") == "new"
        assert not link.is_symlink()
    assert treasure.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize(
    "name", ["data", "data/csv", pytest.param("data/parquet", marks=pytest.mark.needs("parquet"))]
)
def test_no_folder_of_a_site_is_written_through_a_link(
    name: str, reports: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    elsewhere.mkdir()
    kind = name.partition("/")[2] or "csv"
    words = ["corpus", *reports, "-o", str(out), "--serial", "--no-pages"]
    assert main(words) == 0
    shutil.rmtree(out / name, ignore_errors=True)
    (out / name).parent.mkdir(exist_ok=True)
    (out / name).symlink_to(elsewhere)
    assert main([*words, "--data", kind]) == 2
    assert "is a symbolic link" in capsys.readouterr().err
    assert list(elsewhere.iterdir()) == []
