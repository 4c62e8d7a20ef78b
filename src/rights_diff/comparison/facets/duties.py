"""What people may do and what they have to: an option that became a requirement, or the reverse."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.claims.anchors import kindred, mood, telling
from rights_diff.comparison.claims.claim import Claim
from rights_diff.comparison.claims.contrast import Contrast
from rights_diff.comparison.claims.phrases import Hit, find
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.model import Facet, Signal

__all__ = ["duty_signals"]

# Below this score of the pairing two matters may be spoken of.
_LEAST_SCORE = 0.45
# Words after "may" or "must" that tell what is done, and how many of them both sides have.
_REACH = 14
_LEAST_DONE = 2
# Words compared on either side; a hostile text may hold thousands.
_MOST_HITS = 20
# Rungs that tell an option, and from which on a requirement.
_OPTION = 1
_DUTY = 3


def duty_signals(contrast: Contrast) -> Iterable[Signal]:
    """A signal where one side leaves open what the other requires of the same people."""
    if contrast.score < _LEAST_SCORE or not contrast.one_to_one:
        return
    old = find("duties", contrast.old.words)[:_MOST_HITS]
    new = find("duties", contrast.new.words)[:_MOST_HITS]
    for a in old:
        for b in new:
            change = _change(a, b, old, new)
            if change and _same_deed(a, b, contrast):
                facet = Facet.STRENGTHENED if change > 0 else Facet.SOFTENED
                yield contrast.signal(facet, "requirement", a.words, b.words)
                return


def _change(a: Hit, b: Hit, old: list[Hit], new: list[Hit]) -> int:
    """Up or down, where one side has only options and the other a requirement."""
    tops = [max(int(h.cells[0]) for h in hits) for hits in (old, new)]
    low, high = sorted(tops)
    if low > _OPTION or high < _DUTY:
        return 0
    return tops[1] - tops[0] if (int(a.cells[0]), int(b.cells[0])) == tuple(tops) else 0


def _same_deed(a: Hit, b: Hit, contrast: Contrast) -> bool:
    """Whether what may and must be done is one thing: words right after, denied by neither."""
    if _denied(a, contrast.old) or _denied(b, contrast.new):
        return False
    left, right = _deed(a, contrast.old), _deed(b, contrast.new)
    verbs = left[:1] == right[:1]
    return len(set(left) & set(right)) >= (_LEAST_DONE if verbs else _LEAST_DONE + 1)


def _denied(hit: Hit, claim: Claim) -> bool:
    after = claim.words[hit.words[-1].place + 1 : hit.words[-1].place + 2]
    return mood(hit.words[0], claim)[0] or any(w.key in word_set("negations") for w in after)


def _deed(hit: Hit, claim: Claim) -> list[str]:
    end = hit.words[-1].place + 1
    after = claim.words[end : end + _REACH]
    return [kindred(w) for w in after if w.sentence == hit.words[0].sentence and telling(w)]
