"""A run over a corpus: executors, failures, and that only the reports decide what is written."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from functools import partialmethod
from multiprocessing import get_context
from pathlib import Path

import pytest
from tests.corpus_fixture import (
    bytes_below,
    chapter,
    hide_files,
    write_corpus,
    yearbook_text,
)
from tests.extras_fixture import has

import rights_diff as rd
from rights_diff.corpus.executing import Crew
from rights_diff.corpus.folder import Folder
from rights_diff.corpus.packing import to_json
from rights_diff.corpus.planning import plan_corpus
from rights_diff.corpus.records import record_data, record_of, record_of_data
from rights_diff.corpus.units import Unit
from rights_diff.model import Facet
from rights_diff.model.corpus import CorpusPair, CorpusReport, Stage
from rights_diff.rendering.view import comparison_view

SPAWN = get_context("spawn")  # a fork of a process with threads may hang
ALL_DATA = ("sqlite", "csv", *(["parquet"] if has("parquet") else ()))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three editions, one of them a yearbook, and a broken file."""
    home = tmp_path_factory.mktemp("corpus")
    folders = write_corpus(home, years=(2011, 2012))
    (folders[1] / "fiji.txt").write_bytes(b"\x00\x01" * 90)
    book = home / "amnesty-2013.md"
    book.write_text(yearbook_text(2013), encoding="utf-8")
    return [*folders, book]


@pytest.fixture(scope="module")
def expected(
    corpus: list[Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, bytes], rd.CorpusResult]:
    """What a run in this process writes."""
    output = tmp_path_factory.mktemp("serial") / "site"
    result = rd.compare_corpus(corpus, output, executor="serial", data=ALL_DATA)
    return bytes_below(output), result


def test_a_run_gives_records_pages_data_and_failures(
    expected: tuple[dict[str, bytes], rd.CorpusResult],
) -> None:
    files, result = expected
    assert len(result) == 9  # Fiji 2012 is broken: its 2011 and 2013 are compared
    assert [f.what[-21:] for f in result.failures] == ["amnesty-2012/fiji.txt"]
    assert [r.pair for r in result] == list(result.plan.pairs)
    for record in result:
        assert record.page is not None
        assert record.pair.country in files[record.page].decode()
        assert record.rows == sum(record.statuses.values()) > 0
        assert record.headlines
    assert {"index.html", "failures.html", "data/corpus.sqlite", "data/csv/ledger.csv"} <= set(
        files
    )


def test_each_executor_writes_the_same_bytes(
    corpus: list[Path], expected: tuple[dict[str, bytes], rd.CorpusResult], tmp_path: Path
) -> None:
    with ThreadPoolExecutor(2) as threads:
        rd.compare_corpus(corpus, tmp_path / "threads", executor=threads, data=ALL_DATA)
    rd.compare_corpus(corpus, tmp_path / "processes", workers=2, data=ALL_DATA)
    rd.compare_corpus(corpus[::-1], tmp_path / "reversed", workers=1, data=ALL_DATA)
    for name in ("threads", "processes", "reversed"):
        assert bytes_below(tmp_path / name) == expected[0], name


def test_files_can_be_sent_to_workers_that_cannot_read_them(
    corpus: list[Path], expected: tuple[dict[str, bytes], rd.CorpusResult], tmp_path: Path
) -> None:
    with ProcessPoolExecutor(1, SPAWN, initializer=hide_files) as pool:
        alone = rd.compare_corpus(corpus, executor=pool)
        rd.compare_corpus(corpus, tmp_path / "sent", executor=pool, send_files=True, data=ALL_DATA)
    assert len(alone.failures) == 11  # the files, each for itself
    assert bytes_below(tmp_path / "sent") == expected[0]


def test_without_an_output_nothing_is_written(
    corpus: list[Path],
    expected: tuple[dict[str, bytes], rd.CorpusResult],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = rd.compare_corpus(corpus, executor="serial")
    assert list(tmp_path.iterdir()) == []
    assert result.output is None
    assert {r.page for r in result} == {None}
    assert [r.statuses for r in result] == [r.statuses for r in expected[1]]


def test_a_pair_that_cannot_be_compared_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = write_corpus(tmp_path, countries=["Fiji", "Tonga"])
    real = rd.compare

    def compare(old: rd.Report, new: rd.Report) -> rd.Comparison:
        if new.metadata.country == "Fiji":
            raise ZeroDivisionError("no words at all")
        return real(old, new)

    monkeypatch.setattr("rights_diff.pipeline.compare", compare)
    result = rd.compare_corpus(folders, executor="serial")
    assert [r.pair.country for r in result] == ["Tonga"]
    (failure,) = result.failures
    assert (failure.what, failure.stage) == ("fiji--amnesty-2011--amnesty-2012", Stage.COMPARE)
    assert failure.error == "ZeroDivisionError"
    assert failure.message.startswith("no words at all (at unit/test_corpus_running.py:")


def test_limits_that_hold_for_one_report_hold_in_a_corpus(tmp_path: Path) -> None:
    folders = write_corpus(tmp_path / "in", years=(2011, 2012), countries=("Fiji", "Nauru"))
    run_on = folders[1] / "fiji.txt"
    run_on.write_text(run_on.read_text("utf-8") + "\n\n" + "x" * 1_000_001, encoding="utf-8")
    with pytest.raises(rd.ReadError, match="without a blank") as alone:
        rd.load(run_on)
    for send_files in (False, True):
        result = rd.compare_corpus(folders, executor="serial", send_files=send_files)
        assert [r.pair.country for r in result] == ["Nauru"]
        (failure,) = result.failures
        assert (failure.what, failure.stage) == (run_on.as_posix(), Stage.READ)
        assert failure.message in str(alone.value)


def test_a_file_that_changes_during_the_run_is_a_failure(tmp_path: Path) -> None:
    folders = write_corpus(tmp_path, countries=["Fiji", "Tonga"])

    def meddle(what: str, done: int, _: int) -> None:
        if (what, done) == ("comparing", 0):
            (folders[0] / "fiji.txt").write_text(chapter("Fiji", 1999), encoding="utf-8")

    result = rd.compare_corpus(folders, executor="serial", progress=meddle)
    assert [f.message for f in result.failures] == [
        f"{folders[0]}/fiji.txt: was changed while the run was going on"
    ]
    assert [r.pair.country for r in result] == ["Tonga"]


def test_a_unit_is_small_and_travels(tmp_path: Path) -> None:
    home = tmp_path / "in"
    (folder,) = write_corpus(home, years=[2011])
    book = home / "amnesty-2012.md"
    book.write_text(yearbook_text(2012), encoding="utf-8")
    kept = Folder(tmp_path / "out").files
    with Crew("serial") as crew:
        planned = plan_corpus([folder, book], kept=kept, crew=crew, told=lambda *_: None)
    for pair in planned.plan.pairs:
        unit = planned.unit(pair, page=True)
        assert len(pickle.dumps(unit)) < 4_000
        assert pickle.loads(pickle.dumps(unit)).key == unit.key  # noqa: S301 - our own
        assert unit.new.document is not None
        assert unit.old.document is None


def test_nothing_in_names_acts_or_leads_out_of_the_folder(tmp_path: Path) -> None:
    home = tmp_path / "it's \"<b>&"
    home.mkdir()
    lines = ["file;organization;country;edition"]
    for year in (2011, 2012):
        (home / f"<i>{year}.txt").write_text(chapter("<script>x</script>", year), encoding="utf-8")
        lines.append(f"<i>{year}.txt;<u>Us</u>;../../<script>x</script>=1;{year}")
    table = home / "m.csv"
    table.write_text("\n".join(lines), encoding="utf-8")
    output = tmp_path / "out" / "site"
    output.parent.mkdir()
    result = rd.compare_corpus(manifest=table, output=output, executor="serial", data=["csv"])
    assert len(result) == 1
    assert [p.name for p in output.parent.iterdir()] == ["site"]
    pages = [data for name, data in bytes_below(output).items() if name.endswith(".html")]
    assert len(pages) == 6
    for page in pages:
        assert b"<script>x" not in page
        assert b"<u>" not in page
        assert b"<i>2" not in page


def test_a_worker_with_another_version_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = write_corpus(tmp_path, countries=["Fiji"])

    def elsewhere(what: str, done: int, _: int) -> None:
        if (what, done) == ("comparing", 0):
            monkeypatch.setattr(Unit, "__init__", partialmethod(Unit.__init__, version="0.0.1"))

    result = rd.compare_corpus(folders, executor="serial", progress=elsewhere)
    (failure,) = result.failures
    assert failure.message.endswith("started by 0.0.1: install the same version on all")


def test_progress_is_told(corpus: list[Path]) -> None:
    told: list[tuple[str, int, int]] = []
    rd.compare_corpus(corpus, executor="serial", progress=lambda *now: told.append(now))
    assert told[0] == ("reading", 1, 11)
    assert told[-1] == ("comparing", 9, 9)


# ---------------------------------------------------------------- frames


@pytest.mark.needs("frames")
def test_the_tables_about_a_run_are_frames(
    expected: tuple[dict[str, bytes], rd.CorpusResult],
) -> None:
    _, result = expected
    pairs = result.to_frame()
    assert list(pairs.index) == [record.pair.id for record in result]
    assert list(pairs.dropped) == [record.dropped for record in result]
    assert len(result.to_frame("failures")) == len(result.failures) == 1
    assert set(result.to_frame("reports").country) == {r.country for r in result.plan.reports}
    with pytest.raises(rd.RenderError, match="there is no table 'ledger' here: choose reports"):
        result.to_frame("ledger")


# ---------------------------------------------------------------- records


def test_a_record_counts_what_its_page_counts() -> None:
    comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    view = comparison_view(comparison)
    old, new = (
        CorpusReport(id=name, file=f"{name}.txt", sha256="0" * 64) for name in ("old", "new")
    )
    pair = CorpusPair(id="p", country="North Korea", old=old, new=new, kind=comparison.kind)
    record = record_of(comparison, view, pair)
    assert {g.code: g.count for g in view.glance if g.code != "unsure"} == {
        "number_changed": record.figures_changed + sum(f.unsure for f in view.figures),
        "contradicted": record.facets.get(Facet.CONTRADICTED, 0),
        "strengthened": record.strengthened,
        "softened": record.softened,
        "dropped": record.dropped,
        "added": record.added,
    }
    assert record_of_data(json.loads(to_json(record_data(record))), pair, None) == record
    assert {h.row for h in record.headlines} <= {row.id for row in comparison.ledger}
    assert all(len(h.text) <= 200 for h in record.headlines)
