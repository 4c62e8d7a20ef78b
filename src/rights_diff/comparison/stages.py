"""A case, a law or a body that went on to another stage."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.contrast import Contrast
from rights_diff.comparison.phrases import Hit, find, surplus
from rights_diff.model import Facet, Signal

__all__ = ["stage_signals"]


def stage_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of another stage of the same chain on either side."""
    if contrast.across:
        return
    old, new = find("stages", contrast.old.words), find("stages", contrast.new.words)
    left, right = surplus(old, new), surplus(new, old)
    for chain in sorted({h.cells[0] for h in left} & {h.cells[0] for h in right}):
        a, b = _furthest(left, chain), _furthest(right, chain)
        if a.cells[1] != b.cells[1]:
            yield contrast.signal(Facet.STATUS_CHANGED, f"stage {chain}", a.words, b.words)


def _furthest(hits: list[Hit], chain: str) -> Hit:
    return max((h for h in hits if h.cells[0] == chain), key=lambda h: int(h.cells[1]))
