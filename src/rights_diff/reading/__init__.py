"""Read: bytes and text in, a `Document` out. The only room that opens files.

One module a format: `sniffing` says what a source is, `formats` knows which module reads it,
`plain_text` reads text. A new format is a module with one function and a line in `formats`, or a
plug-in (`rights_diff.protocols`).
"""

from __future__ import annotations

from dataclasses import replace
from os import PathLike, fspath
from typing import TYPE_CHECKING

from rights_diff.reading.blocks import Block, document_of

if TYPE_CHECKING:
    from rights_diff.model import Document
    from rights_diff.protocols import Reader
    from rights_diff.reading.options import ReadOptions
    from rights_diff.reading.web_cache import Download

__all__ = ["Block", "document_of", "read", "read_bytes", "read_text"]


def read(
    source: str | PathLike[str],
    *,
    max_bytes: int | None = None,
    options: ReadOptions | None = None,
    reader: Reader | None = None,
) -> Document:
    """Read a report file or page.

    Args:
        source: path of the file, or an http or https address (needs the extra `web`).
        max_bytes: the largest file accepted; wins over the options.
        options: limits, and what to do with tracked changes.
        reader: what reads it; by default the source's bytes and name decide.
    Returns:
        its text, unchanged, with what is known of its origin; a guessed encoding is told in
        `warnings` and `source.encoding_guessed`.
    Raises:
        ReadError: the file is missing, unreadable or cannot be decoded; as `UnsupportedFormat`,
            `Empty` or `TooLarge` where that is the trouble.
    """
    from rights_diff.reading.files import load_bytes
    from rights_diff.reading.options import DEFAULTS
    from rights_diff.reading.web_address import is_url

    options = options or DEFAULTS
    if max_bytes is not None:
        options = replace(options, max_bytes=max_bytes)
    name = fspath(source)
    if is_url(name):
        return _read_page(name, options, reader)
    return read_bytes(name, load_bytes(name, options.max_bytes), options, reader=reader)


def read_bytes(
    name: str,
    data: bytes,
    options: ReadOptions,
    *,
    declared: str = "",
    reader: Reader | None = None,
) -> Document:
    """The document of bytes already held: all ways in end here, so that all limits hold.

    Args:
        name: the file they are from, or the address; it decides with the bytes what they are.
        declared: the media type that a site gave them.
        reader: what reads them in any case.
    Raises:
        ReadError: as `read`.
    """
    from rights_diff.reading.bounds import within_bounds
    from rights_diff.reading.choosing import reader_for

    document = (reader or reader_for(name, data, declared))(name, data, options)
    return within_bounds(document, name, options.max_characters)


def _read_page(url: str, options: ReadOptions, reader: Reader | None) -> Document:
    """The document of a page; its source is the address where it was found in the end."""
    from rights_diff.reading.files import within_size
    from rights_diff.reading.web import fetch

    page = fetch(url, options)
    within_size(url, page.data, options.max_bytes)
    document = read_bytes(page.url, page.data, options, declared=page.media_type, reader=reader)
    return replace(
        document,
        source=replace(document.source, path=None, url=page.url),
        told={**document.told, "retrieved": page.retrieved},
        warnings=(*document.warnings, *_age(page)),
    )


def _age(page: Download) -> tuple[str, ...]:
    """Sites change pages without a word: a copy says that it is one, and of which day."""
    if not page.from_cache:
        return ()
    anew = "ReadOptions(refresh=True) fetches it anew"
    return (f"{page.url}: read from the copy of {page.retrieved} ({anew})",)


def read_text(text: str, *, name: str | None = None) -> Document:
    r"""Make a document of a text already held in memory.

    Args:
        text: the report.
        name: a file name it goes by.
    Raises:
        Empty: the text holds nothing but white space. TooLarge: over `options.MAX_CHARACTERS`.
        ReadError: it is not text (NUL or other control characters).

    >>> read_text("Tuvalu\n\nThe courts were open.", name="amnesty-2012-tuvalu.txt").source.path
    'amnesty-2012-tuvalu.txt'
    """
    from rights_diff.reading.bounds import within_bounds
    from rights_diff.reading.options import MAX_CHARACTERS
    from rights_diff.reading.plain_text import from_text

    return within_bounds(from_text(text, name), name, MAX_CHARACTERS)
