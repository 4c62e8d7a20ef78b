"""Word documents whose parts are wrapped, doubled or gone: each line comes through once."""

from __future__ import annotations

import pytest
from tests.docx_fixture import docx, paragraph, row, run

from rights_diff.reading.docx import read_docx
from rights_diff.reading.docx_styles import figure
from rights_diff.reading.options import ReadOptions

pytestmark = pytest.mark.needs("docx")

P1 = "The courts stayed shut for most of the year, and judges were not replaced."
MARK_GONE = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
BOX = f"<w:txbxContent>{paragraph('In a box')}</w:txbxContent>"
TWO_FORMS = (
    '<w:r><mc:AlternateContent xmlns:mc="urn:mc">'
    f"<mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def wrapped(inside: str) -> str:
    return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def cell(text: str) -> str:
    return f"<w:tc>{paragraph(text)}</w:tc>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph("The last line", properties=MARK_GONE), "The last line"),
        (f"<w:tbl>{wrapped(row('Boats', '9'))}<w:tblPr/></w:tbl>", "Boats | 9"),
        (
            f"<w:tbl><w:customXml><w:tr>{wrapped(cell('Nets'))}{cell('4')}</w:tr></w:customXml>"
            "</w:tbl>",
            "Nets | 4",
        ),
        (f"<w:p>{run('Beside it.')}{TWO_FORMS}</w:p>", "Beside it.\n\nIn a box"),
    ],
)
def test_what_is_wrapped_or_doubled_stands_there_once(body: str, expected: str) -> None:
    document = read_docx("report.docx", docx(paragraph(P1) + body), ReadOptions())
    assert document.text == f"{P1}\n\n{expected}"


def test_a_note_without_words_has_no_line() -> None:
    marks = "".join(f'<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in (2, 3))
    words = {2: "<w:p/>", 3: paragraph("A letter")}
    notes = "".join(f'<w:footnote w:id="{n}">{p}</w:footnote>' for n, p in words.items())
    data = docx(f"<w:p>{run(P1)}{marks}</w:p>", footnotes=notes)
    assert read_docx("report.docx", data, ReadOptions()).text == f"{P1}[1][2]\n\n[2] A letter"


@pytest.mark.parametrize(
    ("number", "kind", "printed"),
    [(0, "lowerRoman", "0"), (-3, "upperLetter", "-3"), (10**9, "upperRoman", str(10**9))],
)
def test_numbers_that_no_list_prints_stay_figures(number: int, kind: str, printed: str) -> None:
    assert figure(number, kind) == printed
