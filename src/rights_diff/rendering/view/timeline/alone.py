"""Two organizations on one year: the sentences of either report that none of the other is paired
with, by what they are about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights_diff.model import Report, Sentence
from rights_diff.model.timeline import Meeting

__all__ = ["Alone", "alone", "main_topic", "words_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """Sentences about one topic ("" for none) that only one report has, in the text's order.

    Attributes:
        of: sentences of that report about the topic, paired or not.
        words: words of the unpaired ones.
    """

    topic: str
    sentences: tuple[Sentence, ...]
    of: int
    words: int


def alone(report: Report, meeting: Meeting, side: int) -> tuple[Alone, ...]:
    """The unpaired sentences of one side of a meeting, the topics with most words first.

    Args:
        side: 0 for the meeting's `old` report, 1 for its `new` one.
    """
    paired = {sentence for pair in meeting.claims for sentence in pair[side]}
    by_topic: dict[str, list[Sentence]] = {}
    total: dict[str, int] = {}
    for sentence in report.sentences:
        topic = main_topic(report, sentence)
        total[topic] = total.get(topic, 0) + 1
        if sentence.id not in paired:
            by_topic.setdefault(topic, []).append(sentence)
    found = [
        Alone(
            topic=topic,
            sentences=tuple(sentences),
            of=total[topic],
            words=sum(len(s.span.of(report.text).split()) for s in sentences),
        )
        for topic, sentences in by_topic.items()
    ]
    return tuple(sorted(found, key=lambda a: (not a.topic, -a.words, a.topic)))


def main_topic(report: Report, sentence: Sentence) -> str:
    """The first topic of a sentence, else of its section, else ""."""
    if sentence.topics:
        return sentence.topics[0]
    home = next((s for s in report.sections if s.id == sentence.section), None)
    return home.topics[0] if home and home.topics else ""


def words_of(report: Report, sentences: Sequence[str]) -> str:
    """Sentences as they stand in the text, one after the other."""
    return " ".join(report.sentence(s).span.of(report.text) for s in sentences)
