"""Numbers that reports seldom tell so: odd scales, signs, shares and lengths of time."""

from __future__ import annotations

import pytest
from tests.quantities_fixture import only

from rights_diff.extraction.quantities import quantities
from rights_diff.model import Qualifier, QuantityKind


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("6 crore and two hundred votes", 60_000_200),
        ("4 thousand 3 hundred and 21 votes", 4_321),
        ("hundred thousand votes", 100_000),
        ("two and a third percent of the votes", 2.3333),
        ("one fifth million votes", 200_000),
        ("two thirds million votes", 666_667),
        ("half its votes", 0.5),
        ("some 3/4 of the votes", 0.75),
    ],
)
def test_scales_and_shares_that_are_seldom_told(words: str, value: float) -> None:
    assert only(f"The board counted {words}.").value == pytest.approx(value, rel=1e-4)


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("a loss (-5 percent)", -5, "percent"),
        ("$5mm in fines", 5_000_000, "USD"),
        ("5 mm of rain", 5, "millimetre"),
        ("$3 mm of film", 3, "USD"),  # parted from its figure it is no scale
        ("12 second graders", 12, None),
        ("3.5 second of film", 3.5, "second"),
        ("four and a third years of film", 4.3333, "year"),
    ],
)
def test_signs_and_units_that_are_seldom_told(words: str, value: float, unit: str | None) -> None:
    found = only(f"The board told of {words}.")
    assert (found.value, found.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("The board counted 3 million and six farms.", [3_000_000, 6]),
        ("Codes zero three and zero five were used.", [0, 3, 0, 5]),
        ("Two and a third man came.", [2, 3]),  # the third man
        ("The board found two and a third, and more.", [2]),
        ("Two in 7 farmers left.", [2, 7]),  # in words and in figures: no share
        ("Two third-party claims were filed.", [2]),
    ],
)
def test_words_side_by_side_that_make_no_one_number(sentence: str, values: list[float]) -> None:
    assert [q.value for q in quantities(sentence)] == values


@pytest.mark.parametrize(
    ("sentence", "value", "kind"),
    [
        ("They marked its one hundred and twentieth year.", 120, QuantityKind.ORDINAL),
        ("They marked the twenty-tenth year.", 10, QuantityKind.ORDINAL),
        ("Prices rose eight-fold.", 8, QuantityKind.MULTIPLIER),
        ("The yield was twice the average.", 2, QuantityKind.MULTIPLIER),
        ("The valley is one of the driest regions.", 1, QuantityKind.RANK),
        ("a third", 0.3333, QuantityKind.FRACTION),
    ],
)
def test_ordinals_multipliers_and_ranks(sentence: str, value: float, kind: QuantityKind) -> None:
    assert (only(sentence).value, only(sentence).kind) == (value, kind)


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("Between a quarter and a half left.", 0.25, 0.5),
        ("The dam held between a third and a half of the water.", 0.3333, 0.5),
        ("Boys aged 6 to 18 months were weighed.", 6, 18),
        ("Members must be at least 18 years old.", 18, None),
        ("They worked 8 hours or less.", None, 8),
        ("Her partner was 18 or younger.", None, 18),
        ("Girls as young as age 14 were married.", 14, None),
        ("Service was owed by all over the age of 18.", 18, None),
    ],
)
def test_bounds_that_are_told_late_or_early(
    sentence: str, low: float | None, high: float | None
) -> None:
    assert (only(sentence).low, only(sentence).high) == (low, high)


@pytest.mark.parametrize(
    "sentence",
    [
        "The strike lasted over three days in May.",
        "Overtime is told over a three-year period.",
        "They waited until 10 coffins could be put up.",
    ],
)
def test_words_before_a_number_that_bound_nothing_here(sentence: str) -> None:
    assert only(sentence).qualifier is Qualifier.EXACT


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("The police fined 65 alleged drug dealers.", "drug dealer"),
        ("In all, 56 Jehovah’s Witnesses were fined.", "Jehovah’s Witness"),
        ("The office had 126 cases of reported arson.", "case"),
        ("Only one of the valley’s wells was open.", "well"),
    ],
)
def test_what_is_counted_behind_other_words(sentence: str, counted: str) -> None:
    assert only(sentence).counted == counted


@pytest.mark.parametrize(
    "sentence",
    [
        "No one can accept this.",
        "The plan enshrined one-party rule.",
        "The guards injured or beat scores more.",
        "The state sent increased numbers of guards.",
        "The majority had been shot.",
        "The rest of the town’s wells were closed.",
        "The clerks worked half days.",
        "It was worse than that of the poorest fifth.",
        "A third-party claim was filed.",
        "The case was filed as 13/25 in March.",
        "The harvest was by half destroyed.",
    ],
)
def test_words_that_are_no_figure_here(sentence: str) -> None:
    assert quantities(sentence) == ()
