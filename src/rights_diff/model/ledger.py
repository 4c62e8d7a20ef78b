"""What a comparison is made of: section links, claims and rows, figures, and what counts them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rights_diff.model.review import Mark
from rights_diff.model.span import Span

# Scores of pairs are probabilities: below this a pair is as likely wrong as right.
SURE_FROM = 0.5
# Two organizations share subjects and words without making one claim. Of 16 pairs between 0.5 and
# this score, read in two pairs of reports without labels, 6 made one claim (of labelled ones 14 of
# 18): too few to call them claims that both make.
SURE_FROM_ACROSS = 0.85


class ComparisonKind(StrEnum):
    """How the two reports relate."""

    YEAR_OVER_YEAR = "year_over_year"
    CROSS_ORGANIZATION = "cross_organization"
    SAME_EDITION = "same_edition"


class SectionRelation(StrEnum):
    """How linked sections correspond."""

    SAME = "same"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    PARTIAL = "partial"


class Status(StrEnum):
    """What became of a claim. Across organizations dropped/added read "only in old/new"."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    REVISED = "revised"
    DROPPED = "dropped"
    ADDED = "added"


class Facet(StrEnum):
    """What is different (or agrees) inside a ledger row."""

    NUMBER_CHANGED = "number_changed"
    NUMBER_AGREES = "number_agrees"
    STRENGTHENED = "strengthened"
    SOFTENED = "softened"
    CONTRADICTED = "contradicted"
    STATUS_CHANGED = "status_changed"
    ATTRIBUTION_CHANGED = "attribution_changed"
    DATE_CHANGED = "date_changed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


class QuantityRelation(StrEnum):
    """How two figures that measure the same thing relate."""

    EQUAL = "equal"
    INCREASED = "increased"
    DECREASED = "decreased"
    WIDENED = "widened"
    NARROWED = "narrowed"
    OVERLAPS = "overlaps"
    REQUALIFIED = "requalified"
    INCOMPARABLE = "incomparable"


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLink:
    """Sections that correspond, many to many.

    Attributes:
        old, new: section ids; a section may be in several links or in none.
        score: 0–1.
        evidence: short reasons, strongest first.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    relation: SectionRelation
    score: float
    topics: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A near miss of a one-sided row: a sentence of the other report, "possibly the same claim"."""

    sentence: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RunnersUp:
    """What came second on either side of paired sentences.

    Attributes:
        old: the sentence of the old report that came nearest to what the pair has of the new
            one, outside the pair; its score may be the higher one where another pair has it.
        new: likewise, of the new report.
    """

    old: Candidate | None = None
    new: Candidate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPair:
    """Sentences that make the same claim, before anything is said of what changed.

    Attributes:
        old, new: sentence ids in document order, never empty.
        score: 0–1.
        exact: the same words, typography aside.
        reasons: what the pairing rests on, strongest first.
        settled: a reader decided so; the pair is kept as it stands.
        runner_up: what came second.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    score: float
    exact: bool = False
    reasons: tuple[str, ...] = ()
    settled: bool = False
    runner_up: RunnersUp = RunnersUp()


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What the alignment room hands on.

    Attributes:
        pairs: each sentence in at most one pair.
        near: for unpaired sentences of either side, near misses, best first:
            `(side, sentence id, candidates)` with side "old" or "new".
    """

    section_links: tuple[SectionLink, ...] = ()
    pairs: tuple[ClaimPair, ...] = ()
    near: tuple[tuple[str, str, tuple[Candidate, ...]], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """The words that a facet rests on.

    Attributes:
        facet: what it supports.
        rule: short name of the rule.
        old, new: where the words stand in either text, or None.
        old_words, new_words: the words themselves, or None.
    """

    facet: Facet
    rule: str
    old: Span | None = None
    new: Span | None = None
    old_words: str | None = None
    new_words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One claim, or one that only one report makes.

    Every sentence of both reports stands in exactly one row. `review` holds what readers
    decided about it. `told_in` is of a claim that stands alone here, and in the other report
    within the row named: it is neither gone nor new, and counts as neither. A pair is unsure
    below `sure_from`, which is higher across organizations.
    """

    id: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    status: Status
    facets: tuple[Facet, ...] = ()
    score: float = 1.0
    signals: tuple[Signal, ...] = ()
    topics: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    reasons: tuple[str, ...] = ()
    review: tuple[Mark, ...] = ()
    runner_up: RunnersUp = RunnersUp()
    told_in: str | None = None
    sure_from: float = SURE_FROM

    @property
    def is_unsure(self) -> bool:
        """Whether the sentences are paired, but about as likely wrongly as rightly."""
        return bool(self.old and self.new) and self.score < self.sure_from

    def _repr_html_(self) -> str:
        from rights_diff.rendering.notebook import row_html

        return row_html(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityLink:
    """Two figures that measure the same thing (or a refusal: `incomparable` with its reason).

    Attributes:
        old, new: quantity ids.
        absolute: new minus old, None where it makes no sense.
        percent: relative change in per cent, None where it makes no sense.
        row: id of the ledger row both stand in, or None.
        note: such as `period` or `source`.
        review: what readers decided about it.
        unsure: so little speaks for one thing that it may well be another.
    """

    old: str
    new: str
    relation: QuantityRelation
    absolute: float | None = None
    percent: float | None = None
    row: str | None = None
    note: str | None = None
    review: tuple[Mark, ...] = ()
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """What became of one fact line; `status` as in the ledger."""

    label: str
    status: Status
    old_value: str | None = None
    new_value: str | None = None
    old_span: Span | None = None
    new_span: Span | None = None
    absolute: float | None = None
    percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteChange:
    """What became of one footnote; `status` as in the ledger."""

    status: Status
    old_marker: str | None = None
    new_marker: str | None = None
    old_span: Span | None = None
    new_span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicAttention:
    """What each report says on one topic: words and claims, raw and per thousand words of body.

    A sentence counts under each of its topics, and under that of its section; a claim under each
    of its topics. The topics of a report add up to more than its words.

    Attributes:
        old_claims, new_claims: claims under this topic in either report.
        dropped, added: how many of them only the old, or only the new report makes.
    """

    topic: str
    old_words: int
    new_words: int
    old_per_thousand: float
    new_per_thousand: float
    old_claims: int = 0
    new_claims: int = 0
    old_claims_per_thousand: float = 0.0
    new_claims_per_thousand: float = 0.0
    dropped: int = 0
    added: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts by status and facet, figures by relation, and attention per topic.

    Attributes:
        statuses: rows of the ledger by status.
        told_elsewhere: how many of them stand alone though the other report tells the claim too,
            in another row: none of these is to be told as no longer reported, or as new.
    """

    statuses: tuple[tuple[Status, int], ...] = ()
    told_elsewhere: tuple[tuple[Status, int], ...] = ()
    facets: tuple[tuple[Facet, int], ...] = ()
    quantities: tuple[tuple[QuantityRelation, int], ...] = ()
    topics: tuple[TopicAttention, ...] = ()
    old_words: int = 0
    new_words: int = 0
