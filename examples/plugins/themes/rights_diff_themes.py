"""Topics from a table: a code, and the words that speak for it, separated by semicolons."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("rights_diff_themes.csv")


def themes(text: str) -> Sequence[str]:
    """The themes of a text, those with most words in it first."""
    counts = {code: len(pattern.findall(text)) for code, pattern in _patterns().items()}
    return [code for code in sorted(counts, key=lambda c: (-counts[c], c)) if counts[code]]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return {row["code"]: _pattern(row["words"].split(";")) for row in rows}


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Each word with any ending: `border` finds “borders”."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(w.strip()) for w in words)})\w*", re.IGNORECASE)
