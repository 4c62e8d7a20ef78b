"""Names as keys: how a country's or an organization's name is matched in titles and file names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

_TOKEN = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}")

_Value = TypeVar("_Value")

Key = tuple[str, ...]


class Token(NamedTuple):
    """One word of a name: its folded form, where it stood, and as it was written."""

    key: str
    start: int
    end: int
    surface: str


def tokens(text: str) -> list[Token]:
    """The words of a text, folded: no case, no accents, no apostrophes.

    >>> [t.key for t in tokens("Côte d’Ivoire (U.S.)")]
    ['cote', 'divoire', 'us']
    """
    # blanks keep the offsets where a character drops out of the middle of a word
    masked = _INITIALS.sub(lambda m: m[0].replace(".", "\0"), text)
    masked = _APOSTROPHES.sub("\0", masked)
    return [
        Token(fold(m[0]), m.start(), m.end(), m[0].replace("\0", ""))
        for m in re.finditer(r"[^\W_](?:\x00?[^\W_]|\x00)*", masked)
        if fold(m[0])
    ]


def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and dots."""
    if text.isascii():
        return text.replace("\0", "").casefold()
    decomposed = unicodedata.normalize("NFKD", text.replace("\0", ""))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def keys_of(name: str) -> Iterator[Key]:
    """The keys under which a name is found: as written, and as a file name would split it."""
    joined = tuple(t.key for t in tokens(name))
    yield joined
    split = tuple(fold(m[0]) for m in _TOKEN.finditer(_APOSTROPHES.sub(" ", name)))
    if split != joined:
        yield split


class Found(NamedTuple):
    """A run of tokens that names something."""

    first: int
    last: int  # exclusive
    key: Key


def find_names(words: list[Token], known: Mapping[Key, _Value]) -> list[Found]:
    """The longest known names among the words, from left to right, none overlapping."""
    longest = max(map(len, known), default=0)
    keys = [w.key for w in words]
    found: list[Found] = []
    i = 0
    while i < len(keys):
        for n in range(min(longest, len(keys) - i), 0, -1):
            key = tuple(keys[i : i + n])
            if key in known:
                found.append(Found(i, i + n, key))
                i += n
                break
        else:
            i += 1
    return found
