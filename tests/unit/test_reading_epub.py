"""EPUB books: chapters in the order of the spine; and hostile ones."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from tests.docx_fixture import zipped

import rights_diff as rd
from rights_diff.errors import Empty, Encrypted, ReadError, TooLarge, UnsupportedFormat
from rights_diff.model import Document, HintKind
from rights_diff.reading import read
from rights_diff.reading.epub import read_epub
from rights_diff.reading.options import ReadOptions

pytestmark = pytest.mark.needs("epub")

P1 = "The courts stayed shut for most of the year, and judges were not replaced."
P2 = "Fishers who met in the harbour were fined, and two of them were held for nine days."
CONTAINER = b'<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
NOTED = '<a id="m1" href="#n1" role="doc-noteref"><sup>1</sup></a>'
NOTE = '<aside id="n1"><p><a href="#m1">1</a> A letter.</p></aside>'


def page(inside: str) -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
        f'<body><a id="p1"/>{inside}</body></html>'
    ).encode()


def book(*chapters: bytes, **parts: bytes) -> bytes:
    names = [f"chapter {i}.xhtml" for i in range(len(chapters))]
    items = "".join(
        f'<item id="i{i}" href="text/chapter%20{i}.xhtml" media-type="application/xhtml+xml"/>'
        for i in range(len(chapters))
    )
    references = "".join(f'<itemref idref="i{i}"/>' for i in reversed(range(len(chapters))))
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Harbour</dc:title>'
        "<dc:title>A subtitle</dc:title><dc:creator>A. Fisher</dc:creator></metadata><manifest>"
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="pic" href="a.svg" media-type="image/svg+xml"/>'
        f'{items}</manifest><spine><itemref idref="nav"/><itemref idref="pic"/>'
        f'<itemref idref="lost"/>{references}</spine></package>'
    )
    members = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "in/book.opf": package.encode(),
        **{f"in/text/{n}": c for n, c in zip(names, chapters, strict=True)},
        **{f"META-INF/{n}.xml": part for n, part in parts.items()},
    }
    return zipped(members)


def of(data: bytes) -> Document:
    return read_epub("book.epub", data)


def test_chapters_in_reading_order() -> None:
    document = of(
        book(
            page(f"<h1>Nets</h1><p>{P2}{NOTED}</p><h2>Boats</h2><p>{P1}</p>{NOTE}"),
            page(f"<h1>Courts</h1><p>{P1}{NOTED}</p>{NOTE}"),
            page('<img src="cover.png"/>'),
            page("<h1>Harbour</h1>"),
        )
    )
    assert document.text.startswith(f"Harbour\n\nCourts\n\n{P1}[1]")
    told = [
        (h.kind, h.span.of(document.text), h.value)
        for h in document.hints
        if h.kind in (HintKind.TITLE, HintKind.HEADING)
    ]
    assert told == [
        (HintKind.TITLE, "Harbour", ""),
        (HintKind.HEADING, "Courts", "1"),
        (HintKind.HEADING, "Nets", "1"),
        (HintKind.HEADING, "Boats", "2"),
    ]
    assert document.told == {"title": "Harbour", "author": "A. Fisher"}


def test_notes_of_each_chapter_have_their_own_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(
        book(
            page(f"<h1>Nets</h1><p>{P2}{NOTED}</p>{NOTE}"),
            page(f"<h1>Courts</h1><p>{P1}{NOTED}</p>{NOTE}"),
        )
    )
    report = rd.load(path)
    assert [s.heading for s in report.sections] == ["Courts", "Nets"]
    assert [n.marker for n in report.footnotes] == ["1", "1"]
    marks = [n.marker_span for n in report.footnotes]
    assert [m and report.text[m.start - 5 : m.end] for m in marks] == ["aced.[1]", "days.[1]"]


def test_one_chapter_keeps_its_title() -> None:
    document = of(book(page(f"<h1>Tuvalu 2014</h1><p>{P1}</p><h2>Nets</h2><p>{P2}</p>")))
    assert document.hints[0].kind == HintKind.TITLE


ENCRYPTION = (
    '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'
)


def test_copy_protection() -> None:
    fonts = ENCRYPTION.format("http://www.idpf.org/2008/embedding").encode()
    assert of(book(page(f"<p>{P1}</p>"), encryption=fonts)).text == P1
    locked = ENCRYPTION.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc").encode()
    with pytest.raises(Encrypted):
        of(book(page(f"<p>{P1}</p>"), encryption=locked))


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (book(page(f"<p>{P1}</p>"))[:400], ReadError, "truncated"),
        (book(), Empty, "without text"),
        (book(page("")), Empty, "without text"),
        (zipped({"META-INF/container.xml": b"<container/>"}), ReadError, "names no contents"),
        (zipped({"META-INF/container.xml": CONTAINER}), ReadError, "in/book.opf"),
        (
            zipped({"META-INF/container.xml": b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}),
            ReadError,
            "entities",
        ),
        (book(page(" " * 70_000_000)), TooLarge, "64,000,000"),
    ],
)
def test_broken_and_hostile_books(
    tmp_path: Path, data: bytes, error: type[ReadError], says: str
) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(data)
    with pytest.raises(error, match=says) as caught:
        read(path, options=ReadOptions())
    assert str(caught.value).startswith(str(path))


def test_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(book(page(P1)))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(UnsupportedFormat) as caught:
        read(path)
    assert 'pip install "rights-diff[epub]"' in str(caught.value)
