"""The data set of a corpus: the same tables in every format, that join, whole or not at all."""

from __future__ import annotations

import csv
import gc
import re
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.extras_fixture import has

import rights_diff as rd
from rights_diff.corpus import parquet_store, sqlite_store
from rights_diff.corpus.columns import CORPUS_TABLES, JOINS
from rights_diff.corpus.stores import KINDS, check_kinds, write_data
from rights_diff.corpus.tables import rows_of
from rights_diff.errors import RenderError
from rights_diff.model import ComparisonKind
from rights_diff.model.corpus import CorpusPair, CorpusReport, CorpusResult, PairRecord, Plan
from rights_diff.rendering.csv import unguarded
from rights_diff.rendering.view.tables import comparison_table

KINDS_HERE = [kind for kind in KINDS if kind != "parquet" or has("parquet")]
COUNTRIES = ("Fiji", "Nauru", "Palau", "Tonga", "Tuvalu")
CHAPTER = """Amnesty International Report {year}: {country}

Head of state: Ana Pohiva
{facts}
Prisons
The jail on the quay held {held} inmates. {frame}
=HYPERLINK("http://example.org") was the title of a leaflet that guards burnt.

Journalists
Two editors of {country} were charged with sedition, and {n} papers closed.
"""
FRAME = {
    2011: "See the yearbook of the harbour board for more on {country}.",
    2012: "See the yearbook of the harbour board for more on {country}.",
    2013: "A cook was hired.",
}


def write(home: Path) -> list[Path]:
    """Three editions of five countries; a sentence and a line of facts go in the last one."""
    for year, frame in FRAME.items():
        for n, country in enumerate(COUNTRIES):
            file = home / f"amnesty-{year}" / f"{country.lower()}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            held, facts = 40 + 7 * n + year % 5, "Death penalty: abolitionist\n" * (year < 2013)
            told = frame.format(country=country)
            file.write_text(
                CHAPTER.format(
                    year=year, country=country, held=held, facts=facts, frame=told, n=n + year % 3
                ),
                encoding="utf-8",
            )
    return sorted(home.iterdir())


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> CorpusResult:
    home = tmp_path_factory.mktemp("corpus")
    return rd.compare_corpus(
        write(home / "in"), home / "out", executor="serial", data=KINDS_HERE, pages=False
    )


@pytest.fixture
def data(result: CorpusResult) -> Path:
    assert result.output is not None
    return result.output / "data"


@pytest.fixture
def base(data: Path) -> Iterator[sqlite3.Connection]:
    database = sqlite3.connect(data / "corpus.sqlite")
    yield database
    database.close()


def in_sqlite(base: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return base.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608 - our own names


@pytest.mark.needs("parquet")
@pytest.mark.parametrize("name", CORPUS_TABLES)
def test_every_format_holds_the_same(name: str, data: Path, base: sqlite3.Connection) -> None:
    import pyarrow.parquet as pq

    columns = [c.name for c in CORPUS_TABLES[name].columns]
    flags = [n for n, c in enumerate(CORPUS_TABLES[name].columns) if c.kind == "flag"]
    rows = in_sqlite(base, name)
    assert rows or name in {"alone", "failures", "dates"}
    parquet = pq.read_table(data / "parquet" / f"{name}.parquet")
    assert parquet.column_names == columns
    for row, kept in zip(rows, parquet.to_pylist(), strict=True):
        assert all(kept[columns[n]] is None or row[n] == int(kept[columns[n]]) for n in flags)
        assert [v for n, v in enumerate(row) if n not in flags] == [
            kept[c] for n, c in enumerate(columns) if n not in flags
        ]
    with (data / "csv" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *lines = csv.reader(file)
    assert head == columns
    for row, cells in zip(rows, lines, strict=True):
        for n, (value, cell) in enumerate(zip(row, cells, strict=True)):
            if value is None:
                assert cell == ""
            elif n in flags:
                assert cell == ("true" if value else "false")
            elif isinstance(value, str):
                assert unguarded(cell) == value
            else:
                assert float(cell) == value


def test_nothing_is_told_of_the_disk(base: sqlite3.Connection, data: Path) -> None:
    files = [file for (file,) in base.execute("SELECT file FROM reports")]
    assert "amnesty-2011/fiji.txt" in files
    assert str(data.parents[1]) not in (data / "csv" / "reports.csv").read_text("utf-8")


def test_tables_join(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    told = base.execute(
        """SELECT p.country, s.text, r.edition FROM row_sentences x
           JOIN sentences s ON s.report = x.report AND s.id = x.sentence
           JOIN reports r ON r.id = x.report JOIN pairs p ON p.id = x.pair
           JOIN ledger l ON l.pair = x.pair AND l.id = x.row
           WHERE l.status = 'dropped' AND s.text LIKE '%yearbook%' ORDER BY p.country"""
    ).fetchall()
    assert [(country, edition) for country, _, edition in told] == [
        (country, "2012") for country in COUNTRIES
    ]


def test_a_figure_leads_to_both_quantities(base: sqlite3.Connection) -> None:
    linked = base.execute(
        """SELECT l.old_value, o.value, l.new_value, n.value, l.relation FROM quantity_links l
           JOIN quantities o ON o.report = l.old_report AND o.id = l.old_quantity
           JOIN quantities n ON n.report = l.new_report AND n.id = l.new_quantity"""
    ).fetchall()
    assert "increased" in {relation for *_, relation in linked}
    assert all(a == b and c == d for a, b, c, d, _ in linked)


def test_a_report_of_two_pairs_stands_there_once(
    base: sqlite3.Connection, result: CorpusResult
) -> None:
    assert len(result) == 10
    for table in ("sections", "sentences", "quantities"):
        keys = base.execute(f"SELECT report, id FROM {table}").fetchall()  # noqa: S608
        assert len(keys) == len(set(keys))
        assert {report for report, _ in keys} == {r.id for r in result.plan.reports}


def test_rows_of_template_edits_can_be_left_out(base: sqlite3.Connection) -> None:
    gone = "SELECT count(*) FROM ledger WHERE status = 'dropped' AND old LIKE 'See the yearbook%'"
    assert base.execute(gone).fetchone() == (5,)
    assert base.execute(f"{gone} AND template IS NULL").fetchone() == (0,)
    told = base.execute(
        """SELECT e.kind, e.old, e.pairs, e.of, count(*) FROM template_edits e
           JOIN template_places p ON p.edit = e.id GROUP BY e.id ORDER BY e.kind"""
    ).fetchall()
    assert ("dropped", "See the yearbook of the harbour board for more on [country].", 5, 5, 5) in (
        told
    )
    assert ("fact", "Death penalty", 5, 5, 5) in told


def test_nothing_in_a_csv_file_starts_a_formula(data: Path) -> None:
    found = 0
    for file in sorted((data / "csv").glob("*.csv")):
        with file.open(encoding="utf-8-sig", newline="") as stream:
            for row in csv.reader(stream):
                for cell in row:
                    assert not re.match(r"\s*[=+@]|-\D", cell), cell
                    found += "'=HYPERLINK" in cell
    assert found


def test_the_codebook_lists_every_column(base: sqlite3.Connection) -> None:
    told = base.execute('SELECT "table", "column", holds, joins FROM codebook').fetchall()
    assert [(table, column) for table, column, *_ in told] == [
        (name, column.name) for name, shape in CORPUS_TABLES.items() for column in shape.columns
    ]
    for _table, _column, _holds, joins in told:
        if joins:
            name, column = joins.split(".")
            assert column in {c.name for c in CORPUS_TABLES[name].columns}


def test_joins_name_columns_that_are_there() -> None:
    for name, joins in JOINS.items():
        own = {c.name for c in CORPUS_TABLES[name].columns}
        for join in joins:
            target = CORPUS_TABLES[join.table]
            assert own.issuperset(join.columns)
            assert join.to == tuple(c.name for c in target.columns[: target.keys])


def one_pair() -> tuple[CorpusPair, rd.Comparison]:
    text = CHAPTER.replace("{facts}\n", "")
    told = {"country": "Tonga", "n": 3, "frame": "It rained."}
    old = rd.parse(text.format(year=2011, held=40, **told))
    new = rd.parse(text.format(year=2012, held=52, **told))
    made = [
        CorpusReport(id=f"amnesty-{r.metadata.edition}-tonga", file="x.txt", sha256="0")
        for r in (old, new)
    ]
    kind = ComparisonKind.YEAR_OVER_YEAR
    pair = CorpusPair(id="tonga", country="Tonga", old=made[0], new=made[1], kind=kind)
    return pair, rd.compare(old, new)


def test_rows_are_those_of_the_comparison_and_its_reports() -> None:
    pair, comparison = one_pair()
    rows = rows_of(comparison, pair)
    assert set(rows) <= set(CORPUS_TABLES)
    for name, table in rows.items():
        assert {len(row) for row in table} <= {len(CORPUS_TABLES[name].columns)}
    for name, source in (
        ("ledger", "ledger"),
        ("quantity_links", "figures"),
        ("links", "sections"),
    ):
        own = comparison_table(comparison, source)
        cites = {"country", "old_report", "new_report"}
        kept = [n for n, c in enumerate(own.columns) if c.name not in cites]
        assert [[row[n + 1] for n in kept] for row in rows[name]] == [
            [row[n] for n in kept] for row in own.rows
        ]
    assert [row[1] for row in rows["sentences"]] == [
        s.id for report in (comparison.old, comparison.new) for s in report.sentences
    ]


def write_once(
    folder: Path, kinds: Sequence[str] = KINDS_HERE, kept: Any = None
) -> tuple[Path, ...]:
    pair, comparison = one_pair()
    record = PairRecord(pair=pair, words_old=1, words_new=1)
    plan = Plan(pairs=(pair,), reports=(pair.old, pair.new))
    tables = [rows_of(comparison, pair)] if kept is None else kept
    return write_data(kinds, folder, plan=plan, records=[record], kept=tables)


def test_the_same_corpus_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_once(tmp_path / name) for name in ("one", "two"))
    assert len(first) == 1 + (len(KINDS_HERE) - 1) * len(CORPUS_TABLES)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_what_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in write_once(tmp_path / "data")}

    def broken() -> Iterator[dict[str, Any]]:
        pair, comparison = one_pair()
        yield rows_of(comparison, pair)
        raise RenderError("the kept pair is damaged")

    with pytest.raises(RenderError, match="damaged"):
        write_once(tmp_path / "data", kept=broken())
    assert {path: path.read_bytes() for path in (tmp_path / "data").rglob("*.*")} == before


@pytest.mark.needs("parquet")
def test_parquet_is_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pyarrow.parquet as pq

    write_once(tmp_path / "one", ["parquet"])
    monkeypatch.setattr(parquet_store, "_ROW_GROUP", 2)
    write_once(tmp_path / "two", ["parquet"])
    one, two = (tmp_path / name / "parquet" / "ledger.parquet" for name in ("one", "two"))
    assert pq.ParquetFile(two).num_row_groups > pq.ParquetFile(one).num_row_groups == 1
    assert pq.read_table(one).to_pylist() == pq.read_table(two).to_pylist()


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(RenderError, match=r'pip install "rights-diff\[parquet\]"'):
        write_once(tmp_path / "data", ["parquet"])
    assert not (tmp_path / "data").exists()
    assert check_kinds(["csv", "sqlite"]) == ("sqlite", "csv")


def test_an_unknown_kind_is_told() -> None:
    with pytest.raises(RenderError, match="no data set 'xlsx': choose sqlite, csv, parquet"):
        check_kinds(["xlsx"])


def test_lone_surrogates_do_no_harm(tmp_path: Path) -> None:
    pair, comparison = one_pair()
    rows = rows_of(comparison, pair)
    rows["ledger"] = [(*rows["ledger"][0][:2], "bad \ud800 half", *rows["ledger"][0][3:])]
    rows["row_sentences"] = []
    write_once(tmp_path / "data", kept=[rows])
    text = (tmp_path / "data" / "csv" / "ledger.csv").read_text("utf-8-sig")
    assert "bad ? half" in text


def test_a_folder_that_cannot_be_written_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(RenderError, match="cannot be written"):
        write_once(tmp_path / "data", ["csv"])


@pytest.mark.parametrize("kind", KINDS_HERE)
def test_a_disk_that_refuses_the_third_file_keeps_nothing(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was opened before it is closed and gone; a handle left open would be a warning here."""
    before = {path: path.read_bytes() for path in write_once(tmp_path / "data")}
    opened = []

    def third(real: Any) -> Any:
        def refusing(*given: Any, **more: Any) -> Any:
            opened.append(given)
            if len(opened) == 3:
                raise OSError(24, "Too many open files")
            return real(*given, **more)

        return refusing

    monkeypatch.setattr(Path, "open", third(Path.open))
    if kind == "parquet":
        import pyarrow.parquet as pq

        monkeypatch.setattr(pq, "ParquetWriter", third(pq.ParquetWriter))
    if kind == "sqlite":
        monkeypatch.setattr(sqlite_store, "_table", lambda _: "CREATE TABLE")
    with pytest.raises(RenderError, match=r"cannot be written: (Too many open files|incomplete)"):
        write_once(tmp_path / "data", [kind])
    monkeypatch.undo()
    gc.collect()
    files = (path for path in (tmp_path / "data").rglob("*") if path.is_file())
    assert {path: path.read_bytes() for path in files} == before


def test_a_database_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    store = sqlite_store.SqliteStore(tmp_path / "nowhere")
    with pytest.raises(RenderError, match="cannot be written: unable to open database file"):
        store.open()
    store.discard()


def documented() -> dict[str, list[list[str]]]:
    """The tables of docs/corpus-data.md: name, lines of cells."""
    text = (Path(__file__).parents[2] / "docs" / "corpus-data.md").read_text("utf-8")
    found: dict[str, list[list[str]]] = {}
    for part in re.split(r"(?m)^### ", text)[1:]:
        name, _, rest = part.partition("\n")
        lines = [line for line in rest.splitlines() if line.startswith("| `")]
        found[name] = [re.split(r" \| ", line.strip("| ")) for line in lines]
    return found


def test_the_documentation_lists_every_column() -> None:
    """Where this fails, change docs/corpus-data.md; a column that goes breaks users."""
    tables = documented()
    assert list(tables) == list(CORPUS_TABLES)
    for name, shape in CORPUS_TABLES.items():
        assert [[line[0], line[-1]] for line in tables[name]] == [
            [f"`{column.name}`", column.about] for column in shape.columns
        ]
