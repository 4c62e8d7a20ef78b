"""How a sentence speaks: of what holds for a country or a year, or of one event and its people.

What holds one year is told again the next; an event is told once, or by its names.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from functools import lru_cache, partial

from rights_diff.alignment.words import Token, read_data

# Words of an episode count up to so many, each half of what a date or a name counts.
_MOST_WORDS = 4
# Characters of a date that names its day, as ISO text.
_DAY = len("2000-01-01")


def standing(read: Sequence[Token]) -> float:
    """How much of the sentence speaks of what holds for long or for many; 0 where nothing does."""
    return math.log1p(_hits("standing", read))


def episode(read: Sequence[Token], days: Collection[str], *, names: bool, single: bool) -> float:
    """How much of the sentence speaks of one event; 0 where nothing does.

    Args:
        days: days and months named in it, as ISO text.
        names: whether it names people or places of one event.
        single: whether it speaks of one person.
    """
    dated = max((1.0 if len(d) >= _DAY else 0.5 for d in days), default=0.0)
    words = min(_MOST_WORDS, _hits("episode", read)) / 2
    return math.log1p(dated + names + single + words)


def _hits(manner: str, read: Sequence[Token]) -> int:
    """How many words of a manner stand among the tokens, each counted once."""
    return len({*filter(None, map(_ENTRIES[manner], [word for _, word, _ in read]))})


def _entry(manner: str, word: str) -> str:
    """The entry of the lexicon that a word falls under; empty for none."""
    whole, heads = _lexicon()[manner]
    word = word.lower()
    return word if word in whole else next((h for h in heads if word.startswith(h)), "")


# One cache for each, so that a word alone is looked up.
_ENTRIES = {m: lru_cache(maxsize=16384)(partial(_entry, m)) for m in ("standing", "episode")}


@lru_cache(maxsize=1)
def _lexicon() -> dict[str, tuple[frozenset[str], tuple[str, ...]]]:
    """Manner → its words, and the beginnings of those with any ending."""
    found = {}
    for line in read_data("manner.tsv"):
        manner, words = line.split("\t")
        heads = tuple(w[:-1] for w in words.split() if w.endswith("*"))
        found[manner] = frozenset(w for w in words.split() if not w.endswith("*")), heads
    return found
