"""Which figures make one series, which none, and that none stands in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from tests.comparison_fixture import make_report

from rights_diff.model import Report
from rights_diff.model.timeline import FigureSeries, Movement
from rights_diff.timelines.building import build


def told(year: int, *lines: str, organization: str = "Watch Group") -> Report:
    return make_report({"Detention": lines}, year=year, organization=organization)


def series_of(*reports: Report) -> Sequence[FigureSeries]:
    return build(reports).series


@pytest.mark.parametrize(
    "sentence",
    [
        "The council must confirm it by a two-thirds majority of its votes.",
        "The guild is the only legal union of the northern miners.",
        "The office spoke of zero tolerance for theft in the mines.",
        "In some cases miners of the north were sent home.",
        "Families said the number of lost miners was much higher.",
        "The law caps overtime at 16 hours per week and 160 per year.",
        "The code sets 18 as the legal minimum age for miners.",
    ],
)
def test_rules_and_empty_words_are_not_followed(sentence: str) -> None:
    assert series_of(told(2015, sentence), told(2016, sentence)) == ()


def test_one_or_two_told_twice_take_each_other_and_are_no_partner_of_another() -> None:
    line = "The office has two deputies, one for the mines and one for the harbour."
    assert series_of(told(2015, line), told(2016, line), told(2017, line)) == ()


def test_parts_told_in_a_list_are_not_one_figure() -> None:
    found = series_of(
        told(2015, "The board made 13 visits (four to prisons, six to schools, three to camps)."),
        told(2016, "The board made 16 visits (five to farms, eight to chapels, three to halls)."),
    )
    assert [p.quote for s in found for p in s.points] == ["13 visits", "16 visits"]


def test_cases_of_children_of_other_ages_are_other_cases() -> None:
    found = series_of(
        told(
            2015, "Officers reported three cases, involving three children, of work under age 15."
        ),
        told(2016, "Officers reported 10 cases involving 12 children ages 15 and 16 at work."),
    )
    assert not [s for s in found if any("cases" in p.quote for p in s.points)]


def test_figures_that_differ_in_every_year_are_of_two_populations() -> None:
    first = "The number of sailors leaving the port fell from 2013 (188) to 2014 (168)."
    second = "The number of sailors leaving the port fell from 2013 (1,127) to 2014 (1,037)."
    assert series_of(told(2015, first), told(2016, second)) == ()


def test_two_values_for_one_year_stand_in_one_series() -> None:
    found = series_of(
        told(2014, "In 2014 inspectors registered 16,000 injuries at workplaces in the mines."),
        told(2015, "In 2015 inspectors registered 79,900 injuries at workplaces in the mines."),
        told(2016, "Inspectors registered 23,000 injuries at workplaces in the mines in 2015."),
        told(2017, "Inspectors registered 24,000 injuries at workplaces in the mines in 2016."),
    )
    held = Counter((p.report, p.quantity) for s in found for p in s.points)
    assert set(held.values()) == {1}
    assert len(held) == 4


def test_both_ends_of_a_change_are_one_series() -> None:
    (found,) = series_of(
        told(
            2016,
            "The share of miners in unions rose from 25 percent in 2012 to 29 percent in 2016.",
        ),
        told(
            2017,
            "The share of miners in unions rose from 25 percent in 2012 to 31 percent in 2017.",
        ),
    )
    assert [(p.as_of, p.value) for p in found.points] == [
        (2012, 25),
        (2012, 25),
        (2016, 29),
        (2017, 31),
    ]


def test_a_number_and_a_vague_word_of_two_bodies_for_one_year_meet() -> None:
    (found,) = series_of(
        told(2015, "The navy carried out numerous long-range missile tests in the northern sea."),
        told(
            2015,
            "The navy of the northern sea fired rockets in 16 missile tests.",
            organization="Rights Office",
        ),
    )
    assert len(found.points) == 2
    assert found.movement is not Movement.MOVED


def test_the_same_share_of_two_elections_is_no_repeat() -> None:
    (found,) = series_of(
        told(2015, "In the 2014 elections 97 percent of miners voted for the guild."),
        told(2019, "In the 2018 elections 97 percent of miners voted for the guild."),
    )
    assert not any(p.told_again for p in found.points)
