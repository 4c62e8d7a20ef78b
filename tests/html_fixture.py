"""Pages in the markup of several sites, with words of our own."""

from __future__ import annotations

from pathlib import Path

from rights_diff.model import Document, HintKind, Report
from rights_diff.reading.html import read_html
from rights_diff.structure import structure

COURTS = (
    "The harbour court sat on nine days of the year, and the judge who was to be replaced in spring"
    " still heard every case that fishers brought against the port authority in Vaiaku."
)
NETS = (
    "Inspectors took the nets of forty-two families on the northern islets without a written order,"
    " and none of the families had them back when the season opened in November."
)
RADIO = (
    "The only radio station read its news from sheets that the ministry had stamped, and two"
    " announcers who left out a paragraph were moved to the night programme for good."
)


def document_of(page: str | bytes, name: str = "page.html") -> Document:
    return read_html(name, page.encode() if isinstance(page, str) else page)


def report_of(page: str | bytes, name: str = "page.html") -> Report:
    return structure(document_of(page, name))


def outline_of(report: Report) -> list[tuple[int, str | None, str]]:
    return [(s.level, s.heading, s.kind.value) for s in report.sections]


def surfaces(document: Document, kind: HintKind) -> list[str]:
    return [h.span.of(document.text) for h in document.hints if h.kind == kind]


def read_file(folder: Path, page: bytes) -> Document:
    path = folder / "page.html"
    path.write_bytes(page)
    from rights_diff.reading import read

    return read(path)


def page(body: str, head: str = "", lang: str = "en") -> str:
    return f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
