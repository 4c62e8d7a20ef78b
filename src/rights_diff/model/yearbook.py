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
        pages: first and last page as printed, or None where the source has no pages.
        characters: how long it is.
    """

    title: str
    pages: tuple[str, str] | None = None
    characters: int


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
