"""What the words right before and after a figure make of it: a change, a rate, known ones."""

from __future__ import annotations

import re

from rights_diff.comparison.claims.claim import Claim
from rights_diff.model import Quantity

__all__ = ["change_of", "is_definite", "is_rate", "is_torn", "object_of"]

# "A rise of 5", "fell by 5", "a 5 percent increase": the figure is a change, not a level.
_UP = r"(?:gr[eo]w(?:th|ing|s)?|increas(?:es?|ed|ing)|jump(?:ed|s|ing)?|r[io]s(?:es?|ing))"
_DOWN = (
    r"(?:declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|drop(?:s|ped|ping)?|f[ae]ll(?:s|ing)?"
    r"|reduc(?:tions?|ed|ing))"
)
_HEDGES = r"(?: about| almost| approximately| around| more than| nearly| some| a further)?"
_CHANGE_BEFORE = re.compile(
    rf"\b(?:(?P<up>{_UP})|{_DOWN})(?: of| by)?(?: an?)?(?: estimated)?{_HEDGES}\s*$",
    re.IGNORECASE,
)
_CHANGE_AFTER = re.compile(
    rf"(?:\s*(?:%|per ?cent|percentage[ -]points?))?\s+(?:(?P<up>{_UP})|{_DOWN})\b",
    re.IGNORECASE,
)
_CHANGE_REACH = 40
# Words of the phrase right after a figure, and what ends it.
_OBJECT_WORDS = 6
_STOPS = re.compile(r"[,;:()—–.]")
_DEFINITE = re.compile(r"\b(?:the|these|those)\s+$", re.IGNORECASE)
_DEFINITE_REACH = 8
_EACH_BEFORE = re.compile(r"\baverage of (?:[a-z]+ ){0,2}$", re.IGNORECASE)
_EACH_AFTER = re.compile(
    r"[^,;.()]{0,60}?\b(?:each|every|per|a) (?:day|week|month)\b", re.IGNORECASE
)
_RATE_REACH = 80
# "Seven- to 15-years": the lower end stands apart, and the figure is the upper one alone.
_TORN = re.compile(r"\w-\s+(?:to|or)\s+$")
_TORN_REACH = 8


def change_of(quantity: Quantity, claim: Claim) -> str:
    """`up` or `down` where a figure tells a change and no level ("a rise of 5"), else ""."""
    core, text = quantity.core, claim.text
    found = _CHANGE_BEFORE.search(text, max(0, core.start - _CHANGE_REACH), core.start)
    found = found or _CHANGE_AFTER.match(text, core.end, core.end + _CHANGE_REACH)
    return "" if found is None else "up" if found["up"] else "down"


def object_of(quantity: Quantity, claim: Claim) -> frozenset[str]:
    """Stems of telling words right after a figure: "against the navy", "from the north"."""
    end, text = quantity.span.end, claim.text
    stop = min((q.span.start for q in claim.quantities if q.span.start >= end), default=len(text))
    found = []
    for word in [w for w in claim.words if w.span.start >= end][:_OBJECT_WORDS]:
        if word.span.start >= stop or _STOPS.search(text, end, word.span.start):
            break
        found.append(word)
    return frozenset(w.stem for w in found if not w.small)


def is_definite(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure is of known ones: "the four officers"."""
    start = quantity.span.start
    return bool(_DEFINITE.search(claim.text, max(0, start - _DEFINITE_REACH), start))


def is_rate(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure is told for each day, week or month, and not for the year."""
    core, text = quantity.core, claim.text
    return bool(
        _EACH_BEFORE.search(text, max(0, core.start - _CHANGE_REACH), core.start)
        or _EACH_AFTER.match(text, core.end, core.end + _RATE_REACH)
    )


def is_torn(quantity: Quantity, claim: Claim) -> bool:
    """Whether a figure is the end of a range whose beginning stands apart."""
    start = quantity.core.start
    return bool(_TORN.search(claim.text, max(0, start - _TORN_REACH), start))
