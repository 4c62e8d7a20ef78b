"""A run over a corpus: executors, failures, and that only the reports decide what is written."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from tests.corpus_fixture import (
    bytes_below,
    chapter,
    die_on_negative,
    die_once,
    double,
    fail_on_odd,
    hide_files,
    write_corpus,
    yearbook_text,
)

import rights_diff as rd
from rights_diff.corpus.executing import Crew, WorkerDied
from rights_diff.corpus.folder import Folder
from rights_diff.corpus.planning import plan_corpus
from rights_diff.model.corpus import Stage

SPAWN = get_context("spawn")  # a fork of a process with threads may hang
ALL_DATA = ("sqlite", "csv", "parquet")


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


def test_progress_is_told(corpus: list[Path]) -> None:
    told: list[tuple[str, int, int]] = []
    rd.compare_corpus(corpus, executor="serial", progress=lambda *now: told.append(now))
    assert told[0] == ("reading", 1, 11)
    assert told[-1] == ("comparing", 9, 9)


# ---------------------------------------------------------------- crews


class Counted:
    """Numbers, and how far ahead of the results they were asked for."""

    def __init__(self, many: int) -> None:
        self.many = many
        self.asked = 0

    def __iter__(self) -> Iterator[int]:
        for n in range(self.many):
            self.asked += 1
            yield n


def results(found: Iterable[tuple[object, object]]) -> dict[object, object]:
    return dict(found)


@pytest.mark.parametrize("runner", ["serial", None, "threads"])
def test_every_item_has_its_result(runner: str | None) -> None:
    with ThreadPoolExecutor(2) as threads, Crew(threads if runner == "threads" else runner, 2) as c:  # type: ignore[arg-type]
        assert results(c.run(double, range(20))) == {n: 2 * n for n in range(20)}


def test_only_so_many_are_under_way() -> None:
    with ThreadPoolExecutor(2) as threads, Crew(threads) as crew:
        items = Counted(100)
        for n, _ in enumerate(crew.run(double, items)):
            assert items.asked <= n + 1 + crew.room


def test_an_error_stands_in_place_of_a_result() -> None:
    with ThreadPoolExecutor(2) as threads, Crew(threads) as crew:
        found = results(crew.run(fail_on_odd, range(4)))
    assert (found[0], found[2]) == (0, 4)
    assert [str(found[n]) for n in (1, 3)] == ["1 is odd", "3 is odd"]


def test_what_kills_its_worker_twice_is_given_up_and_the_rest_is_done() -> None:
    with Crew(workers=2) as crew:
        found = results(crew.run(die_on_negative, [*range(6), -1, *range(6, 9)]))
    assert isinstance(found.pop(-1), WorkerDied)
    assert found == {n: 2 * n for n in range(9)}


def test_what_was_under_way_when_a_worker_was_killed_is_done_again(tmp_path: Path) -> None:
    tasks = [(n, str(tmp_path / "mark") if n == 3 else "") for n in range(8)]
    with Crew(workers=2) as crew:
        found = results(crew.run(die_once, tasks))
    assert found == {task: 2 * task[0] for task in tasks}


def test_a_broken_executor_of_the_users_is_told() -> None:
    with ProcessPoolExecutor(1, SPAWN) as pool, Crew(pool) as crew:
        found = crew.run(die_on_negative, [-1, *range(20)])
        with pytest.raises(rd.CompareError, match="what was finished is kept"):
            list(found)


def test_workers_end_with_the_process_that_started_them(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys, time\n"
        "from rights_diff.corpus.executing import Crew\n"
        "if __name__ == '__main__':\n"
        "    crew = Crew(workers=1)\n"
        "    print(crew.executor().submit(os.getpid).result(), flush=True)\n"
        "    time.sleep(60)\n"
    )
    main = tmp_path / "main.py"
    main.write_text(script, encoding="utf-8")
    started = subprocess.Popen([sys.executable, str(main)], stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    worker = int(started.stdout.readline())
    started.kill()
    started.communicate()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{worker}/stat").exists() and time.monotonic() < deadline:
        if Path(f"/proc/{worker}/stat").read_text().split()[2] == "Z":
            break  # it has ended; nobody has asked after it yet
        time.sleep(0.05)
    else:
        assert not Path(f"/proc/{worker}").exists()


def test_a_script_without_its_guard_is_told_in_one_line(corpus: list[Path], tmp_path: Path) -> None:
    main = tmp_path / "main.py"
    main.write_text(
        f"import rights_diff as rd\nrd.compare_corpus({list(map(str, corpus))!r}, 'site')\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, str(main)], check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.stderr.count("Traceback") == 2  # the error, and the broken pool that it came from
    assert 'call this under `if __name__ == "__main__":`' in done.stderr.splitlines()[-1]


def test_no_worker_is_no_crew() -> None:
    with pytest.raises(ValueError, match="at least one worker"):
        Crew(workers=0)


# ---------------------------------------------------------------- frames


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
