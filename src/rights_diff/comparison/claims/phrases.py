"""Finding the phrases of a lexicon among words, in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rights_diff.comparison.claims.claim import Claim, Word, split_keys
from rights_diff.comparison.words.lexicon import lines, table

__all__ = ["Hit", "both", "every", "find", "surplus"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a lexicon in a text: its words and the other cells of its row."""

    phrase: str
    cells: tuple[str, ...]
    words: tuple[Word, ...]


# The lexicon that goes with `goods.txt` and `scarcity.tsv`.
_DEGREES = "degrees"


@cache
def _scarce() -> tuple[tuple[str, ...], ...]:
    """Phrases for too little of a good thing, each thing on a ladder of its own."""
    return tuple(
        (f"{words} {good}", f"lack of {good}", rung, "0", "self")
        for words, rung in table("scarcity")
        for good in lines("goods")
    )


@cache
def _index(name: str) -> dict[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """First word of each phrase to its phrases, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
    for phrase, *cells in (*table(name), *(_scarce() if name == _DEGREES else ())):
        words = split_keys(phrase)
        found.setdefault(words[0], []).append((words, tuple(cells)))
    return {k: tuple(sorted(v, key=lambda e: (-len(e[0]), e[0]))) for k, v in found.items()}


def find(name: str, words: Sequence[Word]) -> list[Hit]:
    """The phrases of `data/NAME.tsv` in order, longest first, none overlapping."""
    index = _index(name)
    keys = tuple([w.key for w in words])
    hits: list[Hit] = []
    free = 0
    for n in [n for n, key in enumerate(keys) if key in index]:
        if n < free:
            continue
        for phrase, cells in index[keys[n]]:
            end = n + len(phrase)
            if keys[n:end] == phrase:
                hits.append(Hit(" ".join(phrase), cells, tuple(words[n:end])))
                free = end
                break
    return hits


def surplus(hits: Iterable[Hit], others: Iterable[Hit]) -> list[Hit]:
    """Hits left when each phrase that the other side has too is taken away once."""
    spare = Counter(h.phrase for h in others)
    left = []
    for hit in hits:
        if spare[hit.phrase]:
            spare[hit.phrase] -= 1
        else:
            left.append(hit)
    return left


def both(name: str, old: Claim, new: Claim) -> tuple[list[Hit], list[Hit]]:
    """The phrases of `data/NAME.tsv` that only one side has, old and new."""
    left, right = every(name, old), every(name, new)
    return surplus(left, right), surplus(right, left)


def every(name: str, claim: Claim) -> list[Hit]:
    """The phrases of `data/NAME.tsv` in a claim, months and words before figures left out."""
    return [h for h in find(name, claim.words) if not _is_other(h, claim)]


def _is_other(hit: Hit, claim: Claim) -> bool:
    """Whether a phrase is the month of May, or "some" before a number."""
    if hit.words[0].text == "May":
        return True
    after = hit.words[-1].place + 1
    if hit.cells[3:] == ("quantifier",) and after < len(claim.words):
        following: Word = claim.words[after]
        if following.key[0].isdigit():
            return True
    end = hit.words[-1].span.end
    return any(q.value is not None and q.span.start <= end <= q.span.end for q in claim.quantities)
