"""Word changes inside a pair of sentences, marked the way a person would mark them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rights_diff.comparison.edits.kept import is_mark, is_small, kept_blocks
from rights_diff.comparison.edits.parts import Stretch, parts
from rights_diff.comparison.words.typography import fold

__all__ = ["Edit", "count_words", "plain_words", "word_edits", "words"]

Edit = tuple[tuple[int, int] | None, tuple[int, int] | None]

_TOKEN = re.compile(
    r"(?:^\s+)"
    r"|(?:(?:[A-Z]{1,3})?[$€£¥])?\d+(?:[.,]\d+)*\s?%?\s*"  # 1,127 · US$5.78 · 30%
    r"|(?:[^\W\d_]\.){2,}\s*"  # U.S. · e.g.
    r"|\w+(?:['’‑-]\w+)*\s*"
    r"|[^\w\s]\s*"
)


# Stands between the parts of a figure that came in pieces, so that it equals no other word.
_JOINT = "\x1f"
# How many digits follow the comma or the point of a figure, and precede the first one.
_DIGITS_BEHIND = {",": (3,), ".": (1, 2)}
_MOST_LEADING = 3


def words(text: str) -> list[str]:
    """Word tokens with their trailing white space; punctuation stands alone, figures stay whole.

    Joined, they give `text` back.

    >>> words("At least 1,127 people, he said.")
    ['At ', 'least ', '1,127 ', 'people', ', ', 'he ', 'said', '.']
    """
    return [m[0] for m in _TOKEN.finditer(text)]


def count_words(text: str) -> int:
    """Words between white space that hold a letter or digit.

    >>> count_words("At least 1,127 – in all – left.")
    6
    """
    return sum([w.isalnum() or any(map(str.isalnum, w)) for w in text.split()])


def word_edits(old_words: Sequence[str], new_words: Sequence[str]) -> list[Edit]:
    """Changed ranges of word indexes, half-open, in order; words that stay are left out.

    Args:
        old_words, new_words: the words of two texts, punctuation apart (`words` gives them);
            white space around a word is ignored, all else counts.
    Returns:
        pairs of an old and a new range; None where nothing stands on that side. Replacing the
        old ranges by the new ones turns the old words into the new. Swapping the arguments
        swaps each pair. A phrase put in the place of a phrase is one pair; what was put in
        beside it, such as an adverb, is a pair of its own.
    Raises:
        TypeError: a text was given, not its words.
    Source:
        see `kept.kept_blocks` and `parts.parts`.

    >>> word_edits(["It", "was", "closed", "."], ["It", "was", "not", "closed", "."])
    [(None, (2, 3))]
    >>> word_edits("Phones were taken".split(), "Phones were often confiscated".split())
    [(None, (2, 3)), ((2, 3), (3, 4))]
    """
    if isinstance(old_words, str) or isinstance(new_words, str):
        raise TypeError("word_edits takes lists of words: rights_diff.comparison.edits.words cuts")
    old, old_starts = _figures_whole([w.strip() for w in old_words])
    new, new_starts = _figures_whole([w.strip() for w in new_words])
    if old == new:
        return []
    swapped = old > new
    found = _edits(new, old) if swapped else _edits(old, new)
    edits = ((b, a) for a, b in found) if swapped else found
    return [(_placed(a, old_starts), _placed(b, new_starts)) for a, b in edits]


def _figures_whole(parts: list[str]) -> tuple[tuple[str, ...], list[int]]:
    """The words, a figure cut at its commas or its point ("1", ",", "127") as one of them.

    Returns:
        the words, and where each begins in `parts`; the last number is the end.
    """
    whole: list[str] = []
    starts: list[int] = []
    at = 0
    while at < len(parts):
        end = at + 1
        while end + 1 < len(parts) and _continues(parts[at:end], parts[end], parts[end + 1]):
            end += 2
        whole.append(_JOINT.join(parts[at:end]))
        starts.append(at)
        at = end
    return tuple(whole), [*starts, len(parts)]


def _continues(before: Sequence[str], mark: str, digits: str) -> bool:
    if mark not in _DIGITS_BEHIND or not digits.isdecimal() or not before[-1].isdecimal():
        return False
    return len(digits) in _DIGITS_BEHIND[mark] and len(before[0]) <= _MOST_LEADING


def _placed(place: tuple[int, int] | None, starts: Sequence[int]) -> tuple[int, int] | None:
    return (starts[place[0]], starts[place[1]]) if place else None


def plain_words(words_: Sequence[str]) -> list[str]:
    """Words as marks on a page compare them: typography folded, small words in lower case.

    >>> plain_words(["The ", "“", "Law’s"])
    ['the', '"', "Law's"]
    """
    return [_plain(w) for w in words_]


@lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    plain = fold(word)
    return plain.lower() if is_small(plain) and not is_mark(plain) else plain


def _edits(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Edit]:
    for stretch in _changed(old, new):
        for a, b, c, d in parts(stretch, old, new):
            yield ((a, b) if b > a else None, (c, d) if d > c else None)


def _changed(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[Stretch]:
    i = j = 0
    for a, b, n in [*kept_blocks(old, new), (len(old), len(new), 0)]:
        if a > i or b > j:
            yield _trimmed((i, a, j, b), old, new)
        i, j = a + n, b + n


def _trimmed(stretch: Stretch, old: tuple[str, ...], new: tuple[str, ...]) -> Stretch:
    """The stretch without equal words at its ends."""
    a, b, c, d = stretch
    while a < b and c < d and old[a] == new[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    return (a, b, c, d)
