"""Decisions as plain data: what a file of them and a page hold."""

from __future__ import annotations

from typing import Any

from rights_diff.model.review import About, Anchor, Decision

__all__ = ["SCHEMA", "entry", "quote_entry"]

SCHEMA = "rights-diff/review/1"


def entry(decision: Decision) -> dict[str, Any]:
    """A decision as plain data; what says nothing is left out."""
    said: dict[str, Any] = {"decision": decision.verdict.value}
    if decision.about is not About.CLAIM:
        said["about"] = decision.about.value
    for side in ("old", "new"):
        anchors = [quote_entry(a) for a in getattr(decision, side)]
        if anchors:
            said[side] = anchors[0] if len(anchors) == 1 else anchors
    for name in ("note", "by", "when"):
        if value := getattr(decision, name):
            said[name] = value
    return said


def quote_entry(anchor: Anchor) -> str | dict[str, str]:
    """A quote as the file has it: its words, or an object where the words around it count."""
    around = {n: v for n in ("prefix", "suffix") if (v := getattr(anchor, n))}
    return {"exact": anchor.exact, **around} if around else anchor.exact
