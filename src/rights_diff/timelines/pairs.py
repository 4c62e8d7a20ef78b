"""Which reports of many are compared with which."""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.alignment import align
from rights_diff.comparison import build
from rights_diff.comparison.kinds import check_country
from rights_diff.errors import CompareError
from rights_diff.model import Comparison, Report
from rights_diff.model.timeline import Edition
from rights_diff.timelines.editions import editions_of

__all__ = ["check_reports", "compare_pairs", "pairs_of"]

_LEAST = 2


def check_reports(reports: Sequence[Report], what: str, *, allow_mixed: bool) -> None:
    """Refuse fewer than two reports, and reports on different countries.

    A report that names no country goes with any; those that do are all held against the first.
    """
    if len(reports) < _LEAST:
        raise CompareError(f"{what} takes at least two reports")
    told = [report.metadata for report in reports if report.metadata.country]
    for other in told[1:]:
        check_country(told[0], other, allow_mixed=allow_mixed)


def pairs_of(editions: Sequence[Edition]) -> list[tuple[Edition, Edition]]:
    """Each edition with the one before it, and with other organizations' on the same year.

    In the order of the newer one; undated editions are in no pair.
    """
    before: dict[str | None, Edition] = {}
    found = []
    for n, edition in enumerate(editions):
        if edition.year is None:
            continue
        if edition.organization in before:
            found.append((before[edition.organization], edition))
        found += [
            (other, edition)
            for other in editions[:n]
            if other.year == edition.year and other.organization != edition.organization
        ]
        before[edition.organization] = edition
    return found


def compare_pairs(reports: Sequence[Report], *, allow_mixed: bool = False) -> list[Comparison]:
    """The comparisons of those pairs."""
    check_reports(reports, "compare_many", allow_mixed=allow_mixed)
    return [
        build(a.report, b.report, align(a.report, b.report), allow_mixed=allow_mixed)
        for a, b in pairs_of(editions_of(reports))
    ]
