"""What is fuzzed: one function a target, from any bytes to nothing, or to the error that it finds.

A target lets through what the library promises: a document or a `ReadError` of one line from a
reader; the laws of `rights_diff.testing` from what works on text. All else is a finding.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import rights_diff as rd
from rights_diff import testing
from rights_diff.errors import ReadError
from rights_diff.extraction import extract
from rights_diff.model import Document
from rights_diff.protocols import Reader
from rights_diff.reading.docx import read_docx
from rights_diff.reading.epub import read_epub
from rights_diff.reading.html import read_html
from rights_diff.reading.manifest import read_manifest
from rights_diff.reading.markdown import read_markdown
from rights_diff.reading.options import ReadOptions
from rights_diff.reading.pdf import read_pdf
from rights_diff.reading.plain_text import read_plain_text
from rights_diff.review.reading import read_review
from rights_diff.structure import structure

__all__ = ["TARGETS", "Target"]

Target = Callable[[bytes], None]
# Small limits find what breaks at a limit without spending the time on reaching it.
_OPTIONS = ReadOptions(max_unpacked=2_000_000)
_EDGE = b"\xff\n"  # between the two texts of `compare`; no UTF-8 text holds it


def _reading(read: Reader, name: str) -> Target:
    def target(data: bytes) -> None:
        try:
            document = read(name, data, _OPTIONS)
        except ReadError as error:
            _one_line(error)
            return
        _check_document(document)

    return target


def _check_document(document: Document) -> None:
    assert document.text.strip(), "a document without text"
    for hint in document.hints:
        assert 0 <= hint.span.start < hint.span.end <= len(document.text), hint
        assert hint.span.of(document.text).strip(), f"{hint} names white space"
    report = extract(structure(document))
    testing.check_report(report)
    assert all(0 <= q.span.start < q.span.end <= len(report.text) for q in report.quantities)


def _one_line(error: Exception) -> None:
    assert len(str(error).splitlines()) == 1, f"an error of several lines: {error!r}"


def _manifest(data: bytes) -> None:
    for suffix in (".csv", ".json"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"manifest{suffix}"
            path.write_bytes(data)
            try:
                read_manifest(path)
            except ReadError as error:
                _one_line(error)


def _review(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for name in ("review.jsonl", "review.json", "review.toml"):
        try:
            read_review(text, name=name)
        except ReadError as error:
            _one_line(error)


def _quantities(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    testing.check_quantities(text, rd.quantities(text, year=2010))


def _compare(data: bytes) -> None:
    """Two texts, cut at `_EDGE`; both ways round, with the page and the tables."""
    texts = [part.decode("utf-8", "replace") for part in (data.split(_EDGE, 1) * 2)[:2]]
    try:
        old, new = (rd.parse(text, country="Tuvalu") for text in texts)
    except ReadError as error:
        _one_line(error)
        return
    forth, back = rd.compare(old, new), rd.compare(new, old)
    testing.check_comparison(forth)
    testing.check_mirror(forth, back)
    testing.check_same(rd.compare(old, old))
    forth.to_json(), forth.to_csv(), forth.to_markdown()


TARGETS: dict[str, Target] = {
    "text": _reading(read_plain_text, "report.txt"),
    "html": _reading(read_html, "report.html"),
    "markdown": _reading(read_markdown, "report.md"),
    "docx": _reading(read_docx, "report.docx"),
    "epub": _reading(read_epub, "report.epub"),
    "pdf": _reading(read_pdf, "report.pdf"),
    "manifest": _manifest,
    "review": _review,
    "quantities": _quantities,
    "compare": _compare,
}
