"""Claims followed from edition to edition, and two organizations on one year."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.errors import CompareError
from rights_diff.model.timeline import Agreement, ClaimThread, ThreadStatus
from rights_diff.timelines.building import build

S = ThreadStatus
STANDING = "Guards beat detainees with sticks in the cells of the northern prison."
CHANGED = "Guards beat most detainees with sticks in the cells of the northern prison."
OTHER = "The government signed a treaty on the rights of children in the autumn."


def told(year: int, *lines: str, organization: str = "Watch Group") -> rd.Report:
    return make_report({"Torture": lines}, year=year, organization=organization)


def thread(label: str, *reports: rd.Report) -> ClaimThread:
    return next(t for t in build(reports).threads if t.label == label)


def test_a_claim_repeated_word_for_word_is_stale_since_its_first_year() -> None:
    found = thread(STANDING, *(told(y, STANDING, OTHER) for y in (2014, 2015, 2016)))
    assert [p.status for p in found.points] == [S.BORN, S.REPEATED, S.REPEATED]
    assert found.stale_since == 2014


def test_a_claim_that_is_edited_is_not_stale() -> None:
    found = thread(CHANGED, told(2014, STANDING, OTHER), told(2015, CHANGED, OTHER))
    assert found.points[-1].status not in {S.REPEATED, S.DROPPED, S.BORN}
    assert found.stale_since is None


def test_a_claim_is_dropped_and_told_again() -> None:
    reports = told(2014, STANDING, OTHER), told(2015, OTHER), told(2016, STANDING, OTHER)
    found = thread(STANDING, *reports)
    assert [p.status for p in found.points] == [S.BORN, S.DROPPED, S.RETURNED]
    assert found.points[1].quote == ""


def test_a_thread_is_of_one_organization() -> None:
    reports = told(2014, STANDING), told(2015, STANDING, organization="Rights Office")
    assert build(reports).threads == ()


def test_two_bodies_on_one_year_agree_or_differ() -> None:
    def say(number: str, who: str) -> rd.Report:
        line = f"Police killed {number} protesters in the northern capital in May 2016."
        return told(2016, line, OTHER, organization=who)

    for number, expected in (("40", Agreement.AGREE), ("75", Agreement.DIFFER)):
        (meeting,) = build([say("40", "Watch Group"), say(number, "Rights Office")]).meetings
        assert meeting.year == 2016
        assert [f[3] for f in meeting.figures] == [expected]


def test_compare_many_pairs_editions_and_bodies() -> None:
    reports = [
        told(2014, STANDING),
        told(2016, STANDING),
        told(2016, STANDING, organization="Rights Office"),
        told(2017, STANDING, organization="Rights Office"),
    ]
    found = rd.compare_many(list(reversed(reports)))

    def name(report: rd.Report) -> tuple[str | None, int | None]:
        return report.metadata.organization, report.metadata.covered_years[-1]

    assert [(name(c.old), name(c.new)) for c in found] == [
        (("Watch Group", 2014), ("Watch Group", 2016)),
        (("Rights Office", 2016), ("Watch Group", 2016)),
        (("Rights Office", 2016), ("Rights Office", 2017)),
    ]


@pytest.mark.parametrize("make", [rd.timeline, rd.compare_many])
def test_one_report_is_too_few_and_countries_do_not_mix(make) -> None:
    with pytest.raises(CompareError, match="at least two"):
        make([told(2014, STANDING)])
    elsewhere = make_report({"Torture": [STANDING]}, year=2015, country="Freedonia")
    with pytest.raises(CompareError):
        make([told(2014, STANDING), elsewhere])
