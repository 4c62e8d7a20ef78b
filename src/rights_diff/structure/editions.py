"""Editions and years: what titles, running heads, file names and folders tell of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from rights_diff.structure.organizations import organization_of_series

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_DOUBLE = re.compile(rf"\b({_YEAR})\s*[/–-]\s*((?:19|20)?\d\d)\b")
_SINGLE = re.compile(rf"(?<!\d)({_YEAR})(?!\d)")
_REPORT = re.compile(
    rf"\breports?\b[^\n.]{{0,40}}?\b({_YEAR})(?:\s*[/–-]\s*((?:19|20)?\d\d))?\b", re.I
)
_YEAR_REPORTS = re.compile(
    rf"\b({_YEAR})\s+(?:country\s+|annual\s+|human\s+rights\s+)?reports?\b", re.I
)
_EVENTS = re.compile(rf"\bevents\s+of\s+({_YEAR})\b", re.I)
_COPYRIGHT = re.compile(rf"©\s*[^\n©\d]{{0,60}}({_YEAR})", re.I)
_SLUG_DOUBLE = re.compile(rf"(?<!\d)({_YEAR})[-_/–]((?:19|20)?\d\d)(?![\d])")


class Years(NamedTuple):
    """What one source tells; anything may be None."""

    edition: str | None = None
    published: int | None = None
    covered: tuple[int, ...] | None = None


NOTHING = Years()


def from_title(text: str, rule: str) -> Years:
    """The years that a title or running head tells.

    Args:
        rule: how the organization numbers its editions: "previous", "same" or "unknown".

    >>> from_title("World Report 2014: Tuvalu", "previous")
    Years(edition='2014', published=2014, covered=(2013,))
    >>> from_title("Annual Report 2017/18", "previous")
    Years(edition='2017/18', published=2018, covered=(2017,))
    """
    report = _REPORT.search(text)
    double = _DOUBLE.search(text)
    if double and _is_next_year(double[1], double[2]):
        return of_double(double[1], double[2])
    events = _EVENTS.search(text)
    if report:
        years = of_edition(report[1], rule)
        return years._replace(covered=(int(events[1]),)) if events else years
    if events:
        return _of_events(int(events[1]), rule)
    year_reports = _YEAR_REPORTS.search(text) or _series_year(text)
    return of_edition(year_reports[1], rule) if year_reports else NOTHING


def _series_year(text: str) -> re.Match[str] | None:
    """The year beside the name of a yearbook that is not called a report."""
    return _SINGLE.search(text) if organization_of_series(text) else None


def from_trailing_year(text: str, rule: str) -> Years:
    """The covered year in titles such as "Tuvalu 2021": a country's name and one year.

    >>> from_trailing_year("Tuvalu 2021", "unknown")
    Years(edition=None, published=None, covered=(2021,))
    """
    found = _SINGLE.findall(text)
    if len(found) != 1:
        return NOTHING
    year = int(found[0])
    return Years(None, year + 1 if rule == "previous" else None, (year,))


def from_slug(slug: str, rule: str) -> Years:
    """The edition that a file or folder name tells.

    >>> from_slug("hrw-2019", "previous")
    Years(edition='2019', published=2019, covered=(2018,))
    """
    double = _SLUG_DOUBLE.search(slug)
    if double and _is_next_year(double[1], double[2]):
        return of_double(double[1], double[2])
    single = _SINGLE.search(slug)
    return of_edition(single[1], rule) if single else NOTHING


def of_double(first: str, second: str) -> Years:
    """A double year covers the first and is published in the second."""
    year = int(first)
    return Years(f"{first}/{second}", year + 1, (year,))


def of_edition(edition: str, rule: str) -> Years:
    """What an edition's name tells under a numbering rule."""
    double = _DOUBLE.fullmatch(edition.strip())
    if double and _is_next_year(double[1], double[2]):
        return of_double(double[1], double[2])
    single = _SINGLE.search(edition)
    if not single:
        return Years(edition)
    year = int(single[1])
    if rule == "previous":
        return Years(edition, year, (year - 1,))
    return Years(edition, None, (year,) if rule == "same" else None)


def _of_events(year: int, rule: str) -> Years:
    if rule == "previous":
        return Years(str(year + 1), year + 1, (year,))
    return Years(None, None, (year,))


def _is_next_year(first: str, second: str) -> bool:
    return (int(first) + 1) % 100 == int(second) % 100


def copyright_year(text: str) -> int | None:
    """The year of a copyright mark, such as a source line has, or None."""
    found = _COPYRIGHT.search(text)
    return int(found[1]) if found else None
