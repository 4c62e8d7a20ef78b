"""What sorts of things nouns name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rights_diff.comparison.words.lexicon import pairs
from rights_diff.comparison.words.stemming import stem

__all__ = ["noun_classes"]


@cache
def noun_classes() -> Mapping[str, str]:
    """The sort of thing that a stem names, where the lexicon knows.

    >>> noun_classes()[stem("prisoners")]
    'person.held'
    """
    return {stem(noun): name for noun, name in pairs("noun_classes").items()}
