"""Markdown: outline, lists, tables, notes, front matter; and hostile files."""

from __future__ import annotations

from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.errors import Empty, ReadError, TooLarge
from rights_diff.model import Document, HintKind
from rights_diff.reading.markdown import MOST_BRACKETS, MOST_CHARACTERS, read_markdown

P1 = "The courts stayed shut for most of the year, and judges were not replaced."
P2 = "Fishers who met in the harbour were fined, and two of them were held for nine days."


def of(text: str) -> Document:
    return read_markdown("report.md", text.encode())


def told(document: Document, kind: HintKind) -> list[tuple[str, str]]:
    return [(h.span.of(document.text), h.value) for h in document.hints if h.kind == kind]


def test_marks_are_hints_and_not_text() -> None:
    document = of(
        "# Tuvalu *2014*\n\n## Courts ##\n\nThe courts\nstayed `shut` for a\\*\nyear, see "
        '[the law](http://example.org/ "x").\n\nNets\n----\n\n**Boats:** They ~~sank~~ float.\n'
        "\n> A fisher said so.\n\n![alt](pic.png)\n\n<div>\n<b>raw</b> <!-- not this -->\n</div>\n"
        "\n***\n"
    )
    assert document.text == (
        "Tuvalu 2014\n\nCourts\n\nThe courts stayed shut for a* year, see the law.\n\nNets\n\n"
        "Boats: They sank float.\n\nA fisher said so.\n\nraw"
    )
    assert told(document, HintKind.TITLE) == [("Tuvalu 2014", "")]
    assert told(document, HintKind.HEADING) == [("Courts", "2"), ("Nets", "2")]
    assert told(document, HintKind.RUN_IN) == [("Boats:", "")]
    assert document.source.media_type == "text/markdown"


def test_lists_and_tables() -> None:
    document = of(
        "- nets\n- boats\n  1. first\n  2. second\n\n| Who | Held |\n|--|--|\n| Women | 12 |"
    )
    assert document.text == ("• nets\n• boats\n1. first\n2. second\n\nWho | Held\n\nWomen | 12")
    assert len(told(document, HintKind.LIST_ITEM)) == 4


def test_notes_are_numbered_as_printed() -> None:
    document = of(
        f"{P1}[^b] It rained.[^a]\n\n[^a]: A *diary*.\n\n[^b]: A letter.\n\n    Its answer.\n\n"
        "[^c]: Never used.\n"
    )
    assert document.text.startswith(f"{P1}[1] It rained.[2]\n\n")
    assert told(document, HintKind.FOOTNOTE) == [
        ("[1] A letter.", "1"),
        ("Its answer.", "1"),
        ("[2] A diary.", "2"),
    ]
    assert document.warnings == ("report.md: notes that nothing refers to were left out (1)",)


def test_front_matter_tells() -> None:
    document = of(
        "---\ntitle: 'Harbour: a report'\n"
        "organisation: Harbour Watch # us\ncovered-years: 2012-2014\n"
        "published year: soon\ndraft: true\nsource: https://example.org/a\n---\n\n## Courts\n\n"
        + P1
    )
    assert document.told == {
        "title": "Harbour: a report",
        "organization": "Harbour Watch",
        "covered_years": "2012 2013 2014",
        "canonical": "https://example.org/a",
    }
    assert document.warnings == ("report.md: front matter: published year names no year",)


def test_bold_lines_head_where_nothing_else_does() -> None:
    document = of(f"**Courts**\n\n{P1}\n\n__Nets__\n\n{P2}\n\n**This is a bold sentence.**")
    assert told(document, HintKind.HEADING) == [("Courts", "1"), ("Nets", "1")]
    assert told(of(f"## A\n\n**Courts**\n\n{P1}"), HintKind.HEADING) == [("A", "2")]


def test_plain_text_is_markdown_too() -> None:
    assert of("Some text.").text == "Some text."
    assert of(f"{P1}\n\n{P2}\n").hints == ()


def test_a_whole_report(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f"# Tuvalu 2014\n\n{P1}\n\n## Nets\n\n### Harbour\n\n{P2}\n\n{P1}[^1]\n\n[^1]: A."
    )
    report = rd.load(path)
    assert [(s.heading, s.level, s.kind.value) for s in report.sections] == [
        (None, 1, "lead"),
        ("Nets", 1, "container"),
        ("Harbour", 2, "body"),
    ]
    assert (report.metadata.title, report.metadata.country) == ("Tuvalu 2014", "Tuvalu")
    assert report.footnotes[0].marker_span is not None
    assert report.footnotes[0].marker_span.of(report.text) == "[1]"


@pytest.mark.parametrize(
    ("text", "error", "says"),
    [
        ("a\0b", ReadError, "NUL"),
        ("<!-- only this -->", Empty, "no text"),
        ("[" * (MOST_BRACKETS + 1), TooLarge, "brackets"),
        ("a" * (MOST_CHARACTERS + 1), TooLarge, "characters"),
        (">" * 5000 + "deep", ReadError, "nests"),
    ],
)
def test_hostile_markdown(text: str, error: type[ReadError], says: str) -> None:
    with pytest.raises(error, match=says):
        of(text)


@pytest.mark.parametrize("pattern", ["*a_", "<!--", "`a``", "[a](", "![a](", "&", "* a\n", "|a"])
def test_patterns_do_not_hang(pattern: str) -> None:
    text = of("x\n\n" + pattern * 2000).text
    assert text.startswith("x")
