"""Quotes of the JSON that can be found again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import rights_diff as rd
from rights_diff.model import Metadata, Report, Source, Span
from rights_diff.rendering.quotes import find_quote, quote_selector


def bare(text: str) -> Report:
    return Report(text=text, metadata=Metadata(source=Source(sha256="0" * 64)))


@pytest.mark.parametrize(
    "source", [rd.samples.OLD, rd.samples.NEW], ids=["older sample", "newer sample"]
)
def test_every_sentence_of_the_json_is_found_again(source: str) -> None:
    report = rd.load(source)
    document = json.loads(report.to_json())
    assert len(document["sentences"]) == len(report.sentences) > 20
    for said, sentence in zip(document["sentences"], report.sentences, strict=True):
        quote = said["quote"]
        assert quote["type"] == "TextQuoteSelector"
        assert quote["exact"] == sentence.span.of(report.text)
        assert find_quote(report.text, quote) == sentence.span
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in report.text


def test_a_quote_is_found_where_other_words_came_before() -> None:
    report = rd.load(rd.samples.OLD)
    longer = "A note that was not there before.\n\n" + report.text
    for sentence in report.sentences:
        quote = quote_selector(report, sentence.span)
        assert find_quote(longer, quote) == sentence.span.shift(len(longer) - len(report.text))


def test_the_same_words_twice_are_told_apart_by_more_neighbours() -> None:
    stanza = "The gate was shut. Nobody came in and nobody went out that year. " * 2
    text = f"First part. {stanza}Second part. {stanza}"
    report = bare(text)
    places = [i for i in range(len(text)) if text.startswith("The gate was shut.", i)]
    assert len(places) == 4
    for place in places:
        span = Span(place, place + len("The gate was shut."))
        assert find_quote(text, quote_selector(report, span)) == span


def test_what_is_gone_is_not_found() -> None:
    assert find_quote("It snowed.", {"exact": "It rained.", "prefix": "", "suffix": ""}) is None
    assert find_quote("It snowed.", {"exact": ""}) is None


def test_of_equal_places_the_first_is_taken() -> None:
    assert find_quote("It rained. It rained.", {"exact": "It rained."}) == (0, 10)


@given(st.text(alphabet="ab. ", min_size=1, max_size=200), st.data())
def test_a_quote_is_found_wherever_it_can_be_told_apart(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    quote = quote_selector(bare(text), span)
    found = find_quote(text, quote)
    assert found is not None
    assert found.of(text) == span.of(text)
    around = quote["prefix"] + quote["exact"] + quote["suffix"]
    if text.count(around) == 1 and text.find(around) == text.rfind(around):
        assert found == span


def test_very_many_equal_sentences_take_no_time() -> None:
    text = "It rained. " * 20_000
    quote = quote_selector(bare(text), Span(110_000, 110_010))
    assert len(quote["prefix"]) == len(quote["suffix"]) == 512
    assert find_quote(text, quote) is not None
