"""The timeline of many reports on one country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rights_diff.alignment import align
from rights_diff.comparison import build as compare_aligned
from rights_diff.comparison.claims import ReportIndex
from rights_diff.comparison.topics import sentence_topics, total_words
from rights_diff.model import Alignment, Comparison, Report
from rights_diff.model.timeline import Edition, Timeline, TopicYear
from rights_diff.timelines.claim_words import Beside
from rights_diff.timelines.editions import editions_of, gaps_in, without_copies
from rights_diff.timelines.meetings import meetings_of
from rights_diff.timelines.pairs import check_reports
from rights_diff.timelines.series import series_of
from rights_diff.timelines.threads import threads_of

__all__ = ["build"]


def build(reports: Sequence[Report], *, allow_mixed: bool = False) -> Timeline:
    """Follow figures and claims through reports on one country; their order does not matter.

    Raises:
        CompareError: fewer than two reports, or reports on different countries.
    """
    check_reports(reports, "a timeline", allow_mixed=allow_mixed)
    reports, copies = without_copies(reports)
    editions = editions_of(reports)
    indexes = [ReportIndex(e.report) for e in editions]
    compare = _Comparisons()
    countries = Counter(e.report.metadata.country for e in editions if e.report.metadata.country)
    series = series_of(editions, indexes)
    beside = Beside(editions, indexes, series)
    return Timeline(
        country=min(countries, key=lambda c: (-countries[c], c), default=None),
        editions=editions,
        series=series,
        threads=threads_of(editions, indexes, compare.align, beside),
        meetings=meetings_of(editions, compare, beside),
        attention=tuple(t for e, i in zip(editions, indexes, strict=True) for t in _topics(e, i)),
        gaps=gaps_in(editions),
        warnings=copies
        + tuple(
            f"{e.name} does not say which year it covers: it stands last, without a year"
            for e in editions
            if e.year is None
        ),
    )


class _Comparisons:
    """Alignments of two editions, each made once, and comparisons."""

    def __init__(self) -> None:
        self._made: dict[tuple[str, str], Alignment] = {}

    def align(self, old: Edition, new: Edition) -> Alignment:
        """Which sentences of two editions correspond."""
        key = old.id, new.id
        if key not in self._made:
            self._made[key] = align(old.report, new.report)
        return self._made[key]

    def __call__(self, old: Edition, new: Edition) -> Comparison:
        """The comparison of two editions."""
        aligned = self.align(old, new)
        return compare_aligned(old.report, new.report, aligned, allow_mixed=True)


def _topics(edition: Edition, index: ReportIndex) -> list[TopicYear]:
    words: Counter[str] = Counter()
    for sentence, length in index.lengths.items():
        for topic in sentence_topics(index, sentence)[:1]:
            words[topic] += length
    whole = max(1, total_words(index))
    return [
        TopicYear(
            report=edition.id,
            topic=topic,
            words=words[topic],
            per_thousand=round(1000 * words[topic] / whole, 1),
        )
        for topic in sorted(words)
    ]
