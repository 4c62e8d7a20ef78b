"""A corpus as its site orders it: countries as in an atlas, runs of the same two editions."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rights_diff.model.corpus import CorpusPair, CorpusResult, PairRecord
from rights_diff.model.ledger import ComparisonKind
from rights_diff.model.template_edits import EditPlace, TemplateEdit
from rights_diff.rendering.strings import text
from rights_diff.rendering.view.plain import shown_line, thousands
from rights_diff.rendering.view.site.counts import (
    Counts,
    counts_of,
    name_key,
    places_by_pair,
    template_counts,
)
from rights_diff.rendering.view.site.names import (
    common_folder,
    country_name,
    edition_words,
    short_name,
)
from rights_diff.rendering.view.site.records import Frame

__all__ = ["FILES", "PAGES", "RunKey", "Site", "common_folder", "is_across"]

PAGES = ("index", "topics", "edits", "alone", "failures")
FILES: Mapping[str, str] = {
    "index": "index.html",
    "topics": "topics.html",
    "edits": "template-edits.html",
    "alone": "alone.html",
    "failures": "failures.html",
}

# A run with fewer pairs than this share of the largest is not the one a reader wants first.
_LARGE = 0.25


@dataclass(frozen=True, slots=True)
class RunKey:
    """What the pairs of one run have in common."""

    across: bool
    old_organization: str
    old: str
    new_organization: str
    new: str


def is_across(pair: CorpusPair) -> bool:
    """Whether two organizations meet."""
    return pair.kind is ComparisonKind.CROSS_ORGANIZATION


class Site:
    """A corpus with its look-ups."""

    def __init__(self, result: CorpusResult) -> None:
        self.result = result
        self.records = tuple(sorted(result.records, key=_order))
        self.places: dict[str, tuple[EditPlace, ...]] = places_by_pair(result.template_edits)
        self.keys = {r.pair.id: _key(r.pair) for r in self.records}

    @cached_property
    def runs(self) -> dict[RunKey, str]:
        """Ids of the runs: of one organization first, in the order of their years."""
        told = sorted(
            self._years,
            key=lambda k: (
                k.across,
                name_key(k.old_organization),
                self._years[k],
                k.old,
                k.new,
                k.new_organization,
            ),
        )
        return {key: f"e{n}" for n, key in enumerate(told, 1)}

    @cached_property
    def _years(self) -> dict[RunKey, tuple[int, int]]:
        """The newer and the older year of each run."""
        years: dict[RunKey, tuple[int, int]] = {}
        for r in self.records:
            key, span = self.keys[r.pair.id], (r.pair.new.year or 0, r.pair.old.year or 0)
            years[key] = max(span, years.get(key, span))
        return years

    @cached_property
    def chosen(self) -> str:
        """The run that a reader wants first: the newest, if it is no stray pair; "" for all."""
        sizes = Counter(self.keys.values())
        most = max(sizes.values(), default=0)
        if most == 1 < len(self.runs):
            return ""  # one country through the years: a single step of it says little
        large = [key for key in self.runs if sizes[key] >= _LARGE * most]
        best = max(large, key=lambda k: (not k.across, self._years[k], sizes[k]), default=None)
        return self.runs[best] if best else ""

    def of_run(self, key: RunKey) -> tuple[PairRecord, ...]:
        """The pairs of a run, by country."""
        return self._by_run[key]

    def of_country(self, country: str) -> tuple[PairRecord, ...]:
        """The pairs of a country, by organization and year."""
        return self._by_country[country]

    @cached_property
    def _by_run(self) -> dict[RunKey, tuple[PairRecord, ...]]:
        found: defaultdict[RunKey, list[PairRecord]] = defaultdict(list)
        for record in self.records:
            found[self.keys[record.pair.id]].append(record)
        return {key: tuple(records) for key, records in found.items()}

    @cached_property
    def _by_country(self) -> dict[str, tuple[PairRecord, ...]]:
        found: defaultdict[str, list[PairRecord]] = defaultdict(list)
        for record in self.records:
            found[record.pair.country].append(record)
        return {country: tuple(records) for country, records in found.items()}

    def run(self, record: PairRecord) -> str:
        """The id of a pair's run."""
        return self.runs[self.keys[record.pair.id]]

    def label(self, key: RunKey) -> str:
        """A run as a reader calls it: "Amnesty 2011 → 2013"."""
        name = "run_across" if key.across else "run"
        return text(
            name,
            name="site",
            organization=short_name(key.old_organization),
            other=short_name(key.new_organization),
            old=key.old,
            new=key.new,
        )

    def spans(self) -> tuple[str, ...]:
        """Each organization from its oldest to its newest edition: "Amnesty 2006 → 2021/22"."""
        ends: dict[str, tuple[RunKey, RunKey]] = {}
        for key in self.runs:
            if not key.across:
                first, _ = ends.get(key.old_organization, (key, key))
                ends[key.old_organization] = (first, key)
        whole = (replace(last, old=first.old) for first, last in ends.values())
        return tuple(self.label(key) for key in whole)

    def counts(self, record: PairRecord) -> tuple[Counts, Counts]:
        """Without template edits, and with them."""
        every = counts_of(record)
        places = self.places.get(record.pair.id, ())
        return (every - template_counts(places) if places else every), every

    def slug(self, record: PairRecord) -> str:
        """The country's own anchor: what its pairs' names begin with."""
        return _slug(record.pair.id.partition("--")[0])

    def anchors(self) -> dict[str, str]:
        """For the first pair of each country its anchor."""
        first: dict[str, str] = {}
        taken: set[str] = set()
        for record in self.records:
            slug = self.slug(record)
            if slug not in taken:
                taken.add(slug)
                first[record.pair.id] = slug
        return first

    @cached_property
    def _folder(self) -> str:
        """What all absolute names of files begin with: a reader's disk is nobody's business."""
        plan = self.result.plan
        reports = (*plan.reports, *(a.report for a in plan.alone))
        return common_folder(r.file for r in reports)

    def told(self, line: str) -> str:
        """One line on files, their common folder left out."""
        return shown_line(line.replace(self._folder, "") if self._folder else line)

    def frame(self, here: str, headline: str) -> Frame:
        """What all pages have in common."""
        import rights_diff

        title = text(f"title_{here}", name="site")
        return Frame(
            version=rights_diff.__version__,
            here=FILES[here],
            title=title,
            headline=headline,
            tabs=tuple((FILES[p], text(f"tab_{p}", name="site"), self._size(p)) for p in PAGES),
        )

    def _size(self, page: str) -> str:
        sizes: dict[str, Sequence[object]] = {
            "edits": self.result.template_edits,
            "alone": self.result.plan.alone,
            "failures": self.result.failures,
        }
        return thousands(len(sizes[page])) if page in sizes else ""

    def edits_of(self, key: RunKey) -> tuple[TemplateEdit, ...]:
        """The template edits that were made between those two editions."""
        return tuple(
            e
            for e in self.result.template_edits
            if any(self.keys.get(p.pair) == key for p in e.places[:1])
        )


def _order(record: PairRecord) -> tuple[object, ...]:
    pair = record.pair
    return (
        name_key(country_name(pair.country)),
        is_across(pair),
        name_key(pair.old.organization or ""),
        pair.new.year or 0,
        pair.old.year or 0,
        pair.id,
    )


def _key(pair: CorpusPair) -> RunKey:
    return RunKey(
        across=is_across(pair),
        old_organization=pair.old.organization or "",
        old=edition_words(pair.old),
        new_organization=pair.new.organization or "",
        new=edition_words(pair.new),
    )


def _slug(part: str) -> str:
    """Letters, digits and dashes only, whatever the pair is called."""
    return re.sub(r"[^a-z0-9]+", "-", part.lower()).strip("-") or "country"
