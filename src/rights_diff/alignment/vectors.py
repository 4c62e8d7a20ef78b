"""Vectors of words or meanings: key → weight."""

from __future__ import annotations

import math
from operator import mul

from rights_diff.alignment.words import concepts

Weights = dict[str, float]


def unit(weights: Weights) -> Weights:
    """The weights scaled to Euclidean length 1.

    >>> unit({"a": 3.0, "b": 4.0})
    {'a': 0.6, 'b': 0.8}
    """
    values = weights.values()
    length = math.sqrt(sum(map(mul, values, values)))
    return {s: w / length for s, w in weights.items()} if length else {}


def meant(mass: Weights) -> Weights:
    """Weights of near-synonym classes (of the stem itself where it is in none)."""
    kinds = concepts()
    found: Weights = {}
    for s, w in mass.items():
        known = kinds.get(s)
        if known is None:  # most words; a class has a name that no word has
            found[s] = w
            continue
        for c in known:
            if w > found.get(c, 0.0):
                found[c] = w
    return found


def dot(a: Weights, b: Weights) -> float:
    """Sum of products over the keys that both hold."""
    if len(a) > len(b):
        a, b = b, a
    return sum([w * b[s] for s, w in a.items() if s in b])
