"""A replaced stretch cut into changes that have nothing to do with each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rights_diff.comparison.edits_anchors import akin, is_mark, is_small
from rights_diff.comparison.lexicon import word_set
from rights_diff.extraction.grammar.lexicon import numbers

__all__ = ["Stretch", "parts"]

# Places in the old and in the new words, half-open; either may be empty.
Stretch = tuple[int, int, int, int]


def parts(stretch: Stretch, old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """The stretch, cut behind a figure, beside an adverb, and before a lost capital.

    >>> list(parts((0, 1, 0, 2), ["taken"], ["often", "confiscated"]))
    [(0, 0, 0, 1), (0, 1, 1, 2)]
    >>> list(parts((0, 1, 0, 2), ["Police"], ["Yesterday", "police"]))
    [(0, 0, 0, 1), (0, 1, 1, 2)]
    """
    a, b, c, d = stretch
    if a == b or c == d:
        yield stretch
        return
    pieces = [
        part
        for figures in _figures_apart(stretch, old, new)
        for piece in _adverbs_apart(figures, old, new)
        for part in _recased_apart(piece, old, new)
    ]
    yield from _rejoined(pieces)


def _rejoined(pieces: Sequence[Stretch]) -> Iterator[Stretch]:
    """Pieces, those side by side that are put in, or left out, as one."""
    a, b, c, d = pieces[0]
    for i, j, m, n in pieces[1:]:
        if (a == b and i == j) or (c == d and m == n):
            b, d = j, n
        else:
            yield (a, b, c, d)
            a, b, c, d = i, j, m, n
    yield (a, b, c, d)


def _figures_apart(stretch: Stretch, old: Sequence[str], new: Sequence[str]) -> tuple[Stretch, ...]:
    """The stretch; or, where both sides begin with a figure and go on, figures and rest."""
    a, b, c, d = stretch
    if b - a > 1 and d - c > 1 and _is_figure(old[a]) and _is_figure(new[c]):
        return ((a, a + 1, c, c + 1), (a + 1, b, c + 1, d))
    return (stretch,)


def _is_figure(word: str) -> bool:
    return word[:1].isdigit() or word.lower() in numbers("number_cardinals")


def _recased_apart(stretch: Stretch, old: Sequence[str], new: Sequence[str]) -> tuple[Stretch, ...]:
    """The stretch; or, where a phrase was put before a word that lost its capital, the two."""
    a, b, c, d = stretch
    if (
        b > a
        and d > c
        and 1 in (b - a, d - c)
        and b - a != d - c
        and old[b - 1].lower() == new[d - 1].lower()
    ):
        return ((a, b - 1, c, d - 1), (b - 1, b, d - 1, d))
    return (stretch,)


def _adverbs_apart(stretch: Stretch, old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """The stretch, with adverbs at its edges that only one side has as changes of their own."""
    a, b, c, d = stretch
    has_old, has_new = (any(map(_is_adverb, side)) for side in (old[a:b], new[c:d]))
    if has_old == has_new:
        yield stretch
        return
    side, other = (old[a:b], new[c:d]) if has_old else (new[c:d], old[a:b])
    lead, trail = _at_edges(side, other)
    if all(is_mark(words[end]) for words, end in ((old, b), (new, d)) if end < len(words)):
        trail = 0  # at the end of a clause it belongs to what stands before it
    at = (a, c) if has_old else (c, a)
    pieces = [
        (at[0], at[0] + lead, at[1], at[1]),
        (at[0] + lead, at[0] + len(side) - trail, at[1], at[1] + len(other)),
        (at[0] + len(side) - trail, at[0] + len(side), at[1] + len(other), at[1] + len(other)),
    ]
    for i, j, m, n in pieces:
        if i < j or m < n:
            yield (i, j, m, n) if has_old else (m, n, i, j)


def _at_edges(side: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """How many adverbs to cut off at the beginning and at the end."""
    apart = [_is_adverb(w) and not any(akin(w, x) for x in other) for w in side]
    lead = next((n for n, cut in enumerate(apart) if not cut), len(side))
    trail = next((n for n, cut in enumerate(apart[::-1]) if not cut), 0)
    if all(map(is_small, side[lead : len(side) - trail])):
        return 0, 0
    return lead, trail


_SHORTEST_ADVERB = 5


@lru_cache(maxsize=20_000)
def _is_adverb(word: str) -> bool:
    low = word.lower()
    if low in word_set("adverbs"):
        return True
    return low.endswith("ly") and len(low) >= _SHORTEST_ADVERB and low not in word_set("no_adverbs")
