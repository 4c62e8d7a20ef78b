"""What a format told of its text wins over what a line looks like; run-in headings."""

from __future__ import annotations

import hashlib

from rights_diff.model import Document, Hint, HintKind, Report, Source, Span
from rights_diff.reading import read_text
from rights_diff.structure import structure

P1 = "The courts stayed shut for most of the year, and judges were not replaced."
P2 = "Fishers who met in the harbour were fined, and two of them were held for nine days."


def hinted(text: str, *told: tuple[HintKind, str, str]) -> Report:
    hints = []
    for kind, words, value in told:
        at = text.index(words)
        hints.append(Hint(kind=kind, span=Span(at, at + len(words)), value=value))
    source = Source(sha256=hashlib.sha256(text.encode()).hexdigest(), media_type="text/html")
    return structure(Document(text=text, source=source, hints=tuple(hints)))


def test_hints_tell_levels_furniture_and_notes() -> None:
    text = (
        f"Menu Donate\nTuvalu 2014\n{P1}\nthe harbour, again\n{P2} Nets: {P1}\nshort line\n"
        f"Courts\n{P2}1\n[1] A paper on courts\nFooter words"
    )
    report = hinted(
        text,
        (HintKind.FURNITURE, "Menu Donate", "navigation"),
        (HintKind.TITLE, "Tuvalu 2014", ""),
        (HintKind.HEADING, "the harbour, again", "2"),
        (HintKind.RUN_IN, "Nets:", ""),
        (HintKind.HEADING, "Courts", "3"),
        (HintKind.FOOTNOTE, "[1] A paper on courts", "1"),
        (HintKind.FURNITURE, "Footer words", "footer"),
    )
    assert [(s.level, s.heading, s.kind.value, s.parent) for s in report.sections] == [
        (1, None, "lead", None),
        (1, "the harbour, again", "body", None),
        (2, "Nets", "run_in", "s2"),
        (2, "Courts", "body", "s2"),
    ]
    assert report.metadata.title == "Tuvalu 2014"
    assert report.sections[2].span.of(text) == f"{P1}\nshort line"
    assert [(n.marker, n.span.of(text)) for n in report.footnotes] == [
        ("1", "[1] A paper on courts")
    ]
    assert report.footnotes[0].marker_span is not None
    assert {f.reason for f in report.furniture} >= {"navigation", "footer"}


def test_run_in_headings_of_a_numbered_outline() -> None:
    text = "\n".join(
        [
            "Tuvalu",
            "",
            "Section 1. Respect for Fishers",
            "",
            "a. Harbour Conditions",
            P1,
            f"Administration: {P2}",
            f"Visits by Independent Observers: {P1}",
            f"In the words of one fisher, the sea: {P2}",
            "",
            "b. Fines",
            f"Harbour Fines: {P1}",
            "",
            "c. Nets",
            P2,
        ]
    )
    report = structure(read_text(text))
    assert [(s.level, s.heading, s.kind.value) for s in report.sections] == [
        (1, "Section 1. Respect for Fishers", "container"),
        (2, "a. Harbour Conditions", "body"),
        (3, "Administration", "run_in"),
        (3, "Visits by Independent Observers", "run_in"),
        (2, "b. Fines", "container"),
        (3, "Harbour Fines", "run_in"),
        (2, "c. Nets", "body"),
    ]
    assert report.section("s4").span.of(text).startswith(P1)


def test_labels_elsewhere_are_text() -> None:
    text = f"Tuvalu\n\n{P1}\n\nNets\n\nHarbour Law: {P2}\n\nCourt Law: {P1}\n\nNet Law: {P2}\n"
    assert [s.heading for s in structure(read_text(text)).sections] == [None, "Nets"]
