"""One row of the ledger together with the reports whose words it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rights_diff.model.comparison import Comparison
    from rights_diff.model.ledger import LedgerRow
    from rights_diff.model.report import Report

_SHOWN = 100  # characters of a quote; a whole list of changes can still be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one claim, with its words; `comparison.change(row_id)` makes it.

    Attributes:
        comparison: the comparison it is part of.
        row: its row of the ledger.
    """

    comparison: Comparison = field(repr=False)
    row: LedgerRow

    @property
    def old(self) -> tuple[str, ...]:
        """The sentences of the older report, exactly as they stand in its text."""
        return _quotes(self.comparison.old, self.row.old)

    @property
    def new(self) -> tuple[str, ...]:
        """The sentences of the newer report, exactly as they stand in its text."""
        return _quotes(self.comparison.new, self.row.new)

    def __repr__(self) -> str:
        from rights_diff.rendering.view.plain import clip, shown_line

        told = ", ".join((self.row.status, *self.row.facets))
        sides = (" ".join(side) for side in (self.old, self.new))
        old, new = (f"“{clip(shown_line(s), _SHOWN)}”" if s else "–" for s in sides)
        return f"<Change {self.row.id} · {told} · {old} → {new}>"

    def _repr_html_(self) -> str:
        from rights_diff.rendering.notebook import change_html

        return change_html(self)


def _quotes(report: Report, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(report.sentence(i).span.of(report.text) for i in ids)
