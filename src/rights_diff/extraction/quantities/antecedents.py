"""What is counted where the number stands alone: "six of them", "833 had joined", "all three"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rights_diff.extraction.grammar.lexicon import table, words
from rights_diff.extraction.grammar.noun_lookback import plurals_before
from rights_diff.extraction.grammar.nouns import is_pronoun, noun_after
from rights_diff.extraction.grammar.plurals import is_person, is_plural
from rights_diff.extraction.grammar.tokens import WORD, Passage
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.model import Qualifier, QuantityKind

__all__ = ["ANTECEDENTS", "floored", "resolved"]

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
# Between "the number of …" and its number, and between "were" and the noun it tells, so many.
_NUMBER_REACH, _PREDICATE = 24, 5
_LINKS = frozenset(
    {"at", "to", "was", "is", "from", "of", "exceeded", "reached", "totaled", "totalled", "than",
     "numbered", "by"}
)  # fmt: skip
_RANGING = frozenset({"range", "ranged", "ranging", "varied"})
# Hedges of estimates: "some put the total as low as 40, others as high as 60".
_EXTREMES = frozenset({"as high", "as low"})
_CLAUSE_ENDS = frozenset({";", ":", "while", "but", "although"})
# So many figures back an antecedent is looked for.
_MENTIONS = 12


def resolved(p: Passage, m: Mention, before: Sequence[Mention], last_noun: str | None) -> Mention:
    """The mention with the noun it leaves out, named before it."""
    m = _converted(p, m, before)
    if not m.anaphoric or _by_a_share(p, m):
        return m
    if m.kind is QuantityKind.ORDINAL:
        return replace(m, counted=_single_before(p, m.start, _ARTICLES))
    told = _predicate(p, m) or _measured(p, m)
    if told is None and p.low(m.stop - 2) == "its":  # "one of five of its kind"
        told = _single_before(p, m.start, _ARTICLES | {"the"})
    return replace(m, counted=told or _antecedent(p, m, before, last_noun))


def _by_a_share(p: Passage, m: Mention) -> bool:
    """Whether something rose or fell by the fraction: "raised by a tenth" counts no one."""
    alone = m.stop == m.core_stop  # not "by a third of them"
    return alone and m.kind is QuantityKind.FRACTION and p.low(m.start - 1) == "by"


def floored(m: Mention, told: Mention | None) -> Mention:
    """A figure that is only said to be higher, with the figure told before as its lower bound.

    Args:
        told: the last whole that the sentences before gave.
    """
    if m.kind is not QuantityKind.VAGUE_COUNT or m.qualifier is not Qualifier.MORE_THAN:
        return m
    if m.low is not None or told is None or not m.counted or not told.counted:
        return m
    least = told.low if told.value is None else told.value
    alike = m.counted == told.counted or (is_person(m.counted) and is_person(told.counted))
    return replace(m, low=least) if alike else m


def _predicate(p: Passage, m: Mention) -> str | None:
    """The noun that is told of a bare number: "86 were rape cases", "five of whom were girls"."""
    if p.low(m.stop) not in {"are", "were", "was", "is"} or p.kind(m.stop + 1) != WORD:
        return None
    noun = noun_after(p, m.stop + 1, plural=m.value != 1)
    if noun.text is None or not is_plural(p.tokens[noun.stop - 1].text):
        return None
    return noun.text if noun.stop - m.stop <= _PREDICATE else None


def _measured(p: Passage, m: Mention) -> str | None:
    """The noun of "the number of … at 60", or the people of a population, before a bare number."""
    link = p.low(m.start - 1)
    moves = link in _RANGING or link in words("quantity_change") or link in _collectives()
    bound = p.phrase(m.start, m.start + 2) in _EXTREMES
    if link not in _LINKS and not bound and not (moves and p.low(m.start) in {"from", "between"}):
        return None
    for j in range(m.start - 1, max(0, m.start - _NUMBER_REACH), -1):
        if p.low(j) in _CLAUSE_ENDS:
            return None
        if p.low(j) in {"number", "numbers", "total"} and p.low(j + 1) == "of":
            return noun_after(p, j + 1, plural=True).text
        if p.low(j) in _collectives():
            inmates = _collectives().get(p.phrase(j - 1, j + 1))  # "prison population"
            return inmates or _collectives()[p.low(j)]
    return None


def _collectives() -> dict[str, str]:
    return table("noun_collectives")


def _antecedent(
    p: Passage, m: Mention, before: Sequence[Mention], last_noun: str | None
) -> str | None:
    plurals = plurals_before(p, m.start)
    person = next((noun for noun in plurals if is_person(noun)), None)
    near = reversed(before[-_MENTIONS:])
    alike = p.low(m.start - 1) == "("  # "from 2017 (1,127) to 2018 (1,137)"
    counts = (
        e for e in near if e.kind in ANTECEDENTS and (alike or not _in_brackets(p, e, m.start))
    )
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
    if p.low(m.stop - 1) == "them" and last_noun and len(plurals) <= 1:
        return last_noun  # "police held two of them": not of the police
    if relative and plurals:
        return plurals[0]
    if last_noun and not person:
        return last_noun
    others = "person" if p.low(m.stop - 1) == "others" else None  # "a judge and eight others"
    return person or (plurals[0] if plurals else others)


def _in_brackets(p: Passage, e: Mention, stop: int) -> bool:
    """Whether a figure stands in brackets that are closed before token `stop`."""
    between = p.lows[e.stop : stop]
    closing = between.index(")") if ")" in between else -1
    return closing >= 0 and "(" not in between[:closing]


def _single_before(p: Passage, i: int, articles: frozenset[str]) -> str | None:
    """The noun of the last "a …" before token `i`: "a nuclear test, the sixth of its kind"."""
    for j in range(i - 1, max(-1, i - _REACH), -1):
        if p.low(j) in articles or p.phrase(j, j + 2) == "the next":
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
