"""Which function reads which media type. A new format adds a module and a line to `_READERS`."""

from __future__ import annotations

import importlib
import importlib.util
from typing import NamedTuple

from rights_diff.errors import Encrypted, ReadError, UnsupportedFormat
from rights_diff.protocols import Reader
from rights_diff.reading.sniffing import (
    SUFFIXES,
    media_type_by_content,
    media_type_by_name,
    suffix_of,
)


class Entry(NamedTuple):
    """Where a reader lives in this package, and what it needs.

    Attributes:
        module: the module's name below `rights_diff.reading`, imported on first use.
        function: of that module: name, bytes and options in, a document out.
        needs: a package that only the extra brings, or None.
        extra: the extra that brings it.
    """

    module: str
    function: str
    needs: str | None = None
    extra: str | None = None


_READERS: dict[str, Entry] = {
    "text/plain": Entry("plain_text", "read_plain_text"),
    "text/markdown": Entry("markdown", "read_markdown"),
    "text/html": Entry("html", "read_html"),
    "multipart/related": Entry("mhtml", "read_mhtml"),
    "application/pdf": Entry("pdf", "read_pdf", needs="pypdfium2", extra="pdf"),
    "application/epub+zip": Entry("epub", "read_epub", needs="lxml", extra="epub"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Entry(
        "docx", "read_docx", needs="lxml", extra="docx"
    ),
}

_NAMES = {
    "application/epub+zip": "an EPUB book",
    "application/gzip": "a gzip archive",
    "application/msword": "an old Word document",
    "application/pdf": "a PDF file",
    "application/rtf": "a rich-text file",
    "application/vnd.ms-office.encrypted": "an encrypted Office document",
    "application/vnd.ms-word.document.macroenabled.12": "a Word document with macros",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "a Word document",
    "application/vnd.sqlite3": "a database",
    "application/x-7z-compressed": "an archive",
    "application/x-executable": "a program",
    "application/zip": "a zip archive",
    "image/gif": "an image",
    "image/jpeg": "an image",
    "image/png": "an image",
    "multipart/related": "a saved web archive",
    "text/html": "an HTML page",
}

_READ = "text, HTML, Markdown, PDF, .docx and EPUB"


def shipped_reader(name: str, data: bytes, declared: str = "") -> Reader:
    """The function that reads this source; its bytes count for more than its name.

    Args:
        name: the file, or the address it came from.
        declared: the media type that a site gave it; counts for more than the name.
    Raises:
        UnsupportedFormat: no reader here understands it, or its extra is not installed.
    """
    by_name = media_type_by_name(name)
    known = declared if declared in _READERS or declared in _NAMES else None
    media_type = media_type_by_content(data) or known or by_name
    if media_type is None:
        message = f"files ending in {suffix_of(name)} are not read ({_READ} are)"
        raise UnsupportedFormat(message, file=name)
    # an image called report.txt and a text called report.pdf are both told by their content
    entry = _READERS.get(media_type)
    kind = _NAMES.get(media_type, media_type)
    if media_type == "application/vnd.ms-office.encrypted":
        raise Encrypted("is protected by a password", file=name)
    if media_type == "application/x-damaged-zip":
        raise ReadError("is a damaged or truncated zip archive", file=name)
    if media_type == "application/vnd.ms-word.document.macroenabled.12":
        message = "is a Word document with macros, which is not read; save it as .docx"
        raise UnsupportedFormat(message, file=name)
    if entry is None:
        raise UnsupportedFormat(f"is {kind}, which is not read ({_READ} are)", file=name)
    return load_reader(entry, kind, name)


def load_reader(entry: Entry, kind: str, name: str) -> Reader:
    """Import a reader.

    Raises:
        UnsupportedFormat: the package it needs is missing; the message says what to install.
    """
    if entry.needs and importlib.util.find_spec(entry.needs) is None:
        message = (
            f'is {kind}; to read it, install the extra: pip install "rights-diff[{entry.extra}]"'
        )
        raise UnsupportedFormat(message, file=name)
    module = importlib.import_module(f"rights_diff.reading.{entry.module}")
    reader: Reader = getattr(module, entry.function)
    return reader


def suffixes_read() -> frozenset[str]:
    """Suffixes that readers of this library take, without the dot.

    >>> "pdf" in suffixes_read(), "odt" in suffixes_read()
    (True, False)
    """
    return frozenset(s.removeprefix(".") for s, kind in SUFFIXES.items() if kind in _READERS)
