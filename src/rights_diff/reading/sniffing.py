"""What a source is, by its first bytes and by its name."""

from __future__ import annotations

from pathlib import PurePath

# First bytes of formats that are not text (registered magic numbers).
_MAGIC = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (b"{\\rtf", "application/rtf"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x7fELF", "application/x-executable"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
)

_SUFFIXES = {
    "": "text/plain",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".mhtml": "multipart/related",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".epub": "application/epub+zip",
}

_HTML_OPENINGS = (b"<!doctype html", b"<html", b"<?xml")
_LOOK_AT = 512  # a document type declaration stands within the first few hundred bytes


def media_type_by_content(data: bytes) -> str | None:
    """The media type that the first bytes tell, or None (text tells nothing).

    >>> media_type_by_content(b"%PDF-1.7 ...")
    'application/pdf'
    """
    for magic, media_type in _MAGIC:
        if data.startswith(magic):
            return media_type
    opening = data[:_LOOK_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "text/html" if opening.startswith(_HTML_OPENINGS) else None


def media_type_by_name(name: str) -> str | None:
    """The media type that the file name's suffix tells, or None for a suffix not known.

    >>> media_type_by_name("reports/amnesty-2012.TXT")
    'text/plain'
    """
    suffix = PurePath(name).suffix.lower()
    # "report.2012" and "hrw.world" carry no format: a suffix is letters, not a number
    return _SUFFIXES.get("" if suffix[1:].isdigit() else suffix)


def suffix_of(name: str) -> str:
    """The suffix as written, for messages."""
    return PurePath(name).suffix
