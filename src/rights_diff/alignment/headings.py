"""Headings made comparable: without numbering, case and decoration."""

from __future__ import annotations

import re

from rights_diff.alignment.words import concepts, stem, stopwords, tokens
from rights_diff.structure.typography import plain

# "Section 2.", "Part IV", "3.1", "a.", "IV." before the words of a heading.
_NUMBERING = re.compile(
    r"(?:(?:section|part|chapter)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-z])[.):]\s*"
    r"|(?:section|part|chapter)\s+(?:\d{1,2}|[ivx]{1,5})\b[.:]?\s*"
)
# Headings that open a report with what led up to the year.
_BACKGROUND = frozenset({"background", "overview", "context", "introduction", "summary"})


def bare(heading: str | None) -> str:
    """The words of a heading alone, lower-case; empty for none.

    >>> bare("Section 2. Respect for Civil Liberties:")
    'respect for civil liberties'
    """
    text = plain(heading or "").lower()
    numbering = _NUMBERING.match(text)
    words = text[numbering.end() :] if numbering else text
    return " ".join(t.word.lower() for t in tokens(words or text))


def opens(heading: str) -> bool:
    """Whether a bare heading names an introduction rather than a right."""
    return bool(_BACKGROUND.intersection(heading.split()[:2]))


def meanings(heading: str) -> frozenset[str]:
    """Near-synonym classes (or stems) of the words of a bare heading."""
    kinds = concepts()
    stems = (stem(word) for word in heading.split())
    return frozenset(c for s in stems if s not in stopwords() for c in kinds.get(s, (s,)))
