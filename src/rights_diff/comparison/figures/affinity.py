"""How strongly their words say that two figures measure the same thing."""

from __future__ import annotations

from rights_diff.comparison.claims.claim import likeness, other_time
from rights_diff.comparison.figures.figure import OF_CASES, Figure
from rights_diff.comparison.figures.other_events import is_other_event
from rights_diff.comparison.figures.relations import bounds, point
from rights_diff.comparison.figures.scopes import other_scope, outcome_stems
from rights_diff.comparison.figures.slots import same_slot
from rights_diff.comparison.words.stemming import stem
from rights_diff.model import Quantity, QuantityKind

__all__ = ["affinity", "comparable"]

# Weights of the evidence, set on labelled figure pairs of seven countries.
_SAME_NOUN = 2.0
_SAME_GENERIC_NOUN = 1.2
_NOUN_IN_CONTEXT = 0.8
_SAME_CLASS = 1.0
_UNKNOWN_NOUN = 0.5
_SAME_MODIFIER = 0.7
_SAME_VALUE = 1.2
_DISTINCTIVE_VALUE = 1.0
_SAME_AS_OF = 0.3
_SAME_OUTCOME = 0.5
_CONTEXT = 0.5
_MOST_CONTEXT = 5
_OTHER_NAMES = -1.5
_OTHER_MAGNITUDE = -1.5
_OTHER_CASE = -1.5
_OTHER_TIME = -1.5
_SAME_SLOT = 0.6
_OTHER_SLOT = -0.6
_OTHER_SLOT_NAMELESS = -1.2
_OTHER_TERMS = -0.5
# Words that "some" and "some" of two unlike sentences have to share to be one thing.
_VAGUE_CONTEXT = 3
_SERIES = 1.5
_SAME_OBJECT = 0.3
_OTHER_OBJECT = -0.5
_OTHER_SORT = -0.7
_DEFINITE = -1.5
_LOOKS_BACK = -1.5
# From this ratio on two figures hardly measure one thing a few years apart.
_MAGNITUDE = 100.0
# "No" counts as so much when its size is held against another's.
_NONE = 0.2
# Below this share of common words two terms, ages or shares are likely those of different cases:
# "per cent of respondents" names the whole, and what they said has to be told too.
_ALIKE = 0.3
# From this share on the sentence was kept and edited.
_EDITED = 0.5


def comparable(old: Figure, new: Figure) -> bool:
    """Whether kinds and units allow one to stand for the other."""
    if old.boundless and new.boundless and _only_words(old, new):
        return False
    if old.boundless != new.boundless and 1 in (point(old.quantity), point(new.quantity)):
        return False  # "many camps" against "one camp": one among them
    if old.family != new.family or old.family == "trend" or old.change != new.change:
        return False
    if (old.family == "count" and old.rate != new.rate) or old.torn != new.torn:
        return False
    if old.quantity.kind is QuantityKind.RANK:  # the unit of a rank is its baseline
        return bool(_superlatives(old) & _superlatives(new))
    return _same_unit(old.quantity, new.quantity)


def _only_words(old: Figure, new: Figure) -> bool:
    """Whether two vague figures say nothing: "some" against "many", or "some" of other things."""
    if old.core != new.core:
        return True
    told = len(old.context & new.context)
    return told < _VAGUE_CONTEXT and likeness(old.claim, new.claim) < _ALIKE


def _same_unit(old: Quantity, new: Quantity) -> bool:
    """Whether the units are the same; "four times" may stand for "four times a week"."""
    return old.unit == new.unit or (
        old.kind is new.kind is QuantityKind.FREQUENCY and not (old.unit and new.unit)
    )


def _superlatives(figure: Figure) -> frozenset[str]:
    """Words of a rank that say which end it is about (`lowest`, `most`, `only`)."""
    return frozenset(
        w for w in figure.words.lower().split() if w.endswith("est") or w in _RANK_WORDS
    )


# Stem of "people", which says little of who is counted.
_GENERIC = stem("people")
_RANK_WORDS = frozenset({"best", "first", "last", "least", "most", "only", "worst"})


def affinity(old: Figure, new: Figure, *, any_year: bool = False) -> float:
    """How much speaks for one thing measured twice; 0 where something speaks against it.

    Symmetric. The value itself speaks for a link only a little: equal numbers of different
    things are the commonest false friends.

    Args:
        any_year: each figure counts for the year it is about; otherwise one that is told beside
            the report's own, for a year before, is hardly the counterpart of another's.
    """
    if not comparable(old, new) or _part_and_whole(old, new) or other_scope(old, new):
        return 0.0
    noun = None if is_other_event(old, new) else _noun_evidence(old, new)
    if noun is None or _other_outcome(old, new):
        return 0.0
    return (
        noun
        + _value_evidence(old, new)
        + _context_evidence(old, new)
        + _slot_evidence(old, new)
        + _against(old, new)
        - (_LOOKS_BACK if any_year and _looks_back_alone(old, new) else 0.0)
    )


def _other_outcome(old: Figure, new: Figure) -> bool:
    """Whether different things befell those counted (killed, injured, released)."""
    return bool(old.outcomes and new.outcomes and not old.outcomes & new.outcomes)


def _part_and_whole(old: Figure, new: Figure) -> bool:
    """Whether one is told as a part and the other as a whole that has parts."""
    return (old.is_part and new.has_parts) or (new.is_part and old.has_parts)


def _slot_evidence(old: Figure, new: Figure) -> float:
    """For figures in the same place of an edited sentence, against those in another."""
    same = same_slot(old.claim, new.claim, old.quantity.core, new.quantity.core)
    if same is None:
        return (
            _OTHER_TERMS
            if old.family in OF_CASES and point(old.quantity) != point(new.quantity)
            else 0.0
        )
    if same:
        return _SAME_SLOT
    named = bool(old.nouns and new.nouns) and old.family not in OF_CASES
    vouched = named or bounds(old.quantity) == bounds(new.quantity)
    return _OTHER_SLOT if vouched else _OTHER_SLOT_NAMELESS


def _against(old: Figure, new: Figure) -> float:
    """What speaks against a link without ruling it out; at most 0."""
    a, b = point(old.quantity), point(new.quantity)
    score = 0.0
    if a is not None and b is not None and max(a, b) > _MAGNITUDE * (min(a, b) or _NONE):
        score += _OTHER_MAGNITUDE
    names, others = old.claim.names, new.claim.names
    if names and others and not names & others:
        score += _OTHER_NAMES
    if other_time(old.claim, new.claim):
        score += _OTHER_TIME
    if _looks_back_alone(old, new):
        score += _LOOKS_BACK
    if likeness(old.claim, new.claim) < _EDITED:
        score += _loose(old, new)
    vouched = old.nouns and new.nouns and old.family != "share"
    if (old.family in OF_CASES or not vouched) and likeness(old.claim, new.claim) < _ALIKE:
        score += 0.0 if old.statutory and new.statutory else _OTHER_CASE
    return score


def _looks_back_alone(old: Figure, new: Figure) -> bool:
    """Whether only one of two differing figures is told for a year before its report's own."""
    same = point(old.quantity) == point(new.quantity)
    return _looks_back(old) != _looks_back(new) and not same


def _looks_back(figure: Figure) -> bool:
    """Whether a figure is told for a year before the report's own, beside the report's figure."""
    as_of, year = figure.quantity.as_of, figure.claim.year
    return (
        as_of is not None
        and year is not None
        and as_of < year
        and any(
            q.as_of == year and q.counted == figure.quantity.counted
            for q in figure.claim.quantities
            if q is not figure.quantity
        )
    )


def _loose(old: Figure, new: Figure) -> float:
    """What else speaks against a link where the sentence was not merely edited."""
    score = 0.0
    if old.object and new.object and not old.outcomes & new.outcomes:
        score += _SAME_OBJECT if old.object & new.object else _OTHER_OBJECT
    if old.nouns & new.nouns and old.modifiers != new.modifiers and not _share_modifiers(old, new):
        score += _OTHER_SORT
    if old.definite != new.definite and point(old.quantity) != point(new.quantity):
        score += _DEFINITE
    return score


def _share_modifiers(old: Figure, new: Figure) -> bool:
    """Whether what one side puts before its noun is told by the other too, there or nearby."""
    return (old.modifiers - new.modifiers) <= new.context and (
        new.modifiers - old.modifiers
    ) <= old.context


def _noun_evidence(old: Figure, new: Figure) -> float | None:
    """Evidence from what is counted, None where two different things are."""
    if not old.nouns or not new.nouns:
        return _UNKNOWN_NOUN
    both = (old.modifiers & new.modifiers) | (old.modifiers & new.context)
    shared = len(both | (new.modifiers & old.context)) * _SAME_MODIFIER
    same = old.nouns & new.nouns
    if same and old.family == "ordinal" and both:
        return _SAME_NOUN + shared + _SERIES
    if same:
        return (_SAME_GENERIC_NOUN if same == {_GENERIC} else _SAME_NOUN) + shared
    if old.family == "ordinal":  # the third of one thing is not the third of another
        return None
    if any(_same_class(a, b) for a in old.classes for b in new.classes):
        return _SAME_CLASS + shared
    if _told_as_event(old, new) or _told_as_event(new, old):
        return _NOUN_IN_CONTEXT + shared
    if old.nouns & new.modifiers or new.nouns & old.modifiers:
        return _UNKNOWN_NOUN
    return None


def _told_as_event(event: Figure, other: Figure) -> bool:
    """Whether one counts what befell people ("70 death sentences") and the other tells it."""
    return bool(event.nouns & outcome_stems() & other.context)


def _same_class(a: str, b: str) -> bool:
    """Whether the classes are equal or one is the wider of the other (`person`, `person.held`)."""
    return a == b or a.startswith(b + ".") or b.startswith(a + ".")


def _value_evidence(old: Figure, new: Figure) -> float:
    a, b = old.quantity, new.quantity
    score = _SAME_AS_OF if a.as_of is not None and a.as_of == b.as_of else 0.0
    if bounds(a) == bounds(b) or (point(a) is not None and point(a) == point(b)):
        score += _SAME_VALUE + (_DISTINCTIVE_VALUE if old.distinctive else 0.0)
    return score


def _context_evidence(old: Figure, new: Figure) -> float:
    shared = len(old.context & new.context)
    outcome = _SAME_OUTCOME if old.outcomes & new.outcomes else 0.0
    return outcome + _CONTEXT * min(shared, _MOST_CONTEXT)
