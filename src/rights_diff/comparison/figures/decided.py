"""Links of figures as readers decided: some go, some are made, the rest stays."""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.comparison.claims.claim import ReportIndex
from rights_diff.comparison.figures.figure import Figure, figures_of
from rights_diff.comparison.figures.linking import make_link
from rights_diff.model import LedgerRow, QuantityLink
from rights_diff.model.review import FigureDecisions

__all__ = ["settle_links", "settle_row"]

Made = dict[str, Figure]


def settle_row(
    links: list[QuantityLink],
    decisions: FigureDecisions,
    row: LedgerRow,
    old: ReportIndex,
    new: ReportIndex,
) -> list[QuantityLink]:
    """The links of one row, in the order of its new figures."""
    if not decisions.together and not decisions.apart:
        return links
    left, right = _figures(old, row.old), _figures(new, row.new)
    settled = _settled(links, decisions, left, right, row.id)
    place = {q: n for n, q in enumerate(right)}
    return sorted(settled, key=lambda k: place[k.new])


def settle_links(
    links: list[QuantityLink], decisions: FigureDecisions, old: ReportIndex, new: ReportIndex
) -> list[QuantityLink]:
    """All links, those between figures of different rows at the end."""
    if not decisions.together and not decisions.apart:
        return links
    homes = ({q.id: q.sentence for q in index.report.quantities} for index in (old, new))
    old_home, new_home = homes
    left: Made = {}
    right: Made = {}
    for a, b in decisions.together:
        left |= _figures(old, (old_home[a] or "",))
        right |= _figures(new, (new_home[b] or "",))
    return _settled(links, decisions, left, right, None)


def _figures(index: ReportIndex, sentences: tuple[str, ...]) -> Made:
    return {f.quantity.id: f for f in figures_of(index.claim(sentences))}


def _settled(
    links: Sequence[QuantityLink],
    decisions: FigureDecisions,
    left: Made,
    right: Made,
    row: str | None,
) -> list[QuantityLink]:
    kept = [link for link in links if _stays(link, decisions)]
    there = {(k.old, k.new) for k in kept}
    wanted = [p for p in decisions.together if p not in there and p[0] in left and p[1] in right]
    return kept + [make_link(left[a], right[b], row) for a, b in dict.fromkeys(wanted)]


def _stays(link: QuantityLink, decisions: FigureDecisions) -> bool:
    """Whether no reader parted the two, or gave one of them to another."""
    pair = (link.old, link.new)
    if pair in decisions.together:
        return True
    given = any(link.old == a or link.new == b for a, b in decisions.joined)
    return pair not in decisions.apart and not given
