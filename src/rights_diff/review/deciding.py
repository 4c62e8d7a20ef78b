"""Which decisions apply to two reports: quotes found, later decisions before earlier ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from rights_diff.model import Report
from rights_diff.model.review import (
    About,
    Decision,
    FigureDecisions,
    NotApplied,
    Review,
    Verdict,
)
from rights_diff.review.anchoring import Found, Lookup

__all__ = ["Applying", "Decided", "decide"]

_SUPERSEDED = "a later decision says otherwise"


@dataclass(frozen=True, slots=True)
class Applying:
    """A decision whose quotes were found: ids of sentences, or of figures."""

    decision: Decision
    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def ties(self) -> bool:
        """Whether it says that the two sides belong together."""
        return self.decision.verdict in (Verdict.CONFIRM, Verdict.JOIN)

    @property
    def cells(self) -> frozenset[tuple[str, str]]:
        """Each id of the old side with each of the new."""
        return frozenset((a, b) for a in self.old for b in self.new)


@dataclass(frozen=True, slots=True)
class Decided:
    """What applies, free of contradictions, and what does not."""

    claims: tuple[Applying, ...] = ()
    links: tuple[Applying, ...] = ()
    not_applied: tuple[NotApplied, ...] = ()
    parted: frozenset[tuple[str, str]] = frozenset()  # figures of claims that were parted

    @property
    def figures(self) -> FigureDecisions:
        """What is decided about figures, for whoever links them."""
        tied = [a for a in self.links if a.ties]
        parted = [a for a in self.links if a.decision.verdict is Verdict.FORBID]
        joined = [a for a in tied if a.decision.verdict is Verdict.JOIN]
        together = tuple((a.old[0], a.new[0]) for a in tied)
        return FigureDecisions(
            together=together,
            joined=tuple((a.old[0], a.new[0]) for a in joined),
            apart=(self.parted - set(together)).union(*(a.cells for a in parted)),
        )


def decide(review: Review, old: Report, new: Report) -> Decided:
    """The decisions of a review that apply to two reports."""
    left, right = Lookup(old, "the old report"), Lookup(new, "the new report")
    refused: dict[int, str] = {}
    found: dict[About, list[tuple[int, Applying]]] = {about: [] for about in About}
    for n, decision in enumerate(review.decisions):
        applying, trouble = _resolved(decision, left, right)
        if applying is None:
            refused[n] = trouble
        else:
            found[decision.about].append((n, applying))
    claims = _standing(found[About.CLAIM], refused, _Claims())
    links = _standing(found[About.FIGURE], refused, _Links())
    not_applied = (
        NotApplied(decision=review.decisions[n], reason=refused[n]) for n in sorted(refused)
    )
    return Decided(
        claims=claims,
        links=links,
        not_applied=tuple(not_applied),
        parted=frozenset(_parted_figures(claims, old, new)),
    )


def _parted_figures(
    claims: Iterable[Applying], old: Report, new: Report
) -> Iterator[tuple[str, str]]:
    """Figures of claims that are not the same are not the same either."""
    for a in claims:
        if a.decision.verdict is Verdict.FORBID:
            left = [q.id for q in old.quantities if q.sentence in a.old]
            right = [q.id for q in new.quantities if q.sentence in a.new]
            yield from product(left, right)


def _resolved(decision: Decision, old: Lookup, new: Lookup) -> tuple[Applying | None, str]:
    is_figure = decision.about is About.FIGURE
    sides: list[tuple[str, ...]] = []
    for lookup, anchors in ((old, decision.old), (new, decision.new)):
        find = lookup.figures if is_figure else lookup.sentences
        found = [find(anchor) for anchor in anchors]
        trouble = next((f.trouble for f in found if f.trouble), "")
        if trouble:
            return None, trouble
        sides.append(_in_order(found, lookup))
    return Applying(decision, *sides), ""


def _in_order(found: Iterable[Found], lookup: Lookup) -> tuple[str, ...]:
    """The ids in document order, each once."""
    named = {i for f in found for i in f.ids}
    ids = [s.id for s in lookup.report.sentences] + [q.id for q in lookup.report.quantities]
    return tuple(i for i in ids if i in named)


@dataclass
class _Claims:
    """Decisions about claims that stand; a sentence is in at most one pair."""

    sides: set[tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=set)
    old: set[str] = field(default_factory=set)
    new: set[str] = field(default_factory=set)
    tied: set[tuple[str, str]] = field(default_factory=set)
    apart: set[tuple[str, str]] = field(default_factory=set)

    def contradicts(self, a: Applying) -> bool:
        """Whether a decision taken later says otherwise."""
        if not a.ties:
            return bool(a.cells & self.tied)
        is_same = (a.old, a.new) in self.sides
        taken = bool(self.old & set(a.old) or self.new & set(a.new))
        return bool(a.cells & self.apart) or (taken and not is_same)

    def add(self, a: Applying) -> None:
        """Let it stand."""
        if a.ties:
            self.sides.add((a.old, a.new))
            self.old |= set(a.old)
            self.new |= set(a.new)
            self.tied |= a.cells
        else:
            self.apart |= a.cells


@dataclass
class _Links:
    """Decisions about figures that stand; a figure may be confirmed in several links."""

    tied: set[tuple[str, str]] = field(default_factory=set)
    apart: set[tuple[str, str]] = field(default_factory=set)

    def contradicts(self, a: Applying) -> bool:
        """Whether a decision taken later says otherwise."""
        return bool(a.cells & (self.apart if a.ties else self.tied))

    def add(self, a: Applying) -> None:
        """Let it stand."""
        (self.tied if a.ties else self.apart).update(a.cells)


def _standing(
    found: list[tuple[int, Applying]], refused: dict[int, str], ledger: _Claims | _Links
) -> tuple[Applying, ...]:
    """Those that no later decision contradicts, in order; the others are refused."""
    standing: list[Applying] = []
    for n, applying in reversed(found):
        if applying.decision.verdict is Verdict.NOTE:
            standing.append(applying)
        elif ledger.contradicts(applying):
            refused[n] = _SUPERSEDED
        else:
            ledger.add(applying)
            standing.append(applying)
    return tuple(reversed(standing))
