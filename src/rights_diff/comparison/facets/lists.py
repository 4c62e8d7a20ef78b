"""Lists of abuses that grow or shrink: "threats and arrests", "threats, beatings and arrests"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rights_diff.comparison.claims.anchors import kindred, mood, telling
from rights_diff.comparison.claims.claim import Claim, Word
from rights_diff.comparison.claims.clauses import LEGAL, clause
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.words.lexicon import pairs
from rights_diff.model import Facet, Signal

__all__ = ["list_signals"]

# Below this score of the pairing two lists may be of two things.
_LEAST_SCORE = 0.45
# Kinds of abuse that both lists name, and words around that both sides have beside them.
_LEAST_SHARED = 2
_LEAST_AROUND = 2
# Words of an item beside the one that names the abuse ("unfair and cruel punishment").
_LONGEST_ITEM = 4
# Longest list compared: longer ones sum up a whole report.
_LONGEST_LIST = 8
# Lists compared on either side; a hostile text may hold thousands.
_MOST_LISTS = 20
_JOINTS = frozenset({"and", "or"})
_PASSED = frozenset({"a", "and", "of", "or", "other", "the"})
_STEPS = frozenset({",", ", and", ", or", "and", "or"})


@dataclass(frozen=True)
class Series:
    """Abuses named side by side in one sentence."""

    words: tuple[Word, ...]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of abuse, without "other ill-treatment", which names none."""
        return frozenset(pairs("abuses")[w.key] for w in self.words)


def list_signals(contrast: Contrast) -> Iterable[Signal]:
    """A signal where one list of abuses holds the other and more."""
    if not contrast.one_to_one or contrast.score < _LEAST_SCORE:
        return
    left, right = _series(contrast.old)[:_MOST_LISTS], _series(contrast.new)[:_MOST_LISTS]
    if {s.kinds for s in left} & {s.kinds for s in right}:
        return
    for old in left:
        for new in right:
            more = _longer(old, new, contrast)
            if more:
                facet = Facet.STRENGTHENED if more > 0 else Facet.SOFTENED
                yield contrast.signal(facet, "list of abuses", old.words, new.words)
                return


def _longer(old: Series, new: Series, contrast: Contrast) -> int:
    """1 where the new list holds the old one and more, -1 the other way round, else 0."""
    if len(_stems(old) & _stems(new)) < _LEAST_SHARED or not _around(old, new, contrast):
        return 0
    if old.kinds < new.kinds and not _named(new.kinds - old.kinds, contrast.old):
        return 1
    if new.kinds < old.kinds and not _named(old.kinds - new.kinds, contrast.new):
        return -1
    return 0


def _stems(series: Series) -> set[str]:
    """What a list names, word by word: "attacks" are not "violence", nor more than threats."""
    return {w.stem for w in series.words}


def _named(kinds: frozenset[str], side: Claim) -> bool:
    """Whether a side names one of these abuses anywhere."""
    return any(pairs("abuses").get(key) in kinds for key in side.keys)


def _around(old: Series, new: Series, contrast: Contrast) -> bool:
    """Whether both lists are told of the same people, in the same mood and not as denied."""
    moods = mood(old.words[0], contrast.old), mood(new.words[0], contrast.new)
    if moods[0] != moods[1] or moods[0][0]:
        return False
    left, right = (
        {kindred(w) for w in side.words if telling(w) and w.key not in pairs("abuses")}
        for side in (contrast.old, contrast.new)
    )
    return len(left & right) >= _LEAST_AROUND


def _series(claim: Claim) -> list[Series]:
    """Abuses that stand side by side, joined by commas, "and" or "or"."""
    runs: list[list[Word]] = []
    for word in claim.words:
        if word.key not in pairs("abuses"):
            continue
        if runs and _joined(runs[-1][-1], word, claim):
            runs[-1].append(word)
        else:
            runs.append([word])
    found = [Series(tuple(run)) for run in runs]
    return [s for s in found if _LEAST_SHARED <= len(s.kinds) <= _LONGEST_LIST and _done(s, claim)]


def _done(series: Series, claim: Claim) -> bool:
    """Whether a list is of things done, not of things that a law forbids."""
    return not any(w.key in LEGAL for w in clause(series.words[0], claim))


def _joined(left: Word, right: Word, claim: Claim) -> bool:
    """Whether nothing but a comma or "and", and words of the next item, stand between."""
    if left.sentence != right.sentence or right.place - left.place > _LONGEST_ITEM:
        return False
    between = claim.words[left.place + 1 : right.place]
    gap = claim.text[left.span.end : right.span.start]
    if not between:
        return gap.strip() in _STEPS
    if any(w.small and w.key not in _PASSED for w in between):
        return False
    return "," in gap or any(w.key in _JOINTS for w in between)
