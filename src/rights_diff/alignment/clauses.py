"""Parts of a sentence: its clauses, cut roughly, since a report packs several claims into one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache

from rights_diff.alignment.vectors import Weights, meant, unit
from rights_diff.alignment.words import Token
from rights_diff.extraction.topics import topic_scores

# Marks and words at which a new clause may begin.
_CUT = re.compile(
    r"[,;:—–()]|\b(?:after|although|and|because|but|despite|including|that|though|which|while"
    r"|who|whose)\b"
)
# A clause of fewer words that tell something is no claim.
_FEWEST_WORDS = 2


class Parts:
    """What a sentence speaks of in detail, worked out when asked for.

    Most sentences of two adjacent editions stand word for word in both, and are never asked.
    """

    def __init__(self, text: str, read: Sequence[Token], mass: Weights) -> None:
        self._text, self._read, self._mass = text, read, mass

    @cached_property
    def clauses(self) -> tuple[Weights, ...]:
        """Meanings of each clause, length 1."""
        return clause_vectors(self._text, self._read, self._mass)

    @cached_property
    def index(self) -> Mapping[str, Sequence[tuple[int, float]]]:
        """Meaning → the clauses that hold it."""
        return clause_index(self.clauses)

    @cached_property
    def subjects(self) -> Weights:
        """Topic → how strongly the sentence speaks of it, length 1."""
        return _subjects(self._text)


@lru_cache(maxsize=4096)
def _subjects(text: str) -> Weights:
    """Kept, since a report is often compared with several others."""
    return unit(dict(topic_scores(text)))


def clause_vectors(text: str, read: Sequence[Token], mass: Weights) -> tuple[Weights, ...]:
    """Meanings of each clause, length 1, from the tokens of the sentence and their weights."""
    cuts = iter([m.start() for m in _CUT.finditer(text)])
    cut = next(cuts, len(text))
    clauses: list[list[str]] = [[]]
    for stem, _, start in read:
        if stem in mass:
            if cut < start:
                clauses.append([])
                while cut < start:
                    cut = next(cuts, len(text))
            clauses[-1].append(stem)
    told = [c for c in clauses if len(c) >= _FEWEST_WORDS]
    return tuple([unit(meant({s: mass[s] for s in c})) for c in told])


def clause_index(clauses: Sequence[Weights]) -> Mapping[str, Sequence[tuple[int, float]]]:
    """Meaning → the clauses that hold it, by position, and its weight there.

    >>> clause_index([{"court": 1.0}, {"court": 0.6, "fine": 0.8}])["court"]
    [(0, 1.0), (1, 0.6)]
    """
    index: dict[str, list[tuple[int, float]]] = {}
    for at, clause in enumerate(clauses):
        for c, w in clause.items():
            if c in index:
                index[c].append((at, w))
            else:
                index[c] = [(at, w)]
    return index
