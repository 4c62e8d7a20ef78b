"""Part-years and provisional figures; what counts as a movement."""

from __future__ import annotations

import pytest
from tests.unit.test_timelines_series import told

from rights_diff import Span
from rights_diff.model import Qualifier, QuantityKind
from rights_diff.model.timeline import FigurePoint
from rights_diff.timelines.building import build


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


def test_those_held_on_a_day_are_for_no_part_of_the_year() -> None:
    (found,) = build(
        [
            told(2016, "The union estimated that 48 strikers remained in prison as of June."),
            told(2017, "The union estimated that 21 strikers remained in prison as of August."),
        ]
    ).series
    assert [p.period for p in found.points] == [None, None]


def test_a_provisional_figure_is_marked() -> None:
    (found,) = build(
        [
            told(2016, "In all 480 refugees reached Freedonia by sea."),
            told(2017, "In all 210 refugees (provisional) reached Freedonia by sea."),
        ]
    ).series
    assert [p.provisional for p in found.points] == [False, True]
