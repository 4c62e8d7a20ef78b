"""The tables about a run as pandas frames (extra `frames`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rights_diff.corpus.columns import CORPUS_TABLES
from rights_diff.corpus.tables import run_rows
from rights_diff.errors import RenderError
from rights_diff.model.corpus import CorpusResult
from rights_diff.rendering.frames import table_frame
from rights_diff.rendering.view.table import Table

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["run_frame"]


def run_frame(result: CorpusResult, table: str) -> pd.DataFrame:
    """One of the tables about a run, with the columns that it has in a data set.

    Raises:
        RenderError: pandas is not installed, or there is no such table.
    """
    rows = run_rows(result.plan, result.records, result.failures, result.template_edits)
    if table not in rows:
        raise RenderError(f"there is no table {table!r} here: choose {', '.join(rows)}")
    shape = CORPUS_TABLES[table]
    return table_frame(
        Table(name=table, columns=shape.columns, rows=tuple(rows[table]), keys=shape.keys)
    )
