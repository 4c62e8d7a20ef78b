"""What stands in the way of a rise or a fall: one year told twice, two years, a size set."""

from __future__ import annotations

import re

from rights_diff.comparison.figures.figure import Figure

__all__ = ["OTHER_YEAR", "SAME_YEAR", "SIZE", "size_note", "years_note"]

SAME_YEAR, OTHER_YEAR, SIZE = "same_year", "other_year", "size"
# "With capacities greater than 200 persons": how many there is room for, and nobody counted.
_ROOM = re.compile(
    r"\bcapacit(?:y|ies)(?: (?:a|about|above|an|approximately|around|at|exceeding|for|greater"
    r"|larger|least|less|more|of|only|over|some|than|to|under|up))* ?$",
    re.IGNORECASE,
)
_ROOM_REACH = 60


def years_note(old: Figure, new: Figure) -> str | None:
    """`same_year` or `other_year` where two figures that differ tell of no change, else None.

    Two editions of one organization that give a year two figures correct it, or count otherwise
    (the year is taken from the edition where a sentence names none, so this is no certainty);
    figures of two organizations differ only where they are for the same year.
    """
    a, b = old.quantity.as_of, new.quantity.as_of
    if a is None or b is None:
        return None
    if old.claim.publisher == new.claim.publisher:
        return SAME_YEAR if a == b and old.claim.year != new.claim.year else None
    return OTHER_YEAR if a != b else None


def size_note(old: Figure, new: Figure) -> str | None:
    """`size` where both figures say how large something may be, and nobody was counted."""
    return SIZE if _is_room(old) and _is_room(new) else None


def _is_room(figure: Figure) -> bool:
    start, text = figure.quantity.core.start, figure.claim.text
    return _ROOM.search(text, max(0, start - _ROOM_REACH), start) is not None
