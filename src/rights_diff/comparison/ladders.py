"""Stronger or softer: certainty, extent, frequency, severity and trend, rung against rung."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.contrast import Contrast
from rights_diff.comparison.phrases import Hit, find, surplus
from rights_diff.model import Facet, Signal

__all__ = ["ladder_signals"]

# A claim without any hedge stands on this rung of the certainty ladder.
_FIRM = 7


def ladder_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of stronger and softer words."""
    yield from _certainty(contrast)
    yield from _degrees(contrast)


def _certainty(contrast: Contrast) -> Iterable[Signal]:
    """The loosest hedge of each side decides; a side without one is firm."""
    old, new = _hits("certainty", contrast)
    if contrast.likeness < 0.2:
        return
    a = min((int(h.cells[0]) for h in old), default=_FIRM)
    b = min((int(h.cells[0]) for h in new), default=_FIRM)
    if a != b:
        facet = Facet.STRENGTHENED if b > a else Facet.SOFTENED
        yield _signal(contrast, facet, "certainty", old, new)


def _degrees(contrast: Contrast) -> Iterable[Signal]:
    old, new = _hits("degrees", contrast)
    ladders = sorted({h.cells[0] for h in (*old, *new)})
    for ladder in ladders:
        left = [h for h in old if h.cells[0] == ladder]
        right = [h for h in new if h.cells[0] == ladder]
        a = max((int(h.cells[1]) for h in left), default=0)
        b = max((int(h.cells[1]) for h in right), default=0)
        if a == b:
            continue
        kind = "two" if a and b else "one"
        facet = Facet.STRENGTHENED if b > a else Facet.SOFTENED
        yield _signal(contrast, facet, f"{ladder} {kind} {max(a, b)}", left, right)


def _hits(name: str, contrast: Contrast) -> tuple[list[Hit], list[Hit]]:
    old, new = find(name, contrast.old.words), find(name, contrast.new.words)
    return surplus(old, new), surplus(new, old)


def _signal(contrast: Contrast, facet: Facet, rule: str, old: list[Hit], new: list[Hit]) -> Signal:
    return contrast.signal(
        facet,
        rule,
        old[0].words if old else (),
        new[0].words if new else (),
    )
