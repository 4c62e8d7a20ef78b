"""A review as JSON lines: one decision a line, so that a change to it is a change of one line."""

from __future__ import annotations

from os import PathLike, fspath
from pathlib import Path

from rights_diff.errors import RenderError
from rights_diff.model.review import Review
from rights_diff.rendering.json import dumps_line
from rights_diff.rendering.output import write_text
from rights_diff.review.entries import SCHEMA, entry

__all__ = ["review_lines", "save_review"]


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

    >>> from rights_diff.model.review import Anchor, Decision, Verdict
    >>> note = Decision(verdict=Verdict.NOTE, old=(Anchor(exact="Nobody was tried."),), note="?")
    >>> print(review_lines(Review((note,))), end="")
    {"schema": "rights-diff/review/1"}
    {"decision": "note", "old": "Nobody was tried.", "note": "?"}
    """
    lines = [{"schema": SCHEMA}, *map(entry, review.decisions)]
    return "".join(dumps_line(line) + "\n" for line in lines)
