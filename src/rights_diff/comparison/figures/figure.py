"""A figure with the words around it that tell what it measures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rights_diff.comparison.claims.claim import Claim, Word, split_keys
from rights_diff.comparison.claims.phrases import Hit, find
from rights_diff.comparison.figures.relations import is_boundless, point
from rights_diff.comparison.figures.surroundings import (
    change_of,
    is_definite,
    is_rate,
    is_torn,
    object_of,
)
from rights_diff.comparison.figures.ties import converted, is_some_of, whole_of
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.comparison.words.nouns import noun_classes
from rights_diff.comparison.words.stemming import stem
from rights_diff.model import Quantity, QuantityKind, Span

__all__ = ["OF_CASES", "Figure", "figures_of"]

_K = QuantityKind
# Kinds that can stand for one another ("thousands" against 6,965, "no deaths" against 3).
_FAMILIES = {
    **dict.fromkeys((_K.COUNT, _K.RANGE, _K.ZERO, _K.VAGUE_COUNT, _K.VAGUE_MAGNITUDE), "count"),
    **dict.fromkeys((_K.PERCENT, _K.FRACTION, _K.VAGUE_PROPORTION), "share"),
    **dict.fromkeys((_K.DURATION, _K.VAGUE_DURATION), "duration"),
    **dict.fromkeys((_K.TREND, _K.MULTIPLIER), "trend"),
}
# Families whose figures mostly belong to one person's case.
OF_CASES = frozenset({"age", "duration", "sentence_length"})
# Words on either side of a figure that tell what it is about.
_BEFORE = 8
_AFTER = 14

# Characters within which a participle belongs to a figure without "was" or "were".
_ADJACENT = 12
_AUXILIARIES = frozenset({"are", "be", "been", "is", "was", "were"})
# Words that open a phrase which has its auxiliary in it: "had closed".
_OPENING = _AUXILIARIES | {"had", "has", "have"}
_AND = re.compile(r"\b(?:and|but|while)\b")
# "One camp had closed, tens of thousands …": the comma ends the clause of the verb.
_CLAUSE_END = re.compile(r",(?: \w+){0,2} ?")
_CONJUNCTION = re.compile(r",| and | or ")
# Words that say how a figure is bounded, and nothing of what it counts.
_HEDGE_WORDS = frozenset(
    {"approximately", "around", "estimated", "least", "less", "more", "nearly", "only", "over"}
)
# Words after "released" among which its object is looked for.
_OBJECT_REACH = 4


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

    @cached_property
    def converted(self) -> Quantity | None:
        """The sum of which this is a conversion ("5,000 forints ($17)"), or None."""
        return converted(self.quantity, self.claim.quantities)

    @cached_property
    def is_sum(self) -> bool:
        """Whether money is told, if only in a currency that a conversion beside it shows."""
        among = self.claim.quantities
        return self.family == "money" or any(converted(q, among) is self.quantity for q in among)

    @cached_property
    def whole(self) -> Quantity | None:
        """The figure of which this is told to be a part, or None."""
        return whole_of(self.quantity, self.claim.quantities)

    @cached_property
    def is_part(self) -> bool:
        """Whether the figure is told to be a part, of a figure or of "the cases"."""
        return self.whole is not None or is_some_of(self.quantity, self.claim.text)

    @cached_property
    def has_parts(self) -> bool:
        """Whether another figure of the claim is told to be a part of this one."""
        among = self.claim.quantities
        return any(whole_of(q, among) is self.quantity for q in among)

    @cached_property
    def change(self) -> str:
        """`up` or `down` where the figure tells a change and no level ("a rise of 5"), else ""."""
        return change_of(self.quantity, self.claim)

    @cached_property
    def object(self) -> frozenset[str]:
        """Stems of telling words right after the figure: "against the navy", "from the north"."""
        return object_of(self.quantity, self.claim)

    @cached_property
    def definite(self) -> bool:
        """Whether the figure is of known ones: "the four officers"."""
        return is_definite(self.quantity, self.claim)

    @cached_property
    def rate(self) -> bool:
        """Whether the figure is told for each day, week or month, and not for the year."""
        return is_rate(self.quantity, self.claim)

    @cached_property
    def torn(self) -> bool:
        """Whether it is the end of a range whose beginning stands apart ("seven- to 15-years")."""
        return is_torn(self.quantity, self.claim)

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
    def heads(self) -> tuple[str, ...]:
        """Head nouns counted ("defenders and leaders" has two); none where it is the unit."""
        if self.family in OF_CASES or not self.quantity.counted:
            return ()
        parts = _CONJUNCTION.split(self.quantity.counted)
        return tuple(head for part in parts if (head := _head(part)))

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Stems of the head nouns."""
        return frozenset(stem(key) for head in self.heads for key in split_keys(head)[-1:])

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Stems of the words before the head noun; those of a people's name say nothing."""
        if self.family in OF_CASES:
            return frozenset()
        counted = (self.quantity.counted or "").split()
        small = word_set("small_words")
        words = {stem(w) for w in counted if not w[0].isupper() and w not in small}
        return frozenset(words - self.nouns)

    @cached_property
    def classes(self) -> frozenset[str]:
        """What sorts of thing are counted (`person`, `death` …), where the lexicon knows.

        A capitalised plural that no list knows ("North Koreans") is a people.
        """
        known = noun_classes()
        found = (
            known.get(stem(h.lower())) or ("person" if h[0].isupper() else "") for h in self.heads
        )
        return frozenset(c for c in found if c)

    @cached_property
    def context(self) -> frozenset[str]:
        """Stems of telling words, and years, near the figure; its noun and hedges left out."""
        near = (w for w in self._near if not (w.small or w.key in _HEDGE_WORDS))
        stems = {w.stem for w in near if not w.key[0].isdigit() or _is_year(w.key)}
        return frozenset(stems - self.modifiers - self.nouns)

    @cached_property
    def outcomes(self) -> frozenset[str]:
        """What befell those counted, as far as the words near the figure say."""
        if self.family != "count":
            return frozenset()
        hits = [hit for hit in find("outcomes", self._near) if not self._of_papers(hit)]
        nearest = min(hits, key=self._reach_of, default=None)
        return frozenset() if nearest is None else frozenset(nearest.cells[:1])

    def _of_papers(self, hit: Hit) -> bool:
        """Whether a report or a statement was released, and nobody."""
        if hit.cells[:1] != ("released",):
            return False
        last = hit.words[-1].place
        after = self.claim.words[last + 1 : last + 1 + _OBJECT_REACH]
        return any(w.key in word_set("published_things") for w in after)

    def _reach_of(self, hit: Hit) -> tuple[bool, bool, int, int]:
        """Verbs that are said of the figure first, then the nearest; of two, the one before.

        One before an "and" is said of the figure before ("two were killed and six injured"), and
        so is one that a comma parts from the figure.
        """
        word, core = hit.words[0], self.quantity.core
        between = self.claim.text[hit.words[-1].span.end : core.start]
        elsewhere = bool(_AND.search(between) or _CLAUSE_END.fullmatch(between))
        distance, after = _distance(word.span, self.quantity.core)
        before = self.claim.words[word.place - 1].key if word.place else ""
        worn = before in _AUXILIARIES or word.key in _OPENING
        loose = not worn and distance > _ADJACENT
        return word.span.start < core.start and elsewhere, loose, distance, after

    @cached_property
    def statutory(self) -> bool:
        """Whether a law sets the figure, as far as the words near it say."""
        return any(w.key in word_set("statute_words") for w in self._near) or any(
            w in word_set("statute_words") for w in split_keys(self.words)
        )

    @cached_property
    def near_keys(self) -> frozenset[str]:
        """The words near the figure, in lower case."""
        return frozenset(w.key for w in self._near)

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


def _head(phrase: str) -> str:
    """The noun that tells what is counted: "prisoner" of "prisoner of conscience".

    Of a light noun the one after "of": "torture" of "case of torture".
    """
    first, _, rest = phrase.partition(" of ")
    head = first.split()[-1:]
    if rest and head and head[0] in word_set("light_heads"):
        return _head(rest)
    return head[0] if head else ""


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
