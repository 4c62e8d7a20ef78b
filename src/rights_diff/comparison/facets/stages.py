"""A case, a law, a measure or a body that went on to another stage."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from rights_diff.comparison.claims.anchors import kindred, mood, shared_near, telling
from rights_diff.comparison.claims.claim import Claim, Word
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.claims.phrases import Hit, find, surplus
from rights_diff.comparison.facets.attribution import sources
from rights_diff.comparison.facets.other_matter import (
    is_aside,
    is_other_body,
    is_other_case,
    looks_back,
)
from rights_diff.comparison.figures.relations import COUNTS
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.comparison.words.stemming import stem
from rights_diff.model import Facet, Signal

__all__ = ["NATIONAL", "named_stage_signals", "same_case", "stage_signals"]

# Below this score the pairing is in doubt: two cases are more likely than one that moved on.
_LEAST_SCORE = 0.45
# From this share of common words on the two sides are one sentence, edited.
_ALIKE = 0.6
# Shared words near both stages, and names among them, that show one case.
_LEAST_SHARED = 2
_LEAST_NAMES = 1
# Names that show one case where the sides tell of different days ("arrested in May").
_NAMES_APART = 2
# The same where the names stand far from the stages.
_NAMES_AFAR = 3
# Words of meaning on both sides that tell of one case where fewer names do.
_MUCH = 6
# The rung up to which a law or a body is but planned.
_PLANNED = 1
_WISHED = "0"
_CASES = "proceedings"
# Letters of a short name.
_ACRONYM = 3
# Words on either side of a stage among which the thing that has stages is named.
_AROUND = 10
# Chains of things that go by a phrase ("state of emergency") as well as by a name.
_THINGS = frozenset({"body", "inquiry", "law", "measure", "treaty"})
# The same where the title of a law stands far from what became of it.
_SENTENCE = 30
_LAW = "law"
_INQUIRY = "inquiry"
# A chain of which a country has but one.
NATIONAL = "executions"
_MOST_HITS = 12


def stage_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of another stage of the same case, law or body on either side."""
    yield from _stages(contrast, apart=False)


def named_stage_signals(contrast: Contrast) -> Iterable[Signal]:
    """The same where the sides tell of different days: people named on both sides show the case."""
    yield from _stages(contrast, apart=True)


def _stages(contrast: Contrast, *, apart: bool) -> Iterable[Signal]:
    if contrast.across or contrast.score < _LEAST_SCORE:
        return
    old, new = find("stages", contrast.old.words), find("stages", contrast.new.words)
    left, right = _told(surplus(old, new), contrast.old), _told(surplus(new, old), contrast.new)
    for chain in sorted({h.cells[0] for h in left} & {h.cells[0] for h in right}):
        pair = _moved_on(_furthest(left, chain), _furthest(right, chain), contrast, apart=apart)
        if pair:
            a, b = pair
            yield contrast.signal(Facet.STATUS_CHANGED, f"stage {chain}", a.words, b.words)


def _told(hits: list[Hit], claim: Claim) -> list[Hit]:
    """Stages told as reached or not reached; of those only wanted, plans for a law or a body."""
    found = []
    for hit in hits:
        if is_other_case(hit.words[0], claim) or looks_back(hit.words[0], claim):
            continue
        wished = mood(hit.words[0], claim)[1] and mood(hit.words[-1], claim)[1]
        if not wished and not _in_title(hit, claim):
            found.append(hit)
        elif wished and hit.cells[0] in _THINGS and int(hit.cells[1]) <= _PLANNED:
            found.append(replace(hit, cells=(hit.cells[0], _WISHED)))
    return found


def _in_title(hit: Hit, claim: Claim) -> bool:
    """Whether a stage of a case is but part of a name ("Court of Appeal")."""
    starts = {s.start for s in claim.spans}
    return hit.cells[0] == _CASES and any(
        w.is_name and w.span.start not in starts for w in hit.words
    )


def _moved_on(
    old: list[Hit], new: list[Hit], contrast: Contrast, *, apart: bool
) -> tuple[Hit, Hit] | None:
    """The furthest stages that one case went from and to; none where the furthest is the same."""
    if old[0].cells[1] == new[0].cells[1]:
        return None
    for a, b in itertools.product(old, new):
        if a.cells[1] != b.cells[1] and _one_case(a, b, contrast, apart=apart):
            return a, b
    return None


def _one_case(old: Hit, new: Hit, contrast: Contrast, *, apart: bool) -> bool:
    """Whether one case went on; one without a stage ("without trial") has to be named."""
    a, b = old.words[0], new.words[0]
    if old.cells[0] == NATIONAL:
        return not contrast.across
    if old.cells[0] == _LAW and not _both_on_laws(contrast):
        return False
    if old.cells[0] == _INQUIRY and (
        is_other_body(contrast) or (is_aside(a, contrast.old) and is_aside(b, contrast.new))
    ):
        return False
    if apart:
        return _same_names(a, b, contrast, _NAMES_APART) or _told_of_one(contrast)
    if mood(a, contrast.old)[0] or mood(b, contrast.new)[0]:
        return _same_names(a, b, contrast)
    if same_case(a, b, contrast):
        return True
    if old.cells[0] in _THINGS:
        return (
            _same_phrase(a, b, contrast)
            or bool(_acronyms(contrast))
            or (old.cells[0] == _LAW and _same_law(a, b, contrast))
        )
    return _told_of_one(contrast)


def same_case(old: Word, new: Word, contrast: Contrast) -> bool:
    """Whether both words are said of one person, law or body: its name, or most words, agree."""
    if is_other_case(old, contrast.old) or is_other_case(new, contrast.new):
        return False
    if contrast.likeness >= _ALIKE:
        return not _counts_people(contrast)
    return _same_names(old, new, contrast)


def _told_of_one(contrast: Contrast) -> bool:
    """Whether names, and much else, agree though they stand far from the stages."""
    names = len(_case_names(contrast))
    return names >= _NAMES_AFAR or (names >= _NAMES_APART and len(contrast.shared) >= _MUCH)


def _counts_people(contrast: Contrast) -> bool:
    """Whether both sides count people: then figures changed and no one case went on."""
    return all(
        any(q.kind in COUNTS and q.counted for q in side.quantities)
        for side in (contrast.old, contrast.new)
    )


def _same_names(old: Word, new: Word, contrast: Contrast, least: int = _LEAST_NAMES) -> bool:
    near = shared_near(old, contrast.old, new, contrast.new)
    names = _case_names(contrast) & near
    return len(near) >= _LEAST_SHARED and len(names) >= least


def _case_names(contrast: Contrast) -> frozenset[str]:
    """Names on both sides, without those of institutions and of those who only tell of a case."""
    told = [s.key for c in (contrast.old, contrast.new) for s in sources(c)]
    return (contrast.old.names & contrast.new.names).difference(_institutions(), *told)


def _acronyms(contrast: Contrast) -> set[str]:
    """Short names of bodies and laws on both sides ("COI"), but for the best known ones."""
    left, right = (
        {w.text for w in c.words if w.text.isupper() and len(w.text) >= _ACRONYM}
        for c in (contrast.old, contrast.new)
    )
    return {name for name in left & right if name.lower() not in word_set("institution_words")}


@cache
def _institutions() -> frozenset[str]:
    return frozenset(stem(w) for w in word_set("institution_words"))


def _same_phrase(old: Word, new: Word, contrast: Contrast) -> bool:
    """Whether two words in a row near both stages name one thing, and more agrees."""
    shared = _phrases(old, contrast.old) & _phrases(new, contrast.new)
    return bool(shared)


def _both_on_laws(contrast: Contrast) -> bool:
    return all(_LAW in {kindred(w) for w in c.words} for c in (contrast.old, contrast.new))


def _same_law(old: Word, new: Word, contrast: Contrast) -> bool:
    """Whether two words in a row tell in both sentences what a law is about."""
    left = _phrases(old, contrast.old, _SENTENCE)
    shared = left & _phrases(new, contrast.new, _SENTENCE)
    known = word_set("institution_words")
    return any(not known & {first, second} for first, second in shared)


def _phrases(word: Word, claim: Claim, reach: int = _AROUND) -> set[tuple[str, str]]:
    around = claim.words[max(0, word.place - reach) : word.place + 1 + reach]
    words = [w for w in around if w.sentence == word.sentence and not w.small and w != word]
    return {
        (kindred(a), kindred(b))
        for a, b in itertools.pairwise(words)
        if (telling(a) or telling(b)) and _near(a, b, claim) and not _is_common(a, b)
    }


def _near(left: Word, right: Word, claim: Claim) -> bool:
    """Whether at most "of" or "of the" stands between two words."""
    return all(w.key in ("of", "the", "on") for w in claim.words[left.place + 1 : right.place])


def _is_common(left: Word, right: Word) -> bool:
    """Whether two words in a row are met in any such report ("human rights")."""
    return not (telling(left) and telling(right)) and not {left.key, right.key} & {"state"}


def _furthest(hits: list[Hit], chain: str) -> list[Hit]:
    found = sorted(
        (h for h in hits if h.cells[0] == chain), key=lambda h: int(h.cells[1]), reverse=True
    )
    return found[:_MOST_HITS]
