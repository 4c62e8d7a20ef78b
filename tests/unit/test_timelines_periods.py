"""Part-years and provisional figures; what counts as a movement."""

from __future__ import annotations

import pytest
from tests.unit.test_timelines_series import told

from rights_diff import Span
from rights_diff.comparison.claims import ReportIndex
from rights_diff.model import Qualifier, QuantityKind
from rights_diff.model.timeline import FigurePoint
from rights_diff.timelines.building import build
from rights_diff.timelines.mentions import mentions_of
from rights_diff.timelines.part_years import stretch_of


def _point(**values: object) -> FigurePoint:
    fields: dict[str, object] = {
        "report": "r",
        "quantity": "q",
        "sentence": "s",
        "as_of": 2020,
        "kind": QuantityKind.COUNT,
        "span": Span(0, 1),
        "quote": "x",
    }
    return FigurePoint(**{**fields, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ({"value": 5.0}, {"value": 6.0}, True),
        ({"low": 52.0}, {"low": 64.0}, True),
        ({"low": 20_000.0, "high": 99_999.0}, {"low": 80_000.0, "high": 120_000.0}, False),
        ({"low": 2_000.0, "high": 9_999.0}, {"low": 20_000.0, "high": 99_999.0}, True),
        ({"high": 600.0}, {"value": 600.0}, False),
        ({"low": 4.0, "high": 6.0}, {"value": 5.0}, False),
        ({}, {"value": 16.0}, False),
        ({"value": 500.0, "qualifier": Qualifier.ABOUT}, {"value": 516.0}, False),
    ],
)
def test_ranges_that_allow_one_value_do_not_differ(
    a: dict[str, object], b: dict[str, object], differ: bool
) -> None:
    assert _point(**a).differs_from(_point(**b)) is differ
    assert _point(**b).differs_from(_point(**a)) is differ


def test_a_figure_for_part_of_a_year_says_which() -> None:
    (found,) = (
        s
        for s in build(
            [
                told(2016, "The union counted 480 strikes in the country's ports."),
                told(2017, "The union counted 210 strikes in the country's ports through August."),
            ]
        ).series
    )
    assert [p.period for p in found.points] == [None, "January–August"]


@pytest.mark.parametrize(
    ("line", "stretch"),
    [
        ("As of August, 210 strikers remained in detention.", None),
        ("As of August, the union registered 210 attacks.", "January–August"),
        ("In the first seven months of the year, mines killed 25 civilians.", "January–July"),
        ("The state held 340 executions from 2012 to 2016.", "2012–2016"),
        ("The office made 346 visits from November 2016 through February 2017.",
         "November 2016–February 2017"),
        ("The union registered 210 strikes.", None),
    ],
)  # fmt: skip
def test_a_stretch_is_told_in_words(line: str, stretch: str | None) -> None:
    index = ReportIndex(told(2017, line))
    (mention,) = mentions_of(0, index)
    assert stretch_of(mention.figure) == stretch


def test_an_edition_given_twice_is_followed_once() -> None:
    lines = [f"Prison number {n} in the {n}th district was closed to visitors." for n in range(9)]
    more = "Some 90 prisoners were held without charge in camps near the border."
    found = build([told(2015, *lines), told(2015, *lines, more), told(2017, *lines)])
    assert len(found.editions) == 2
    assert more in found.editions[0].report.text
    (warning,) = found.warnings
    assert " was given twice: " in warning


def test_two_chapters_of_one_year_are_both_followed() -> None:
    lines = [f"Prison number {n} in the {n}th district was closed to visitors." for n in range(9)]
    others = [f"Court number {n} on the {n}th island was closed to the press." for n in range(9)]
    found = build([told(2015, *lines), told(2015, *others), told(2017, *lines)])
    assert len(found.editions) == 3
    assert not found.warnings


def test_a_provisional_figure_is_marked() -> None:
    (found,) = build(
        [
            told(2016, "In all 480 refugees reached Freedonia by sea."),
            told(2017, "In all 210 refugees (provisional) reached Freedonia by sea."),
        ]
    ).series
    assert [p.provisional for p in found.points] == [False, True]


def test_two_bodies_counts_that_are_far_apart_are_no_fall() -> None:
    first = "The NGO Press Watch registered 409 incidents regarding restrictions of expression."
    other = "The NGO Free Voice registered 41 incidents regarding restrictions of expression."
    again = "The NGO Press Watch registered 388 incidents regarding restrictions of expression."
    assert build([told(2016, first), told(2017, other)]).series == ()
    assert len(build([told(2016, first), told(2017, again)]).series) == 1


def test_a_part_does_not_stand_beside_wholes() -> None:
    whole = "At least 185 people were sentenced to death after unfair trials."
    part = f"At least 123 people {whole[20:-1]}, including 17 by army courts."
    (found,) = build([told(2016, whole), told(2017, part)]).series
    assert [p.quote for p in found.points] == ["At least 185 people", "At least 123 people"]


def test_figures_that_count_on_from_others_are_no_series() -> None:
    lines = "The port opened six additional piers in 2014 and two more piers in 2015."
    assert build([told(2016, lines), told(2017, lines)]).series == ()


def test_the_ends_of_what_several_sources_say_are_no_figures() -> None:
    line = "Some placed the number of exiles as low as 300, others as high as 900."
    assert build([told(2016, line), told(2017, line)]).series == ()


def test_a_number_that_comes_back_is_not_told_again() -> None:
    (found,) = build(
        [
            told(year, f"At least {count} journalists were killed by armed gangs in the capital.")
            for year, count in ((2015, "six"), (2016, "nine"), (2017, "six"))
        ]
    ).series
    assert [p.told_again for p in found.points] == [False, False, False]
