"""Read: bytes and text in, a `Document` out. The only room that opens files."""

from __future__ import annotations

import hashlib
from os import PathLike, fspath
from pathlib import Path

from rights_diff.model import Document, Source

__all__ = ["read", "read_text"]


def read(source: str | PathLike[str]) -> Document:  # placeholder
    data = Path(source).read_bytes()
    return Document(
        text=data.decode("utf-8"),
        source=Source(path=fspath(source), sha256=hashlib.sha256(data).hexdigest(), encoding="utf-8"),
    )


def read_text(text: str, *, name: str | None = None) -> Document:  # placeholder
    return Document(
        text=text, source=Source(path=name, sha256=hashlib.sha256(text.encode("utf-8")).hexdigest())
    )
