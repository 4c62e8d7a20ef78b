"""A manifest: a table that says of each file who reports on what, and when.

CSV with a header line (comma, semicolon or tab), or JSON (a list of objects, or an object with
the list under `reports`). Fields: file, organization, country, edition, published_year,
covered_years. A field left empty says nothing.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from rights_diff.errors import ReadError
from rights_diff.reading.decoding import decode
from rights_diff.reading.files import load_bytes
from rights_diff.reading.front_matter import years_in
from rights_diff.reading.web_address import is_url

MAX_BYTES = 16_000_000  # a line a report; the widest collections have some ten thousand

_FIELDS = ("file", "organization", "country", "edition", "published_year", "covered_years")
_OTHER_NAMES = {
    "path": "file",
    "filename": "file",
    "url": "file",
    "organisation": "organization",
    "covered_year": "covered_years",
}
_CLOSE = 0.8  # of the letters alike: "organiztion" is a slip, "notes" a column of the user's own
_YEARS = re.compile(r"(?:19|20)\d\d(?:[\s,;/–—-]+(?:(?:19|20)\d\d|\d\d))*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestRow:
    """What a manifest says of one file; None where it says nothing."""

    file: str
    organization: str | None = None
    country: str | None = None
    edition: str | None = None
    published_year: int | None = None
    covered_years: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Manifest:
    """The rows of a manifest; files are named from the folder it lies in."""

    path: str
    rows: tuple[ManifestRow, ...]
    _by_place: Mapping[str, ManifestRow] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Look up once where each row's file lies: a run asks for each file of a collection."""
        folder = Path(self.path).parent
        found = {_place(row.file, folder): row for row in reversed(self.rows)}
        object.__setattr__(self, "_by_place", found)

    def row_for(self, source: str | PathLike[str]) -> ManifestRow | None:
        """The row of a file (by the place it names) or address, or None."""
        return self._by_place.get(_place(fspath(source), Path()))


def read_manifest(path: str | PathLike[str]) -> Manifest:
    """Read a manifest; one whose name ends in `.json` is JSON, any other CSV.

    Returns:
        its rows, to be given as `manifest=` for many files without reading it each time.
    Raises:
        ReadError: missing, not readable, or a line that cannot be meant; the message says which.
    """
    name = fspath(path)
    decoded = decode(load_bytes(name, MAX_BYTES))
    if decoded is None or "\0" in decoded.text:
        raise ReadError("is no text, and so no manifest", file=name)
    is_json = name.lower().endswith(".json")
    records = _json_records(decoded.text, name) if is_json else _csv_records(decoded.text, name)
    rows = tuple(_row(record, place, name) for place, record in records)
    _refuse_twins(rows, name)
    return Manifest(name, rows)


def _place(file: str, folder: Path) -> str:
    return file if is_url(file) else os.path.realpath(folder / file)


# ---------------------------------------------------------------- records


def _csv_records(text: str, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[str | None] = []
    try:
        for cells in reader:
            place = f"line {reader.line_num}"
            if not any(cell.strip() for cell in cells):
                continue
            if not columns:
                columns = _columns(cells, name)
                continue
            if len(cells) > len(columns):
                raise ReadError(f"{place} has more cells than the header", file=name)
            yield place, {c: v for c, v in zip(columns, cells, strict=False) if c}
    except csv.Error as error:
        raise ReadError(f"line {reader.line_num}: {error}", file=name) from error
    if not columns:
        raise ReadError("is an empty manifest", file=name)


def _json_records(text: str, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    try:
        told = json.loads(text)
    except ValueError as error:
        raise ReadError(f"is no sound JSON ({error})", file=name) from error
    except RecursionError as error:
        raise ReadError("is no manifest (JSON nested too deeply)", file=name) from error
    records = told.get("reports") if isinstance(told, dict) else told
    if not isinstance(records, list):
        raise ReadError("is no manifest (a list of reports is wanted)", file=name)
    for number, record in enumerate(records, 1):
        if not isinstance(record, dict):
            raise ReadError(f"report {number} is no object with fields", file=name)
        columns = _columns(record, name)
        yield f"report {number}", {c: v for c, v in zip(columns, record.values(), strict=True) if c}


def _columns(names: Iterable[str], name: str) -> list[str | None]:
    """The field that each column means; None for the user's own columns."""
    columns = [_field(column, name) for column in names]
    twice = next((c for c in columns if c and columns.count(c) > 1), None)
    if twice:
        raise ReadError(f"has two columns for {twice}", file=name)
    if "file" not in columns:
        raise ReadError("has no column called file", file=name)
    return columns


def _field(column: str, name: str) -> str | None:
    key = re.sub(r"[\s-]+", "_", column.strip().lower())
    field = _OTHER_NAMES.get(key, key)
    if field in _FIELDS:
        return field
    close = get_close_matches(key, _FIELDS, 1, _CLOSE)
    if close:
        raise ReadError(f"has a column {column.strip()!r}: {close[0]} is meant?", file=name)
    return None


# ---------------------------------------------------------------- values


def _row(record: Mapping[str, Any], place: str, name: str) -> ManifestRow:
    file, organization, country, edition = (
        _text(record.get(field), field, place, name) for field in _FIELDS[:4]
    )
    if not file:
        raise ReadError(f"{place} names no file", file=name)
    _check_file(file, place, name)
    published, covered = (_years(record.get(field), field, place, name) for field in _FIELDS[4:])
    if published and len(published) > 1:
        raise ReadError(f"{place}: published_year is one year", file=name)
    return ManifestRow(
        file=file,
        organization=organization,
        country=country,
        edition=edition,
        published_year=published[0] if published else None,
        covered_years=covered,
    )


def _text(value: object, field: str, place: str, name: str) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ReadError(f"{place}: {field} is no text", file=name)
    if "\0" in str(value):
        raise ReadError(f"{place}: {field} holds a NUL character", file=name)
    return " ".join(str(value).split()) or None


def _check_file(file: str, place: str, name: str) -> None:
    r"""JSON can write half a character (`\ud800`), which no file system takes."""
    try:
        os.fsencode(file)
    except UnicodeEncodeError as error:
        raise ReadError(f"{place}: file holds half a character", file=name) from error


def _years(value: object, field: str, place: str, name: str) -> tuple[int, ...] | None:
    """The years of a cell; a JSON list of years is joined first."""
    if isinstance(value, list):
        value = ", ".join(_text(item, field, place, name) or "" for item in value)
    text = _text(value, field, place, name)
    if text is None:
        return None
    if not _YEARS.fullmatch(text):
        raise ReadError(f"{place}: {field} is {text[:40]!r}, which names no year", file=name)
    return years_in(text)


def _refuse_twins(rows: Iterable[ManifestRow], name: str) -> None:
    seen: set[str] = set()
    for row in rows:
        place = _place(row.file, Path(name).parent)
        if place in seen:
            raise ReadError(f"names {row.file} twice", file=name)
        seen.add(place)
