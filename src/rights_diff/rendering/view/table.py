"""A table of plain values: its columns, and how records fill it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rights_diff.errors import RenderError
from rights_diff.rendering.view.columns import Column, TableShape

__all__ = ["Record", "Table", "Value", "filled", "shape_of"]

Value = str | int | float | bool | None
Record = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and their rows; a text is one line on which nothing acts.

    Attributes:
        keys: how many of the first columns name a row.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    keys: int = 1


def shape_of(name: str, shapes: Mapping[str, TableShape]) -> TableShape:
    """The columns of the table of that name; `RenderError` where there is none."""
    if name not in shapes:
        raise RenderError(f"there is no table {name!r}: choose {', '.join(shapes)}")
    return shapes[name]


def filled(name: str, shape: TableShape, records: Iterable[Record]) -> Table:
    """A table of records; each holds a value for every column."""
    names = [column.name for column in shape.columns]
    rows = tuple(tuple(record[n] for n in names) for record in records)
    return Table(name, shape.columns, rows, shape.keys)
