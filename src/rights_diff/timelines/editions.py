"""The reports of a timeline in the order of the years they cover, each with a short id."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from itertools import count

from rights_diff.model import Metadata, Report
from rights_diff.model.timeline import Edition
from rights_diff.structure.edition_names import edition_name

__all__ = ["editions_of", "gaps_in", "without_copies"]

_UNDATED = 9999
_LEAST_REPORTS = 2
# From this share of the shorter one's sentences on two texts are copies of one edition: two files
# of one chapter share nearly all, two chapters of one yearbook next to none.
_COPY = 0.5
# Fewer sentences in common are no sign of a copy, however short the texts.
_LEAST_SHARED = 5
_SPACE = re.compile(r"\s+")
_NO_LETTER = re.compile(r"[^a-z0-9]+")


def editions_of(reports: Sequence[Report]) -> tuple[Edition, ...]:
    """The reports by covered year, organization and edition, undated ones last.

    The order in which they were given does not matter.
    """
    ordered = sorted(reports, key=_order)
    names = [edition_name(r.metadata) for r in ordered]
    ids = _unique([_slug(name) for name in names])
    return tuple(
        Edition(id=i, name=name, year=_year(r.metadata), report=r)
        for i, name, r in zip(ids, names, ordered, strict=True)
    )


def without_copies(reports: Sequence[Report]) -> tuple[tuple[Report, ...], tuple[str, ...]]:
    """The reports with one copy of each edition, and a warning for each other copy.

    Of two files of one edition the longer text is kept; all are kept where fewer than two
    editions would be left.
    """
    ordered = sorted(reports, key=lambda r: (-len(r.text), _order(r)))
    kept: list[Report] = []
    warnings = []
    for report in ordered:
        first = next((k for k in kept if _are_copies(k, report)), None)
        if first is None:
            kept.append(report)
        else:
            warnings.append(_said_twice(first, report))
    if len(kept) < _LEAST_REPORTS:
        return tuple(reports), ()
    return tuple(kept), tuple(sorted(warnings))


def _are_copies(a: Report, b: Report) -> bool:
    """Whether two reports are one edition: of one body and one year, in nearly the same words."""
    m, n = a.metadata, b.metadata
    if m.organization is None or m.organization != n.organization or _year(m) != _year(n):
        return False
    left, right = _words_of(a), _words_of(b)
    shared = len(left & right)
    return shared >= max(_LEAST_SHARED, _COPY * min(len(left), len(right)))


def _words_of(report: Report) -> frozenset[str]:
    spans = (s.span.of(report.text) for s in report.sentences)
    return frozenset(_SPACE.sub(" ", words).strip().lower() for words in spans)


def _said_twice(kept: Report, copy: Report) -> str:
    files = (r.metadata.source.path for r in (kept, copy))
    first, second = (f or "a text without a file name" for f in files)
    name = edition_name(kept.metadata)
    return f"{name} was given twice: {first} is followed, {second} is left out"


def _order(report: Report) -> tuple[int, str, str, str, str]:
    m = report.metadata
    year = _year(report.metadata)
    text = hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest()
    return (
        _UNDATED if year is None else year,
        m.organization_family or m.organization or "",
        m.edition or "",
        m.source.path or "",
        text,
    )


def _year(m: Metadata) -> int | None:
    return m.covered_years[-1] if m.covered_years else m.published_year


def _slug(name: str) -> str:
    return _NO_LETTER.sub("-", name.lower()).strip("-") or "report"


def _unique(slugs: Sequence[str]) -> list[str]:
    """The slugs, numbered where several are the same; a number that another slug has is skipped.

    >>> _unique(["a", "a", "a-2"])
    ['a-1', 'a-3', 'a-2']
    """
    total = Counter(slugs)
    taken = {slug for slug in slugs if total[slug] == 1}
    found = []
    for slug in slugs:
        numbered = (f"{slug}-{n}" for n in count(1))
        found.append(slug if total[slug] == 1 else next(s for s in numbered if s not in taken))
        taken.add(found[-1])
    return found


def gaps_in(editions: Sequence[Edition]) -> tuple[tuple[str, int], ...]:
    """Covered years for which an organization's report is not among those given."""
    years: dict[str, set[int]] = {}
    for edition in editions:
        m = edition.report.metadata
        if edition.organization and (m.covered_years or m.published_year):
            have = years.setdefault(edition.organization, set())
            have.update(m.covered_years or (m.published_year or 0,))
    return tuple(
        (who, year)
        for who in sorted(years)
        for year in range(min(years[who]), max(years[who]) + 1)
        if year not in years[who]
    )
