"""Reports and comparisons as plain data and as JSON (schemas in `schemas/`)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from rights_diff.model import Comparison, Report, Span
from rights_diff.model.explanation import Explanation
from rights_diff.rendering.quotes import quote_selector

__all__ = [
    "comparison_to_dict",
    "dumps",
    "dumps_line",
    "explanation_to_dict",
    "plain",
    "report_to_dict",
]

REPORT_SCHEMA = "rights-diff/report/1"
COMPARISON_SCHEMA = "rights-diff/comparison/1"
EXPLANATION_SCHEMA = "rights-diff/explanation/1"

_SURROGATE = re.compile("[\ud800-\udfff]")


def plain(value: Any) -> Any:
    """Dataclasses as dicts, spans and tuples as lists, enums as their strings."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [plain(v) for v in value]
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    return value


def report_to_dict(report: Report) -> dict[str, Any]:
    """A report as the contract names its fields."""
    document = plain(report)
    document["metadata"]["evidence"] = dict(document["metadata"]["evidence"])
    for sentence, said in zip(report.sentences, document["sentences"], strict=True):
        said["quote"] = quote_selector(report, sentence.span)
    return {"schema": REPORT_SCHEMA, **document}


def comparison_to_dict(comparison: Comparison) -> dict[str, Any]:
    """A comparison as the contract names its fields; counts as objects, by their name."""
    document = {f.name: getattr(comparison, f.name) for f in fields(comparison)}
    document = {name: plain(v) for name, v in document.items() if name not in ("old", "new")}
    for name in ("statuses", "told_elsewhere", "facets", "quantities"):
        document["summary"][name] = dict(document["summary"][name])
    for row, said in zip(comparison.ledger, document["ledger"], strict=True):
        said["unsure"] = row.is_unsure
        one_sided = not (row.old and row.new)
        said["topic_change"] = plain(comparison.topic_change(row)) if one_sided else None
    document["review"] = _review(comparison)
    head = {"schema": COMPARISON_SCHEMA, "kind": document.pop("kind")}
    reports = {"old": report_to_dict(comparison.old), "new": report_to_dict(comparison.new)}
    return {**head, **reports, **document}


def _review(comparison: Comparison) -> dict[str, Any] | None:
    """The decisions a comparison was made with, as their file has them."""
    from rights_diff.review.entries import entry

    outcome = comparison.review
    if outcome is None:
        return None
    refused = [{"decision": entry(n.decision), "reason": n.reason} for n in outcome.not_applied]
    return {"decisions": [*map(entry, outcome.review.decisions)], "not_applied": refused}


def explanation_to_dict(explanation: Explanation) -> dict[str, Any]:
    """What one row rests on, as plain data."""
    return {"schema": EXPLANATION_SCHEMA, **plain(explanation)}


def dumps(document: dict[str, Any]) -> str:
    """One JSON document with a newline at the end; UTF-8 text, lone surrogates escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return _escaped(text)


def dumps_line(document: dict[str, Any]) -> str:
    """The same on one line, without a newline."""
    return _escaped(json.dumps(document, ensure_ascii=False, allow_nan=False))


def _escaped(text: str) -> str:
    return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
