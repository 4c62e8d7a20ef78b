"""Paragraphs of a page with the faces of their words, and what becomes of them in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rights_diff.model import HintKind
from rights_diff.reading.blocks import Block
from rights_diff.reading.html.tree import Element


class Kind(StrEnum):
    """What the page says a paragraph is."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    TERM = "term"
    NOTE = "note"
    TITLE = "title"
    FURNITURE = "furniture"
    LEFT_OUT = "left_out"  # no text: something of the site stood here


class Piece(NamedTuple):
    """Words in one face: `marked` is bold or underlined."""

    text: str
    marked: bool = False
    slanted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of the page.

    Attributes:
        value: level of a heading, marker of a note, reason of furniture, `WHOLE`.
        element: a heading's element.
        linked: whether all its words lead to another page.
        bullet: what stands before a list item.
        reason: why something was left out here.
        prose: characters of running text that were left out here.
    """

    kind: Kind
    pieces: tuple[Piece, ...] = ()
    value: str = ""
    element: Element | None = None
    linked: bool = False
    bullet: str = ""
    reason: str = ""
    prose: int = 0

    @property
    def words(self) -> str:
        """Its text without a bullet."""
        return "".join(p.text for p in self.pieces)


# Marks without width: soft hyphens, zero-width spaces and word joiners, byte-order mark.
_NO_WIDTH = re.compile("[\u00ad\u200b\u2060\ufeff]")

WHOLE = "whole"  # value of a bold line that is a run-in head as it stands

_HINTS = {
    Kind.HEADING: HintKind.HEADING,
    Kind.ITEM: HintKind.LIST_ITEM,
    Kind.NOTE: HintKind.FOOTNOTE,
    Kind.TITLE: HintKind.TITLE,
    Kind.FURNITURE: HintKind.FURNITURE,
}


def tidy(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with white space collapsed across them; neighbours of one face joined."""
    tidied: list[Piece] = []
    open_space = True  # white space before the first word goes
    for piece in pieces:
        text = _spaced(piece.text if piece.text.isascii() else _NO_WIDTH.sub("", piece.text))
        text = text.lstrip(" ") if open_space else text
        if not text:
            continue
        open_space = text.endswith(" ")
        if tidied and tidied[-1][1:] == piece[1:]:
            tidied[-1] = tidied[-1]._replace(text=tidied[-1].text + text)
        else:
            tidied.append(piece._replace(text=text))
    if tidied:
        tidied[-1] = tidied[-1]._replace(text=tidied[-1].text.rstrip(" "))
    return tuple(p for p in tidied if p.text)


def _spaced(text: str) -> str:
    """The text with one space for any white space, at its ends as well."""
    words = text.split()
    if not words:
        return " " if text else ""
    return " " * text[0].isspace() + " ".join(words) + " " * text[-1].isspace()


def blocks_of(paragraphs: Iterable[Paragraph]) -> Iterator[Block]:
    """The blocks that make the text."""
    for p in paragraphs:
        if p.kind == Kind.LEFT_OUT or not p.words.strip():
            continue
        text = p.bullet + p.words
        run_in = 0
        if p.kind in (Kind.TEXT, Kind.ITEM):
            length = len(p.words) if p.value == WHOLE else run_in_length(p.pieces)
            run_in = length and length + len(p.bullet)
        yield Block(text=text, kind=_HINTS.get(p.kind), value=p.value, run_in=run_in)


# ---------------------------------------------------------------- run-in heads

_LABEL_LONGEST = 150  # characters; the longest label of the State pages has 104
_LABEL_WORDS = 20
_SENTENCE_LABEL_WORDS = 8  # a bold opening that ends with a full stop is more often a sentence
_MARKED = 0.6  # of a label's letters: heads are split over tags, and some letters fall between
_AFTER = 60  # characters behind a label, which are mostly not marked
_LABEL_ENDS = re.compile(r"[.:–—]\s*$")


def run_in_length(pieces: tuple[Piece, ...]) -> int:
    """Length of the bold or underlined label that opens the paragraph, colon included; 0: none."""
    text = "".join(p.text for p in pieces)
    if not pieces or (not text[:1].strip("“‘\"'(")[:1].isupper() and not text[1:2].isupper()):
        return 0
    return _to_colon(pieces, text) or _to_full_stop(pieces, text)


def _to_colon(pieces: tuple[Piece, ...], text: str) -> int:
    colon = text.find(":", 0, _LABEL_LONGEST)
    if colon <= 0 or text[colon + 1 : colon + 2].strip() or not text[colon + 1 :].strip():
        return 0
    if len(text[:colon].split()) > _LABEL_WORDS:
        return 0
    label, after = _share(pieces, 0, colon), _share(pieces, colon + 1, colon + 1 + _AFTER)
    return colon + 1 if label >= _MARKED and after < _MARKED else 0


def _to_full_stop(pieces: tuple[Piece, ...], text: str) -> int:
    first = pieces[0]
    if not first.marked or len(pieces) < 2 or pieces[1].marked:
        return 0
    words = first.text.split()
    if not _LABEL_ENDS.search(first.text) or len(words) > _SENTENCE_LABEL_WORDS:
        return 0
    return len(first.text.rstrip()) if text[len(first.text) :].strip() else 0


def _share(pieces: tuple[Piece, ...], start: int, end: int) -> float:
    """Of the letters in `[start, end)`: the share in marked or slanted face."""
    at = letters = marked = 0
    for piece in pieces:
        part = piece.text[max(0, start - at) : max(0, end - at)]
        count = sum(c.isalnum() for c in part)
        letters += count
        marked += count if piece.marked or piece.slanted else 0
        at += len(piece.text)
    return marked / letters if letters else 0.0


def is_all_marked(pieces: tuple[Piece, ...]) -> bool:
    """Whether all letters are bold or underlined."""
    return (
        bool(pieces)
        and all(p.marked or not any(c.isalnum() for c in p.text) for p in pieces)
        and any(p.marked for p in pieces)
    )
