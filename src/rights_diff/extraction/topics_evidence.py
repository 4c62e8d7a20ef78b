"""What a text says of each topic: the terms it uses, and what they weigh together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import log

from rights_diff.extraction.topics_lexicon import (
    HeadingEntry,
    Term,
    exact_terms,
    heading_key,
    headings,
    taxonomy,
    terms,
)
from rights_diff.extraction.topics_words import stem, words_and_stops

Scores = dict[int, float]  # by place in the taxonomy
Evidence = Counter[Term]

# A heading outweighs the usual vocabulary of a paragraph, not that of a long section on something
# else: five paragraphs on one topic reach about 30. Set by reading the topics of 52 chapters.
_HEADING_WEIGHT = 24.0
_NEXT_TOPIC = 0.75  # the second topic that a heading names counts this much of the first
_SEGMENT_SHARE = 0.2  # what a part of a heading weighs beside the terms in all of it
_NAMED = 2.0  # the weight from which the words of a heading name a topic, not merely hint at one
_SEGMENT = re.compile(r"\s-\s|[/:,;—–]|\band\b", re.IGNORECASE)


def evidence(text: str) -> Evidence:
    """The lexicon terms of a text with their counts; of overlapping ones the longest."""
    return Counter(term for term, _ in found_terms(tuple(words_and_stops(text))))


def found_terms(forms: tuple[str, ...]) -> Iterator[tuple[Term, int]]:
    """The lexicon terms among words, each with its place; of overlapping ones the longest."""
    stems = tuple(map(stem, forms))
    inflected, exact = terms(), exact_terms()
    end = 0
    for at in [k for k, s in enumerate(stems) if s in inflected or forms[k] in exact]:
        if at >= end:
            term = _longest(inflected.get(stems[at]), stems, at)
            term = term or _longest(exact.get(forms[at]), forms, at)
            if term is not None:
                yield term, at
                end = at + len(term.words)


@lru_cache(maxsize=8192)
def sentence_evidence(text: str) -> Evidence:
    """The same, kept: a sentence is asked for its topics when read and again when aligned.

    Whoever asks leaves the counts as they are.
    """
    return evidence(text)


def weigh(found: Evidence) -> Scores:
    """Scores of the topics that the terms speak of; each repetition of a term counts less."""
    scores: Scores = {}
    for term, times in found.items():
        share = 1.0 + log(times)
        for place, weight in term.postings:
            scores[place] = scores.get(place, 0.0) + weight * share
    return scores


def heading_scores(heading: str) -> tuple[Scores, bool]:
    """What a heading alone says, and whether it says little without the heading above it."""
    entry = headings().get(heading_key(heading))
    if entry is not None:
        return _ladder(entry.topics), entry.vague
    return _levelled(add(_in_order(evidence(heading)), _segments(heading))), False


def add(scores: Scores, more: Scores, share: float = 1.0) -> Scores:
    """The sum of two scorings, the second one weighted."""
    total = dict(scores)
    for place, score in more.items():
        total[place] = total.get(place, 0.0) + score * share
    return total


def ranked(scores: Scores) -> tuple[tuple[str, float], ...]:
    """Codes and scores, best first; ties in the order of the taxonomy."""
    topics = taxonomy()
    order = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return tuple((topics[place].code, round(score, 3)) for place, score in order if score > 0)


def _longest(group: tuple[Term, ...] | None, tokens: tuple[str, ...], at: int) -> Term | None:
    for term in group or ():
        if term.words == tokens[at : at + len(term.words)]:
            return term
    return None


def _in_order(found: Evidence) -> Scores:
    """Scores of a heading's terms; what it names first is what the section is about."""
    scores: Scores = {}
    for rank, term in enumerate(found):
        for place, weight in term.postings:
            scores[place] = scores.get(place, 0.0) + weight * _NEXT_TOPIC**rank
    return scores


def _ladder(places: Iterable[int]) -> Scores:
    return {place: _HEADING_WEIGHT * _NEXT_TOPIC**rank for rank, place in enumerate(places)}


def _segments(heading: str) -> Scores:
    """Scores of the parts of a heading that are headings themselves ("Racism and policing")."""
    known = headings()
    entries = (known.get(heading_key(part)) for part in _SEGMENT.split(heading))
    scores: Scores = {}
    for entry in entries:
        if isinstance(entry, HeadingEntry) and not entry.vague:
            scores = add(scores, _ladder(entry.topics), _SEGMENT_SHARE)
    return scores


def _levelled(scores: Scores) -> Scores:
    """The scores on the scale of whole headings, however many words the heading has."""
    best = max(scores.values(), default=0.0)
    if best < _NAMED:
        return scores
    return {place: score * _HEADING_WEIGHT / best for place, score in scores.items()}
