"""Which topics a sentence names: with a word that names one alone, or with two kinds of support.

A section is judged by the sum of its words; in one sentence a single usual word ("police",
"court", "released") would decide. So a sentence needs more than a word that every report uses.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from rights_diff.extraction.topics_evidence import (
    Scores,
    add,
    found_terms,
    sentence_evidence,
    weigh,
)
from rights_diff.extraction.topics_lexicon import Term, supports
from rights_diff.extraction.topics_words import stem, words_and_stops

__all__ = ["named_scores"]

_ALONE, _NOTHING = "alone", "-"  # kinds of `topics_sentences.tsv`; all others only support
_WHO = "who"  # the kind of those who act: they stand below any heading
_NAMES_ALONE = 3  # the weight from which a term names its topic in a sentence
_SUPPORTS = 2  # the weight of usual vocabulary
_KINDS = 2  # supports of as many kinds name a topic
_FOR_ALONE, _FOR_KIND = 3.0, 1.5  # two supports weigh what one strong sign weighs

Kinds = dict[int, frozenset[str]]  # by place in the taxonomy


def named_scores(text: str, headed: int | None = None) -> Scores:
    """Scores of the topics that a text names, by place in the taxonomy.

    Args:
        text: a sentence, or a few.
        headed: the topic that the heading above names; one support is enough for it.
    """
    kinds = _kinds(text)
    if headed in kinds and kinds[headed] != {_WHO}:
        kinds = {**kinds, headed: kinds[headed] | {_ALONE}}
    named = {place: _weight(told) for place, told in kinds.items() if _names(told)}
    return {
        place: score
        for place, score in add(named, weigh(sentence_evidence(text))).items()
        if place in named
    }


def _names(kinds: frozenset[str]) -> bool:
    return _ALONE in kinds or len(kinds) >= _KINDS


def _weight(kinds: frozenset[str]) -> float:
    return sum(_FOR_ALONE if kind == _ALONE else _FOR_KIND for kind in kinds)


@lru_cache(maxsize=8192)
def _kinds(text: str) -> Kinds:
    """By topic the kinds of the terms that a text uses."""
    forms = tuple(words_and_stops(text))
    terms = tuple(found_terms(forms))
    silent = {k for t, at in terms if not t.postings for k in range(at, at + len(t.words))}
    found: dict[int, set[str]] = {}
    told: set[tuple[int, int]] = set()  # (topic, word): what a listed term covers
    for place, kind, at, length in _listed(tuple(map(stem, forms)), silent):
        told.update((place, k) for k in range(at, at + length))
        if kind != _NOTHING:
            found.setdefault(place, set()).add(kind)
    for term, at in terms:
        for place, weight in term.postings:
            kind_by_weight = _kind_by_weight(term, place, weight)
            if kind_by_weight is not None and (place, at) not in told:
                found.setdefault(place, set()).add(kind_by_weight)
    return {place: frozenset(kinds) for place, kinds in found.items()}


def _listed(stems: tuple[str, ...], silent: set[int]) -> Iterator[tuple[int, str, int, int]]:
    """The listed terms as (topic, kind, where, length); of a topic's that overlap the longest."""
    ends: dict[int, int] = {}
    for at, first in enumerate(stems):
        for key, place, kind in supports().get(first, ()):
            if at >= ends.get(place, 0) and at not in silent and key == stems[at : at + len(key)]:
                ends[place] = at + len(key)
                yield place, kind, at, len(key)


def _kind_by_weight(term: Term, place: int, weight: int) -> str | None:
    """What a term of the lexicon is to a sentence where no line lists it."""
    if weight >= _NAMES_ALONE:
        return _ALONE
    if weight < _SUPPORTS or place in _with_kinds():
        return None
    return " ".join(term.words)  # two different words of usual vocabulary are two kinds


@cache
def _with_kinds() -> frozenset[int]:
    """The topics whose usual vocabulary is sorted into kinds."""
    entries = (entry for group in supports().values() for entry in group)
    return frozenset(place for _, place, kind in entries if kind not in (_ALONE, _NOTHING))
