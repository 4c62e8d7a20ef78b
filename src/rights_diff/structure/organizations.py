"""Organizations that publish country reports, as texts and file names call them."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rights_diff.structure.lexicons import lines_of
from rights_diff.structure.names import Key, find_names, keys_of, tokens


class Organization(NamedTuple):
    """An organization as named, the family it belongs to, and how its editions are numbered.

    `years` is "previous" (edition N is published in N and covers N-1), "same" (edition N covers
    N) or "unknown".
    """

    name: str
    family: str
    years: str


class OrganizationNaming(NamedTuple):
    """An organization named in a text, and where."""

    organization: Organization
    start: int
    end: int


@cache
def _tables() -> tuple[dict[Key, Organization], dict[Key, Organization], dict[Key, Organization]]:
    """By name in texts, by words in file names, and by the name of the yearbook."""
    by_name: dict[Key, Organization] = {}
    by_slug: dict[Key, Organization] = {}
    by_series: dict[Key, Organization] = {}
    for line in lines_of("organizations.tsv"):
        family, years, names, slugs, series = line.split("\t")
        called = names.split("; ")
        for name in called:
            # a national section keeps its own name, other spellings take the family's
            own = name if name.startswith(family) else family
            for key in keys_of(name):
                by_name.setdefault(key, Organization(own, family, years))
        for slug in slugs.split("; "):
            key = tuple(slug.split())
            by_slug[key] = Organization(_section_name(called, key) or family, family, years)
        if series != "-":
            by_series[tuple(t.key for t in tokens(series))] = Organization(family, family, years)
    return by_name, by_slug, by_series


def _section_name(called: list[str], slug: Key) -> str | None:
    """The national section whose name starts and ends like the words of a file name."""
    if len(slug) < 2:
        return None
    for name in called:
        keys = tuple(t.key for t in tokens(name))
        if keys[0] == slug[0] and keys[-1] == slug[-1]:
            return name
    return None


def organization_called(name: str) -> Organization:
    """The organization of that name; an unknown one is a family of its own.

    >>> organization_called("Amnesty International USA").family
    'Amnesty International'
    """
    key = tuple(t.key for t in tokens(name))
    by_name, by_slug, _ = _tables()
    known = by_name.get(key) or by_slug.get(key)
    if known is None:
        return Organization(name, name, "unknown")
    return Organization(name, known.family, known.years)


def organizations_in(text: str) -> list[OrganizationNaming]:
    """The organizations named in a text, in order."""
    words = tokens(text)
    known = _tables()[0]
    return [
        OrganizationNaming(known[f.key], words[f.first].start, words[f.last - 1].end)
        for f in find_names(words, known)
        if words[f.first].surface[0].isupper()
    ]


def organization_of_series(text: str) -> Organization | None:
    """The organization whose yearbook the text names, or None.

    >>> organization_of_series("Freedom in the World 2023")
    Organization(name='Freedom House', family='Freedom House', years='previous')
    """
    known = _tables()[2]
    found = find_names(tokens(text), known)
    return known[found[0].key] if found else None


def organization_in_slug(slug: str) -> tuple[Organization, str] | None:
    """The organization a file or folder name tells, and the name without its words."""
    spaced = slug.replace("_", " ")
    words = tokens(spaced)
    known = _tables()[1]
    found = find_names(words, known)
    if not found:
        return None
    first = found[0]
    rest = spaced[: words[first.first].start] + " " + spaced[words[first.last - 1].end :]
    return known[first.key], rest
