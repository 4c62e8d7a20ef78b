"""What the pages of a site show; every decision made, nothing formatted as markup."""

from __future__ import annotations

from dataclasses import dataclass

from rights_diff.rendering.view.records import Piece

__all__ = [
    "AlonePage",
    "AloneView",
    "Cell",
    "Column",
    "CountryRow",
    "Downloads",
    "EditView",
    "EditsPage",
    "EditsRun",
    "FailureView",
    "FailuresPage",
    "Frame",
    "HeadlineView",
    "IndexPage",
    "Leader",
    "Place",
    "Run",
    "Sentence",
    "SiteTable",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What all pages of a site have in common.

    Attributes:
        here: the file name of the page.
        tabs: file name, label, and how many things stand there ("" where that says nothing).
    """

    version: str
    here: str
    title: str
    headline: str
    tabs: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of numbers.

    Attributes:
        fragment: of the country's page, where the rows behind a number stand; "" for none.
        bar: whether a bar shows the size.
    """

    key: str
    label: str
    about: str
    fragment: str = ""
    bar: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One number as people read it; `every` with template edits, "" where that is no other.

    Attributes:
        width: of the bar, 0–20.
    """

    shown: str
    every: str
    width: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineView:
    """One sentence of a country's page, and where it stands there."""

    text: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """One pair; `anchor` is the country's own where this is its first row, else ""."""

    id: str
    anchor: str
    country: str
    href: str
    run: str
    edition: str
    cells: tuple[Cell, ...]
    headlines: tuple[HeadlineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTable:
    """The countries with their numbers: of editions, or of two organizations."""

    id: str
    across: bool
    title: str
    columns: tuple[Column, ...]
    rows: tuple[CountryRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """A country or a topic that leads in something, and with how much."""

    name: str
    href: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Who leads in something: a key of the strings, and those who do.

    Attributes:
        tied, tied_shown: how many share the next place, and with what; too many to name.
        href: where all of them stand in order.
    """

    key: str
    leaders: tuple[Leader, ...]
    tied: int = 0
    tied_shown: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """All pairs of the same two editions.

    Attributes:
        pairs: how many.
        numbers: over all countries: code, number, and what it counts.
        totals: sentences on all countries.
        sentences, leads: who leads in what, in running text and in a list.
        set_aside: a sentence on what is not counted, or "".
    """

    id: str
    label: str
    across: bool
    pairs: str
    numbers: tuple[tuple[str, str, str], ...]
    totals: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    leads: tuple[Sentence, ...]
    set_aside: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloads:
    """A folder of data: what it is called, and address and name of each file."""

    label: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """The first page. `chosen` is the run that stands open."""

    frame: Frame
    runs: tuple[Run, ...]
    chosen: str
    tables: tuple[SiteTable, ...]
    has_template_edits: bool
    notes: tuple[str, ...]
    downloads: tuple[Downloads, ...]
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an edit was made."""

    country: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditView:
    """One template edit; `old` and `new` its wording, with what changed marked."""

    id: str
    kind: str
    label: str
    count: str
    held: str
    width: int
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditsRun:
    """The template edits between two editions, most frequent first."""

    label: str
    edits: tuple[EditView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditsPage:
    """Changes that were made in many countries at once; `none` says why there are none."""

    frame: Frame
    kinds: tuple[tuple[str, str, int], ...]
    runs: tuple[EditsRun, ...]
    none: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AloneView:
    """A report without partner."""

    country: str
    edition: str
    file: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlonePage:
    """What was compared with nothing."""

    frame: Frame
    items: tuple[AloneView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureView:
    """What went wrong, where, and why."""

    what: str
    stage: str
    error: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FailuresPage:
    """What could not be read, compared or written."""

    frame: Frame
    items: tuple[FailureView, ...]
