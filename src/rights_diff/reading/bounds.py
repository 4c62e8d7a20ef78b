"""How long a text may be: what is no report is refused before any rule reads it."""

from __future__ import annotations

import re

from rights_diff.errors import ReadError, TooLarge
from rights_diff.model import Document

__all__ = ["within_bounds"]

# Words of whole books in scripts without blanks run on for a paragraph, some ten thousand
# characters; web addresses for two thousand. Rules take memory for each character of a word.
LONGEST_RUN = 1_000_000
_RUN = re.compile(r"\S++")


def within_bounds(document: Document, name: str | None, most: int) -> Document:
    """The document itself.

    Raises:
        TooLarge: more than `most` characters. ReadError: a run of characters without any blank
            that no writing has.

    >>> from rights_diff.reading import read_text
    >>> within_bounds(read_text("It rained for two days."), None, 10)
    Traceback (most recent call last):
    rights_diff.errors.TooLarge: holds more than 10 characters
    """
    text = document.text
    if len(text) > most:
        raise TooLarge(f"holds more than {most:,} characters", file=name)
    if len(text) > LONGEST_RUN:
        longest = max(match.end() - match.start() for match in _RUN.finditer(text))
        if longest > LONGEST_RUN:
            said = f"is no text: {longest:,} characters without a blank"
            raise ReadError(said, file=name)
    return document
