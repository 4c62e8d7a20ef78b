"""Whatever a page holds: a document that keeps the laws, or a `ReadError`."""

from __future__ import annotations

from collections import Counter

from hypothesis import example, given
from hypothesis import strategies as st

from rights_diff.errors import ReadError
from rights_diff.reading.html import read_html
from rights_diff.reading.html.charset import decode_page
from rights_diff.reading.html.limits import lightened
from rights_diff.reading.html.tree import parse, words_of
from rights_diff.structure import structure
from rights_diff.testing import check_report

_TAGS = (
    "p div span b i u strong a h1 h2 h3 h4 ul ol li table tr td th section article main nav header"
    " footer aside br sup dl dt dd figure figcaption blockquote pre button form svg script title"
)
TAGS = _TAGS.split()
NAMES = (
    "",
    ' class="toc"',
    ' class="share bare"',
    ' id="fn1"',
    ' href="#fn1"',
    ' href="/x"',
    " hidden",
)
WORDS = (
    "Nets were taken.",
    "Courts: ",
    "Section 1.",
    "1",
    "[1]",
    "ab " * 50 + "ab.",
    "&amp;",
    "<",
    "\u00a0",
)

tags = st.builds(
    lambda close, tag, name: f"<{close}{tag}{'' if close else name}>",
    st.sampled_from(("", "", "/")),
    st.sampled_from(TAGS),
    st.sampled_from(NAMES),
)
soups = st.lists(st.one_of(tags, st.sampled_from(WORDS), st.text(max_size=8)), max_size=60)


@given(st.binary(max_size=400))
@example(b"<a<a")
@example(b"<!doctype html><p>\xff\xfe\x00")
def test_any_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    try:
        text = read_html("page.html", data).text
    except ReadError as error:
        text = str(error).removeprefix("page.html: ")
    assert text.strip()


@given(soups)
def test_tag_soup_makes_reports_that_keep_the_laws(soup: list[str]) -> None:
    try:
        document = read_html("page.html", "".join(soup).encode("utf-8", "replace"))
    except ReadError:
        return
    for hint in document.hints:
        assert 0 <= hint.span.start < hint.span.end <= len(document.text)
        assert hint.span.of(document.text).strip() == hint.span.of(document.text)
    check_report(structure(document))


@given(soups)
@example(["<h1>", "<article>", "Nets were taken."])  # a title that holds the report
def test_all_letters_come_from_the_page(soup: list[str]) -> None:
    """Reading adds bullets, numbers and brackets of notes, and takes away; it makes up no words."""
    data = "".join(soup).encode("utf-8", "replace")
    try:
        document = read_html("page.html", data)
    except ReadError:
        return
    page = parse(lightened("page.html", decode_page("page.html", data).text))
    assert _letters(document.text) <= _letters(words_of(page.root))


def _letters(text: str) -> Counter[str]:
    return Counter(c for c in text if c.isalpha())


@given(st.text(alphabet="abc é’\u00a0", min_size=1, max_size=40))
def test_the_same_page_gives_the_same_document(words: str) -> None:
    data = f"<h1>Tuvalu</h1><p>{words}<p>Nets".encode()
    assert read_html("p.html", data) == read_html("p.html", data)
