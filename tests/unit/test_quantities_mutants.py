"""Places where a rule could be a hair off and nothing else would tell: each was a mutant once."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from rights_diff.comparison.figures.relations import bounds, difference, rank_relation, relation
from rights_diff.extraction.quantities import quantities
from rights_diff.model import Qualifier, Quantity, QuantityKind

RUN = "From May to July, 40 boats sank. "


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In the last six months, 40 boats sank.", "2019-07/2019-12"),
        ("In the last eleven months, 40 boats sank.", "2019-02/2019-12"),
        ("During the last quarter, 40 boats sank.", "2019-10/2019-12"),
        ("In the first quarter, 40 boats sank.", "2019-01/2019-03"),
        ("Forty boats sank over the first half.", "2019-01/2019-06"),
        ("For the first nine months, 40 boats sank.", "2019-01/2019-09"),
        ("In the first 12 months, 40 boats sank.", None),
        ("In the first months, 40 boats sank.", None),
        ("The first six months brought 40 boats.", None),
        ("In the first six months after the storm, 40 boats sank.", None),
        ("It rained in their first six months, and 40 boats sank.", None),
        (RUN + "That period saw 12 boats burn.", "2019-05/2019-07"),
        (RUN + "In this period, 12 boats burned.", "2019-05/2019-07"),
        (RUN + "The period saw 12 boats burn.", None),
        (RUN + "In that year, 12 boats burned.", None),
        (RUN + "In the same period the year before, 12 boats burned.", None),
        (RUN + "In the same period last year, 12 boats burned.", None),
        (RUN + "In the same period a year earlier, 12 boats burned.", None),
        (RUN + "In the same period for 2018, 12 boats burned.", None),
        (RUN + "In the same period in 2018, 12 boats burned.", None),
        (RUN + "By 9 August in the same period, 12 boats burned.", "2019-01/2019-08"),
    ],
)
def test_the_part_of_the_year(text: str, period: str | None) -> None:
    assert quantities(text, year=2019)[-1].period == period


@pytest.mark.parametrize(
    ("text", "words", "qualifier"),
    [
        ("They lost 12+ boats.", "12+ boats", "at_least"),
        ("They lost 12 boats or more.", "12 boats or more", "at_least"),
        ("They lost 12, or less than a tenth, of the boats.", "12", "exact"),
        ("They lost 12 or more than a tenth of the boats.", "12", "exact"),
        ("They lost 12 boats or more than last year.", "12 boats", "exact"),
        ("Over 12 boats sank.", "Over 12 boats", "more_than"),
        ("It took over 12 boats.", "12 boats", "exact"),
        ("They handed over 12 boats.", "12 boats", "exact"),
        ("They held under 12 boats.", "under 12 boats", "less_than"),
        ("They came under 12 boats.", "12 boats", "exact"),
        ("> 12 boats sank.", "> 12 boats", "more_than"),
        ("=> 12 boats sank.", "12 boats", "exact"),
        ("<> 12 boats sank.", "12 boats", "exact"),
    ],
)
def test_what_bounds_a_number(text: str, words: str, qualifier: str) -> None:
    (found,) = quantities(text)[:1]
    assert (found.span.of(text), found.qualifier.value) == (words, qualifier)


def made(qualifier: Qualifier = Qualifier.EXACT, **values: float) -> Quantity:
    return replace(
        quantities("Police held nine men.")[0],
        **{"value": None, "low": None, "high": None, "qualifier": qualifier, **values},
    )


def test_a_rounded_number_allows_a_twentieth_either_way() -> None:
    assert bounds(made(Qualifier.ABOUT, value=100.0)) == (95.0, 105.0)
    assert bounds(made(Qualifier.ALMOST, value=-100.0)) == (-105.0, -95.0)
    assert bounds(made(value=100.0)) == (100.0, 100.0)
    assert bounds(made(Qualifier.AT_LEAST, low=3.0)) == (3.0, math.inf)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (made(Qualifier.ABOUT, value=100.0), made(value=105.0), "overlaps"),
        (made(Qualifier.ABOUT, value=100.0), made(value=106.0), "increased"),
        (made(value=10.0), made(value=10.04), "increased"),
        (made(Qualifier.MORE_THAN, low=95.0), made(value=100.0), "overlaps"),
        (made(Qualifier.BETWEEN, low=10.0, high=20.0), made(value=20.0), "overlaps"),
        (made(value=20.0), made(Qualifier.BETWEEN, low=20.0, high=30.0), "overlaps"),
        (made(value=5.0), made(Qualifier.BETWEEN, low=6.0, high=30.0), "increased"),
        (
            made(Qualifier.BETWEEN, low=10.0, high=20.0),
            made(Qualifier.BETWEEN, low=10.0, high=30.0),
            "widened",
        ),
        (
            made(Qualifier.BETWEEN, low=10.0, high=20.0),
            made(Qualifier.BETWEEN, low=15.0, high=20.0),
            "narrowed",
        ),
        (
            made(Qualifier.VAGUE, low=10.0, high=90.0),
            made(Qualifier.BETWEEN, low=20.0, high=30.0),
            "overlaps",
        ),
        (made(Qualifier.VAGUE), made(value=0.0), "decreased"),
        (made(Qualifier.VAGUE), made(value=1.0), "overlaps"),
    ],
)
def test_where_a_relation_turns(old: Quantity, new: Quantity, expected: str) -> None:
    mirror = {"increased": "decreased", "widened": "narrowed"}
    mirror |= {b: a for a, b in mirror.items()}
    assert relation(old, new).value == expected
    assert relation(new, old).value == mirror.get(expected, expected)


def test_ranks_with_and_without_a_baseline() -> None:
    assert rank_relation("lowest", "lowest").value == "equal"
    assert rank_relation("lowest since 2002", "lowest").value == "overlaps"
    assert rank_relation("since 2002 and 2005", "since 2002 and 2007").value == "equal"


def test_differences_are_of_plain_numbers() -> None:
    assert difference(made(value=3.0), made(value=4.0)) == (1.0, 33.3)
    assert difference(made(value=0.5), made(value=1.0)) == (0.5, 100.0)
    assert difference(made(value=0.0), made(value=4.0)) == (4.0, None)
    assert difference(made(value=0.1), made(value=0.3))[0] == 0.2
    vague = replace(made(value=4.0), qualifier=Qualifier.VAGUE)
    assert difference(vague, made(value=5.0)) == (None, None)
    assert difference(made(value=5.0), vague) == (None, None)
    assert difference(made(value=5.0), made(Qualifier.AT_LEAST, low=7.0)) == (None, None)
    share = replace(made(value=40.0), kind=QuantityKind.PERCENT)
    assert difference(share, replace(share, value=50.0)) == (10.0, None)
