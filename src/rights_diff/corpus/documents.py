"""A document as bytes and back: how the chapter of a yearbook travels to the process that reads it.

The yearbook is read once; its chapters keep what the format told of headings and pages.
"""

from __future__ import annotations

import json
import zlib
from typing import Any

from rights_diff.corpus.packing import to_json
from rights_diff.model import Document, Hint, HintKind, Source, Span

__all__ = ["document_bytes", "document_of"]


def document_bytes(document: Document) -> bytes:
    """The document, compressed; `document_of` gives an equal one."""
    source = document.source
    told: dict[str, Any] = {
        "text": document.text,
        "source": {
            "path": source.path,
            "url": source.url,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "encoding": source.encoding,
            "encoding_guessed": source.encoding_guessed,
        },
        "hints": [[h.kind.value, h.span.start, h.span.end, h.value] for h in document.hints],
        "told": dict(document.told),
        "warnings": list(document.warnings),
    }
    return zlib.compress(to_json(told))


def document_of(data: bytes) -> Document:
    r"""The document of those bytes.

    >>> from rights_diff.reading import read_text
    >>> document = read_text("Tuvalu\n\nThe courts were open.", name="2013/tuvalu.txt")
    >>> document_of(document_bytes(document)) == document
    True
    """
    told = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
    return Document(
        text=told["text"],
        source=Source(**told["source"]),
        hints=tuple(
            Hint(kind=HintKind(kind), span=Span(start, end), value=value)
            for kind, start, end, value in told["hints"]
        ),
        told=told["told"],
        warnings=tuple(told["warnings"]),
    )
