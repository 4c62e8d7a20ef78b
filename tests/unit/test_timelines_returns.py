"""When a claim is called dropped, and when it is called told again."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.model.timeline import ClaimThread, ThreadStatus
from rights_diff.timelines.building import build

S = ThreadStatus
BEATEN = "Guards beat detainees with sticks in the cells of the northern prison."
TREATY = "The government signed a treaty on the rights of children in the autumn."
HARVEST = "Farmers near the coast lost most of their harvest to the spring floods."


def told(year: int, *lines: str) -> rd.Report:
    return make_report({"Torture": lines}, year=year, organization="Watch Group")


def statuses(words: str, *reports: rd.Report) -> list[ThreadStatus]:
    found: ClaimThread = next(
        t for t in build(reports).threads if any(words in p.quote for p in t.points)
    )
    return [p.status for p in found.points]


def test_a_claim_returns_where_nothing_between_comes_near_it() -> None:
    reports = told(2014, BEATEN, TREATY), told(2015, TREATY), told(2016, BEATEN, TREATY)
    assert statuses("northern prison", *reports) == [S.BORN, S.DROPPED, S.RETURNED]


@pytest.mark.parametrize(
    "between",
    [
        "In the cells of the northern prison detainees said that guards beat them with sticks.",
        "Detainees of the northern prison were beaten in their cells with sticks and cables.",
    ],
)
def test_no_claim_is_dropped_or_returned_that_an_edition_between_tells(between: str) -> None:
    reports = (
        told(2014, BEATEN, TREATY),
        told(2015, TREATY, between),
        told(2016, BEATEN, TREATY),
    )
    found = statuses("northern prison", *reports)
    assert S.DROPPED not in found
    assert S.RETURNED not in found


@pytest.mark.parametrize(
    ("first", "later"),
    [
        (
            "In May the court in Arden sentenced two poets to five years in prison.",
            "In June the court in Belmor sentenced two poets to five years in prison.",
        ),
        (
            "All of the accused were released on bail before the trial in the old court.",
            "All of the accused were released on bail after the trial in the old court.",
        ),
    ],
)
def test_the_case_of_others_is_no_return(first: str, later: str) -> None:
    reports = told(2014, first, TREATY), told(2015, TREATY), told(2016, later, TREATY)
    every = [p.status for t in build(reports).threads for p in t.points]
    assert S.RETURNED not in every


def test_no_direction_is_told_across_an_edition_without_the_claim() -> None:
    harsher = BEATEN.replace("Guards", "Guards routinely")
    across = told(2014, BEATEN, TREATY), told(2015, TREATY), told(2016, harsher, TREATY)
    assert statuses("northern prison", *across)[-1] in {S.RETURNED, S.UPDATED}


def test_an_answer_to_a_form_is_no_claim() -> None:
    reports = [told(y, "Not applicable.", BEATEN) for y in (2014, 2015)]
    assert [t.label for t in build(reports).threads] == [BEATEN.rstrip(".")]


def test_organizations_that_share_one_name_of_a_thing_tell_it_perhaps() -> None:
    ours = "Four northern labour camps, known as colonies, were still in use."
    theirs = "Miners in the northern labour camps (colonies) fall ill in the winter."
    office = make_report({"Camps": [theirs, HARVEST]}, year=2015, organization="Rights Office")
    for thread in build([told(2015, ours, TREATY), office]).threads:
        assert len(thread.organizations) == 1
