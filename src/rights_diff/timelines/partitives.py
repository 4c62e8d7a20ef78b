"""Figures that are told together: parts of a whole, numbers in a list, two that share a verb."""

from __future__ import annotations

import re

from rights_diff.comparison.figures import Figure, figures_of
from rights_diff.comparison.figures.relations import point
from rights_diff.timelines.wording import (
    ARTICLES,
    AUXILIARIES,
    CLAUSE_END,
    PREPOSITIONS,
    WHEN_FIRST,
    shortened,
    trimmed,
    words_after,
    words_before,
)

__all__ = ["bracketed", "listed_object", "neighbour", "of_the_base"]

_TO = re.compile(r"\s(?:against|at|for|from|in|to)\s(?!\d)")
_AND_MORE = re.compile(r"\sand (?=\d)")
_PARTED = re.compile(r"\b(?:and|comprised|included|including|or|were)\s")
_COMPARED = re.compile(r"\bcompared (?:to|with)(?: (?:about|approximately|only))?\s*$")


def listed_object(figure: Figure) -> str:
    """The phrase after a bare number of several: "four | to prisons and five | to schools"."""
    tail = words_after(figure)
    if figure.core != figure.words.lower() or not figure.nouns or point(figure.quantity) == 1:
        return ""
    if not _TO.match(tail) or WHEN_FIRST.match(tail.strip()):
        return ""
    words = [w for w in _AND_MORE.split(CLAUSE_END.split(tail)[0])[0].split() if w not in ARTICLES]
    return trimmed(" ".join(shortened(words)))


def bracketed(figure: Figure) -> str:
    """What a share in brackets is of: "unpaid overtime" of "unpaid overtime (30 percent)"."""
    before = words_before(figure)
    if figure.family != "share" or not before.endswith("("):
        return ""
    clause = CLAUSE_END.split(before[:-1])[-1]
    words = _PARTED.split(clause)[-1].split()
    return trimmed(" ".join(shortened(words))) if len(words) > 1 else ""


def of_the_base(figure: Figure, after: str) -> str:
    """What is said of a whole and not of its part: "arrested in May" of "nine of the 40 miners
    arrested in May stayed in prison"; nothing of "nine of the 40 miners moved to the valley".
    """
    first, who, _ = after.partition(" who ")
    if who or after.partition(" ")[0] in PREPOSITIONS:
        return first
    behind = CLAUSE_END.split(words_after(figure))[0].split()[len(after.split()) :]
    second = any(w in AUXILIARIES or w.endswith("ed") for w in behind)
    return after if second and not after.startswith(("that ", "who ")) else ""


def neighbour(figure: Figure) -> Figure | None:
    """The figure beside which this one is told without a verb of its own: the second of "six
    percent of boys and 9 percent of girls marry", the first of "9 percent of boys marry, compared
    with 12 percent of girls"; the count before one in brackets, "500 miners (3 percent of the
    people) marched".
    """
    if figure.family != "share":
        return None
    own, text = figure.quantity, figure.claim.text
    told = [f for f in figures_of(figure.claim) if f.quantity.sentence == own.sentence]
    bracketed = [f for f in told if text[f.quantity.span.end : own.span.start] == " ("]
    if bracketed:
        return bracketed[0]
    beside = [f for f in told if f.family == "share"]
    if _COMPARED.search(words_before(figure)):
        return next((f for f in reversed(beside) if f.quantity.span.end <= own.span.start), None)
    text = figure.claim.text
    return next((f for f in beside if text[own.span.end : f.quantity.span.start] == " and "), None)
