"""Fact lines and footnotes: what stands outside the ledger."""

from __future__ import annotations

from collections.abc import Sequence

from rights_diff.comparison.figures.relations import difference
from rights_diff.comparison.words.typography import fold
from rights_diff.model import Fact, FactChange, Footnote, FootnoteChange, Report, Status
from rights_diff.structure.typography import same_words

__all__ = ["fact_changes", "footnote_changes"]

# Likeness (0–100) from which two notes are one note in other words.
_SAME_NOTE = 70.0


def fact_changes(old: Report, new: Report) -> tuple[FactChange, ...]:
    """Fact lines of both reports matched by label, in the newer report's order."""
    pairs, gone = _match_facts(old.facts, new.facts)
    changes = [_fact_change(a, b) for a, b in pairs]
    return (*changes, *(_one_sided_fact(f, Status.DROPPED) for f in gone))


def _match_facts(
    old: Sequence[Fact], new: Sequence[Fact]
) -> tuple[list[tuple[Fact | None, Fact]], list[Fact]]:
    waiting: dict[str, list[Fact]] = {}
    for fact in old:
        waiting.setdefault(_label(fact), []).append(fact)
    pairs = [(w.pop(0) if (w := waiting.get(_label(f))) else None, f) for f in new]
    left = {id(f) for facts in waiting.values() for f in facts}
    return pairs, [f for f in old if id(f) in left]


def _label(fact: Fact) -> str:
    return "".join(c for c in fold(fact.label).casefold() if c.isalnum())


def _fact_change(old: Fact | None, new: Fact) -> FactChange:
    if old is None:
        return _one_sided_fact(new, Status.ADDED)
    same = same_words(old.value, new.value)
    absolute, percent = (None, None) if same else _figure_change(old.value, new.value)
    return FactChange(
        label=new.label,
        status=Status.UNCHANGED if same else Status.REVISED,
        old_value=old.value,
        new_value=new.value,
        old_span=old.span,
        new_span=new.span,
        absolute=absolute,
        percent=percent,
    )


def _figure_change(old: str, new: str) -> tuple[float | None, float | None]:
    """The change where both values hold one figure of one kind and unit."""
    from rights_diff.extraction.quantities import quantities

    a, b = quantities(old), quantities(new)
    if len(a) != 1 or len(b) != 1 or (a[0].kind, a[0].unit) != (b[0].kind, b[0].unit):
        return None, None
    return difference(a[0], b[0])


def _one_sided_fact(fact: Fact, status: Status) -> FactChange:
    gone = status is Status.DROPPED
    return FactChange(
        label=fact.label,
        status=status,
        old_value=fact.value if gone else None,
        new_value=None if gone else fact.value,
        old_span=fact.span if gone else None,
        new_span=None if gone else fact.span,
    )


def footnote_changes(old: Report, new: Report) -> tuple[FootnoteChange, ...]:
    """Footnotes matched by their words, not by their numbers; the newer report's order."""
    match = _match_notes(old, new)
    taken = set(match.values())
    changes = [
        _note_change(old, new, old.footnotes[match[k]] if k in match else None, note)
        for k, note in enumerate(new.footnotes)
    ]
    gone = [
        FootnoteChange(status=Status.DROPPED, old_marker=note.marker, old_span=note.span)
        for k, note in enumerate(old.footnotes)
        if k not in taken
    ]
    return (*changes, *gone)


def _match_notes(old: Report, new: Report) -> dict[int, int]:
    """Index of a new note to that of its old counterpart: same words first, then likest."""
    from rapidfuzz import fuzz

    left = [fold(n.span.of(old.text)) for n in old.footnotes]
    right = [fold(n.span.of(new.text)) for n in new.footnotes]
    scores = sorted(
        (-score, abs(i - j), i + j, j, i)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if (score := 101.0 if a == b else fuzz.ratio(a, b, score_cutoff=_SAME_NOTE)) >= _SAME_NOTE
    )
    match: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, j, i in scores:
        if j not in match and i not in taken:
            match[j] = i
            taken.add(i)
    return match


def _note_change(
    old: Report, new: Report, before: Footnote | None, note: Footnote
) -> FootnoteChange:
    if before is None:
        return FootnoteChange(status=Status.ADDED, new_marker=note.marker, new_span=note.span)
    same = same_words(before.span.of(old.text), note.span.of(new.text))
    return FootnoteChange(
        status=Status.UNCHANGED if same else Status.REVISED,
        old_marker=before.marker,
        new_marker=note.marker,
        old_span=before.span,
        new_span=note.span,
    )
