"""What a sentence says around its figures: the year, who says so, how surely."""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.extraction.dates import Reading
from rights_diff.extraction.grammar.lexicon import table, words
from rights_diff.extraction.grammar.tokens import SIGN, WORD, Passage
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.model import Modality

__all__ = ["as_of_year", "attribution_of", "modality_of"]

# Words before a year that give a baseline or a law's date, not the figure's own year.
_BASELINES = frozenset({"since", "before", "until", "than"})


def as_of_year(
    p: Passage, mention: Mention, dates: Sequence[Reading], year: int | None
) -> int | None:
    """The year a figure is about: the sentence's own date phrase, then the report's year."""
    best: tuple[int, int] | None = None
    for date in dates:
        if date.first.year is None or date.relative and date.last is None:
            continue
        if p.low(date.start - 1) in _BASELINES or _names(p, date):
            continue
        if date.last is not None and date.last.year != date.first.year:
            continue
        rank = _distance(p, mention, date)
        if best is None or rank < best[0]:
            best = (rank, date.first.year)
    return year if best is None else best[1]


def _names(p: Passage, date: Reading) -> bool:
    """The 1951 Convention, the 2015 survey: a year inside a name."""
    return p.low(date.start - 1) in {"the", "a", "its"} and p.capital(date.stop)


# A clause boundary counts like so many tokens.
_BOUNDARY = 12


def _distance(p: Passage, mention: Mention, date: Reading) -> int:
    if date.stop <= mention.start:
        between, far = range(date.stop, mention.start), mention.start - date.stop
    else:
        between, far = range(mention.stop, date.start), date.start - mention.stop
    marks = sum(1 for j in between if p.low(j) in {";", ":", "and", "but", "while", "whereas"})
    return far + _BOUNDARY * marks


def modality_of(p: Passage, mention: Mention) -> Modality:
    """How surely the figure is said, by the words of its sentence that govern it."""
    signs = table("modality")
    for j in range(len(p.tokens)):
        if p.lows[j] in signs and p.kind(j) == WORD:
            if _governs(p, j, mention):
                return Modality(signs[p.lows[j]])
    return Modality.ASSERTED


def _governs(p: Passage, j: int, mention: Mention) -> bool:
    low = p.low(j)
    if low in {"reportedly", "allegedly", "purportedly"}:
        return True
    if low == "according":
        return p.low(j + 1) == "to"
    if low in {"estimated", "believed", "alleged", "thought", "reported", "suspected"}:
        near = mention.start - 3 <= j < mention.stop + 8
        return near and not p.low(j + 1).startswith("that") or (j < mention.start and _that(p, j))
    return j < mention.start and _that(p, j)


def _that(p: Passage, j: int) -> bool:
    """Whether the verb at `j` opens a clause that holds what is said."""
    return p.low(j + 1) == "that" or p.low(j + 2) == "that"


def attribution_of(p: Passage) -> str | None:
    """Who the sentence names as its source, or None."""
    for j, low in enumerate(p.lows):
        if low == "according" and p.low(j + 1) == "to":
            return _source(p, j + 2)
    for j, low in enumerate(p.lows):
        if low in _SAYING and p.low(j + 1) in {"that", "to"} or low in {"said", "reported"}:
            return _speaker(p, j)
    return None


_SAYING = frozenset("said reported stated estimated told announced noted claimed".split())
_SOURCE_LENGTH = 10


def _source(p: Passage, i: int) -> str | None:
    j = i
    while j < i + _SOURCE_LENGTH and j < len(p.tokens) and p.kind(j) != SIGN:
        j += 1
    return p.surface(i, j) if j > i else None


def _speaker(p: Passage, j: int) -> str | None:
    k = j
    while k > 0 and j - k < _SOURCE_LENGTH and p.kind(k - 1) != SIGN:
        if p.low(k - 1) in {"that", "which", "who"}:
            return None
        k -= 1
    if k == j or p.low(k) in words("noun_stop") - {"the", "a", "an", "its", "one"}:
        return None
    return p.surface(k, j)
