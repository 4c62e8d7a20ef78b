"""Claims followed from edition to edition and from one organization to another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rights_diff.comparison.claims import ReportIndex
from rights_diff.model.timeline import (
    ClaimThread,
    Edition,
    ThreadPoint,
    ThreadStatus,
)
from rights_diff.timelines.claim_groups import Evidence, join_claims
from rights_diff.timelines.claim_labels import label_of
from rights_diff.timelines.claim_ties import Align, ClaimTies, Key, claim_ties
from rights_diff.timelines.claim_turns import Turns

__all__ = ["threads_of"]

_TOPICS = 3
# "See also section 6", "For further information, please see the report at …".
_POINTER = re.compile(r"\W*(?:for [^.;]{1,120}[,;] )?(?:please |also )*see\b", re.IGNORECASE)
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
    groups = [g for g in groups if not all(_points_elsewhere(k, editions) for k in g)]
    groups.sort(key=lambda g: (-len({n for n, _ in g}), g))
    turns = Turns(editions, indexes)
    return tuple(
        _thread(f"t{n}", group, _Telling(editions, ties, turns, group))
        for n, group in enumerate(groups, 1)
    )


def _points_elsewhere(key: Key, editions: Sequence[Edition]) -> bool:
    """Whether a sentence only sends the reader to another text, and claims nothing."""
    report = editions[key[0]].report
    return _POINTER.match(report.sentences[key[1]].span.of(report.text)) is not None


@dataclass(slots=True)
class _Telling:
    """Which editions tell a claim, turn by turn."""

    editions: Sequence[Edition]
    ties: ClaimTies
    turns: Turns
    group: Sequence[Key]
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
            elif edition.year is not None and self._is_told_by(edition.organization):
                self._add(edition, ThreadPoint(report=edition.id, sentences=(), status=_S.DROPPED))

    def _is_told_by(self, organization: str | None) -> bool:
        last = self.last.get(organization)
        return last is not None and last.status is not _S.DROPPED

    def _tell(self, n: int, edition: Edition, keys: Sequence[Key]) -> None:
        report, who = edition.report, edition.organization
        ids = tuple(report.sentences[k].id for _, k in keys)
        turn = self.turns.between(*self.told[who], n, ids) if who in self.told else None
        if edition.year is None:
            status = _S.UNDATED
        elif turn is None:
            status = _S.JOINED if self.told else _S.BORN
        else:
            status = turn.status if self._is_told_by(who) else _S.RETURNED
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
    organizations = tuple(dict.fromkeys(editions[p.report].organization for p in told))
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
