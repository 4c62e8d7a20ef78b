"""What a user may ask of the readers, and the limits that hold unless they say otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from os import PathLike
from typing import Literal, TypeAlias

TrackedChanges: TypeAlias = Literal["accepted", "refused"]

# The largest saved page met is 0.4 MB, the largest yearbook 12 MB; twenty times a country page
# leaves room for bundles, and keeps a mistaken disk image from being decoded.
MAX_BYTES = 32_000_000
# The text parts of a Word file of a thousand pages unpack to about 20 MB.
MAX_UNPACKED = 64_000_000
# The longest yearbook met has 1.3 million characters. Reading takes 2 to 5 seconds a million, so
# this much ends within a minute.
MAX_CHARACTERS = 10_000_000
# Seconds for a whole download; a report of 0.5 MB takes one or two.
TIMEOUT = 30.0
MAX_REDIRECTS = 5  # sites that moved send a reader on once or twice (http → https, old → new)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read a source; the defaults are careful.

    Attributes:
        max_bytes: the largest file or download accepted.
        max_unpacked: the most bytes that a zipped format (Word, EPUB) may unpack to.
        max_characters: the longest text accepted, of any format.
        tracked_changes: of a Word document, whether insertions and deletions are `accepted`
            (the text as it would be) or `refused` (the text as it was).
        timeout: seconds for one download, redirects included.
        max_redirects: how often a site may send the reader on.
        allow_private: also read addresses of the own machine or network.
        cache: the folder where downloads are kept; None for the user's cache folder.
        refresh: download again what is in the cache.

    Raises:
        ValueError: an unknown word for `tracked_changes`, or a limit that is not positive.
    """

    max_bytes: int = MAX_BYTES
    max_unpacked: int = MAX_UNPACKED
    max_characters: int = MAX_CHARACTERS
    tracked_changes: TrackedChanges = "accepted"
    timeout: float = TIMEOUT
    max_redirects: int = MAX_REDIRECTS
    allow_private: bool = False
    cache: str | PathLike[str] | None = None
    refresh: bool = False

    def __post_init__(self) -> None:
        """Refuse what no reader could honour."""
        if self.tracked_changes not in ("accepted", "refused"):
            raise ValueError(f"tracked_changes is accepted or refused, not {self.tracked_changes}")
        sizes = (self.max_bytes, self.max_unpacked, self.max_characters, self.timeout)
        if not all(size > 0 for size in sizes) or self.max_redirects < 0:
            raise ValueError("limits are above zero")
        if not isfinite(self.timeout):
            raise ValueError(f"timeout is a number of seconds, not {self.timeout}")


DEFAULTS = ReadOptions()
