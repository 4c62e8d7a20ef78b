"""Exports of real pairs: every value comes back, no cell acts, every quote is found again."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.model import Comparison
from rights_diff.rendering.csv import unguarded
from rights_diff.rendering.quotes import find_quote
from rights_diff.rendering.view.columns import COMPARISON_TABLES
from rights_diff.rendering.view.tables import comparison_table

docx = pytest.importorskip("docx")
pytest.importorskip("pandas")

pytestmark = pytest.mark.real

PAIRS = [
    ("north-korea/amnesty-2017-18.txt", "north-korea/amnesty-2021-22.txt"),
    ("north-korea/amnesty-2017-18.txt", "north-korea/hrw-2019.txt"),
    ("north-korea/amnesty-2009-raw.txt", "north-korea/amnesty-2011.txt"),
    ("north-korea/state-2019.html", "north-korea/state-2020.html"),
    ("state/tonga/2022.html", "state/tonga/2023.html"),
]


@pytest.fixture(scope="module", params=PAIRS, ids=" → ".join)
def comparison(request: pytest.FixtureRequest, reports_dir: Path) -> Comparison:
    old, new = (rd.load(reports_dir / name) for name in request.param)
    return rd.compare(old, new)


@pytest.mark.parametrize("name", COMPARISON_TABLES)
def test_tables_come_back_and_no_cell_starts_a_formula(comparison: Comparison, name: str) -> None:
    table = comparison_table(comparison, name)
    text = comparison.to_csv(table=name)
    lines = list(csv.reader(io.StringIO(text, newline="")))
    assert len(lines) == len(table.rows) + 1 == text.count("\n")
    for line, row in zip(lines[1:], table.rows, strict=True):
        for cell, value, column in zip(line, row, table.columns, strict=True):
            if column.kind == "text":
                assert unguarded(cell) == (value or "")
                assert not re.search(r"(?:^|;)[\s\"]*[=+\-@]", cell)
    assert len(comparison.to_frame(name)) == len(table.rows)


def test_the_word_document_holds_every_changed_claim(comparison: Comparison) -> None:
    document = docx.Document(io.BytesIO(comparison.to_docx()))
    table = next(t for t in document.tables if t.rows[0].cells[0].text == "Section")
    texts = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    ids = {line for cells in texts for line in cells[3].splitlines()}
    changed = [row.id for row in comparison.ledger if row.status != "unchanged" or row.facets]
    assert changed
    assert set(changed) <= ids


def test_every_quote_of_the_data_is_found_again(comparison: Comparison) -> None:
    data = comparison.to_dict()
    for side in ("old", "new"):
        text = data[side]["text"]
        for sentence in data[side]["sentences"]:
            assert find_quote(text, sentence["quote"]) == tuple(sentence["span"])
