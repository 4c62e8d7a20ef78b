"""The words of the change report, read from one file so that they can be translated."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from rights_diff.errors import RenderError

__all__ = ["many", "say", "table", "text", "wording"]

_OPEN = {"furniture", "note", "short"}  # tables whose keys come from the reports and the model
_SLOT = re.compile(r"\{(\w+)\}")


@cache
def _shipped() -> Mapping[str, Any]:
    source = files("rights_diff.rendering").joinpath("data/strings.toml")
    return MappingProxyType(tomllib.loads(source.read_text("utf-8")))


_other: ContextVar[Mapping[str, Any] | None] = ContextVar("wording", default=None)


def _strings() -> Mapping[str, Any]:
    return _other.get() or _shipped()


@contextmanager
def wording(path: Path | None) -> Iterator[None]:
    """Within it, the words of a file of one's own stand before the shipped ones.

    Args:
        path: a TOML file with some or all keys of `data/strings.toml`; None changes nothing.
    Raises:
        RenderError: the file is no TOML, or has a table or key that nothing asks for.
    """
    if path is None:
        yield
        return
    before = _other.set(_merged(path))
    try:
        yield
    finally:
        _other.reset(before)


def _merged(path: Path) -> Mapping[str, Any]:
    try:
        own = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as trouble:
        raise RenderError(f"cannot be read: {trouble}", file=str(path)) from trouble
    merged: dict[str, Any] = {name: dict(words) for name, words in _shipped().items()}
    for name, words in own.items():
        if name not in merged or not isinstance(words, dict):
            raise RenderError(f"there is no table [{name}] of words", file=str(path))
        known = merged[name] | merged.get(name.removesuffix("_across"), {})
        for key, said in words.items():
            if name not in _OPEN and key not in known:
                raise RenderError(f"nothing asks for [{name}] {key}", file=str(path))
            if not _fits(said, known.get(key)):
                raise RenderError(f"[{name}] {key} should be worded otherwise", file=str(path))
        merged[name] |= words
    return MappingProxyType(merged)


def _fits(said: object, shipped: object) -> bool:
    """Whether a wording has the form of the shipped one: a text, or one text and its plural."""
    if isinstance(shipped, list):
        if not isinstance(said, list) or len(said) != len(shipped):
            return False
        return all(isinstance(form, str) for form in said)
    return isinstance(said, str)


def table(name: str) -> MappingProxyType[str, Any]:
    """One table of the strings file."""
    return MappingProxyType(_strings()[name])


def text(
    key: str,
    *,
    name: str = "page",
    count: int | None = None,
    escape: Callable[[object], str] = str,
    **values: object,
) -> str:
    """The words for `key`, with `{…}` filled in one go: values may hold braces.

    Args:
        name: the table.
        count: how many, where there is a singular and a plural; fills `{count}` too.
        escape: what makes the words and each value fit for where they go.

    >>> text("in_claims", count=1), text("in_claims", count=2)
    ('in 1 claim', 'in 2 claims')
    """
    said = _strings()[name][key]
    if isinstance(said, list):
        said = said[0] if count == 1 else said[1]
    if count is not None:
        values["count"] = f"{count:,}"
    if "{" not in said:
        return escape(said)
    return _SLOT.sub(lambda m: escape(values.get(m[1], m[0])), escape(said))


def say(name: str, key: str, *, old: str = "", new: str = "", across: bool = False) -> str:
    """The word for `key`; across organizations its other wording, where there is one.

    Raises:
        KeyError: never for a key the model knows; an unknown one is said with spaces.

    >>> say("status", "dropped")
    'No longer reported'
    >>> say("status", "dropped", old="Amnesty", across=True)
    'Only in Amnesty'
    """
    words = _strings().get(f"{name}_across", {}) if across else {}
    said = words.get(key) or _strings()[name].get(key) or key.replace("_", " ")
    return _fill(str(said), old, new)


def many(name: str, key: str, count: int, *, old: str = "", new: str = "", label: str = "") -> str:
    """The wording beside a count: singular for one, else plural.

    >>> many("glance", "number_changed", 1), many("glance", "number_changed", 2)
    ('figure changed', 'figures changed')
    """
    one, more = _strings()[name][key]
    said: str = one if count == 1 else more
    if label:
        return said.replace("{count}", f"{count:,}").replace("{label}", label)
    return _fill(said, old, new)


def _fill(said: str, old: str, new: str) -> str:
    # replace, not format: names of reports may hold braces
    if "{" not in said:
        return said
    return said.replace("{old}", "\0").replace("{new}", new).replace("\0", old)
