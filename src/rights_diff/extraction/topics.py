"""Topics of the rights taxonomy for sections and sentences."""

from __future__ import annotations

from rights_diff.model import Report

__all__ = ["topics_of", "with_topics"]


def topics_of(text: str, *, heading: str | None = None) -> tuple[str, ...]:  # placeholder
    return ()


def with_topics(report: Report) -> Report:  # placeholder
    return report
