"""Which of the changes that many countries share are an editor's, and not what happened there."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rights_diff.corpus.keys import NUMBER
from rights_diff.corpus.phrases import has_small_words_only
from rights_diff.corpus.signatures import HARMLESS
from rights_diff.corpus.tally import Change, Side, Tally
from rights_diff.model import Status
from rights_diff.model.template_edits import FEWEST_PAIRS, EditCandidate, EditKind

__all__ = ["Group", "Instance", "decided_groups"]

# Of the pairs of the same two editions. A phrase is put for another by chance far more often than
# a sentence is; a heading of its own may come up in a tenth of the countries by what happened.
_SHARE = 0.05
_SHARES = {EditKind.WORDING: 0.25, EditKind.FACT: 0.2}
_LONE_HEADING_SHARE = 0.2
# "For" and "to" change places somewhere in many a long report.
_SMALL_WORDING_SHARE = 0.5
# Of the reports that had a sentence (or heading), so many have to have lost it: a stock sentence
# that a few countries lose while all others keep it is news from these few.
_DECIDED = 0.5
# A heading that was put for another in these is renamed, whoever keeps the old one.
_RENAMED = 0.25
# For each country where it went (came), it may have come (gone) in so many others: a sentence
# that goes and comes with what happens is no decision.
_BACK = 0.25
# Of the countries that lost a sentence, so many have to have got the same one for it.
_SAME_OUTCOME = 0.5
# Of the places of a sentence with figures in it, so many have to have the same ones: a stock
# sentence that each country fills with its own figures is news from each.
_SAME_FIGURES = 0.5
# A claim that went, came or was changed in a smaller share of the countries is marked, but its
# rows stay among the news: a template of a few looks like what a few have in common.
_COMMON = 0.25

_Row = tuple[str, str]


class Instance(NamedTuple):
    """One place of a change.

    Attributes:
        phrases: how many phrases were changed in the row.
    """

    pair: str
    candidate: EditCandidate
    phrases: int

    @property
    def at(self) -> _Row:
        """The row."""
        return self.pair, self.candidate.row


@dataclass
class Group:
    """A change with all its places."""

    change: Change
    found: list[Instance] = field(default_factory=list)

    @property
    def pairs(self) -> int:
        """In how many pairs it was made."""
        return _pairs(self.found)

    @property
    def outright(self) -> int:
        """In how many of these the sentence went or came with nothing in its place."""
        alone = (Status.DROPPED, Status.ADDED)
        return _pairs([i for i in self.found if i.candidate.status in alone])

    @property
    def wordings(self) -> Counter[tuple[str, str]]:
        """How often each wording stands there, older and newer."""
        return Counter((i.candidate.old, i.candidate.new) for i in self.found)

    @property
    def is_harmless(self) -> bool:
        """Whether most of its rows say the same as before."""
        harmless = sum(HARMLESS.issuperset(i.candidate.facets) for i in self.found)
        return harmless * 2 > len(self.found)

    def is_common(self, tally: Tally) -> bool:
        """Whether so many have it that its rows are no news from any country."""
        if self.change.kind in (EditKind.HEADING, EditKind.FACT, EditKind.WORDING):
            return True
        if self.change.kind is EditKind.CHANGED and self.is_harmless:
            return True
        return self.pairs >= _COMMON * tally.pairs[self.change.editions]


def decided_groups(
    groups: Iterable[Group], tally: Tally, minimum: int | None = None
) -> list[Group]:
    """The groups that an editor decided on, each row in one of them (by its phrases, in several).

    What a row is told by as a whole (`changed`) is taken out of the groups of its parts.
    """
    fewest = FEWEST_PAIRS if minimum is None else minimum
    enough = [g for g in groups if g.pairs >= _least(g.change, tally, fewest)]
    whole = [g for g in enough if g.change.kind is EditKind.CHANGED and _is_exchange(g, tally)]
    told = {instance.at for group in whole for instance in group.found}
    parts = []
    for group in enough:
        if group.change.kind is EditKind.CHANGED:
            continue
        rest = [i for i in group.found if i.at not in told]
        elsewhere, group.found = group.pairs - _pairs(rest), rest
        if group.pairs < _least(group.change, tally, fewest):
            continue
        if _is_decided(group, tally, elsewhere):
            parts.append(group)
    return [*whole, *parts]


def _least(change: Change, tally: Tally, fewest: int) -> int:
    """In how many pairs a change of this kind has to be made."""
    share = _SHARES.get(change.kind, _SHARE)
    if change.kind is EditKind.HEADING and len(tally.sides(change)) == 1:
        share = _LONE_HEADING_SHARE
    elif change.kind is EditKind.WORDING and has_small_words_only(change.key):
        share = _SMALL_WORDING_SHARE
    return max(fewest, math.ceil(share * tally.pairs[change.editions]))


def _is_exchange(group: Group, tally: Tally) -> bool:
    """Whether one sentence was put in the place of another, by most who touched it.

    Where the claim itself was changed, by most of those that had it.
    """
    sides = tally.sides(group.change)
    is_harmless = group.is_harmless
    return _has_own_figures(group) and all(
        _is_one_way(side)
        and group.pairs >= _SAME_OUTCOME * (side.there if is_harmless else side.held)
        for side in sides
    )


def _is_decided(group: Group, tally: Tally, elsewhere: int) -> bool:
    """Whether most who had the words lost them; `elsewhere` are told of by another group."""
    change = group.change
    if change.kind is EditKind.WORDING:
        return tally.pairs_back(change) <= _BACK * tally.pairs_with(change)
    sides = tally.sides(change)
    share = _RENAMED if len(sides) > 1 else _DECIDED
    if not all(_is_one_way(s) and s.there >= share * s.held for s in sides):
        return False
    if change.kind not in (EditKind.DROPPED, EditKind.ADDED):
        return True
    return _has_own_figures(group) and group.outright >= _DECIDED * (sides[0].held - elsewhere)


def _is_one_way(side: Side) -> bool:
    return side.back <= _BACK * side.there


def _has_own_figures(group: Group) -> bool:
    """Whether the figures in it, if any, are those of the template."""
    if NUMBER not in group.change.key.split():
        return True
    return max(group.wordings.values()) >= _SAME_FIGURES * len(group.found)


def _pairs(found: Sequence[Instance]) -> int:
    return len({instance.pair for instance in found})
