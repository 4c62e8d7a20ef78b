"""Pages whose markup is put together in rare ways: nothing of the report is lost or moved."""

from __future__ import annotations

import pytest
from tests.html_fixture import COURTS, NETS, RADIO, document_of, page, surfaces

from rights_diff.model import Document, HintKind

LAW = "Port law"


def of(body: str, head: str = "") -> Document:
    return document_of(page(f"<h1>Tuvalu</h1>{body}", head))


def blocks(document: Document) -> list[str]:
    return [b for b in document.text.split("\n\n") if b not in (COURTS, NETS, RADIO)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # terms without a word on them stay lines of their own
        (
            f"<dl><dt>Capital<dt>Seat<dd>Vaiaku<dt>Head<h2>Courts</h2></dl><p>{COURTS}<dl><dt>Last</dl>",
            ["Tuvalu", "Capital", "Seat: Vaiaku", "Head", "Courts", "Last"],
        ),
        # a number before a heading is the heading's, before a text it is none
        (
            f"<div>1.</div><p>{COURTS}</p><div>2.</div><h2>Nets</h2><p>{NETS}</p><div>3.</div>",
            ["Tuvalu", "1.", "2. Nets", "3."],
        ),
        # rows without a word leave no line
        (
            f"<table><caption>Boats</caption><tr><th>Year<td>2014<tr><td> <td> </table><p>{COURTS}",
            ["Tuvalu", "Boats", "Year: 2014"],
        ),
        # a heading that folds its section is a heading; a button elsewhere is the site's
        (
            f"<h2><button>Courts</button></h2><p>{COURTS}</p><button>Share it</button>",
            ["Tuvalu", "Courts"],
        ),
        # cells of whole paragraphs lay out the page: they are no row
        (
            f"<table><tr><td>{COURTS} {NETS}<td>{RADIO} {NETS}</table>",
            ["Tuvalu", f"{COURTS} {NETS}", f"{RADIO} {NETS}"],
        ),
    ],
)
def test_each_block_comes_through_once(body: str, expected: list[str]) -> None:
    assert blocks(of(body)) == expected


def test_a_note_mark_stays_in_a_cell_and_leaves_a_heading() -> None:
    mark = '<sup><a href="#n1">1</a></sup>'
    document = of(
        f"<table><tr><td>Boats<td>9 {mark}</table><h2>Nets {mark}</h2><p>{NETS}</p>"
        '<p id="n1">1 They were counted in May.</p>'
    )
    assert blocks(document) == ["Tuvalu", "Boats | 9 [1]", "Nets", "[1] They were counted in May."]
    assert surfaces(document, HintKind.HEADING) == ["Nets"]


def test_links_within_the_text_are_no_notes() -> None:
    text = f'{NETS} See <a href="#top">above</a> and <a href="#low">far further down</a>.'
    document = of(f'<p id="top">{COURTS}</p><p>{text}</p><p id="low">{RADIO}</p>')
    assert document.text.endswith(f"{NETS} See above and far further down.\n\n{RADIO}")


def test_links_below_the_text_of_a_named_main_part_are_the_reports() -> None:
    links = "".join(f'<li><a href="/{n}">{n} of the year</a>' for n in ("Nets", "Boats", "Radio"))
    document = document_of(page(f"<main><h1>Tuvalu</h1><p>{COURTS}<ul>{links}</ul></main>"))
    assert document.text.endswith("• Nets of the year\n• Boats of the year\n• Radio of the year")


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (
            '[[{"@type":"Article","headline":"Tuvalu 2014","url":"/local","publisher":"Islet"}],'
            '"x",{"@graph":[{"@type":["WebPage"],"publisher":{"name":"Islet Monitor"}}]}]',
            {"title": "Tuvalu 2014", "site_name": "Islet Monitor", "language": "en"},
        ),
        ('{"@type":"Article","headline":"Tuvalu"}' + " " * 1_000_001, {"language": "en"}),
        ('{"@type":"Recipe","name":"Soup","@graph":"none"}', {"language": "en"}),
        ('{"@type":"Article","headline":', {"language": "en"}),
    ],
)
def test_what_a_page_tells_of_itself_for_machines(script: str, told: dict[str, str]) -> None:
    head = f'<script type="application/ld+json">{script}</script>'
    assert dict(of(f"<p>{COURTS}</p>", head).told) == told


def test_a_page_with_too_many_foreign_bytes_is_no_utf_8() -> None:
    many = b"caf\xe9 " * 20_001
    few, odd = (
        document_of(b"<h1>Tuvalu</h1><p>" + b"caf\xc3\xa9 " * 99 + b) for b in (many[:5], many)
    )
    assert few.text.count("café") == 100
    assert "1 place is not UTF-8" in few.warnings[0]
    assert odd.text.count("cafÃ©") == 99
    assert "the encoding was guessed (windows-1252)" in odd.warnings[0]
