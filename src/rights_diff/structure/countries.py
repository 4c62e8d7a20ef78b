"""Countries and territories: what a title, a file name or an argument names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rights_diff.structure.lexicons import lines_of
from rights_diff.structure.names import Key, Token, find_names, keys_of, tokens


class Country(NamedTuple):
    """A country by its usual English name; `code` is ISO 3166-1 alpha-3 or None."""

    code: str | None
    name: str


class Naming(NamedTuple):
    """A country named in a text, and where."""

    country: Country
    start: int
    end: int


# Two to four capitals ("US", "CAR") are words or parts of other names when written small.
_ABBREVIATION_LENGTH = 4
_SHORT_FILE_WORDS = frozenset({"us", "car", "opt", "lao", "eu", "rok", "prc"})


@cache
def _known() -> dict[Key, tuple[Country, bool]]:
    """Each name's key with its country, and whether the name is an abbreviation."""
    known: dict[Key, tuple[Country, bool]] = {}
    for line in lines_of("countries.tsv"):
        code, name, aliases = line.split("\t")
        country = Country(None if code == "-" else code, name)
        for alias in (name, *filter(None, aliases.split("; "))):
            for key in keys_of(alias):
                bare = alias.replace(".", "")
                short = bare.isupper() and len(bare) <= _ABBREVIATION_LENGTH
                known.setdefault(key, (country, short))
    return known


def country_called(name: str) -> Country | None:
    """The country of that name, or None.

    >>> country_called("Korea (Democratic People's Republic of)")
    Country(code='PRK', name='North Korea')
    """
    found = _known().get(tuple(t.key for t in tokens(name)))
    return found[0] if found else None


def countries_in(text: str) -> list[Naming]:
    """The countries named in a text, in order; longer names win over names inside them.

    >>> [n.country.name for n in countries_in("From Guinea-Bissau to the DPRK")]
    ['Guinea-Bissau', 'North Korea']
    """
    words = tokens(text)
    return [
        Naming(_known()[f.key][0], words[f.first].start, words[f.last - 1].end)
        for f in find_names(words, _known())
        if not _known()[f.key][1] or _is_written_as_abbreviation(words, f.first, f.last)
    ]


def country_in_slug(slug: str) -> Country | None:
    """The country that a file or folder name tells, or None (`hrw-2019-guinea-bissau`)."""
    words = [w for w in tokens(slug.replace("_", " ")) if w.key]
    found = [
        f for f in find_names(words, _known()) if f.key not in {(w,) for w in _SHORT_FILE_WORDS}
    ]
    return _known()[max(found, key=lambda f: f.last - f.first).key][0] if found else None


def _is_written_as_abbreviation(words: list[Token], first: int, last: int) -> bool:
    return all(w.surface.isupper() for w in words[first:last])
