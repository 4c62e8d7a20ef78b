"""A corpus as a data set: SQLite, CSV or Parquet, written in one pass over the kept pairs."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import IO, Any, Protocol

from rights_diff.corpus.columns import CORPUS_TABLES, FROM_REPORT
from rights_diff.corpus.tables import Cells, Rows, run_rows
from rights_diff.errors import RenderError
from rights_diff.model.corpus import Failure, PairRecord, Plan
from rights_diff.model.template_edits import TemplateEdit
from rights_diff.rendering.csv import BYTE_ORDER_MARK, cell
from rights_diff.rendering.output import discard, make_folder, spare_name
from rights_diff.rendering.view.table import Value

__all__ = ["KINDS", "Store", "check_kinds", "write_data"]

_TEMPLATE_COLUMN = -1  # of the ledger; known only when all pairs are done


class Store(Protocol):
    """A data set being written; nothing is to be seen of it before `finish`.

    Making one opens nothing, so that whatever `open` left behind can be discarded. Trouble is an
    `OSError` or one of `rights_diff.errors`.
    """

    def open(self) -> None:
        """Open files beside their places."""

    def add(self, table: str, rows: Sequence[Cells]) -> None:
        """Write rows of a table behind those it has."""

    def finish(self) -> list[Path]:
        """Put the files in their place; what stood there goes."""

    def discard(self) -> None:
        """Leave nothing behind; does no harm after `finish`."""


class _CsvStore:
    """A file a table, as `Comparison.to_csv` writes it."""

    def __init__(self, folder: Path) -> None:
        self._home = folder / "csv"
        self._targets = {name: self._home / f"{name}.csv" for name in CORPUS_TABLES}
        self._spares = {name: spare_name(target) for name, target in self._targets.items()}
        self._streams: dict[str, IO[str]] = {}

    def open(self) -> None:
        make_folder(self._home)
        for name, shape in CORPUS_TABLES.items():
            stream = self._spares[name].open("x", encoding="utf-8", newline="")
            self._streams[name] = stream
            stream.write(BYTE_ORDER_MARK)
            self._writer(name).writerow(column.name for column in shape.columns)

    def _writer(self, name: str) -> Any:
        return csv.writer(self._streams[name], lineterminator="\n")

    def add(self, table: str, rows: Sequence[Cells]) -> None:
        self._writer(table).writerows(map(cell, row) for row in rows)

    def finish(self) -> list[Path]:
        for stream in self._streams.values():
            stream.close()
        for name, target in self._targets.items():
            self._spares[name].replace(target)
        return list(self._targets.values())

    def discard(self) -> None:
        discard(self._streams.values(), self._spares.values())


def _sqlite(folder: Path) -> Store:
    from rights_diff.corpus.sqlite_store import SqliteStore

    return SqliteStore(folder)


def _parquet(folder: Path) -> Store:
    from rights_diff.corpus.parquet_store import ParquetStore

    return ParquetStore(folder)


_STORES: Mapping[str, Callable[[Path], Store]] = MappingProxyType(
    {"sqlite": _sqlite, "csv": _CsvStore, "parquet": _parquet}
)
KINDS = tuple(_STORES)


def check_kinds(kinds: Iterable[str]) -> tuple[str, ...]:
    """The kinds of data set that were asked for, each once, in the order of `KINDS`.

    Raises:
        RenderError: there is no such kind, or what it needs is not installed.

    >>> check_kinds(["csv", "sqlite", "csv"])
    ('sqlite', 'csv')
    """
    wanted = set(kinds)
    unknown = sorted(wanted.difference(KINDS))
    if unknown:
        raise RenderError(f"there is no data set {unknown[0]!r}: choose {', '.join(KINDS)}")
    if "parquet" in wanted:
        from rights_diff.corpus.parquet_store import check_installed

        check_installed()
    return tuple(kind for kind in KINDS if kind in wanted)


def write_data(
    kinds: Iterable[str],
    folder: Path,
    *,
    plan: Plan,
    records: Sequence[PairRecord],
    kept: Iterable[Mapping[str, Sequence[Sequence[Value]]]],
    failures: Iterable[Failure] = (),
    template_edits: Sequence[TemplateEdit] = (),
) -> tuple[Path, ...]:
    """Write the data set of a corpus.

    Args:
        kinds: some of `KINDS`.
        folder: where to; it is made, its parent exists. `corpus.sqlite` and the folders `csv`
            and `parquet` go there.
        records: the pairs that were compared, in the order of the plan.
        kept: what `rows_of` gave for each of them, in the same order; iterated once, one pair
            at a time.
    Returns:
        the files. The same corpus gives the same bytes (of SQLite and Parquet, with the same
        version of these libraries).
    Raises:
        RenderError: a kind is unknown, lacks its extra, or cannot be written; then no file of
            it is left behind, and those that stood there before stay as they were.
    """
    wanted = check_kinds(kinds)
    about = run_rows(plan, records, failures, template_edits)
    stores: list[Store] = []
    try:
        make_folder(folder)
        for kind in wanted:
            stores.append(_STORES[kind](folder))
            stores[-1].open()
        _fill(stores, about, kept, template_edits)
        return tuple(path for store in stores for path in store.finish())
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise RenderError(f"cannot be written: {reason}", file=str(folder)) from trouble
    finally:
        for store in stores:
            store.discard()


def _fill(
    stores: Sequence[Store],
    about: Rows,
    kept: Iterable[Mapping[str, Sequence[Sequence[Value]]]],
    template_edits: Sequence[TemplateEdit],
) -> None:
    edits: dict[Cells, str] = {
        (p.pair, p.row): e.id for e in reversed(template_edits) for p in e.places if p.whole
    }
    seen: set[object] = set()
    for name, rows in about.items():
        _add(stores, name, [tuple(map(_encodable, row)) for row in rows])
    for tables in kept:
        for name in tables:
            rows = [tuple(map(_encodable, row)) for row in tables[name]]
            if name in FROM_REPORT:
                rows = [row for row in rows if (name, row[0]) not in seen]
            if name == "ledger":
                rows = [(*r[:_TEMPLATE_COLUMN], edits.get(r[:2])) for r in rows]
            _add(stores, name, rows)
        seen.update((name, row[0]) for name in FROM_REPORT for row in tables[name])


def _encodable(value: Value) -> Value:
    """The value; a lone surrogate, which no file takes, becomes a question mark."""
    if isinstance(value, str) and not value.isascii():
        return value.encode("utf-8", "replace").decode("utf-8")
    return value


def _add(stores: Sequence[Store], name: str, rows: Sequence[Cells]) -> None:
    for store in stores:
        store.add(name, rows)
