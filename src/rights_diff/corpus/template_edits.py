"""Template edits: the same change in many countries, told once, as the decision of an editor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rights_diff.corpus.deciding import Group, Instance, decided_groups
from rights_diff.corpus.keys import NUMBER
from rights_diff.corpus.signatures import mark_of
from rights_diff.corpus.spool import Spool
from rights_diff.corpus.tally import Change, Tally
from rights_diff.corpus.variants import Variants
from rights_diff.model.corpus import CorpusPair
from rights_diff.model.template_edits import EditCandidate, EditKind, EditPlace, TemplateEdit

__all__ = ["template_edits"]

_WORDING = EditKind.WORDING
# Kinds whose wordings may differ a little from country to country.
_SENTENCES = (EditKind.CHANGED, EditKind.DROPPED, EditKind.ADDED)

_Homes = dict[Change, Change]
_Row = tuple[str, str]


def template_edits(
    records: Iterable[tuple[CorpusPair, Iterable[EditCandidate]]], *, minimum: int | None = None
) -> tuple[TemplateEdit, ...]:
    """The changes that were made in many countries between the same two editions.

    Args:
        records: each pair with its candidates, in the order of the plan; iterated once. What
            they say is put down in a temporary file: memory grows with the number of different
            changes, not with that of pairs.
        minimum: in how many pairs a change has to be made, at the least; 4 by default. In any
            case in 5 % of the pairs of the same two editions (a phrase in 25 %, a heading or line
            of facts that is gone or new in 20 %).
    Returns:
        template edits, by editions (in the order they are first met), the most frequent first.
        A row is in one edit, or, by its phrases, in several.
    """
    tally = Tally()
    with Spool() as spool:
        for pair, candidates in records:
            told = list(candidates)
            changes = [c for c in told if c.kind is not EditKind.KEPT]
            spool.put(pair.id, tally.count(pair, told), changes)
        groups = decided_groups(_gathered(spool, _homes(spool, tally)), tally, minimum)
    phrases = Counter(i.at for g in groups for i in g.found if i.candidate.kind is _WORDING)
    edits = [_edit(group, tally, phrases) for group in groups]
    ranks = {
        e.id: (g.change.editions, -e.count, e.kind.value, e.old, e.new, e.id)
        for g, e in zip(groups, edits, strict=True)
    }
    return tuple(sorted(edits, key=lambda e: ranks[e.id]))


def _homes(spool: Spool, tally: Tally) -> _Homes:
    """Each frequent change with the one that it is a variant of, or itself.

    Frequent ones are likened to more frequent ones, then those of a single pair to these.
    """
    frequent = dict.fromkeys(
        change for change in map(Change._make, spool.names()) if tally.pairs_with(change) > 1
    )
    homes: _Homes = {}
    known = _Known()
    for change in sorted(frequent, key=tally.pairs_with, reverse=True):  # stable: first met first
        homes[change] = known.find(change) or known.add(change)
    for change in map(Change._make, spool.names()):
        if change not in homes and (home := known.find(change)):
            homes[change] = home
    return homes


class _Known:
    """Changes to which others are likened, those of one kind and editions apart."""

    def __init__(self) -> None:
        self._variants: dict[tuple[int, EditKind], Variants] = defaultdict(Variants)
        self._changes: dict[tuple[int, EditKind], list[Change]] = defaultdict(list)

    def add(self, change: Change) -> Change:
        if change.kind in _SENTENCES:
            self._variants[change[:2]].add(change.key)
            self._changes[change[:2]].append(change)
        return change

    def find(self, change: Change) -> Change | None:
        if change.kind not in _SENTENCES:
            return None
        number = self._variants[change[:2]].find(change.key)
        return None if number is None else self._changes[change[:2]][number]


def _gathered(spool: Spool, homes: _Homes) -> list[Group]:
    """Frequent changes with all their places."""
    groups = {change: Group(change) for change in homes.values()}
    for spooled in spool:
        rows = spooled.rows()
        phrased = Counter(
            row for row, (kind, _) in zip(rows, spooled.names, strict=True) if kind is _WORDING
        )
        for n, name in enumerate(spooled.names):
            home = homes.get(Change(spooled.editions, *name))
            if home is not None:
                instance = Instance(spooled.pair, spooled.candidate(n), phrased[rows[n]])
                groups[home].found.append(instance)
    return list(groups.values())


def _edit(group: Group, tally: Tally, phrases: Counter[_Row]) -> TemplateEdit:
    change = group.change
    editions = list(tally.editions)[change.editions]
    wordings = group.wordings
    shown = max(wordings, key=lambda w: wordings[w])  # the first of several
    mark = mark_of("\n".join((*editions, change.key)), change.kind.value)
    return TemplateEdit(
        id=f"t{mark[:10]}",
        kind=change.kind,
        old=shown[0],
        new=shown[1],
        count=group.pairs,
        of=tally.pairs[change.editions],
        held=max((max(s.held, group.pairs) for s in tally.sides(change)[:1]), default=0),
        old_edition=editions.old,
        new_edition=editions.new,
        places=tuple(
            _place(instance, group.is_common(tally) and _is_whole(instance, change, shown, phrases))
            for instance in group.found
        ),
    )


def _is_whole(
    instance: Instance, change: Change, shown: tuple[str, str], phrases: Counter[_Row]
) -> bool:
    """Whether the row tells nothing of the country besides the edit.

    Not where its figures are its own; of a row with several phrases, each has to be an edit.
    """
    candidate = instance.candidate
    if not candidate.whole:
        return False
    if change.kind is EditKind.WORDING:
        return phrases[instance.at] == instance.phrases
    if change.kind not in _SENTENCES:
        return True
    return NUMBER not in candidate.key.split() or (candidate.old, candidate.new) == shown


def _place(instance: Instance, whole: bool) -> EditPlace:
    candidate = instance.candidate
    return EditPlace(
        pair=instance.pair,
        row=candidate.row,
        whole=whole,
        status=candidate.status,
        facets=candidate.facets,
        topics=candidate.topics,
        figures=candidate.figures,
    )
