"""A replaced stretch cut into changes that have nothing to do with each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rights_diff.comparison.edits.kept import akin, is_small
from rights_diff.comparison.words.lexicon import pairs, word_set
from rights_diff.extraction.grammar.lexicon import numbers

__all__ = ["Stretch", "parts"]

# Places in the old and in the new words, half-open; either may be empty.
Stretch = tuple[int, int, int, int]

_FIGURE_AND_NOUN = 2


def parts(stretch: Stretch, old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    """The stretch, cut where its parts have nothing to do with each other.

    Between a figure and other words, between phrases, beside an adverb that only one side has,
    and before a word that lost its capital.

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
        for phrase in _phrases_apart(figures, old, new)
        for piece in _adverbs_apart(phrase, old, new)
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
    """The stretch; or, where both sides begin or end with a figure, the figure and the rest."""
    a, b, c, d = stretch
    left = [i for i in range(a, b) if _is_amount(old[i])]
    right = [j for j in range(c, d) if _is_amount(new[j])]
    if len(left) != 1 or len(right) != 1:
        return (stretch,)
    i, j = left[0], right[0]
    if a < i and c < j and i + 1 == b and j + 1 == d:
        return ((a, i, c, j), (i, b, j, d))
    # With a single noun behind it a figure is one phrase: "two days" and "48 hours".
    if i == a and j == c and min(b - i, d - j) > 1 and max(b - i, d - j) > _FIGURE_AND_NOUN:
        return ((a, a + 1, c, c + 1), (a + 1, b, c + 1, d))
    return (stretch,)


def _is_amount(word: str) -> bool:
    low = word.lower()
    return low[:1].isdigit() or low in numbers("number_cardinals") or low in word_set("quantifiers")


def _phrases_apart(stretch: Stretch, old: Sequence[str], new: Sequence[str]) -> tuple[Stretch, ...]:
    """The stretch; or, where a phrase of the same kind begins inside both sides, the two."""
    a, b, c, d = stretch
    if max(b - a, d - c) > _MOST_WORDS:
        return (stretch,)
    for kind, least in _KINDS_OF_PHRASES:
        i = next((i for i in range(a + 1, b) if _begins(old[i]) == kind), b)
        j = next((j for j in range(c + 1, d) if _begins(new[j]) == kind), d)
        if i < b and j < d and max(b - i, d - j) >= least:
            return ((a, i, c, j), (i, b, j, d))
    if b - a == d - c == _VERB_AND_WORD and _begins(old[a]) == _begins(new[c]) == "verb":
        return ((a, a + 1, c, c + 1), (a + 1, b, c + 1, d))
    return (stretch,)


def _begins(word: str) -> str | None:
    """The kind of phrase that the word begins."""
    return pairs("phrase_starts").get(word.lower())


# Kinds of phrases, and how many words one has to have: "with" and "of" alone go with the verb
# before them ("charged with", "convicted of").
_KINDS_OF_PHRASES = (("place", 2), ("question", 1))
_VERB_AND_WORD = 2
# In longer stretches, which are new sentences rather, phrases do not answer to each other.
_MOST_WORDS = 5


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
    following = old[b : b + 1] or new[d : d + 1]
    if not following or is_small(following[0]):
        trail = 0  # it belongs to what stands before it
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
    core = side[lead : len(side) - trail]
    if not core or (all(map(is_small, core)) and not all(map(is_small, other))):
        return 0, 0
    return lead, trail


_SHORTEST_ADVERB = 5


@lru_cache(maxsize=20_000)
def _is_adverb(word: str) -> bool:
    low = word.lower()
    if low in word_set("adverbs"):
        return True
    return low.endswith("ly") and len(low) >= _SHORTEST_ADVERB and low not in word_set("no_adverbs")
