"""Figures set beside another: each keeps its own year, unit and noun."""

from __future__ import annotations

import pytest

from rights_diff.extraction.quantities import quantities
from rights_diff.model import QuantityKind


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("Forty boats reached the port, compared to 90 in 2011.", [2019, 2011]),
        ("Catches rose to 132 tons, compared with 127 tons at the end of 2015.", [2019, 2015]),
        ("A survey made in 2014 counted 77 boats, up from 65 in 2010.", [2014, 2010]),
        ("The harbour has 71 berths (up from the previous 27).", [2019, None]),
        ("The fleet lost 389 boats (508 in 2015) and 11 barges (13 in 2015).",
         [2019, 2015, 2019, 2015]),
        ("The fleet fell of boats shrank from 2015 (1,310) to 2016 (1,120).", [2015, 2016]),
        ("The fleet grew from 25 boats in 2012 to 29 at the end of 2016.", [2012, 2016]),
        ("In 2017 the fleet fell from 131 boats to 129.", [None, 2017]),
        ("The fleet grew from 10 to 12 boats between 2010 and 2016.", [2010, 2016]),
        ("The fleet ranged from 1,300 boats in the late 1990s to 5,000 in recent years.",
         [1999, 2019]),
        ("The port counted 84 wrecks in 2018 and 70 drowned sailors (the same as 2017).",
         [2018, 2018]),
        ("The port counted 27 wrecks, compared with 25 reported in all of 2018.", [2019, 2018]),
        ("The port counted 27 wrecks, compared with 25 the previous year.", [2019, 2018]),
        ("Only 39 percent of boats sank, compared with 69 percent of the rafts in 2015.",
         [2015, 2015]),
        ("In July 2017, when the port opened its gates for a week while the ferries to the islands"
         " stayed where they were because of the storm, guards turned away 50 boats.", [2017]),
    ],
)  # fmt: skip
def test_each_figure_keeps_the_year_of_its_own_words(
    sentence: str, years: list[int | None]
) -> None:
    found = [q for q in quantities(sentence, year=2019) if q.kind is not QuantityKind.DURATION]
    assert [q.as_of for q in found] == years


def test_a_vote_told_as_a_baseline_gives_no_year() -> None:
    text = "No sailor had stood in any election since 1959. Each received 93 percent of the votes."
    assert [q.as_of for q in quantities(text, year=2019)][-1] == 2019


@pytest.mark.parametrize(
    "sentence",
    [
        "The law protects a sailor under age 14.",
        "Many sailors were married before 18.",
        "The law keeps children 16 to 17 from diving.",
        "The law names children who are 15 or 16, but not their parents.",
        "The code sets 18 as the minimum age for marriage.",
        "It could be claimed for a person age 15 or 14.",
        "The minimum age for diving is 18 for men and 17 for women.",
    ],
)
def test_an_age_told_without_its_word_is_an_age(sentence: str) -> None:
    kinds = {
        q.kind for q in quantities(sentence, year=2019) if q.kind is not QuantityKind.VAGUE_COUNT
    }
    assert kinds == {QuantityKind.AGE}


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("The share of wrecks fell from 78 to 68 percent.", "percent"),
        ("A decree raised the limit from 250 to 400 hours.", "hour"),
    ],
)
def test_the_first_number_of_a_change_has_the_unit_of_the_second(sentence: str, unit: str) -> None:
    assert [q.unit for q in quantities(sentence, year=2019)] == [unit, unit]


def test_estimates_that_differ_count_the_population_and_not_those_who_estimate() -> None:
    text = (
        "The prison population is disputed, with some groups putting the total as low as 8,000"
        " and others as high as 20,000."
    )
    found = quantities(text)[1:]
    assert [(q.low, q.high) for q in found] == [(8000, None), (None, 20000)]
    assert all(q.counted != "group" for q in found)
