"""Claims of one organization followed from edition to edition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from rights_diff.model import Comparison, Facet, LedgerRow, Status
from rights_diff.model.timeline import ClaimThread, Edition, ThreadPoint, ThreadStatus

__all__ = ["threads_of"]

Compare = Callable[[Edition, Edition], Comparison]

_LABEL = 140  # characters
# Facets that name what became of a claim, the weightiest first.
_DIRECTIONS = (
    (Facet.CONTRADICTED, ThreadStatus.CONTRADICTED),
    (Facet.SOFTENED, ThreadStatus.SOFTENED),
    (Facet.STRENGTHENED, ThreadStatus.STRENGTHENED),
)


@dataclass
class _Thread:
    """A thread in the making."""

    organization: str | None
    topics: tuple[str, ...]
    points: list[ThreadPoint] = field(default_factory=list)


def threads_of(editions: Sequence[Edition], compare: Compare) -> tuple[ClaimThread, ...]:
    """Claims that an organization makes in at least two editions, the longest threads first.

    Each edition is compared with the one before it, and with the one before that for claims
    that were dropped and returned. Pairs that are about as likely wrong as right tie nothing.

    Args:
        editions: in order; undated ones are left out.
        compare: gives the comparison of two editions, older first.
    """
    by_organization: dict[str | None, list[Edition]] = {}
    for edition in editions:
        if edition.year is not None:
            by_organization.setdefault(edition.organization, []).append(edition)
    found = [
        thread
        for organization in sorted(by_organization, key=str)
        for thread in _followed(by_organization[organization], organization, compare)
    ]
    found.sort(key=lambda t: -sum(bool(p.sentences) for p in t[1].points))
    years = {e.id: e.year for e in editions}
    return tuple(_finished(n, t, last, years) for n, (last, t) in enumerate(found, 1))


def _followed(
    editions: Sequence[Edition], organization: str | None, compare: Compare
) -> list[tuple[Edition, _Thread]]:
    threads: list[_Thread] = []
    homes: list[dict[str, _Thread]] = []  # for each edition, the thread of each sentence
    for n, edition in enumerate(editions):
        home: dict[str, _Thread] = {}
        if n:
            rows = compare(editions[n - 1], edition).ledger
            _extend(home, homes[n - 1], rows, edition, returned=False)
        if n > 1:
            rows = compare(editions[n - 2], edition).ledger
            gone = {s: t for s, t in homes[n - 2].items() if not t.points[-1].sentences}
            _extend(home, gone, rows, edition, returned=True)
        for sentence in edition.report.sentences:
            if sentence.id not in home:
                thread = _Thread(organization, sentence.topics)
                thread.points.append(_point(edition, (sentence.id,), ThreadStatus.BORN))
                home[sentence.id] = thread
                threads.append(thread)
        for thread in threads:
            if thread.points[-1].report != edition.id and thread.points[-1].sentences:
                thread.points.append(_point(edition, (), ThreadStatus.DROPPED))
        homes.append(home)
    lasting = [t for t in threads if sum(bool(p.sentences) for p in t.points) > 1]
    return [(editions[-1], t) for t in lasting]


def _extend(
    home: dict[str, _Thread],
    before: dict[str, _Thread],
    rows: Sequence[LedgerRow],
    edition: Edition,
    *,
    returned: bool,
) -> None:
    """Carry the threads of an earlier edition on to the sentences paired with theirs."""
    for row in rows:
        if not (row.old and row.new) or row.is_unsure or any(s in home for s in row.new):
            continue
        thread = next((before[s] for s in row.old if s in before), None)
        if thread is None or thread.points[-1].report == edition.id:
            continue
        status = ThreadStatus.RETURNED if returned else _status(row)
        thread.points.append(_point(edition, row.new, status, row.facets))
        home.update(dict.fromkeys(row.new, thread))


def _status(row: LedgerRow) -> ThreadStatus:
    if row.status is Status.UNCHANGED:
        return ThreadStatus.REPEATED
    return next((s for f, s in _DIRECTIONS if f in row.facets), ThreadStatus.UPDATED)


def _point(
    edition: Edition,
    sentences: tuple[str, ...],
    status: ThreadStatus,
    facets: tuple[Facet, ...] = (),
) -> ThreadPoint:
    quotes = (edition.report.sentence(s).span.of(edition.report.text) for s in sentences)
    quote = " ".join(" ".join(q.split()) for q in quotes)
    return ThreadPoint(
        report=edition.id, sentences=sentences, status=status, facets=facets, quote=quote
    )


def _stale_since(thread: _Thread, years: dict[str, int | None], last: Edition) -> int | None:
    """The first year of the run of word-for-word repeats up to the newest edition."""
    points = thread.points
    if points[-1].report != last.id or points[-1].status is not ThreadStatus.REPEATED:
        return None
    start = len(points) - 1
    while points[start].status is ThreadStatus.REPEATED and start:
        start -= 1
    return years[points[start].report]


def _finished(n: int, thread: _Thread, last: Edition, years: dict[str, int | None]) -> ClaimThread:
    told = next(p.quote for p in reversed(thread.points) if p.quote)
    label = told if len(told) <= _LABEL else told[:_LABEL].rsplit(" ", 1)[0] + " …"
    return ClaimThread(
        id=f"t{n}",
        label=label,
        organization=thread.organization,
        topics=thread.topics,
        points=tuple(thread.points),
        stale_since=_stale_since(thread, years, last),
    )
