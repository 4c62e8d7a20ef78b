"""Lists of visits, yearbooks taken for one report, moved claims in Word, and broken reports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.corpus_fixture import write_corpus, yearbook_text
from tests.rendering_fixture import make

import rights_diff as rd
from rights_diff.errors import RenderError
from rights_diff.model import Span
from rights_diff.testing import check_report

CHAPTER = """Amnesty International Report {year}: Cuba

Courts

{courts}

Amnesty International visits/reports

Nets and boats of {year} (AMR 25/001/{year})
"""
SHUT = "The courts stayed shut for most of the year, and judges were not replaced."
OPEN = "The courts stayed open for most of the year, and judges were not replaced."


def test_a_list_of_visits_is_in_no_row_and_not_on_the_map() -> None:
    old, new = (
        rd.parse(CHAPTER.format(year=year, courts=courts), country="Cuba")
        for year, courts in ((2012, SHUT), (2013, OPEN))
    )
    assert [s.kind.value for s in old.sections] == ["body", "related_items"]
    comparison = rd.compare(old, new)
    assert [(len(row.old), len(row.new)) for row in comparison.ledger] == [(1, 1)]
    drawn = comparison.to_html().partition('<figure class="map">')[2].partition("</figure>")[0]
    assert "Courts" in drawn
    assert "visits" not in drawn


def test_a_whole_yearbook_read_as_one_report_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rights_diff.structure.yearbooks.LONGEST_REPORT", 1_000)
    path = tmp_path / "yearbook.md"
    path.write_text(yearbook_text(2012), "utf-8")
    assert "holds the reports of many countries; name one" in " ".join(rd.load(path).warnings)
    path.write_text(yearbook_text(2012, ["Fiji"]) * 2, "utf-8")
    assert "many countries" not in " ".join(rd.load(path).warnings)


def test_a_data_set_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(RenderError, match="a data set is written to a folder: name the output"):
        rd.compare_corpus(write_corpus(tmp_path / "reports"), data=["sqlite"])


@pytest.mark.needs("docx")
def test_word_says_where_a_moved_claim_went(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    path = tmp_path / "changes.docx"
    make().to_docx(path)
    cells = [c.text for t in docx.Document(str(path)).tables for row in t.rows for c in row.cells]
    assert any("now under “Freedom of movement” (r10)" in text for text in cells)


def test_stretches_that_cross_break_the_law() -> None:
    report = rd.parse(CHAPTER.format(year=2012, courts=SHUT), country="Cuba")
    check_report(report)
    heading = report.sections[0].heading_span
    assert heading
    crossing = replace(report.sections[0], heading_span=Span(heading.start, heading.end + 9))
    with pytest.raises(AssertionError, match="crosses"):
        check_report(replace(report, sections=(crossing, *report.sections[1:])))
