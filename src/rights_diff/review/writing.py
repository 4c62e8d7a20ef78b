"""A review as JSON lines: one decision a line, so that a change to it is a change of one line."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path
from typing import Any

from rights_diff.errors import RenderError
from rights_diff.model.review import About, Anchor, Decision, Review
from rights_diff.rendering.json import dumps_line
from rights_diff.rendering.output import write_text

__all__ = ["SCHEMA", "entry", "quote_entry", "review_lines", "save_review"]

SCHEMA = "rights-diff/review/1"


def save_review(review: Review, path: str | PathLike[str]) -> None:
    """Write a review to a file, whole or not at all.

    Raises:
        RenderError: the file cannot be written, or its name says that it is TOML.
    """
    if Path(fspath(path)).suffix.lower() == ".toml":
        told = "a review is written as JSON lines: name the file .jsonl"
        raise RenderError(told, file=fspath(path))
    write_text(path, review_lines(review))


def review_lines(review: Review) -> str:
    """The text of the file: a line with the schema, then a line a decision.

    >>> from rights_diff.model.review import Verdict
    >>> note = Decision(verdict=Verdict.NOTE, old=(Anchor(exact="Nobody was tried."),), note="?")
    >>> print(review_lines(Review((note,))), end="")
    {"schema": "rights-diff/review/1"}
    {"decision": "note", "old": "Nobody was tried.", "note": "?"}
    """
    lines = [{"schema": SCHEMA}, *map(entry, review.decisions)]
    return "".join(dumps_line(line) + "\n" for line in lines)


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
