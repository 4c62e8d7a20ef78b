"""Vague magnitudes: tens of thousands, several hundred, dozens or hundreds."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import numbers, pairs
from rights_diff.extraction.grammar.numerals import Numeral, full_scale
from rights_diff.extraction.grammar.tokens import Passage

__all__ = ["read_vague"]

# Connectors inside a doubtful magnitude: "hundreds, possibly thousands", "dozens or hundreds".
_DOUBTS = frozenset({"possibly", "perhaps", "maybe", "if", "not", "even", "or", ",", "potentially"})


def read_vague(p: Passage, i: int) -> Numeral | None:
    """The vague magnitude that starts at token `i`: bounds by the conventions of the export.

    >>> from rights_diff.extraction.grammar.tokens import tokenise
    >>> read_vague(tokenise("tens of thousands"), 0)[3:5]
    (20000.0, 99999.0)
    """
    word = p.low(i)
    if word in {"several", "few"} and full_scale(p.low(i + 1)):
        return _several(p, i)
    first = _plural(p, i)
    if first is None:
        return None
    j = first.stop
    while p.low(j) in _DOUBTS and j < first.stop + 4:
        j += 1
    second = _plural(p, j) if j > first.stop else None
    if second is None:
        return first
    return Numeral(i, second.stop, None, first.low, second.high, second.scale)


def _several(p: Passage, i: int) -> Numeral:
    scale = float(numbers("number_scales")[p.low(i + 1)])
    low = scale * 2
    return Numeral(i, i + 2, None, low, 99 if scale == 12 else scale * 10 - 1, scale)


def _plural(p: Passage, i: int) -> Numeral | None:
    """Hundreds; tens of thousands; hundreds of millions."""
    magnitudes = pairs("number_vague")
    if p.low(i) not in magnitudes:
        return None
    low, high = magnitudes[p.low(i)]
    if p.low(i + 1) == "of" and p.low(i + 2) in magnitudes and p.low(i + 2)[-1] == "s":
        unit = magnitudes[p.low(i + 2)][0] / 2
        if unit >= 100 and low <= 2000:
            top = None if high is None else (high + 1) * unit - 1
            return Numeral(i, i + 3, None, low * unit, top, unit)
    return Numeral(i, i + 1, None, float(low), None if high is None else float(high), low / 2)
