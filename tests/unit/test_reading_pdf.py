"""What is printed becomes text in reading order, with headings, lists, notes and pages."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.pdf_fixture import Page, pdf, wrapped

import rights_diff as rd
from rights_diff.errors import Empty, Encrypted, ReadError, TooLarge, UnsupportedFormat
from rights_diff.model import Document, HintKind
from rights_diff.reading.options import DEFAULTS
from rights_diff.reading.pdf import engine, read_pdf

pytestmark = pytest.mark.needs("pdf")

P1 = "The courts stayed shut for most of the year, and judges were not replaced by anyone."
P2 = (
    "Fishers who met in the harbour were fined, and two of them were held for nine days in "
    "a shed beside the market while their boats lay outside and their nets were sold."
)
P3 = (
    "Harbour masters told the council that wages would be paid before the winter, which was "
    "not done for any of the crews, and the council did not ask about it again."
)


def read(*pages: Page, bookmarks: Sequence[tuple[str, int]] = ()) -> Document:
    return read_pdf("report.pdf", pdf(pages, bookmarks=bookmarks), DEFAULTS)


def told(document: Document, kind: HintKind) -> list[tuple[str, str]]:
    hints = (h for h in document.hints if h.kind == kind)
    return [(h.value, h.span.of(document.text)) for h in hints]


def paragraphs(document: Document) -> list[str]:
    aside = {t for _, t in told(document, HintKind.FURNITURE)}
    return [p for p in document.text.split("\n\n") if p not in aside]


def two_columns(page: Page, left: Sequence[str], right: Sequence[str], y: float = 520) -> None:
    for x, texts in ((40, left), (225, right)):
        at = y
        for n, text in enumerate(texts):
            at = page.column(x, at, wrapped(text, 170), indent=10 if n else 0)


def test_columns_are_read_one_after_the_other_and_paragraphs_run_over_them() -> None:
    page, text = Page(), [P1, P2, P3]
    lines = [line for p in text for line in wrapped(p, 170)]
    starts = {len(wrapped(P1, 170)), len(wrapped(P1, 170)) + len(wrapped(P2, 170))}
    half = len(lines) - 7
    for n, line in enumerate(lines):
        x, y = (40, 520 - 12 * n) if n < half else (225, 520 - 12 * (n - half))
        page.put(x + (10 if n in starts else 0), y, line)
    assert paragraphs(read(page)) == text


def test_a_line_across_both_columns_divides_the_page() -> None:
    page = Page().put(40, 550, "The year in the harbours of the island and on the sea", 14, "bold")
    two_columns(page, [P1, P2], [P3, P1])
    page.column(40, 330, wrapped(P3, 350))
    two_columns(page, [P2, P1], [P3, P2], y=290)
    found = paragraphs(read(page))
    assert found[1:5] == [P1, P2, P3, P1]
    assert found[5] == P3
    assert found[6:] == [P2, P1, P3, P2]


def test_headings_have_levels_by_size_weight_and_slope() -> None:
    page = Page().put(40, 550, "Tuvalu", 22, "bold")
    y = 510.0
    for head, size, font in (
        ("Courts", 13, "bold"),
        ("Harbour courts", 10, "bold"),
        ("At night", 10, "italic"),
    ):
        page.put(40, y, head, size, font)
        y = page.column(40, y - 16, wrapped(P2, 330)) - 12
    assert told(read(page), HintKind.TITLE) == [("", "Tuvalu")]
    assert told(read(page), HintKind.HEADING) == [
        ("2", "Courts"),
        ("3", "Harbour courts"),
        ("4", "At night"),
    ]


def test_a_heading_of_two_lines_is_one_and_a_bold_lead_is_none() -> None:
    page = Page().put(40, 550, "Violence on boats and", 14, "bold")
    page.put(40, 534, "in harbours", 14, "bold")
    y = page.column(40, 510, wrapped(P2, 330), font="bold")
    page.column(40, y - 12, wrapped(P3, 330))
    page.column(40, y - 80, wrapped(P1, 330))
    document = read(page)
    assert told(document, HintKind.HEADING) == [("1", "Violence on boats and in harbours")]
    assert paragraphs(document)[1:] == [P2, P3, P1]


def test_running_heads_page_numbers_and_side_tabs_are_set_aside_with_reasons() -> None:
    pages = []
    for n in range(4):
        page = Page().put(60, 570, "Tuvalu" if n % 2 else "World Book 2014", 8)
        page.put(380, 570, str(16 + n), 8).put(8, 400, "T", 12, "bold").turned(410, 300, "TUVALU")
        y = 520.0
        for text in (P1, P2, P3, P2, P1, P3):
            y = page.column(60, y, wrapped(text, 300)) - 12
        pages.append(page)
    document = read(*pages)
    reasons = {(reason, text) for reason, text in told(document, HintKind.FURNITURE)}
    assert reasons >= {
        ("page_header", "World Book 2014"),
        ("page_header", "Tuvalu"),
        ("page_number", "17"),
        ("side_tab", "T"),
        ("side_text", "TUVALU"),
    }
    assert paragraphs(document) == [P1, P2, P3, P2, P1, P3] * 4
    pages_told = [h for h in document.hints if h.kind == HintKind.PAGE]
    assert [h.value for h in pages_told] == ["1 16", "2 17", "3 18", "4 19"]
    assert "".join(h.span.of(document.text) for h in pages_told) == document.text


def test_a_sentence_that_runs_over_pages_is_whole_and_knows_its_pages(tmp_path: Path) -> None:
    lines = wrapped(f"{P2} {P3}", 300)
    pages = []
    for n, half in enumerate((lines[:4], lines[4:])):
        page = Page().put(60, 20, str(5 + n), 8)
        page.column(60, 300, half)
        pages.append(page)
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf(pages))
    report = rd.load(path)
    assert f"{P2} {P3}" in report.text
    assert [p.number for p in report.pages] == [1, 2]
    first, last = report.sentences[0], report.sentences[-1]
    assert report.page_of(first.span) == report.pages[0]
    assert report.pages[1].span.start < last.span.end


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["It met the govern-", "ment of the harbour."], "It met the government of the harbour."),
        (["It was a night-", "time raid on boats."], "It was a night-time raid on boats."),
        (["They sailed in mid-", "2013 and came home."], "They sailed in mid-2013 and came home."),
    ],
)
def test_torn_words_are_joined(lines: list[str], expected: str) -> None:
    page = Page()
    page.column(40, 500, wrapped("The government met at night, for the first time in a year.", 300))
    page.column(40, 300, lines)
    assert paragraphs(read(page))[1] == expected


def test_drawn_bullets_become_list_items() -> None:
    page = Page()
    y = page.column(40, 500, wrapped(P1, 300))
    for text in (P2, P3):
        page.put(40, y, "n", 8, "symbol")
        y = page.column(52, y, wrapped(text, 300))
    items = told(read(page), HintKind.LIST_ITEM)
    assert items == [("", f"• {P2}"), ("", f"• {P3}")]


def test_tables_are_rows_and_notes_are_notes() -> None:
    page = Page()
    y = page.column(40, 540, wrapped(f"{P1} {P2} {P3}", 300)) - 14
    for row in (("Year", "Fined", "Held"), ("2011", "12", "3"), ("2012", "14", "9")):
        for x, cell in zip((60, 160, 260), row, strict=True):
            page.put(x, y, cell)
        y -= 12
    page.column(40, y - 14, wrapped(P3, 300))
    page.put(40, 60, "1 A paper on nets, which the ministry printed.", 7)
    document = read(page)
    assert "2011 | 12 | 3" in paragraphs(document)
    assert told(document, HintKind.FOOTNOTE) == [
        ("1", "1 A paper on nets, which the ministry printed.")
    ]


def test_a_line_that_was_drawn_apart_is_no_row() -> None:
    page = Page()
    page.column(40, 500, wrapped(P1, 300))
    page.put(40, 476, "It was").put(100, 476, "a long night, and a cold one for all the crews")
    page.column(40, 464, wrapped("that had lost their boats.", 300))
    assert " | " not in read(page).text


def test_fact_boxes_below_a_title() -> None:
    page = Page().put(40, 550, "TUVALU", 20, "bold").put(40, 530, "ISLES OF TUVALU", 9, "bold")
    page.put(40, 515, "Head of state:", 8).put(220, 515, "Ada Byron (replaced", 8, "bold")
    page.put(250, 505, "Grace Hopper in May)", 8, "bold")
    page.put(40, 495, "Population:", 8).put(270, 495, "11,000", 8, "bold")
    y = page.column(40, 460, wrapped(P2, 330))
    page.put(40, y - 12, "Courts", 13, "bold")
    page.column(40, y - 30, wrapped(P3, 330))
    page.column(40, y - 80, wrapped(P1, 330))
    document = read(page)
    assert [text for _, text in told(document, HintKind.FACT)] == [
        "Head of state: Ada Byron (replaced Grace Hopper in May)",
        "Population: 11,000",
    ]
    assert ("title", "ISLES OF TUVALU") in told(document, HintKind.FURNITURE)


def test_run_in_heads() -> None:
    page = Page().put(40, 550, "Courts", 14, "bold")
    y = page.column(40, 530, wrapped(P1, 330)) - 12
    page.put(40, y, "Harbour Law:", 10, "bold")
    page.put(110, y, "it was not", 10)
    page.put(40, y - 12, "applied to any of the boats that came in.", 10)
    page.column(40, y - 48, wrapped(P3, 330))
    assert told(read(page), HintKind.RUN_IN) == [("", "Harbour Law:")]


def test_bookmarks_name_headings() -> None:
    page = Page().put(40, 550, "Courts at sea", 10)
    page.column(40, 520, wrapped(P1, 330))
    page.column(40, 480, wrapped(P3, 330))
    assert told(read(page), HintKind.HEADING) == []
    marked = read(page, bookmarks=[("Courts at Sea", 0)])
    assert told(marked, HintKind.HEADING) == [("1", "Courts at sea")]


# ---------------------------------------------------------------- what cannot be read


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (pdf([Page().put(40, 500, P1)], encrypted=True), Encrypted, "password"),
        (pdf([Page().put(40, 500, P1)])[:500], ReadError, "damaged or truncated"),
        (b"%PDF-1.7\nnothing here", ReadError, "damaged or truncated"),
        (pdf([Page(), Page()], image=True), Empty, "scanned, needs OCR"),
        (pdf([Page()]), Empty, "holds no text"),
    ],
)
def test_what_cannot_be_read(data: bytes, error: type[ReadError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        read_pdf("report.pdf", data, DEFAULTS)
    assert str(caught.value).startswith("report.pdf: ")
    assert "\n" not in str(caught.value)


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf([Page().put(40, 500, P1), Page()])
    with pytest.raises(TooLarge, match="20 characters"):
        read_pdf("report.pdf", data, replace(DEFAULTS, max_characters=20))
    monkeypatch.setattr(engine, "MAX_PAGES", 1)
    with pytest.raises(TooLarge, match="1 pages"):
        read_pdf("report.pdf", data, DEFAULTS)
    monkeypatch.undo()
    monkeypatch.setattr(engine, "MAX_SECONDS", -1.0)
    with pytest.raises(TooLarge, match="seconds"):
        read_pdf("report.pdf", data, DEFAULTS)


def test_pages_of_pictures_and_a_missing_end_are_told() -> None:
    page = Page()
    page.column(40, 500, wrapped(P1, 300))
    data = pdf([page, Page()], image=True)
    assert read_pdf("r.pdf", data, DEFAULTS).warnings == (
        "r.pdf: page 2 of the file hold only pictures, whose words are not read",
    )
    cut = read_pdf("r.pdf", pdf([page]).replace(b"%%EOF", b""), DEFAULTS)
    assert "truncated" in cut.warnings[0]


def test_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(pdf([Page().put(40, 500, P1)]))
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "pypdfium2" else find(name)
    )
    with pytest.raises(UnsupportedFormat, match=r"rights-diff\[pdf\]"):
        rd.load(path)


_PAGE = Page().put(40, 550, "Courts", 14, "bold")
_PAGE.column(40, 530, wrapped(f"{P1} {P2}", 300))
_SOUND = pdf([_PAGE, _PAGE], bookmarks=[("Courts", 0)])


@given(st.lists(st.tuples(st.integers(0, len(_SOUND) - 1), st.binary(max_size=6)), max_size=8))
def test_damaged_files_give_a_document_or_a_read_error(cuts: list[tuple[int, bytes]]) -> None:
    data = bytearray(_SOUND)
    for at, words in cuts:
        data[at : at + len(words)] = words
    try:
        document = read_pdf("r.pdf", bytes(data), DEFAULTS)
    except ReadError:
        return
    assert all(0 <= h.span.start <= h.span.end <= len(document.text) for h in document.hints)


@given(
    st.lists(
        st.tuples(
            st.integers(-50, 450),
            st.integers(-50, 620),
            st.text("abcXYZ .:-•|12", min_size=1, max_size=40),
            st.sampled_from([6, 10, 14, 22]),
            st.sampled_from(["regular", "bold", "italic", "symbol"]),
        ),
        max_size=40,
    )
)
def test_any_page_keeps_its_characters(pieces: list[tuple[int, int, str, int, str]]) -> None:
    page = Page()
    for x, y, text, size, font in pieces:
        page.put(x, y, text, size, font)
    data = pdf([page])
    try:
        document = read_pdf("r.pdf", data, DEFAULTS)
    except Empty:
        return
    with engine.open_pdf("r.pdf", data) as opened:
        (sheet,) = engine.sheets(opened)
    drawn = sum(c.isalnum() for run in sheet.runs for c in run.text)
    written = sum(c.isalnum() for c in document.text)
    assert written == drawn
