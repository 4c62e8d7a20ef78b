"""The nouns of an editorial decision: one change made in many countries' reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rights_diff.model.ledger import Facet, Status

# Fewer pairs may come upon the same change by chance, however few pairs there are.
FEWEST_PAIRS = 4


class EditKind(StrEnum):
    """What sort of change an edit is."""

    DROPPED = "dropped"
    ADDED = "added"
    CHANGED = "changed"
    HEADING = "heading"  # a section renamed, gone or new
    FACT = "fact"  # a line of the box at the top, such as "Population", gone or new
    WORDING = "wording"  # a word or phrase, wherever it stands
    KEPT = "kept"  # no change: what stands in both, which changes are weighed against


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCandidate:
    """A change of one pair that may be made in many countries.

    Attributes:
        row: id of the ledger row; of a heading, where its section stands on the page ("n-s3").
        key: the change without what differs from country to country.
        old, new: the words as they stand in this pair; "" where there are none.
        whole: whether the row holds nothing but this change.
        status, facets, topics: those of the row; of a heading there are none.
        figures: lines of the page's table of changed figures that stand in the row.
    """

    row: str
    kind: EditKind
    key: str
    old: str = ""
    new: str = ""
    whole: bool = True
    status: Status | None = None
    facets: tuple[Facet, ...] = ()
    topics: tuple[str, ...] = ()
    figures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPlace:
    """Where a template edit was made: a row of a pair, and what that row counts as.

    Attributes:
        pair: id of the pair.
        row, whole, status, facets, topics, figures: as in `EditCandidate`. What is counted or
            shown without template edits leaves out the rows that are whole, and no others.
    """

    pair: str
    row: str
    whole: bool = True
    status: Status | None = None
    facets: tuple[Facet, ...] = ()
    topics: tuple[str, ...] = ()
    figures: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateEdit:
    """One editorial decision: the same change in many countries.

    Attributes:
        old, new: the wording in most of them; "" where there is none.
        count: pairs that have it; `of` pairs of the same two editions.
        held: pairs whose older report has the old wording (where there is none: whose newer one
            has the new), whether changed or not; 0 where that is not known.
        old_edition, new_edition: as a reader calls them.
        places: in the order of the plan; a pair may have several.
    """

    id: str
    kind: EditKind
    old: str = ""
    new: str = ""
    count: int
    of: int
    held: int = 0
    old_edition: str = ""
    new_edition: str = ""
    places: tuple[EditPlace, ...] = ()
