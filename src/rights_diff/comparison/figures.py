"""Whether two figures may measure the same thing, and how strongly their words say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from rights_diff.comparison.claims import Claim, Word, likeness, other_day, split_keys
from rights_diff.comparison.lexicon import pairs, table, word_set
from rights_diff.comparison.phrases import find
from rights_diff.comparison.relations import bounds, is_boundless, point
from rights_diff.comparison.stemming import stem
from rights_diff.model import Quantity, QuantityKind, Span

__all__ = ["Figure", "affinity", "comparable", "figures_of"]

_K = QuantityKind
# Kinds that can stand for one another ("thousands" against 6,965, "no deaths" against 3).
_FAMILIES = {
    **dict.fromkeys((_K.COUNT, _K.RANGE, _K.ZERO, _K.VAGUE_COUNT, _K.VAGUE_MAGNITUDE), "count"),
    **dict.fromkeys((_K.PERCENT, _K.FRACTION, _K.VAGUE_PROPORTION), "share"),
    **dict.fromkeys((_K.DURATION, _K.VAGUE_DURATION), "duration"),
    **dict.fromkeys((_K.TREND, _K.MULTIPLIER), "trend"),
}
# Families whose figures mostly belong to one person's case.
_OF_CASES = frozenset({"age", "duration", "sentence_length"})
# Words on either side of a figure that tell what it is about.
_BEFORE = 8
_AFTER = 14

# Weights of the evidence, set on labelled figure pairs of seven countries.
_SAME_NOUN = 2.0
_SAME_GENERIC_NOUN = 1.2
_NOUN_IN_CONTEXT = 0.8
_SAME_CLASS = 1.0
_UNKNOWN_NOUN = 0.5
_SAME_MODIFIER = 0.7
_SAME_VALUE = 1.2
_DISTINCTIVE_VALUE = 1.0
_SAME_AS_OF = 0.3
_SAME_OUTCOME = 0.5
_CONTEXT = 0.5
_MOST_CONTEXT = 5
_OTHER_NAMES = -1.5
_OTHER_MAGNITUDE = -1.5
_OTHER_CASE = -1.5
_OTHER_DAY = -1.5
# From this ratio on two figures hardly measure one thing a few years apart.
_MAGNITUDE = 100.0
# Below this share of common words two terms or ages are likely those of different cases.
_ALIKE = 0.3


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

    @property
    def core(self) -> str:
        """The number words alone, in lower case."""
        return self.quantity.core.of(self.claim.text).lower()

    @property
    def boundless(self) -> bool:
        """Whether the figure is vague and has no bounds ("some", "many")."""
        return is_boundless(self.quantity)

    @cached_property
    def _sentence(self) -> Span:
        core = self.quantity.core
        return next((s for s in self.claim.spans if s.contains(core)), Span(core.start, core.start))

    @property
    def sentence_text(self) -> str:
        """The sentence the figure stands in."""
        return self._sentence.of(self.claim.text)

    @property
    def sentence_start(self) -> int:
        """Where that sentence starts."""
        return self._sentence.start

    @cached_property
    def noun(self) -> str | None:
        """Stem of the head noun counted; None where that is merely the unit."""
        counted = (self.quantity.counted or "").split()
        if self.family in _OF_CASES:
            return None
        return stem(counted[-1].lower()) if counted else None

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Stems of the words before the head noun; those of a people's name say nothing."""
        counted = (self.quantity.counted or "").split()
        return frozenset(stem(w.lower()) for w in counted[:-1] if not w[0].isupper())

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
        """Stems of telling words, and years, near the figure; its own noun left out."""
        near = (w for w in self._near if not w.small)
        stems = {w.stem for w in near if not w.key[0].isdigit() or _is_year(w.key)}
        return frozenset(stems - self.modifiers - {self.noun})

    @cached_property
    def outcomes(self) -> frozenset[str]:
        """What befell those counted, as far as the words near the figure say."""
        if self.family != "count":
            return frozenset()
        hits = find("outcomes", self._near)
        core = self.quantity.core
        nearest = min(hits, key=lambda h: _distance(h.words[0].span, core), default=None)
        return frozenset() if nearest is None else frozenset(nearest.cells[:1])

    @cached_property
    def statutory(self) -> bool:
        """Whether a law sets the figure, as far as the words near it say."""
        return any(w.key in word_set("statute_words") for w in self._near) or any(
            w in word_set("statute_words") for w in split_keys(self.words)
        )

    @cached_property
    def _near(self) -> tuple[Word, ...]:
        words = self.claim.words
        core = self.quantity.core
        at = next((n for n, w in enumerate(words) if w.span.end > core.start), len(words))
        home = words[at].sentence if at < len(words) else -1
        near = words[max(0, at - _BEFORE) : at + _AFTER]
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


def _distance(word: Span, core: Span) -> tuple[int, int]:
    """Characters between a word and a figure; of two as near, the one before."""
    if word.start < core.start:
        return core.start - word.end, 0
    return word.start - core.end, 1


def _is_year(key: str) -> bool:
    return len(key) == 4 and key[:2] in ("19", "20")


def figures_of(claim: Claim) -> tuple[Figure, ...]:
    """The figures of a claim, in order."""
    return tuple(Figure(quantity=q, claim=claim, place=n) for n, q in enumerate(claim.quantities))


def comparable(old: Figure, new: Figure) -> bool:
    """Whether kinds and units allow one to stand for the other."""
    if old.boundless and new.boundless and old.core != new.core:
        return False  # "some" against "many": a matter of words, not of figures
    if old.family != new.family or old.family == "trend":
        return False
    if old.quantity.kind is QuantityKind.RANK:  # the unit of a rank is its baseline
        return bool(_superlatives(old) & _superlatives(new))
    return old.quantity.unit == new.quantity.unit


def _superlatives(figure: Figure) -> frozenset[str]:
    """Words of a rank that say which end it is about (`lowest`, `most`, `only`)."""
    return frozenset(
        w for w in figure.words.lower().split() if w.endswith("est") or w in _RANK_WORDS
    )


# Stem of "people", which says little of who is counted.
_GENERIC = stem("people")
_RANK_WORDS = frozenset({"best", "first", "last", "least", "most", "only", "worst"})


def affinity(old: Figure, new: Figure) -> float:
    """How much speaks for one thing measured twice; 0 where something speaks against it.

    Symmetric. The value itself speaks for a link only a little: equal numbers of different
    things are the commonest false friends.
    """
    if not comparable(old, new):
        return 0.0
    noun = _noun_evidence(old, new)
    if noun is None or _other_outcome(old, new):
        return 0.0
    return noun + _value_evidence(old, new) + _context_evidence(old, new) + _against(old, new)


def _other_outcome(old: Figure, new: Figure) -> bool:
    """Whether different things befell those counted (killed, injured, released)."""
    return bool(old.outcomes and new.outcomes and not old.outcomes & new.outcomes)


def _against(old: Figure, new: Figure) -> float:
    """What speaks against a link without ruling it out; at most 0."""
    a, b = point(old.quantity), point(new.quantity)
    score = 0.0
    if a and b and max(a, b) / min(a, b) > _MAGNITUDE:
        score += _OTHER_MAGNITUDE
    names, others = old.claim.names, new.claim.names
    if len(names) > 1 and len(others) > 1 and not names & others:
        score += _OTHER_NAMES
    if other_day(old.claim, new.claim):
        score += _OTHER_DAY
    if old.family in _OF_CASES and likeness(old.claim, new.claim) < _ALIKE:
        score += 0.0 if old.statutory and new.statutory else _OTHER_CASE
    return score


def _noun_evidence(old: Figure, new: Figure) -> float | None:
    """Evidence from what is counted, None where two different things are."""
    if old.noun is None or new.noun is None:
        return _UNKNOWN_NOUN
    both = (old.modifiers & new.modifiers) | (old.modifiers & new.context)
    shared = len(both | (new.modifiers & old.context)) * _SAME_MODIFIER
    if old.noun == new.noun:
        return (_SAME_GENERIC_NOUN if old.noun == _GENERIC else _SAME_NOUN) + shared
    if _same_class(old.noun_class, new.noun_class):
        return _SAME_CLASS + shared
    if _told_as_event(old, new) or _told_as_event(new, old):
        return _NOUN_IN_CONTEXT + shared
    if old.noun in new.modifiers or new.noun in old.modifiers:
        return _UNKNOWN_NOUN
    return None


def _told_as_event(event: Figure, other: Figure) -> bool:
    """Whether one counts what befell people ("70 death sentences") and the other tells it."""
    return event.noun in _event_stems() and event.noun in other.context


@cache
def _event_stems() -> frozenset[str]:
    return frozenset(stem(w) for row in table("outcomes") for w in split_keys(row[0]))


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
    outcome = _SAME_OUTCOME if old.outcomes & new.outcomes else 0.0
    return outcome + _CONTEXT * min(shared, _MOST_CONTEXT)
