"""The data set of a corpus as Parquet files (extra `parquet`)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rights_diff.corpus.columns import CORPUS_TABLES
from rights_diff.corpus.tables import Cells
from rights_diff.errors import RenderError
from rights_diff.rendering.output import discard, make_folder, spare_name

__all__ = ["ParquetStore", "check_installed"]

# Rows that are held before they are written: large enough for readers to skip and compress well,
# small enough to keep memory flat (a ledger row has about a kilobyte).
_ROW_GROUP = 4_000


def check_installed() -> None:
    """Raise `RenderError` where pyarrow is missing."""
    try:
        import pyarrow.parquet  # noqa: F401 - only whether it is there
    except ImportError as missing:
        message = 'Parquet needs pyarrow; install the extra: pip install "rights-diff[parquet]"'
        raise RenderError(message) from missing


class ParquetStore:
    """A file a table, being written beside their places."""

    def __init__(self, folder: Path) -> None:
        self._home = folder / "parquet"
        self._targets = {name: self._home / f"{name}.parquet" for name in CORPUS_TABLES}
        self._spares = {name: spare_name(target) for name, target in self._targets.items()}
        self._held: dict[str, list[Cells]] = {name: [] for name in CORPUS_TABLES}
        self._schemas = {name: _schema(name) for name in CORPUS_TABLES}
        self._writers: dict[str, Any] = {}

    def open(self) -> None:
        """Files beside their places."""
        import pyarrow.parquet as pq

        make_folder(self._home)
        for name, schema in self._schemas.items():
            self._writers[name] = pq.ParquetWriter(self._spares[name], schema, compression="zstd")

    def add(self, table: str, rows: Sequence[Cells]) -> None:
        """Rows of a table behind those it has."""
        held = self._held[table]
        held += rows
        while len(held) >= _ROW_GROUP:
            self._write(table, held[:_ROW_GROUP])
            del held[:_ROW_GROUP]

    def _write(self, table: str, rows: Sequence[Cells]) -> None:
        import pyarrow as pa

        schema = self._schemas[table]
        columns = zip(*rows, strict=True)
        arrays = [
            pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)
        ]
        self._writers[table].write_table(pa.Table.from_arrays(arrays, schema=schema))

    def finish(self) -> list[Path]:
        """The files, whole, in their places."""
        for name, held in self._held.items():
            if held:
                self._write(name, held)
            self._writers[name].close()
        for name, target in self._targets.items():
            self._spares[name].replace(target)
        return list(self._targets.values())

    def discard(self) -> None:
        """Nothing stays behind."""
        discard(self._writers.values(), self._spares.values())


def _schema(name: str) -> Any:
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "code": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "flag": pa.bool_(),
    }
    return pa.schema(
        [
            pa.field(c.name, types[c.kind], metadata={"about": c.about})
            for c in CORPUS_TABLES[name].columns
        ]
    )
