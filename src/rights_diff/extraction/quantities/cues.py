"""Which sentences can hold a figure or a date at all; the others, half of all, are not read.

A rule starts at a figure, at a currency sign or at one of some two hundred words. A look at the
words of a sentence, in no order, costs a tenth of cutting it into tokens.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rights_diff.extraction.dates.find import may_hold_date
from rights_diff.extraction.grammar.tokens import CURRENCY_SIGNS

__all__ = ["Cues"]

_FIGURES = re.compile(rf"[\d{CURRENCY_SIGNS}]")
# Runs of letters: every token that is one word of a list is found, and parts of others besides.
_WORDS = re.compile(r"[^\W\d_]+")
_ARTICLES = frozenset({"a", "an"})


class Cues(NamedTuple):
    """The words, in lower case, by which figures and dates show themselves.

    Attributes:
        figures: a rule starts at each of them.
        after_article: a figure with "a" or "an" has one of them as well.
        dates: a date without digits has one of them.
    """

    figures: frozenset[str]
    after_article: frozenset[str]
    dates: frozenset[str]

    def silent(self, sentence: str) -> bool:
        """Whether a sentence holds neither a figure nor a date for certain."""
        if _FIGURES.search(sentence):
            return False
        words = set(_WORDS.findall(sentence.lower()))
        if not words.isdisjoint(self.figures):
            return False
        if not (words.isdisjoint(_ARTICLES) or words.isdisjoint(self.after_article)):
            return False
        return words.isdisjoint(self.dates) or not may_hold_date(sentence)
