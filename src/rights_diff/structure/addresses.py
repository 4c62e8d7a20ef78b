"""Where an organization usually puts its report on a country and a year. No request is made."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

from rights_diff.arguments import LAST_YEAR, calendar_year
from rights_diff.structure.countries import country_called
from rights_diff.structure.organizations import organization_called

_OPEN = "-"  # a table's last year where the address is still used


def find_source(*, organization: str, country: str, year: int) -> tuple[str, ...]:
    """The regular addresses of a report, best effort: nobody has looked whether they lead there.

    Known are the World Reports of Human Rights Watch (covered years from 2012) and the country
    reports of the US Department of State (from 2016). Sites move, and call some countries
    otherwise in addresses; of other organizations no rule is known.

    Args:
        organization: its name or usual abbreviation.
        country: its name, as in `Metadata.country` or as the organization calls it.
        year: the year that the report covers (World Report 2019 covers 2018).
    Returns:
        addresses to try, likeliest first; none where no rule is known.
    Raises:
        ValueError: the year is not one of a calendar.

    >>> find_source(organization="Human Rights Watch", country="DPRK", year=2018)
    ('https://www.hrw.org/world-report/2019/country-chapters/north-korea',)
    """
    year = calendar_year(year)
    family = organization_called(organization).family
    known = country_called(country)
    called = known.name if known else country
    words = _special_words(family, called, year) or address_words(called)
    if not words:
        return ()
    return tuple(
        template.format(covered=year, edition=year + 1, country=words)
        for owner, first, last, template in _table("addresses.tsv")
        if owner == family and int(first) <= year <= _last(last)
    )


def address_words(name: str) -> str:
    """A name as sites write it in addresses.

    >>> address_words("Côte d’Ivoire"), address_words("Antigua & Barbuda")
    ('cote-divoire', 'antigua-and-barbuda')
    """
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).lower()
    letters = re.sub(r"[^a-z0-9\s/_-]", "", plain)
    return re.sub(r"[\s/_-]+", "-", letters).strip("-")


def _special_words(family: str, country: str, year: int) -> str | None:
    for owner, called, years, words in _table("address_names.tsv"):
        first, last = map(int, years.split("-"))
        if (owner, called) == (family, country) and first <= year <= last:
            return words
    return None


def _last(year: str) -> int:
    return LAST_YEAR if year == _OPEN else int(year)


@cache
def _table(name: str) -> tuple[tuple[str, str, str, str], ...]:
    text = files("rights_diff.structure").joinpath("data", name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    rows = (line.split("\t") for line in lines)
    return tuple((a, b, c, d) for a, b, c, d in rows)
