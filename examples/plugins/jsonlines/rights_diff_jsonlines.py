"""A reader: reports kept as JSON lines, one object for each paragraph or heading.

A first line of the kind "report" may say whose it is::

    {"kind": "report", "organization": "Amnesty International", "country": "Tuvalu"}
    {"kind": "heading", "level": 1, "text": "Background"}
    {"text": "The courts were open all year."}
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rights_diff import ReadError, ReadOptions
from rights_diff.model import Document, HintKind
from rights_diff.reading import Block, document_of

KINDS = {
    "heading": HintKind.HEADING,
    "footnote": HintKind.FOOTNOTE,
    "item": HintKind.LIST_ITEM,
    "furniture": HintKind.FURNITURE,
}
TOLD = ("organization", "country", "edition", "published_year", "covered_years", "title")


def read_jsonlines(name: str, data: bytes, options: ReadOptions) -> Document:  # noqa: ARG001
    """The document of a file of JSON lines."""
    told: dict[str, str] = {}
    blocks: list[Block] = []
    for record in _records(name, data):
        if record.get("kind") == "report":
            told |= {key: _told(record[key]) for key in TOLD if key in record}
        else:
            blocks.append(_block(record))
    return document_of(
        blocks, name=name, data=data, media_type="application/jsonl", told=told, encoding="utf-8"
    )


def _records(name: str, data: bytes) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as trouble:
            raise ReadError(f"line {number} is no JSON: {trouble}", file=name) from trouble
        if not isinstance(record, dict):
            raise ReadError(f"line {number} is no JSON object", file=name)
        yield record


def _told(value: object) -> str:
    """Covered years may be a list."""
    return " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _block(record: dict[str, Any]) -> Block:
    kind = KINDS.get(str(record.get("kind")))
    value = {HintKind.HEADING: str(record.get("level", 1)), HintKind.FURNITURE: "set_aside"}
    return Block(
        text=str(record.get("text", "")),
        kind=kind,
        value=value.get(kind, str(record.get("marker", ""))) if kind else "",
    )
