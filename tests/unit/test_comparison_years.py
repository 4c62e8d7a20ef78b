"""Figures that differ and yet tell of no change: one year told twice, two years, a size set."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import one_section, pair

import rights_diff as rd
from rights_diff.comparison import build
from rights_diff.model import QuantityLink

SAME = "Amnesty International"
OTHER = "Human Rights Watch"


def link(old: str, new: str, publishers: tuple[str, str] = (SAME, SAME)) -> QuantityLink:
    a = one_section(old, organization=publishers[0])
    b = one_section(new, organization=publishers[1], year=2021)
    (found,) = build(a, b, pair(("s1.1", "s1.1"))).quantity_links
    return found


def test_one_year_told_twice_by_one_organization_is_no_rise() -> None:
    found = link(
        "The ferry carried 204 weavers to the island in 2015.",
        "The ferry carried 1,047 weavers to the island in 2015.",
    )
    assert found.relation == "increased"
    assert (found.note, found.absolute, found.percent) == ("same_year", None, None)


def test_one_year_told_by_two_organizations_is_where_they_differ() -> None:
    found = link(
        "The ferry carried 204 weavers to the island in 2015.",
        "The ferry carried 306 weavers to the island in 2015.",
        (SAME, OTHER),
    )
    assert (found.relation, found.note, found.absolute) == ("increased", None, 102.0)


def test_two_years_told_by_two_organizations_are_no_difference() -> None:
    sentences = (
        "The ferry carried 204 weavers to the island in 2015.",
        "The ferry carried 306 weavers to the island in 2016.",
    )
    assert link(*sentences, (SAME, OTHER)).note == "other_year"
    assert link(*sentences).percent == 50.0


def test_room_for_people_is_no_count_of_them() -> None:
    found = link(
        "Weavers still lived in halls with capacities greater than 200 persons.",
        "Weavers still lived in halls with capacities greater than 50 persons.",
    )
    assert (found.note, found.absolute) == ("size", None)


def test_a_verb_of_things_is_that_of_its_own_figure() -> None:
    old = one_section("Although one labour camp had closed, hundreds of weavers were held.")
    new = one_section("Weavers were held in the four known labour camps.", year=2021)
    assert not build(old, new, pair(("s1.1", "s1.1"))).quantity_links


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        # the code stands at the first mention alone: the unit is the same with it and without
        ("a fine of 500 nonconvertible pesos (CUP) ($20)", "peso"),
        ("a fine of two convertible pesos (CUC) ($2)", "CUC"),
        ("a fine of 300 old leva ($3)", "BGN"),
        ("a fine of 5,000 forints (HUF) ($17)", "HUF"),
    ],
)
def test_the_sort_of_a_coin_is_read_and_its_code_passed_over(text: str, unit: str) -> None:
    sum_, conversion = rd.quantities(text)
    assert (sum_.kind, sum_.unit) == ("money", unit)
    assert (conversion.unit, conversion.converts) == ("USD", sum_.id)


def test_what_is_no_code_ties_no_conversion() -> None:
    sum_, conversion = rd.quantities("a fine of 2 pesos (UN) ($3)")
    assert (sum_.unit, conversion.unit, conversion.converts) == ("peso", "USD", None)


def test_a_sum_with_its_code_and_one_without_are_one_currency() -> None:
    found = link(
        "The court set fines of 500 pesos (CUP) for each paper.",
        "The court set fines of 700 pesos for each paper.",
    )
    assert (found.relation, found.absolute) == ("increased", 200.0)
