"""Word changes inside a pair of sentences, marked the way a person would mark them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rights_diff.comparison.lexicon import word_set
from rights_diff.comparison.typography import fold

__all__ = ["Edit", "word_edits", "words"]

Edit = tuple[tuple[int, int] | None, tuple[int, int] | None]

_TOKEN = re.compile(
    r"(?:^\s+)"
    r"|(?:(?:[A-Z]{1,3})?[$€£¥])?\d+(?:[.,]\d+)*\s?%?\s*"  # 1,127 · US$5.78 · 30%
    r"|(?:[^\W\d_]\.){2,}\s*"  # U.S. · e.g.
    r"|\w+(?:['’‑-]\w+)*\s*"
    r"|[^\w\s]\s*"
)
# Weights of an equal stretch between two changes, chosen by reading marked pairs of four
# organizations: two words that carry meaning always hold the changes apart, one does so
# unless long changes stand on both sides, small words and punctuation never do.
_SMALL_WEIGHT = 0.25
_LONE_WORD = 1.0
_PHRASE = 2.0
_LONG_CHANGE = 3.0
# Word pairs compared in full (5,000 words a side); memory grows with their number.
_MOST_CELLS = 25_000_000


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
    return sum(w.isalnum() or any(map(str.isalnum, w)) for w in text.split())


def word_edits(old_words: Sequence[str], new_words: Sequence[str]) -> tuple[Edit, ...]:
    """Changed ranges of word indexes, half-open, in order; unchanged words are left out.

    Args:
        old_words, new_words: words as `words` gives them (trailing space is ignored).
    Returns:
        pairs of an old and a new range; None where nothing stands on that side. Replacing the
        old ranges by the new ones turns the old words into the new (typography and the capital
        of a common small word aside). Swapping the arguments swaps each pair.
    Source:
        longest common subsequence of words, then the semantic clean-up of Neil Fraser's
        diff-match-patch, weighed by words: a stretch left equal between two changes is
        absorbed when it is too light to hold them apart.

    >>> word_edits(["It ", "was ", "closed", "."], ["It ", "was ", "not ", "closed", "."])
    ((None, (2, 3)),)
    """
    old = tuple(map(_key, old_words))
    new = tuple(map(_key, new_words))
    if old == new:
        return ()
    if old <= new:
        return tuple(_edits(old, new))
    return tuple((b, a) for a, b in _edits(new, old))


@lru_cache(maxsize=20_000)
def _key(word: str) -> str:
    plain = fold(word)
    lower = plain.lower()
    return lower if lower in word_set("small_words") else plain


def _edits(old: tuple[str, ...], new: tuple[str, ...]) -> list[Edit]:
    blocks = _absorb(_equal_blocks(old, new), old, new)
    edits: list[Edit] = []
    i = j = 0
    for a, b, n in [*blocks, (len(old), len(new), 0)]:
        if a > i or b > j:
            edits.append(((i, a) if a > i else None, (j, b) if b > j else None))
        i, j = a + n, b + n
    return edits


def _equal_blocks(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int, int, int]]:
    from rapidfuzz.distance import Indel

    if len(old) * len(new) > _MOST_CELLS:
        return _ends(old, new)
    return [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(old, new)
        if op.tag == "equal"
    ]


def _ends(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """The equal words at both ends, where the texts are too long for a full comparison."""
    short = min(len(old), len(new))
    head = next((n for n in range(short) if old[n] != new[n]), short)
    rest = short - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return [(0, 0, head), (len(old) - tail, len(new) - tail, tail)]


def _absorb(
    blocks: list[tuple[int, int, int]], old: tuple[str, ...], new: tuple[str, ...]
) -> list[tuple[int, int, int]]:
    """Blocks without those too light to hold the changes on both sides of them apart."""
    kept: list[tuple[int, int, int]] = []
    for k, block in enumerate(blocks):
        following = blocks[k + 1] if k + 1 < len(blocks) else (len(old), len(new), 0)
        kept.append(block)
        while kept and _light(kept, following, old, new):
            kept.pop()
    return kept


def _light(
    kept: list[tuple[int, int, int]],
    following: tuple[int, int, int],
    old: tuple[str, ...],
    new: tuple[str, ...],
) -> bool:
    a, b, n = kept[-1]
    pa, pb, pn = kept[-2] if len(kept) > 1 else (0, 0, 0)
    before = max(_weight(old[pa + pn : a]), _weight(new[pb + pn : b]))
    after = max(_weight(old[a + n : following[0]]), _weight(new[b + n : following[1]]))
    if not before or not after:
        return False
    weight = _weight(old[a : a + n])
    return weight < _LONE_WORD or (weight < _PHRASE and min(before, after) >= _LONG_CHANGE)


def _weight(part: Sequence[str]) -> float:
    return sum(_SMALL_WEIGHT if _is_small(w) else 1.0 for w in part)


def _is_small(word: str) -> bool:
    return word in word_set("small_words") or not any(c.isalnum() for c in word)
