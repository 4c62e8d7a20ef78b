"""Who says so: a source added, dropped, swapped or made anonymous."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rights_diff.comparison.claims.anchors import enough, has_any, kindred, mood, telling
from rights_diff.comparison.claims.claim import Claim, Word, stops
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.facets.source_names import (
    has_voice,
    is_address,
    is_noun,
    kin,
    speakers_before,
    subject_of,
    tells_there,
    wears_other_name,
)
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.model import Facet, Signal

__all__ = ["Source", "attribution_signals", "sources"]

# Below this share of common words a source may belong to another thought.
_LEAST_LIKENESS = 0.15
# Below this score the pairing is in doubt, and so is who is cited for what.
_LEAST_SCORE = 0.35
# From this share on the two sides are one sentence, edited.
_ALIKE = 0.6
# From this share on a "reportedly" more is one whatever else the sentence hands on.
_KEPT = 0.85
# Words on either side of a source that may be what it says.
_TOLD = 14
# More sources in one row than this are not compared: a hostile text may hold thousands.
_MOST_SOURCES = 20
# Most words of a source's name that are looked at.
_LONGEST = 9
# Most words of a clause between its subject and the verb of saying.
_LONGEST_SUBJECT = 25
# Digits of a year.
_YEAR = 4
_ADVERBS = frozenset({"also", "however", "later", "previously", "reportedly", "then"})
_PRONOUNS = frozenset(
    {"also", "he", "she", "they", "it", "which", "who", "had", "has", "have", "that"}
)
# Participles that also stand before a noun.
_PARTICIPLES = frozenset(
    {"alleged", "claimed", "confirmed", "documented", "estimated", "recorded", "reported"}
)
_PASSIVE = frozenset({"been", "is", "was", "were", "are", "be"})
# With these a sentence has no speaker for its subject.
_NO_SUBJECT = frozenset({"there", "commonly"})
# After these a reporting verb means another thing ("reported directly to").
_NO_SPEECH = frozenset({"directly", "to"})


@dataclass(frozen=True, slots=True)
class Source:
    """Words that name who says something, and what they come down to."""

    words: tuple[Word, ...]
    key: frozenset[str]
    anonymous: bool

    @property
    def passive(self) -> bool:
        """Whether it is but a verb ("were reported"), which may merely count."""
        return len(self.words) == 1 and self.words[0].key in word_set("reporting_verbs")


def attribution_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of sources that only one side has."""
    if contrast.likeness < _LEAST_LIKENESS or contrast.score < _LEAST_SCORE:
        return
    old, new = sources(contrast.old)[:_MOST_SOURCES], sources(contrast.new)[:_MOST_SOURCES]
    left = [s for s in _others(old, new) if _speaks_to(s, contrast.old, contrast)]
    right = [s for s in _others(new, old) if _speaks_to(s, contrast.new, contrast)]
    if not left and not right:
        return
    a, b = left[:1], right[:1]
    kept = contrast.likeness >= _KEPT and all(s.anonymous for s in (*a, *b))
    if not ((a and b) or kept) and has_voice(contrast.new if a else contrast.old):
        return  # who says so on the other side is not plain
    if not (a and b) and _softly_told(contrast.new if a else contrast.old, (a or b)[0], contrast):
        return
    yield contrast.signal(
        Facet.ATTRIBUTION_CHANGED,
        _rule(a, b),
        a[0].words if a else (),
        b[0].words if b else (),
    )


def _speaks_to(source: Source, side: Claim, contrast: Contrast) -> bool:
    """Whether enough of what a source is given for stands on the other side."""
    other = contrast.new if side is contrast.old else contrast.old
    if not tells_there(source.words, side, other):
        return False
    if not source.passive and wears_other_name(source.words, side, other):
        return False
    return contrast.likeness >= _ALIKE or enough(
        _told(source, side, other), contrast.score, contrast.old, contrast.new
    )


def _told(source: Source, side: Claim, other: Claim) -> int:
    """Words of the other side near the source, its own name left out."""
    there = {kindred(w) for w in other.words if telling(w)} - source.key
    first, last = source.words[0].place, source.words[-1].place
    near = (*side.words[max(0, first - _TOLD) : first], *side.words[last + 1 : last + 1 + _TOLD])
    home = source.words[0].sentence
    return len({kindred(w) for w in near if w.sentence == home and telling(w)} & there)


def _softly_told(other: Claim, source: Source, contrast: Contrast) -> bool:
    """Whether an unnamed voice stands against words that leave it open as well ("accused")."""
    unsure = source.anonymous and contrast.likeness < _ALIKE
    return unsure and has_any(other, word_set("soft_words"))


def _rule(old: Sequence[Source], new: Sequence[Source]) -> str:
    if not old or not new:
        return "source only in new" if new else "source only in old"
    if old[0].anonymous == new[0].anonymous:
        return "other source"
    return "source named" if old[0].anonymous else "source made anonymous"


def _others(side: Sequence[Source], other: Sequence[Source]) -> list[Source]:
    """Sources that no source of the other side shares a word with."""
    return [
        s for s in side if not any(s.key & o.key or (s.anonymous and o.anonymous) for o in other)
    ]


@lru_cache(maxsize=4)  # two rules ask for the sources of the same two claims
def sources(claim: Claim) -> tuple[Source, ...]:
    """The sources a claim names, in order."""
    found: list[Source] = []
    words = claim.words
    for n, word in enumerate(words):
        if word.key == "reportedly":
            found.append(Source((word,), frozenset({word.stem}), anonymous=True))
        elif word.key == "to" and n and words[n - 1].key == "according":
            found += _source(subject_of(_after(words, n, claim)))
        elif _says(n, claim):
            found += _speaker(words, n, claim)
    return tuple(found)


def _says(at: int, claim: Claim) -> bool:
    """Whether a verb of saying stands at a place: no name, no adjective ("alleged abuses")."""
    word = claim.words[at]
    if word.key not in word_set("reporting_verbs") or _in_name(word, claim):
        return False
    if is_noun(at, claim) or is_address(word, claim):
        return False
    if _passive(claim.words, at, claim):
        return not mood(word, claim)[0]  # "no deaths were reported" counts
    return not _is_adjective(at, claim)


def _is_adjective(at: int, claim: Claim) -> bool:
    words = claim.words
    if at + 1 >= len(words) or words[at + 1].small or words[at].key not in _PARTICIPLES:
        return False
    before = words[at - 1] if at and words[at - 1].sentence == words[at].sentence else None
    if before is None or stops(before, words[at], claim):
        return True
    return (before.small and before.key not in _PRONOUNS) or before.key.endswith("ly")


def _in_name(word: Word, claim: Claim) -> bool:
    """Whether a verb's form is part of a name ("Port Said")."""
    return word.is_name and word.span.start not in {s.start for s in claim.spans}


def _speaker(words: Sequence[Word], at: int, claim: Claim) -> list[Source]:
    """Who stands before a reporting verb; nobody in the passive, but for one named after "by"."""
    if not _passive(words, at, claim):
        if at + 1 < len(words) and words[at + 1].key in _NO_SPEECH:
            return []
        return _source(subject_of(_before(words, at, claim)))
    told_by = words[at + 1 : at + 2] and words[at + 1].key == "by"
    if told_by and (named := _source(subject_of(_after(words, at + 1, claim)))):
        return named
    if words[at - 1].key not in _PASSIVE and (
        spoken := _source(subject_of(_before(words, at, claim)))
    ):
        return spoken  # "the panel noted, however, that"
    return [Source((words[at],), frozenset({"reportedly"}), anonymous=True)]


def _passive(words: Sequence[Word], at: int, claim: Claim) -> bool:
    """Whether a form of "to be" stands before the verb, or nothing of its sentence after it."""
    if at and words[at - 1].key in _PASSIVE:
        return True
    return at + 1 == len(words) or (at > 0 and stops(words[at], words[at + 1], claim))


def _source(words: Sequence[Word]) -> list[Source]:
    telling_words = [w for w in words if not w.small and w.key not in _ADVERBS]
    if not telling_words:
        return []
    hidden = word_set("anonymous_sources")
    named = [w for w in telling_words if w.is_name and w.key not in hidden]
    if not named and not any(w.key in hidden | word_set("source_nouns") for w in telling_words):
        return []
    if words[0].key in _NO_SUBJECT:
        return []
    anonymous = not named and any(w.key in hidden for w in telling_words)
    return [Source(tuple(words), frozenset(kin(w) for w in telling_words), anonymous)]


def _before(words: Sequence[Word], at: int, claim: Claim) -> Sequence[Word]:
    """The first words of the clause that ends before `at`, or the list of speakers it ends with."""
    found: list[Word] = []
    for n in range(at - 1, max(-1, at - 1 - _LONGEST_SUBJECT), -1):
        if stops(words[n], words[n + 1], claim):
            found += speakers_before(words, n, claim)
            break
        found.append(words[n])
    return found[::-1][:_LONGEST]


def _after(words: Sequence[Word], at: int, claim: Claim) -> list[Word]:
    """Words after `at` up to a stop in the sentence."""
    found: list[Word] = []
    for n in range(at + 1, min(len(words), at + 1 + _LONGEST)):
        if stops(words[n - 1], words[n], claim) or _is_figure(words[n]):
            break
        found.append(words[n])
    return found


def _is_figure(word: Word) -> bool:
    """Whether a word is a number other than a year."""
    return word.key[0].isdigit() and not (len(word.key) == _YEAR and word.key.isdigit())
