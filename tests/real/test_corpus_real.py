"""Corpora of real reports: what is paired, that nothing fails, and that runs agree to the byte."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from tests.corpus_fixture import bytes_below

import rights_diff as rd
from rights_diff.corpus.running import Work, plan_only
from rights_diff.model import ComparisonKind

pytestmark = pytest.mark.real

# Ten times what two quiet cores take for 26 pairs of chapters: a run that is stuck, not a slow one.
_SECONDS = 70.0


@pytest.fixture(scope="module")
def chapters(reports_dir: Path) -> list[Path]:
    return [reports_dir / "amnesty-clean" / year for year in ("2011", "2013")]


@pytest.fixture(scope="module")
def site(
    chapters: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, rd.CorpusResult]:
    output = tmp_path_factory.mktemp("corpus") / "site"
    start = time.perf_counter()
    result = rd.compare_corpus(chapters, output, data=["sqlite"])
    assert time.perf_counter() - start < _SECONDS
    return output, result


def test_every_country_of_both_editions_is_compared(
    site: tuple[Path, rd.CorpusResult], chapters: list[Path]
) -> None:
    output, result = site
    countries = [len(list(folder.glob("*.txt"))) for folder in chapters]
    assert countries[0] == countries[1] == len(result)
    assert result.failures == ()
    assert result.plan.alone == ()
    assert [r.pair.country for r in result] == sorted(r.pair.country for r in result)
    for record in result:
        assert (output / str(record.page)).stat().st_size > 50_000
        assert 1 <= len(record.headlines) <= 5
        assert record.words_old > 200 < record.words_new
        assert record.dropped == dict(record.statuses)["dropped"] > 0


def test_a_resumed_run_in_another_order_writes_the_same_bytes(
    site: tuple[Path, rd.CorpusResult], chapters: list[Path]
) -> None:
    output, result = site
    before = bytes_below(output)
    again = rd.compare_corpus(chapters[::-1], output, executor="serial", data=["sqlite"])
    assert again.reused == len(result)
    assert bytes_below(output) == before


def test_a_printed_yearbook_pairs_with_the_chapters_of_another_year(
    chapters: list[Path], reports_dir: Path
) -> None:
    plan = plan_only(Work(sources=[chapters[0], reports_dir / "pdf" / "amnesty-2013.pdf"]))
    assert len(plan.pairs) == len(list(chapters[0].glob("*.txt")))
    assert all(pair.new.pages and pair.new.chapter for pair in plan.pairs)
    assert len(plan.reports) > 180
    assert {alone.report.edition for alone in plan.alone} == {"2013"}
    assert any("left out: PREFACE" in note for note in plan.notes)


def test_years_of_pages_are_chains(reports_dir: Path) -> None:
    plan = plan_only(Work(sources=[reports_dir / "state"]))
    cuba = [pair for pair in plan.pairs if pair.country == "Cuba"]
    assert [(p.old.year, p.new.year) for p in cuba] == [(y, y + 1) for y in range(2016, 2024)]


def test_organizations_meet_on_the_years_that_both_cover(reports_dir: Path) -> None:
    plan = plan_only(Work(sources=[reports_dir / "north-korea"], across=True))
    across = [p for p in plan.pairs if p.kind is ComparisonKind.CROSS_ORGANIZATION]
    assert len(across) >= 3
    assert all(p.old.year == p.new.year for p in across)
    assert all(p.old.organization != p.new.organization for p in across)
    assert [a.reason for a in plan.alone] == ["no year is told; a manifest can name the edition"]
