"""Claims followed from edition to edition and from one organization to another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rights_diff.comparison.claims import ReportIndex
from rights_diff.model.timeline import (
    ClaimJoin,
    ClaimThread,
    Edition,
    ThreadPoint,
    ThreadStatus,
)
from rights_diff.timelines.claim_absence import Absences
from rights_diff.timelines.claim_groups import Evidence, join_claims
from rights_diff.timelines.claim_joins import joins_of
from rights_diff.timelines.claim_labels import label_of
from rights_diff.timelines.claim_ties import Align, ClaimTies, Key, claim_ties
from rights_diff.timelines.claim_turns import Turns

__all__ = ["threads_of"]

_TOPICS = 3
# "See also section 6", "For further information, please see the report at …".
_POINTER = re.compile(r"\W*(?:for [^.;]{1,120}[,;] )?(?:please |also )*see\b", re.IGNORECASE)
# "This chapter covers …": what a report says of itself is no claim about the country.
_ITSELF = re.compile(
    r"\W*this (?:annex|chapter|document|edition|entry|page|publication|report|sample|section"
    r"|summary|text) (?:is|was|has been|covers|deals|describes|does not|draws|focuses|is not"
    r"|provides|summarizes)\b",
    re.IGNORECASE,
)
# "Not applicable.": the answer to a heading of the form, and no claim.
_NOTHING = re.compile(r"\W*not applicable\W*", re.IGNORECASE)
_S = ThreadStatus


def threads_of(
    editions: Sequence[Edition], indexes: Sequence[ReportIndex], align: Align, beside: Evidence
) -> tuple[ClaimThread, ...]:
    """Claims made in at least two editions, of one organization or of several, longest first.

    Args:
        editions: in order, undated ones last.
        indexes: of their reports.
        align: gives the alignment of two editions, the one that stands first given first.
        beside: what speaks for and against two sentences making one claim.
    """
    ties = claim_ties(editions, align)
    groups = join_claims(ties, beside)
    groups = [g for g in groups if not all(_claims_nothing(k, editions) for k in g)]
    groups.sort(key=lambda g: (-len({n for n, _ in g}), g))
    turns = Turns(editions, indexes, ties, beside)
    absences = Absences(editions, ties, beside)
    found = []
    for n, group in enumerate(groups, 1):
        joins = joins_of(group, editions, ties, beside)
        telling = _Telling(editions, ties, turns, group, joins, absences)
        found.append(_thread(f"t{n}", group, telling))
    return tuple(found)


def _claims_nothing(key: Key, editions: Sequence[Edition]) -> bool:
    """Whether a sentence makes no claim: it sends the reader to another text, speaks of its own, or
    says that there is nothing to say.
    """
    report = editions[key[0]].report
    words = report.sentences[key[1]].span.of(report.text)
    return bool(_POINTER.match(words) or _ITSELF.match(words) or _NOTHING.fullmatch(words))


@dataclass(slots=True)
class _Telling:
    """Which editions tell a claim, turn by turn."""

    editions: Sequence[Edition]
    ties: ClaimTies
    turns: Turns
    group: Sequence[Key]
    joins: tuple[ClaimJoin, ...]
    absences: Absences
    points: list[ThreadPoint] = field(default_factory=list)
    last: dict[str | None, ThreadPoint] = field(default_factory=dict)
    told: dict[str | None, tuple[int, tuple[str, ...]]] = field(default_factory=dict)

    def run(self) -> None:
        """Make the points, edition by edition."""
        own: dict[int, list[Key]] = {}
        for key in self.group:
            own.setdefault(key[0], []).append(key)
        for n, edition in enumerate(self.editions):
            if n in own:
                self._tell(n, edition, own[n])
            elif edition.year is not None and self._is_left_by(n, edition.organization):
                self._add(edition, ThreadPoint(report=edition.id, sentences=(), status=_S.DROPPED))

    def _is_told_by(self, organization: str | None) -> bool:
        last = self.last.get(organization)
        return last is not None and last.status is not _S.DROPPED

    def _is_left_by(self, n: int, organization: str | None) -> bool:
        """Whether an organization told it before, and no sentence of this edition does."""
        if not self._is_told_by(organization):
            return False
        return self.absences.is_left_out(self._last_told(organization), n)

    def _last_told(self, organization: str | None) -> tuple[Key, ...]:
        """The sentences in which an organization told it last."""
        edition, ids = self.told[organization]
        order = {s.id: k for k, s in enumerate(self.editions[edition].report.sentences)}
        return tuple((edition, order[s]) for s in ids)

    def _tell(self, n: int, edition: Edition, keys: Sequence[Key]) -> None:
        report, who = edition.report, edition.organization
        ids = tuple(report.sentences[k].id for _, k in keys)
        turn = self.turns.between(*self.told[who], n, ids) if who in self.told else None
        if edition.year is None:
            status = _S.UNDATED
        elif turn is None:
            status = self._first_told(who)
        elif self._is_told_by(who):
            status = turn.status
        else:
            turn = turn.without_direction()
            back = self.absences.has_returned(self._last_told(who), keys)
            status = _S.RETURNED if back else turn.status
        point = ThreadPoint(
            report=edition.id,
            sentences=ids,
            status=status,
            facets=turn.facets if turn and edition.year is not None else (),
            quote=" ".join(
                " ".join(report.sentences[k].span.of(report.text).split()) for _, k in keys
            ),
            score=round(max(self._strength(k) for k in keys), 3),
        )
        if edition.year is not None:
            self.told[who] = n, ids
        self._add(edition, point)

    def _first_told(self, who: str | None) -> ThreadStatus:
        if not self.told:
            return _S.BORN
        unsure = any(j.organization == who and not j.sure for j in self.joins)
        return _S.PERHAPS if unsure else _S.JOINED

    def _add(self, edition: Edition, point: ThreadPoint) -> None:
        self.points.append(point)
        if edition.year is not None:
            self.last[edition.organization] = point

    def _strength(self, key: Key) -> float:
        """How likely a sentence makes one claim with the one that it is tied to best."""
        return max(self.ties.strength(key, other) for other in self.group if other[0] != key[0])


def _thread(thread_id: str, group: Sequence[Key], telling: _Telling) -> ClaimThread:
    telling.run()
    editions = {e.id: e for e in telling.editions}
    told = [p for p in telling.points if p.sentences]
    perhaps = {j.organization for j in telling.joins if not j.sure}
    every = dict.fromkeys(editions[p.report].organization for p in told)
    organizations = tuple(who for who in every if who not in perhaps)
    since, by = _stale(telling.points, organizations, telling.editions)
    return ClaimThread(
        id=thread_id,
        label=label_of([editions[p.report] for p in told], told),
        organization=organizations[0],
        organizations=organizations,
        topics=_topics(group, telling.editions),
        points=tuple(telling.points),
        stale_since=since,
        stale_by=by,
        joins=telling.joins,
    )


def _topics(group: Sequence[Key], editions: Sequence[Edition]) -> tuple[str, ...]:
    """What most of the sentences speak of."""
    counts = Counter(t for n, k in group for t in editions[n].report.sentences[k].topics)
    return tuple(sorted(counts, key=lambda t: (-counts[t], t))[:_TOPICS])


def _stale(
    points: Sequence[ThreadPoint],
    organizations: Sequence[str | None],
    editions: Sequence[Edition],
) -> tuple[int | None, str | None]:
    """The longest run of word-for-word repeats up to an organization's newest edition."""
    found: list[tuple[int, int, str | None]] = []
    for rank, who in enumerate(organizations):
        dated = {e.id: e.year for e in editions if e.organization == who and e.year is not None}
        own = [p for p in points if p.report in dated]
        since = _run(own, dated)
        if since is not None:
            found.append((since, rank, who))
    since, _, by = min(found, default=(None, 0, None))
    return since, by


def _run(points: Sequence[ThreadPoint], dated: Mapping[str, int]) -> int | None:
    """First year of the run that ends in the newest edition; `points` are of one organization."""
    if not points or points[-1].report != list(dated)[-1]:
        return None
    start = len(points) - 1
    while start and points[start].status is _S.REPEATED:
        start -= 1
    return dated[points[start].report] if start < len(points) - 1 else None
