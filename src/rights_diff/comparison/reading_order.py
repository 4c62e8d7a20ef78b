"""The order in which a comparison is read: section by section of the newer report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

from rights_diff.model import Report, SectionKind, SectionLink

__all__ = ["Outline", "in_reading_order", "outline_of"]


# A section of the newer report, or one that only the older report has.
Place = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Outline:
    """The places of sections when both reports are read together.

    Attributes:
        places: in reading order: (section of the newer report, None), or (None, section that
            only the older one has).
        old_homes: the place at which what an old section lost is read.
    """

    places: tuple[Place, ...]
    old_homes: Mapping[str, Place]


def outline_of(old: Report, new: Report, links: Sequence[SectionLink]) -> Outline:
    """Sections of the newer report in their order, each old one without a link behind the last.

    An old section that is linked to several is at home with the best of them. Lists of related
    items stand apart.
    """
    places: list[Place] = [
        (s.id, None) for s in new.sections if s.kind is not SectionKind.RELATED_ITEMS
    ]
    known, homes = set(places), dict[str, Place]()
    for link in sorted(links, key=lambda k: -k.score):
        for place in ((there, None) for there in link.new):
            if place in known:
                homes |= {here: place for here in link.old if here not in homes}
    before: Place | None = None
    for section in old.sections:
        if section.kind is SectionKind.RELATED_ITEMS:
            continue
        if section.id not in homes:
            homes[section.id] = (None, section.id)
            places.insert(places.index(before) + 1 if before else 0, (None, section.id))
        before = homes[section.id]
    return Outline(tuple(places), homes)


class _HasSides(Protocol):
    @property
    def old(self) -> tuple[str, ...]: ...

    @property
    def new(self) -> tuple[str, ...]: ...


_Row = TypeVar("_Row", bound=_HasSides)


def in_reading_order(
    rows: Iterable[_Row], old: Report, new: Report, outline: Outline
) -> list[_Row]:
    """The rows, place by place.

    At each place rows follow the newer report, and a dropped sentence stands behind the row of
    the one before it there; where claims of one side alone stand together, the dropped ones
    come first.
    """
    found = list(rows)
    of_new = {row.new[0]: row for row in found if row.new}
    of_old = {i: row for row in found for i in row.old}
    at: dict[Place, list[_Row]] = {place: [] for place in (*outline.places, _NOWHERE)}
    for sentence in new.sentences:
        if sentence.id in of_new:
            home = (sentence.section, None)
            at[home if home in at else _NOWHERE].append(of_new[sentence.id])
    for place, dropped in _dropped(of_old, old, outline, at).items():
        at[place] = _among(at[place], dropped)
    return [row for place in at for row in _dropped_first(at[place])]


# Behind everything: for sentences of sections that have no place.
_NOWHERE: Place = (None, None)
# Dropped rows by the sentence of the newer report they stand behind; None at the beginning.
_Behind = dict[str | None, list[_Row]]


def _dropped(
    of_old: Mapping[str, _Row], old: Report, outline: Outline, at: Mapping[Place, list[_Row]]
) -> dict[Place, _Behind[_Row]]:
    here = {row.new[0]: place for place, rows in at.items() for row in rows}
    last: dict[Place, str | None] = {}
    behind: dict[Place, _Behind[_Row]] = {}
    for sentence in old.sentences:
        row = of_old[sentence.id]
        place = outline.old_homes.get(sentence.section, _NOWHERE)
        if not row.new:
            behind.setdefault(place, {}).setdefault(last.get(place), []).append(row)
        elif here[row.new[0]] == place:
            last[place] = row.new[0]
    return behind


def _among(rows: Sequence[_Row], dropped: _Behind[_Row]) -> list[_Row]:
    ordered = list(dropped.get(None, ()))
    for row in rows:
        ordered += [row, *dropped.get(row.new[0], ())]
    return ordered


def _dropped_first(rows: Sequence[_Row]) -> Iterator[_Row]:
    for paired, run in groupby(rows, key=lambda row: bool(row.old and row.new)):
        together = list(run)
        if not paired:
            together.sort(key=lambda row: not row.old)
        yield from together
