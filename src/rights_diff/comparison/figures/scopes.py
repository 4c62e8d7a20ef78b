"""Whether two figures have one scope: an incident, or all that happened in a year."""

from __future__ import annotations

import re
from functools import cache

from rights_diff.comparison.claims.claim import likeness, other_time, split_keys
from rights_diff.comparison.figures.figure import Figure
from rights_diff.comparison.figures.relations import bounds, point
from rights_diff.comparison.words.lexicon import table, word_set
from rights_diff.comparison.words.stemming import stem

__all__ = ["other_scope", "outcome_stems", "weakly_paired"]

# From this share of common words on the two sides are one sentence, edited.
_EDITED = 0.7
# From this share on a sum is told in the same sentence, for all that it says.
_KEPT = 0.5
# From this share on an equal number stands for the same thing.
_ALIKE = 0.4
# Names that two incidents share when they are one ("Bloody Sunday").
_LEAST_NAMES = 2
# What has to agree where the pairing itself is in doubt: see `weakly_paired`.
_LEAST_AGREEING = 3
_LEAST_AGREEING_UNSURE = 4
_OUTCOME_WEIGHT = 2
# Stem of "people", which says little of who is counted.
_GENERIC = stem("people")
# A vague word stands for a number only from this share of common words on.
_VAGUE_ALIKE = 0.35
# Below these scores of the pairing a vague word, or any figure, asks for more.
_VAGUE_SCORE = 0.75
_SURE_SCORE = 0.5
# Sentences with few words in common have to be surer.
_SURE_SCORE_UNLIKE = 0.8
_UNLIKE = 0.3
_MONTH_LENGTH = 7
_BEFORE_DATE = 24
# A date after these words ends or starts a stretch of time and names no event.
_STRETCH = re.compile(
    r"\b(?:as of|and|between|by|end of|from|mid|since|through|throughout|to|until|up to)"
    r"(?: the| early| late| mid)?[ -]*$",
    re.IGNORECASE,
)
# Read as a day, and yet a time of counting: "at the end of the year".
_CLOSE = re.compile(r"(?:close|end) of the year$", re.IGNORECASE)
_OTHERS_BEFORE = re.compile(r"\b(?:additional|another|further)\s+$", re.IGNORECASE)
_OTHERS_AFTER = re.compile(r"^\s+(?:of )?(?:additional|further|more|other)\s", re.IGNORECASE)
_AHEAD = frozenset({"planned", "plans", "risk", "threat", "threatened", "threatening"})
_ACTORS = ("person", "organization")
_MONTHS = frozenset(
    stem(month)
    for month in (
        "april", "august", "december", "february", "january", "july", "june", "march", "may",
        "november", "october", "september",
    )
)  # fmt: skip


def other_scope(old: Figure, new: Figure) -> bool:
    """Whether the figures cannot measure one thing: two incidents, an incident and a year's
    total, the others beside a number already told, what happened and what threatens.

    A sentence that was kept and edited keeps its scope.
    """
    alike = likeness(old.claim, new.claim)
    if alike >= _EDITED:
        return False
    if old.family == "sentence_length" and not (old.statutory or new.statutory):
        return other_time(old.claim, new.claim)
    if old.is_sum and new.is_sum:
        return alike < _KEPT and _other_award(old, new)
    if old.family != "count":
        return False
    if point(old.quantity) == point(new.quantity) and alike >= _ALIKE:
        return False
    if _others(old) != _others(new) or _is_ahead(old) != _is_ahead(new):
        return True
    return _other_incident(old, new)


def _other_award(old: Figure, new: Figure) -> bool:
    """Whether both are one person's sums (damages, a bribe) and no names tie them together."""
    words = word_set("award_words")
    if old.near_keys.isdisjoint(words) or new.near_keys.isdisjoint(words):
        return False
    if old.statutory or new.statutory:
        return False
    return len(old.claim.names & new.claim.names) < _LEAST_NAMES


def _other_incident(old: Figure, new: Figure) -> bool:
    times = _event_dates(old), _event_dates(new)
    events = _is_incident(old, times[0]), _is_incident(new, times[1])
    if not any(events) or not (_of_actors(old) and _of_actors(new)):
        return False
    if all(events) and _days(times[0]) and _days(times[1]) and not times[0] & times[1]:
        return True
    names = {n for n in old.claim.names & new.claim.names if n not in _MONTHS}
    if all(events):
        same = point(old.quantity) == point(new.quantity)
        return not times[0] & times[1] and not (same and len(names) >= _LEAST_NAMES)
    return not (old.distinctive and point(old.quantity) == point(new.quantity))


def _is_incident(figure: Figure, times: frozenset[str]) -> bool:
    if times:
        return True
    words = set(re.findall(r"[a-z]+", figure.sentence_text.lower()))
    return "when" in words and not words.isdisjoint(word_set("incident_words"))


def _event_dates(figure: Figure) -> frozenset[str]:
    """Days and months of the figure's sentence on which something happened."""
    text, start = figure.sentence_text, figure.sentence_start
    found = set()
    for date in figure.claim.dates:
        at = date.span.start - start
        if not 0 <= at < len(text) or len(date.iso) < _MONTH_LENGTH or "/" in date.iso:
            continue
        if _CLOSE.search(text[at : date.span.end - start]):
            continue
        if not _STRETCH.search(text[max(0, at - _BEFORE_DATE) : at]):
            found.add(date.iso)
    return frozenset(found)


def _days(times: frozenset[str]) -> bool:
    """Whether all the dates name a day."""
    return bool(times) and all(len(iso) > _MONTH_LENGTH for iso in times)


def _of_actors(figure: Figure) -> bool:
    """Whether people, groups of them, or what befell them are counted."""
    return bool(figure.outcomes) or any(c.startswith(_ACTORS) for c in figure.classes)


def _others(figure: Figure) -> bool:
    """Whether a figure counts the others beside those already told."""
    core, text = figure.quantity.core, figure.claim.text
    return bool(
        _OTHERS_BEFORE.search(text[max(0, core.start - _BEFORE_DATE) : core.start])
        or _OTHERS_AFTER.match(text[core.end : core.end + _BEFORE_DATE])
    )


def _is_ahead(figure: Figure) -> bool:
    """Whether what is counted threatens and has not happened."""
    return not figure.near_keys.isdisjoint(_AHEAD)


def weakly_paired(old: Figure, new: Figure, score: float) -> bool:
    """Whether too little agrees for a link where the sentences themselves may be no pair.

    `score` is how sure their pairing is. A vague word ("many") stands for a number only in
    sentences that are surely a pair, or alike.
    """
    vague = old.boundless != new.boundless and score < _VAGUE_SCORE
    if vague and (score < _SURE_SCORE or likeness(old.claim, new.claim) < _VAGUE_ALIKE):
        return True
    unlike = likeness(old.claim, new.claim) < _UNLIKE
    if score >= (_SURE_SCORE_UNLIKE if unlike else _SURE_SCORE):
        return False
    least = _LEAST_AGREEING if score >= _SURE_SCORE else _LEAST_AGREEING_UNSURE
    shared = old.context & new.context
    if score < _SURE_SCORE:
        return old.boundless or _agreeing(old, new, shared - outcome_stems()) < least
    return _agreeing(old, new, shared) < least


@cache
def outcome_stems() -> frozenset[str]:
    """Stems of the words that tell what befell people; their outcome counts already."""
    return frozenset(stem(w) for row in table("outcomes") for w in split_keys(row[0]))


def _agreeing(old: Figure, new: Figure, shared: frozenset[str]) -> int:
    """How many words speak for one thing: what befell them, nouns, their sort, what is near."""
    nouns = (old.nouns & new.nouns) - {_GENERIC}
    other_sort = (
        bool(nouns) and not old.modifiers & new.modifiers and old.modifiers != new.modifiers
    )
    agreeing = _OUTCOME_WEIGHT * len(old.outcomes & new.outcomes)
    agreeing += len(nouns) + len(shared) + len(old.modifiers & new.modifiers)
    return agreeing + (bounds(old.quantity) == bounds(new.quantity)) - other_sort
