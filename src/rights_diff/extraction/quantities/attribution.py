"""Who says so: the source that the sign governing a figure names."""

from __future__ import annotations

from rights_diff.extraction.dates import Reading
from rights_diff.extraction.dates.months import year_number
from rights_diff.extraction.grammar.lexicon import group, words
from rights_diff.extraction.grammar.tokens import NUMBER, SIGN, Passage
from rights_diff.extraction.quantities.modality import Sign

__all__ = ["attribution_of"]

# A source is named in at most so many tokens.
_LONGEST = 14
_PREPOSITIONS = frozenset({"in", "on", "by", "during", "since", "at", "throughout"})
_ENDS = frozenset({"that", "which", "who", "but", "while", "and"})


def attribution_of(p: Passage, sign: Sign | None, dates: tuple[Reading, ...]) -> str | None:
    """The words that name the source, or None where the sentence names none.

    Args:
        sign: the sign that governs the figure ("reported", "according to").
        dates: dates of the sentence, which open many and belong to no source.
    """
    if sign is None:
        return None
    j, _, scope = sign
    if scope == "source":
        return _object(p, j + 2)
    return _subject(p, j, dates) if scope in {"verb", "that"} else None


def _object(p: Passage, i: int) -> str | None:
    """The words after "according to", up to the next sign."""
    j = i
    while j < min(i + _LONGEST, len(p.tokens)) and p.kind(j) != SIGN and not _figure(p, j):
        j += 1
    return p.surface(i, j) if j > i else None


def _figure(p: Passage, j: int) -> bool:
    """Whether the figure itself starts, with no comma after the source."""
    if p.kind(j) == NUMBER:
        return year_number(p, j) is None
    return p.low(j) in _HEDGES


_HEDGES = frozenset({"about", "almost", "approximately", "at", "more", "nearly", "over", "some"})


def _subject(p: Passage, j: int, dates: tuple[Reading, ...]) -> str | None:
    """The words before a reporting verb, in its clause; None for a passive or a pronoun."""
    while p.low(j - 1) in _BEFORE_VERB:
        j -= 1
    if p.low(j - 1) in group("auxiliaries"):
        return None
    stop = _before_apposition(p, j)
    start = stop
    while start > max(0, stop - _LONGEST) and not _bounds(p, start - 1):
        start -= 1
    if start and p.low(start - 1) in {"that", "which", "who"}:
        return None
    start = _past_date(p, start, dates)
    if start >= stop or _no_name(p, start, stop) or _verbal(p, start, stop):
        return None
    return p.surface(start, stop)


_BEFORE_VERB = frozenset(
    {"also", "further", "later", "have", "has", "had", "not", "previously", "now"}
)


def _bounds(p: Passage, i: int) -> bool:
    if p.kind(i) == SIGN:
        return p.low(i) not in {"-", "’", "'", "&", "/"}
    return p.low(i) in _ENDS - {"and"} or (p.low(i) == "and" and not p.capital(i + 1))


def _before_apposition(p: Passage, j: int) -> int:
    """Before the commas of "UNHCR, the refugee agency, said"; `j` where there are none."""
    if p.low(j - 1) != ",":
        return j
    for k in range(j - 2, max(0, j - _LONGEST), -1):
        if p.low(k) == ",":
            return k
    return j


def _no_name(p: Passage, start: int, stop: int) -> bool:
    """Whether the words open with a preposition or pronoun, or are an article alone."""
    first = p.low(start)
    if first in {"a", "an", "the"}:
        return stop - start == 1
    return first in words("noun_stop") and not p.tokens[start].text.isupper()


def _past_date(p: Passage, start: int, dates: tuple[Reading, ...]) -> int:
    """Past "In September" at the opening of a clause."""
    if p.low(start) not in _PREPOSITIONS:
        return start
    after = [d.stop for d in dates if start < d.start <= start + 2]
    return after[0] if after else len(p.tokens)


def _verbal(p: Passage, start: int, stop: int) -> bool:
    """Whether a verb stands inside: then the words are a clause, no name of a source."""
    inside = range(start, stop)
    verbs = group("auxiliaries") | words("noun_verbs")
    return any(p.low(k) in verbs or p.kind(k) == NUMBER for k in inside)
