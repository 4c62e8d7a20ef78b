"""The laws of figures and dates, for any text."""

from __future__ import annotations

import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import rights_diff as rd
from rights_diff import testing
from rights_diff.model import Quantity

FIGURES = st.sampled_from(
    [
        "At least 63 women left.",
        "Between 40 and 60 boats sank in 2011.",
        "An estimated 3 million people stayed; 200 of them ate.",
        "Prices tripled for the fourth consecutive year.",
        "On 3 May, hundreds of boats sank.",
        "He was jailed for two years and fined $40.",
        "It was the lowest number since 2002.",
        "One of the men was aged between 10 and 16.",
        "No executions took place in April.",
        "Of the 364 people, 316 were men and 48 were women.",
        "They took 27 children (12 girls and 15 boys) home.",
        "A fine of 5,000 forints ($17) was paid.",
        "All three were released in the first six months.",
        "The report also said that dozens had left.",
        "According to a lawyer, 833 had joined and ninety-three had been killed.",
        "Nothing at all took place.",
    ]
)
NOISE = st.text(st.sampled_from("0123456789 ,.-–/$%()’onetwhalfrdMay"), max_size=60)
# Any run of the words the rules know, glued or not: grammar without sense.
_LISTS = files("rights_diff.extraction").joinpath("data").iterdir()
_TABLES = sorted(
    f.name for f in _LISTS if re.match(r"(number|quantity|unit|date|modality)", f.name)
)
_SIGNS = ["5", "12", "2017", "1,127", "3rd", "61/45", "1990s", "0", "0.5", "½", "¼", "1/2", "0th"]
_SIGNS += ["$", "%", "-", "–", ",", ".", "’s", "(", ")", ";", "'", "°", "№", "x"]


def _words_of(name: str) -> set[str]:
    lines = files("rights_diff.extraction").joinpath("data", name).read_text("utf-8").splitlines()
    entries = [line.replace("\t", " ") for line in lines if line and line[0] != "#"]
    return {word for entry in entries for word in entry.split()}


_KNOWN = [*sorted(set().union(*map(_words_of, _TABLES))), *_SIGNS]
# The words that make numbers stand beside each other more often than chance has it.
_NUMBERS = sorted(
    set().union(*(_words_of(name) for name in _TABLES if name.startswith("number_"))) | {*_SIGNS}
)
GIBBERISH = st.lists(
    st.tuples(
        st.sampled_from(_KNOWN) | st.sampled_from(_NUMBERS), st.sampled_from([" ", " ", ""])
    ).map("".join),
    max_size=20,
).map("".join)
WRITTEN = testing.written_figures().map(lambda w: w.text)
PASSAGES = st.lists(
    FIGURES | WRITTEN | testing.not_figures() | NOISE | GIBBERISH | st.text(max_size=30), max_size=6
).map(" ".join)


def found(text: str) -> tuple[Quantity, ...]:
    return rd.quantities(text, year=2010)


@given(PASSAGES)
@example("They worked 5 half days, and two half brothers met.")
def test_figures_of_any_text_keep_the_laws(text: str) -> None:
    quantities = found(text)
    testing.check_quantities(text, quantities)
    for q in quantities:
        assert q.span.of(text).strip() == q.span.of(text)
    assert [q.id for q in quantities] == [f"q{n + 1}" for n in range(len(quantities))]


@given(PASSAGES)
def test_no_value_is_beyond_all_measure(text: str) -> None:
    for q in found(text):
        assert all(abs(x) < 10**40 for x in (q.value, q.low, q.high) if x is not None)


@given(testing.written_figures())
def test_a_written_figure_is_read_back(written: testing.Written) -> None:
    testing.check_reads_back(written, found(written.text))


@given(testing.not_figures())
def test_names_and_dates_are_no_figures(text: str) -> None:
    assert [q.span.of(text) for q in found(text)] == []


@given(testing.written_figures(), testing.not_figures())
def test_a_name_or_date_beside_a_figure_changes_nothing(
    written: testing.Written, other: str
) -> None:
    text = f"{written.text} {other}"
    quantities = found(text)
    assert [q.core.of(text) for q in quantities] == [written.core]


@given(testing.written_figures(), testing.written_figures())
def test_two_sentences_hold_what_each_holds(a: testing.Written, b: testing.Written) -> None:
    testing.check_addition(a.text, b.text, found)


@given(st.integers(0, 10**12 - 1))
def test_a_number_in_words_is_read_back(number: int) -> None:
    for link, hyphen in ((" and ", "-"), (" ", "-"), (" and ", " ")):
        text = f"They saw {testing.in_words(number, link=link, hyphen=hyphen)} birds."
        assert [q.value for q in found(text)] == [number], text


# Line breaks that are no "\n" are spaces to the reader; a paragraph holds none of either sort.
PARAGRAPHS = PASSAGES.map(lambda text: " ".join(text.split()))


@given(PARAGRAPHS, PARAGRAPHS)
def test_other_paragraphs_change_nothing(first: str, second: str) -> None:
    testing.check_paragraphs(first, second, found)


@given(st.lists(FIGURES | WRITTEN, max_size=4).map(" ".join), FIGURES | WRITTEN)
def test_a_further_sentence_adds_its_figures_and_changes_no_other(before: str, last: str) -> None:
    testing.check_addition(before, last, found)


@given(PASSAGES)
def test_the_same_text_gives_the_same_figures(text: str) -> None:
    assert found(text) == found(text)


SETTINGS = st.sampled_from([(" ", "\u00a0"), (" ", "\u202f"), (" ", "\u2009"), ("’", "'")])


@given(st.lists(FIGURES | WRITTEN | testing.not_figures(), max_size=3).map(" ".join), SETTINGS)
@example("She left at 9 a.m., and he came back.", (" ", "\u00a0"))
@example("According to a lawyer, 833 had joined.", (" ", "\u202f"))
def test_setting_changes_no_figure(text: str, setting: tuple[str, str]) -> None:
    reset = text.replace(*setting)
    for one, other in zip(found(text), found(reset), strict=True):
        assert other.span == one.span
        said = one.attribution and one.attribution.replace("’", setting[1])
        assert other == replace(one, attribution=said)


# Characters of one line; a country chapter has 15,000 in many. Ten thousand "and"s are as long.
HOSTILE = 40_000


@pytest.mark.parametrize("making", sorted(testing.hostile_texts(1)))
def test_hostile_lines_take_linear_time(making: str) -> None:
    text = testing.hostile_texts(HOSTILE)[making]
    testing.check_linear_time(text, found)
    testing.check_quantities(text, found(text))


@given(PASSAGES)
def test_figures_and_dates_of_a_report_stand_in_its_sentences(text: str) -> None:
    try:
        report = rd.parse(text, covered_years=[2010])
    except rd.ReadError:
        return
    testing.check_quantities(report.text, report.quantities)
    spans = [s.span for s in report.sentences]
    for item in (*report.quantities, *report.dates):
        assert any(span.contains(item.span) for span in spans)
    dates = [d.span for d in report.dates]
    assert all(a.end <= b.start for a, b in pairwise(dates))
