"""What a Markdown file tells of itself above its text: flat `name: value` lines.

Front matter is YAML by custom; only its plainest form is read (no nesting, no types), so that
no YAML parser is needed and nothing in it can surprise.
"""

from __future__ import annotations

import re

_LINE = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")
_COMMENT = re.compile(r"\s#.*$")
_YEARS_IN = re.compile(r"\b((?:19|20)\d\d)(?:\s*[-–—/]\s*((?:19|20)?\d\d)\b)?")

# Names that people use → the names of `Metadata`, and other things worth telling.
_NAMES = {
    "organization": "organization",
    "organisation": "organization",
    "publisher": "organization",
    "country": "country",
    "edition": "edition",
    "published_year": "published_year",
    "covered_year": "covered_years",
    "covered_years": "covered_years",
    "title": "title",
    "author": "author",
    "date": "date",
    "lang": "language",
    "language": "language",
    "url": "canonical",
    "canonical": "canonical",
    "source": "canonical",
}
_YEARS = frozenset({"published_year", "covered_years"})


def told_in(front_matter: str) -> tuple[dict[str, str], list[str]]:
    r"""What the front matter tells, and what in it could not be understood.

    >>> told_in('country: "Tuvalu"\ncovered_years: [2013, 2014]\ndraft: true')
    ({'country': 'Tuvalu', 'covered_years': '2013 2014'}, [])
    """
    told: dict[str, str] = {}
    troubles: list[str] = []
    for line in front_matter.split("\n"):
        match = _LINE.fullmatch(line.rstrip())
        name = _NAMES.get(re.sub("[ -]", "_", match[1].lower())) if match else None
        if not match or not name:
            continue
        value = _unquoted(match[2])
        if name == "canonical" and not value.startswith(("http://", "https://")):
            continue
        if name in _YEARS and value:
            years = years_in(value)
            if not years:
                troubles.append(f"front matter: {match[1]} names no year")
            value = " ".join(map(str, years))
        if value:
            told.setdefault(name, value)
    return told, troubles


def years_in(text: str) -> tuple[int, ...]:
    """The calendar years that a value names, ranges filled, ascending.

    >>> years_in("2011–2013"), years_in("2013/14; 2016"), years_in("soon")
    ((2011, 2012, 2013), (2013, 2014, 2016), ())
    """
    years: set[int] = set()
    for match in _YEARS_IN.finditer(text):
        first = int(match[1])
        last = int(match[1][: 4 - len(match[2])] + match[2]) if match[2] else first
        years.update(range(first, max(first, last) + 1))
    return tuple(sorted(years))


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
        return value[1:-1]
    return _COMMENT.sub("", value).strip()
