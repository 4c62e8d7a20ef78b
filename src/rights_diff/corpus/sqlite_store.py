"""The data set of a corpus as one SQLite database, whose tables say how they join."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from rights_diff.corpus.columns import CORPUS_TABLES, JOINS
from rights_diff.corpus.tables import Cells
from rights_diff.errors import RenderError
from rights_diff.rendering.output import discard, spare_name

__all__ = ["SqliteStore"]

_TYPES = {
    "text": "TEXT",
    "code": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "flag": "INTEGER",  # 0 or 1
}
# The file is written once, beside its place: no journal is needed. A fixed page size gives the
# same bytes on every machine; the number says whose file it is ("RDIF", for `file`).
_SETTINGS = (
    "PRAGMA page_size = 4096",
    "PRAGMA encoding = 'UTF-8'",
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    f"PRAGMA application_id = {int.from_bytes(b'RDIF')}",
    "PRAGMA user_version = 1",
)


class SqliteStore:
    """A database being written beside its place."""

    def __init__(self, folder: Path) -> None:
        self._target = folder / "corpus.sqlite"
        self._spare = spare_name(self._target)
        self._open: list[sqlite3.Connection] = []

    def open(self) -> None:
        """A database beside its place."""
        with self._told():
            # one transaction from here to the end: the file counts them
            database = sqlite3.connect(self._spare, isolation_level=None)
            self._open.append(database)
            for setting in _SETTINGS:
                database.execute(setting)
            database.execute("BEGIN")
            for name in CORPUS_TABLES:
                database.execute(_table(name))

    def add(self, table: str, rows: Sequence[Cells]) -> None:
        """Rows of a table behind those it has."""
        marks = ", ".join("?" * len(CORPUS_TABLES[table].columns))
        # the name comes from CORPUS_TABLES, not from a report
        insert = f"INSERT INTO {_quoted(table)} VALUES ({marks})"  # noqa: S608
        with self._told():
            self._open[0].executemany(insert, rows)

    def finish(self) -> list[Path]:
        """The database, whole, in its place."""
        (database,) = self._open
        with self._told():
            for statement in _indexes():
                database.execute(statement)
            database.execute("COMMIT")
            database.close()
        self._spare.replace(self._target)
        return [self._target]

    def discard(self) -> None:
        """Nothing stays behind."""
        discard(self._open, [self._spare])

    @contextmanager
    def _told(self) -> Iterator[None]:
        """SQLite's errors are no `OSError`: told as this library's own."""
        try:
            yield
        except sqlite3.Error as trouble:
            raise RenderError(f"cannot be written: {trouble}", file=str(self._target)) from trouble


def _table(name: str) -> str:
    shape = CORPUS_TABLES[name]
    parts = [f"{_quoted(c.name)} {_TYPES[c.kind]}" for c in shape.columns]
    if shape.keys:
        parts.append(f"PRIMARY KEY ({_list(c.name for c in shape.columns[: shape.keys])})")
    for join in JOINS.get(name, ()):
        to = f"{_quoted(join.table)} ({_list(join.to)})"
        parts.append(f"FOREIGN KEY ({_list(join.columns)}) REFERENCES {to}")
    return f"CREATE TABLE {_quoted(name)} ({', '.join(parts)})"


def _indexes() -> Iterator[str]:
    """An index for each join that the primary key does not serve."""
    for name, joins in JOINS.items():
        shape = CORPUS_TABLES[name]
        keys = tuple(c.name for c in shape.columns[: shape.keys])
        for join in joins:
            if join.columns != keys[: len(join.columns)]:
                index = _quoted("_".join((name, *join.columns)))
                yield f"CREATE INDEX {index} ON {_quoted(name)} ({_list(join.columns)})"


def _list(names: Iterator[str] | tuple[str, ...]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return f'"{name}"'
