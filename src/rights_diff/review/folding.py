"""A text without what differs between copies of it: white space, kinds of quotes and dashes."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from rights_diff.comparison.words.typography import fold
from rights_diff.model import Span

__all__ = ["Folded", "folded"]


class _Letters(dict[str, str]):
    """What each character folds to, worked out once."""

    def __missing__(self, character: str) -> str:
        plain = unicodedata.normalize("NFKD", fold(character)).replace('"', "'")
        self[character] = kept = "".join(plain.split())
        return kept


_LETTERS = _Letters()


def folded(text: str) -> str:
    """The characters of a text that count.

    >>> folded("the “camp” – closed")
    "the'camp'-closed"
    """
    return "".join(map(_LETTERS.__getitem__, text))


class Folded:
    """A text, its folded form, and where each folded character stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = folded(text)

    @cached_property
    def _places(self) -> list[int]:
        # the lengths alone may be the same by chance: a blank fewer, an accent more
        if all(len(_LETTERS[c]) == 1 for c in set(self.text)):
            return list(range(len(self.text)))
        return [n for n, c in enumerate(self.text) for _ in _LETTERS[c]]

    def find(self, quote: str) -> Iterator[tuple[Span, int]]:
        """Each place of a folded quote: in the text, and where it begins in the folded form."""
        at = self.plain.find(quote) if quote else -1
        while at >= 0:
            yield Span(self._places[at], self._places[at + len(quote) - 1] + 1), at
            at = self.plain.find(quote, at + 1)

    def place(self, at: int) -> int:
        """Where the folded character at `at` stands in the text, as near as there is one."""
        if at >= len(self.plain):
            return len(self.text)
        return self._places[at] if at > 0 else 0

    def inside(self, span: Span) -> tuple[int, int]:
        """The folded range of a span: first character, and one past the last."""
        return bisect_left(self._places, span.start), bisect_left(self._places, span.end)
