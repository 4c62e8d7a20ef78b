"""A real yearbook: 159 countries, each at its page, each chapter word for word."""

from __future__ import annotations

import json
import re
import resource
import time
from difflib import SequenceMatcher
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.model import Report, Yearbook
from rights_diff.reading.contents import contents_of, key_of
from rights_diff.structure.yearbooks import names_country

pytestmark = pytest.mark.real

COUNTRIES = 159
MOST_SECONDS = 60
MOST_BYTES = 1_000_000_000
LEAST_WORDS = 0.98
LEAST_F1 = 0.95

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}


@pytest.fixture(scope="module", name="book")
def book_fixture(reports_dir: Path) -> Yearbook:
    begun = time.monotonic()
    book = rd.load_all(reports_dir / "pdf" / "amnesty-2013.pdf")
    assert time.monotonic() - begun < MOST_SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 < MOST_BYTES
    return book


def words(text: str) -> list[str]:
    for ligature, letters in _LIGATURES.items():
        text = text.replace(ligature, letters)
    return re.findall(r"\w+", text.casefold())


def written(report: Report) -> list[str]:
    """Headings and section texts, without the furniture inside them."""
    found = []
    for section in report.sections:
        found += words(section.heading or "")
        text = list(section.span.of(report.text))
        for part in report.furniture:
            first = max(part.span.start, section.span.start) - section.span.start
            last = min(part.span.end, section.span.end) - section.span.start
            text[max(first, 0) : max(last, 0)] = " " * max(0, last - max(first, 0))
        found += words("".join(text))
    return found


def test_every_country_is_found_at_its_page(book: Yearbook, reports_dir: Path) -> None:
    whole = rd.reading.read(reports_dir / "pdf" / "amnesty-2013.pdf")
    listed = [e for e in contents_of(whole.text, names_country) if e.is_country]
    assert len(listed) == COUNTRIES
    found = {key_of(r.metadata.title or ""): r.pages[0].printed for r in book}
    wrong = [e.title for e in listed if found.get(key_of(e.title)) != str(e.page)]
    assert len(book) == COUNTRIES
    assert len(wrong) <= COUNTRIES - 157, wrong


def test_chapters_have_their_words_in_order_and_their_headings(
    book: Yearbook, reports_dir: Path
) -> None:
    reports = {key_of(r.metadata.title or ""): r for r in book}
    files = sorted((reports_dir / "amnesty-clean" / "2013").glob("*.json"))
    assert files
    for file in files:
        clean = json.loads(file.read_text(encoding="utf-8"))
        report = reports[key_of(clean["title"])]
        assert report.pages[0].number == clean["pdf_page"], file.name
        expected = words(clean["summary"])
        for section in clean["sections"]:
            expected += words(section["heading"])
            expected += [w for p in section["paragraphs"] for w in words(p)]
        ours = written(report)
        matcher = SequenceMatcher(None, expected, ours, autojunk=False)
        same = sum(block.size for block in matcher.get_matching_blocks())
        assert same >= LEAST_WORDS * len(expected), file.name
        assert same >= LEAST_WORDS * len(ours), file.name
        heads = [key_of(s["heading"]) for s in clean["sections"]]
        got = [key_of(s.heading) for s in report.sections if s.heading]
        both = len(set(heads) & set(got))
        assert 2 * both / (len(heads) + len(got)) >= LEAST_F1, file.name


def test_nothing_of_the_page_is_in_the_text(book: Yearbook) -> None:
    for report in book:
        assert {f.reason for f in report.furniture} <= {
            "page_footer",
            "page_number",
            "side_tab",
            "title",
        }
        assert all(
            "Amnesty International Report 2013" not in s.span.of(report.text)
            for s in report.sentences
        )
        assert report.metadata.covered_years == (2012,)


def test_what_is_left_over_is_told(book: Yearbook) -> None:
    assert len(book.left_over) >= 3
    assert sum(part.characters for part in book.left_over) < 100_000
