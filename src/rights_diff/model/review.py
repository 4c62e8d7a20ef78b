"""The nouns of a review: what readers decided about a comparison. Immutable values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rights_diff.model.comparison import Comparison
    from rights_diff.model.ledger import LedgerRow, QuantityLink


class Verdict(StrEnum):
    """What a reader decided."""

    CONFIRM = "confirm"
    FORBID = "forbid"
    JOIN = "join"
    NOTE = "note"


class About(StrEnum):
    """What a decision is about: claims (sentences), or two figures."""

    CLAIM = "claim"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Words of a report, by which a place is found again: a W3C `TextQuoteSelector`.

    Attributes:
        exact: the words; white space and the kind of quotes and dashes do not matter.
        prefix, suffix: the words around them, given where the same words stand twice.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision: these claims (or figures) belong together, or do not, or need a note.

    Attributes:
        old, new: what it is about, in either report; empty only for a note on one side.
        by, when: who decided and on what day, as they say it.
        place: where in its file it stands ("line 4"); two decisions may differ in that alone
            and are equal.
    """

    verdict: Verdict
    old: tuple[Anchor, ...] = ()
    new: tuple[Anchor, ...] = ()
    about: About = About.CLAIM
    note: str = ""
    by: str = ""
    when: str = ""
    place: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Review:
    """Decisions of readers, in the order they were taken: a later one goes before an earlier.

    Sentences and figures are named by their words, so that a review outlives the run it was
    made from. Each method gives a new review with one decision more: of a `comparison`, on a
    `subject` that is a row of its ledger, the row's id, or a quantity link; `note`, `by` and `when`
    are free text that stands beside it.

    >>> import rights_diff as rd
    >>> old, new = rd.load(rd.samples.OLD), rd.load(rd.samples.NEW)
    >>> pair = next(row for row in rd.compare(old, new).ledger if row.old and row.new)
    >>> review = rd.Review().forbid(rd.compare(old, new), pair, note="another case")
    >>> parted = rd.compare(old, new, review=review)
    >>> sorted(row.status.value for row in parted.ledger if row.review)
    ['added', 'dropped']
    """

    decisions: tuple[Decision, ...] = ()

    @classmethod
    def load(cls, path: str | PathLike[str]) -> Review:
        """Read a review file: JSON lines, a JSON document, or TOML (docs/review.md).

        Returns:
            the review; whether its decisions apply is told by a comparison made with it.
        Raises:
            ReadError: the file is missing or broken; one line says where and why.
        """
        from rights_diff.review.reading import load_review

        return load_review(path)

    def save(self, path: str | PathLike[str]) -> None:
        """Write the review as JSON lines, one decision a line.

        Raises:
            RenderError: the file cannot be written.
        """
        from rights_diff.rendering.review_lines import save_review

        save_review(self, path)

    def confirm(
        self,
        comparison: Comparison,
        subject: str | LedgerRow | QuantityLink,
        *,
        note: str = "",
        by: str = "",
        when: str = "",
    ) -> Review:
        """The review, and that this pair of claims or figures is right."""
        return self._decide(Verdict.CONFIRM, comparison, subject, note=note, by=by, when=when)

    def forbid(
        self,
        comparison: Comparison,
        subject: str | LedgerRow | QuantityLink,
        *,
        note: str = "",
        by: str = "",
        when: str = "",
    ) -> Review:
        """The review, and that this is not one claim (or figure) but two."""
        return self._decide(Verdict.FORBID, comparison, subject, note=note, by=by, when=when)

    def annotate(
        self,
        comparison: Comparison,
        subject: str | LedgerRow | QuantityLink,
        note: str,
        *,
        by: str = "",
        when: str = "",
    ) -> Review:
        """The review, and a note on a row or a figure link."""
        return self._decide(Verdict.NOTE, comparison, subject, note=note, by=by, when=when)

    def join(
        self,
        comparison: Comparison,
        old: str | LedgerRow,
        new: str | LedgerRow,
        *,
        note: str = "",
        by: str = "",
        when: str = "",
    ) -> Review:
        """The review, and that the side `old` of one row and `new` of another are one claim.

        Raises:
            ValueError: a row has no such side.
        """
        from rights_diff.review.making import joined

        return self._with(joined(comparison, old, new), note=note, by=by, when=when)

    def _decide(
        self,
        verdict: Verdict,
        comparison: Comparison,
        subject: str | LedgerRow | QuantityLink,
        **said: str,
    ) -> Review:
        from rights_diff.review.making import decided

        return self._with(decided(verdict, comparison, subject), **said)

    def _with(self, made: Decision, *, note: str, by: str, when: str) -> Review:
        return Review((*self.decisions, replace(made, note=note, by=by, when=when)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What a reader decided about a row or a figure link.

    Attributes:
        apart_from: of a claim that was parted, the sentences of the other report that it was
            parted from.
    """

    verdict: Verdict
    note: str = ""
    by: str = ""
    when: str = ""
    apart_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplied:
    """A decision that does not apply to these reports, and why."""

    decision: Decision
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOutcome:
    """The review a comparison was made with, and what of it does not apply."""

    review: Review
    not_applied: tuple[NotApplied, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureDecisions:
    """Figures that readers tied together or parted: pairs of ids, old and new.

    Attributes:
        joined: those of `together` that take the place of the figures' other links.
    """

    together: tuple[tuple[str, str], ...] = ()
    joined: tuple[tuple[str, str], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
