"""Nothing of a report is ever interpreted, and no word of it is lost on the way to the page."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from tests.rendering_fixture import make

from rights_diff.model import Comparison, Report, Sentence, Span
from rights_diff.rendering.html import report_html_page
from rights_diff.rendering.text import comparison_text
from rights_diff.rendering.view.pieces import diff_pieces
from rights_diff.rendering.view.plain import shown

BAITS = (
    "<script>",
    "</style>",
    "{{ x }}",
    "{% if %}",
    "-->",
    "&#x3c;",
    "]]>",
    '" onx="',
    "\x1b[2J",
)
hostile = st.lists(st.one_of(st.text(max_size=12), st.sampled_from(BAITS)), max_size=6).map(
    " ".join
)
words = st.lists(
    st.sampled_from(["a ", "the ", "camp ", "1,127 ", "was ", "not ", "held", ". ", "it "]),
    max_size=14,
)


class Quotes(HTMLParser):
    """The text of each quote, and which elements the page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.quotes: list[str] = []
        self.inside = self.open = False

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag == "blockquote":
            self.quotes.append("")
            self.inside = True
        self.open = self.open or (tag == "p" and self.inside)

    def handle_endtag(self, tag):
        if tag == "blockquote":
            self.inside = False
        if tag in ("blockquote", "p"):
            self.open = False

    def handle_data(self, data):
        if self.open:
            self.quotes[-1] += data


def with_text(report: Report, number: int, words: str) -> Report:
    """The report with the words of one sentence replaced, all spans shifted."""
    old = report.sentences[number].span
    by = len(words) - old.length
    text = report.text[: old.start] + words + report.text[old.end :]

    def moved(span: Span) -> Span:
        start = span.start if span.start <= old.start else span.start + by
        return Span(start, span.end if span.end <= old.start else span.end + by)

    sentences = tuple(
        Sentence(
            id=s.id,
            section=s.section,
            span=Span(old.start, old.start + len(words)) if s.span == old else moved(s.span),
        )
        for s in report.sentences
    )
    sections = tuple(
        dataclasses.replace(
            s, span=moved(s.span), heading_span=moved(s.heading_span) if s.heading_span else None
        )
        for s in report.sections
    )
    return dataclasses.replace(
        report, text=text, sentences=sentences, sections=sections, quantities=(), footnotes=()
    )


def retold(old_words: str, new_words: str) -> Comparison:
    comparison: Comparison = make()
    return dataclasses.replace(
        comparison,
        old=with_text(comparison.old, 1, old_words),
        new=with_text(comparison.new, 0, new_words),
        quantity_links=(),
        fact_changes=(),
        footnote_changes=(),
    )


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", shown(text)).strip()


@given(hostile, hostile)
def test_any_text_stays_text(old: str, new: str) -> None:
    comparison = retold(old, new)
    page = Quotes()
    page.feed(comparison.to_html())
    assert "img" not in page.tags
    assert page.tags == tags_of_a_peaceful_page()
    quotes = {" ".join(q.split()) for q in page.quotes}
    assert {plain(old), plain(new)} <= quotes


@given(hostile)
def test_any_text_stays_text_elsewhere(text: str) -> None:
    comparison = retold(text, "Nothing.")
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e]", comparison_text(comparison))
    assert "<script>" not in comparison.to_markdown()
    for html in (comparison._repr_html_(), report_html_page(comparison.old)):
        page = Quotes()
        page.feed(html)
        assert not {"script", "img"} & page.tags


@given(words, words)
def test_pieces_give_both_quotes_back(old: list[str], new: list[str]) -> None:
    before, after, _ = diff_pieces(old, new)
    assert "".join(p.text for p in before) == "".join(old)
    assert "".join(p.text for p in after) == "".join(new)
    assert sum(p.kind != "same" for p in before) == sum(p.kind != "same" for p in after)


def tags_of_a_peaceful_page() -> set[str]:
    page = Quotes()
    page.feed(retold("It was cold.", "It was not cold.").to_html())
    return page.tags
