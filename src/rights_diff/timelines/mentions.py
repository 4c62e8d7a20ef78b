"""The figures of one report, each told once however often the report repeats it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights_diff.comparison.affinity import affinity
from rights_diff.comparison.claims import ReportIndex
from rights_diff.comparison.figures import Figure, figures_of
from rights_diff.comparison.relations import bounds

__all__ = ["Mention", "mentions_of"]

# Families that can be followed over the years: ages and prison terms belong to one case, and
# distances mostly tell where something is.
_FOLLOWED = frozenset({"count", "money", "share", "rank", "ordinal", "rate"})
# Least affinity of two figures of one report that are one figure told twice.
_REPEATED = 3.0


@dataclass(frozen=True)
class Mention:
    """A figure of one report with its repeats, the first mention first.

    `edition` counts the editions of the timeline, `place` the mentions of the report.
    """

    edition: int
    place: int
    figures: tuple[Figure, ...]
    topics: frozenset[str] = frozenset()

    @property
    def figure(self) -> Figure:
        """Where the report tells it first."""
        return self.figures[0]

    @property
    def as_of(self) -> int | None:
        """The year the figure is about."""
        return self.figure.quantity.as_of

    @property
    def key(self) -> tuple[int, int]:
        """What sets it apart from all others."""
        return self.edition, self.place


def mentions_of(edition: int, index: ReportIndex) -> tuple[Mention, ...]:
    """The figures of a report that can be followed, in order, repeats folded."""
    homes = dict.fromkeys(q.sentence for q in index.report.quantities if q.sentence)
    figures = [f for s in homes for f in figures_of(index.claim((s,))) if f.family in _FOLLOWED]
    groups: list[list[Figure]] = []
    by_bounds: dict[tuple[str, tuple[float, float]], list[list[Figure]]] = {}
    for figure in figures:
        key = figure.family, bounds(figure.quantity)
        home = None if figure.boundless else _home(figure, by_bounds.get(key, ()))
        if home is None:
            home = []
            groups.append(home)
            by_bounds.setdefault(key, []).append(home)
        home.append(figure)
    return tuple(Mention(edition, n, tuple(g), _topics(g, index)) for n, g in enumerate(groups))


def _topics(figures: Sequence[Figure], index: ReportIndex) -> frozenset[str]:
    homes = (index.sentences[f.quantity.sentence] for f in figures if f.quantity.sentence)
    return frozenset(t for s in homes for t in s.topics)


def _home(figure: Figure, groups: Sequence[list[Figure]]) -> list[Figure] | None:
    """The group of the figure that this one tells again."""
    for group in groups:
        first = group[0]
        same_year = first.quantity.as_of == figure.quantity.as_of
        if same_year and affinity(first, figure) >= _REPEATED:
            return group
    return None
