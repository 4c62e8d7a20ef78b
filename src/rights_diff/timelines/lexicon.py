"""Word lists of this room, read once from `data/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

__all__ = ["pairs"]


@cache
def pairs(name: str) -> Mapping[str, str]:
    """The two columns of `data/NAME.tsv`, first to second; comment lines left out."""
    text = files(__package__).joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}
