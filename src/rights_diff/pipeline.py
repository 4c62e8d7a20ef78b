"""The way through the house: read → structure → extract, and align → compare."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rights_diff.model import Comparison, Document, Report


def load(
    source: str | PathLike[str],
    *,
    organization: str | None = None,
    country: str | None = None,
    edition: str | None = None,
    published_year: int | None = None,
    covered_years: Sequence[int] | None = None,
) -> Report:
    """Read a report from a file and find its sections, sentences, figures and dates.

    Args:
        source: path of the file.
        organization, country, edition, published_year, covered_years: what you know of the
            report; an argument wins over the text, and the text over the file name.
    Returns:
        the report; all spans count in code points of `report.text`.
    Raises:
        ReadError: the file is missing, empty, binary or cannot be decoded.
    """
    from rights_diff.reading import read

    return _build(
        read(source),
        organization=organization,
        country=country,
        edition=edition,
        published_year=published_year,
        covered_years=covered_years,
    )


def parse(
    text: str,
    *,
    name: str | None = None,
    organization: str | None = None,
    country: str | None = None,
    edition: str | None = None,
    published_year: int | None = None,
    covered_years: Sequence[int] | None = None,
) -> Report:
    """Make a report of a text you already hold; otherwise like `load`.

    Args:
        text: the report.
        name: a file name it goes by, which may tell organization, country and edition.
    Raises:
        Empty: the text holds nothing but white space.
    """
    from rights_diff.reading import read_text

    return _build(
        read_text(text, name=name),
        organization=organization,
        country=country,
        edition=edition,
        published_year=published_year,
        covered_years=covered_years,
    )


def _build(
    document: Document,
    *,
    organization: str | None,
    country: str | None,
    edition: str | None,
    published_year: int | None,
    covered_years: Sequence[int] | None,
) -> Report:
    from rights_diff.extraction import extract
    from rights_diff.structure import structure

    return extract(
        structure(
            document,
            organization=organization,
            country=country,
            edition=edition,
            published_year=published_year,
            covered_years=None if covered_years is None else tuple(covered_years),
        )
    )


def compare(old: Report, new: Report, *, allow_mixed: bool = False) -> Comparison:
    """Say what changed from one report to another.

    Args:
        old, new: two reports on one country.
        allow_mixed: compare reports on different countries all the same.
    Returns:
        section links, a ledger in which each sentence of both reports stands in exactly one
        row, quantity links and a summary. Deterministic.
    Raises:
        CompareError: both reports name a country and it is not the same, unless `allow_mixed`.
    """
    from rights_diff.alignment import align
    from rights_diff.comparison import build

    return build(old, new, align(old, new), allow_mixed=allow_mixed)
