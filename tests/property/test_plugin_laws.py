"""Whatever a sound plug-in gives makes a report that keeps the laws; whatever else is refused."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st
from tests.plugin_fixture import example_module

import rights_diff as rd
from rights_diff import samples, testing
from rights_diff.model import Document, Hint, HintKind, Source
from rights_diff.plugins.checking import CheckedReader
from rights_diff.plugins.checking import given as given_
from rights_diff.plugins.laws import broken_document, broken_sentences, broken_topics
from rights_diff.reading.options import DEFAULTS
from rights_diff.structure.sentences import split_sentences

read_jsonlines = example_module("jsonlines").read_jsonlines
DATA = b"the bytes of a report"
SOURCE = Source(path="report.own", sha256=hashlib.sha256(DATA).hexdigest())
PIECES = st.sampled_from(
    [
        "Courts",
        "The courts were open.",
        "1",
        "•",
        " ",
        "\n",
        "\n\n",
        "a)",
        "[2]",
        "\r\n",
        "Ω",
        "\x0c",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=25).map("".join).filter(str.strip)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents with any hints that the law lets pass: empty, nested, doubled."""
    text = draw(TEXTS)
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    hints = draw(st.lists(st.tuples(st.sampled_from(HintKind), spans), max_size=8))
    values = {HintKind.HEADING: st.sampled_from("123456789"), HintKind.PAGE: st.just("4 iv")}
    made = Document(text=text, source=SOURCE)
    for kind, span in hints:
        hint = Hint(kind=kind, span=rd.Span(*span), value=draw(values.get(kind, st.just("x"))))
        with_one_more = replace(made, hints=(*made.hints, hint))
        if broken_document(with_one_more, DATA) is None:
            made = with_one_more
    return made


def hinted(text: str, *hints: tuple[HintKind, int, int]) -> Document:
    made = (Hint(kind=kind, span=rd.Span(a, b), value="x") for kind, a, b in hints)
    return Document(text=text, source=SOURCE, hints=tuple(made))


@given(documents())
@example(hinted("Courts", (HintKind.FACT, 0, 6)))  # no label, no value: text all the same
@example(hinted("Courts open.", (HintKind.TITLE, 3, 4), (HintKind.TABLE_ROW, 2, 3)))
def test_any_sound_document_makes_a_report_that_keeps_the_laws(document: Document) -> None:
    assert broken_document(document, DATA) is None
    report = testing.check_reader(lambda _name, _data, _options: document, DATA)
    assert report.text == document.text


VALUES = st.one_of(
    st.none(), st.integers(), st.text(max_size=20), st.lists(st.integers(), max_size=2)
)
KEYS = st.sampled_from(["kind", "text", "level", "marker", "country", "published_year", "title"])
KINDS = st.sampled_from(["report", "heading", "footnote", "item", "furniture"])
RECORDS = st.tuples(st.dictionaries(KEYS, VALUES), KINDS, st.text(min_size=1)).map(
    lambda drawn: json.dumps({"kind": drawn[1], "text": drawn[2], **drawn[0]})
)


@given(st.lists(st.one_of(RECORDS, st.text(max_size=20)), max_size=6).map("\n".join))
@example(
    '{"kind": "heading", "level": 1, "text": "\\ud800 Courts"}\n{"text": "It \\udfff rained."}'
)
@example('{"text": "Courts", "kind": "furniture", "level": 1e999}')
@example("[" * 100_000)
def test_a_file_of_json_lines_is_a_sound_report_or_one_clear_error(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    try:
        report = testing.check_reader(CheckedReader(given_("reader", read_jsonlines)), data)
    except rd.RightsDiffError:
        return
    comparison = rd.compare(report, report)
    testing.check_same(comparison)
    assert comparison.to_json().encode("utf-8", "surrogatepass")
    assert comparison.to_html()


@given(st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30)), max_size=5))
@example([(0, 21)])
@example([(0, 10), (11, 21)])
def test_sentences_pass_or_are_refused_and_those_that_pass_hold_every_word(
    spans: list[tuple[int, int]],
) -> None:
    text = "It rained. Roads shut."
    whole = rd.Span(0, len(text))
    if broken_sentences(text, whole, spans) is None:
        kept = "".join(text[a:b] for a, b in spans)
        assert "".join(kept.split()).replace(".", "") == "ItrainedRoadsshut"
        assert all(a < b <= c for (a, b), (c, _) in pairwise(spans))


@given(TEXTS)
def test_the_shipped_splitter_keeps_the_law_for_splitters(text: str) -> None:
    testing.check_splitter(lambda t, span: split_sentences(t, *span), text)


@given(testing.chapters())
def test_the_shipped_parts_keep_the_laws_for_parts_of_ones_own(chapter: str) -> None:
    from rights_diff.extraction.topics import topics_of
    from rights_diff.reading.plain_text import read_plain_text

    testing.check_reader(read_plain_text, chapter.encode(), options=DEFAULTS)
    testing.check_splitter(lambda t, span: split_sentences(t, *span), chapter)
    testing.check_topics(topics_of, chapter)


@given(TEXTS, st.lists(st.sampled_from(["open", "shut", "paid"]), unique=True, max_size=3))
def test_any_splitter_and_any_topics_make_a_sound_report(text: str, codes: list[str]) -> None:
    report = rd.parse(text, splitter=lambda _, span: [span], topics=lambda _: codes)
    testing.check_report(report)
    assert all(s.topics == tuple(codes) for s in (*report.sections, *report.sentences))


@given(st.lists(st.text(max_size=6), max_size=4))
def test_codes_that_pass_fit_into_every_output(codes: list[str]) -> None:
    if broken_topics(codes) is None:
        assert all(not set(code) & set(" \t\n|,;\"'<>&=#") and code for code in codes)


def test_the_shipped_samples_keep_the_law_for_splitters() -> None:
    for sample in samples.ALL:
        text = rd.load(sample).text
        testing.check_splitter(lambda t, span: split_sentences(t, *span), text)
