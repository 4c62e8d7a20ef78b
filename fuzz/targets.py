"""What is fuzzed: one function a target, from any bytes to nothing, or to the error that it finds.

A target lets through what the library promises: a document or a `ReadError` of one line from a
reader; the laws of `rights_diff.testing` from what works on text. All else is a finding.
"""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import rights_diff as rd
from rights_diff import testing
from rights_diff.errors import ReadError
from rights_diff.extraction import extract
from rights_diff.model import Document, Report
from rights_diff.protocols import Reader
from rights_diff.reading.bounds import within_bounds
from rights_diff.reading.choosing import reader_for
from rights_diff.reading.docx import read_docx
from rights_diff.reading.epub import read_epub
from rights_diff.reading.html import read_html
from rights_diff.reading.manifest import read_manifest
from rights_diff.reading.markdown import read_markdown
from rights_diff.reading.mhtml import read_mhtml
from rights_diff.reading.options import ReadOptions
from rights_diff.reading.pdf import read_pdf
from rights_diff.reading.plain_text import read_plain_text
from rights_diff.reading.web_address import is_url
from rights_diff.rendering.review_lines import review_lines
from rights_diff.review.reading import read_review
from rights_diff.structure import structure

__all__ = ["LONGEST", "TARGETS", "Target"]

Target = Callable[[bytes], None]
# Small limits find what breaks at a limit without spending the time on reaching it.
_OPTIONS = ReadOptions(max_unpacked=2_000_000)
_EDGE = b"\xff\n"  # between texts; no UTF-8 text holds it
# Characters of each text that is compared: some sentences, so that thousands are tried a minute.
_SHORT = 400
# Bytes of an input where they are to be fewer than all others have (`run.py`).
LONGEST = {"compare": 2 * _SHORT + 2, "outputs": 2 * _SHORT + 2, "timeline": 3 * _SHORT + 4}
LONGEST |= {"edits": 300, "quantities": 1_500}
_SUFFIXES = (".txt", ".html", ".md", ".docx", ".epub", ".pdf", ".mhtml", ".rtf", ".2012", "")


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


def _sniffed(data: bytes) -> None:
    """Any bytes under any name: the first byte chooses the suffix."""
    name = f"report{_SUFFIXES[data[0] % len(_SUFFIXES)]}" if data else "report"

    def read(name: str, data: bytes, options: ReadOptions) -> Document:
        return within_bounds(reader_for(name, data)(name, data, options), name, 500_000)

    _reading(read, name)(data[1:])


def _manifest(data: bytes) -> None:
    for suffix in (".csv", ".json"):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"manifest{suffix}"
            path.write_bytes(data)
            try:
                manifest = read_manifest(path)
            except ReadError as error:
                _one_line(error)
                continue
            for row in manifest.rows:
                named = row.file if is_url(row.file) else Path(folder) / row.file
                assert manifest.row_for(named) == row, f"{row.file!r} is not found again"


def _review(data: bytes) -> None:
    """What is read can be written, comes back, and is applied to reports or told."""
    text = data.decode("utf-8", "replace")
    for name in ("review.jsonl", "review.json", "review.toml"):
        try:
            review = read_review(text, name=name)
        except ReadError as error:
            _one_line(error)
            continue
        lines = review_lines(review)
        lines.encode()
        assert read_review(lines) == review
        made = rd.compare(*_RAIN, review=review)
        testing.check_comparison(made)
        assert made.review is not None
        made.to_html()


_RAIN = tuple(
    rd.parse(text, country="Tuvalu")
    for text in ("It rained. At least 12 men left in May.", "It rained. Some 15 men left in May.")
)


def _quantities(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    testing.check_quantities(text, rd.quantities(text, year=2010))


def _parsed(data: bytes, sides: int) -> list[Report]:
    """The reports of short texts, cut at `_EDGE`; none where one is no text."""
    parts = (data.split(_EDGE) * sides)[:sides]
    texts = [part.decode("utf-8", "replace")[:_SHORT] for part in parts]
    try:
        return [
            rd.parse(text, country="Tuvalu", covered_years=[2011 + n])
            for n, text in enumerate(texts)
        ]
    except ReadError as error:
        _one_line(error)
        return []


def _compare(data: bytes) -> None:
    """Two texts, both ways round, and one with itself."""
    if reports := _parsed(data, 2):
        old, new = reports
        forth, back = rd.compare(old, new), rd.compare(new, old)
        testing.check_comparison(forth)
        testing.check_mirror(forth, back)
        testing.check_same(rd.compare(new, new))


def _outputs(data: bytes) -> None:
    """What is written of a comparison can be read again, and holds all rows."""
    if not (reports := _parsed(data, 2)):
        return
    made = rd.compare(*reports)
    told = json.loads(made.to_json())
    assert [told[side]["text"] for side in ("old", "new")] == [r.text for r in reports]
    ids = [row.id for row in made.ledger]
    for table, least in (("ledger", len(ids)), ("figures", len(made.quantity_links))):
        written = made.to_csv(table=table)
        head, *rows = csv.reader(io.StringIO(written, newline=""), strict=True)
        assert len(rows) >= least, f"{table}: {least} and {len(rows)} lines"
        assert all(len(row) == len(head) for row in rows), f"{table}: cells without a column"
    page = _Ids()
    page.feed(made.to_html())
    assert [i for i in page.ids if i in set(ids)] == ids
    assert len(set(page.ids)) == len(page.ids), "two parts of the page have one id"
    made.to_markdown().encode("utf-8", "replace")
    read_docx("page.docx", made.to_docx())


class _Ids(HTMLParser):
    """The ids of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.ids += [value for name, value in attrs if name == "id" and value]


def _timeline(data: bytes) -> None:
    """Three texts of three years; their order does not matter, and points quote their reports."""
    if not (reports := _parsed(data, 3)):
        return
    made = rd.timeline(reports)
    assert made.to_json() == rd.timeline(reports[::-1]).to_json(), "the order matters"
    texts = {edition.id: edition.report.text for edition in made.editions}
    for series in made.series:
        for point in series.points:
            assert point.span.of(texts[point.report]) == point.quote
    made.to_html(), made.to_csv()


def _edits(data: bytes) -> None:
    """Two lists of words; the edits turn one into the other, and mirror."""
    parts = (data.split(_EDGE, 1) * 2)[:2]
    old, new = (part.decode("utf-8", "replace").split() for part in parts)
    edits = rd.word_edits(old, new)
    assert rd.word_edits(new, old) == [(b, a) for a, b in edits], "no mirror"
    assert rd.word_edits(old, old) == []
    made, at, done = list[str](), 0, 0
    for before, after in edits:
        same = before[0] - at if before else (after[0] - done if after else 0)
        made += old[at : at + same] + (new[slice(*after)] if after else [])
        at = before[1] if before else at + same
        done = after[1] if after else done + same
    assert made + old[at:] == new, "not what it was turned into"


TARGETS: dict[str, Target] = {
    "text": _reading(read_plain_text, "report.txt"),
    "html": _reading(read_html, "report.html"),
    "markdown": _reading(read_markdown, "report.md"),
    "docx": _reading(read_docx, "report.docx"),
    "epub": _reading(read_epub, "report.epub"),
    "pdf": _reading(read_pdf, "report.pdf"),
    "mhtml": _reading(read_mhtml, "report.mhtml"),
    "sniffed": _sniffed,
    "manifest": _manifest,
    "review": _review,
    "quantities": _quantities,
    "edits": _edits,
    "compare": _compare,
    "outputs": _outputs,
    "timeline": _timeline,
}
