"""Claims of one side alone that the other report tells all the same: in a row of another claim.

A report may print a passage twice, or tell a claim in two sections, and the other one tell it once.
One copy is paired; the other stands alone, though nothing is gone and nothing is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rights_diff.comparison.claims.claim import ReportIndex
from rights_diff.comparison.facets.rules import facets_of
from rights_diff.comparison.figures.quantity_links import link_row
from rights_diff.comparison.wording import stands_in
from rights_diff.model import ComparisonKind, Facet, LedgerRow
from rights_diff.structure.typography import same_letters

__all__ = ["told_elsewhere"]

# Least probability of the near miss. Of near misses from here on a half made the same claim;
# of those that say all that the claim says, and nothing else of it, all that were read.
_LEAST = 0.9
_HARMLESS = frozenset({Facet.NUMBER_AGREES})


def told_elsewhere(
    rows: Sequence[LedgerRow], old: ReportIndex, new: ReportIndex, kind: ComparisonKind
) -> list[LedgerRow]:
    """The rows; those of one side whose claim stands in a paired row name it (`told_in`).

    It does where a sentence there has the same words, or came near and says all of it. Rows of
    pairs alone count: of a pair that a reader took apart both sides stay alone.
    """
    paired = [row for row in rows if row.old and row.new]
    homes = (
        {i: row.id for row in paired for i in row.old},
        {i: row.id for row in paired for i in row.new},
    )
    letters = _by_letters(old, homes[0]), _by_letters(new, homes[1])
    found = []
    for row in rows:
        there = None
        if not (row.old and row.new):
            there = _same_words(row, old, new, letters) or _near(row, old, new, homes, kind)
        found.append(replace(row, told_in=there) if there else row)
    return found


def _by_letters(index: ReportIndex, homes: dict[str, str]) -> dict[str, str]:
    """The letters of each paired sentence → the row it stands in, the first of equal ones."""
    found: dict[str, str] = {}
    for i, row in homes.items():
        found.setdefault(same_letters(index.plain((i,))), row)
    return found


def _same_words(
    row: LedgerRow, old: ReportIndex, new: ReportIndex, letters: tuple[dict[str, str], ...]
) -> str | None:
    index, ids, there = (old, row.old, letters[1]) if row.old else (new, row.new, letters[0])
    return there.get(same_letters(index.plain(ids)))


def _near(
    row: LedgerRow,
    old: ReportIndex,
    new: ReportIndex,
    homes: tuple[dict[str, str], ...],
    kind: ComparisonKind,
) -> str | None:
    """The row of the first near miss that says all that this one says."""
    there = homes[1] if row.old else homes[0]
    for near in row.candidates:
        home = there.get(near.sentence)
        if near.score < _LEAST or home is None:
            continue
        left = old.claim(row.old or (near.sentence,))
        right = new.claim(row.new or (near.sentence,))
        part, whole = (left, right) if row.old else (right, left)
        links = link_row(row.id, left, right, score=near.score)
        signals = facets_of(left, right, links, kind, score=near.score)
        if stands_in(part, whole) and {s.facet for s in signals} <= _HARMLESS:
            return home
    return None
