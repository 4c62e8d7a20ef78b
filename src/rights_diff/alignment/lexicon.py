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
    """Weights of stems in the sentences of two reports.

    Attributes:
        weights: of the stems that stand in them.
    """

    def __init__(self, sentences: Sequence[Sequence[Token]]) -> None:
        self._counts = Counter([s for ts in sentences for s in {t.stem for t in ts}])
        self._total = len(sentences) + 1
        self.weights = {s: self._weigh(s) for s in self._counts}
        self._named = _names(sentences)
        self._specific = self._rare_names(_SPECIFIC_SHARE, specific=True)
        self._known = self._rare_names(_KNOWN_SHARE, specific=False)

    def weight(self, stem: str) -> float:
        """Weight of a stem in nats, 0–11; 0 for function words."""
        known = self.weights.get(stem)
        return self._weigh(stem) if known is None else known

    def _weigh(self, stem: str) -> float:
        if stem in stopwords():
            return 0.0
        local = math.log(self._total / (self._counts[stem] + 0.5)) / math.log(self._total + 1)
        return rarity(stem) * (1 - _LOCAL_SHARE + _LOCAL_SHARE * max(0.0, local))

    def _rare_names(self, share: float, *, specific: bool) -> frozenset[str]:
        """Names in few sentences here, of which many reports know (or not: `specific`)."""
        most = max(_ALWAYS, share * self._total)
        return frozenset(
            [
                s
                for s in self._named
                if (rarity(s) >= _SPECIFIC) == specific and self._counts[s] <= most
            ]
        )

    def names(self, stems: Iterable[str]) -> frozenset[str]:
        """Stems that the two reports write with a capital inside sentences, and mostly so."""
        return self._named.intersection(stems)

    def known(self, read: Iterable[Token]) -> frozenset[str]:
        """Names of bodies, offices and laws: common in general, in few sentences here."""
        return frozenset([s for s, word, _ in read if s in self._known and word[0].isupper()])

    def specific(self, read: Iterable[Token]) -> frozenset[str]:
        """Names of people and places of one event, as opposed to those of known bodies."""
        return frozenset([s for s, word, _ in read if s in self._specific and word[0].isupper()])


def _names(sentences: Iterable[Sequence[Token]]) -> frozenset[str]:
    inside = [(stem, word[0].isupper()) for ts in sentences for stem, word, _ in ts[1:]]
    every = Counter([stem for stem, _ in inside])
    upper = Counter([stem for stem, is_upper in inside if is_upper])
    return frozenset([s for s, n in upper.items() if 2 * n > every[s] and s not in stopwords()])
