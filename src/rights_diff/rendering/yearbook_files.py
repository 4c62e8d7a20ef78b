"""A yearbook as files: one text and one JSON document for each country, all or none replaced."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from os import PathLike, fspath
from pathlib import Path
from typing import TYPE_CHECKING

from rights_diff.errors import RenderError

if TYPE_CHECKING:
    from rights_diff.model import Report, Yearbook

__all__ = ["write_yearbook"]

_LONGEST_NAME = 100  # characters; file systems take 255 bytes, paths are often limited to 260


def write_yearbook(
    yearbook: Yearbook, folder: str | PathLike[str], *, force: bool = False
) -> list[Path]:
    """Write the text and the JSON of each report to a folder, which is made if need be.

    Args:
        yearbook: from `load_all`.
        folder: where the files go; they are named by organization, edition and country.
        force: replace files that are there; without it nothing is written if one is.
    Returns:
        the files, in the yearbook's order.
    Raises:
        RenderError: a file is there already, or one cannot be written; then none is, and what
            stood in the folder stays as it was.
    """
    from rights_diff.rendering.output import write_together
    from rights_diff.rendering.saving import refuse_overwriting

    target = Path(fspath(folder))
    names = _names(yearbook)
    paths = [target / f"{name}{suffix}" for name in names for suffix in (".txt", ".json")]
    _check(target, paths, force=force)
    read = {report.metadata.source.path or "" for report in yearbook.reports}
    for path in paths:
        refuse_overwriting(path, read)
    write_together(zip(paths, _contents(yearbook), strict=True))
    return paths


def _contents(yearbook: Yearbook) -> Iterator[str]:
    for report in yearbook.reports:
        yield report.text.rstrip() + "\n"
        yield report.to_json()


def _check(folder: Path, paths: list[Path], *, force: bool) -> None:
    there = [path for path in paths if path.exists()]
    if there and not force:
        more = f" and {len(there) - 1} more" if len(there) > 1 else ""
        raise RenderError(f"is there already{more}; give --force to replace", file=str(there[0]))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RenderError(f"cannot be made: {reason}", file=str(folder)) from error


def _names(yearbook: Yearbook) -> list[str]:
    """A name for each report that no other has, also where case does not count."""
    names: list[str] = []
    for report in yearbook.reports:
        name = plain = _name(report)
        n = 1
        while name in names:
            n += 1
            name = f"{plain}-{n}"
        names.append(name)
    return names


def _name(report: Report) -> str:
    """Organization, edition and country, as a reader of file names understands them."""
    m = report.metadata
    title = m.title or m.country or "report"
    parts = (m.organization_family, m.edition, title)
    return "-".join(filter(None, map(_slug, filter(None, parts))))[:_LONGEST_NAME] or "report"


def _slug(words: str) -> str:
    """Small letters without accents, digits and hyphens.

    >>> _slug("Côte d’Ivoire")
    'cote-divoire'
    """
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = re.sub("['’‘ʼ]|[\u0300-\u036f]", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
