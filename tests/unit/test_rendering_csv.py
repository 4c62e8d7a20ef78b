"""Tables as CSV: safe in a spreadsheet, the same values back, stable columns."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rendering_fixture import make

import rights_diff as rd
from rights_diff.cli import main
from rights_diff.model import Comparison
from rights_diff.rendering.csv import guarded, unguarded
from rights_diff.rendering.view.columns import COMPARISON_TABLES, REPORT_TABLES, TableShape
from rights_diff.rendering.view.report_tables import report_table
from rights_diff.rendering.view.tables import comparison_table

TRIGGERS = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def lines_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def with_words(old_words: str) -> Comparison:
    """The comparison made by hand, its first sentence replaced by words of the same length."""
    made = make()
    span = made.old.sentences[0].span
    words = old_words.ljust(span.length)[: span.length]
    text = made.old.text[: span.start] + words + made.old.text[span.end :]
    return replace(made, old=replace(made.old, text=text))


@pytest.mark.parametrize("name", COMPARISON_TABLES)
def test_every_value_comes_back(name: str) -> None:
    samples = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    for comparison in (make(), samples):
        table = comparison_table(comparison, name)
        assert table.rows or name == "dates"
        read = lines_of(comparison.to_csv(table=name))
        assert len(read) == len(table.rows)
        for line, row in zip(read, table.rows, strict=True):
            for column, value in zip(table.columns, row, strict=True):
                cell = line[column.name]
                if value is None:
                    assert cell == ""
                elif isinstance(value, bool):
                    assert cell == str(value).lower()
                elif isinstance(value, str):
                    assert unguarded(cell) == value
                else:
                    assert float(cell) == value


@pytest.mark.parametrize("name", REPORT_TABLES)
def test_a_report_has_its_tables_too(name: str) -> None:
    report = rd.load(rd.samples.NEW)
    read = lines_of(report.to_csv(table=name))
    assert len(read) == len(report_table(report, name).rows) == len(getattr(report, name))
    for line in read:
        start, end = int(line["start"]), int(line["end"])
        assert " ".join(report.text[start:end].split()) == unguarded(line["text"])


def test_the_ledger_holds_every_sentence_once_in_its_own_words() -> None:
    comparison = make()
    read = lines_of(comparison.to_csv())
    for side in ("old", "new"):
        report = getattr(comparison, side)
        ids = [i for line in read for i in line[f"{side}_sentences"].split("|") if i]
        assert sorted(ids) == sorted(s.id for s in report.sentences)
        for line in read:
            if "|" not in line[f"{side}_sentences"] and line[f"{side}_sentences"]:
                words = report.sentence(line[f"{side}_sentences"]).span.of(report.text)
                assert line[side].split()[0] == words.split()[0]
    softened = next(line for line in read if line["id"] == "r2")
    assert softened["status"] == "revised"
    assert softened["facets"] == "number_agrees|softened"
    assert softened["change"] == "Figures agree (up to 9,000); Softer (now “believed to be”)"
    assert softened["old_section"] == "Opening"


def test_a_claim_on_one_side_has_no_score_but_its_nearest_miss() -> None:
    line = next(line for line in lines_of(make().to_csv()) if line["id"] == "r5")
    assert (line["score"], line["new"], line["unsure"]) == ("", "", "false")
    assert (line["possibly"], line["possibly_score"]) == ("r6", "0.31")


def test_figures_keep_bounds_apart_from_values() -> None:
    lines = {line["row"]: line for line in lines_of(make().to_csv(table="figures"))}
    assert (lines["r4"]["old_value"], lines["r4"]["new_value"]) == ("1204", "")
    assert lines["r4"]["new_low"] == "57"
    assert lines["r4"]["new_figure"] == "at least 57"
    assert lines["r4"]["absolute"] == ""
    differences = [line["absolute"] for line in lines_of(make().to_csv(table="figures"))]
    assert "-600" in differences  # a plain minus: a number, not a text


def test_sections_of_one_report_alone_are_listed() -> None:
    lines = lines_of(make().to_csv(table="sections"))
    found = {line["id"]: line["relation"] for line in lines}
    assert found == {
        "s1:s1": "same",
        "s2:s2": "same",
        "s3|s4:s4": "merged",
        "s5:": "dropped",
        ":s5": "added",
    }


@pytest.mark.parametrize(
    "words",
    [
        "=HYPERLINK(1)",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\uff1d1+1",
        '"=1+1"',
        "' =1+1",
        "see;=1+1;-2",
        'see;"=1+1',
    ],
)
def test_no_cell_starts_a_formula(words: str) -> None:
    text = with_words(words).to_csv()
    read = lines_of(text)
    assert unguarded(read[0]["old"]) == " ".join(words.split())
    for line in csv.reader(io.StringIO(text, newline="")):
        for cell in line:
            parts = [part.lstrip(" \"'") if part[:1] != "'" else "" for part in cell.split(";")]
            assert not [part for part in parts if part.startswith(TRIGGERS)]


def test_words_that_start_no_formula_stay_as_they_are() -> None:
    for words in ("Nothing; then – nothing", "a = b", "It’s 5 - 3", "… and so on", "'quoted'"):
        assert guarded(words) == words


@given(st.text(alphabet="=+-@;'\" ab\uff1d\t", max_size=40))
def test_guarding_can_be_taken_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet="=+-@;'\" ab\uff1d", max_size=40))
def test_a_guarded_text_starts_no_formula(text: str) -> None:
    for part in guarded(text).split(";"):
        assert not re.match(r"[\s\"]*[=+\-@\uff1d]", part)


def test_breaks_and_controls_of_a_text_break_no_line() -> None:
    words = 'a\nb\r\nc\x0bd\x0ce\x85f\u2028g\u2029h,"i"\x00\x1b[31mj\u202ek'
    text = with_words(words).to_csv()
    assert len(text.splitlines()) == text.count("\n") == 1 + len(make().ledger)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", text)
    assert lines_of(text)[0]["old"].startswith("a b c")


def test_files_begin_with_a_byte_order_mark_and_nothing_else_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    target = tmp_path / "ledger.csv"
    comparison.to_csv(target)
    text = comparison.to_csv()
    assert text.startswith("id,")
    assert target.read_bytes() == b"\xef\xbb\xbf" + text.encode()
    assert main(["compare", rd.samples.OLD, rd.samples.NEW, "--format", "csv"]) == 0
    assert capsys.readouterr().out == text


def test_the_same_comparison_gives_the_same_text() -> None:
    assert make().to_csv() == make().to_csv()


def test_an_unknown_table_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(rd.RenderError, match=r"there is no table 'rows': choose ledger, figures"):
        make().to_csv(table="rows")
    target = tmp_path / "rows.csv"
    arguments = ["inspect", rd.samples.OLD, "-o", str(target), "--table", "ledger"]
    assert main(arguments) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said == (
        "rights-diff: there is no table 'ledger': choose sections, sentences, quantities, dates"
    )
    assert not target.exists()


def test_the_command_line_writes_the_table_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "figures.csv"
    arguments = ["compare", rd.samples.OLD, rd.samples.NEW, "-o", str(target)]
    assert main([*arguments, "--table", "figures"]) == 0
    assert capsys.readouterr().out == f"wrote {target}\n"
    read = lines_of(target.read_text("utf-8-sig"))
    assert {"old_figure", "new_figure", "percent"} <= set(read[0])
    assert main(["inspect", rd.samples.OLD, "--table", "quantities"]) == 0
    assert capsys.readouterr().out.startswith("id,text,kind,value,")


def test_a_table_is_for_csv_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--format", "html", "--table", "ledger"]) == 2
    assert "--table is for CSV only, not for html" in capsys.readouterr().err


def documented() -> dict[str, dict[str, list[list[str]]]]:
    """The tables of docs/exports.md: heading, name, lines of cells."""
    text = (Path(__file__).parents[2] / "docs" / "exports.md").read_text("utf-8")
    found: dict[str, dict[str, list[list[str]]]] = {}
    for part in text.split("\n## ")[1:]:
        head, *tables = part.split("\n### ")
        found[head.partition("\n")[0]] = {
            table.partition("\n")[0]: [
                line.strip("|").strip().split(" | ")
                for line in table.splitlines()
                if line.startswith("| `")
            ]
            for table in tables
        }
    return found


@pytest.mark.parametrize(
    ("heading", "shapes"),
    [("Tables of a comparison", COMPARISON_TABLES), ("Tables of a report", REPORT_TABLES)],
)
def test_the_documentation_lists_every_column(heading: str, shapes: dict[str, TableShape]) -> None:
    """Where this fails, change docs/exports.md; a column that goes or is renamed breaks users."""
    tables = documented()[heading]
    assert list(tables) == list(shapes)
    for name, shape in shapes.items():
        assert [[line[0], line[-1]] for line in tables[name]] == [
            [f"`{column.name}`", column.about] for column in shape.columns
        ]
        for line, column in zip(tables[name], shape.columns, strict=True):
            assert re.findall("`([^`]+)`", line[1]) == list(column.choices)
