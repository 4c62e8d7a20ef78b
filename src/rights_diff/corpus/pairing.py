"""Which reports of a corpus are compared with which, and why some are compared with none.

Reports on one country by one organization make a chain by covered year; each is compared with
the one before it. Nothing is guessed: where two reports stand for one year, or one names no year,
they are listed with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby, pairwise

from rights_diff.corpus.finding import NAMED
from rights_diff.corpus.naming import slug, unique
from rights_diff.model import ComparisonKind
from rights_diff.model.corpus import Alone, CorpusPair, CorpusReport

__all__ = ["Located", "Paired", "pair_up"]

_UNDATED = 9999
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Located:
    """A report, and which of the user's folders led to it (`NAMED`: none)."""

    report: CorpusReport
    source: int


@dataclass(frozen=True, slots=True)
class Paired:
    """Pairs, all reports, and those in no pair."""

    pairs: tuple[CorpusPair, ...]
    reports: tuple[CorpusReport, ...]
    alone: tuple[Alone, ...]
    notes: tuple[str, ...]


def pair_up(found: Iterable[Located], *, across: bool = False) -> Paired:
    """The pairs of a corpus; the order in which reports are given does not matter.

    Args:
        found: reports without ids.
        across: also pair reports of different organizations on one country and covered year.
    Returns:
        pairs and reports by country, then by year. One rule looks at the order of the sources:
        where reports name no year and each came from a folder of its own, the folders are taken
        from old to new, and a note says so.
    """
    located = _identified(sorted(found, key=_order))
    chains = [_chain(group) for group in _groups(located)]
    pairs = [p for chain in chains for p in _consecutive(chain.reports)]
    if across:
        pairs += _across([r for chain in chains for r in chain.reports if r.year is not None])
    pairs.sort(key=_pair_order)
    ids = unique(map(_pair_id, pairs))
    named = tuple(replace(p, id=i) for p, i in zip(pairs, ids, strict=True))
    taken = {r.id for p in named for r in (p.old, p.new)}
    reports = [item.report for item in located]
    alone = [a for chain in chains for a in (*chain.alone, *_lonely(chain, reports))]
    return Paired(
        pairs=named,
        reports=tuple(item.report for item in located),
        alone=tuple(a for a in alone if a.report.id not in taken),
        notes=tuple(chain.note for chain in chains if chain.note),
    )


# ---------------------------------------------------------------- order and names


def _order(item: Located) -> tuple[str, str, int, str, str, str, str]:
    r = item.report
    return (*_group_of(item), _year(r), r.edition or "", r.file, r.chapter or "", r.sha256)


def _group_of(item: Located) -> tuple[str, str]:
    """Country and organization; a country by its usual name, which is one for all spellings."""
    return _country(item.report), (item.report.organization or "").casefold()


def _when(report: CorpusReport) -> int | None:
    """The year by which a chain is put in order.

    Of an organization whose numbering nobody knows, the year in the edition's name says at least
    which of its reports came first.
    """
    named = _YEAR.search(report.edition or "")
    return report.year if report.year is not None or named is None else int(named[0])


def _year(report: CorpusReport) -> int:
    year = _when(report)
    return _UNDATED if year is None else year


def _identified(located: Sequence[Located]) -> list[Located]:
    names = (
        slug(f"{r.edition_name} {r.country or r.chapter or ''}")
        for r in (item.report for item in located)
    )
    return [
        replace(item, report=replace(item.report, id=i))
        for item, i in zip(located, unique(names), strict=True)
    ]


def _pair_id(pair: CorpusPair) -> str:
    return "--".join(map(slug, (pair.country, pair.old.edition_name, pair.new.edition_name)))


def _pair_order(pair: CorpusPair) -> tuple[str, int, int, str, str]:
    old, new = pair.old, pair.new
    return pair.country.casefold(), _year(old), _year(new), old.id, new.id


# ---------------------------------------------------------------- chains


@dataclass(frozen=True, slots=True)
class _Chain:
    """One organization's reports on one country from old to new, and what is not among them."""

    reports: tuple[CorpusReport, ...]
    alone: tuple[Alone, ...] = ()
    note: str = ""


def _groups(located: Sequence[Located]) -> Iterator[list[Located]]:
    for _, group in groupby(located, key=_group_of):
        yield list(group)


def _chain(group: Sequence[Located]) -> _Chain:
    """What of a group can be put in order."""
    reports = [item.report for item in group]
    if not reports[0].country:
        reason = "no country is told; a manifest can name it"
        return _Chain((), tuple(Alone(report=r, reason=reason) for r in reports))
    if any(_when(r) is None for r in reports) and (ordered := _by_folder(group)):
        told = f"{reports[0].country}: not all years are told; ordered as the folders were given"
        return _Chain(ordered, note=told)
    undated = tuple(_undated(r) for r in reports if _when(r) is None)
    chosen, left = _one_a_year([r for r in reports if _when(r) is not None])
    return _Chain(tuple(chosen), (*undated, *left))


def _by_folder(group: Sequence[Located]) -> tuple[CorpusReport, ...]:
    """The reports in the order of their folders, where that is one and no year is against it."""
    ranked = sorted(group, key=lambda item: item.source)
    folders = [item.source for item in ranked]
    years = [year for item in ranked if (year := _when(item.report)) is not None]
    ordered = NAMED not in folders and len(set(folders)) == len(folders) > 1
    return tuple(i.report for i in ranked) if ordered and years == sorted(set(years)) else ()


def _undated(report: CorpusReport) -> Alone:
    return Alone(report=report, reason="no year is told; a manifest can name the edition")


def _one_a_year(reports: Sequence[CorpusReport]) -> tuple[list[CorpusReport], list[Alone]]:
    """Years with one report, and the reports of years with several."""
    chosen: list[CorpusReport] = []
    left: list[Alone] = []
    for _, same in groupby(reports, key=_year):
        first, *others = list(same)
        if len({first.sha256, *(r.sha256 for r in others)}) == 1:
            chosen.append(first)
            left += [Alone(report=r, reason=f"the same text as {_called(first)}") for r in others]
            continue
        for report in (first, *others):
            rivals = ", ".join(_called(r) for r in (first, *others) if r is not report)
            reason = f"{_who(report)} is also told by {rivals}; leave out one, or use a manifest"
            left.append(Alone(report=report, reason=reason))
    return chosen, left


def _called(report: CorpusReport) -> str:
    return f"{report.file} ({report.chapter})" if report.chapter else report.file


def _who(report: CorpusReport) -> str:
    return f"{report.edition_name} on {report.country}"


def _lonely(chain: _Chain, every: Sequence[CorpusReport]) -> Iterator[Alone]:
    """Why each report of a chain has no partner, if it has none."""
    for report in chain.reports:
        by = f" by {report.organization}" if report.organization else ""
        without = "" if by else " without an organization"
        reason = f"no other report{by} on {report.country}{without} is given"
        others = [a.report for a in chain.alone if a.report.sha256 != report.sha256]
        if others:
            reason = f"of the other reports{by} on {report.country} {_unordered(others)}"
        yield Alone(report=report, reason=f"{reason}{_unnamed(report, every)}")


def _unordered(others: Sequence[CorpusReport]) -> str:
    """What is wrong with the reports of a country that could not be put in order."""
    told = [f"{_called(r)} names no year" for r in others if _when(r) is None]
    dated = [r for r in others if _when(r) is not None]
    for _, same in groupby(dated, key=_year):
        told.append(f"{' and '.join(map(_called, same))} tell one year")
    return ", ".join(told)


def _unnamed(report: CorpusReport, every: Sequence[CorpusReport]) -> str:
    """A hint where reports on one country are kept apart because some name no organization."""
    same = [r for r in every if r.country and _country(r) == _country(report) and r is not report]
    if report.organization:
        nameless = [_called(r) for r in same if not r.organization]
        if not nameless:
            return ""
        return f"; {_some(nameless)} names no organization: a manifest can name it"
    named = sorted({r.organization for r in same if r.organization})
    return f"; others are by {', '.join(named)}: a manifest can name it" if named else ""


def _some(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} (and {len(names) - 1} more)"


def _country(report: CorpusReport) -> str:
    return (report.country or "").casefold()


# ---------------------------------------------------------------- pairs


def _consecutive(reports: Sequence[CorpusReport]) -> Iterator[CorpusPair]:
    for old, new in pairwise(reports):
        yield _pair(old, new, ComparisonKind.YEAR_OVER_YEAR)


def _across(reports: Sequence[CorpusReport]) -> Iterator[CorpusPair]:
    """Reports of two organizations on one country and year, in the order of their names."""
    for _, same in groupby(sorted(reports, key=_meeting), key=lambda r: _meeting(r)[:2]):
        for old, new in combinations(list(same), 2):
            if old.organization and new.organization:
                yield _pair(old, new, ComparisonKind.CROSS_ORGANIZATION)


def _meeting(report: CorpusReport) -> tuple[str, int, str, str]:
    organization = (report.organization or "").casefold()
    return _country(report), _year(report), organization, report.id


def _pair(old: CorpusReport, new: CorpusReport, kind: ComparisonKind) -> CorpusPair:
    return CorpusPair(id="", country=new.country or "", old=old, new=new, kind=kind)
