"""An encoder without a model: how often each three letters stand in a sentence.

Finds "imprison" in "imprisonment"; knows nothing of meaning. A stand-in for your own.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

SIZE = 512  # places of a vector; trigrams that share one are rare in a sentence


def encode(texts: list[str]) -> Sequence[Sequence[float]]:
    """One vector for each text."""
    return [_vector(" ".join(text.casefold().split())) for text in texts]


def _vector(text: str) -> list[float]:
    vector = [0.0] * SIZE
    for start in range(len(text) - 2):
        # not hash(): that of a text differs from run to run
        vector[crc32(text[start : start + 3].encode("utf-8", "replace")) % SIZE] += 1.0
    return vector
