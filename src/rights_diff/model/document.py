"""What a reader hands on: the text, and what the format said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from rights_diff.model.span import Span


class HintKind(StrEnum):
    """What a format can say about a stretch of text."""

    HEADING = "heading"  # value: level as a number, 1 = top
    RUN_IN = "run_in"  # a bold phrase that opens a paragraph
    TITLE = "title"
    FURNITURE = "furniture"  # value: the reason
    FOOTNOTE = "footnote"  # value: the marker
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    FACT = "fact"
    PAGE = "page"  # value: its number in the file, and behind a space the printed one, if any


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One thing the format said of one stretch of text."""

    kind: HintKind
    span: Span
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a text came from.

    Attributes:
        path: the file as the user named it, or None.
        url: the address, or None.
        sha256: hex digest of the bytes read (of the UTF-8 text where only text was given).
        media_type: such as `text/plain`.
        encoding: of the bytes, or None.
        encoding_guessed: true where no byte-order mark and no valid UTF-8 settled it.
    """

    path: str | None = None
    url: str | None = None
    sha256: str
    media_type: str = "text/plain"
    encoding: str | None = None
    encoding_guessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as it was read, with layout hints; the input of the structure room.

    Attributes:
        text: what all spans count in; for a text file the decoded file, unchanged.
        source: where it came from.
        hints: what the format said (empty for plain text).
        told: metadata that the format carries (`title`, `language`, `canonical` …).
        warnings: sentences for the user, such as a guessed encoding.
    """

    text: str
    source: Source
    hints: tuple[Hint, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
