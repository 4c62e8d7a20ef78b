"""Two sides of a row set against one another, the way all facet rules see them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from rights_diff.comparison.claims.claim import Claim, Word, likeness
from rights_diff.model import ComparisonKind, Facet, Signal, Span

__all__ = ["Contrast", "flip"]

_MIRROR = {
    Facet.STRENGTHENED: Facet.SOFTENED,
    Facet.SOFTENED: Facet.STRENGTHENED,
    Facet.SPLIT: Facet.MERGED,
    Facet.MERGED: Facet.SPLIT,
}


def flip(facet: Facet) -> Facet:
    """What a facet becomes when the reports are swapped."""
    return _MIRROR.get(facet, facet)


class Contrast:
    """An old and a new claim with what they share and what only one says."""

    def __init__(self, old: Claim, new: Claim, kind: ComparisonKind, *, score: float = 1.0) -> None:
        self.old = old
        self.new = new
        self.kind = kind
        self.score = score

    @property
    def one_to_one(self) -> bool:
        """Whether one sentence stands against one; in larger rows a word may lack a partner."""
        return len(self.old.spans) == len(self.new.spans) == 1

    @property
    def across(self) -> bool:
        """Whether two organizations speak: then nothing went on from one to the other."""
        return self.kind is ComparisonKind.CROSS_ORGANIZATION

    @cached_property
    def shared(self) -> frozenset[str]:
        """Stems of the words of meaning on both sides."""
        return self.old.content & self.new.content

    @cached_property
    def likeness(self) -> float:
        """Share of the words of meaning that both sides have in common, 0–1."""
        return likeness(self.old, self.new)

    @cached_property
    def old_only(self) -> tuple[Word, ...]:
        """Words that the old side uses more often than the new, by form."""
        return _surplus(self.old, self.new)

    @cached_property
    def new_only(self) -> tuple[Word, ...]:
        """Words that the new side uses more often than the old, by form."""
        return _surplus(self.new, self.old)

    def signal(
        self, facet: Facet, rule: str, old: Iterable[Word] = (), new: Iterable[Word] = ()
    ) -> Signal:
        """A signal that names the words it rests on."""
        a, b = cover(old), cover(new)
        return Signal(
            facet=facet,
            rule=rule,
            old=a,
            new=b,
            old_words=a.of(self.old.text) if a else None,
            new_words=b.of(self.new.text) if b else None,
        )


def cover(words: Iterable[Word]) -> Span | None:
    """The span from the first to the last of some words; None without words."""
    spans = [w.span for w in words]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else None


def _surplus(side: Claim, other: Claim) -> tuple[Word, ...]:
    spare = Counter(other.keys)
    found = []
    for word in side.words:
        if spare[word.key]:
            spare[word.key] -= 1
        else:
            found.append(word)
    return tuple(found)
