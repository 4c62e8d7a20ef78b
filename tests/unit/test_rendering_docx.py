"""The comparison as a Word document, read back: every quote, every mark, the same bytes."""

from __future__ import annotations

import csv
import io
import re
import sys
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.extras_fixture import needed
from tests.rendering_fixture import make

import rights_diff as rd
from rights_diff.cli import main
from rights_diff.model import Comparison, ComparisonKind, Page, Span
from rights_diff.rendering.view import comparison_view
from rights_diff.rendering.view.records import Row

pytestmark = pytest.mark.needs("docx")
docx = needed("docx", "docx")


HEAD = ["Section", "2017/18", "2021/22", "Kind of change"]


def opened(comparison: Comparison) -> Any:
    return docx.Document(io.BytesIO(comparison.to_docx()))


def the_table(document: Any) -> Any:
    found = [t for t in document.tables if [c.text for c in t.rows[0].cells] == HEAD]
    assert len(found) == 1
    return found[0]


def rows_by_id(document: Any) -> dict[str, list[Any]]:
    """Cells of the comparative table by the row number at the end of the last one."""
    return {
        cells[3].paragraphs[-1].text: cells
        for cells in (list(row.cells) for row in the_table(document).rows[1:])
    }


def words(text: str) -> str:
    return " ".join(text.split())


def quoted(cell: Any) -> str:
    return words(cell.paragraphs[0].text)


def marked(cell: Any, mark: str) -> list[str]:
    return [run.text for run in cell.paragraphs[0].runs if getattr(run.font, mark)]


def test_every_claim_stands_in_the_table_with_both_quotes() -> None:
    for comparison in (make(), rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))):
        found = rows_by_id(opened(comparison))
        views = {
            row.id: row
            for group in comparison_view(comparison).groups
            for entry in group.entries
            for row in ([entry] if isinstance(entry, Row) else [])
        }
        assert views
        for name, row in views.items():
            _, old, new, change = found[name]
            same = row.new if row.shape == "same" else row.old
            assert quoted(old) == (words("".join(p.text for p in same)) or "–")
            assert quoted(new) == (words("".join(p.text for p in row.new)) or "–")
            assert all(tag.label in change.text for tag in row.tags)
        alone = [r for r in comparison.ledger if not r.old or not r.new]
        assert all(quoted(found[r.id][1 if r.new else 2]) == "–" for r in alone)


def test_insertions_are_underlined_and_deletions_struck() -> None:
    section, old, new, change = rows_by_id(opened(make()))["r3"]
    assert section.text == "Opening"
    assert marked(old, "strike") == ["Limits on", "stayed severe"]
    assert marked(new, "underline") == ["Free", "was non-existent"]
    assert marked(old, "underline") == marked(new, "strike") == []
    assert [p.text for p in change.paragraphs] == ["Stronger: severe → non-existent", "r3"]


def test_each_row_names_its_section_in_either_outline() -> None:
    found = rows_by_id(opened(make()))
    assert found["r10"][0].text == "Religion → Freedom of movement"
    assert found["r11"][0].text.splitlines() == [
        "Detention → Detention and forced labour",
        "merged",
    ]
    assert found["r12"][0].text == "Detention → Detention and forced labour"
    assert found["r14"][0].text == "Detention"


def test_long_unchanged_runs_are_counted_across_both_columns() -> None:
    cells = rows_by_id(opened(make()))["r6–r8"]
    assert cells[1].text == cells[2].text == "3 sentences unchanged"
    assert cells[1]._tc is cells[2]._tc


def test_near_misses_unsure_pairs_and_retold_claims_are_said() -> None:
    made = make()
    ledger = tuple(replace(r, score=0.4) if r.id == "r3" else r for r in made.ledger)
    found = rows_by_id(opened(replace(made, ledger=ledger)))
    assert "Possibly: r6 (0.31), r7 (0.22)" in found["r5"][3].text
    assert "Unsure pair (0.40 of 1)" in found["r3"][3].text


def test_the_sheet_lies_on_its_side_and_its_header_row_repeats() -> None:
    document = opened(make())
    page = document.sections[0]
    assert page.page_width > page.page_height
    table = the_table(document)
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    assert not table.rows[1]._tr.trPr.xpath("w:tblHeader")
    assert all(row._tr.trPr.xpath("w:cantSplit") for row in table.rows)
    room = page.page_width - page.left_margin - page.right_margin
    for any_table in document.tables:
        assert abs(sum(column.width for column in any_table.columns) - room) <= 360_000 / 10


def test_the_title_block_names_both_sources_in_full() -> None:
    comparison = make()
    document = opened(comparison)
    assert document.paragraphs[0].text == "Zembla: What changed from 2017/18 to 2021/22"
    block = {row.cells[0].text: [c.text for c in row.cells[1:]] for row in document.tables[0].rows}
    assert block["Organization"] == ["Northern Rights Monitor"] * 2
    assert block["Covers"] == ["2017", "2021"]
    assert block["Source"] == [
        "zembla-2017-18.txt (text/plain)",
        "https://monitor.example/zembla?a=1&b=2 (text/html)",
    ]
    sides = comparison.old, comparison.new
    assert block["SHA-256 of the source"] == [r.metadata.source.sha256 for r in sides]
    assert (
        document.sections[0]
        .footer.paragraphs[0]
        .text.startswith(f"Made by rights-diff {rd.__version__}. Check the quotes")
    )
    assert document.sections[0].header.paragraphs[0].text == "Zembla · 2017/18 → 2021/22"


def test_counts_figures_facts_attention_and_what_was_set_aside_are_there() -> None:
    document = opened(make())
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [
        "At a glance",
        "Figures",
        "Figures that are or may be the same",
        "The comparison",
        "Facts and notes",
        "Attention: words in every thousand (in all)",
        "Notes",
    ]
    cells = [[c.text for c in row.cells] for table in document.tables for row in table.rows]
    assert ["Population", "2.1 million", "2.2 million", "Revised (+100,000, +4.8%)"] in cells
    workers = next(c for c in cells if c[-1] == "r15")
    assert workers[1:5] == ["about 3,000", "about 2,400", "−600", "−20%"]
    texts = [p.text for p in document.paragraphs]
    assert "The two outlines have little in common." in texts
    assert any(t.endswith("1 × navigation, 1 × title") for t in texts)
    caution = "That a claim is no longer reported does not say that things got better."
    assert any(text.startswith(caution) for text in texts)


def test_the_same_comparison_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = make().to_docx()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert make().to_docx() == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name]
        everything = b"".join(parts.read(name) for name in parts.namelist())
    assert re.search(rb"20(?:1[3-9]|[2-9]\d)-\d\d-\d\dT", everything) is None
    properties = opened(make()).core_properties
    assert properties.title == "Zembla: what changed from 2017/18 to 2021/22"
    assert properties.author == f"rights-diff {rd.__version__}"


def test_hostile_text_stays_text() -> None:
    made = make()
    span = made.old.sentences[0].span
    bad = "\x00\x08\x0b\x0c\x1b\ufffe\uffff\ud800 <w:p/> ]]> &x; \u202e"
    text = made.old.text[: span.start] + bad.ljust(span.length) + made.old.text[span.end :]
    comparison = replace(made, old=replace(made.old, text=text))
    found = rows_by_id(opened(comparison))
    assert "<w:p/> ]]> &x; ⟦U+202E⟧" in quoted(found["r1"][1])
    assert "⟦U+0000⟧⟦U+0008⟧⟦U+000B⟧ ⟦U+001B⟧\ufffd\ufffd⟦U+D800⟧" in quoted(found["r1"][1])
    assert "<script>alert('x')</script> {{ 7 * 7 }}" in quoted(found["r17"][2])
    with zipfile.ZipFile(io.BytesIO(comparison.to_docx())) as parts:
        links = b"".join(parts.read(n) for n in parts.namelist() if n.endswith(".rels"))
    assert b"External" not in links


def test_our_own_reader_reads_it(tmp_path: Path) -> None:
    target = tmp_path / "table.docx"
    make().to_docx(target)
    assert target.read_bytes() == make().to_docx()
    report = rd.load(target, organization="Someone", country="Cuba")
    assert "Guards along the coast were doubled and new fences went up." in report.text
    assert "Up to 9,000 people were believed to be held" in report.text


def test_the_command_line_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "table.docx"
    assert main(["demo", "-o", str(target)]) == 0
    assert capsys.readouterr().out == f"wrote {target}\n"
    assert "North Korea: What changed" in docx.Document(str(target)).paragraphs[0].text


def test_what_cannot_be_a_word_document_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--format", "docx"]) == 2
    assert "name a file with -o" in capsys.readouterr().err
    target = tmp_path / "report.docx"
    assert main(["inspect", rd.samples.OLD, "-o", str(target)]) == 2
    assert "only a comparison can be written as a Word document" in capsys.readouterr().err
    assert not target.exists()


def test_without_python_docx_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(rd.RenderError, match=r'pip install "rights-diff\[docx\]"'):
        make().to_docx()


def test_across_organizations_nothing_is_old_or_new() -> None:
    document = opened(replace(make(), kind=ComparisonKind.CROSS_ORGANIZATION))
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert ["Section", "2017/18", "2021/22", "Who says it"] in heads
    legend = next(p.text for p in document.paragraphs if "on the left" in p.text)
    assert legend.startswith("2017/18 on the left, 2021/22 on the right. Words that only one")
    assert "deleted" not in legend


def test_quotes_of_printed_reports_name_their_page() -> None:
    made = make()
    middle = made.old.sections[2].span.start
    pages = (
        Page(number=1, printed="xii", span=Span(0, middle)),
        Page(number=2, span=Span(middle, len(made.old.text))),
    )
    printed = replace(made, old=replace(made.old, pages=pages))
    found = rows_by_id(opened(printed))
    assert found["r5"][1].paragraphs[-1].text == "p. xii"
    assert found["r14"][1].paragraphs[-1].text == "page 2 of the file"
    lines = {line["id"]: line for line in csv.DictReader(io.StringIO(printed.to_csv()))}
    assert (lines["r5"]["old_page"], lines["r5"]["new_page"]) == ("p. xii", "")
    sentences = csv.DictReader(io.StringIO(printed.old.to_csv(table="sentences")))
    assert {line["id"]: line["page"] for line in sentences}["s3.4"] == "page 2 of the file"
