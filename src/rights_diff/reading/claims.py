"""What is said of a report from outside its text, and who is believed first."""

from __future__ import annotations

from os import PathLike, fspath
from typing import NamedTuple

from rights_diff.model import Document
from rights_diff.reading.manifest import Manifest, read_manifest


class Claims(NamedTuple):
    """What one source says of a report; None where it says nothing."""

    organization: str | None = None
    country: str | None = None
    edition: str | None = None
    published_year: int | None = None
    covered_years: tuple[int, ...] | None = None


class Assumed(NamedTuple):
    """The organization of a report that names none, and who said so.

    Attributes:
        by: `argument_of_the_run`, or `other_reports` where all others of a run are by it.
    """

    organization: str
    by: str

    def sources(self) -> dict[str, Claims]:
        """It as a source for `first_claims`."""
        return {self.by: Claims(organization=self.organization)}


def first_claims(**sources: Claims) -> tuple[Claims, dict[str, str]]:
    """Of each field the first source that tells it, and that source's name.

    >>> claims, told_by = first_claims(argument=Claims(country="Tuvalu"), manifest=Claims("HRW"))
    >>> claims.organization, claims.country, told_by["organization"]
    ('HRW', 'Tuvalu', 'manifest')
    """
    first: dict[str, object] = {}
    told_by: dict[str, str] = {}
    for name, claims in sources.items():
        for field, value in claims._asdict().items():
            if value is not None and field not in first:
                first[field] = value
                told_by[field] = name.replace("_", " ")
    return Claims(**first), told_by  # type: ignore[arg-type] # values of Claims go back to Claims


def claims_of_document(document: Document) -> Claims:
    """What the file's own front matter says."""
    told = document.told
    published = told.get("published_year", "").split()
    covered = told.get("covered_years", "").split()
    return Claims(
        organization=told.get("organization"),
        country=told.get("country"),
        edition=told.get("edition"),
        published_year=int(published[0]) if published else None,
        covered_years=tuple(map(int, covered)) or None,
    )


def claims_of_row(
    manifest: str | PathLike[str] | Manifest, source: str | PathLike[str]
) -> tuple[Claims, tuple[str, ...]]:
    """What the manifest says of a file, and a warning where it does not name the file.

    Raises:
        ReadError: the manifest cannot be read.
    """
    table = manifest if isinstance(manifest, Manifest) else read_manifest(manifest)
    row = table.row_for(source)
    if row is None:
        return Claims(), (f"{fspath(source)}: the manifest {table.path} does not name it",)
    return Claims(*(getattr(row, field) for field in Claims._fields)), ()
