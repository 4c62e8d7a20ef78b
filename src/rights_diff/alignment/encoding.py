"""An optional sentence encoder that the caller plugs in: one more sign of the same claim."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from operator import mul
from statistics import fmean, pstdev

from rights_diff.alignment.matching import Pair
from rights_diff.errors import CompareError
from rights_diff.protocols import SentenceEncoder

# Nats that a likeness one standard deviation above the usual adds to a pair's log-odds, and the
# most that counts. Chosen, not learned: little, since embeddings added nothing on labelled pairs.
_NATS = 0.5
_MOST = 2.0


def encoded_shifts(
    encoder: SentenceEncoder, texts: Sequence[Sequence[str]], pairs: Iterable[Pair]
) -> Mapping[Pair, float]:
    """What the encoder adds to the log-odds of each pair.

    Cosines of different encoders lie on different scales, so each is measured against those of
    all the pairs.

    Args:
        texts: the sentences of either report.
    Raises:
        CompareError: the encoder does not give one vector of one length for each text.
    """
    who = getattr(encoder, "who", "the encoder")  # a plug-in's is told with its package
    old, new = (_unit_vectors(encoder, side, who) for side in texts)
    if old and new and len(old[0]) != len(new[0]):
        raise CompareError(f"{who} gives vectors of different lengths")
    cosines = {(i, j): sum(map(mul, old[i], new[j])) for i, j in pairs}
    if not cosines:
        return {}
    mean, spread = fmean(cosines.values()), pstdev(cosines.values())
    if spread == 0:
        return {}
    return {p: _NATS * max(-_MOST, min(_MOST, (c - mean) / spread)) for p, c in cosines.items()}


def _unit_vectors(encoder: SentenceEncoder, texts: Sequence[str], who: str) -> list[list[float]]:
    if not texts:
        return []
    given = encoder(list(texts))
    try:
        vectors = [[float(x) for x in vector] for vector in given]
    except (TypeError, ValueError) as trouble:
        raise CompareError(f"{who} gives no vectors of numbers: {trouble}") from trouble
    if len(vectors) != len(texts) or len({len(v) for v in vectors}) != 1:
        raise CompareError(
            f"{who} must give one vector of one length for each of {len(texts)} sentences"
        )
    if not all(math.isfinite(x) for v in vectors for x in v):
        raise CompareError(f"{who} gives a vector with a number that is not finite")
    lengths = (math.hypot(*v) or 1.0 for v in vectors)
    return [[x / length for x in v] for v, length in zip(vectors, lengths, strict=True)]
