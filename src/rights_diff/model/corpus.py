"""Many reports on many countries: what is compared with what, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from rights_diff.model.ledger import ComparisonKind, Facet, Status
from rights_diff.model.template_edits import TemplateEdit

if TYPE_CHECKING:
    import pandas as pd

_NO_STATUSES: Mapping[Status, int] = MappingProxyType({})
_NO_FACETS: Mapping[Facet, int] = MappingProxyType({})


class Stage(StrEnum):
    """Where in a run something failed."""

    READ = "read"
    COMPARE = "compare"
    WRITE = "write"


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusReport:
    """One report of a corpus.

    Attributes:
        id: short and unique, made of organization, edition and country ("amnesty-2013-cuba").
        file: as the user gave it, with forward slashes; of a chapter the yearbook's.
        chapter: the heading of its chapter in a yearbook, else None.
        pages: first and last page of that chapter as printed, or None.
        organization: the body that published it, by its family name.
        edition_name: as a reader calls it ("Amnesty 2013").
        sha256: of the file's bytes; of a chapter, of its text.
        words: of the whole text, as white space divides them.
    """

    id: str
    file: str
    chapter: str | None = None
    pages: tuple[str, str] | None = None
    country: str | None = None
    country_code: str | None = None
    organization: str | None = None
    edition: str | None = None
    edition_name: str = ""
    published_year: int | None = None
    covered_years: tuple[int, ...] = ()
    sha256: str
    words: int = 0

    @property
    def year(self) -> int | None:
        """Last covered year, else the year of publication, else None."""
        return self.covered_years[-1] if self.covered_years else self.published_year


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusPair:
    """Two reports on one country that are compared.

    Attributes:
        id: short and unique ("cuba--amnesty-2011--amnesty-2013"); names its page.
    """

    id: str
    country: str
    old: CorpusReport
    new: CorpusReport
    kind: ComparisonKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """A report that is compared with no other, and why."""

    report: CorpusReport
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What could not be done; the rest of the run went on.

    Attributes:
        what: id of the pair, or the file.
        error: name of the error's class.
        message: one line.
    """

    what: str
    stage: Stage
    error: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run compares: pairs by country and year, and what is in none.

    Attributes:
        reports: all that could be read, by country, organization and year.
        alone: reports without partner; a report of a pair is not among them.
        failures: files that could not be read.
        notes: sentences for the user, such as what was left out of a yearbook.
    """

    pairs: tuple[CorpusPair, ...] = ()
    reports: tuple[CorpusReport, ...] = ()
    alone: tuple[Alone, ...] = ()
    failures: tuple[Failure, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCount:
    """One topic in one pair: words of either report, and claims by what became of them.

    Attributes:
        old_per_thousand, new_per_thousand: words about it per 1,000 words of the report's body.
        changed: claims in both reports whose row is revised.
    """

    topic: str
    words_old: int
    words_new: int
    old_per_thousand: float = 0.0
    new_per_thousand: float = 0.0
    dropped: int = 0
    added: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """One line on what matters most, and the ledger row it is about ("" where there is none)."""

    text: str
    row: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRecord:
    """What an overview says of one pair; all else stands on its page and in the tables.

    Attributes:
        words_old, words_new: of the reports' bodies.
        statuses: rows of the ledger by status.
        told_elsewhere: those of them that stand alone though the other report tells the claim
            in another row; `dropped` and `added` leave them out.
        facets: rows by facet; those of unsure pairs are left out, as at the top of the page.
        figures_changed: figures whose number is another, pairs that may be wrong left out.
        figures_agreeing: sure lines of the page's table of figures.
        headlines: what matters most, weightiest first, as the page's first lines say it.
        page: its page, relative to the output folder, or None.
    """

    pair: CorpusPair
    words_old: int
    words_new: int
    statuses: Mapping[Status, int] = field(default_factory=lambda: _NO_STATUSES)
    told_elsewhere: Mapping[Status, int] = field(default_factory=lambda: _NO_STATUSES)
    facets: Mapping[Facet, int] = field(default_factory=lambda: _NO_FACETS)
    figures_changed: int = 0
    figures_agreeing: int = 0
    topics: tuple[TopicCount, ...] = ()
    headlines: tuple[Headline, ...] = ()
    warnings: tuple[str, ...] = ()
    page: str | None = None

    @property
    def rows(self) -> int:
        """Rows of the ledger."""
        return sum(self.statuses.values())

    @property
    def dropped(self) -> int:
        """Claims that only the old report makes."""
        return self._alone(Status.DROPPED)

    @property
    def added(self) -> int:
        """Claims that only the new report makes."""
        return self._alone(Status.ADDED)

    def _alone(self, status: Status) -> int:
        """Rows of that status without those that the other report tells elsewhere."""
        return self.statuses.get(status, 0) - self.told_elsewhere.get(status, 0)

    @property
    def softened(self) -> int:
        """Claims that are made less firmly."""
        return self.facets.get(Facet.SOFTENED, 0)

    @property
    def strengthened(self) -> int:
        """Claims that are made more firmly."""
        return self.facets.get(Facet.STRENGTHENED, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusResult:
    """What came of a run over a corpus.

    Iterating gives the records, in the order of the plan.

    Attributes:
        failures: of the plan and of the comparisons.
        output: the folder that was written, or None.
        reused: pairs that were kept from an earlier run.
        notes: sentences on this run alone, such as a kept result that was damaged.
    """

    plan: Plan
    records: tuple[PairRecord, ...] = ()
    failures: tuple[Failure, ...] = ()
    template_edits: tuple[TemplateEdit, ...] = ()
    output: Path | None = None
    reused: int = 0
    notes: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[PairRecord]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    def to_frame(self, table: str = "pairs") -> pd.DataFrame:
        """A table about the run as a pandas frame (extra `frames`).

        Args:
            table: `pairs` (a row a pair: counts, words), `reports`, `alone`, `failures`,
                `template_edits` or `template_places`. The tables of claims and figures are in
                the data set that a run writes.
        Raises:
            RenderError: pandas is not installed, or there is no such table.
        """
        from rights_diff.corpus.frames import run_frame

        return run_frame(self, table)

    def __repr__(self) -> str:
        return (
            f"<CorpusResult {len(self.records)} pairs, {len(self.plan.alone)} reports alone, "
            f"{len(self.failures)} failures>"
        )
