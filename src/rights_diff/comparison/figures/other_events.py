"""Whether the clauses of two figures tell of unlike things: other incidents, offences, wholes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rights_diff.comparison.claims.claim import likeness, split_keys
from rights_diff.comparison.figures.figure import OF_CASES, Figure
from rights_diff.comparison.figures.relations import bounds, point
from rights_diff.comparison.words.lexicon import pairs, word_set
from rights_diff.comparison.words.stemming import stem
from rights_diff.model import QuantityKind

__all__ = ["is_other_event"]

# From these shares of common words on a sentence was kept and edited, or merely edited.
_KEPT = 0.7
_EDITED = 0.5
_ALIKE = 0.3
_PART_ALIKE = 0.35
# Characters around a figure in which "such camps" points back to what was told before.
_POINTS = 60
_POINTING = re.compile(r"\b(?:such|these|those)\s+([a-z]{4,})", re.IGNORECASE)
# "Seven were held; three were freed": a bare number behind a semicolon is a part of the one before.
_BREAK = re.compile(r";\s*(?:only |just |of these,? |of them,? )?$", re.IGNORECASE)
_BREAK_REACH = 16
_VAGUE = frozenset({QuantityKind.VAGUE_COUNT, QuantityKind.VAGUE_MAGNITUDE})


def is_other_event(old: Figure, new: Figure) -> bool:
    """Whether what two figures are told of cannot be one thing, for all their common nouns.

    A sentence that was kept and edited keeps what it tells of.
    """
    alike = likeness(old.claim, new.claim)
    if alike >= _KEPT:
        return False
    if (old.family in OF_CASES or old.is_sum) and _other_law(old, new, alike):
        return True
    if old.family != "count" or _same_number(old, new):
        return False
    if _tail(old) != _tail(new) or _has_tail(old) != _has_tail(new):
        return True
    if alike < _PART_ALIKE and _other_parts(old, new):
        return True
    if alike < _EDITED and (_apart(_incidents(old), _incidents(new)) or _guessed(old, new)):
        return True
    return alike < _ALIKE and (_points_back(old, new) or _points_back(new, old))


def _same_number(old: Figure, new: Figure) -> bool:
    return bounds(old.quantity) == bounds(new.quantity) and not old.boundless


def _apart(old: frozenset[str], new: frozenset[str]) -> bool:
    return bool(old and new and not old & new)


def _other_law(old: Figure, new: Figure, alike: float) -> bool:
    """Whether a law sets one figure and someone was given the other, or offences differ."""
    if old.is_sum and new.is_sum and alike < _ALIKE and _by_law(old) != _by_law(new):
        return True
    both = old.statutory or new.statutory or old.family == "duration"
    return both and _apart(_kinds("offences", old.near_keys), _kinds("offences", new.near_keys))


def _by_law(figure: Figure) -> bool:
    return not word_set("statute_words").isdisjoint(split_keys(figure.sentence_text))


def _kinds(name: str, keys: Iterable[str]) -> frozenset[str]:
    known = pairs(name)
    return frozenset(known[key] for key in keys if key in known)


def _incidents(figure: Figure) -> frozenset[str]:
    return _kinds("incident_kinds", figure.near_keys) if figure.outcomes else frozenset()


def _tail(figure: Figure) -> bool:
    """Whether a bare number behind a semicolon is a part of the figure told before it."""
    core, text = figure.quantity.core, figure.claim.text
    if len(figure.words.split()) > 1 or not figure.nouns:
        return False
    if not _BREAK.search(text, max(0, core.start - _BREAK_REACH), core.start):
        return False
    mine = point(figure.quantity)
    before = [q for q in figure.claim.quantities if figure.sentence_start <= q.core.start]
    return mine is not None and any(
        q.core.end <= core.start and (point(q) or 0) > mine and _head(q.counted) in figure.nouns
        for q in before
    )


def _has_tail(figure: Figure) -> bool:
    """Whether such a part is told behind the figure: what befell the part befell no more."""
    among = figure.claim.quantities
    others = (Figure(quantity=q, claim=figure.claim, place=n) for n, q in enumerate(among))
    return any(
        o.quantity.core.start > figure.quantity.core.start
        and o.nouns & figure.nouns
        and o.sentence_start == figure.sentence_start
        and _tail(o)
        for o in others
    )


def _head(counted: str | None) -> str:
    keys = split_keys((counted or "").split(" of ")[0])
    return stem(keys[-1]) if keys else ""


def _other_parts(old: Figure, new: Figure) -> bool:
    """Whether two parts of unlike sentences are told of with no common word behind them."""
    return (
        old.is_part and new.is_part and not (old.outcomes & new.outcomes or old.object & new.object)
    )


def _guessed(old: Figure, new: Figure) -> bool:
    """Whether vague sizes that differ ("thousands", "hundreds") stand in sentences unlike.

    Those that may be one size ("hundreds, possibly thousands") do where one thing befell them.
    """
    sizes = bounds(old.quantity), bounds(new.quantity)
    if not {old.quantity.kind, new.quantity.kind} <= _VAGUE or sizes[0] == sizes[1]:
        return False
    (low, high), (least, most) = sizes
    return high < least or most < low or not old.outcomes & new.outcomes


def _points_back(figure: Figure, other: Figure) -> bool:
    """Whether a figure is told of "such camps" and the other side tells of no camps."""
    text, core = figure.claim.text, figure.quantity.core
    around = text[core.end : core.end + _POINTS].split(".")[0]
    told = {stem(m[1].lower()) for m in _POINTING.finditer(around)}
    return bool(told) and told.isdisjoint(w.stem for w in other.claim.words)
