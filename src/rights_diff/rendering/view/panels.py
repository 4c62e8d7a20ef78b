"""View records of what stands beside the rows: header, section map, attention, facts, aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from rights_diff.rendering.view.spelling import dated

__all__ = [
    "Attention",
    "Fact",
    "Figure",
    "MapNode",
    "MapView",
    "Piece",
    "PieceKind",
    "Ribbon",
    "SetAside",
    "Side",
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
    shift: float = 0.0


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
    caveat: str
    row: str
    old_quote: str
    new_quote: str
    sort_absolute: float = 0.0
    sort_old: float = 0.0
    sort_new: float = 0.0
    unsure: bool = False  # it, or the pair it stands in, may be wrong
    link: tuple[str, str] = ("", "")  # ids of the two figures
    noun: str = ""  # what is counted, where neither figure as spelled has it
    old_year: str = ""  # years they are about, where they need telling
    new_year: str = ""

    @property
    def told(self) -> tuple[str, str]:
        """Both figures, with their years where these need telling."""
        return dated(self.old, self.old_year), dated(self.new, self.new_year)


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
    digest: str = ""  # the whole sha256; `sha256` is its beginning, to compare by eye
    published: str = ""

    @property
    def origin(self) -> str:
        """Where the text came from, short: the host of its address, else its file."""
        return urlsplit(self.url).hostname or "" if self.url else self.file
