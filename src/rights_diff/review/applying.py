"""An alignment as readers want it: pairs parted, joined, and no longer in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rights_diff.alignment.near import Near
from rights_diff.model import Alignment, Candidate, ClaimPair, Report
from rights_diff.model.review import Verdict
from rights_diff.review.deciding import Applying

__all__ = ["REASONS", "with_decisions"]

REASONS = {
    Verdict.CONFIRM: "confirmed by a reader",
    Verdict.JOIN: "joined by a reader",
}


def with_decisions(
    alignment: Alignment, decisions: Sequence[Applying], old: Report, new: Report
) -> Alignment:
    """The alignment after decisions that do not contradict each other.

    Args:
        decisions: about claims; notes among them change nothing.
    Returns:
        an alignment in which each sentence still stands in at most one pair. What a joined
        sentence was paired with before keeps its other partners, or is left alone with the
        sentence it lost as a near miss.
    """
    parted = [a for a in decisions if a.decision.verdict is Verdict.FORBID]
    pairs = list(alignment.pairs)
    for forbidden in parted:
        pairs = [left for pair in pairs for left in _without(pair, forbidden)]
    for tied in (a for a in decisions if a.ties):
        pairs = _with(pairs, tied)
    apart = frozenset(cell for a in parted for cell in a.cells)
    near = _near(alignment, pairs, apart, old, new)
    return replace(alignment, pairs=tuple(pairs), near=near)


def _without(pair: ClaimPair, forbidden: Applying) -> list[ClaimPair]:
    """What is left of a pair when its forbidden sentences no longer stand together."""
    if not (set(pair.old) & set(forbidden.old) and set(pair.new) & set(forbidden.new)):
        return [pair]
    old = tuple(i for i in pair.old if i not in forbidden.old)
    new = tuple(i for i in pair.new if i not in forbidden.new)
    if not old and not new:
        return []
    return [replace(pair, old=old or pair.old, new=new or pair.new, exact=False)]


def _with(pairs: Iterable[ClaimPair], tied: Applying) -> list[ClaimPair]:
    """The pairs with this one among them, and its sentences in no other."""
    said = REASONS[tied.decision.verdict]
    made = ClaimPair(old=tied.old, new=tied.new, score=1.0, settled=True, reasons=(said,))
    kept: list[ClaimPair] = []
    for pair in pairs:
        if (pair.old, pair.new) == (tied.old, tied.new):
            others = (reason for reason in pair.reasons if reason not in REASONS.values())
            made = replace(pair, score=1.0, settled=True, reasons=(said, *others))
            continue
        old = tuple(i for i in pair.old if i not in tied.old)
        new = tuple(i for i in pair.new if i not in tied.new)
        if (old, new) == (pair.old, pair.new):
            kept.append(pair)
        elif old and new:
            kept.append(replace(pair, old=old, new=new, exact=False))
    return [*kept, made]


def _near(
    alignment: Alignment,
    pairs: Sequence[ClaimPair],
    apart: frozenset[tuple[str, str]],
    old: Report,
    new: Report,
) -> tuple[Near, ...]:
    """Near misses of the sentences now alone; of those let go, what they were paired with."""
    alone = _alone(pairs, old, new)
    found = {(side, i): list(near) for side, i, near in alignment.near}
    for pair in alignment.pairs:
        for side, ids, others in (("old", pair.old, pair.new), ("new", pair.new, pair.old)):
            for i in ids:
                lost = (Candidate(sentence=o, score=pair.score) for o in others)
                found.setdefault((side, i), []).extend(lost)
    kept: list[Near] = []
    for side, i in alone:
        near = tuple(
            c
            for c in found.get((side, i), ())
            if ((i, c.sentence) if side == "old" else (c.sentence, i)) not in apart
        )
        if near:
            kept.append((side, i, near))
    return tuple(kept)


def _alone(pairs: Sequence[ClaimPair], old: Report, new: Report) -> list[tuple[str, str]]:
    """Side and id of each sentence in no pair, old ones first, in document order."""
    paired = {i for p in pairs for i in p.old}, {i for p in pairs for i in p.new}
    sides = (("old", old, paired[0]), ("new", new, paired[1]))
    return [(name, s.id) for name, r, done in sides for s in r.sentences if s.id not in done]
