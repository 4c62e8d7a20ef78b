"""The timeline of real reports: laws, and the series that any reader would look for."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import rights_diff as rd
from rights_diff.model import QuantityKind
from rights_diff.model.timeline import Movement, Timeline
from rights_diff.rendering import schemas

pytestmark = pytest.mark.real

# Twice what a quiet machine takes for all reports of one country.
_SECONDS = 40.0


@pytest.fixture(scope="module")
def reports(reports_dir: Path) -> list[rd.Report]:
    paths = sorted((reports_dir / "north-korea").glob("*.txt"))
    paths += sorted((reports_dir / "north-korea").glob("*.html"))
    return [rd.load(path) for path in paths]


@pytest.fixture(scope="module")
def found(reports: list[rd.Report]) -> Timeline:
    start = time.perf_counter()
    made = rd.timeline(reports)
    assert time.perf_counter() - start < _SECONDS
    return made


def test_it_keeps_its_laws_and_its_schema(found: Timeline) -> None:
    Draft202012Validator(schemas.load("timeline")).validate(json.loads(found.to_json()))
    for series in found.series:
        assert len({p.report for p in series.points}) > 1
        for point in series.points:
            report = found.edition(point.report).report
            assert point.span.of(report.text) == point.quote
            quantity = next(q for q in report.quantities if q.id == point.quantity)
            assert quantity.unit == series.unit or quantity.kind is QuantityKind.RANK


def test_arrivals_are_followed_at_their_own_years(found: Timeline) -> None:
    def series(year: int, value: float) -> set[str]:
        return {s.id for s in found.series for p in s.points if (p.as_of, p.value) == (year, value)}

    assert series(2011, 2706) & series(2017, 1127)


def test_no_figure_stands_in_two_series_and_no_label_is_given_twice(found: Timeline) -> None:
    held = [(p.report, p.quantity) for s in found.series for p in s.points]
    assert len(set(held)) == len(held)
    labels = [s.label for s in found.series]
    assert len(set(labels)) == len(labels)
    assert all(label[0].isupper() or not label[0].isalpha() for label in labels)


def test_estimates_of_several_bodies_are_one_series_that_moved(found: Timeline) -> None:
    top = found.series[:5]
    assert all(s.movement is Movement.MOVED for s in top)
    bodies = [{found.edition(p.report).organization for p in s.points} for s in top]
    assert any(len(b) == 3 for b in bodies)


def test_the_order_of_the_reports_does_not_matter(reports: list[rd.Report]) -> None:
    few = reports[:8]
    mixed = [*few[3:], *reversed(few[:3])]
    assert rd.timeline(few).to_json() == rd.timeline(mixed).to_json()


def test_the_page_is_whole(found: Timeline) -> None:
    page = found.to_html()
    assert page == found.to_html()
    assert page.count('<svg class="chart"') >= 10
    assert " style=" not in page
    ids = {part.split('"', 1)[0] for part in page.split(' id="')[1:]}
    places = {part.split('"', 1)[0] for part in page.split('href="#')[1:]}
    assert {place for place in places if "=" not in place} <= ids  # the others are filters
