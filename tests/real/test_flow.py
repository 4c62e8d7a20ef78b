"""The whole flow on real reports: laws, kinds, and the three pairs of the main job."""

from __future__ import annotations

from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff import testing

pytestmark = pytest.mark.real

FIVE = (
    "amnesty-2017-18",
    "amnesty-2021-22",
    "amnesty-usa-country-page",
    "hrw-2014",
    "hrw-2019",
)
PAIRS = [
    ("amnesty-2017-18", "amnesty-2021-22", "year_over_year"),
    ("hrw-2014", "hrw-2019", "year_over_year"),
    ("amnesty-2017-18", "hrw-2019", "cross_organization"),
    ("amnesty-usa-country-page", "amnesty-2021-22", "year_over_year"),
]


def load(reports_dir: Path, name: str) -> rd.Report:
    return rd.load(reports_dir / "north-korea" / f"{name}.txt")


@pytest.mark.parametrize("name", FIVE)
def test_each_report_is_lawful_and_is_unchanged_against_itself(
    reports_dir: Path, name: str
) -> None:
    report = load(reports_dir, name)
    assert report.metadata.country == "North Korea"
    assert report.sentences
    testing.check_report(report)
    testing.check_same(rd.compare(report, report))


@pytest.mark.parametrize(("old", "new", "kind"), PAIRS)
def test_each_pair_is_lawful_and_mirrors(reports_dir: Path, old: str, new: str, kind: str) -> None:
    one, two = load(reports_dir, old), load(reports_dir, new)
    forth = rd.compare(one, two)
    assert forth.kind.value == kind
    testing.check_comparison(forth)
    testing.check_mirror(forth, rd.compare(two, one))
    assert forth.to_html().startswith("<!doctype html>")
    assert forth.to_markdown().startswith("# ")


def test_every_text_report_is_read_lawfully(reports_dir: Path) -> None:
    paths = sorted(reports_dir.rglob("*.txt"))
    assert len(paths) > 100
    for path in paths:
        report = rd.load(path)
        testing.check_report(report)
        assert report.metadata.country, path


def test_the_same_country_two_years_apart(reports_dir: Path) -> None:
    for old in sorted((reports_dir / "amnesty-clean" / "2011").glob("*.txt")):
        new = reports_dir / "amnesty-clean" / "2013" / old.name
        comparison = rd.compare(rd.load(old), rd.load(new))
        assert comparison.kind.value == "year_over_year", old
        testing.check_comparison(comparison)
