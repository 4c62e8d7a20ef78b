"""Which figures belong to another: parts to their whole, conversions to their amount.

A part shows itself by its words ("of whom 13", "three of them", "19 of the 50 members", "including
two children"), by brackets after a whole of the same sort ("63 people (23 women, 40 men)"), or
because a list adds up to the figure before it. Nothing else makes a part: two figures that merely
stand together are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from rights_diff.extraction.grammar.lexicon import group, words
from rights_diff.extraction.grammar.nouns import is_pronoun
from rights_diff.extraction.grammar.plurals import is_person, is_plural
from rights_diff.extraction.grammar.tokens import WORD, Passage
from rights_diff.extraction.quantities.antecedents import ANTECEDENTS
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.extraction.quantities.money import code_after
from rights_diff.model import QuantityKind

__all__ = ["CARRIED", "Ties", "ties_of"]

# Stands for the whole that the sentences before have left.
CARRIED = -1
_SHARES = frozenset(
    {QuantityKind.PERCENT, QuantityKind.FRACTION, QuantityKind.VAGUE_PROPORTION, QuantityKind.ZERO}
)
_COUNTED = ANTECEDENTS - {QuantityKind.VAGUE_COUNT}
_SAME_THINGS = (QuantityKind.MONEY, QuantityKind.MEASURE)
_PRONOUNS = frozenset({"whom", "which", "them", "these", "those"})
_BREAKS = frozenset({";", ":", "(", ")"})
# Words between a bracket and the amount it converts ("the equivalent of").
_EQUIVALENT = frozenset({"the", "equivalent", "to", "of", "or", "worth", "i.e.", "in"})
# An amount and the bracket that converts it, a whole and the bracket that splits it, "19 of" and
# the whole it is of, stand at most so many tokens apart ("won per month (", "of the party’s 50").
_BRACKET_GAP, _OF_GAP = 5, 4
_CODE_TOKENS = 3  # "(HUF)"
# A list of parts is looked at over so many figures.
_LONGEST_LIST = 12
# Below this a sum is no proof: only a colon, a dash or a bracket makes 3 the whole of 1 and 2.
_TELLING_SUM = 10


class Ties(NamedTuple):
    """For each figure of a sentence, the place of the figure it is part of, or converts."""

    wholes: tuple[int | None, ...]
    converted: tuple[int | None, ...]


def ties_of(p: Passage, found: Sequence[Mention], before: Mention | None) -> Ties:
    """The ties between the figures of one sentence.

    Args:
        before: the last count of the sentences before, in the same paragraph; `CARRIED` stands
            for it in the answer.
    """
    converted = tuple(_converts(p, found, i) for i in range(len(found)))
    wholes: list[int | None] = [None] * len(found)
    for i in range(len(found)):
        if wholes[i] is not None or converted[i] is not None:
            continue
        for place, whole in _parts(p, found, i, wholes, before):
            wholes[place] = whole
    return Ties(tuple(wholes), converted)


def _converts(p: Passage, found: Sequence[Mention], i: int) -> int | None:
    """The amount before that the amount at `i` repeats: "5,000 forints ($17)"."""
    m = found[i]
    if i == 0 or m.kind not in _SAME_THINGS or found[i - 1].kind is not m.kind:
        return None
    first, j = found[i - 1], m.start - 1
    while p.low(j) in _EQUIVALENT and j > first.stop:
        j -= 1
    opened = p.low(j) == "(" or p.low(j + 1) == "or"
    start = first.stop + (_CODE_TOKENS if code_after(p, first.stop) else 0)
    near = j - start <= _BRACKET_GAP and not any(
        p.low(k) in {")", ";", "and"} for k in range(start, j)
    )
    return i - 1 if opened and near and first.unit != m.unit else None


def _parts(
    p: Passage,
    found: Sequence[Mention],
    i: int,
    wholes: Sequence[int | None],
    before: Mention | None,
) -> Iterator[tuple[int, int]]:
    """The figure at `i` with its whole, and the parts told in one list with it."""
    m = found[i]
    if m.kind not in ANTECEDENTS and m.kind not in _SHARES:
        return
    if _summed(p, found, i):
        yield from ((k, i) for k in range(i + 1, _summed(p, found, i)))
        return
    whole, relative = _whole_after(p, found, i), False
    if whole is None:
        relative = _relative(p, m)
        whole = _whole_before(p, found, i, wholes, before) if relative else _included(p, found, i)
    if whole is None:
        return
    yield i, whole
    holder = before if whole == CARRIED else found[whole]
    assert holder is not None  # noqa: S101 - `_whole_before` leads to it only where there is one
    for k in range(i + 1, min(len(found), i + _LONGEST_LIST)):
        if not _goes_on(p, found[k - 1], found[k], relative):
            return
        if _fits(found[k], holder):
            yield k, whole


def _summed(p: Passage, found: Sequence[Mention], i: int) -> int:
    """The place after the figures that follow and add up to the one at `i`, or 0."""
    whole = found[i]
    if whole.kind not in ANTECEDENTS or i + 2 >= len(found):
        return 0
    gap = range(whole.stop, found[i + 1].start)
    signs = {p.low(k) for k in gap}
    if not signs & {":", "(", "–", "—", ","} or signs & {";"}:
        return 0
    if _size(whole) < _TELLING_SUM and "," in signs and not signs & {":", "(", "–", "—"}:
        return 0
    total = 0.0
    for k in range(i + 1, min(len(found), i + _LONGEST_LIST)):
        if found[k].kind not in ANTECEDENTS or _size(found[k]) >= _size(whole):
            return 0
        if k > i + 1 and p.low(found[k].start - 1) not in {",", ";", "and", "or", "plus"}:
            return 0
        total += _size(found[k])
        if total >= _size(whole):
            return k + 1 if total == _size(whole) and k > i + 1 else 0
    return 0


def _whole_after(p: Passage, found: Sequence[Mention], i: int) -> int | None:
    """The whole told after its part: "19 of around 50 members", "6 million out of 25 million"."""
    m = found[i]
    if i + 1 == len(found) or found[i + 1].kind not in _COUNTED or _named(p, m):
        return None
    j = m.stop + (p.low(m.stop) == "(")
    j += p.low(j) == "out"
    gap = range(j + 1, found[i + 1].start)
    near = p.low(j) == "of" and len(gap) <= _OF_GAP and not any(_ends(p, k) for k in gap)
    return i + 1 if near and _fits(m, found[i + 1]) else None


def _named(p: Passage, m: Mention) -> bool:
    """Whether a figure has a noun of its own beside it; "per cent" is none."""
    if m.kind in _SHARES:
        return any(is_plural(p.tokens[k].text) for k in range(m.core_stop, m.stop))
    return m.stop > m.core_stop and not m.anaphoric


def _relative(p: Passage, m: Mention) -> bool:
    """Whether a pronoun makes it a part: "of whom 13", "three of them", "among them two"."""
    for j in (m.stop - 1, m.stop + 1):
        if p.low(j) in _PRONOUNS and p.low(j - 1) == "of" and j > m.start:
            return is_pronoun(p, j)
    j = m.start - 1 - (p.low(m.start - 1) == ",")
    if p.low(j) in {"cases", "people", "persons", "total"} and p.low(j - 1) in _PRONOUNS:
        j -= 1  # "of these cases, four"
    return p.low(j) in _PRONOUNS and p.low(j - 1) in {"of", "among"}


def _whole_before(
    p: Passage,
    found: Sequence[Mention],
    i: int,
    wholes: Sequence[int | None],
    before: Mention | None,
) -> int | None:
    """The nearest count before that can hold the part at `i`; lists of parts lead to theirs."""
    m = found[i]
    vague = m.kind in {QuantityKind.VAGUE_COUNT, QuantityKind.VAGUE_PROPORTION}
    for k in range(i - 1, max(-1, i - _LONGEST_LIST), -1):
        whole = found[k]
        if whole.kind not in ANTECEDENTS or not _fits(m, whole) or not _same_noun(p, m, whole):
            continue
        if vague and _other_things(p, whole, m.start):
            return None
        above = wholes[k]
        return above if above is not None and whole.anaphoric else k
    if before is None or vague or i >= _LONGEST_LIST:
        return None
    return CARRIED if _fits(m, before) and _same_noun(p, m, before) else None


def _same_noun(p: Passage, m: Mention, whole: Mention) -> bool:
    """Whether a pronoun can stand for a whole: the noun that was found for it is the whole's."""
    if not m.counted or not whole.counted:
        return True
    if p.low(m.stop) in group("auxiliaries") and _alike(m, whole):
        return True  # "of whom 13 were women": the noun is told of them
    return m.counted.rsplit(" ", 1)[-1] == whole.counted.rsplit(" ", 1)[-1]


def _included(p: Passage, found: Sequence[Mention], i: int) -> int | None:
    """The whole of "including two children", or of a bracket that opens with its part."""
    m, j = found[i], found[i].start - 1
    j -= p.low(j) == "of"  # "252 executions, including of five women"
    if i == 0 or found[i - 1].kind not in ANTECEDENTS or not _fits(m, found[i - 1]):
        return None
    whole = found[i - 1]
    if p.low(j) in {"including", "included", "includes"}:
        apart = _other_things(p, whole, j) or not (_alike(m, whole) or p.low(j + 1) == "of")
        return None if apart else i - 1
    if p.low(j) != "(" or m.kind not in ANTECEDENTS or m.anaphoric:
        return None
    near = j - whole.stop <= _BRACKET_GAP and not any(_acts(p, k) for k in range(whole.stop, j))
    return i - 1 if near and _alike(m, whole) else None


def _other_things(p: Passage, whole: Mention, stop: int) -> bool:
    """Whether something else in the plural stands between a whole and "including"."""
    person = whole.counted is not None and is_person(whole.counted)
    for k in range(whole.stop, stop):
        if p.low(k) in {";", ":"}:
            return True
        if p.kind(k) == WORD and is_plural(p.tokens[k].text) and p.low(k) not in words("noun_stop"):
            agent = p.low(k - 1) == "by" or p.low(k - 2) == "by"
            if not agent and is_person(p.low(k).removesuffix("s")) == person:
                return True
    return False


def _goes_on(p: Passage, last: Mention, m: Mention, relative: bool) -> bool:
    """Whether the list of parts goes on from one figure to the next."""
    if m.kind not in ANTECEDENTS and m.kind not in _SHARES:
        return False
    if p.low(m.start - 1) not in {",", "and", "or"}:
        return False
    gap = range(last.stop, m.start)
    if any(p.low(k) in _BREAKS for k in gap):
        return False
    if relative:  # "of whom four were approved, 32 were rejected and six were pending"
        return m.anaphoric or m.kind in _SHARES or not any(_acts(p, k) for k in gap)
    return not any(_acts(p, k) for k in (*gap, m.stop))


def _acts(p: Passage, k: int) -> bool:
    return p.low(k) in group("auxiliaries")


def _ends(p: Passage, k: int) -> bool:
    """Whether token `k` ends the phrase of "19 of the party's"."""
    return _acts(p, k) or p.low(k) in {",", "(", ")", ";", "including", "and"}


def _alike(m: Mention, whole: Mention) -> bool:
    """Whether two counts are of one sort: people and people, things of one name, or no name."""
    if m.kind in _SHARES or m.counted is None or whole.counted is None:
        return True
    if is_person(m.counted) or is_person(whole.counted):
        return is_person(m.counted) and is_person(whole.counted)
    return m.counted.rsplit(" ", 1)[-1] == whole.counted.rsplit(" ", 1)[-1] or m.anaphoric


def _fits(m: Mention, whole: Mention) -> bool:
    """Whether a part is no larger than its whole can be."""
    return m.kind in _SHARES or _size(m) < _ceiling(whole)


def _size(m: Mention) -> float:
    return next((x for x in (m.value, m.low, m.high) if x is not None), 0.0)


def _ceiling(m: Mention) -> float:
    return next((x for x in (m.value, m.high) if x is not None), inf)
