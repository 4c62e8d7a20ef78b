"""JSON Schemas (draft 2020-12) of the documents that rights-diff writes."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

__all__ = ["NAMES", "load"]

NAMES = ("comparison", "explanation", "report", "timeline")
_VERSION = 1


def load(name: str) -> dict[str, Any]:
    """The schema of `report`, `comparison`, `explanation` or `timeline` documents.

    Raises:
        KeyError: there is no schema of that name.

    >>> load("report")["title"]
    'A report as rights-diff reads it'
    """
    if name not in NAMES:
        raise KeyError(name)
    source = files("rights_diff.rendering.schemas").joinpath(f"{name}-{_VERSION}.schema.json")
    schema: dict[str, Any] = json.loads(source.read_text("utf-8"))
    return schema
