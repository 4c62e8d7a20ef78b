"""The words of the change report, read from one file so that they can be translated."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

__all__ = ["many", "say", "table"]


@cache
def _strings() -> MappingProxyType[str, Any]:
    source = files("rights_diff.rendering").joinpath("data/strings.toml")
    return MappingProxyType(tomllib.loads(source.read_text("utf-8")))


def table(name: str) -> MappingProxyType[str, Any]:
    """One table of the strings file."""
    return MappingProxyType(_strings()[name])


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
    text = words.get(key) or _strings()[name].get(key) or key.replace("_", " ")
    return _fill(str(text), old, new)


def many(name: str, key: str, count: int, *, old: str = "", new: str = "") -> str:
    """The wording beside a count: singular for one, else plural.

    >>> many("glance", "number_changed", 1), many("glance", "number_changed", 2)
    ('figure changed', 'figures changed')
    """
    one, more = _strings()[name][key]
    return _fill(one if count == 1 else more, old, new)


def _fill(text: str, old: str, new: str) -> str:
    # replace, not format: names of reports may hold braces
    if "{" not in text:
        return text
    return text.replace("{old}", "\0").replace("{new}", new).replace("\0", old)
