"""Topics of rows, and how much each report says on each topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rights_diff.comparison.claims.claim import ReportIndex
from rights_diff.model import LedgerRow, TopicAttention

__all__ = ["attention", "counted_topics", "row_topics", "total_words"]

# A row is about few things; more codes than this say nothing.
_MOST_TOPICS = 3


def sentence_topics(index: ReportIndex, sentence_id: str) -> tuple[str, ...]:
    """Topics of the sentence itself, else the main topic of its section."""
    sentence = index.sentences[sentence_id]
    section = index.sections.get(sentence.section)
    return sentence.topics or (section.topics[:1] if section else ())


def counted_topics(index: ReportIndex, sentence_id: str) -> tuple[str, ...]:
    """Under which topics the words of a sentence count: each of its own, and its section's.

    A report says nothing on a topic only where no sentence is about it, in passing or not; and a
    reader who sees a section named after a right expects to find its words under that right,
    whatever else its sentences are about.
    """
    section = index.sections.get(index.sentences[sentence_id].section)
    named = section.topics[:1] if section and section.heading else ()
    return tuple(dict.fromkeys((*sentence_topics(index, sentence_id), *named)))


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


def attention(
    old: ReportIndex, new: ReportIndex, rows: Sequence[LedgerRow] = ()
) -> tuple[TopicAttention, ...]:
    """Words and claims per topic before and after, raw and per thousand words, by topic code.

    A sentence counts under each of its topics and under that of its section: see
    `counted_topics`; a claim under each topic of its row, told from that side alone.
    """
    words = [_words_by_topic(index) for index in (old, new)]
    totals = [max(1, total_words(index)) for index in (old, new)]
    claims = [
        _claims_by_topic(old, (r.old for r in rows)),
        _claims_by_topic(new, (r.new for r in rows)),
    ]
    gone = _claims_by_topic(old, (r.old for r in rows if not r.new and not r.told_in))
    come = _claims_by_topic(new, (r.new for r in rows if not r.old and not r.told_in))
    return tuple(
        TopicAttention(
            topic=topic,
            old_words=words[0][topic],
            new_words=words[1][topic],
            old_per_thousand=_per_thousand(words[0][topic], totals[0]),
            new_per_thousand=_per_thousand(words[1][topic], totals[1]),
            old_claims=claims[0][topic],
            new_claims=claims[1][topic],
            old_claims_per_thousand=_per_thousand(claims[0][topic], totals[0]),
            new_claims_per_thousand=_per_thousand(claims[1][topic], totals[1]),
            dropped=gone[topic],
            added=come[topic],
        )
        for topic in sorted({*words[0], *words[1]})
    )


def _per_thousand(count: int, words: int) -> float:
    return round(1000 * count / words, 1)


def _words_by_topic(index: ReportIndex) -> Counter[str]:
    counts: Counter[str] = Counter()
    for sentence_id, length in index.lengths.items():
        for topic in counted_topics(index, sentence_id):
            counts[topic] += length
    return counts


def _claims_by_topic(index: ReportIndex, sides: Iterable[tuple[str, ...]]) -> Counter[str]:
    return Counter(topic for ids in sides for topic in row_topics(ids, (), index, index))
