"""Quotes from a source with pages name their page."""

from __future__ import annotations

from dataclasses import replace

import rights_diff as rd
from rights_diff.model import Page, Span

TEXT = "Prison conditions\n\nGuards beat prisoners in Harbour jail with rubber hoses.\n"


def test_a_quote_names_the_page_it_stands_on() -> None:
    plain = rd.parse(TEXT, organization="Amnesty International", covered_years=[2010])
    paged = replace(plain, pages=(Page(number=3, printed="17", span=Span(0, len(TEXT))),))
    unnumbered = replace(plain, pages=(Page(number=3, span=Span(0, len(TEXT))),))
    comparison = rd.compare(paged, unnumbered)
    html, text = comparison.to_html(), comparison.to_markdown()
    assert 'data-op="p. 17"' in html
    assert 'data-np="page 3 of the file"' in html
    assert "page 3 of the file:" in text


def test_a_text_without_pages_names_none() -> None:
    report = rd.parse(TEXT)
    html = rd.compare(report, report).to_html()
    assert "data-op" not in html
    assert 'class="leaf"' not in html
