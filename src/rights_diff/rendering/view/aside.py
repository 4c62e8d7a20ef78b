"""What stands beside the ledger: facts, footnotes, attention, and what was set aside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from rights_diff.comparison.edits import words
from rights_diff.model import (
    Comparison,
    FactChange,
    Report,
    SectionKind,
    Span,
    Status,
    TopicAttention,
)
from rights_diff.rendering.strings import say, text
from rights_diff.rendering.view.pieces import diff_pieces, whole
from rights_diff.rendering.view.plain import clip, shown_line, signed, thousands
from rights_diff.rendering.view.records import Attention, Fact, Piece, SetAside
from rights_diff.rendering.view.sides import Index

__all__ = ["attention_views", "fact_views", "footnote_views", "leading_topics", "set_aside"]

_SAMPLES_SHOWN = 12  # stretches of furniture shown for each reason
_SAMPLE_CHARACTERS = 160
_TOPICS_SHOWN = 14

Label = Callable[[Status], str]
Pieces = tuple[Piece, ...]


def fact_views(comparison: Comparison, label: Label) -> tuple[Fact, ...]:
    """Fact lines before and after."""
    return tuple(
        Fact(
            label=shown_line(change.label),
            status=change.status.value,
            status_label=label(change.status),
            old=(pair := _pair(change.old_value, change.new_value))[0],
            new=pair[1],
            change=_fact_change(change),
        )
        for change in comparison.fact_changes
    )


def footnote_views(
    comparison: Comparison, old: Index, new: Index, label: Label
) -> tuple[Fact, ...]:
    """Footnotes before and after."""
    views = []
    for change in comparison.footnote_changes:
        marker = change.new_marker or change.old_marker or ""
        before, after = _pair(_text(old, change.old_span), _text(new, change.new_span))
        name = text("footnote", name="place", marker=shown_line(marker))
        views.append(Fact(name, change.status.value, label(change.status), before, after))
    return tuple(views)


def _text(index: Index, span: Span | None) -> str | None:
    return None if span is None else span.of(index.report.text).strip()


def _pair(old: str | None, new: str | None) -> tuple[Pieces, Pieces]:
    if old is None or new is None:
        return (whole(old) if old else ()), (whole(new) if new else ())
    before, after, _ = diff_pieces(words(old), words(new))
    return before, after


def _fact_change(change: FactChange) -> str:
    parts = []
    if change.absolute:
        parts.append(signed(change.absolute))
    if change.percent:
        parts.append(f"{signed(round(change.percent, 1))}%")
    return ", ".join(parts)


def attention_views(comparison: Comparison, label: Callable[[str], str]) -> tuple[Attention, ...]:
    """Words per topic before and after, most written about first."""
    topics = leading_topics(comparison)
    most = max((max(t.old_per_thousand, t.new_per_thousand) for t in topics), default=0.0) or 1.0
    return tuple(
        Attention(
            topic=label(t.topic),
            old_words=thousands(t.old_words),
            new_words=thousands(t.new_words),
            old_rate=f"{t.old_per_thousand:,.0f}",
            new_rate=f"{t.new_per_thousand:,.0f}",
            old_bar=round(100 * t.old_per_thousand / most, 1),
            new_bar=round(100 * t.new_per_thousand / most, 1),
            change=_shift(t.old_per_thousand, t.new_per_thousand),
            shift=t.new_per_thousand - t.old_per_thousand,
        )
        for t in topics
    )


def leading_topics(comparison: Comparison) -> tuple[TopicAttention, ...]:
    """The topics that either report gives most words to, most first."""
    ranked = sorted(
        comparison.summary.topics,
        key=lambda t: (-max(t.old_per_thousand, t.new_per_thousand), t.topic),
    )
    return tuple(ranked[:_TOPICS_SHOWN])


def _shift(old: float, new: float) -> str:
    difference = round(new) - round(old)
    return signed(float(difference)) if difference else "0"


def set_aside(report: Report) -> tuple[SetAside, ...]:
    """What a report carried that is no report text, by reason."""
    found: dict[str, list[str]] = defaultdict(list)
    for item in report.furniture:
        words_of_it = clip(shown_line(item.span.of(report.text)), _SAMPLE_CHARACTERS)
        if words_of_it:
            found[say("furniture", item.reason)].append(words_of_it)
    for section in report.sections:
        if section.kind is SectionKind.RELATED_ITEMS:
            start = clip(shown_line(section.span.of(report.text)), _SAMPLE_CHARACTERS)
            told = shown_line(section.heading or "") or start
            found[text("related", name="place")].append(told)
    return tuple(
        SetAside(reason, len(texts), tuple(texts[:_SAMPLES_SHOWN]))
        for reason, texts in sorted(found.items())
    )
