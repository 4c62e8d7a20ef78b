"""Word documents: outline, notes, lists, tables, tracked changes; and hostile ones."""

from __future__ import annotations

import importlib.util
import zlib
from pathlib import Path

import pytest
from tests.docx_fixture import docx, paragraph, row, run, zipped

import rights_diff as rd
from rights_diff.errors import Encrypted, ReadError, TooLarge, UnsupportedFormat
from rights_diff.model import Document, HintKind
from rights_diff.reading import read
from rights_diff.reading.docx import read_docx
from rights_diff.reading.options import ReadOptions

pytestmark = pytest.mark.needs("docx")

P1 = "The courts stayed shut for most of the year, and judges were not replaced."
P2 = "Fishers who met in the harbour were fined, and two of them were held for nine days."


def told(document: Document, kind: HintKind) -> list[tuple[str, str]]:
    return [(h.span.of(document.text), h.value) for h in document.hints if h.kind == kind]


def of(body: str, options: ReadOptions | None = None, **parts: str) -> Document:
    return read_docx("report.docx", docx(body, **parts), options or ReadOptions())


def test_styles_are_levels() -> None:
    body = (
        paragraph("Tuvalu 2014", "Title")
        + paragraph("Courts 2", "TOC1")
        + paragraph("Courts", "H1")
        + paragraph(P1)
        + paragraph("Judges", "H2")
        + paragraph("Pay", "Outlined")
        + paragraph(P2, "Loop")
        + paragraph("Harbour", "Chapter")
        + paragraph("Nets", properties='<w:outlineLvl w:val="1"/>')
        + paragraph(P1)
        + paragraph("A net on the quay", "Caption")
    )
    document = of(body)
    assert told(document, HintKind.TITLE) == [("Tuvalu 2014", "")]
    assert told(document, HintKind.HEADING) == [
        ("Courts", "1"),
        ("Judges", "2"),
        ("Pay", "3"),
        ("Harbour", "1"),
        ("Nets", "2"),
    ]
    assert told(document, HintKind.FURNITURE) == [
        ("Courts 2", "contents"),
        ("A net on the quay", "caption"),
    ]
    assert document.text.startswith("Tuvalu 2014\n\nCourts 2\n\nCourts\n\nThe courts")
    assert document.told["title"] == "Harbour Watch 2014: Tuvalu"
    assert (document.told["author"], document.told["language"]) == ("A. Fisher", "en-GB")


def test_bold_paragraphs_are_headings_where_no_style_is() -> None:
    body = (
        paragraph("Courts", properties="", bold=True)
        + paragraph(P1)
        + '<w:p><w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>Nets:</w:t></w:r>'
        + f"{run(' ' + P2)}</w:p>"
        + f"<w:p>{run('Boats', bold=True)}{run(': ' + P1)}</w:p>"
        + paragraph("All of this was said in bold type.", bold=True)
    )
    document = of(body)
    assert told(document, HintKind.HEADING) == [("Courts", "1")]
    assert told(document, HintKind.RUN_IN) == [("Nets:", ""), ("Boats:", "")]


def test_lists_are_labelled() -> None:
    def item(text: str, depth: int, number: int = 2) -> str:
        inside = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        return paragraph(text, properties=inside)

    body = paragraph("nets", "Bullets") + paragraph("boats", "Bullets")
    body += item("first", 0) + item("under it", 1) + item("second", 0) + item("under that", 1)
    lines = of(body).text.split("\n")[:6]
    assert lines == [
        "• nets",
        "• boats",
        "1. first",
        "1.a) under it",
        "2. second",
        "2.a) under that",
    ]


def test_rows_of_a_table_are_text_also_where_no_style_tells_headings() -> None:
    table = f"<w:tbl>{row('Year', 'Executions')}{row('2022', '2')}</w:tbl>"
    data = docx(paragraph("Death penalty") + paragraph(P1) + table)
    rows = told(read_docx("report.docx", data, ReadOptions()), HintKind.TABLE_ROW)
    assert [text for text, _ in rows] == ["Year | Executions", "2022 | 2"]


def test_tables_are_rows_and_frames_are_paragraphs() -> None:
    table = f"<w:tbl>{row('Who', 'Held')}{row('Women', '12')}</w:tbl>"
    frame = f"<w:tbl><w:tr><w:tc>{paragraph(P1)}{paragraph(P2)}</w:tc></w:tr></w:tbl>"
    facts = f"<w:tbl>{row('Head of state:', 'Ada Byron')}</w:tbl>"
    text = of(facts + table + frame).text
    assert text == f"Head of state: Ada Byron\n\nWho | Held\n\nWomen | 12\n\n{P1}\n\n{P2}"


def test_notes_stand_at_the_end_under_their_marks() -> None:
    body = (
        f'<w:p>{run("Nobody was tried.")}<w:r><w:footnoteReference w:id="4"/></w:r>'
        f'{run(" Two were freed.")}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>'
        f'<w:p>{run("It rained.")}<w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    )
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph("")}</w:footnote>'
        f'<w:footnote w:id="3">{paragraph("A diary.")}</w:footnote>'
        f'<w:footnote w:id="4">{paragraph("A letter.")}{paragraph("Its answer.")}</w:footnote>'
    )
    ends = f'<w:endnote w:id="2">{paragraph("A poem.")}</w:endnote>'
    document = of(body, footnotes=notes, endnotes=ends)
    assert "Nobody was tried.[1] Two were freed.[i]\n\nIt rained.[2]\n" in document.text
    assert told(document, HintKind.FOOTNOTE) == [
        ("[1] A letter. Its answer.", "1"),
        ("[i] A poem.", "i"),
        ("[2] A diary.", "2"),
    ]


CHANGED = (
    f"<w:p>{run('They held ')}<w:del>{run('nine', tag='delText')}</w:del>"
    f"<w:ins>{run('eleven')}</w:ins>{run(' fishers')}"
    f"<w:moveFrom>{run(' at sea', tag='delText')}</w:moveFrom>{run('.')}</w:p>"
    f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Split ')}</w:p><w:p>{run('line.')}</w:p>"
    f"<w:p><w:pPr><w:pStyle w:val='H1'/><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>"
    f"{run('Nets')}</w:p>"
    f"<w:tbl>{row('a', 'b')}<w:tr><w:trPr><w:ins/></w:trPr><w:tc>{paragraph('new row')}</w:tc>"
    "</w:tr></w:tbl>"
)


def test_tracked_changes_accepted_or_refused() -> None:
    accepted = of(CHANGED)
    assert accepted.text == "They held eleven fishers.\n\nSplit line.\n\nNets\n\na | b\n\nnew row"
    assert told(accepted, HintKind.HEADING) == [("Nets", "1")]
    refused = of(CHANGED, ReadOptions(tracked_changes="refused"))
    assert refused.text == "They held nine fishers at sea.\n\nSplit\n\nline.\n\nNets\n\na | b"
    assert told(refused, HintKind.HEADING) == []
    assert accepted.warnings == ("report.docx: 3 tracked changes were accepted",)
    assert of(paragraph(P1)).warnings == ()


def test_what_is_no_text_stays_out() -> None:
    body = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        "<w:instrText>PAGE</w:instrText></w:r>"
        f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>{run('Seen')}"
        f"<w:r><w:tab/><w:t>too</w:t><w:noBreakHyphen/><w:t>day</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('In a control')}</w:sdtContent></w:sdt>"
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{paragraph('Nets 3')}</w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:drawing><w:txbxContent>{paragraph('In a box')}</w:txbxContent></w:drawing>"
        "</w:r></w:p>"
    )
    comments = f'<w:comment w:id="0">{paragraph("Really?")}</w:comment>'
    document = of(body, comments=comments, header=paragraph("Harbour Watch 2014"))
    assert document.text == "Seen too-day\n\nIn a control\n\nNets 3\n\nIn a box"
    assert told(document, HintKind.FURNITURE) == [("Nets 3", "contents")]
    assert document.told["page_header"] == "Harbour Watch 2014"
    assert document.warnings == ("report.docx: comments were left out (1)",)


def test_a_whole_report(tmp_path: Path) -> None:
    path = tmp_path / "tuvalu.docx"
    body = paragraph("Courts", "H1") + paragraph(P1 + " Some 12 people left.") + paragraph(P2)
    path.write_bytes(docx(paragraph("Tuvalu 2014", "Title") + body))
    report = rd.load(path)
    assert [(s.heading, s.level) for s in report.sections] == [("Courts", 1)]
    assert len(report.sentences) == 3
    assert report.metadata.country == "Tuvalu"
    assert report.metadata.source.media_type.endswith("wordprocessingml.document")


# ---------------------------------------------------------------- hostile and broken

GOOD = docx(paragraph(P1))
LAUGHS = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))


def rejected(tmp_path: Path, data: bytes, name: str = "a.docx", **limits: int) -> ReadError:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read(path, options=ReadOptions(**limits))
    assert str(caught.value).startswith(str(path))
    assert "\n" not in str(caught.value)
    return caught.value


def test_broken_archives(tmp_path: Path) -> None:
    assert "truncated" in str(rejected(tmp_path, GOOD[: len(GOOD) // 2]))
    assert "truncated" in str(rejected(tmp_path, b"PK\x03\x04"))
    assert "not a Word" in str(rejected(tmp_path, zipped({"word/documents.xml": b"<a/>"})))
    assert isinstance(rejected(tmp_path, zipped({"a.txt": b"x"})), UnsupportedFormat)
    nothing = zipped({"word/document.xml": b"<document/>"})
    assert "without a body" in str(rejected(tmp_path, nothing))
    assert "no text" in str(rejected(tmp_path, docx(paragraph(" "))))


def test_bombs(tmp_path: Path) -> None:
    bomb = docx("", raw=b"<a>" + b" " * 70_000_000 + b"</a>")
    assert len(bomb) < 100_000
    assert isinstance(rejected(tmp_path, bomb), TooLarge)
    assert isinstance(rejected(tmp_path, GOOD, max_unpacked=300), TooLarge)
    crowd = zipped({"word/document.xml": b"<a/>", **{f"{i}": b"" for i in range(10_001)}})
    assert isinstance(rejected(tmp_path, crowd), TooLarge)


@pytest.mark.parametrize(
    "raw",
    [
        f'<!DOCTYPE d [<!ENTITY a0 "ha">{LAUGHS}]><d>&a11;</d>'.encode(),
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        b'<!DOCTYPE d [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]><d/>',
        b"<d>" * 5000 + b"</d>" * 5000,
        b"<d>\0</d>",
        b"<d>\xff\xfe</d>",
        b"",
        b"not XML",
    ],
)
def test_hostile_xml(tmp_path: Path, raw: bytes) -> None:
    message = str(rejected(tmp_path, docx("", raw=raw or b" ")))
    assert "word/document.xml" in message


def test_password_and_macros(tmp_path: Path) -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    encrypted = compound + "EncryptedPackage".encode("utf-16-le")
    assert isinstance(rejected(tmp_path, encrypted), Encrypted)
    assert "old Word" in str(rejected(tmp_path, compound))
    macros = zipped({"word/document.xml": b"<a/>", "word/vbaProject.bin": b"x"})
    assert "macros" in str(rejected(tmp_path, macros))
    locked = bytearray(GOOD)
    at = GOOD.index(b"PK\x01\x02")
    while at >= 0:
        locked[at + 8] |= 1
        at = GOOD.find(b"PK\x01\x02", at + 1)
    assert isinstance(rejected(tmp_path, bytes(locked)), Encrypted)


def test_wrong_checksum(tmp_path: Path) -> None:
    words = b"<document><body><p>" + b"no" * 40 + b"</p></body></document>"
    data = bytearray(zipped({"word/document.xml": words}))
    at = data.index(zlib.crc32(words).to_bytes(4, "little"), data.index(b"PK\x01\x02"))
    data[at] ^= 0xFF
    assert "cannot be unpacked" in str(rejected(tmp_path, bytes(data)))


def test_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    error = rejected(tmp_path, GOOD)
    assert isinstance(error, UnsupportedFormat)
    assert 'pip install "rights-diff[docx]"' in str(error)


def test_options_are_checked() -> None:
    with pytest.raises(ValueError, match="accepted or refused"):
        ReadOptions(tracked_changes="perhaps")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="above zero"):
        ReadOptions(max_bytes=0)


def test_properties_and_headers_tell_what_the_text_does_not(tmp_path: Path) -> None:
    path = tmp_path / "final v3.docx"
    header = paragraph("Human Rights Watch World Report 2014")
    path.write_bytes(docx(paragraph("Courts", "H1") + paragraph(P1), header=header))
    metadata = rd.load(path).metadata
    assert metadata.organization == "Human Rights Watch"
    assert metadata.country == "Tuvalu"
    assert (metadata.edition, metadata.covered_years) == ("2014", (2013,))


def test_the_one_heading_above_all_others_is_the_title() -> None:
    body = paragraph("Tuvalu 2014", "H1") + paragraph("Courts", "H2") + paragraph(P1)
    document = of(body + paragraph("Nets", "H2") + paragraph(P2))
    assert told(document, HintKind.TITLE) == [("Tuvalu 2014", "")]
    assert told(document, HintKind.HEADING) == [("Courts", "2"), ("Nets", "2")]
    assert told(of(paragraph("Courts", "H1") + paragraph(P1)), HintKind.TITLE) == []
