"""Lines that are seldom set so: facts that are none, numbered headings, odd ends of sentences."""

from __future__ import annotations

import pytest
from tests.pdf_fixture import Page, pdf, wrapped

import rights_diff as rd
from rights_diff.model import HintKind
from rights_diff.reading.options import ReadOptions
from rights_diff.reading.pdf import read_pdf
from rights_diff.structure.facts import split_fact
from rights_diff.structure.levels import level_headings

COURTS = "The courts stayed shut for most of the year, and judges were not replaced."
NETS = "Inspectors took the nets of forty families, who had none of them back by November."
RADIO = "The only radio station read its news from sheets that the ministry had stamped."


@pytest.mark.parametrize(
    ("line", "fact"),
    [
        ("Head of state: Ana Vee", ("Head of state", "Ana Vee")),
        ("Harbour chief: Ana Vee", ("Harbour chief", "Ana Vee")),
        ("Head of state: Death penalty:", None),  # two labels, torn from their values
        ("Harbour chief: Ana Vee came.", None),
        ("Harbour chief: Ana: Vee", None),
        ("Chief of the harbour guard of all the islands of the north: Ana Vee", None),
    ],
)
def test_a_line_of_facts_has_one_short_label(line: str, fact: tuple[str, str] | None) -> None:
    assert split_fact(line) == fact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It rained in May. (Harbour Board, 2014). The pier stood empty.",
            ["It rained in May. (Harbour Board, 2014).", "The pier stood empty."],
        ),
        (
            "Guards read annexes H and I. The pier stood empty.",
            ["Guards read annexes H and I.", "The pier stood empty."],
        ),
        (
            "They chose plan B. The pier of Ana B. Vee stood empty.",
            ["They chose plan B.", "The pier of Ana B. Vee stood empty."],
        ),
    ],
)
def test_a_stop_after_a_letter_or_before_a_source(text: str, expected: list[str]) -> None:
    report = rd.parse(f"Tuvalu\n\nCourts\n\n{COURTS} {text}", country="Tuvalu")
    assert [s.span.of(report.text) for s in report.sentences][1:] == expected


def test_the_points_of_a_number_are_the_level() -> None:
    headings = ["Opening", "1 Courts", "1.1 Judges", "1.1.2 Pay", "2. Nets"]
    assert level_headings(headings, [None] * 5, [COURTS] * 5, COURTS) == [1, 1, 2, 3, 1]


def numbered(*numbers: str) -> list[str]:
    """What the pages of a PDF say of themselves, each with one of these printed at its top."""
    pytest.importorskip("pypdfium2")
    pages = []
    for n, number in enumerate(numbers):
        page = Page().put(380, 570, number, 8)
        page.column(60, 520, wrapped(f"{(COURTS, NETS, RADIO)[n % 3]} {n}00 came.", 300))
        pages.append(page)
    document = read_pdf("report.pdf", pdf(pages), ReadOptions())
    return [h.value for h in document.hints if h.kind is HintKind.PAGE]


@pytest.mark.needs("pdf")
@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (["16", "17", "", "19", "20"], ["1 16", "2 17", "3 18", "4 19", "5 20"]),
        (["16", "17", "2014", "19", "20"], ["1 16", "2 17", "3 18", "4 19", "5 20"]),
        (["i", "ii", "iii", "iv"], ["1 i", "2 ii", "3 iii", "4 iv"]),
    ],
)
def test_page_numbers_run_with_the_pages(printed: list[str], told: list[str]) -> None:
    assert numbered(*printed) == told
