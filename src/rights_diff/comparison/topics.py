"""Topics of rows, and how much each report says on each topic."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.comparison.claims import ReportIndex
from rights_diff.model import TopicAttention

__all__ = ["attention", "row_topics", "total_words"]

# A row is about few things; more codes than this say nothing.
_MOST_TOPICS = 3


def sentence_topics(index: ReportIndex, sentence_id: str) -> tuple[str, ...]:
    """Topics of the sentence itself, else the main topic of its section."""
    sentence = index.sentences[sentence_id]
    section = index.sections.get(sentence.section)
    return sentence.topics or (section.topics[:1] if section else ())


def counted_topics(index: ReportIndex, sentence_id: str) -> tuple[str, ...]:
    """Under which topics the words of a sentence count: its main one, and its section's.

    A reader who sees a section named after a right expects to find its words under that right,
    whatever else its sentences are about.
    """
    section = index.sections.get(index.sentences[sentence_id].section)
    named = section.topics[:1] if section and section.heading else ()
    return tuple(dict.fromkeys((*sentence_topics(index, sentence_id)[:1], *named)))


def row_topics(
    old_ids: Iterable[str], new_ids: Iterable[str], old: ReportIndex, new: ReportIndex
) -> tuple[str, ...]:
    """Topics of a row: those that both sides name first, then by rank, then by name."""
    ranks: dict[str, list[int]] = {}
    for index, ids in ((old, old_ids), (new, new_ids)):
        seen: dict[str, int] = {}
        for sentence_id in ids:
            for rank, topic in enumerate(sentence_topics(index, sentence_id)):
                seen[topic] = min(rank, seen.get(topic, rank))
        for topic, rank in seen.items():
            ranks.setdefault(topic, []).append(rank)
    order = sorted(ranks, key=lambda t: (-len(ranks[t]), sum(ranks[t]), t))
    return tuple(order[:_MOST_TOPICS])


def total_words(index: ReportIndex) -> int:
    """Words in the sentences of a report."""
    return sum(index.lengths.values())


def attention(old: ReportIndex, new: ReportIndex) -> tuple[TopicAttention, ...]:
    """Words per topic before and after, raw and per thousand words of body, by topic code.

    A sentence counts under its main topic and under that of its section: see `counted_topics`.
    """
    counts = [_words_by_topic(index) for index in (old, new)]
    totals = [max(1, total_words(index)) for index in (old, new)]
    return tuple(
        TopicAttention(
            topic=topic,
            old_words=(a := counts[0].get(topic, 0)),
            new_words=(b := counts[1].get(topic, 0)),
            old_per_thousand=round(1000 * a / totals[0], 1),
            new_per_thousand=round(1000 * b / totals[1], 1),
        )
        for topic in sorted({*counts[0], *counts[1]})
    )


def _words_by_topic(index: ReportIndex) -> dict[str, int]:
    counts: dict[str, int] = {}
    for sentence_id, length in index.lengths.items():
        for topic in counted_topics(index, sentence_id):
            counts[topic] = counts.get(topic, 0) + length
    return counts
