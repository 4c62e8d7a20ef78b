"""Who says so: a source added, dropped, swapped or made anonymous."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.contrast import Contrast
from rights_diff.model import Signal

__all__ = ["attribution_signals"]


def attribution_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of sources that came, went or changed."""
    del contrast
    return ()
