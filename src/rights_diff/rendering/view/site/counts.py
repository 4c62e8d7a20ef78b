"""What a corpus counts: of one pair, of all, with and without template edits."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from rights_diff.model.corpus import PairRecord
from rights_diff.model.ledger import Facet, Status
from rights_diff.model.template_edits import EditPlace, TemplateEdit

__all__ = ["Counts", "counts_of", "name_key", "places_by_pair", "topics_of", "total"]

_PAIRED = (Status.UNCHANGED, Status.REWORDED, Status.REVISED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Claims by what became of them, and figures.

    Attributes:
        told: claims of the older report.
        kept: those of them that the newer report makes too, in whatever words.
        same: those of them that stand there word for word.
    """

    told: int = 0
    kept: int = 0
    same: int = 0
    dropped: int = 0
    added: int = 0
    figures: int = 0
    agreeing: int = 0
    reversed: int = 0
    outcome: int = 0
    softened: int = 0
    strengthened: int = 0

    def __sub__(self, other: Counts) -> Counts:
        """Never less than nothing: a place that was counted nowhere takes nothing away."""
        return Counts(
            **{f.name: max(0, getattr(self, f.name) - getattr(other, f.name)) for f in fields(self)}
        )

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )


def counts_of(record: PairRecord) -> Counts:
    """All that a pair counts."""
    kept = sum(record.statuses.get(status, 0) for status in _PAIRED)
    return Counts(
        told=kept + record.dropped,
        kept=kept,
        same=record.statuses.get(Status.UNCHANGED, 0),
        dropped=record.dropped,
        added=record.added,
        figures=record.figures_changed,
        agreeing=record.figures_agreeing,
        reversed=record.facets.get(Facet.CONTRADICTED, 0),
        outcome=record.facets.get(Facet.STATUS_CHANGED, 0),
        softened=record.softened,
        strengthened=record.strengthened,
    )


def total(counts: Iterable[Counts]) -> Counts:
    """All together."""
    return sum(counts, start=Counts())


def places_by_pair(edits: Iterable[TemplateEdit]) -> dict[str, tuple[EditPlace, ...]]:
    """The rows of each pair that are template edits and nothing else, each once."""
    found: defaultdict[str, dict[str, EditPlace]] = defaultdict(dict)
    for edit in edits:
        for place in edit.places:
            if place.whole and place.status is not None:
                found[place.pair].setdefault(place.row, place)
    return {pair: tuple(rows.values()) for pair, rows in found.items()}


def template_counts(places: Iterable[EditPlace]) -> Counts:
    """What those rows add to the counts of their pair."""
    return total(_place(p) for p in places)


def _place(place: EditPlace) -> Counts:
    paired = int(place.status in _PAIRED)
    dropped = int(place.status is Status.DROPPED)
    return Counts(
        told=paired + dropped,
        kept=paired,
        same=int(place.status is Status.UNCHANGED),
        dropped=dropped,
        added=int(place.status is Status.ADDED),
        figures=place.figures,
        reversed=int(Facet.CONTRADICTED in place.facets),
        outcome=int(Facet.STATUS_CHANGED in place.facets),
        softened=int(Facet.SOFTENED in place.facets),
        strengthened=int(Facet.STRENGTHENED in place.facets),
    )


def topics_of(places: Iterable[EditPlace]) -> Mapping[tuple[str, Status], int]:
    """How many of those rows were dropped or added, by topic."""
    found: Counter[tuple[str, Status]] = Counter()
    for place in places:
        if place.status in (Status.DROPPED, Status.ADDED):
            found.update((topic, place.status) for topic in set(place.topics))
    return found


def name_key(name: str) -> tuple[str, str]:
    """Sorts names as an atlas does: without case and accents.

    >>> sorted(["Oman", "Österreich", "Zambia", "Åland"], key=name_key)
    ['Åland', 'Oman', 'Österreich', 'Zambia']
    """
    bare = unicodedata.normalize("NFKD", name)
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold(), name
