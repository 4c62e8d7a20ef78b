"""The nouns of a claim followed from edition to edition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rights_diff.model.ledger import Facet


class ThreadStatus(StrEnum):
    """What became of a claim since the same organization's point before."""

    BORN = "born"
    JOINED = "joined"  # another organization says it as well, for the first time
    PERHAPS = "perhaps"  # another organization may say it as well: its words are no sure pair
    REPEATED = "repeated"  # word for word
    UPDATED = "updated"
    STRENGTHENED = "strengthened"
    SOFTENED = "softened"
    CONTRADICTED = "contradicted"
    DROPPED = "dropped"
    RETURNED = "returned"
    UNDATED = "undated"  # told in a report that says no year: neither before nor after others


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPoint:
    """A claim in one edition, and what became of it since that organization's point before.

    Attributes:
        sentences: ids of the sentences that make it; empty where it was `dropped`.
        facets: what else changed, as in the ledger; since the last time that the organization
            told it where it `returned`.
        score: how likely it makes one claim with the point it is tied to best, 0–1; None where
            it was `dropped`.
    """

    report: str
    sentences: tuple[str, ...]
    status: ThreadStatus
    facets: tuple[Facet, ...] = ()
    quote: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimJoin:
    """The likeliest words in which another organization tells the claim.

    Attributes:
        organization: the one that joins.
        report, sentence: its edition, and the id of the sentence there.
        other, other_sentence: the edition of an organization that already told it, and its words.
        score: how likely both make one claim, 0–1.
        sure: whether that, and the words in common, are enough to count it among those that tell
            the claim.
    """

    organization: str | None
    report: str
    sentence: str
    other: str
    other_sentence: str
    score: float
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimThread:
    """A claim followed from edition to edition, of one organization or of several.

    Attributes:
        label: its words in the newest edition where they can be read alone, shortened.
        organization: the one that told it first among the reports given.
        organizations: those that surely tell it, in the order in which they joined.
        points: by edition, undated ones last. An edition has a point where it tells the claim,
            and where its organization told it in the edition before and it does not, nor any
            other sentence that was paired with it.
        stale_since: first covered year of the run of word-for-word repeats that ends in an
            organization's newest edition, None where there is no such run.
        stale_by: the organization that repeats it.
        joins: for each other organization its likeliest words, sure ones and others.
    """

    id: str
    label: str
    organization: str | None
    topics: tuple[str, ...]
    points: tuple[ThreadPoint, ...]
    stale_since: int | None = None
    stale_by: str | None = None
    organizations: tuple[str | None, ...] = ()
    joins: tuple[ClaimJoin, ...] = ()

    @property
    def perhaps(self) -> tuple[str | None, ...]:
        """Organizations that may tell it too: their points are no sure pair with the others'."""
        return tuple(j.organization for j in self.joins if not j.sure)
