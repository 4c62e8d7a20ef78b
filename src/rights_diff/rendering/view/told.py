"""The figures that the tags of a row rest on: of several, the one that tells the reader most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rights_diff.model import Comparison, Facet, QuantityLink, QuantityRelation
from rights_diff.rendering.view.figures import SAME
from rights_diff.rendering.view.sides import Index
from rights_diff.rendering.view.spelling import dated, spell, years

__all__ = ["FiguresOfRows", "Told", "figures_by_row"]


@dataclass(frozen=True, slots=True)
class Told:
    """Two linked figures in words.

    Attributes:
        unsure: they may measure different things.
        maybe: they have values in common, which does not make them the same.
    """

    old: str
    new: str
    unsure: bool
    maybe: bool


FiguresOfRows = dict[str, dict[Facet, Told]]


def figures_by_row(
    comparison: Comparison, old: Index, new: Index
) -> tuple[FiguresOfRows, FiguresOfRows]:
    """Linked figures by row: those of one row, and those that stand in two."""
    together: FiguresOfRows = {}
    apart: FiguresOfRows = {}
    old_home = {s: row.id for row in comparison.ledger for s in row.old}
    new_home = {s: row.id for row in comparison.ledger for s in row.new}
    for link, facet, told in _linked(comparison, old, new):
        if link.row:
            _keep(together, link.row, facet, told)
            continue
        homes = (
            old_home.get(old.quantities[link.old].sentence or ""),
            new_home.get(new.quantities[link.new].sentence or ""),
        )
        for home in filter(None, homes):
            _keep(apart, home, facet, told)
    return together, apart


def _linked(
    comparison: Comparison, old: Index, new: Index
) -> Iterator[tuple[QuantityLink, Facet, Told]]:
    for link in comparison.quantity_links:
        before, after = old.quantities.get(link.old), new.quantities.get(link.new)
        if before is None or after is None or link.relation is QuantityRelation.INCOMPARABLE:
            continue
        when = years(before, after, old.report, new.report)
        told = Told(
            old=dated(spell(before, old.report.text), when[0]),
            new=dated(spell(after, new.report.text), when[1]),
            unsure=link.unsure,
            maybe=link.relation is QuantityRelation.OVERLAPS,
        )
        yield link, Facet.NUMBER_AGREES if link.relation in SAME else Facet.NUMBER_CHANGED, told


def _keep(found: FiguresOfRows, row: str, facet: Facet, told: Told) -> None:
    """The first sure figure of a kind; among those that agree, one that only may."""
    kept = found.setdefault(row, {}).get(facet)
    if kept is None or (kept.unsure, not kept.maybe) > (told.unsure, not told.maybe):
        found[row][facet] = told
