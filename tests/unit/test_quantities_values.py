"""What a figure is worth: numbers, ranges and bounds."""

from __future__ import annotations

import pytest
from tests.quantities_fixture import only

from rights_diff.extraction.quantities import quantities
from rights_diff.model import QuantityKind


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("1,127 villagers", 1127),
        ("1 127 villagers", 1127),
        ("1\u00a0127 villagers", 1127),
        ("1\u202f250\u202f000 villagers", 1250000),
        ("3.5 million villagers", 3500000),
        ("279.4 million villagers", 279400000),
        ("2bn villagers", 2000000000),
        ("ninety-three villagers", 93),
        ("ninety three villagers", 93),
        ("two hundred and six villagers", 206),
        ("two hundred six villagers", 206),
        ("six thousand four hundred and two villagers", 6402),
        ("twelve hundred villagers", 1200),
        ("a dozen villagers", 12),
        ("two dozen villagers", 24),
        ("half a million villagers", 500000),
        ("a half million villagers", 500000),
        ("two and a half million villagers", 2500000),
        ("a million villagers", 1000000),
        ("thirty (30) villagers", 30),
        ("two-thirds of the villagers", 0.6667),
        ("a third of the villagers", 0.3333),
        ("one in five villagers", 0.2),
        ("one in every five villagers", 0.2),
        ("three out of four villagers", 0.75),
        ("half of the villagers", 0.5),
        ("three quarters of the villagers", 0.75),
        ("no deaths", 0),
    ],
)
def test_numbers_in_every_custom(words: str, value: float) -> None:
    assert only(f"The committee counted {words} there.").value == value


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("tens of thousands of villagers", 20_000, 99_999),
        ("hundreds of thousands of villagers", 200_000, 999_999),
        ("thousands of villagers", 2_000, 9_999),
        ("hundreds of villagers", 200, 999),
        ("hundreds of millions of villagers", 200_000_000, 999_999_999),
        ("millions of villagers", 2_000_000, None),
        ("dozens of villagers", 24, 99),
        ("scores of villagers", 40, 99),
        ("several hundred villagers", 200, 999),
        ("several thousand villagers", 2_000, 9_999),
        ("hundreds, possibly thousands, of villagers", 200, 9_999),
        ("dozens or hundreds of villagers", 24, 999),
    ],
)
def test_vague_magnitudes_are_ranges(words: str, low: float, high: float | None) -> None:
    q = only(f"The committee counted {words} there.")
    assert (q.kind, q.low, q.high) == (QuantityKind.VAGUE_MAGNITUDE, low, high)
    assert q.counted == "villager"


@pytest.mark.parametrize(
    ("words", "qualifier", "value", "low", "high"),
    [
        ("40 boats", "exact", 40, None, None),
        ("only 40 boats", "exact", 40, None, None),
        ("at least 40 boats", "at_least", None, 40, None),
        ("no fewer than 40 boats", "at_least", None, 40, None),
        ("40 or more boats", "at_least", None, 40, None),
        ("more than 40 boats", "more_than", None, 40, None),
        ("more than the 40 boats", "more_than", None, 40, None),
        ("over 40 boats", "more_than", None, 40, None),
        ("up to 40 boats", "up_to", None, None, 40),
        ("as many as 40 boats", "up_to", None, None, 40),
        ("a maximum of 40 boats", "up_to", None, None, 40),
        ("fewer than 40 boats", "less_than", None, None, 40),
        ("nearly 40 boats", "almost", 40, None, None),
        ("about 40 boats", "about", 40, None, None),
        ("some 40 boats", "about", 40, None, None),
        ("an estimated 40 boats", "about", 40, None, None),
        ("between 40 and 60 boats", "between", None, 40, 60),
        ("from 40 to 60 boats", "between", None, 40, 60),
        ("40 to 60 boats", "between", None, 40, 60),
        ("40–60 boats", "between", None, 40, 60),
        ("40-60 boats", "between", None, 40, 60),
        ("four or five boats", "between", None, 4, 5),
        ("two to three million boats", "between", None, 2_000_000, 3_000_000),
        ("between eighty and one hundred thousand boats", "between", None, 80_000, 100_000),
    ],
)
def test_bounds(
    words: str, qualifier: str, value: float | None, low: float | None, high: float | None
) -> None:
    q = only(f"The coast guard held {words} there.")
    assert (q.qualifier.value, q.value, q.low, q.high) == (qualifier, value, low, high)
    assert q.counted == "boat"


def test_a_change_from_one_number_to_another_gives_both() -> None:
    found = quantities("Arrests rose from 34 to 86 in a season.")
    assert [q.value for q in found] == [34, 86]
    found = quantities("Fares range from 34 to 86 pence.")
    assert [(q.low, q.high) for q in found] == [(34, 86)]


def test_compound_figures_are_separate() -> None:
    text = "At least 63 islanders (23 women, 40 men) came home."
    found = quantities(text)
    assert [(q.low or q.value, q.counted) for q in found] == [
        (63, "islander"),
        (23, "woman"),
        (40, "man"),
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("one hundred and three and two thirds", 103 + 2 / 3),
        ("twenty fifths", 4),
        ("two thirds of a million", 2_000_000 / 3),
        ("3 million and a half", 3_500_000),
        ("five and a half million", 5_500_000),
        ("2½ million", 2_500_000),
        ("2 1/4 million", 2_250_000),
        ("nought point nought three", 0.03),
        ("two point five million", 2_500_000),
        ("two hundred point seventy-one", 200.71),
        ("minus five", -5),
        ("-3.5", -3.5),
        ("4 thousand 3 hundred and 21", 4321),
        ("6 crore and two hundred", 60_000_200),
        ("three lakh crore", 3 * 10**12),
        ("3 dozen", 36),
        ("three hundred and two dozens", 324),
        ("twenty- eight", 28),
        ("a hundred thousandths", 0.1),
        ("⅔", 2 / 3),
    ],
)
def test_compound_numbers(words: str, value: float) -> None:
    assert only(f"It came to {words}.").value == pytest.approx(value, rel=1e-4)


@pytest.mark.parametrize(
    ("words", "value", "doubt"),
    [
        ("2,5 hectares", 2.5, "decimal comma"),
        ("1.127 hectares", 1.127, "dotted group"),
        ("1.111,5 hectares", 1111.5, "decimal comma"),
        ("1,127 hectares", 1127, None),
        ("0.125 hectares", 0.125, None),
        ("2.5 hectares", 2.5, None),
    ],
)
def test_marks_of_other_customs_are_doubtful(words: str, value: float, doubt: str | None) -> None:
    q = only(f"They bought {words}.")
    assert (q.value, q.doubt) == (value, doubt)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("more than 100 but fewer than 300 boats", 100, 300),
        ("at most 100 and at least 20 boats", 20, 100),
        ("1000 - 5000 boats", 1000, 5000),
        ("between minus ten and five degrees", -10, 5),
        ("between one third and a half of the boats", 1 / 3, 0.5),
        ("from 20 through 100 boats", 20, 100),
        ("older than 14 and younger than 17", 14, 17),
    ],
)
def test_two_bounds_are_one_range(words: str, low: float, high: float) -> None:
    q = only(f"It was {words}.")
    assert (q.qualifier.value, q.value) == ("between", None)
    assert (q.low, q.high) == (pytest.approx(low, abs=1e-4), pytest.approx(high, abs=1e-4))


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("less than or equal to 30", "up_to"),
        ("greater than or equal to 30", "at_least"),
        (">= 30", "at_least"),
        ("<30", "less_than"),
        ("about 30 or more", "at_least"),
        ("not to exceed 30", "up_to"),
    ],
)
def test_more_words_that_bound(words: str, qualifier: str) -> None:
    assert only(f"The score is {words}.").qualifier.value == qualifier


def test_a_change_gives_both_ends_and_a_range_inside_it_stays_one() -> None:
    assert [q.value for q in quantities("Cases rose from 34 to 86.")] == [34, 86]
    wages = quantities("Pay grew from 30 to 40 won ($3 to $4) to 90 won ($9).")
    assert [(q.low, q.high, q.value) for q in wages] == [
        (30, 40, None), (3, 4, None), (None, None, 90), (None, None, 9),
    ]  # fmt: skip
    percent, sum_ = quantities("Aid fell by nearly 50% to US$484 million.")
    assert (percent.value, sum_.value) == (50, 484_000_000)
