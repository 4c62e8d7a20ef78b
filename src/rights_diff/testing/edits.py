"""Edited reports with known truth: a strategy, and what a comparison found of the truth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from rights_diff.model import Comparison, Facet, LedgerRow, Report, Status
from rights_diff.testing.planting import EditedChapter, EditKind, PlantedEdit, PlantedLink, plant

__all__ = ["edited_chapters", "missed_edits", "missed_links"]


def edited_chapters() -> st.SearchStrategy[EditedChapter]:
    """Pairs of chapters, the second edited from the first, with what was edited.

    Sentences are kept, retyped, reworded, negated, hedged, split, merged, moved, dropped and
    added, figures are changed; sections are renamed and split.
    """
    return st.randoms(use_true_random=False).map(plant)


def missed_edits(chapter: EditedChapter, comparison: Comparison) -> tuple[PlantedEdit, ...]:
    """The edits that the comparison does not tell for what they are, kept sentences included.

    Args:
        chapter: two chapters and the truth about them.
        comparison: of reports that were made of its two texts.
    """
    found = _Found(comparison)
    return tuple(edit for edit in chapter.edits if not found.tells(edit))


def missed_links(chapter: EditedChapter, comparison: Comparison) -> tuple[PlantedLink, ...]:
    """The sections of a `chapter` whose counterparts the `comparison` does not all link to them."""
    old, new = _headings(comparison.old), _headings(comparison.new)
    linked = {(a, b) for k in comparison.section_links for a in k.old for b in k.new}
    return tuple(
        link
        for link in chapter.links
        for here in [old.get(link.old)]
        if any(h in new and (here, new[h]) not in linked for h in link.new)
    )


def _headings(report: Report) -> dict[str, str]:
    return {s.heading: s.id for s in report.sections if s.heading}


class _Found:
    """The rows of a comparison by the words of their sentences."""

    def __init__(self, comparison: Comparison) -> None:
        self._old = _rows_by_words(comparison.old, {i: r for r in comparison.ledger for i in r.old})
        self._new = _rows_by_words(comparison.new, {i: r for r in comparison.ledger for i in r.new})

    def tells(self, edit: PlantedEdit) -> bool:
        """Whether the rows of the edit's sentences say what it was."""
        old, new = _looked_up(self._old, edit.old), _looked_up(self._new, edit.new)
        if len(old) < len(edit.old) or len(new) < len(edit.new):
            return False
        if edit.kind is EditKind.DROPPED:
            return not old[0].new
        if edit.kind is EditKind.ADDED:
            return not new[0].old
        row = old[0]
        return all(r.id == row.id for r in (*old, *new)) and _fits(edit.kind, row)


def _fits(kind: EditKind, row: LedgerRow) -> bool:
    facets = set(row.facets)
    wanted = _WANTED.get(kind)
    if wanted is not None:
        return bool(wanted & facets)
    if kind is EditKind.MOVED:
        return row.status is Status.UNCHANGED and Facet.MOVED in facets
    if kind is EditKind.REWORDED:
        return row.status in {Status.REWORDED, Status.REVISED}
    return row.status is Status.UNCHANGED and Facet.MOVED not in facets


# Facets of which one has to be there.
_WANTED = {
    EditKind.NUMBER: {Facet.NUMBER_CHANGED},
    EditKind.NEGATED: {Facet.CONTRADICTED, Facet.STATUS_CHANGED},
    EditKind.HEDGED: {Facet.SOFTENED, Facet.ATTRIBUTION_CHANGED},
    EditKind.SPLIT: {Facet.SPLIT},
    EditKind.MERGED: {Facet.MERGED},
}


def _rows_by_words(report: Report, rows: Mapping[str, LedgerRow]) -> dict[str, LedgerRow]:
    return {" ".join(s.span.of(report.text).split()): rows[s.id] for s in report.sentences}


def _looked_up(rows: Mapping[str, LedgerRow], words: Sequence[str]) -> list[LedgerRow]:
    keys = (" ".join(w.split()) for w in words)
    return [rows[key] for key in keys if key in rows]
