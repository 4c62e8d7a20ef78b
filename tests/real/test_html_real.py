"""Saved State Department pages against their own markup, read here with another parser.

The page marks its chapter with the id `report_content`, chapters and their parts with class names,
and everything below with `h4` and `h5`. All letters of that part, and none from around it, must
stand in sections; the outline must be the page's.
"""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest

from rights_diff import load
from rights_diff.model import Report, SectionKind
from rights_diff.reading import read

pytestmark = pytest.mark.real

CONTENT_ID = "report_content"
CHAPTER, PART, NUMBER = "report__section-title", "report__section-subtitle", "report-toc-section"
LEVELS = {"h4": 3, "h5": 4}
UNSEEN = frozenset({"script", "style", "svg"})
FACES = frozenset({"b", "strong", "u"})


class Heading(NamedTuple):
    level: int
    words: str


class Content(HTMLParser):
    """Headings, text and marked openings of paragraphs inside the element with the id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[Heading] = []
        self.text: list[str] = []
        self.labels: list[str] = []  # of paragraphs, what stands in bold or underlined at the start
        self._divs = 0  # open ones, counted from the element with the id
        self._heading: list[str] | None = None
        self._level: int | None = None
        self._number = ""
        self._unseen = 0
        self._paragraph: list[tuple[bool, str]] | None = None
        self._faces = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "div" and (self._divs or told.get("id") == CONTENT_ID):
            self._divs += 1
        if not self._divs:
            return
        if tag == "br" and self._paragraph:
            self._end_paragraph(self._paragraph)
            self._paragraph = []
        self._unseen += tag in UNSEEN
        self._faces += tag in FACES
        if tag == "p":
            self._paragraph = []
        name = told.get("class") or ""
        if re.fullmatch("h[2-5]", tag) or NUMBER in name:
            self._heading = []
            kinds = {CHAPTER: 1, PART: 2, NUMBER: 0}
            self._level = next((n for k, n in kinds.items() if k in name), LEVELS.get(tag))

    def handle_endtag(self, tag: str) -> None:
        if self._divs and tag in UNSEEN:
            self._unseen -= 1
        if self._divs and tag in FACES:
            self._faces -= 1
        if tag == "div" and self._divs:
            self._divs -= 1
        if self._heading is not None and re.fullmatch("h[2-5]|p", tag):
            self._end_heading(" ".join("".join(self._heading).split()))
        if tag == "p" and self._paragraph is not None:
            self._end_paragraph(self._paragraph)

    def handle_data(self, data: str) -> None:
        if not self._divs or self._unseen:
            return
        self.text.append(data)
        if self._heading is not None:
            self._heading.append(data)
        if self._paragraph is not None:
            self._paragraph.append((self._faces > 0, data))

    def _end_heading(self, words: str) -> None:
        if self._level == 0:
            self._number = words
        elif words:
            assert self._level
            self.headings.append(Heading(self._level, f"{self._number} {words}".strip()))
            self._number = ""
        self._heading = None

    def _end_paragraph(self, pieces: list[tuple[bool, str]]) -> None:
        """A label: marked from the start, and a colon at its end or right behind it."""
        label, rest = "", ""
        for marked, data in pieces:
            if rest or not (marked or not data.strip()):
                rest += data
            else:
                label += data
        label, colon, behind = label.partition(":")
        ended = colon or rest.lstrip().startswith(":")
        if ended and label.strip() and rest.strip() and not behind.strip():
            self.labels.append(" ".join(label.split()))
        self._paragraph = None


def pages(folder: Path) -> list[Path]:
    found = sorted(folder.glob("state/*/*.html")) + sorted(folder.glob("north-korea/state-*.html"))
    assert len(found) >= 9
    return found


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def content_of(page: Path) -> Content:
    content = Content()
    content.feed(page.read_text("utf-8"))
    return content


def in_sections(report: Report) -> str:
    spans = [span for s in report.sections for span in (s.heading_span, s.span) if span]
    return "".join(letters(span.of(report.text)) for span in spans)


def test_outlines_are_those_of_the_pages(reports_dir: Path) -> None:
    for page in pages(reports_dir):
        report, content = load(page), content_of(page)
        mine = [
            Heading(s.level, s.heading or "")
            for s in report.sections
            if s.kind != SectionKind.RUN_IN
        ]
        assert mine == [h._replace(words=h.words.rstrip(":")) for h in content.headings], page


def test_sections_hold_all_of_the_chapter_and_nothing_of_the_site(reports_dir: Path) -> None:
    for page in pages(reports_dir):
        report, content = load(page), content_of(page)
        assert in_sections(report) == letters("".join(content.text)), page


def test_labels_that_open_paragraphs_are_run_in_heads(reports_dir: Path) -> None:
    found, lost = 0, 0
    for page in pages(reports_dir):
        report, content = load(page), content_of(page)
        sections = [s for s in report.sections if s.kind == SectionKind.RUN_IN]
        heads = [s.heading for s in sections]
        if sections and not content.labels:  # the page lost the face of its labels: colons tell
            ends = [s.heading_span.end for s in sections if s.heading_span]
            assert [report.text[end] for end in ends] == [":"] * len(sections), page
            assert 20 < len(sections) < 50, page
            lost += 1
            continue
        assert [h for h in content.labels if h not in heads] == [], page
        assert len(heads) <= len(content.labels) + 1, page  # a bold line of its own
        found += len(heads)
    assert found > 500
    assert lost < 8


def test_pages_tell_who_and_when(reports_dir: Path) -> None:
    for page in pages(reports_dir):
        told = load(page).metadata
        year = re.search(r"20\d\d", page.stem)
        assert year
        assert told.organization_family == "US Department of State"
        assert told.covered_years == (int(year[0]),), page
        assert told.edition == year[0]
        place = page.parent.name if page.parent.parent.name == "state" else "north-korea"
        assert told.country == place.replace("-", " ").title()


def test_pages_are_read_quickly(reports_dir: Path) -> None:
    page = max(pages(reports_dir), key=lambda p: p.stat().st_size)
    read(page)
    begun = time.perf_counter()
    read(page)
    assert time.perf_counter() - begun < 1.0  # 0.1 s on an idle machine
