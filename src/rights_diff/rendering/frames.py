"""Tables of a report, a comparison or a timeline as pandas frames (extra `frames`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rights_diff.errors import RenderError
from rights_diff.model import Comparison, Report
from rights_diff.rendering.view.columns import COMPARISON_TABLES, REPORT_TABLES, Column
from rights_diff.rendering.view.report_tables import report_table
from rights_diff.rendering.view.table import Table, Value
from rights_diff.rendering.view.tables import comparison_table
from rights_diff.rendering.view.timeline.columns import TIMELINE_TABLES
from rights_diff.rendering.view.timeline.tables import timeline_table

if TYPE_CHECKING:
    import pandas as pd

    from rights_diff.model import Timeline

__all__ = [
    "comparison_frame",
    "comparison_frames",
    "report_frame",
    "report_frames",
    "table_frame",
    "timeline_frame",
    "timeline_frames",
]

# Nullable types: what is not known is <NA> in each of them, and whole numbers stay whole.
_TYPES = {"text": "string", "integer": "Int64", "number": "Float64", "flag": "boolean"}


def comparison_frame(comparison: Comparison, table: str = "ledger") -> pd.DataFrame:
    """One table of a comparison as a frame, indexed by what names its rows.

    Raises:
        RenderError: pandas is not installed, or there is no table of that name.
    """
    return table_frame(comparison_table(comparison, table))


def comparison_frames(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """All tables of a comparison as frames, by name."""
    return {name: comparison_frame(comparison, name) for name in COMPARISON_TABLES}


def report_frame(report: Report, table: str = "sections") -> pd.DataFrame:
    """One table of a report as a frame; as `comparison_frame`."""
    return table_frame(report_table(report, table))


def report_frames(report: Report) -> dict[str, pd.DataFrame]:
    """All tables of a report as frames, by name."""
    return {name: report_frame(report, name) for name in REPORT_TABLES}


def timeline_frame(timeline: Timeline, table: str = "points") -> pd.DataFrame:
    """One table of a timeline as a frame; as `comparison_frame`."""
    return table_frame(timeline_table(timeline, table))


def timeline_frames(timeline: Timeline) -> dict[str, pd.DataFrame]:
    """All tables of a timeline as frames, by name."""
    return {name: timeline_frame(timeline, name) for name in TIMELINE_TABLES}


def table_frame(table: Table) -> pd.DataFrame:
    """A table as a frame.

    Raises:
        RenderError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as missing:
        message = 'frames need pandas; install the extra: pip install "rights-diff[frames]"'
        raise RenderError(message) from missing
    columns = zip(table.columns, zip(*table.rows, strict=True) if table.rows else (), strict=False)
    values = {column.name: column_values for column, column_values in columns}
    made = {c.name: _series(c, values.get(c.name, ())) for c in table.columns}
    frame = pd.DataFrame(made)
    return frame.set_index([c.name for c in table.columns[: table.keys]]) if table.keys else frame


def _series(column: Column, values: Iterable[Value]) -> pd.Series:
    import pandas as pd

    held = list(values)
    if column.kind != "code":
        return pd.Series(held, dtype=_TYPES[column.kind])
    # The same categories in every frame, so that frames can be put together.
    return pd.Series(pd.Categorical(held, categories=pd.Index(column.choices, dtype="str")))
