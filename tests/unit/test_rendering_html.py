from __future__ import annotations

import base64
import dataclasses
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from tests.rendering_fixture import make

from rights_diff.model import Comparison
from rights_diff.rendering.html import report_html_page
from rights_diff.rendering.markdown import report_markdown
from rights_diff.rendering.text import comparison_text, report_text


class Reader(HTMLParser):
    """Notes elements, attributes and text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.inside: list[str] = []
        self.raw: dict[str, list[str]] = {"style": [], "script": []}

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += 1
        self.attributes += [(tag, k, v or "") for k, v in attrs]
        self.inside.append(tag)

    def handle_endtag(self, tag):
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data):
        if self.inside and self.inside[-1] in self.raw:
            self.raw[self.inside[-1]].append(data)
        else:
            self.texts.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


@pytest.fixture(scope="module")
def page() -> str:
    html: str = make().to_html()
    return html


def test_the_same_comparison_gives_the_same_bytes(page):
    assert make().to_html() == page


def test_the_policy_allows_this_style_and_script_and_nothing_else(page):
    reader = read(page)
    policy = next(v for t, k, v in reader.attributes if t == "meta" and v.startswith("default-src"))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for kind in ("style", "script"):
        assert reader.tags[kind] == 1
        digest = hashlib.sha256("".join(reader.raw[kind]).encode()).digest()
        assert f"{kind}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy


def test_nothing_is_fetched(page):
    reader = read(page)
    assert not {"img", "link", "iframe", "object", "embed", "audio", "video"} & set(reader.tags)
    assert not [a for a in reader.attributes if a[1] in ("src", "srcset", "style", "action")]
    assert not re.search(r"url\(|@import", "".join(reader.raw["style"]))


def test_no_event_handlers_and_no_script_addresses(page):
    for _, name, value in read(page).attributes:
        assert not name.startswith("on")
        if name == "href":
            assert value.startswith(("#", "https://monitor.example/"))


def test_hostile_text_is_shown_not_run(page):
    reader = read(page)
    assert reader.tags["script"] == 1
    text = " ".join(reader.texts)
    assert "<script>alert('x')</script> {{ 7 * 7 }} {% raw %}" in text
    assert "\u202e" not in page
    assert "⟦U+202E⟧gnorts" in text


def test_ids_are_unique_and_every_way_leads_somewhere(page):
    attributes = read(page).attributes
    ids = [v for _, k, v in attributes if k == "id"]
    assert len(ids) == len(set(ids))
    ways = {v[1:] for _, k, v in attributes if k == "href" and v.startswith("#")}
    assert ways <= set(ids)


def test_every_sentence_is_on_the_page(page):
    comparison: Comparison = make()
    text = re.sub(r"\s+", " ", "".join(read(page).texts))
    for report in (comparison.old, comparison.new):
        for sentence in report.sentences:
            words = sentence.span.of(report.text)
            if "\u202e" not in words:
                assert words in text


def test_the_house_does_not_judge(page):
    text = " ".join(read(page).texts).lower()
    assert "no longer reported" in text
    assert "removed" not in text
    assert "improved" not in text
    assert text.count("does not say that things got better") == 1


def test_it_says_who_when_and_where_from(page):
    text = " ".join(read(page).texts)
    for words in (
        "Zembla",
        "Northern Rights Monitor",
        "covers 2017",
        "covers 2021",
        "sha256",
        "0123456789ab",
        "zembla-2017-18.txt",
        "https://monitor.example/zembla?a=1&b=2",
    ):
        assert words in text
    assert '<html lang="en">' in page
    assert "surveys/" not in page


def test_the_printed_header_cannot_leave_its_style():
    comparison = make()
    names = dataclasses.replace(comparison.new.metadata, country='"}</style><script>x</script>')
    hostile = dataclasses.replace(
        comparison, new=dataclasses.replace(comparison.new, metadata=names)
    ).to_html()
    reader = read(hostile)
    assert reader.tags["style"] == 1
    assert reader.tags["script"] == 1


def test_an_empty_comparison_still_makes_a_page():
    comparison = make()
    empty = Comparison(
        kind=comparison.kind,
        old=dataclasses.replace(comparison.old, sections=(), sentences=(), quantities=()),
        new=dataclasses.replace(comparison.new, sections=(), sentences=(), quantities=()),
    )
    assert "No claim changed" in empty.to_html()
    assert "No claim changed" in empty.to_markdown()


def test_the_page_stays_small():
    comparison = make()
    size = len(comparison.to_html().encode())
    assert size <= 6 * len(comparison.old.text + comparison.new.text) + 150_000


def test_one_report_as_a_page():
    comparison = make()
    html = report_html_page(comparison.new)
    reader = read(html)
    assert reader.tags["script"] == 0
    assert '<b class="figure">at least 57 people</b>' in html
    assert "Right to health" in html


def test_notebook_fragments_carry_no_script_and_their_own_style():
    comparison = make()
    for html in (comparison._repr_html_(), comparison.old._repr_html_()):
        reader = read(html)
        assert reader.tags["script"] == 0
        for rule in "".join(reader.raw["style"]).split("}")[:-1]:
            for selector in rule.split("{")[0].split(","):
                assert selector.strip().startswith(".rights-diff")
        assert "alert('x')" not in html
        assert len(html) < 30_000


def test_markdown_reads_nothing_as_markup():
    text = make().to_markdown()
    assert "<script>" not in text
    assert "\\<script\\>" in text
    assert "<del>1,204</del>" in text
    assert re.search(r"\| people \(.*?\) \| 1,204 \| at least 57 \|", text)


def test_markdown_of_one_report():
    text = report_markdown(make().new)
    assert text.startswith("# Zembla\n")
    assert "### Detention and forced labour" in text


def test_terminal_text_cannot_act():
    comparison = make()
    names = dataclasses.replace(comparison.new.metadata, country="Zem\x1b[31mbla\x07\x9b")
    hostile = dataclasses.replace(
        comparison, new=dataclasses.replace(comparison.new, metadata=names)
    )
    for text in (comparison_text(hostile), report_text(hostile.new)):
        assert not set(text) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert "1,204 → at least 57" in comparison_text(comparison)


def test_a_page_is_written_whole(tmp_path):
    path = tmp_path / "report.html"
    make().to_html(path)
    assert path.read_text("utf-8") == make().to_html()
    make().to_markdown(tmp_path / "report.md")
    assert (tmp_path / "report.md").read_text("utf-8") == make().to_markdown()
