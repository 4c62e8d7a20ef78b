"""Claims reversed: a negation put in or out, or a word replaced by its opposite."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from functools import cache

from rights_diff.comparison.claims.anchors import enough, kindred, mood, shared_near
from rights_diff.comparison.claims.claim import Claim, Word, stops
from rights_diff.comparison.claims.clauses import clause
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.facets.stages import same_case
from rights_diff.comparison.facets.timing import spans_other_years
from rights_diff.comparison.words.lexicon import table, word_set
from rights_diff.comparison.words.stemming import stem
from rights_diff.model import Facet, Signal

__all__ = ["polarity_signals"]

# Least share of common words for a negation on one side to reverse the other's claim.
_LEAST_LIKENESS = 0.5
# The same for opposites with more than a few words around them in common.
_KEPT = 0.4
# Below this score of the pairing opposites decide nothing: the pairing itself is in doubt.
_LEAST_SCORE = 0.45
# The same where two words in a row agree.
_PHRASE_LIKENESS = 0.3
# Words shared in the clauses of two opposites that tell that one thing is spoken of.
_LEAST_BESIDE = 2
# Words after a negation among which the verb or noun that it governs is looked for.
_REACH = 4
# Words of what is denied that are shown.
_NAME_WORDS = 4
# Words before a phrase among which a "no" may open the list that it stands in ("no A, B or C").
_LIST_REACH = 12
# Words of a row looked at for opposites; no claim is longer.
_MOST_WORDS = 400
# What opens words that deny by themselves ("nonexistent", "ineffective", "unable").
_DENYING = ("inadequ", "ineff", "insuff", "non", "unab", "unsucc", "unwill")
# Words between "not" and the "but" that takes it up.
_BUT_REACH = 12
_IDLE_AFTER = frozenset({"almost", "and", "hardly", "if", "or", "virtually"})
# "Not for this but for that"; "has not been seen since".
_PERFECT = frozenset({"had", "has", "have"})
_NOT_ONLY = (["just"], ["merely"], ["only"])
# Words on either side of an opposite that tell what it is said of.
_AROUND = 6


def polarity_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of a claim that says the reverse."""
    negations = list(_negations(contrast)) or list(_denied_phrases(contrast))
    yield from negations
    yield from _opposites(contrast)


def _negations(contrast: Contrast) -> Iterable[Signal]:
    """A negation more on one side of two claims that otherwise use the same words."""
    if contrast.likeness < _LEAST_LIKENESS or not contrast.one_to_one:
        return
    old, new = _marks(contrast.old_only, contrast.old), _marks(contrast.new_only, contrast.new)
    if len(old) % 2 == len(new) % 2:
        return
    side, marks = (contrast.old, old) if len(old) > len(new) else (contrast.new, new)
    other = contrast.new if side is contrast.old else contrast.old
    if _half_denies(other, side):
        return
    for mark in marks:
        governed = _governed(mark, side)
        plain = _plain(governed, side, other) if governed else None
        if governed and plain:
            run, same = _run(governed, side, plain, other)
            there, here = (mark, *run), same
            old_words, new_words = (there, here) if side is contrast.old else (here, there)
            yield contrast.signal(_reversal(contrast, governed), "negation", old_words, new_words)
            return


def _run(a: Word, left: Claim, b: Word, right: Claim) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Two words with those behind them that both sides have alike: what is denied, by its name."""
    pairs = zip(left.words[a.place :], right.words[b.place :], strict=False)
    alike = itertools.takewhile(lambda p: p[0].stem == p[1].stem and not p[0].small, pairs)
    found = list(itertools.islice(alike, _NAME_WORDS)) or [(a, b)]
    return tuple(p[0] for p in found), tuple(p[1] for p in found)


def _half_denies(side: Claim, other: Claim) -> bool:
    """Whether a side without a negation more denies in its own words ("lost", "rarely")."""
    return any(
        w.key in word_set("near_negatives") or w.key.startswith(_DENYING)
        for w in _words_alone(side, other)
    )


def _words_alone(side: Claim, other: Claim) -> list[Word]:
    there = {w.key for w in other.words}
    return [w for w in side.words if w.key not in there]


def _plain(governed: Word, side: Claim, other: Claim) -> Word | None:
    """The same word said of the same thing without a negation on the other side."""
    wished = mood(governed, side)[1]
    if _times_told(governed, side) >= _times_told(governed, other):
        return None  # told there as well, beside what is denied
    found = [
        (len(shared_near(governed, side, w, other)), -w.place, w)
        for w in other.words
        if w.stem == governed.stem
        and mood(w, other) == (False, wished)
        and not _is_denied(w, other)
    ]
    return max(found, key=lambda f: f[:2])[2] if found else None


def _times_told(governed: Word, claim: Claim) -> int:
    return sum(w.stem == governed.stem and not mood(w, claim)[0] for w in claim.words)


def _denied_phrases(contrast: Contrast) -> Iterable[Signal]:
    """Two words in a row after "no" on one side that stand without any negation on the other."""
    if not contrast.one_to_one or contrast.score < _LEAST_SCORE:
        return
    if contrast.likeness < _PHRASE_LIKENESS:
        return
    old, new = _phrases(contrast.old), _phrases(contrast.new)
    for phrase in [p for p in old if p in new]:
        a, b = old[phrase], new[phrase]
        no_a, no_b = _no_before(a[0], contrast.old), _no_before(b[0], contrast.new)
        if bool(no_a) == bool(no_b) or not _one_matter(a[0], b[0], contrast):
            continue
        sides = (contrast.new, contrast.old) if no_a else (contrast.old, contrast.new)
        if _half_denies(*sides):
            continue
        word, side = (b[0], contrast.new) if no_a else (a[0], contrast.old)
        if not _is_denied(word, side) and not any(mood(word, side)):
            yield contrast.signal(Facet.CONTRADICTED, "negated phrase", (*no_a, *a), (*no_b, *b))


def _is_denied(word: Word, claim: Claim) -> bool:
    """Whether a negation stands in its clause, or opens a list that it may be part of."""
    before = claim.words[max(0, word.place - _LIST_REACH) : word.place]
    near = [w for w in before if w.sentence == word.sentence]
    return any(w.key in word_set("negations") for w in (*clause(word, claim), *near))


def _one_matter(old: Word, new: Word, contrast: Contrast) -> bool:
    """Whether enough of the words around two words agree."""
    shared = len(shared_near(old, contrast.old, new, contrast.new))
    return enough(shared, contrast.score, contrast.old, contrast.new)


def _no_before(word: Word, claim: Claim) -> tuple[Word, ...]:
    before = claim.words[word.place - 1 : word.place] if word.place else ()
    return tuple(
        w
        for w in before
        if w.key == "no"
        and w.sentence == word.sentence
        and not (_names(w, claim) or _is_idle(w, claim))
    )


def _phrases(claim: Claim) -> dict[tuple[str, str], tuple[Word, Word]]:
    """Neighbouring words of meaning, by their stems; those met twice are left out."""
    found: dict[tuple[str, str], tuple[Word, Word]] = {}
    twice = set()
    for a, b in itertools.pairwise(claim.words):
        key = (a.stem, b.stem)
        if not a.small and not b.small and a.key not in word_set("negations"):
            twice |= {key} & found.keys()
            found[key] = (a, b)
    return {k: v for k, v in found.items() if k not in twice}


def _marks(words: Iterable[Word], claim: Claim) -> list[Word]:
    """Negations among some words that deny a claim."""
    denying = (w for w in words if w.key in word_set("negations") and not _names(w, claim))
    return [w for w in denying if not _is_idle(w, claim)]


def _is_idle(mark: Word, claim: Claim) -> bool:
    """Whether a negation denies nothing: "whether or not", "not this but that", "almost no"."""
    before = claim.words[mark.place - 1].key if mark.place else ""
    if mark.key == "nor" or before in _IDLE_AFTER:
        return True
    rest = [w.key for w in claim.words[mark.place + 1 :] if w.sentence == mark.sentence]
    if mark.key != "not":
        return False
    since = before in _PERFECT and "since" in rest[1:_BUT_REACH]
    return since or rest[:1] in _NOT_ONLY or "but" in rest[1:_BUT_REACH]


def _names(mark: Word, claim: Claim) -> bool:
    """Whether it is the short form of "number" ("No. 12"), or a part of a name."""
    after = claim.words[mark.place + 1 : mark.place + 2]
    number = mark.key == "no" and any(w.key[0].isdigit() for w in after)
    return number or (mark.is_name and all(w.is_name for w in after))


def _governed(mark: Word, claim: Claim) -> Word | None:
    """The first word of meaning after a negation, in the same sentence."""
    at = mark.place
    after = claim.words[at + 1 : at + 1 + _REACH]
    telling_words = (w for w in after if not w.small and w.key != "longer")
    return next((w for w in telling_words if w.sentence == mark.sentence), None)


def _reversal(contrast: Contrast, governed: Word) -> Facet:
    """An event that had not happened and then has is a change of status, else a reversal."""
    event = governed.stem in _event_stems()
    return Facet.STATUS_CHANGED if event and not contrast.across else Facet.CONTRADICTED


@cache
def _event_stems() -> frozenset[str]:
    return frozenset(stem(w) for w in word_set("event_verbs"))


@cache
def _opposite_stems() -> Mapping[str, tuple[tuple[str, str], ...]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for a, b, sort in table("opposites"):
        found.setdefault(stem(a), set()).add((stem(b), sort))
        found.setdefault(stem(b), set()).add((stem(a), sort))
    return {k: tuple(sorted(v)) for k, v in found.items()}


def _opposites(contrast: Contrast) -> Iterable[Signal]:
    """A word on one side and its opposite on the other, said of the same thing."""
    index = _opposite_stems()
    right: dict[str, list[Word]] = {}
    for word in _own_words(contrast.new, contrast.old)[:_MOST_WORDS]:
        right.setdefault(word.stem, []).append(word)
    for word in _own_words(contrast.old, contrast.new)[:_MOST_WORDS]:
        for other, sort in index.get(word.stem, ()):
            if sort == "status" and contrast.across:
                continue
            for match in right.get(other, ()):
                if sort == "trend" and spans_other_years(contrast):
                    continue
                if _same_matter(word, match, contrast) and (
                    sort != "status" or same_case(word, match, contrast)
                ):
                    facet = Facet.STATUS_CHANGED if sort == "status" else Facet.CONTRADICTED
                    yield contrast.signal(facet, f"opposite {sort}", (word,), (match,))


def _own_words(side: Claim, other: Claim) -> list[Word]:
    """Words whose stem the other side lacks; nouns ("detainees", "detention") left out."""
    return [w for w in side.words if w.stem not in other.content and not w.key.endswith(_NOUNS)]


_NOUNS = ("ee", "ees", "er", "ers", "or", "ors", "tion", "tions", "ment", "ments")


def _same_matter(old: Word, new: Word, contrast: Contrast) -> bool:
    """Whether both are said of the same thing, as done or as wanted, and neither is negated."""
    if contrast.score < _LEAST_SCORE or _are_prefixed(old, new, contrast):
        return False
    moods = mood(old, contrast.old), mood(new, contrast.new)
    if moods[0] != moods[1] or moods[0][0]:
        return False
    near = shared_near(old, contrast.old, new, contrast.new)
    if not enough(len(near) + 1, contrast.score, contrast.old, contrast.new):
        return False
    beside = near & _beside(old, contrast.old) & _beside(new, contrast.new)
    alike = contrast.likeness >= (_KEPT if len(near) > _LEAST_BESIDE else _LEAST_LIKENESS)
    return len(beside) >= (1 if alike else _LEAST_BESIDE)


def _are_prefixed(old: Word, new: Word, contrast: Contrast) -> bool:
    """Whether a word and its own denial ("fair", "unfair") may come to the same ("no fair trial").

    In two different sentences, or beside a word that denies in its own way ("breach", "lack").
    """
    short, long = sorted((old, new), key=lambda w: len(w.key))
    if not long.key.endswith(short.key):
        return False
    side = contrast.old if short is old else contrast.new
    denying = word_set("near_negatives") | word_set("negations")
    denied = any(w.key in denying for w in clause(short, side))
    return denied or contrast.likeness < _LEAST_LIKENESS


def _beside(word: Word, claim: Claim) -> set[str]:
    """What the words in the clause around a word come down to: what it is said of."""
    found: set[str] = set()
    for step in (-1, 1):
        at = word.place
        for _ in range(_AROUND):
            at += step
            if not 0 <= at < len(claim.words):
                break
            pair = sorted((at, at - step))
            if stops(claim.words[pair[0]], claim.words[pair[1]], claim):
                break
            found.add(kindred(claim.words[at]))
    return found
