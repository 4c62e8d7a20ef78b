"""What a caller passes, looked at before any work begins.

A slip gets one line that says what is wanted, instead of an error from deep inside, or of a result
that nobody asked for: a text is a sequence of letters, and a path could be taken for many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import index
from os import PathLike
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rights_diff.model import Report
    from rights_diff.reading.claims import Claims

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "calendar_year",
    "check_path",
    "check_text",
    "claims_of_arguments",
    "many_reports",
    "named_kinds",
    "one_report",
    "sources_of",
]

# Reports on human rights begin with the Universal Declaration (1948); older ones are history.
FIRST_YEAR, LAST_YEAR = 1900, 2099


def calendar_year(year: Any, name: str = "year") -> int:
    """A year as a number.

    Raises:
        TypeError: no whole number. ValueError: not one of a calendar.

    >>> calendar_year(2018)
    2018
    >>> calendar_year(18)
    Traceback (most recent call last):
    ValueError: year is a calendar year such as 2018, not 18
    """
    try:
        number = index(year)
    except TypeError:
        raise TypeError(f"{name} is a year as a number, such as 2018, not {_shown(year)}") from None
    if not FIRST_YEAR <= number <= LAST_YEAR:
        raise ValueError(f"{name} is a calendar year such as 2018, not {number}")
    return number


def claims_of_arguments(
    *,
    organization: str | None = None,
    country: str | None = None,
    edition: str | None = None,
    published_year: int | None = None,
    covered_years: Iterable[int] | None = None,
) -> Claims:
    """What a caller says of a report; blank texts say nothing.

    Raises:
        TypeError: no text where one is wanted, no number for a year. ValueError: no calendar year.
    """
    from rights_diff.reading.claims import Claims

    return Claims(
        organization=_line(organization, "organization"),
        country=_line(country, "country"),
        edition=_line(edition, "edition"),
        published_year=(
            None if published_year is None else calendar_year(published_year, "published_year")
        ),
        covered_years=None if covered_years is None else _years(covered_years),
    )


def _line(words: Any, name: str) -> str | None:
    if words is None:
        return None
    check_text(words, f"{name} is a text")
    return " ".join(words.split()) or None


def _years(years: Any) -> tuple[int, ...]:
    if isinstance(years, str) or not isinstance(years, Iterable):
        raise TypeError(f"covered_years is a list of years such as [2018], not {_shown(years)}")
    return tuple(calendar_year(year, "a covered year") for year in years)


def check_text(text: Any, wanted: str) -> None:
    """Raise `TypeError` where something else than a text is passed.

    Args:
        wanted: what should be passed, as the first words of the message.
    """
    if not isinstance(text, str):
        raise TypeError(f"{wanted}, not {_shown(text)}")


def check_path(path: Any, wanted: str) -> None:
    """Raise `TypeError` where something else than a path is passed: bytes, or an open file."""
    if not isinstance(path, str | PathLike):
        raise TypeError(f"{wanted}, not {_shown(path)}")


def one_report(report: Any) -> None:
    """Raise `TypeError` where something else than a report is passed: mostly a path."""
    from rights_diff.model import Report

    if not isinstance(report, Report):
        raise TypeError(f"a report is wanted, not {_shown(report)}; rd.load(path) reads one")


def many_reports(reports: Any) -> tuple[Report, ...]:
    """The reports, from whatever gives them one by one.

    Raises:
        TypeError: one report alone, or something that is no report among them.
    """
    from rights_diff.model import Report

    if isinstance(reports, str | Report) or not isinstance(reports, Iterable):
        raise TypeError(f"a list of reports is wanted, not {_shown(reports)}")
    every = tuple(reports)
    for report in every:
        one_report(report)
    return every


def sources_of(sources: Any) -> Sequence[str | PathLike[str]]:
    """Files and folders; one alone stands for a list of one.

    >>> sources_of("reports"), sources_of(["2011", "2013"])
    (('reports',), ('2011', '2013'))
    """
    if isinstance(sources, str | PathLike):
        return (sources,)
    if not isinstance(sources, Iterable):
        raise TypeError(f"files and folders are wanted, not {_shown(sources)}")
    every = tuple(sources)
    for source in every:
        check_path(source, "a file or a folder is wanted")
    return every


def named_kinds(kinds: Any) -> Sequence[str]:
    """Names of kinds; one alone stands for a list of one.

    >>> named_kinds("csv"), named_kinds(["csv", "sqlite"])
    (('csv',), ('csv', 'sqlite'))
    """
    return (kinds,) if isinstance(kinds, str) else tuple(kinds)


def _shown(value: object) -> str:
    return f"{value!r:.60}"
