"""The word lists of the room, read once from the package's data files."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

__all__ = ["group", "numbers", "pairs", "rows", "table", "words"]

# Every list of the room is small; this keeps all of them.
_LISTS_KEPT = 64


@lru_cache(maxsize=_LISTS_KEPT)
def words(name: str) -> frozenset[str]:
    """The entries of `data/<name>.txt`, one a line; lines that start with `#` are comments."""
    return frozenset(_lines(f"{name}.txt"))


@lru_cache(maxsize=_LISTS_KEPT)
def group(name: str) -> frozenset[str]:
    """The words of one class of `data/quantity_groups.tsv`; `KeyError` where there is none."""
    return {row[0]: frozenset(row[2].split()) for row in rows("quantity_groups")}[name]


@lru_cache(maxsize=_LISTS_KEPT)
def table(name: str) -> dict[str, str]:
    """First column to second column of `data/<name>.tsv`."""
    return {row[0]: row[1] for row in rows(name)}


@lru_cache(maxsize=_LISTS_KEPT)
def numbers(name: str) -> dict[str, int]:
    """First column to second column of `data/<name>.tsv`, as whole numbers."""
    return {row[0]: int(row[1]) for row in rows(name)}


@lru_cache(maxsize=_LISTS_KEPT)
def pairs(name: str) -> dict[str, tuple[int, int | None]]:
    """First column to the two numbers after it; an empty third column is None."""
    return {row[0]: (int(row[1]), int(row[2]) if row[2:] else None) for row in rows(name)}


def rows(name: str) -> list[list[str]]:
    """The rows of `data/<name>.tsv`, cut into columns."""
    return [line.split("\t") for line in _lines(f"{name}.tsv")]


def _lines(file: str) -> list[str]:
    text = (files("rights_diff.extraction") / "data" / file).read_text(encoding="utf-8")
    return [line.rstrip() for line in text.split("\n") if line.strip() and not line.startswith("#")]
