"""What readers decided, in words; and what the page needs to write down what they decide next."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from rights_diff.model import Comparison, LedgerRow, Mark
from rights_diff.rendering.strings import text
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.records import Figure, Group, Row

__all__ = ["mark_lines", "review_data"]

_NOWHERE: Mapping[str, str] = MappingProxyType({})


def mark_lines(marks: Iterable[Mark], rows: Mapping[str, str] = _NOWHERE) -> tuple[str, ...]:
    """A line for each decision: what, by whom, and the note.

    Args:
        rows: the row of each sentence of the other report, for claims that were parted.

    >>> from rights_diff.model import Verdict
    >>> mark_lines([Mark(verdict=Verdict.CONFIRM, by="Ada", note="read both")])
    ('Confirmed by a reader (Ada): read both',)
    """
    return tuple(_line(mark, rows) for mark in marks)


def _line(mark: Mark, rows: Mapping[str, str]) -> str:
    said = text(f"by_{mark.verdict.value}", name="review")
    apart = dict.fromkeys(rows[i] for i in mark.apart_from if i in rows)
    if apart:
        said = text("by_forbid_from", name="review", row=", ".join(apart))
    who = ", ".join(shown_line(w) for w in (mark.by, mark.when) if w)
    if who:
        said = text("by_whom", name="review", said=said, who=who)
    note = shown_line(mark.note)
    return text("by_with_note", name="review", said=said, note=note) if note else said


def review_data(
    comparison: Comparison, groups: Iterable[Group], figures: Sequence[Sequence[Figure]]
) -> str:
    """What the script needs to write a review file, as JSON in ASCII.

    Quotes are given only for rows whose words, as the page shows them, do not name them. The
    decisions a comparison was made with go into the next file too.
    """
    from rights_diff.review.anchoring import Lookup
    from rights_diff.review.entries import SCHEMA, entry, quote_entry

    sides = Lookup(comparison.old, ""), Lookup(comparison.new, "")
    ledger = {row.id: row for row in comparison.ledger}
    views = (row for group in groups for row in group.rows())
    quotes = {view.id: _quotes(view, ledger[view.id], sides) for view in views}
    data: dict[str, Any] = {
        "schema": SCHEMA,
        "rows": {row: said for row, said in quotes.items() if said},
        "figures": [
            [
                [quote_entry(s.figure_anchor(i)) for s, i in zip(sides, f.link, strict=True)]
                for f in t
            ]
            for t in figures
        ],
    }
    if comparison.review:
        data["decisions"] = [*map(entry, comparison.review.review.decisions)]
    return json.dumps(data, separators=(",", ":"))


def _quotes(view: Row, row: LedgerRow, sides: Sequence[Any]) -> dict[str, list[Any]]:
    """The quotes of the sides that the words on the page do not name."""
    from rights_diff.model import Anchor
    from rights_diff.review.entries import quote_entry
    from rights_diff.review.making import side_anchors

    said: dict[str, list[Any]] = {}
    for name, lookup, ids in zip(("old", "new"), sides, (row.old, row.new), strict=True):
        pieces = view.old if name == "old" and view.shape != "same" else view.new
        words = " ".join("".join(piece.text for piece in pieces).split())
        if ids and lookup.sentences(Anchor(exact=words)).ids != ids:
            said[name] = [quote_entry(a) for a in side_anchors(lookup, ids)]
    return said
