"""Many reports in one file: what its parts are called, and who publishes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rights_diff.errors import ReadError

if TYPE_CHECKING:
    from rights_diff.model import Document, LeftOver, Report, Yearbook
    from rights_diff.reading.claims import Claims
    from rights_diff.reading.yearbook import Part

# Characters; the longest country report met has 0.3 million, the shortest yearbook 0.9.
LONGEST_REPORT = 500_000
# Of a title's letters: "Israel and the Occupied Palestinian Territories" holds an "and" beside
# its names, "Abuses by armed groups in Tuvalu" is no name.
_NAMED = 0.6
_MANY = (
    "holds the reports of many countries; name one (country=, or --country), "
    "or divide it (rd.load_all, or rights-diff split)"
)


def names_country(title: str) -> bool:
    """Whether a title is the name of a country or of several.

    >>> names_country("MOROCCO/WESTERN SAHARA"), names_country("Elections in Tuvalu")
    (True, False)
    """
    from rights_diff.structure.countries import countries_in, country_called

    if country_called(title):
        return True
    return sum(n.end - n.start for n in countries_in(title)) >= _NAMED * len(title)


def report_on(
    document: Document, country: str | None, name: str
) -> tuple[Document, Claims | None, tuple[str, ...]]:
    """What to read of a file where one report is wanted: of a yearbook, the country's chapter.

    Args:
        country: whose report is wanted, if anybody said so.
        name: what messages call the file.
    Returns:
        the document or the chapter, what the book tells of its chapters, and a note where it is
        the whole book.
    Raises:
        ReadError: the book has no chapter on the country, and a book compares with nothing.
    """
    from rights_diff.reading.yearbook import chapter_document

    parts = divide(document) if len(document.text) >= LONGEST_REPORT else ()
    if not parts:
        return document, None, ()
    if country is None:
        return document, None, (f"{name}: {_MANY}",)
    found = _chapter_on(country, parts)
    if found is None:
        told = f"holds the reports of many countries, and no chapter is headed {country}"
        raise ReadError(told, file=name)
    _, volume = claims_of_volume(document, parts)
    return chapter_document(document, found), volume, ()


def _chapter_on(country: str, parts: Sequence[Part]) -> Part | None:
    """The chapter headed by the country alone, else the first that is headed by others too."""
    from rights_diff.structure.countries import countries_in, country_called

    wanted = country_called(country)
    chapters = [p for p in parts if p.is_chapter]
    for part in chapters:
        called = country_called(part.title)
        if called == wanted if wanted else part.title.casefold() == country.casefold():
            return part
    return next(
        (p for p in chapters if any(n.country == wanted for n in countries_in(p.title))), None
    )


def divide(document: Document) -> tuple[Part, ...]:
    """The parts of a yearbook; () where the document is none."""
    from rights_diff.reading.yearbook import parts_of

    return parts_of(document, names_country)


def claims_of_volume(document: Document, parts: Sequence[Part]) -> tuple[str | None, Claims]:
    """What the book is called, and what that tells of all its reports."""
    from rights_diff.reading.claims import Claims
    from rights_diff.reading.yearbook import volume_title
    from rights_diff.structure import editions
    from rights_diff.structure.organizations import organization_of_series, organizations_in

    def is_volume(line: str) -> bool:
        known = organization_of_series(line) or organizations_in(line)
        return bool(known) and editions.from_title(line, "unknown") != editions.NOTHING

    title = volume_title(document, parts, is_volume) if parts else None
    if title is None:
        return None, Claims()
    series = organization_of_series(title)
    organization = series or organizations_in(title)[0].organization
    years = editions.from_title(title, organization.years)
    claims = Claims(
        organization=organization.name,
        edition=years.edition,
        published_year=years.published,
        covered_years=years.covered,
    )
    return title, claims


def left_over(parts: Sequence[Part]) -> tuple[LeftOver, ...]:
    """The parts of a yearbook that are no country's chapter."""
    from rights_diff.model import LeftOver

    return tuple(
        LeftOver(title=" ".join(p.title.split()), pages=p.pages, characters=p.span.length)
        for p in parts
        if not p.is_chapter
    )


def yearbook_of(
    document: Document, parts: Sequence[Part], reports: Sequence[Report], title: str | None
) -> Yearbook:
    """The reports, with what was left over told."""
    from rights_diff.model import Yearbook

    name = document.source.path or "the text"
    warnings = document.warnings
    if not parts:
        warnings += (f"{name}: holds no chapters of several countries; read as one report",)
    return Yearbook(
        reports=tuple(reports), left_over=left_over(parts), title=title, warnings=warnings
    )
