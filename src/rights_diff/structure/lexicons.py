"""The room's word lists: files under `data/`, read once, when first needed."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_PLAIN = str.maketrans("’‘ʼ“”–—", "'''\"\"--")


def key(text: str) -> str:
    """The form in which words are looked up: small letters, plain quotes, single blanks.

    >>> key("Workers’\u00a0 Rights")
    "workers' rights"
    """
    return " ".join(text.translate(_PLAIN).casefold().split())


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of a data file, in its order, without comments and blank lines."""
    text = files("rights_diff.structure").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(line for line in text.split("\n") if line.strip() and not line.startswith("#"))


@cache
def words_of(name: str) -> frozenset[str]:
    """The entries of a one-entry-a-line data file, as keys."""
    return frozenset(map(key, lines_of(name)))
