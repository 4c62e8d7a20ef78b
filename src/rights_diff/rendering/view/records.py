"""View records: what a page shows, decided; a template only writes it down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Attention",
    "Candidate",
    "Fact",
    "Figure",
    "Fold",
    "Ghost",
    "Glance",
    "Group",
    "Highlight",
    "MapNode",
    "MapView",
    "Page",
    "Piece",
    "Ribbon",
    "Row",
    "Run",
    "SetAside",
    "Side",
    "Tag",
]

PieceKind = Literal["same", "del", "ins", "spot", "figure"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quote.

    `spot` is the empty place where the other side's words would stand; `figure` marks a
    quantity in a page on one report.
    """

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class Tag:
    """What is different, in a word, and the words it rests on."""

    code: str
    label: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A near miss: "possibly: …", with the row it leads to."""

    row: str
    words: str
    score: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the comparison.

    Attributes:
        shape: `same` (one quote for both), `pair`, `old` or `new` (one-sided).
        label: the status in words.
        old_place, new_place: heading where a side stands, when it is not the group's own.
        old_page, new_page: the page a side begins on, where its source has pages ("p. 17").
        codes: status and facets, for the filters.
        why: what the row rests on, in short lines.
        retold: told in so many other words that no changes are marked.
        unsure: the score of a pair that may be wrong, else empty.
    """

    id: str
    shape: str
    status: str
    label: str
    old: tuple[Piece, ...] = ()
    new: tuple[Piece, ...] = ()
    tags: tuple[Tag, ...] = ()
    codes: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    old_place: str = ""
    new_place: str = ""
    old_page: str = ""
    new_page: str = ""
    candidates: tuple[Candidate, ...] = ()
    why: tuple[str, ...] = ()
    retold: bool = False
    unsure: str = ""
    type: str = "row"

    @property
    def css(self) -> str:
        """Class of the shape: `same`, `pair`, `solo-old` or `solo-new`."""
        return f"solo-{self.shape}" if self.shape in ("old", "new") else self.shape

    @property
    def show_status(self) -> bool:
        """Whether the status is worth a word beside the facets and the empty column."""
        if self.shape in ("old", "new"):
            return False
        return not (self.tags and self.status in ("revised", "unchanged"))


@dataclass(frozen=True, slots=True)
class Fold:
    """A stretch of unchanged rows, folded."""

    rows: tuple[Row, ...]
    sentences: int
    type: str = "fold"


@dataclass(frozen=True, slots=True)
class Ghost:
    """The place a moved claim left, with the way to where it stands now."""

    row: str
    words: str
    says: str
    type: str = "ghost"


@dataclass(frozen=True, slots=True)
class Run:
    """Claims that only one report makes, following each other: either side in its column."""

    old: tuple[Row | Ghost, ...]
    new: tuple[Row, ...]
    type: str = "run"


@dataclass(frozen=True, slots=True)
class Group:
    """A section of the newer report (or one only the older has) with its rows."""

    id: str
    old_headings: tuple[str, ...]
    new_heading: str
    path: tuple[str, ...]
    relation: str
    note: str
    entries: tuple[Row | Fold | Run, ...]
    changed: int
    topics: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        """All rows of the group, in order; those of a run old side first."""
        for entry in self.entries:
            if isinstance(entry, Row):
                yield entry
            elif isinstance(entry, Fold):
                yield from entry.rows
            else:
                yield from (e for e in (*entry.old, *entry.new) if isinstance(e, Row))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports, as the header and the citations name it."""

    label: str
    organization: str
    country: str
    edition: str
    covered: str
    title: str
    file: str
    url: str
    sha256: str
    media_type: str
    words: str
    cite: str


@dataclass(frozen=True, slots=True)
class Glance:
    """A count at the top, where it leads, and the filters it sets."""

    code: str
    count: int
    label: str
    target: str
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Highlight:
    """One sentence on what matters most."""

    code: str
    label: str
    row: str
    old: str
    new: str
    text: str
    place: str
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Figure:
    """A line of the figures table."""

    counted: str
    event: str
    place: str
    old: str
    new: str
    absolute: str
    percent: str
    relation: str
    relation_label: str
    caveat: str
    row: str
    old_quote: str
    new_quote: str
    sort_absolute: float = 0.0
    unsure: bool = False  # it stands in a pair that may be wrong


@dataclass(frozen=True, slots=True)
class MapNode:
    """A section in the map: its heading and its place in the drawing."""

    heading: str
    full: str
    y: float
    height: float
    alone: bool
    target: str
    level: int


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link in the map: an SVG path and its words."""

    path: str
    title: str
    relation: str
    target: str


@dataclass(frozen=True, slots=True)
class MapView:
    """The section map: geometry for the drawing, sentences for everyone else."""

    old: tuple[MapNode, ...] = ()
    new: tuple[MapNode, ...] = ()
    ribbons: tuple[Ribbon, ...] = ()
    height: float = 0.0
    lines: tuple[tuple[str, str, str, str], ...] = ()  # old headings, relation, new headings, link

    @property
    def tall(self) -> bool:
        """Whether the drawing takes more than a screen or two, so that it waits for a click."""
        return max(len(self.old), len(self.new)) > 45


@dataclass(frozen=True, slots=True)
class Attention:
    """Words about one topic, before and after; bar lengths run 0–100."""

    topic: str
    old_words: str
    new_words: str
    old_rate: str
    new_rate: str
    old_bar: float
    new_bar: float
    change: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact line or a footnote, before and after."""

    label: str
    status: str
    status_label: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    change: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """What one report carried that is no report text: reason, how often, the words."""

    reason: str
    count: int
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything the change report shows."""

    title: str
    country: str
    headline: str
    across: bool
    kind: str
    version: str
    old: Side
    new: Side
    glance: tuple[Glance, ...]
    highlights: tuple[Highlight, ...]
    figures: tuple[Figure, ...]
    agreeing: tuple[Figure, ...]
    refused: tuple[Figure, ...]
    map: MapView
    groups: tuple[Group, ...]
    facts: tuple[Fact, ...]
    footnotes: tuple[Fact, ...]
    attention: tuple[Attention, ...]
    aside_old: tuple[SetAside, ...]
    aside_new: tuple[SetAside, ...]
    unsure: tuple[tuple[Row, Candidate], ...]
    filters: tuple[tuple[str, str, int], ...]  # code, label, count
    topics: tuple[tuple[str, str, int], ...]  # code, label, count
    warnings: tuple[str, ...] = ()

    @property
    def caution(self) -> bool:
        """Whether to say that a dropped claim does not mean that things got better."""
        return not self.across and any(g.code == "dropped" and g.count for g in self.glance)
