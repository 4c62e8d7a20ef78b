"""How much a word tells: rare in general, and rare in the two reports at hand."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from rights_diff.alignment.words import Token, rarity, stopwords

# Share of a word's weight that its rarity in the two reports decides; anything from a quarter
# to three quarters does about as well over the labelled pairs.
_LOCAL_SHARE = 0.5
# Nats of rarity from which a name is that of a person or place of one event (in fewer than
# 1 of 3,000 sentences), and the largest share of the sentences at hand that may hold it.
_SPECIFIC = 8.0
_SPECIFIC_SHARE = 0.08
# Larger than this share, a name is the country's or that of its people.
_KNOWN_SHARE = 0.1
# Sentences that may always hold such a name, however short the reports.
_ALWAYS = 2


class Lexicon:
    """Weights of stems in the sentences of two reports."""

    def __init__(self, sentences: Sequence[Sequence[Token]]) -> None:
        self._counts = Counter(s for ts in sentences for s in {t.stem for t in ts})
        self._total = len(sentences) + 1
        self._weights: dict[str, float] = {}
        self._named = _names(sentences)

    def weight(self, stem: str) -> float:
        """Weight of a stem in nats, 0–11; 0 for function words."""
        known = self._weights.get(stem)
        if known is None:
            known = self._weights[stem] = self._weigh(stem)
        return known

    def _weigh(self, stem: str) -> float:
        if stem in stopwords():
            return 0.0
        local = math.log(self._total / (self._counts[stem] + 0.5)) / math.log(self._total + 1)
        return rarity(stem) * (1 - _LOCAL_SHARE + _LOCAL_SHARE * max(0.0, local))

    def names(self, read: Iterable[Token]) -> frozenset[str]:
        """Stems that the two reports write with a capital inside sentences, and mostly so."""
        return self._named.intersection(t.stem for t in read)

    def known(self, read: Iterable[Token]) -> frozenset[str]:
        """Names of bodies, offices and laws: common in general, in few sentences here."""
        return frozenset(
            t.stem
            for t in read
            if t.stem in self._named
            and t.word[0].isupper()
            and rarity(t.stem) < _SPECIFIC
            and self._counts[t.stem] <= max(_ALWAYS, _KNOWN_SHARE * self._total)
        )

    def specific(self, read: Iterable[Token]) -> frozenset[str]:
        """Names of people and places of one event, as opposed to those of known bodies."""
        return frozenset(
            t.stem
            for t in read
            if t.stem in self._named
            and t.word[0].isupper()
            and rarity(t.stem) >= _SPECIFIC
            and self._counts[t.stem] <= max(_ALWAYS, _SPECIFIC_SHARE * self._total)
        )


def _names(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for ts in sentences:
        for t in ts[1:]:
            (upper if t.word[0].isupper() else lower)[t.stem] += 1
    return frozenset(s for s, n in upper.items() if n > lower[s] and s not in stopwords())
