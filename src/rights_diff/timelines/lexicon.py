"""Word lists of this room, read once from `data/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["pairs", "word_set"]


@cache
def pairs(name: str) -> Mapping[str, str]:
    """The two columns of `data/NAME.tsv`, first to second; comment lines left out."""
    rows = (line.split("\t") for line in _lines(f"{name}.tsv"))
    return {row[0]: row[1] for row in rows}


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of `data/NAME.txt`; comment lines left out."""
    return frozenset(_lines(f"{name}.txt"))


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
