"""Reading a review file: JSON lines, a JSON document, or TOML; errors name line and trouble."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from os import PathLike, fspath
from pathlib import Path
from typing import Any, NoReturn

from rights_diff.arguments import check_path
from rights_diff.errors import ReadError
from rights_diff.model.review import About, Anchor, Decision, Review, Verdict
from rights_diff.review.entries import SCHEMA
from rights_diff.review.folding import folded

__all__ = ["load_review", "read_review"]

MAX_BYTES = 16_000_000  # a decision on each sentence of the longest chapters takes a tenth
_KEYS = ("decision", "about", "old", "new", "note", "by", "when")
_LIST = "decisions"
_Entry = tuple[str, Any]


class _BrokenReview(Exception):
    """What is wrong, and where."""


def load_review(path: str | PathLike[str]) -> Review:
    """Read a review file.

    Raises:
        ReadError: the file is missing, too large, or broken; one line says where and why.
    """
    check_path(path, "a review is rd.Review, or the path of its file")
    name = fspath(path)
    try:
        with Path(name).open("rb") as stream:  # no more than is needed to see that it is too much
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or str(trouble)
        raise ReadError(f"the review cannot be read: {reason}", file=name) from trouble
    if len(data) > MAX_BYTES:
        raise ReadError(f"is over {MAX_BYTES:,} bytes: no review file", file=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = data.count(b"\n", 0, trouble.start) + 1
        raise ReadError(f"line {line}: a review is UTF-8 text", file=name) from trouble
    return read_review(text, name=name)


def read_review(text: str, *, name: str = "review") -> Review:
    """The review that a text holds; TOML where `name` ends so, else JSON.

    Raises:
        ReadError: as `load_review`.

    >>> review = read_review('{"decision": "note", "old": "It rained.", "note": "Did it?"}')
    >>> [decision.note for decision in review.decisions]
    ['Did it?']
    """
    entries = _toml if name.lower().endswith(".toml") else _json
    try:
        decisions = [_decision(place, said) for place, said in entries(text)]
    except _BrokenReview as trouble:
        raise ReadError(str(trouble), file=name) from trouble
    return Review(tuple(decisions))


def _toml(text: str) -> Iterator[_Entry]:
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as trouble:
        _stop("", f"is no TOML: {trouble}")
    # `[[decision]]` reads better by hand than a plural
    entries = document.pop("decision", document.pop(_LIST, []))
    _head("", document)
    yield from _numbered(entries)


def _json(text: str) -> Iterator[_Entry]:
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    if not lines or _is_object(lines[0][1]):
        yield from _json_lines(lines)
        return
    try:
        document = json.loads(text)
    except json.JSONDecodeError as trouble:
        _stop(f"line {trouble.lineno}", f"is no JSON: {trouble.msg}")
    except (ValueError, RecursionError) as trouble:
        _stop("", f"is no JSON: {trouble}")
    yield from _document(document)


def _json_lines(lines: list[tuple[int, str]]) -> Iterator[_Entry]:
    for n, line in lines:
        place = f"line {n}"
        try:
            said = json.loads(line)
        except json.JSONDecodeError as trouble:
            _stop(place, f"is no JSON: {trouble.msg}, column {trouble.colno}")
        except (ValueError, RecursionError) as trouble:
            _stop(place, f"is no JSON: {trouble}")
        if isinstance(said, dict) and _LIST in said:
            yield from _document(said)
        elif isinstance(said, dict) and "schema" in said:
            _head(place, said)
        else:
            yield place, said


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return line.lstrip().startswith('{"')


def _document(document: Any) -> Iterator[_Entry]:
    entries = document
    if isinstance(document, dict):
        entries = document.pop(_LIST, None)
        _head("", document)
    yield from _numbered(entries)


def _numbered(entries: Any) -> Iterator[_Entry]:
    if not isinstance(entries, list):
        _stop("", "holds no list of decisions")
    for n, said in enumerate(entries, start=1):
        yield f"decision {n}", said


def _head(place: str, said: dict[str, Any]) -> None:
    schema = said.get("schema", SCHEMA)
    if schema != SCHEMA:
        _stop(place, f"is of the kind {schema!r}, not {SCHEMA!r}: made by another version?")
    for key in said:
        if key != "schema":
            _stop(place, f"{key!r} means nothing here")


def _decision(place: str, said: Any) -> Decision:
    if not isinstance(said, dict):
        _stop(place, "a decision is an object with “decision”, “old” and “new”")
    for key in said:
        if key not in _KEYS:
            _stop(place, f"{key!r} means nothing here; known are {', '.join(_KEYS)}")
    verdict = Verdict(_one_of(place, said, "decision", [v.value for v in Verdict]))
    about = About(_one_of(place, said, "about", [a.value for a in About], About.CLAIM.value))
    made = Decision(
        verdict=verdict,
        about=about,
        old=_anchors(place, "old", said.get("old", [])),
        new=_anchors(place, "new", said.get("new", [])),
        note=_text(place, said, "note"),
        by=_text(place, said, "by"),
        when=_text(place, said, "when"),
        place=place,
    )
    return _complete(made)


def _complete(decision: Decision) -> Decision:
    verdict, place = decision.verdict, decision.place
    if verdict is Verdict.NOTE:
        if not decision.note.strip():
            _stop(place, "a note has no words")
        if not decision.old and not decision.new:
            _stop(place, "a note needs a quote: “old”, “new”, or both")
    elif not decision.old or not decision.new:
        _stop(place, f"“{verdict.value}” needs a quote of either report: “old” and “new”")
    if decision.about is About.FIGURE and max(len(decision.old), len(decision.new)) > 1:
        _stop(place, "a decision about figures names one on each side")
    return decision


def _one_of(
    place: str, said: dict[str, Any], key: str, known: list[str], default: str | None = None
) -> str:
    value = said.get(key, default)
    if value not in known:
        told = "is missing" if value is None else f"is {value!r}"
        _stop(place, f"“{key}” {told}; it should be one of {', '.join(known)}")
    return str(value)


def _text(place: str, said: dict[str, Any], key: str) -> str:
    value = said.get(key, "")
    if isinstance(value, (date, datetime)):  # TOML has dates of its own
        return value.isoformat()
    if not isinstance(value, str):
        _stop(place, f"“{key}” should be a text")
    return value


def _anchors(place: str, side: str, said: Any) -> tuple[Anchor, ...]:
    quotes = said if isinstance(said, list) else [said]
    return tuple(_anchor(place, side, quote) for quote in quotes)


def _anchor(place: str, side: str, said: Any) -> Anchor:
    quote = {"exact": said} if isinstance(said, str) else said
    known = ("exact", "prefix", "suffix", "type")
    if not isinstance(quote, dict) or not all(isinstance(v, str) for v in quote.values()):
        _stop(place, f"“{side}” should be a quote, or an object with “exact”")
    for key in quote:
        if key not in known:
            _stop(place, f"{key!r} means nothing in a quote; known are {', '.join(known)}")
    exact = quote.get("exact", "")
    if not folded(exact):
        _stop(place, f"“{side}” holds an empty quote")
    return Anchor(exact=exact, prefix=quote.get("prefix", ""), suffix=quote.get("suffix", ""))


def _stop(place: str, trouble: str) -> NoReturn:
    told = " ".join(trouble.split())
    raise _BrokenReview(f"{place}: {told}" if place else told)
