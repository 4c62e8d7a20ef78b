"""Clauses of a sentence, cut roughly: a report packs several claims into one sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rights_diff.alignment.profile import Weights, meant, unit
from rights_diff.alignment.words import Token

# Marks and words at which a new clause may begin.
_CUT = re.compile(
    r"[,;:—–()]|\b(?:after|although|and|because|but|despite|including|that|though|which|while"
    r"|who|whose)\b"
)
# A clause of fewer words that tell something is no claim.
_FEWEST_WORDS = 2


def clause_vectors(text: str, read: Sequence[Token], mass: Weights) -> tuple[Weights, ...]:
    """Meanings of each clause, length 1, from the tokens of the sentence and their weights."""
    cuts = [m.start() for m in _CUT.finditer(text)]
    clauses: list[list[str]] = [[] for _ in range(len(cuts) + 1)]
    at = 0
    for token in read:
        while at < len(cuts) and cuts[at] < token.start:
            at += 1
        if token.stem in mass:
            clauses[at].append(token.stem)
    told = [c for c in clauses if len(c) >= _FEWEST_WORDS]
    return tuple(unit(meant({s: mass[s] for s in c})) for c in told)
