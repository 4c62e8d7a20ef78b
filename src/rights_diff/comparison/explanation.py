"""A row in words: what was compared, what the facets rest on, what came close."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.model import Comparison, ComparisonKind, LedgerRow, Report, Signal, Status

__all__ = ["explain_row"]

_ACROSS = {Status.DROPPED: "only in old", Status.ADDED: "only in new"}


def explain_row(comparison: Comparison, row: LedgerRow) -> str:
    """Several lines of plain text, in a fixed order."""
    lines = [f"{row.id}: {_headline(comparison, row)}"]
    lines += _quotes("old", comparison.old, row.old)
    lines += _quotes("new", comparison.new, row.new)
    if row.reasons:
        lines.append("paired by: " + ", ".join(row.reasons))
    lines += [_signal(s) for s in row.signals]
    other = comparison.new if row.old else comparison.old
    lines += [
        f"possibly the same claim ({c.score:.2f}): {_quote(other, c.sentence)}"
        for c in row.candidates
    ]
    return "\n".join(lines)


def _headline(comparison: Comparison, row: LedgerRow) -> str:
    status = row.status.value
    if comparison.kind is ComparisonKind.CROSS_ORGANIZATION:
        status = _ACROSS.get(row.status, status)
    words = [status, *(f.value.replace("_", " ") for f in row.facets)]
    score = f" (score {row.score:.2f})" if row.old and row.new else ""
    return ", ".join(words) + score


def _quotes(side: str, report: Report, ids: Iterable[str]) -> list[str]:
    return [f"{side} {i}: {_quote(report, i)}" for i in ids]


def _quote(report: Report, sentence_id: str) -> str:
    return " ".join(report.sentence(sentence_id).span.of(report.text).split())


def _signal(signal: Signal) -> str:
    old, new = (f"“{w}”" if w else "nothing" for w in (signal.old_words, signal.new_words))
    return f"{signal.facet.value.replace('_', ' ')} ({signal.rule}): {old} → {new}"
