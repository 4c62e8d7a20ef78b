"""Words torn at the end of a line: joined, with the hyphen where it belongs to the word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*")
_BEFORE = re.compile(r"(?<![^\W_])([^\W_]+(?:[-‑][^\W_]+)*)[-‑]$")
_AFTER = re.compile(r"([^\W_]+)")


class Vocabulary:
    """The words of one file, counted, to tell torn words from hyphenated ones."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for line in lines:
            found = _WORD.findall(line.casefold())
            self._words.update(found)
            self._words.update(part for word in found if "-" in word for part in word.split("-"))

    def join(self, above: str, below: str) -> str:
        """Two lines of a paragraph as one.

        >>> Vocabulary(["the government met"]).join("of the govern-", "ment of")
        'of the government of'
        >>> Vocabulary(["at night, in time"]).join("a night-", "time raid")
        'a night-time raid'
        """
        before = _BEFORE.search(above)
        after = _AFTER.match(below)
        if not before or not after:
            # a dash or a slash at the line's end glues as it stands
            return above + below if above.endswith(("/", "—")) else f"{above} {below}"
        if self._keeps_hyphen(before[1].casefold(), after[1].casefold(), below):
            return above + below
        return above[:-1] + below

    def _keeps_hyphen(self, before: str, after: str, below: str) -> bool:
        """Whether the hyphen is part of the word: the file's own spelling tells."""
        if below[0].isupper() or below[0].isdigit() or before[-1].isdigit():
            return True
        whole, hyphened = self._words[before + after], self._words[f"{before}-{after}"]
        if whole or hyphened:
            return hyphened > whole
        last = before.rpartition("-")[2]
        return bool(self._words[last] and self._words[after])
