"""The year a figure is about, who says it, and how surely."""

from __future__ import annotations

import pytest

import rights_diff as rd
from rights_diff.extraction.quantities import quantities


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Forty boats sank.", [2019]),
        ("In 2011, 40 boats sank.", [2011]),
        ("Forty boats sank in May 2011.", [2011]),
        ("Forty boats sank, the most since 2011.", [2019, 2019]),
        ("Forty boats sank in 2017, compared with 30 in 2016.", [2017, 2016]),
        ("Forty boats shall be built by 2030.", [2019]),
        ("Forty boats were seized under a 1993 decree.", [2019]),
        ("Arrests fell by 14 per cent from 2018.", [2019]),
    ],
)
def test_the_sentence_dates_its_figures(sentence: str, years: list[int]) -> None:
    assert [q.as_of for q in quantities(sentence, year=2019)] == years


def test_without_a_year_there_is_none() -> None:
    assert [q.as_of for q in quantities("Forty boats sank.")] == [None]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Forty boats sank.", "asserted"),
        ("An estimated 40 boats sank.", "estimated"),
        ("Officials estimate that 40 boats sank.", "estimated"),
        ("Forty boats were believed to have sunk.", "believed"),
        ("Forty boats were reportedly sunk.", "reported"),
        ("A harbour group said 40 boats sank.", "reported"),
        ("According to a harbour group, 40 boats sank.", "reported"),
        ("Forty boats sank, according to a harbour group.", "reported"),
        ("Unconfirmed reports that 40 boats sank came in.", "reported"),
        ("Forty boats were reported to have sunk.", "reported"),
        ("The pilot claimed that 40 boats sank.", "alleged"),
        ("Forty boats were seized, allegedly for smuggling.", "asserted"),
        ("Forty groups said that it rained.", "asserted"),
        ("The pilot said it rained, but 40 boats sank.", "asserted"),
        ("Forty boats were reportedly sunk, which pleased an estimated few.", "reported"),
    ],
)
def test_modality(sentence: str, modality: str) -> None:
    assert quantities(sentence)[0].modality.value == modality


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("According to the harbour union, 40 boats sank.", "the harbour union"),
        ("The harbour union reported that 40 boats sank.", "The harbour union"),
        ("Forty boats sank.", None),
    ],
)
def test_attribution(sentence: str, source: str | None) -> None:
    assert quantities(sentence)[0].attribution == source


def test_quantities_of_a_report_name_their_sentence() -> None:
    report = rd.parse("Sea\n\nForty boats sank. Two men swam home.\n", covered_years=[2019])
    found = [(report.sentence(q.sentence or ""), q) for q in report.quantities]
    assert [q.value for _, q in found] == [40, 2]
    assert all(s.span.contains(q.span) for s, q in found)
    assert [q.id for _, q in found] == ["q1", "q2"]


def test_a_higher_number_is_bounded_by_the_one_told_before() -> None:
    text = (
        "The police count 17 missing women. Relatives insist the number of victims is much higher."
    )
    assert [(q.low, q.counted) for q in quantities(text)][-1] == (17.0, "victim")


def test_a_higher_number_of_something_else_has_no_bound() -> None:
    text = "Nine tents burned. The number of refugees is believed to be higher."
    assert [(q.low, q.counted) for q in quantities(text)][-1] == (None, "refugee")
