"""Topics of printed chapters: every heading that names a right leads to a topic, and fast."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.extraction.topics import with_topics
from rights_diff.model import SectionKind

pytestmark = pytest.mark.real

LEAST_NAMED = 0.97  # of the headed sections; the rest are names of places and people
SLOWEST = 0.02  # seconds for 10,000 characters, on a busy machine; 4 ms on an idle one


def _chapters(reports: Path) -> list[rd.Report]:
    return [rd.load(path) for path in sorted(reports.glob("amnesty-clean/*/*.txt"))]


def test_headed_sections_have_topics(reports_dir: Path) -> None:
    sections = [s for report in _chapters(reports_dir) for s in report.sections if s.heading]
    named = [s for s in sections if s.topics]
    assert len(named) >= LEAST_NAMED * len(sections)


def test_leads_are_overviews(reports_dir: Path) -> None:
    for report in _chapters(reports_dir):
        leads = [s for s in report.sections if s.kind is SectionKind.LEAD]
        assert all(lead.topics[0] == "overview" for lead in leads), report


def test_fast_enough(reports_dir: Path) -> None:
    reports = _chapters(reports_dir)
    with_topics(reports[0])
    begun = time.perf_counter()
    for report in reports:
        with_topics(report)
    size = sum(len(report.text) for report in reports)
    assert (time.perf_counter() - begun) * 10_000 / size < SLOWEST
