"""Word lists of the comparison room, read once from its `data/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_DATA = files("rights_diff.comparison").joinpath("data")


@cache
def lines(name: str) -> tuple[str, ...]:
    """The entries of `data/NAME.txt`, comment lines left out."""
    text = _DATA.joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return tuple(x for line in text.splitlines() if (x := line.split("#", 1)[0].strip()))


@cache
def word_set(name: str) -> frozenset[str]:
    """The entries of `data/NAME.txt` as a set."""
    return frozenset(lines(name))


@cache
def pairs(name: str) -> Mapping[str, str]:
    """The two columns of `data/NAME.tsv`, first to second."""
    return {row[0]: row[1] for row in table(name)}


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/NAME.tsv`, cells stripped, comment lines left out."""
    text = _DATA.joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    return tuple(
        tuple(cell.strip() for cell in line.split("\t"))
        for line in text.splitlines()
        if line.strip() and not line.startswith("#")
    )
