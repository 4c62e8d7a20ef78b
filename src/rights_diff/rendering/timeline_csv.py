"""One table of a timeline as CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

from rights_diff.model.timeline import Timeline
from rights_diff.rendering.csv import table_csv
from rights_diff.rendering.view.timeline.tables import timeline_table

__all__ = ["timeline_csv"]


def timeline_csv(timeline: Timeline, table: str = "points") -> str:
    """A line of column names, then one line a row; as `comparison_csv`.

    Raises:
        RenderError: there is no table of that name.
    """
    return table_csv(timeline_table(timeline, table))
