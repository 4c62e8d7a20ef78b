"""Bytes of a page to text: byte-order mark, then what is valid, then what the page declares."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from rights_diff.errors import ReadError
from rights_diff.reading.decoding import decode

# Where browsers look for a declaration (HTML Standard, 13.2.3.2); saved pages put comments first.
_LOOK_AT = 4096
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w:.-]{1,40})""", re.I
)
# These names mean Windows-1252 in the web's encoding standard.
_LATIN = frozenset({"iso8859-1", "latin_1", "ascii", "cp1252"})
# Of the bytes beyond ASCII, so many may be foreign to UTF-8 before the page is something else.
_FOREIGN_SHARE = 0.2
# What "surrogateescape" (PEP 383) makes of bytes that are not UTF-8; no UTF-8 decodes to these.
_FOREIGN = re.compile("[\udc80-\udcff]+")


class Page(NamedTuple):
    """The text of a page, how it was decoded, and what the user should know of it."""

    text: str
    encoding: str
    guessed: bool
    warnings: tuple[str, ...] = ()


def decode_page(name: str, data: bytes) -> Page:
    """The text of the page.

    Raises:
        ReadError: binary, or in no encoding known here.
    """
    plain = decode(data)
    if plain and plain.encoding == "windows-1252":
        page = _declared(data) or _mixed(name, data) or Page(*plain, _guess(name, plain.encoding))
    elif plain:
        page = Page(*plain, _guess(name, plain.encoding) if plain.guessed else ())
    else:
        page = _declared(data) or _mixed(name, data) or _refused(name)
    if "\0" in page.text:
        raise ReadError("is binary, not a page (it holds NUL characters)", file=name)
    encoding = "utf-8" if page.encoding == "utf-8-sig" else page.encoding
    return page._replace(encoding=encoding)


def _refused(name: str) -> Page:
    raise ReadError("cannot be decoded (in no encoding known here)", file=name)


def _guess(name: str, encoding: str) -> tuple[str, ...]:
    return (f"{name}: the encoding was guessed ({encoding}); check accents and quotes",)


def _declared(data: bytes) -> Page | None:
    """The text in the encoding that the page itself names, unless that is UTF-8."""
    match = _DECLARED.search(data[:_LOOK_AT])
    if not match:
        return None
    try:
        codec = codecs.lookup(match[1].decode("ascii"))
        if codec.name in ("utf-8", "utf-16", "utf-32"):
            return None  # a declaration that could be read as ASCII is in neither of the wide ones
        label = "windows-1252" if codec.name in _LATIN else codec.name
        text, _ = codecs.lookup(label).decode(data)
    except (LookupError, UnicodeError, ValueError, AssertionError):
        return None
    return Page(text, label, guessed=False) if isinstance(text, str) else None


def _mixed(name: str, data: bytes) -> Page | None:
    """UTF-8 with a few bytes of Windows-1252, as where pages were put together from parts."""
    escaped = data.decode("utf-8", "surrogateescape")
    foreign = [len(piece) for piece in _FOREIGN.findall(escaped)]
    beyond = sum(ord(c) > 127 for c in escaped)
    if sum(foreign) > _FOREIGN_SHARE * beyond:
        return None
    places = "1 place is" if len(foreign) == 1 else f"{len(foreign)} places are"
    warning = f"{name}: {places} not UTF-8 and read as Windows-1252"
    text = _FOREIGN.sub(_as_windows, escaped)
    return Page(text, "utf-8", guessed=True, warnings=(warning,))


def _as_windows(piece: re.Match[str]) -> str:
    return piece[0].encode("ascii", "surrogateescape").decode("windows-1252", "replace")
