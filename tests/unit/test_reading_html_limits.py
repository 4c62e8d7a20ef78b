"""Broken and hostile pages: read, or refused with an error by name, and never slowly."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.html_fixture import COURTS, document_of, page, read_file

from rights_diff.errors import Empty, ReadError, TooLarge
from rights_diff.reading import read

SLOWEST = 5.0  # seconds of this process alone; a tenth of it on an idle machine


@pytest.mark.parametrize(
    ("markup", "error", "says"),
    [
        (b"<div>" * 200_000, TooLarge, "deep"),
        (b"<svg>" + b"<g>" * 200_000, TooLarge, "deep"),
        (b"<p>net" * 400_000, TooLarge, "tags"),
        (
            b"".join(b"<b id=%d><p>" % n for n in range(900)) + b"<p>x" * 9_000,
            ReadError,
            "formatting",
        ),
        (b"<a " + b"".join(b"x%d " % n for n in range(200_000)), ReadError, "characters"),
        (b'<a y=">" ' + b"".join(b"x%d<" % n for n in range(200_000)), ReadError, "characters"),
        (b"<p>nets\0boats", ReadError, "NUL"),
        (b"<p>\x81\x8d\x8f\x90\x9d" * 9, ReadError, "decoded"),
        (b"<html><nav>Menu</nav><script>var x = 'words';</script>", Empty, "no text"),
        (b"<a<a<a", Empty, "no text"),
    ],
)
def test_pages_that_are_refused(
    tmp_path: Path, markup: bytes, error: type[ReadError], says: str
) -> None:
    begun = time.process_time()
    with pytest.raises(error) as caught:
        read_file(tmp_path, b"<!doctype html>" + markup)
    assert says in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert time.process_time() - begun < SLOWEST


@pytest.mark.parametrize(
    "markup",
    [
        "<" * 300_000,
        "&" * 300_000,
        "&lt;" * 100_000,
        "<!--" * 100_000,
        '="' * 200_000,
        "a: " * 100_000,
        "<b>a</b>b" * 10_000,
        "a.<br>" * 10_000,
        "<table><tr><td>a<td>b" * 400,
        f'<img src="data:image/png;base64,{"A" * 900_000}"><p>{COURTS}',
        '<script type="application/ld+json">' + "[" * 200_000 + "</script>x",
        '<sup><a href="#n">1</a></sup>' * 5_000 + "<p id=n>x",
    ],
)
def test_odd_pages_that_are_read(markup: str) -> None:
    begun = time.process_time()
    assert document_of(f"<p>Tuvalu</p>{markup}").text.startswith("Tuvalu")
    assert time.process_time() - begun < SLOWEST


def test_a_page_of_fifty_megabytes_is_over_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)  # a sparse file, so the test writes nothing
    with pytest.raises(TooLarge, match="larger than the limit"):
        read(path)


@pytest.mark.parametrize(
    ("markup", "words", "encoding", "guessed"),
    [
        ("<p>Fongafalé ’30".encode(), "Fongafalé ’30", "utf-8", False),
        ("\ufeff<p>Fongafalé".encode("utf-16"), "Fongafalé", "utf-16", False),
        (
            "<meta charset=iso-8859-1><p>Fongafal\xe9 \x92".encode("latin-1"),
            "Fongafalé ’",
            "windows-1252",
            False,
        ),
        ("<meta charset=koi8-r><p>Фонгафале".encode("koi8-r"), "Фонгафале", "koi8-r", False),
        (
            '<?xml version="1.0" encoding="shift_jis"?><p>島々'.encode("shift_jis"),
            "島々",
            "shift_jis",
            False,
        ),
        (b"<meta charset=no-such><p>Fongafal\xe9", "Fongafalé", "windows-1252", True),
        (
            b"<meta charset=utf-8><p>" + "é’ü".encode() * 9 + b" \x93nets\x94",
            "é’ü" * 9 + " “nets”",
            "utf-8",
            True,
        ),
    ],
)
def test_encodings_declared_guessed_and_mixed(
    markup: bytes, words: str, encoding: str, guessed: bool
) -> None:
    document = document_of(markup)
    assert document.text == words
    assert (document.source.encoding, document.source.encoding_guessed) == (encoding, guessed)
    assert bool(document.warnings) == guessed


def test_unclosed_elements_keep_the_text_in_order() -> None:
    text = document_of(
        page(f"<div><span class=icon><p>{COURTS}<li>One<li>Two</div></b></i><td>Three<h2>Nets<p>x")
    ).text
    assert [part for part in text.split() if part in ("One", "Two", "Three", "Nets")] == [
        "One",
        "Two",
        "Three",
        "Nets",
    ]
