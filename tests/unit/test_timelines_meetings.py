"""What two organizations say on one year: claims in common only where something bears them out."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.model import QuantityRelation
from rights_diff.model.timeline import Agreement, Meeting
from rights_diff.timelines.building import build
from rights_diff.timelines.meetings import agreement

BEATEN = "Guards beat detainees with sticks in the cells of the northern prison."
ALSO_BEATEN = "In the northern prison, detainees were beaten with sticks by guards."
TREATY = "The government signed a treaty on the rights of children in the autumn."
FLOOD = "Heavy rain destroyed bridges along the lower river in the spring."


def told(organization: str, *lines: str, year: int = 2016) -> rd.Report:
    return make_report({"Torture": lines}, year=year, organization=organization)


def meeting(old: tuple[str, ...], new: tuple[str, ...]) -> Meeting:
    (found,) = build([told("Office", *old), told("Watch", *new)]).meetings
    return found


def test_a_claim_in_other_words_is_in_common() -> None:
    found = meeting((BEATEN, TREATY), (ALSO_BEATEN, FLOOD))
    assert found.claims == ((("s1.1",), ("s1.1",)),)


def test_one_matter_is_not_one_claim() -> None:
    built = "Detainees of the northern prison built a road to the harbour in the summer."
    assert meeting((BEATEN, TREATY), (built, FLOOD)).claims == ()


def test_figures_that_agree_bear_a_claim_out() -> None:
    found = meeting(
        ("Police killed 412 protesters in the northern capital in May 2016.", TREATY),
        ("In May 2016 412 protesters were killed by police in the northern capital.", FLOOD),
    )
    assert len(found.claims) == 1
    assert {f[3] for f in found.figures} == {Agreement.AGREE}


def test_other_years_and_one_organization_do_not_meet() -> None:
    assert build([told("Office", BEATEN), told("Watch", BEATEN, year=2017)]).meetings == ()
    assert build([told("Office", BEATEN), told("Office", BEATEN, TREATY)]).meetings == ()


@pytest.mark.parametrize(
    ("relation", "said"),
    [
        (QuantityRelation.EQUAL, Agreement.AGREE),
        (QuantityRelation.OVERLAPS, Agreement.OVERLAP),
        (QuantityRelation.DECREASED, Agreement.DIFFER),
        (QuantityRelation.INCOMPARABLE, None),
    ],
)
def test_what_a_relation_means_for_one_year(
    relation: QuantityRelation, said: Agreement | None
) -> None:
    assert agreement(relation) is said
