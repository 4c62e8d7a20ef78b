"""How many labelled links were found, and how many were made that no label ties together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alignment_labels import Case

from rights_diff.alignment.grouping import Group
from rights_diff.alignment.links import keep_links
from rights_diff.alignment.matching import Pair


@dataclass(frozen=True, kw_only=True)
class Counts:
    """True links, false links, missed links."""

    hit: int = 0
    false: int = 0
    miss: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            hit=self.hit + other.hit, false=self.false + other.false, miss=self.miss + other.miss
        )

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there was nothing to find."""
        return self.f(1.0)

    def f(self, beta: float) -> float:
        """F score that weighs recall `beta` times as much as precision."""
        b = beta * beta
        whole = (1 + b) * self.hit + b * self.miss + self.false
        return (1 + b) * self.hit / whole if whole else 1.0

    def __str__(self) -> str:
        p = self.hit / max(1, self.hit + self.false)
        r = self.hit / max(1, self.hit + self.miss)
        return (
            f"P {p:.3f} R {r:.3f} F1 {self.f1:.3f} (tp {self.hit} fp {self.false} fn {self.miss})"
        )


def claim_labels(case: Case) -> set[Pair]:
    """Sentence pairs that some label ties together."""
    return {(i, j) for c in (*case.claims, *case.every) for i in c.old for j in c.new}


def count_claims(case: Case, groups: Sequence[Group], exact: set[Pair]) -> Counts:
    """Labelled claims found and missed, and links that no label ties together."""
    found = {(i, j) for g in groups for i in g.old for j in g.new}
    asked = [c for c in case.claims if not c.further]
    hit = sum(any((i, j) in found for i in c.old for j in c.new) for c in asked)
    good = claim_labels(case)
    false = 0
    for g in groups:
        if len(g.old) == len(g.new) == 1 and (g.old[0], g.new[0]) in exact:
            continue
        tied = sum((i, j) in good for i in g.old for j in g.new)
        false += max(0, len(g.old) + len(g.new) - 1 - tied)
    return Counts(hit=hit, false=false, miss=len(asked) - hit)


def count_sections(case: Case, linked: dict[Pair, float], floor: float) -> Counts:
    """Section links found, wrong and missed; weak labels count neither way."""
    said = {p for p in keep_links(linked, floor) if _has_text(case, p)}
    hit = len(said & case.links)
    return Counts(hit=hit, false=len(said - case.links - case.weak), miss=len(case.links) - hit)


def _has_text(case: Case, pair: Pair) -> bool:
    return all(
        r.sections[n].span.length > 0 for r, n in zip((case.old, case.new), pair, strict=True)
    )


def total(counts: Sequence[Counts]) -> Counts:
    """All counts together."""
    return sum(counts, Counts())


def balanced(counts: Sequence[Counts], beta: float = 1.0) -> float:
    """Half the pooled F, half the mean over cases with a few labels."""
    each = [c.f(beta) for c in counts if c.hit + c.miss >= 10]
    return (total(counts).f(beta) + sum(each) / max(1, len(each))) / 2


def figures(counts: Counts) -> dict[str, float]:
    """Counts and F1 as they are written to the file."""
    return {
        "hit": counts.hit,
        "false": counts.false,
        "missed": counts.miss,
        "f1": round(counts.f1, 3),
    }
