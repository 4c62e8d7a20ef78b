"""The year and the stretch of time a figure is about."""

from __future__ import annotations

import pytest

import rights_diff as rd
from rights_diff.extraction.quantities import quantities


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Between January and September, 40 boats sank.", "2019-01/2019-09"),
        ("Forty boats sank from May 2018 to May 2019.", "2018-05/2019-05"),
        ("In the first six months of the year, 40 boats sank.", "2019-01/2019-06"),
        ("In the first six months, 40 boats sank.", "2019-01/2019-06"),
        ("By September, 40 boats had sunk.", "2019-01/2019-09"),
        ("As of 4 July the port had lost 40 boats.", "2019-01/2019-07"),
        ("Through the end of October, 40 boats sank.", "2019-01/2019-10"),
        ("Forty boats sank between 2012 and 2014.", "2012/2014"),
        ("Forty boats sank.", None),
        ("In May 40 boats sank.", None),
        ("Forty boats sank between January and December.", None),
        ("Forty boats sank on 5-6 May.", None),
        ("By the end of the year, 40 boats had sunk.", None),
        ("It was the worst loss of boats since the late 1990s, when 40 sank.", None),
        ("The law of May to July gave 20 years in prison.", None),
        ("Under the fund’s 2012-2014 cycle 40 boats sank.", None),
        ("Forty boats sank after storms in the harbours of the far east in 2012 and 2013.", None),
    ],
)
def test_the_part_of_the_year_that_a_figure_is_about(sentence: str, period: str | None) -> None:
    assert quantities(sentence, year=2019)[-1].period == period


def test_the_same_period_is_that_of_the_sentence_before() -> None:
    text = "From May to July, 40 boats sank. Over the same period 12 burned."
    assert [q.period for q in quantities(text, year=2019)] == ["2019-05/2019-07"] * 2


def test_the_same_period_of_another_year_is_another() -> None:
    text = "From May to July, 40 boats sank. In the same period of 2018 it was 12 boats."
    assert [q.period for q in quantities(text, year=2019)] == ["2019-05/2019-07", None]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("He got 20 years in prison for killings in 2005.", [2019]),
        ("No charges were brought in relation to killings in 2005.", [2019]),
        ("Through the union, which was founded in 2005, 40 boats were sold.", [2019]),
        ("Since its opening in 2005, the port has lost 40 boats.", [2019]),
        ("In contrast with 2018, 40 boats sank.", [2019]),
        ("Ten years after the 2009 storm it rained.", [2019]),
        ("Forty boats sailed, undeterred by a law passed in 2005.", [2019]),
        ("One diver said he had seen it in 2017.", [2019]),
        ("Forty boats sank; the last storm was in 2006.", [2019]),
        ("Five men from the boat lost in 2005 were freed.", [2019]),
        ("The election was held in 2014. Turnout was 97 percent.", [2014]),
        ("The election was held in 2014. It was 97 percent. Some 40 boats sank.", [2014, 2019]),
        ("In 2014 it rained. That year 40 boats sank.", [2014]),
        ("In 2014 it rained. Later 40 boats sank.", [2019]),
    ],
)
def test_the_year_is_that_of_the_figure_itself(text: str, years: list[int]) -> None:
    assert [q.as_of for q in quantities(text, year=2019)] == years


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It rained on 3 May. It snowed the same day.", "2019-05-03"),
        ("It rained on 3 May. It snowed later that month.", "2019-05"),
        ("It rained on 3 May 2017. It snowed the same year.", "2017"),
        ("It rained on 31 May. It snowed the following day.", "2019-06-01"),
        ("It rained in December. It snowed the next month.", "2020-01"),
        ("It rained on 3 May, and the same month it snowed.", "2019-05"),
    ],
)
def test_dates_that_point_back(text: str, iso: str) -> None:
    report = rd.parse(f"Sea\n\n{text}\n", covered_years=[2019])
    assert report.dates[-1].iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "It snowed the same day.",
        "It rained in May. It snowed the same day.",
        "It rained on 3 May. He said that day care was rare.",
        "It rained on 3 May.\n\nIt snowed the same day.",
    ],
)
def test_what_points_to_nothing_is_no_date(text: str) -> None:
    report = rd.parse(f"Sea\n\n{text}\n", covered_years=[2019])
    assert [d.iso for d in report.dates if "day" in d.span.of(report.text)] == []
