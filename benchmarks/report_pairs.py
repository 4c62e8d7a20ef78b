"""Pairs of reports to compare, and texts of a given size made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

SUFFIXES = frozenset({".htm", ".html", ".md", ".txt"})
_YEAR = re.compile(r"(?:19|20)\d\d")
# Countries that invented chapters are filed under, so that they can be paired.
_COUNTRIES = (
    "Albania", "Bhutan", "Chad", "Denmark", "Ecuador", "Fiji", "Ghana", "Haiti", "Iceland",
    "Jamaica", "Kenya", "Laos", "Mali", "Nepal", "Oman", "Peru", "Qatar", "Rwanda", "Samoa",
    "Tonga", "Uganda", "Vanuatu", "Yemen", "Zambia",
)  # fmt: skip


class ReportPair(NamedTuple):
    """Two editions of a report: the texts, and the files they come from or may be written to."""

    old_name: str
    new_name: str
    old: str
    new: str


def real_pairs(folder: Path) -> Iterator[ReportPair]:
    """Neighbouring editions among the reports below a folder, read as they are asked for.

    Two files are editions of one report where their paths differ in the year alone
    ("2011/cuba.txt", "2013/cuba.txt"). A report that stands in two folders is read once.
    """
    editions: dict[str, list[Path]] = {}
    for path in sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES):
        where = path.relative_to(folder).as_posix()
        if len(_YEAR.findall(where)) == 1:
            editions.setdefault(_YEAR.sub("*", where), []).append(path)
    seen: set[tuple[str, str]] = set()
    for paths in editions.values():
        for old, new in zip(paths[::2], paths[1::2], strict=False):
            names = {_name(old), _name(new)}
            if not names & seen:
                yield ReportPair(str(old.resolve()), str(new.resolve()), _text(old), _text(new))
            seen |= names


def _name(path: Path) -> tuple[str, str]:
    """What a file is called without the year, and the year."""
    year = _YEAR.findall(str(path))[-1]
    return _YEAR.sub("", path.stem).strip("-_ ") or path.parent.name, year


def _text(path: Path) -> str:
    import rights_diff as rd

    return path.read_text("utf-8") if path.suffix == ".txt" else rd.load(path).text


def invented_pairs() -> Iterator[ReportPair]:
    """Chapters of invented countries and their edited copies, without end."""
    from rights_diff.testing.planting import plant

    number = 0
    while True:
        pair = plant(Random(number))
        country = _COUNTRIES[number % len(_COUNTRIES)]
        old, new = (text.replace("Ruritania", country) for text in (pair.old, pair.new))
        yield ReportPair(f"2019/{country}.txt", f"2021/{country}.txt", old, new)
        number += 1


def texts_of_size(pairs: Iterable[ReportPair], size: int) -> tuple[str, str]:
    """As many pairs in a row as it takes, either side cut at the paragraph where it has the size.

    Raises:
        SystemExit: the reports are too short.
    """
    sides: tuple[list[str], list[str]] = ([], [])
    held = [0, 0]
    for pair in pairs:
        for side, text in enumerate((pair.old, pair.new)):
            sides[side].append(text)
            held[side] += len(text.encode())
        if min(held) >= size:
            old, new = (_cut("\n\n".join(texts), size) for texts in sides)
            return old, new
    raise SystemExit(f"the reports have {min(held):,} bytes a side, {size:,} are asked for")


def _cut(text: str, size: int) -> str:
    """The paragraphs of a text that fit into a number of bytes, and the last one in part."""
    return text.encode()[:size].decode("utf-8", "ignore").rpartition(" ")[0]


def files_of(pairs: Iterable[ReportPair], count: int, folder: Path) -> list[str]:
    """Paths of the first pairs' files; pairs that are no files yet are written to a folder."""
    paths = []
    for pair in islice(pairs, count):
        for name, text in ((pair.old_name, pair.old), (pair.new_name, pair.new)):
            path = folder / name  # a name that is a whole path stays what it is
            if not path.exists():
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, "utf-8")
            paths.append(str(path))
    return paths
