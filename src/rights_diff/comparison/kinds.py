"""How two reports relate, and whether they may be compared at all."""

from __future__ import annotations

from rights_diff.errors import CompareError
from rights_diff.model import ComparisonKind, Metadata

__all__ = ["check_country", "kind_of", "order_warnings"]


def kind_of(old: Metadata, new: Metadata) -> ComparisonKind:
    """Same edition, another year of the same organization, or another organization.

    Two captures of one edition agree in organization family and in edition; where one does not
    name it, in covered years, and in the year of publication as far as it is known; where
    neither has a date, in organization and title. Unknown organizations on both sides count as
    the same.
    """
    if _family(old) != _family(new):
        return ComparisonKind.CROSS_ORGANIZATION
    if _same_edition(old, new):
        return ComparisonKind.SAME_EDITION
    return ComparisonKind.YEAR_OVER_YEAR


def _family(metadata: Metadata) -> str | None:
    name = metadata.organization_family or metadata.organization
    return name.casefold() if name else None


def _same_edition(old: Metadata, new: Metadata) -> bool:
    if old.edition and new.edition:
        return old.edition == new.edition
    published = {old.published_year, new.published_year} - {None}
    if old.covered_years and new.covered_years:
        return old.covered_years == new.covered_years and len(published) <= 1
    if published or old.covered_years or new.covered_years or old.edition or new.edition:
        return False
    return bool(old.title) and (old.organization, old.title) == (new.organization, new.title)


def order_warnings(old: Metadata, new: Metadata) -> tuple[str, ...]:
    """What a reader should know of the order of the reports.

    That they are copies of one edition, that one is undated, or that the later one comes first.
    """
    kind = kind_of(old, new)
    if kind is ComparisonKind.CROSS_ORGANIZATION:
        return ()
    if kind is ComparisonKind.SAME_EDITION:
        return ("same edition, two captures: what differs was edited in between",)
    if bool(old.covered_years) != bool(new.covered_years):
        which = "second" if old.covered_years else "first"
        return (f"the {which} report does not say which year it covers: neither follows the other",)
    if old.covered_years and old.covered_years > new.covered_years:
        years = old.covered_years[-1], new.covered_years[-1]
        return (f"the first report covers {years[0]}, the second {years[1]}: later comes first",)
    return ()


def check_country(old: Metadata, new: Metadata, *, allow_mixed: bool) -> None:
    """Raise `CompareError` where both reports name a country and it is not the same."""
    if allow_mixed or not old.country or not new.country:
        return
    if old.country_code and new.country_code:
        same = old.country_code == new.country_code
    else:
        same = old.country.casefold() == new.country.casefold()
    if not same:
        raise CompareError(
            f"the reports are about different countries: {old.country} and {new.country}"
            " (--allow-mixed, or allow_mixed=True, compares them all the same)"
        )
