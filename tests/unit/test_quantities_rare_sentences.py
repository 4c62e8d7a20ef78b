"""Figures in sentences that put them oddly: what they count, how much, and when."""

from __future__ import annotations

import pytest
from tests.quantities_fixture import YEAR, only

from rights_diff.extraction.quantities import quantities
from rights_diff.model import Quantity, QuantityKind


def ends(found: Quantity) -> tuple[float | None, float | None]:
    return (found.low, found.high) if found.value is None else (found.value, found.value)


@pytest.mark.parametrize(
    ("sentence", "bounds", "counted"),
    [
        ("More than 300 societies that had held a licence were shut.", (300, None), "society"),
        ("On at least two occasions the court met.", (2, None), "occasion"),
        ("The only two wells were dry.", (2, 2), "well"),
        ("In October, 11 Special Farm Envoys left.", (11, 11), "Special Farm Envoy"),
        ("Hundreds of thefts, including of goats, were told.", (200, 999), "theft"),
        ("About 30 to 40 goats a year were lost.", (30, 40), "goat"),
        ("Up to 30 to 40 goats were lost.", (None, 40), "goat"),
        ("Around between 30 and 40 goats were lost.", (30, 40), "goat"),
        ("Just about 40 goats were lost.", (40, 40), "goat"),
        ("A hundred and first goat was lost.", (101, 101), "goat"),
        ("They lost minus half of it.", (-0.5, -0.5), None),
    ],
)
def test_one_figure_with_what_it_counts(
    sentence: str, bounds: tuple[float | None, float | None], counted: str | None
) -> None:
    assert (ends(only(sentence)), only(sentence).counted) == (bounds, counted)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("It lost 30 - 12 of them ewes.", [30, 12]),
        ("It lost 30 - - 12 goats.", [30, 12]),
        ("The fine was 15 dollars and 50 of them paid.", [15, 50]),
        ("Terms of three, four, five, six, seven and eight years were given.", [3, 4, 5, 6, 7, 8]),
        ("It fell from 30 to 40 goats a year for all the farms of the valley.", [30, 40]),
    ],
)
def test_each_of_several_figures_stays_one(sentence: str, values: list[float]) -> None:
    assert [q.value for q in quantities(sentence, year=YEAR)] == values


@pytest.mark.parametrize(
    ("sentence", "kind", "bounds"),
    [
        ("The country has the second largest port.", QuantityKind.RANK, (2, 2)),
        ("Most of those responsible were fined.", QuantityKind.VAGUE_PROPORTION, (0.5, None)),
        ("Most were released.", QuantityKind.VAGUE_PROPORTION, (0.5, None)),
        ("The minimum age is 18 years old.", QuantityKind.AGE, (18, None)),
        ("It took a day and a half of work.", QuantityKind.DURATION, (1.5, 1.5)),
        ("It took two years and a half of work.", QuantityKind.DURATION, (2.5, 2.5)),
    ],
)
def test_ranks_shares_ages_and_lengths_of_time(
    sentence: str, kind: QuantityKind, bounds: tuple[float | None, float | None]
) -> None:
    assert (only(sentence).kind, ends(only(sentence))) == (kind, bounds)


@pytest.mark.parametrize(
    ("sentence", "as_of", "period"),
    [
        ("From 19 April to 3 May 12 men were held.", YEAR, f"{YEAR}-04/{YEAR}-05"),
        ("As of 8 May there were 146 inmates in the jail.", YEAR, f"{YEAR}-01/{YEAR}-05"),
        ("More than 305 farmers were robbed in 2012, mainly by gangs.", 2012, None),
        ("The number of thefts fell by 18% compared with 2011, but remained high.", YEAR, None),
        ("In July, 12 guards were tried for the theft in 2009 of goats.", YEAR, None),
        ("On 12 October the board, which had met in May, said 172 goats were lost.", YEAR, None),
    ],
)
def test_the_time_a_figure_is_about(sentence: str, as_of: int, period: str | None) -> None:
    assert (only(sentence).as_of, only(sentence).period) == (as_of, period)


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "On July 22, local and other papers reported that 26 farms paid.",
            "local and other papers",
        ),
        ("She left and told guards that two others were lost.", None),
        ("Would-be farmers alleged 40 thefts.", None),
    ],
)
def test_who_says_it(sentence: str, source: str | None) -> None:
    assert only(sentence).attribution == source


@pytest.mark.parametrize(
    "sentence",
    ["The valley held its most recent vote in May.", "They spoke of large numbers.", "3."],
)
def test_nothing_is_counted(sentence: str) -> None:
    assert quantities(sentence, year=YEAR) == ()
