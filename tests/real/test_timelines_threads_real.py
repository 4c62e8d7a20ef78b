"""Claim threads of real reports: what holds for any, and what any reader would look for."""

from __future__ import annotations

from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.model.timeline import ThreadStatus, Timeline

pytestmark = pytest.mark.real

SMALL = ("amnesty-2013", "amnesty-2017-18", "amnesty-2021-22", "amnesty-usa-country-page",
         "hrw-2014", "hrw-2019")  # fmt: skip


@pytest.fixture(scope="module")
def reports(reports_dir: Path) -> list[rd.Report]:
    return [rd.load(reports_dir / "north-korea" / f"{name}.txt") for name in SMALL]


@pytest.fixture(scope="module")
def found(reports: list[rd.Report]) -> Timeline:
    return rd.timeline(reports)


def told_by(timeline: Timeline, *words: str) -> set[str]:
    """Editions of the thread that tells something with all these words in one point."""
    return {
        p.report
        for t in timeline.threads
        if any(all(w in q.quote.lower() for w in words) for q in t.points)
        for p in t.points
        if p.sentences
    }


def test_quotes_stand_in_their_reports_and_no_sentence_is_in_two_threads(found: Timeline) -> None:
    homes = []
    for thread in found.threads:
        assert sum(bool(p.sentences) for p in thread.points) > 1
        for point in thread.points:
            report = found.edition(point.report).report
            quotes = [report.sentence(s).span.of(report.text) for s in point.sentences]
            assert point.quote == " ".join(" ".join(q.split()) for q in quotes)
            homes += [(point.report, s) for s in point.sentences]
    assert len(set(homes)) == len(homes)


@pytest.mark.parametrize(
    ("words", "editions"),
    [
        (("unhcr", "access"), {"hrw-2014", "amnesty-usa"}),
        (("forced", "marriages"), {"hrw-2014", "amnesty-usa"}),
        (("media", "controlled"), {"hrw-2014", "amnesty-usa"}),
        (("ruling elite",), {"amnesty-2017-18", "amnesty-2021-22"}),
        (("jamming", "mobile phone"), {"hrw-2019", "amnesty-2021-22"}),
        (("abducted", "12 japanese"), {"hrw-2014", "hrw-2019"}),
    ],
)
def test_claims_are_followed_over_years_and_organizations(
    found: Timeline, words: tuple[str, ...], editions: set[str]
) -> None:
    assert editions <= told_by(found, *words)


def test_the_undated_page_joins_threads_and_drops_nothing(found: Timeline) -> None:
    statuses = {p.status for t in found.threads for p in t.points if p.report == "amnesty-usa"}
    assert statuses == {ThreadStatus.UNDATED}


def test_the_order_of_the_reports_does_not_matter(reports: list[rd.Report]) -> None:
    few = reports[:4]
    mixed = [few[2], few[0], few[3], few[1]]
    assert rd.timeline(few).threads == rd.timeline(mixed).threads
