"""A case, a law or a body that went on to another stage."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.anchors import mood, shared_near
from rights_diff.comparison.claims import Claim, Word
from rights_diff.comparison.contrast import Contrast
from rights_diff.comparison.phrases import Hit, find, surplus
from rights_diff.model import Facet, Signal

__all__ = ["same_case", "stage_signals"]

# Below this score the pairing is in doubt: two cases are more likely than one that moved on.
_LEAST_SCORE = 0.45
# From this share of common words on the two sides are one sentence, edited.
_ALIKE = 0.6
# Shared words near both stages, and names among them, that show one case.
_LEAST_SHARED = 2
_LEAST_NAMES = 1


def stage_signals(contrast: Contrast) -> Iterable[Signal]:
    """Signals of another stage of the same case, law or body on either side."""
    if contrast.across or contrast.score < _LEAST_SCORE:
        return
    old, new = find("stages", contrast.old.words), find("stages", contrast.new.words)
    left, right = _told(surplus(old, new), contrast.old), _told(surplus(new, old), contrast.new)
    for chain in sorted({h.cells[0] for h in left} & {h.cells[0] for h in right}):
        a, b = _furthest(left, chain), _furthest(right, chain)
        if a.cells[1] != b.cells[1] and _moved_on(a, b, contrast):
            yield contrast.signal(Facet.STATUS_CHANGED, f"stage {chain}", a.words, b.words)


def _told(hits: list[Hit], claim: Claim) -> list[Hit]:
    """Stages told as reached or not reached, not those that are only wanted."""
    return [h for h in hits if not mood(h.words[0], claim)[1]]


def _moved_on(old: Hit, new: Hit, contrast: Contrast) -> bool:
    """Whether one case went on; one without a stage ("without trial") has to be named."""
    a, b = old.words[0], new.words[0]
    if mood(a, contrast.old)[0] or mood(b, contrast.new)[0]:
        return _same_names(a, b, contrast)
    return same_case(a, b, contrast)


def same_case(old: Word, new: Word, contrast: Contrast) -> bool:
    """Whether both words are said of one person, law or body: its name, or most words, agree."""
    if contrast.likeness >= _ALIKE:
        return True
    return _same_names(old, new, contrast)


def _same_names(old: Word, new: Word, contrast: Contrast) -> bool:
    near = shared_near(old, contrast.old, new, contrast.new)
    names = contrast.old.names & contrast.new.names & near
    return len(near) >= _LEAST_SHARED and len(names) >= _LEAST_NAMES


def _furthest(hits: list[Hit], chain: str) -> Hit:
    return max((h for h in hits if h.cells[0] == chain), key=lambda h: int(h.cells[1]))
