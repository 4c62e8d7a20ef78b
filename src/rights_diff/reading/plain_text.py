"""Plain text: decoded and left as it is, line endings included."""

from __future__ import annotations

import hashlib
import re

from rights_diff.errors import Empty, ReadError
from rights_diff.model import Document, Source
from rights_diff.reading.decoding import Decoded, decode
from rights_diff.reading.options import DEFAULTS, ReadOptions
from rights_diff.reading.sniffing import media_type_by_name

# Control characters that no text report holds; tab, line ends, form feed and C1 are let be.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.001  # a stray control character is an extraction fault, many are binary data


def read_plain_text(
    name: str,
    data: bytes,
    options: ReadOptions = DEFAULTS,  # noqa: ARG001 - text has none; the readers' signature
) -> Document:
    """The document of a text file.

    Raises:
        ReadError: binary, or in no encoding known here. Empty: nothing but white space.
    """
    decoded = decode(data)
    if decoded is None:
        raise ReadError("cannot be decoded (neither UTF-8, UTF-16 nor Windows-1252)", file=name)
    _check(decoded.text, name)
    return Document(
        text=decoded.text,
        source=Source(
            path=name,
            sha256=hashlib.sha256(data).hexdigest(),
            media_type=media_type_by_name(name) or "text/plain",
            encoding=_plain_name(decoded),
            encoding_guessed=decoded.guessed,
        ),
        warnings=_warnings(decoded, name),
    )


def from_text(text: str, name: str | None) -> Document:
    """The document of a text held in memory.

    Raises:
        ReadError: not text. Empty: nothing but white space.
    """
    _check(text, name)
    # lone surrogates cannot be written as UTF-8, but they can be counted and fingerprinted
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(text=text, source=Source(path=name, sha256=digest))


def _check(text: str, name: str | None) -> None:
    if not text.strip():
        raise Empty("holds nothing but white space", file=name)
    if "\0" in text:
        raise ReadError("is binary, not text (it holds NUL characters)", file=name)
    controls = len(_CONTROL.findall(text))
    if controls > max(1, len(text) * _CONTROL_SHARE):
        message = f"is binary, not text (it holds {controls:,} control characters)"
        raise ReadError(message, file=name)


def _plain_name(decoded: Decoded) -> str:
    return "utf-8" if decoded.encoding == "utf-8-sig" else decoded.encoding


def _warnings(decoded: Decoded, name: str) -> tuple[str, ...]:
    if not decoded.guessed:
        return ()
    return (f"{name}: the encoding was guessed ({decoded.encoding}); check accents and quotes",)
