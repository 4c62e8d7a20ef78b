"""Which function reads which media type. A new format adds a module and a line to `_READERS`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from rights_diff.errors import UnsupportedFormat
from rights_diff.model import Document
from rights_diff.reading.plain_text import read_plain_text
from rights_diff.reading.sniffing import media_type_by_content, media_type_by_name, suffix_of

Reader: TypeAlias = Callable[[str, bytes], Document]

_READERS: dict[str, Reader] = {
    "text/plain": read_plain_text,
    "text/markdown": read_plain_text,
}

_NAMES = {
    "application/epub+zip": "an EPUB book",
    "application/gzip": "a gzip archive",
    "application/msword": "an old Word document",
    "application/pdf": "a PDF file",
    "application/rtf": "a rich-text file",
    "application/vnd.oasis.opendocument.text": "an OpenDocument text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "a Word document",
    "application/vnd.sqlite3": "a database",
    "application/x-7z-compressed": "an archive",
    "application/x-executable": "a program",
    "application/zip": "a zip archive or Word document",
    "image/gif": "an image",
    "image/jpeg": "an image",
    "image/png": "an image",
    "multipart/related": "a saved web archive",
    "text/html": "an HTML page",
}


def reader_for(name: str, data: bytes) -> Reader:
    """The function that reads this source; its bytes count for more than its name.

    Raises:
        UnsupportedFormat: no reader here understands it.
    """
    by_name = media_type_by_name(name)
    media_type = media_type_by_content(data) or by_name
    if media_type is None:
        message = f"files ending in {suffix_of(name)} are not read (plain text is)"
        raise UnsupportedFormat(message, file=name)
    # an image called report.txt and a text called report.pdf are both told by their content
    reader = _READERS.get(media_type)
    if reader is None:
        kind = _NAMES.get(media_type, media_type)
        raise UnsupportedFormat(f"is {kind}, which is not read yet (plain text is)", file=name)
    return reader
