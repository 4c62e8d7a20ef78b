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

SUFFIXES = {
    "": "text/plain",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".mht": "multipart/related",
    ".mhtml": "multipart/related",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".docm": "application/vnd.ms-word.document.macroenabled.12",
    ".doc": "application/msword",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".rtf": "application/rtf",
    ".epub": "application/epub+zip",
}

# An EPUB's first member is called `mimetype` and stored as it is (OCF 3.3, 4.2.2).
_EPUB = b"mimetypeapplication/epub+zip"
_EPUB_AT = 30  # behind the first local header

_HTML_OPENINGS = (b"<!doctype html", b"<html", b"<head", b"<body", b"<!--", b"<?xml")
# What browsers write on top of web archives (RFC 2557).
_ARCHIVE_OPENINGS = (b"from: <saved by ", b"mime-version: 1.0", b"snapshot-content-location: ")
_LOOK_AT = 512  # a document type declaration stands within the first few hundred bytes


def media_type_by_content(data: bytes) -> str | None:
    """The media type that the first bytes tell, or None (text tells nothing).

    >>> media_type_by_content(b"%PDF-1.7 ...")
    'application/pdf'
    """
    for magic, media_type in _MAGIC:
        if data.startswith(magic):
            return _INSIDE[media_type](data) if media_type in _INSIDE else media_type
    opening = data[:_LOOK_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(_ARCHIVE_OPENINGS) and b"multipart/related" in opening:
        return "multipart/related"
    return "text/html" if opening.startswith(_HTML_OPENINGS) else None


def media_type_by_name(name: str) -> str | None:
    """The media type that the file name's suffix tells, or None for a suffix not known.

    >>> media_type_by_name("reports/amnesty-2012.TXT")
    'text/plain'
    """
    suffix = PurePath(name).suffix.lower()
    # "report.2012" and "hrw.world" carry no format: a suffix is letters, not a number
    return SUFFIXES.get("" if suffix[1:].isdigit() else suffix)


def suffix_of(name: str) -> str:
    """The suffix as written, for messages."""
    return PurePath(name).suffix


def _inside_zip(data: bytes) -> str:
    """What a zip archive holds, by the names of its members."""
    import io
    import zipfile

    if data[_EPUB_AT : _EPUB_AT + len(_EPUB)] == _EPUB:
        return "application/epub+zip"
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "application/x-damaged-zip"
    if "word/vbaProject.bin" in names:
        return "application/vnd.ms-word.document.macroenabled.12"
    if "word/document.xml" in names or any(_is_word_part(name) for name in names):
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    if "META-INF/container.xml" in names:
        return "application/epub+zip"
    return "application/zip"


def _is_word_part(name: str) -> bool:
    """Some programs number the main part: word/document2.xml."""
    return name.startswith("word/document") and name.endswith(".xml")


def _inside_compound_file(data: bytes) -> str:
    """Old Word files and encrypted new ones share a container ([MS-CFB], [MS-OFFCRYPTO])."""
    encrypted = "EncryptedPackage".encode("utf-16-le") in data
    return "application/vnd.ms-office.encrypted" if encrypted else "application/msword"


_INSIDE = {"application/zip": _inside_zip, "application/msword": _inside_compound_file}
