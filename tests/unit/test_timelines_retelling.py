"""Which figures only tell an earlier one again, and of which year they are."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.model.timeline import FigureSeries
from rights_diff.timelines.building import build


def told(year: int, *lines: str) -> rd.Report:
    return make_report({"Mines": lines}, year=year, organization="Watch Group")


def series(*reports: rd.Report) -> FigureSeries:
    (found,) = build(reports).series
    return found


def years(found: FigureSeries) -> list[tuple[int | None, bool]]:
    return [(p.as_of, p.told_again) for p in found.points]


def test_an_event_keeps_the_year_that_a_later_edition_names() -> None:
    line = "In {} a broadcaster reported that 10,000 pages were burned in the coast archive."
    found = series(told(2022, line.format("April")), told(2023, line.format("April 2022")))
    assert years(found) == [(2022, False), (2022, True)]


def test_a_study_named_with_its_year_later_on_is_of_that_year_throughout() -> None:
    first = "According to a league study, 300 miners in the north worked without any contract."
    later = "According to a 2012 league study, 300 miners in the north worked without any contract."
    found = series(told(2014, first), told(2015, first), told(2016, later))
    assert years(found) == [(2012, False), (2012, True), (2012, True)]


def test_the_same_number_on_another_day_is_a_new_finding() -> None:
    line = "Elections were held on {} under a single system to elect 199 members of the assembly."
    found = series(told(2018, line.format("April 8")), told(2022, line.format("April 3")))
    assert years(found) == [(2018, False), (2022, False)]


def test_a_number_beside_others_that_changed_was_counted_anew() -> None:
    line = "Women held {} seats of the upper house and 49 seats of the lower house."
    (found,) = [
        s
        for s in build([told(2016, line.format(30)), told(2017, line.format(23))]).series
        if s.points[0].value == 49
    ]
    assert not any(p.told_again for p in found.points)


def test_a_number_of_the_same_named_people_is_told_again_in_other_words() -> None:
    found = series(
        told(2018, "The four envoys, Alda Morin and Pavel Strand among them, flew home safely."),
        told(2019, "Four Ruritanian envoys, Alda Morin and Pavel Strand among them, flew home."),
    )
    assert [p.told_again for p in found.points] == [False, True]


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (  # one of every ten is no count of ten
            "A league estimated that one of every 10 miners in the north had no contract.",
            "The league estimated that one of every 10 miners in the north had no contract.",
        ),
        (  # thousands beside others, and not of a kind
            "The league named 516 miners of the north with thousands more left unnamed.",
            "The league named 709 miners of the north with thousands more left unnamed.",
        ),
    ],
)
def test_bases_and_remainders_are_not_followed(first: str, later: str) -> None:
    found = build([told(2016, first), told(2017, later)]).series
    values = {p.value or p.low for s in found for p in s.points}
    assert values.isdisjoint({10, 2000})


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (  # a whole with its part, and a part
            "The league showed that 270 of 586 cases of sexual assault took place in prisons.",
            "The league documented 273 cases of sexual assault against women in prisons.",
        ),
        (  # two things together, and one of them
            "Attacks by the northern band on miners led to at least 280 deaths and injuries.",
            "Attacks by the northern band on miners led to at least 84 deaths in the year.",
        ),
        (  # a county, and the country
            "A study showed that 80 percent of the children in care in one county were orphans.",
            "A study showed that 66 percent of the children in care were orphans.",
        ),
    ],
)
def test_figures_of_other_extent_are_no_series(first: str, later: str) -> None:
    assert build([told(2016, first), told(2017, later)]).series == ()
