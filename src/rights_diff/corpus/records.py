"""The record of a pair: made of its comparison, written as plain data, read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rights_diff.corpus.figures import changed_figures
from rights_diff.model import Comparison, Facet, Status
from rights_diff.model.corpus import CorpusPair, Headline, PairRecord, TopicCount
from rights_diff.model.template_edits import EditCandidate, EditKind

if TYPE_CHECKING:
    from rights_diff.rendering.view import Page
    from rights_diff.rendering.view.records import Highlight

__all__ = ["candidates_data", "candidates_of_data", "record_data", "record_of", "record_of_data"]

_HEADLINES = 5  # an overview shows a few lines of each country
_LONGEST = 200  # characters of a headline: two lines


def record_of(comparison: Comparison, page: Page, pair: CorpusPair) -> PairRecord:
    """What an overview says of a comparison; `page` is the view of it."""
    summary = comparison.summary
    sure = [row for row in comparison.ledger if not row.is_unsure]  # as the page counts at its top
    return PairRecord(
        pair=pair,
        words_old=summary.old_words,
        words_new=summary.new_words,
        statuses=_counted(Status, (row.status for row in comparison.ledger)),
        told_elsewhere=_counted(Status, (row.status for row in comparison.ledger if row.told_in)),
        facets=_counted(Facet, (f for row in sure for f in row.facets)),
        figures_changed=changed_figures(comparison).total(),
        figures_agreeing=sum(not figure.unsure for figure in page.agreeing),
        topics=_topics(comparison),
        headlines=tuple(_headline(h, page) for h in _leading(page.highlights)),
        warnings=page.warnings,
    )


def _counted(kinds: Iterable[Any], found: Iterable[Any]) -> dict[Any, int]:
    """How many of each kind, in the order in which the kinds are defined."""
    counts = Counter(found)
    return {kind: counts[kind] for kind in kinds if counts[kind]}


def _topics(comparison: Comparison) -> tuple[TopicCount, ...]:
    revised = Counter(
        topic for row in comparison.ledger if row.status is Status.REVISED for topic in row.topics
    )
    return tuple(
        TopicCount(
            topic=t.topic,
            words_old=t.old_words,
            words_new=t.new_words,
            old_per_thousand=t.old_per_thousand,
            new_per_thousand=t.new_per_thousand,
            dropped=t.dropped,
            added=t.added,
            changed=revised[t.topic],
        )
        for t in comparison.summary.topics
    )


def _leading(highlights: Sequence[Highlight]) -> list[Highlight]:
    """The first of each kind, then the second of each: an overview shows what kinds there are."""
    seen: Counter[str] = Counter()
    ranked = []
    for n, item in enumerate(highlights):
        ranked.append((seen[item.code], n, item))
        seen[item.code] += 1
    return [item for _, _, item in sorted(ranked, key=lambda r: r[:2])[:_HEADLINES]]


def _headline(item: Highlight, page: Page) -> Headline:
    from rights_diff.rendering.view.plain import change_words, clip

    words = change_words(item.old, item.new, page.sides)
    said = f"“{item.text}”" if item.quoted else f"({item.text})" if item.text else ""
    told = f"{words}: {said}" if words and item.quoted else f"{words} {said}".strip()
    return Headline(text=clip(f"{item.label}: {told}", _LONGEST), row=item.row)


# ---------------------------------------------------------------- as plain data


def record_data(record: PairRecord) -> dict[str, Any]:
    """The record without its pair, as plain data."""
    return {
        "words_old": record.words_old,
        "words_new": record.words_new,
        "statuses": dict(record.statuses),
        "told_elsewhere": dict(record.told_elsewhere),
        "facets": dict(record.facets),
        "figures_changed": record.figures_changed,
        "figures_agreeing": record.figures_agreeing,
        "topics": [asdict(topic) for topic in record.topics],
        "headlines": [asdict(headline) for headline in record.headlines],
        "warnings": list(record.warnings),
    }


def record_of_data(data: Mapping[str, Any], pair: CorpusPair, page: str | None) -> PairRecord:
    """The record of that pair again."""
    return PairRecord(
        pair=pair,
        words_old=data["words_old"],
        words_new=data["words_new"],
        statuses={Status(code): count for code, count in data["statuses"].items()},
        told_elsewhere={Status(code): n for code, n in data["told_elsewhere"].items()},
        facets={Facet(code): count for code, count in data["facets"].items()},
        figures_changed=data["figures_changed"],
        figures_agreeing=data["figures_agreeing"],
        topics=tuple(TopicCount(**topic) for topic in data["topics"]),
        headlines=tuple(Headline(**headline) for headline in data["headlines"]),
        warnings=tuple(data["warnings"]),
        page=page,
    )


def candidates_data(candidates: Iterable[EditCandidate]) -> list[dict[str, Any]]:
    """Edit candidates as plain data."""
    return [asdict(candidate) for candidate in candidates]


def candidates_of_data(data: Iterable[Mapping[str, Any]]) -> tuple[EditCandidate, ...]:
    """Those candidates again."""
    return tuple(_candidate(item) for item in data)


def _candidate(item: Mapping[str, Any]) -> EditCandidate:
    typed = {
        "kind": EditKind(item["kind"]),
        "status": None if item["status"] is None else Status(item["status"]),
        "facets": tuple(map(Facet, item["facets"])),
        "topics": tuple(item["topics"]),
    }
    return EditCandidate(**{**item, **typed})
