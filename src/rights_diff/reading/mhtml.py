"""Web archives (.mhtml): pages that browsers save with their pictures in one file (RFC 2557)."""

from __future__ import annotations

from dataclasses import replace

from rights_diff.errors import ReadError
from rights_diff.model import Document
from rights_diff.reading.html import read_html
from rights_diff.reading.options import DEFAULTS, ReadOptions

MEDIA_TYPE = "multipart/related"


def read_mhtml(name: str, data: bytes, options: ReadOptions = DEFAULTS) -> Document:
    """The document of the page in a web archive.

    Raises:
        ReadError: damaged, or without a page; and as `read_html`.
    """
    import hashlib
    from email import message_from_bytes

    try:
        archive = message_from_bytes(data)
        page = next((p for p in archive.walk() if p.get_content_type() == "text/html"), None)
        markup = page.get_payload(decode=True) if page else None
    except (RecursionError, ValueError, LookupError) as error:
        raise ReadError("is a damaged web archive", file=name) from error
    if page is None or not isinstance(markup, bytes):
        raise ReadError("is a web archive without a page", file=name)
    document = read_html(name, markup, options)
    address = str(archive.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    if address.startswith("http"):
        document = replace(document, told={"canonical": address, **document.told})
    digest = hashlib.sha256(data).hexdigest()
    source = replace(document.source, sha256=digest, media_type=MEDIA_TYPE)
    return replace(document, source=source)
