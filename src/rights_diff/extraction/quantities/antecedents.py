"""What is counted where the number stands alone: "six of them", "833 had joined", "all three"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rights_diff.extraction.grammar.nouns import is_pronoun, noun_after, plurals_before
from rights_diff.extraction.grammar.plurals import is_person
from rights_diff.extraction.grammar.tokens import Passage
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.model import Qualifier, QuantityKind

__all__ = ["ANTECEDENTS", "resolved"]

# Kinds of figures whose noun a later figure can lean on.
ANTECEDENTS = frozenset(
    {
        QuantityKind.COUNT,
        QuantityKind.RANGE,
        QuantityKind.VAGUE_COUNT,
        QuantityKind.VAGUE_MAGNITUDE,
    }
)
_RELATIVE = frozenset({"whom", "which", "these", "those"})
_ARTICLES = frozenset({"a", "an", "another"})
# So many tokens back the noun of "the sixth in its history" is looked for.
_REACH = 20
# So many figures back an antecedent is looked for.
_MENTIONS = 12


def resolved(p: Passage, m: Mention, before: Sequence[Mention], last_noun: str | None) -> Mention:
    """The mention with the noun it leaves out, named before it."""
    m = _converted(p, m, before)
    if not m.anaphoric:
        return m
    if m.kind is QuantityKind.ORDINAL:
        return replace(m, counted=_single_before(p, m.start))
    return replace(m, counted=_antecedent(p, m, before, last_noun))


def _antecedent(
    p: Passage, m: Mention, before: Sequence[Mention], last_noun: str | None
) -> str | None:
    plurals = plurals_before(p, m.start)
    person = next((noun for noun in plurals if is_person(noun)), None)
    counts = (e for e in reversed(before[-_MENTIONS:]) if e.kind in ANTECEDENTS)
    named = [e.counted for e in counts if e.counted]
    persons = [c for c in named if is_person(c)]
    if m.kind is QuantityKind.VAGUE_MAGNITUDE:  # of people, where nothing else is said
        return persons[0] if persons else person or "person"
    relative = p.low(m.stop - 1) in _RELATIVE and is_pronoun(p, m.stop - 1)
    if relative and m.kind is not QuantityKind.COUNT and plurals:  # "refugees, some of whom"
        return person if person and p.low(m.stop - 1) == "whom" else plurals[0]
    if relative and p.low(m.stop - 1) == "whom" and (persons or person):
        return persons[0] if persons else person
    if named:
        return named[0]
    if relative and plurals:
        return plurals[0]
    if last_noun and not person:
        return last_noun
    return person or (plurals[0] if plurals else None)


def _single_before(p: Passage, i: int) -> str | None:
    """The noun of the last "a …" before token `i`: "a nuclear test, the sixth of its kind"."""
    for j in range(i - 1, max(-1, i - _REACH), -1):
        if p.low(j) in _ARTICLES:
            return noun_after(p, j + 1, plural=False).text
    return None


def _converted(p: Passage, m: Mention, before: Sequence[Mention]) -> Mention:
    """An amount in brackets after another is a conversion: it takes over the hedge."""
    if m.kind is not QuantityKind.MONEY or p.low(m.start - 1) != "(" or not before:
        return m
    first = before[-1]
    adjacent = first.kind is QuantityKind.MONEY and first.stop == m.start - 1
    if adjacent and m.qualifier is Qualifier.EXACT and first.qualifier is Qualifier.ABOUT:
        return replace(m, qualifier=Qualifier.ABOUT)
    return m
