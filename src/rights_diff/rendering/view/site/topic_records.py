"""What the page on topics shows; every decision made, nothing formatted as markup."""

from __future__ import annotations

from dataclasses import dataclass

from rights_diff.rendering.view.site.records import Frame, Sentence

__all__ = ["HeatColumn", "HeatMeasure", "HeatRow", "TopicLine", "TopicsPage", "TopicsRun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatColumn:
    """One topic over all countries."""

    code: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatMeasure:
    """What the cells may show.

    Attributes:
        across: what it is called between two organizations.
        signed: whether less and more have colours of their own.
    """

    key: str
    label: str
    across: str
    signed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """One pair: for each topic the number shown and its shade.

    Attributes:
        values: of each other measure, in the order of the columns, between commas.
    """

    country: str
    href: str
    run: str
    edition: str
    cells: tuple[tuple[str, int], ...]
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicLine:
    """One topic over all countries of a run."""

    code: str
    label: str
    old: str
    new: str
    change: str
    shift: float
    old_bar: float
    new_bar: float
    dropped: str
    added: str
    countries: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsRun:
    """The topics of one run."""

    id: str
    label: str
    across: bool
    sentences: tuple[Sentence, ...]
    lines: tuple[TopicLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsPage:
    """Topic by country; `rare` columns at the end stand there only when asked for."""

    frame: Frame
    runs: tuple[TopicsRun, ...]
    chosen: str
    measures: tuple[HeatMeasure, ...]
    has_template_edits: bool
    columns: tuple[HeatColumn, ...]
    rare: int
    rows: tuple[HeatRow, ...]
