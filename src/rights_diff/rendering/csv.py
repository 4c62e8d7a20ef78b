"""Tables of a report or a comparison as CSV that is safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re

from rights_diff.model import Comparison, Report
from rights_diff.rendering.saving import BYTE_ORDER_MARK
from rights_diff.rendering.view.report_tables import report_table
from rights_diff.rendering.view.table import Table, Value
from rights_diff.rendering.view.tables import comparison_table

__all__ = [
    "BYTE_ORDER_MARK",
    "cell",
    "comparison_csv",
    "guarded",
    "marked",
    "report_csv",
    "table_csv",
    "unguarded",
]

_EXACT = 1e15  # whole numbers up to here have one way to be written

# What starts a formula in Excel, LibreOffice or Google Sheets; the full-width forms do so in some
# East Asian versions. A semicolon starts a cell where the machine's language has decimal commas:
# there Excel cuts the whole line at it, quoted or not. (OWASP, "CSV Injection".)
_FORMULA = re.compile(r"(^|;)(?=[\s\"']*[=+\-@\uff1d\uff0b\uff0d\uff20])")
_START = re.compile(r"[\s\"']*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_GUARD = re.compile(r"(^|;)'(?=[\s\"']*[=+\-@\uff1d\uff0b\uff0d\uff20])")


def comparison_csv(comparison: Comparison, table: str = "ledger") -> str:
    """One table of a comparison as CSV: a line of column names, then one line a row.

    Commas, quotes doubled inside quotes (RFC 4180), lines end in a line feed, and no cell holds
    one: white space is collapsed. An empty cell is a missing value.

    Raises:
        RenderError: there is no table of that name.
    """
    return table_csv(comparison_table(comparison, table))


def report_csv(report: Report, table: str = "sections") -> str:
    """One table of a report as CSV; as `comparison_csv`."""
    return table_csv(report_table(report, table))


def marked(text: str) -> str:
    """The text as a file holds it: behind a byte order mark."""
    return BYTE_ORDER_MARK + text


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before what would start one.

    >>> guarded("=1+1"), guarded("2 – 1 = 1"), guarded("see;=1+1")
    ("'=1+1", '2 – 1 = 1', "see;'=1+1")
    """
    if ";" not in text and not _START.match(text):  # nearly all texts
        return text
    return _FORMULA.sub(r"\1'", text)


def unguarded(text: str) -> str:
    """The text as it was before `guarded`.

    >>> unguarded(guarded("'=1+1; - and so on"))
    "'=1+1; - and so on"
    """
    return _GUARD.sub(r"\1", text)


def table_csv(table: Table) -> str:
    """A table as CSV; see `comparison_csv`."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(cell, row) for row in table.rows)
    return stream.getvalue()


def cell(value: Value) -> str:
    """A value as a file holds it; nothing in it starts a formula.

    >>> cell(None), cell(True), cell(2.0), cell("=1")
    ('', 'true', '2', "'=1")
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < _EXACT
        return str(int(value)) if whole else repr(value)
    return guarded(value) if isinstance(value, str) else str(value)
