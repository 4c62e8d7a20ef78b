"""The nouns of a file that holds many reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rights_diff.model.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOver:
    """A part of a yearbook that is no country's report: a foreword, an overview, an index.

    Attributes:
        title: its heading, or "" for what stands before the first one.
        pages: first and last page as printed (a page that prints no number by its place in the
            file, in square brackets), or None where the source has no pages.
        characters: how long it is.
    """

    title: str
    pages: tuple[str, str] | None = None
    characters: int

    def sentence(self) -> str:
        """What was left out, for people.

        >>> LeftOver(title="Foreword", pages=("ix", "12"), characters=900).sentence()
        'left out: Foreword, pages ix–12 (900 characters)'
        """
        name = self.title or "what stands before the first heading"
        where = ""
        if self.pages:
            first, last = self.pages
            where = f", page {first}" if first == last else f", pages {first}–{last}"
        return f"left out: {name}{where} ({self.characters:,} characters)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearbook:
    """Many reports from one file, in its order, and what was left over.

    Attributes:
        title: what the book is called, or None.
        warnings: sentences for the user.
    """

    reports: tuple[Report, ...]
    left_over: tuple[LeftOver, ...] = ()
    title: str | None = None
    warnings: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    def __getitem__(self, i: int) -> Report:
        return self.reports[i]

    def __repr__(self) -> str:
        parts = f"{len(self.reports)} reports, {len(self.left_over)} other parts"
        return f"<Yearbook {self.title or 'untitled'} · {parts}>"
