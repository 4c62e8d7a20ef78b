"""Whether two figures may measure the same thing, and how strongly their words say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from rights_diff.comparison.claims import Claim, Word
from rights_diff.comparison.lexicon import pairs
from rights_diff.comparison.relations import bounds, point
from rights_diff.comparison.stemming import stem
from rights_diff.model import Quantity, QuantityKind

__all__ = ["Figure", "affinity", "figures_of"]

_K = QuantityKind
# Kinds that can stand for one another ("thousands" against 6,965, "no deaths" against 3).
_FAMILIES = {
    **dict.fromkeys((_K.COUNT, _K.RANGE, _K.ZERO, _K.VAGUE_COUNT, _K.VAGUE_MAGNITUDE), "count"),
    **dict.fromkeys((_K.PERCENT, _K.FRACTION, _K.VAGUE_PROPORTION), "share"),
    **dict.fromkeys((_K.DURATION, _K.VAGUE_DURATION), "duration"),
    **dict.fromkeys((_K.TREND, _K.MULTIPLIER), "trend"),
}
# Words on either side of a figure that tell what it is about.
_WINDOW = 8

# Weights of the evidence, set on labelled figure pairs of seven countries.
_SAME_NOUN = 2.0
_SAME_CLASS = 1.0
_UNKNOWN_NOUN = 0.5
_SAME_MODIFIER = 0.7
_SAME_VALUE = 1.2
_DISTINCTIVE_VALUE = 1.0
_SAME_AS_OF = 0.3
_CONTEXT = 0.5
_MOST_CONTEXT = 5


@dataclass(frozen=True)
class Figure:
    """A quantity with the words around it."""

    quantity: Quantity
    claim: Claim
    place: int

    @cached_property
    def family(self) -> str:
        """Kinds of one family can be compared."""
        return _FAMILIES.get(self.quantity.kind, self.quantity.kind.value)

    @cached_property
    def words(self) -> str:
        """The figure as the text gives it."""
        return self.quantity.span.of(self.claim.text)

    @cached_property
    def sentence_text(self) -> str:
        """The sentence the figure stands in."""
        core = self.quantity.core
        return next((s.of(self.claim.text) for s in self.claim.spans if s.contains(core)), "")

    @cached_property
    def noun(self) -> str | None:
        """Stem of the head noun counted."""
        counted = (self.quantity.counted or "").split()
        return stem(counted[-1].lower()) if counted else None

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Stems of the words before the head noun."""
        counted = (self.quantity.counted or "").split()
        return frozenset(stem(w.lower()) for w in counted[:-1])

    @cached_property
    def noun_class(self) -> str | None:
        """What sort of thing is counted (`person`, `death` …), where the lexicon knows."""
        classes = _noun_classes()
        counted = (self.quantity.counted or "").split()
        found = classes.get(stem(counted[-1].lower())) if counted else None
        # "North Koreans": a capitalised plural that no list knows is a people.
        return found or ("person" if counted and counted[-1][0].isupper() else None)

    @cached_property
    def context(self) -> frozenset[str]:
        """Stems of the words that carry meaning near the figure, its own noun left out."""
        words = self._near
        skip = self.modifiers | {self.noun}
        return frozenset(w.stem for w in words if not w.small and not w.key[0].isdigit()) - skip

    @cached_property
    def _near(self) -> tuple[Word, ...]:
        words = self.claim.words
        core = self.quantity.core
        at = next((n for n, w in enumerate(words) if w.span.end > core.start), len(words))
        home = words[at].sentence if at < len(words) else -1
        near = words[max(0, at - _WINDOW) : at + _WINDOW + 4]
        return tuple(w for w in near if w.sentence == home and not w.span.overlaps(core))

    @cached_property
    def distinctive(self) -> bool:
        """Whether the number is unlikely to be met twice by chance (three digits, not round)."""
        value = point(self.quantity)
        if value is None or value < 100:
            return False
        digits = f"{value:.0f}".rstrip("0")
        return len(digits) >= 3


@cache
def _noun_classes() -> dict[str, str]:
    return {stem(noun): name for noun, name in pairs("noun_classes").items()}


def figures_of(claim: Claim) -> tuple[Figure, ...]:
    """The figures of a claim, in order."""
    return tuple(Figure(quantity=q, claim=claim, place=n) for n, q in enumerate(claim.quantities))


def comparable(old: Figure, new: Figure) -> bool:
    """Whether kinds and units allow one to stand for the other."""
    if old.family != new.family or old.family == "trend":
        return False
    if old.quantity.kind is QuantityKind.RANK and not _superlatives(old) & _superlatives(new):
        return False
    return old.quantity.unit == new.quantity.unit


def _superlatives(figure: Figure) -> frozenset[str]:
    """Words of a rank that say which end it is about (`lowest`, `most`, `only`)."""
    return frozenset(
        w for w in figure.words.lower().split() if w.endswith("est") or w in _RANK_WORDS
    )


_RANK_WORDS = frozenset({"best", "first", "last", "least", "most", "only", "worst"})


def affinity(old: Figure, new: Figure) -> float:
    """How much speaks for one thing measured twice; 0 where something speaks against it.

    Symmetric. The value itself speaks for a link only a little: equal numbers of different
    things are the commonest false friends.
    """
    if not comparable(old, new):
        return 0.0
    noun = _noun_evidence(old, new)
    if noun is None:
        return 0.0
    return noun + _value_evidence(old, new) + _context_evidence(old, new)


def _noun_evidence(old: Figure, new: Figure) -> float | None:
    """Evidence from what is counted, None where two different things are."""
    if old.noun is None or new.noun is None:
        return _UNKNOWN_NOUN
    shared = len(old.modifiers & new.modifiers) * _SAME_MODIFIER
    if old.noun == new.noun:
        return _SAME_NOUN + shared
    if _same_class(old.noun_class, new.noun_class):
        return _SAME_CLASS + shared
    if old.noun in new.modifiers or new.noun in old.modifiers:
        return _UNKNOWN_NOUN
    return None


def _same_class(a: str | None, b: str | None) -> bool:
    """Whether the classes are equal or one is the wider of the other (`person`, `person.held`)."""
    if a is None or b is None:
        return False
    return a == b or a.startswith(b + ".") or b.startswith(a + ".")


def _value_evidence(old: Figure, new: Figure) -> float:
    a, b = old.quantity, new.quantity
    score = _SAME_AS_OF if a.as_of is not None and a.as_of == b.as_of else 0.0
    if bounds(a) == bounds(b) or (point(a) is not None and point(a) == point(b)):
        score += _SAME_VALUE + (_DISTINCTIVE_VALUE if old.distinctive else 0.0)
    return score


def _context_evidence(old: Figure, new: Figure) -> float:
    shared = len(old.context & new.context)
    return _CONTEXT * min(shared, _MOST_CONTEXT)
