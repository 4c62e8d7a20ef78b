"""View records: what a page shows, decided; a template only writes it down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rights_diff.rendering.strings import text
from rights_diff.rendering.view.panels import (
    Attention,
    Fact,
    Figure,
    MapNode,
    MapView,
    Piece,
    PieceKind,
    Ribbon,
    SetAside,
    Side,
)

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
    "PieceKind",
    "Ribbon",
    "Row",
    "Run",
    "SetAside",
    "Side",
    "Tag",
]


@dataclass(frozen=True, slots=True)
class Tag:
    """What is different, in a word, and the words it rests on.

    Attributes:
        unsure: the figures it rests on may measure different things.
    """

    code: str
    label: str
    old: str = ""
    new: str = ""
    unsure: bool = False

    @property
    def is_place(self) -> bool:
        """Whether it tells where a claim stands, and nothing of its words."""
        return self.code == "moved"

    @property
    def doubt(self) -> str:
        """Beside the label: that it may be wrong."""
        return text("unsure", name="place") if self.unsure else ""


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
        old_place: heading where the old side stands, when it is not the group's own.
        old_page, new_page: the page a side begins on, where its source has pages ("p. 17").
        old_link, new_link: the address of the quote in its source, where that has an address.
        left: id of the place a moved claim left, where that stands elsewhere on the page.
        codes: status and facets, for the filters.
        why: what the row rests on, in short lines.
        retold: told in so many other words that no changes are marked.
        unsure: the score of a pair that may be wrong, else empty.
        decided: what readers decided about it, a line each.
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
    old_page: str = ""
    new_page: str = ""
    old_link: str = ""
    new_link: str = ""
    left: str = ""
    candidates: tuple[Candidate, ...] = ()
    why: tuple[str, ...] = ()
    retold: bool = False
    unsure: str = ""
    decided: tuple[str, ...] = ()
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
        tags = self.tags if self.status == "unchanged" else [t for t in self.tags if not t.is_place]
        return not (tags and self.status in ("revised", "unchanged"))


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

    @property
    def id(self) -> str:
        """Name of the place, for the way back."""
        return f"left-{self.row}"


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
class Glance:
    """A count at the top, where it leads, and the filters it sets.

    Attributes:
        within: in how many claims the figures counted stand, where that is another number.
        sure: the filters leave out unsure pairs, as the count does.
    """

    code: str
    count: int
    label: str
    target: str
    filters: tuple[str, ...]
    within: int = 0
    sure: bool = False


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
    more: int = 0  # how many of its kind are told nowhere here; on the last one of a kind
    before: str = ""  # the older report's sentence, where its words are gone, with its name


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
    alone: tuple[int, int]  # sentences without counterpart, old and new
    filters: tuple[tuple[str, str, int], ...]  # code, label, count
    topics: tuple[tuple[str, str, int], ...]  # code, label, count
    warnings: tuple[str, ...] = ()
    quiet: tuple[Glance, ...] = ()  # counts that only a summary without the rows tells
    review: str = ""  # what the script needs to write a review file, as JSON

    @property
    def sides(self) -> tuple[str, str] | None:
        """What the sides of two organizations are named beside words of both; None for editions."""
        return (self.old.label, self.new.label) if self.across else None

    @property
    def has_unsure(self) -> bool:
        """Whether a pair may be wrong, so that there is something to leave out."""
        return any(code == "unsure" for code, _, _ in self.filters)

    @property
    def more_on(self) -> tuple[Attention, ...]:
        """Topics that the newer report gives more of its words to, most first."""
        return tuple(sorted((a for a in self.attention if a.shift > 0), key=lambda a: -a.shift))

    @property
    def less_on(self) -> tuple[Attention, ...]:
        """Topics that it gives less of its words to, most first."""
        return tuple(sorted((a for a in self.attention if a.shift < 0), key=lambda a: a.shift))

    @property
    def caution(self) -> bool:
        """Whether to say that a dropped claim does not mean that things got better."""
        return not self.across and any(g.code == "dropped" and g.count for g in self.glance)
