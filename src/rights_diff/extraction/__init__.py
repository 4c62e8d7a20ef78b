"""Extract: quantities, dates, attribution and topics, added to a `Report`."""

from __future__ import annotations

from dataclasses import replace

from rights_diff.collector import at_rest
from rights_diff.extraction.dates import find_dates
from rights_diff.extraction.quantities import find_quantities
from rights_diff.extraction.topics import with_found_topics, with_topics
from rights_diff.model import Report
from rights_diff.protocols import TopicFinder

__all__ = ["extract"]


@at_rest()
def extract(report: Report, *, topics: TopicFinder | None = None) -> Report:
    """The report with its quantities, dates and topics.

    Args:
        topics: what finds the topics, in place of the shipped taxonomy.
    Returns:
        a new report; sections and sentences carry topic codes, main ones first.
    """
    dates = find_dates(report)
    found = replace(report, dates=dates, quantities=find_quantities(report))
    return with_found_topics(found, topics) if topics else with_topics(found)
