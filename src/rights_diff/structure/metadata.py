"""Who reports on what, and when. An argument wins over the text, the text over the path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rights_diff.model import Document, Metadata
from rights_diff.structure import editions
from rights_diff.structure.countries import (
    Country,
    countries_in,
    country_called,
    country_in_slug,
)
from rights_diff.structure.editions import Years
from rights_diff.structure.evidence import Place, own_lines, places_of, site_lines, title_of
from rights_diff.structure.organizations import (
    Organization,
    organization_called,
    organization_in_slug,
    organization_of_series,
    organizations_in,
)
from rights_diff.structure.page import Page

# Who is told things, has delegates and calls on governments is the author of the report.
_AUTHOR = re.compile(
    r"\b(?:told|interviewed by|submission to|researchers? (?:at|from)) "
    r"(?P<after>(?:[A-Z]\w{1,30} ?){1,4})"
    r"|\b(?P<before>(?:[A-Z]\w{1,30} ){1,4})"
    r"(?:delegates|considered|visited|called (?:on|for)|researchers)"
)
PAGE_METADATA = "page metadata"  # evidence: what a page's head or a file's properties tell
_FEWEST_MENTIONS = 5  # of a country in the text before it tells what an untitled report is about
_LEAD = 3  # and so many times as often as the next country

# What a page's head or a document's properties say of it, the most telling first.
_SAYS = ("site_name", "title", "page_header", "publisher", "author")


class Told(NamedTuple):
    """What the user, a manifest or the file's own front matter says; it wins over all else."""

    organization: str | None = None
    country: str | None = None
    edition: str | None = None
    published_year: int | None = None
    covered_years: tuple[int, ...] | None = None
    by: Mapping[str, str] = MappingProxyType({})

    def how(self, field: str) -> str:
        """What told a field."""
        return self.by.get(field, "argument")


def describe(document: Document, page: Page, told: Told) -> Metadata:
    """The metadata of a report, each field with its evidence; what nothing tells is None."""
    places = places_of(document)
    said = tuple(filter(None, map(document.told.get, _SAYS)))
    organization, told_organization = _organization(page, places, told, said)
    country, told_country = _country(page, places, told, said)
    years, told_years = _years(page, places, told, said, organization)
    title = title_of(page)
    named = document.told.get("title")  # a page may have its title in its head alone
    evidence = {
        "organization": told_organization,
        "country": told_country,
        "title": "text" if title else PAGE_METADATA if named else None,
        **told_years,
    }
    return Metadata(
        organization=organization.name if organization else None,
        organization_family=organization.family if organization else None,
        country=country.name if country else None,
        country_code=country.code if country else None,
        title=title.words if title else named,
        title_span=title.span if title else None,
        edition=years.edition,
        published_year=years.published,
        covered_years=tuple(sorted(set(years.covered or ()))),
        source=document.source,
        evidence=tuple((field, how) for field, how in evidence.items() if how),
    )


# ---------------------------------------------------------------- organization


def _organization(
    page: Page, places: list[Place], told: Told, said: tuple[str, ...]
) -> tuple[Organization | None, str | None]:
    if told.organization:
        return organization_called(told.organization), told.how("organization")
    own = own_lines(page)
    series = next(filter(None, map(organization_of_series, own)), None)
    named = _most_named(own) or series or _most_named(site_lines(page))
    if named:
        return named, "text"
    owner = next((n.organization for line in said for n in organizations_in(line)), None)
    if owner:
        return owner, PAGE_METADATA
    for place in places:
        found = organization_in_slug(place.name)
        if found:
            return _as_named_in_text(found[0], page), place.called
    author = _most_named([m["after"] or m["before"] for m in _AUTHOR.finditer(page.text)])
    return (author, "text") if author else (None, None)


def _most_named(lines: list[str]) -> Organization | None:
    """The organization that most of the lines name; of equals the first."""
    counts = Counter(n.organization for line in lines for n in organizations_in(line))
    return max(counts, key=lambda o: counts[o]) if counts else None


def _as_named_in_text(organization: Organization, page: Page) -> Organization:
    """A file name tells the family; the text may tell which of its sections wrote."""
    if organization.name == organization.family or organization.name in page.text:
        return organization
    return organization._replace(name=organization.family)


# ---------------------------------------------------------------- country


def _country(
    page: Page, places: list[Place], told: Told, said: tuple[str, ...]
) -> tuple[Country | None, str | None]:
    if told.country:
        return country_called(told.country) or Country(None, told.country), told.how("country")
    title = title_of(page)
    for line in ([title.words] if title else []) + own_lines(page):
        found = countries_in(_without_organizations(line))
        if found:
            return found[0].country, "text"
    for line in said:
        found = countries_in(_without_organizations(line))
        if found:
            return found[0].country, PAGE_METADATA
    for place in places:
        slug = organization_in_slug(place.name)
        named = country_in_slug(slug[1] if slug else place.name)
        if named:
            return named, place.called
    mentioned = _most_mentioned(page.text)
    return (mentioned, "text") if mentioned else (None, None)


def _without_organizations(line: str) -> str:
    for named in reversed(organizations_in(line)):
        line = line[: named.start] + " " * (named.end - named.start) + line[named.end :]
    return line


def _most_mentioned(text: str) -> Country | None:
    """The country that the text names again and again, far more than any other."""
    counts = Counter(n.country for n in countries_in(_without_organizations(text)))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _FEWEST_MENTIONS:
        return None
    next_best = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= _LEAD * next_best else None


# ---------------------------------------------------------------- years


def _years(
    page: Page,
    places: list[Place],
    told: Told,
    said: tuple[str, ...],
    organization: Organization | None,
) -> tuple[Years, dict[str, str | None]]:
    """The first source that tells an edition or a covered year, completed by the arguments."""
    rule = organization.years if organization else "unknown"
    years, how = editions.NOTHING, None
    if told.edition:
        years, how = editions.of_edition(told.edition, rule), told.how("edition")
    else:
        years, how = _years_in_text(page, rule)
        for line in said:
            if how:
                break
            named = editions.from_title(line, rule)
            if named != editions.NOTHING:
                years, how = named, PAGE_METADATA
        for place in places:
            if how:
                break
            slug = editions.from_slug(place.name, rule)
            if slug.edition:
                years, how = slug, place.called
    evidence = {
        "edition": how if years.edition else None,
        "published_year": how if years.published else None,
        "covered_years": how if years.covered else None,
    }
    if told.published_year is not None:
        years = years._replace(published=told.published_year)
        evidence["published_year"] = told.how("published_year")
    if told.covered_years is not None:
        years = years._replace(covered=told.covered_years)
        evidence["covered_years"] = told.how("covered_years")
    return years, evidence


def _years_in_text(page: Page, rule: str) -> tuple[Years, str | None]:
    lines = own_lines(page)
    found = [
        y for y in (editions.from_title(line, rule) for line in lines) if y != editions.NOTHING
    ]
    if found:
        best = next((y for y in found if y.edition), found[0])
        covered = next((y.covered for y in found if y.covered), None)
        published = best.published or _copyright(page)
        return Years(best.edition, published, best.covered or covered), "text"
    title = title_of(page)
    trailing = editions.from_trailing_year(title.words, rule) if title else editions.NOTHING
    return (trailing, "text") if trailing.covered else (editions.NOTHING, None)


def _copyright(page: Page) -> int | None:
    """The year in the report's own source line; a site's footer tells when it was saved."""
    lines = [line for line in own_lines(page) if line.lower().startswith("source")]
    return next(filter(None, map(editions.copyright_year, lines)), None)
