"""The pages on a whole corpus on paper."""

from __future__ import annotations

import pytest
from tests.site_fixture import SETTLED, at

pytestmark = pytest.mark.browser


def test_it_prints_every_country_without_controls(visit, site) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    page = visit(at(site, "index"))
    document = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    text = " ".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
    document.close()
    for words in (
        "Zembla",
        "Östavia",
        "Balavia",
        "no longer reported",
        "does not say that things got better",
    ):
        assert words in text
    for apparatus in ("Search countries", "Sort by", "Without partner"):
        assert apparatus not in text


def test_paper_says_what_is_shown(visit, site) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    for name, fragment, words in (
        (
            "topics",
            "measure=dropped&every=1",
            "Claims no longer reported · Count template edits too",
        ),
        ("index", "q=mark&sort=dropped-", "No longer reported ↓ · “mark” · 12 of 190"),
    ):
        page = visit(at(site, name, fragment))
        assert page.locator(".measured").is_hidden()
        document = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
        text = " ".join(document[n].get_textpage().get_text_range() for n in range(len(document)))
        document.close()
        assert only_letters(words) in only_letters(text)
    assert visit(at(site, "index")).locator(".measured").text_content() == ""


def only_letters(text: str) -> str:
    return "".join(c for c in text if c.isalpha())


def test_all_topics_fit_on_paper(visit, site) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    page = visit(at(site, "topics"))
    names = page.locator(".heat thead th").all_text_contents()
    assert len(names) > 40
    page.locator("#rare").check()
    page.wait_for_timeout(SETTLED)
    document = pdfium.PdfDocument(page.pdf(prefer_css_page_size=True))
    sheets = [document[n] for n in range(len(document))]
    wide = [s for s in sheets if s.get_width() > s.get_height()]
    assert wide
    letters = [only_letters(s.get_textpage().get_text_range()) for s in wide]
    missing = [[name for name in names if only_letters(name) not in on] for on in letters]
    assert [] in missing, min(missing, key=len)  # one sheet holds them all
    document.close()
