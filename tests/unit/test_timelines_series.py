"""Figure series: what is put together, what is kept apart, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from tests.comparison_fixture import make_report

from rights_diff.model import Report
from rights_diff.model.timeline import FigureSeries, Movement, Timeline
from rights_diff.timelines.building import build


def told(year: int, *lines: str, organization: str = "Watch Group") -> Report:
    return make_report({"Detention": lines}, year=year, organization=organization)


def series_of(*reports: Report) -> Sequence[FigureSeries]:
    return build(reports).series


def values(series: FigureSeries) -> list[tuple[int | None, str]]:
    return [(p.as_of, p.quote) for p in series.points]


def test_a_figure_is_followed_over_the_years() -> None:
    (found,) = series_of(
        told(2015, "Some 120 prisoners were held without charge in camps near the border."),
        told(2017, "Some 90 prisoners were held without charge in camps near the border."),
    )
    assert values(found) == [(2015, "Some 120 prisoners"), (2017, "Some 90 prisoners")]
    assert found.movement is Movement.MOVED
    assert found.label == "Prisoners held without charge in camps near the border"


def test_a_figure_told_for_an_earlier_year_stands_at_that_year() -> None:
    (found,) = series_of(
        told(2016, "In 2011, 2,706 refugees reached Freedonia by sea, compared to 1,127 in 2016."),
        told(2017, "In all 940 refugees reached Freedonia by sea."),
    )
    assert values(found) == [
        (2011, "2,706 refugees"),
        (2016, "1,127"),
        (2017, "all 940 refugees"),
    ]


def test_a_year_before_a_bracket_is_the_year_of_the_figure_in_it() -> None:
    found = series_of(
        told(2017, "The number of refugees fell from 2015 (1,310) to 2016 (1,120)."),
        told(2018, "The number of refugees fell from 2015 (1,310) to 2016 (1,120)."),
    )
    years = {(p.as_of, p.quote) for s in found for p in s.points}
    assert {(2015, "1,310"), (2016, "1,120")} <= years


def test_those_who_live_somewhere_are_not_those_who_arrived() -> None:
    found = series_of(
        told(2015, "More than 23,500 exiles were living in Freedonia."),
        told(2016, "Some 1,200 exiles arrived in Freedonia."),
    )
    assert found == ()


def test_those_who_crossed_the_border_are_not_those_who_were_sent_back() -> None:
    found = series_of(
        told(2015, "Hundreds of exiles were forcibly returned from Freedonia to the border camps."),
        told(2016, "Thousands of exiles crossed from Freedonia to the border camps."),
    )
    assert found == ()


def test_children_of_other_ages_are_other_children() -> None:
    found = series_of(
        told(2015, "Inspectors found 12 children younger than 15 who worked in the mines."),
        told(2016, "Inspectors found 18 children between the ages of 16 and 18 in the mines."),
    )
    assert found == ()


def test_a_small_number_told_of_two_things_is_no_repeat() -> None:
    lines = (
        "Women with three children could opt for an operation in any hospital.",
        "The labour office reported that three children worked in the northern mines.",
    )
    later = "The labour office reported that nine children worked in the northern mines."
    (found,) = series_of(told(2015, *lines), told(2016, later))
    assert [p.repeats for p in found.points] == [(), ()]
    assert found.points[0].sentence.endswith("2")


def test_figures_for_one_year_that_are_far_apart_are_of_different_populations() -> None:
    found = series_of(
        told(2015, "Border guards counted 90 exiles in Freedonia in 2014."),
        told(2016, "Some 4,000 exiles were in Freedonia in 2014."),
    )
    assert found == ()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("One prisoner said that guards beat him.", "One prisoner said that guards beat him."),
        ("There were no reports of killings by guards.", "There were no reports of killings."),
        ("The camp lies 20 miles from the border.", "The camp lies 20 miles from the border."),
        ("Many prisoners fell ill in the camps.", "Several prisoners fell ill in the camps."),
        ("Thousands of miners lost their jobs.", "Thousands of monks marched in the north."),
    ],
)
def test_what_measures_nothing_is_no_series(one: str, two: str) -> None:
    assert series_of(told(2015, one), told(2016, two)) == ()


def test_a_sum_in_another_currency_is_told_once() -> None:
    found = series_of(
        told(2015, "Workers earned 270,000 won per month ($300) in the mines."),
        told(2016, "Workers earned 310,000 won per month ($340) in the mines."),
    )
    assert [s.unit for s in found] == ["won"]
    assert found[0].label == "Workers earned … per month in the mines"


def test_one_figure_that_later_editions_repeat_is_told_again() -> None:
    line = "A survey found that 64 percent of exiles had seen an execution in 2012."
    (found,) = series_of(told(2015, line), told(2016, line), told(2017, line))
    assert found.movement is Movement.RETOLD
    assert [p.told_again for p in found.points] == [False, True, True]
    assert found.label == "Share of exiles who had seen an execution"


def test_the_same_figure_of_another_body_is_no_repeat() -> None:
    (found,) = series_of(
        told(2015, "Up to 12,000 prisoners were held in the northern camps."),
        told(
            2016,
            "Up to 12,000 prisoners remained in the northern camps.",
            organization="Rights Office",
        ),
    )
    assert found.movement is Movement.STEADY
    assert not any(p.told_again for p in found.points)


def test_what_moved_comes_first_and_what_is_told_again_last() -> None:
    line = "A survey of 2012 found that 64 percent of exiles had seen an execution."
    found = series_of(
        told(2015, line, "Some 120 prisoners were held without charge in the camps."),
        told(2016, line, "Some 90 prisoners were held without charge in the camps."),
    )
    assert [s.movement for s in found] == [Movement.MOVED, Movement.RETOLD]
    assert [s.id for s in found] == ["f1", "f2"]


def label(first: str, second: str) -> str:
    (found,) = series_of(told(2015, first), told(2016, second))
    return found.label


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Activists said that guards held 40 children in the mines of the north.",
            "Activists said that guards held 60 children in the mines of the north.",
            "Children held in the mines of the north",
        ),
        (
            "Authorities destroyed 40 villages, 3,000 houses and a bridge in the valley.",
            "Authorities destroyed 55 villages, 4,000 houses and a bridge in the valley.",
            None,
        ),
        (
            "About 40 exiles, including women and children, were detained at the northern border.",
            "About 70 exiles, including women and children, were detained at the northern border.",
            "Exiles detained at the northern border",
        ),
    ],
)
def test_labels_read_like_a_persons(first: str, second: str, expected: str | None) -> None:
    found = series_of(told(2015, first), told(2016, second))
    labels = [s.label for s in found]
    assert labels
    assert all(not x.startswith(("0", "…")) and "000" not in x for x in labels)
    assert expected is None or expected in labels


def test_ordinals_count_on_and_never_back() -> None:
    (found,) = series_of(
        told(2015, "It held its third missile launch in 2015."),
        told(2017, "It held its sixth missile launch in 2017."),
    )
    assert [p.value for p in found.points] == [3, 6]
    assert found.label == "Missile launches so far"
    assert (
        series_of(
            told(2015, "It held its sixth missile launch in 2015."),
            told(2017, "It held its third missile launch in 2017."),
        )
        == ()
    )


def test_gaps_and_undated_reports_are_said() -> None:
    found: Timeline = build([told(2014, "Guards held 30 men."), told(2017, "Guards held 50 men.")])
    assert found.gaps == (("Watch Group", 2015), ("Watch Group", 2016))
    assert found.warnings == ()
