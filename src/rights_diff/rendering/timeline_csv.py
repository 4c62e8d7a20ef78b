"""The points of all series as CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io

from rights_diff.model.timeline import Timeline
from rights_diff.rendering.csv import guarded

__all__ = ["COLUMNS", "timeline_csv"]

COLUMNS = (
    "series",
    "label",
    "movement",
    "unit",
    "topics",
    "as_of",
    "value",
    "low",
    "high",
    "qualifier",
    "kind",
    "modality",
    "attribution",
    "quote",
    "told_again",
    "report",
    "organization",
    "sentence",
    "start",
    "end",
)


def timeline_csv(timeline: Timeline) -> str:
    """A line of column names, then one line a point, in the order of the series.

    Commas, quotes doubled inside quotes (RFC 4180), lines end in a line feed, and no cell holds
    one: white space is collapsed. An empty cell is a missing value.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    organizations = {e.id: e.organization for e in timeline.editions}
    for series in timeline.series:
        own = (series.id, series.label, series.movement, series.unit, " ".join(series.topics))
        for p in series.points:
            words = p.qualifier, p.kind, p.modality, p.attribution, p.quote
            home = p.report, organizations[p.report], p.sentence, p.span.start, p.span.end
            cells = (*own, p.as_of, p.value, p.low, p.high, *words, p.told_again, *home)
            writer.writerow([_cell(c) for c in cells])
    return stream.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    return guarded(" ".join(str(value).split()))
