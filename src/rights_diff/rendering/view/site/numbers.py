"""The numbers of a pair, and numbers as people read them."""

from __future__ import annotations

from dataclasses import dataclass

from rights_diff.model.corpus import PairRecord
from rights_diff.rendering.view.plain import signed, thousands
from rights_diff.rendering.view.site.counts import Counts

__all__ = [
    "BARS",
    "COUNTED",
    "COUNTED_ACROSS",
    "GROWTH",
    "KEPT",
    "LENGTH",
    "SAME",
    "Numbers",
    "bar",
    "percent",
    "shown_number",
]

BARS = 20  # steps of a bar's width, one rule of the style sheet each
LENGTH, GROWTH, KEPT, SAME = "words", "growth", "told_again", "same"  # columns beside the counts
COUNTED = ("figures", "reversed", "outcome", "softened", "strengthened", "dropped", "added")
COUNTED_ACROSS = ("kept", "agreeing", "figures", "reversed", "dropped", "added")


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the cells and sentences of a pair are made of; `None` in shares of nothing."""

    record: PairRecord
    own: Counts
    every: Counts

    def of(self, key: str, *, every: bool = False) -> float | None:
        """The number in a column."""
        counts = self.every if every else self.own
        if key == LENGTH:
            return self.record.words_new
        if key == GROWTH:
            return _share(self.record.words_new - self.record.words_old, self.record.words_old)
        if key == KEPT:
            return _share(counts.kept, counts.told)
        if key == SAME:
            return _share(counts.same, counts.told)
        value: int = getattr(counts, key)
        return value


def bar(value: float, most: float) -> int:
    """The step of a bar; what is more than nothing has at least one.

    >>> bar(0, 50), bar(1, 500), bar(50, 50)
    (0, 1, 20)
    """
    return max(1, round(BARS * value / most)) if value > 0 and most > 0 else 0


def shown_number(key: str, value: float | None) -> str:
    """The number in a column as people read it; a dash where there is nothing to divide by."""
    if value is None:
        return "–"
    if key == GROWTH:
        return _signed_percent(value)
    if key in (KEPT, SAME):
        return percent(value)
    return thousands(int(value))


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def percent(share: float) -> str:
    """A share as people read it; what is not nothing is never shown as nothing.

    >>> percent(0.0), percent(0.004), percent(0.426), percent(0.999)
    ('0%', '<1%', '43%', '>99%')
    """
    if 0 < share < 0.005:
        return "<1%"
    if 0.995 <= share < 1:
        return ">99%"
    return f"{round(100 * share)}%"


def _signed_percent(share: float) -> str:
    rounded = round(100 * share)
    return f"{signed(float(rounded))}%" if rounded else "0%"
