"""Where something stands in a text."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range `[start, end)`, counted in Unicode code points of a report's `text`.

    >>> year = Span(3, 7)
    >>> year.of("In 2017 it rained"), year.length, year.shift(10)
    ('2017', 4, Span(start=13, end=17))
    >>> year.overlaps(Span(6, 9)), year.contains(Span(6, 9))
    (True, False)
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether at least one character is in both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    @property
    def length(self) -> int:
        """Number of characters covered."""
        return self.end - self.start
