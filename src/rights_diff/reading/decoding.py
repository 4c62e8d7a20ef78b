"""Bytes to text: which encoding it is, and whether that had to be guessed."""

from __future__ import annotations

import codecs
from typing import NamedTuple


class Decoded(NamedTuple):
    """A text, its encoding, and whether the encoding was guessed."""

    text: str
    encoding: str
    guessed: bool


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Share of zero bytes in every second place that only UTF-16 of mostly Latin text shows.
_UTF16_ZEROS = 0.7
_SHORTEST_WIDE = 8  # bytes; fewer tell nothing
_SAMPLE = 4096


def decode(data: bytes) -> Decoded | None:
    r"""The text of the bytes, or None where no encoding fits.

    A byte-order mark decides; then UTF-16 that is evident from its zero bytes; then UTF-8; then
    Windows-1252, which is a guess. The mark itself is not part of the text.

    >>> decode(b"caf\xe9")
    Decoded(text='café', encoding='windows-1252', guessed=True)
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding, guessed=False)
    wide = _wide_encoding(data)
    if wide:
        return _try(data, wide, guessed=True)
    return _try(data, "utf-8", guessed=False) or _try(data, "windows-1252", guessed=True)


def _try(data: bytes, encoding: str, *, guessed: bool) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding, guessed)
    except UnicodeDecodeError:
        return None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has a zero in every second byte."""
    sample = data[:_SAMPLE]
    if len(sample) < _SHORTEST_WIDE or len(data) % 2:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd >= _UTF16_ZEROS and even < odd / 8:
        return "utf-16-le"
    if even >= _UTF16_ZEROS and odd < even / 8:
        return "utf-16-be"
    return None
