"""Sentences that say the same in the same words, typography aside."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Indel

_DASHES = str.maketrans(dict.fromkeys("–—‐‑‒―−", "-"))
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‛`´′", "'"))
_DROPPED = str.maketrans(dict.fromkeys('"“”„‟«»″\u00ad\u200b\u200c\u200d\u2060\ufeff'))
_LOOSE_APOSTROPHE = re.compile(r"(?<!\w)'|'(?!\w)")
# A footnote mark: digits in brackets, or glued to the end of a sentence, or raised.
_MARK = re.compile(r"(?<=[.!?)\]])(?: ?\[\d{1,3}\]|\d{1,3})$")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+")
_SPACED_DASH = re.compile(r" ?-[- ]*")
_BULLETS = "•·*▪◦‣-  "


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The words of a sentence without what typography adds: spaces, quotes, dashes, marks.

    >>> plain("He  said “no” – twice.3") == plain("He said 'no'-twice.")
    True
    """
    if not text.isascii():
        text = _ascii_marks(text)
    text = text.replace('"', "")
    if "'" in text:
        text = _LOOSE_APOSTROPHE.sub("", text.replace("''", ""))
    text = " ".join(text.split())
    if "-" in text:
        text = _SPACED_DASH.sub("-", text)
    return _MARK.sub("", text.lstrip(_BULLETS))


def _ascii_marks(text: str) -> str:
    text = unicodedata.normalize("NFKC", _RAISED.sub("", text).translate(_DROPPED))
    return text.translate(_DROPPED).translate(_APOSTROPHES).translate(_DASHES)


def exact_pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of equal texts, each used once: first in order, then those that moved.

    Equal texts are matched along a longest common subsequence; what is left over is
    matched afterwards, first left to first left. Empty texts match nothing.
    """
    pairs = [(i, j) for i, j in _in_order(old, new) if old[i]]
    taken_old, taken_new = {i for i, _ in pairs}, {j for _, j in pairs}
    left: dict[str, list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        if j not in taken_new and new[j]:
            left[new[j]].append(j)
    for i, text in enumerate(old):
        if i not in taken_old and left.get(text):
            pairs.append((i, left[text].pop()))
    return sorted(pairs)


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """A longest common subsequence, as pairs of positions."""
    numbers: dict[str, int] = {}
    coded = [[numbers.setdefault(t, len(numbers)) for t in side] for side in (old, new)]
    return [
        (block.src_start + k, block.dest_start + k)
        for block in Indel.opcodes(*coded)
        if block.tag == "equal"
        for k in range(block.src_end - block.src_start)
    ]
