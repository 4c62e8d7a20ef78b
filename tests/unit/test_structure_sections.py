"""Sections, facts, furniture and footnotes of pages written for these tests."""

from __future__ import annotations

import textwrap

import pytest

from rights_diff.model import Report, SectionKind
from rights_diff.reading import read_text
from rights_diff.structure import structure

P1 = "The courts stayed shut for most of the year, and judges were not replaced."
P2 = "Fishers who met in the harbour were fined, and two of them were held for nine days."
P3 = "It rained."


def parsed(text: str, name: str | None = None) -> Report:
    return structure(read_text(text, name=name))


def outline(report: Report) -> list[tuple[int, str | None, str]]:
    return [(s.level, s.heading, s.kind.value) for s in report.sections]


def reasons(report: Report) -> list[tuple[str, str]]:
    return [(f.reason, f.span.of(report.text)) for f in report.furniture]


def test_printed_chapter() -> None:
    text = (
        "TUVALU\nTUVALU\nHead of state: Queen Ada, represented by Bo Ode\n"
        "Death penalty: abolitionist for all crimes\nPopulation: 11,000\n\n"
        f"{P1}\n\nBackground\n{P2}\n{P3}\n• {P1} {P3}\n\nFreedom of assembly\n• {P2}\n\n"
        "Amnesty International visits/reports\n"
        "• Amnesty International delegates went to Tuvalu in May.\n"
        "• Tuvalu: Harbour fees (ABC 12/034/2014)\n"
    )
    report = parsed(text)
    assert outline(report) == [
        (1, None, "lead"),
        (1, "Background", "body"),
        (1, "Freedom of assembly", "body"),
        (1, "Amnesty International visits/reports", "related_items"),
    ]
    assert [(f.label, f.value) for f in report.facts] == [
        ("Head of state", "Queen Ada, represented by Bo Ode"),
        ("Death penalty", "abolitionist for all crimes"),
        ("Population", "11,000"),
    ]
    assert report.metadata.title == "TUVALU"
    assert reasons(report) == [("title", "TUVALU")]
    assert [s.span.of(text) for s in report.sentences_of("s2")] == [P2, P3, P1, P3]
    assert [s.id for s in report.sentences_of("s2")] == ["s2.1", "s2.2", "s2.3", "s2.4"]
    assert not list(report.sentences_of("s4"))


def test_page_with_navigation_above_and_below() -> None:
    text = "\n\n".join(
        [
            "Skip to main content",
            "Tuvalu",
            "Events of 2018",
            "The prime minister greets fishers at the harbour in Funafuti on May 3, 2018.",
            "© 2018 A. Photographer",
            "Keynote",
            "Essays",
            "The Sea Is Rising",
            "Why Islands Need Friends",
            "A Year of Nets",
            "What Fishers Want from Their Courts",
            P1,
            "Labor Rights",
            P2,
            "Associated documents",
            "Share this via Telegram",
            "© 2022 Human Rights Watch",
        ]
    )
    report = parsed(text)
    assert outline(report) == [(1, None, "lead"), (1, "Labor Rights", "body")]
    found = {span: reason for reason, span in reasons(report)}
    assert found["© 2018 A. Photographer"] == "photo_credit"
    assert found["Share this via Telegram"] == "share_links"
    assert "photo_caption" in found.values()
    assert report.metadata.covered_years == (2018,)


@pytest.mark.parametrize(
    ("top", "headings", "sentences"),
    [
        ("Tuvalu 2014\n\nIt rained.\n\nCourts", [None, "Courts"], 1),
        ("Tuvalu 2014\n\nCourts\n\nThe courts were shut.\n\nPrisons", ["Courts", "Prisons"], 1),
        ("The courts were shut.\n\nPrisons", [None, "Prisons"], 1),
        # rows of links, and a line between that is none of the report's
        ("Tuvalu 2014\n\nNets\nBoats\nRead about nets.\n\nPrisons", ["Prisons"], 0),
        ("Tuvalu 2014\n\nHome\nNews\nDonate Now\n\nPrisons", ["Prisons"], 0),
    ],
)
def test_short_sentences_below_the_title_are_text(
    top: str, headings: list[str | None], sentences: int
) -> None:
    report = parsed(f"{top}\n\n{P1}\n")
    assert [s.heading for s in report.sections] == headings
    assert len(report.sentences) == sentences + 1


@pytest.mark.parametrize("extra", [(), ("Share this via Email", "Donate Now", "English")])
def test_list_of_contents_above_the_text(extra: tuple[str, ...]) -> None:
    headings = ["Background", "Nets and Boats", "Death penalty"]
    body = [part for heading in headings for part in (heading, P2)]
    report = parsed("\n\n".join(["Tuvalu", *headings, *extra, P1, *body]))
    assert [s.heading for s in report.sections] == [None, *headings]
    assert "contents" in {reason for reason, _ in reasons(report)}


def test_containers_and_their_subsections() -> None:
    text = "\n\n".join(
        [
            "Tuvalu",
            P1,
            "Economic rights",
            "Net makers",
            P2,
            "Boat builders",
            P1,
            "Freedom of expression",
            P2,
            "Freedom of expression – radio",
            P1,
        ]
    )
    report = parsed(text)
    assert outline(report) == [
        (1, None, "lead"),
        (1, "Economic rights", "container"),
        (2, "Net makers", "body"),
        (2, "Boat builders", "body"),
        (1, "Freedom of expression", "body"),
        (2, "Freedom of expression – radio", "body"),
    ]
    assert [s.parent for s in report.sections] == [None, None, "s2", "s2", None, "s5"]
    assert report.section("s2").span.length == 0


def test_numbered_outline() -> None:
    text = "\n\n".join(
        [
            "Executive Summary",
            P1,
            "Section 1. Respect for Fishers, Including Freedom from:",
            "a. Arbitrary Fines",
            P2,
            "Harbour Conditions",
            P1,
            "b. Disappearance",
            P3 + " " + P1,
            "Section 2. Other Rights",
            "a. Nets",
            P2,
        ]
    )
    levels = [(s.level, s.heading) for s in parsed(text).sections]
    assert levels == [
        (1, "Executive Summary"),
        (1, "Section 1. Respect for Fishers, Including Freedom from"),
        (2, "a. Arbitrary Fines"),
        (3, "Harbour Conditions"),
        (2, "b. Disappearance"),
        (1, "Section 2. Other Rights"),
        (2, "a. Nets"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("## ", ""), ("**", "**"), ("== ", " =="), ("— ", " —"), ("", ":"), ("", "\n----")],
)
def test_markup_around_headings(before: str, after: str) -> None:
    text = f"Tuvalu\n\n{P1}\n\n{before}Net rights{after}\n{P2}\n"
    report = parsed(text)
    assert [s.heading for s in report.sections] == [None, "Net rights"]
    span = report.sections[1].heading_span
    assert span is not None
    assert span.of(text) == "Net rights"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_endings(end: str) -> None:
    text = f"Tuvalu\n\n{P1}\n\nNet rights\n{P2}\n".replace("\n", end)
    assert [s.heading for s in parsed(text).sections] == [None, "Net rights"]


@pytest.mark.parametrize("width", [62, 76, 90])
def test_a_short_text_is_wrapped_where_each_line_is_full_above_another(width: int) -> None:
    sentences = [
        "The guards held 207 fishers at the border before the vote.",
        "No official was asked why, and the courts stayed shut.",
        "At least 370 growers were held near the border in May.",
        "About 3,403 net makers were held at the harbour in March.",
    ]
    paragraph = textwrap.fill(" ".join(sentences), width)
    text = f"Tuvalu 2014\n\nIt was a quiet year.\n\nCourts\n\n{paragraph}\n"
    found = [" ".join(s.span.of(text).split()) for s in parsed(text).sentences]
    assert found == ["It was a quiet year.", *sentences]


def test_wrapped_text() -> None:
    text = (
        "Tuvalu\n\n"
        "The courts stayed shut for most of the\n"
        "year, and judges were not replaced. The\n"
        "harbour – which had been rebuilt by the\n"
        "government – stayed open to all boats.\n\n"
        "Net rights\n"
        "Fishers who met in the harbour were all\n"
        "fined, and two of them were held there.\n"
    )
    report = parsed(text)
    assert [s.heading for s in report.sections] == [None, "Net rights"]
    assert len(report.sentences) == 3


def test_no_blank_lines_at_all() -> None:
    text = f"TUVALU\n{P1}\nBackground\n{P2}\nNet rights\n{P1}\n{P3}\n"
    assert [s.heading for s in parsed(text).sections] == [None, "Background", "Net rights"]


def test_what_is_no_heading() -> None:
    text = (
        f"Tuvalu\n\n{P1}\n\nThose still in prison included:\n• Bo Ode\n• Ada Fa\n\n"
        f"{P3}\n\nNobody was told why.\n\n{P1}\n"
    )
    assert outline(parsed(text)) == [(1, None, "lead")]


def test_paragraph_told_twice_stays() -> None:
    report = parsed(f"Tuvalu\n\nConcerns\n\n{P1} {P2}\n\n{P1}\n\n{P2}\n")
    assert len(report.sentences) == 4


def test_printed_page_furniture() -> None:
    text = (
        f"\ufffcTUVALU\nHead of state:\nDeath penalty: Population:\nAda Byron retentionist 11,000\n"
        f"{P1}\n204\nAmnesty International Report 2012\nT\n\n\ufffcT\n\U0010fc00 {P2}\n"
    )
    report = parsed(text)
    assert ("page_number", "204") in reasons(report)
    header = next(span for reason, span in reasons(report) if reason == "page_header")
    assert header == "Amnesty International Report 2012\nT\n\n\ufffcT"
    assert [s.span.of(text) for s in report.sentences] == [P1, P2]
    assert report.metadata.edition == "2012"
    assert not report.facts


def test_footnotes() -> None:
    text = (
        f"Tuvalu\n\n{P1}1 It rained.\n\nNet rights\n\n{P2}2\n\n"
        "  1. Tuvalu: A paper on courts (ABC 12/001/2014)\n"
        "  2. A paper on nets, 31 May\n\nAssociated documents\n"
    )
    report = parsed(text)
    assert [n.marker for n in report.footnotes] == ["1", "2"]
    first = report.footnotes[0]
    assert first.marker_span is not None
    assert first.marker_span.of(text) == "1"
    assert text[: first.marker_span.start].endswith(P1)
    assert first.span.of(text) == "1. Tuvalu: A paper on courts (ABC 12/001/2014)"
    assert [s.span.of(text) for s in report.sentences] == [P1, "It rained.", P2]
    assert reasons(report) == [("footer", "Associated documents")]


def test_numbered_list_without_marks_is_text() -> None:
    text = f"Tuvalu\n\n{P1}\n\nDemands\n\n1. Open the courts.\n2. Free the fishers.\n"
    report = parsed(text)
    assert not report.footnotes
    assert [s.span.of(text) for s in report.sentences_of("s2")] == [
        "1. Open the courts.",
        "2. Free the fishers.",
    ]


def test_newsroom_is_a_related_list() -> None:
    text = "\n\n".join(
        [
            *("Tuvalu", "Concerns", P1, "Tuvalu Newsroom"),
            *("May 3, 2014 • Report", "Nets Without Fishers", P2),
            *("April 1, 2013 • Press Release", "Harbour Closed Again", P1),
        ]
    )
    report = parsed(text)
    assert outline(report) == [
        (1, "Concerns", "body"),
        (1, "Tuvalu Newsroom", "related_items"),
    ]
    assert {s.section for s in report.sentences} == {"s1"}
    assert report.metadata.covered_years == ()


def test_old_list_of_reports_and_visits() -> None:
    text = (
        f"TUVALU\n\n{P1}\n\nDeath penalty\n{P2}\n\nAI country reports/visits\n\n"
        "Report\n• Tuvalu: Nets (AI Index: ABC 12/001/2006)\n\nVisit\nAI visited in May.\n"
    )
    kinds = {s.heading: s.kind for s in parsed(text).sections}
    assert kinds["Death penalty"] == SectionKind.BODY
    assert kinds["Report"] == kinds["Visit"] == SectionKind.RELATED_ITEMS


def test_text_goes_on_below_a_list_in_a_mixed_up_printed_page() -> None:
    text = (
        f"\ufffcTUVALU\nHead of state:\nAda Byron (replaced Bo Ode in May)\n{P1}\n"
        "Amnesty International visits/reports\n\U0010fc00 Nets (ABC 12/034/2014)\n"
        f"{P2} \U0010fc00 {P1}\nDEATH\nDeath penalty:\nPopulation:\n"
    )
    report = parsed(text)
    assert outline(report) == [
        (1, None, "lead"),
        (1, "Amnesty International visits/reports", "related_items"),
        (1, None, "body"),
    ]
    assert [s.span.of(text) for s in report.sentences_of("s3")][:2] == [P2, P1]


def test_text_without_any_structure() -> None:
    for text in (P3, "word", "• one\n• two", "?", "1.", "TUVALU", "A\n\nB\n\nC"):
        report = parsed(text)
        assert report.text == text


def test_document_of_one_million_characters_is_quick() -> None:
    report = parsed("Tuvalu\n\n" + f"Net rights\n{P1} {P2}\n\n" * 5_000)
    assert len(report.sections) == 5_000
