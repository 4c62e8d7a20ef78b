"""What a ledger row rests on, in plain lines; nothing in them acts on the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rights_diff.model import ComparisonKind, Facet, QuantityKind, QuantityRelation, Status
from rights_diff.model.explanation import Explanation, FigurePair, Rival, SectionPair, WordEdit
from rights_diff.rendering.strings import say, text
from rights_diff.rendering.view.plain import number, shown_line, signed

__all__ = ["explanation_text"]

_OLD, _NEW = "the old report", "the new report"
_MOST_EVIDENCE = 3


def explanation_text(explanation: Explanation) -> str:
    """Several short paragraphs in a fixed order; what does not apply is left out."""
    parts = [
        [_headline(explanation)],
        [f"{q.side} {q.sentence}: “{shown_line(q.words)}”" for q in explanation.quotes],
        list(_why_paired(explanation)),
        _block("Words", (_edit(e, _between(explanation)) for e in explanation.edits)),
        _block("Rests on", _signals(explanation)),
        _block("Figures", (_figure(f, explanation) for f in explanation.figures)),
        _block(_rivals_head(explanation), map(_rival, explanation.rivals)),
        _block("Attention to its topics", _topics(explanation)),
    ]
    return "\n".join(line for part in parts for line in part)


def _block(head: str, lines: Iterable[str]) -> list[str]:
    found = [f"  {line}" for line in lines]
    return [f"{head}:", *found] if found else []


def _headline(explanation: Explanation) -> str:
    told = [
        text("told_in", name="why", row=explanation.told_in)
        if explanation.told_in
        else _say(explanation, "status", explanation.status)
    ]
    told += [_say(explanation, "facet", f) for f in explanation.facets]
    if explanation.unsure:
        told.append(say("facet", "unsure"))
    return f"{explanation.row}: {', '.join(told)}"


def _say(explanation: Explanation, table: str, word: Status | Facet) -> str:
    across = explanation.kind is ComparisonKind.CROSS_ORGANIZATION
    return say(table, word.value, old=_OLD, new=_NEW, across=across)


def _why_paired(explanation: Explanation) -> Iterable[str]:
    if len({q.side for q in explanation.quotes}) > 1:
        why = shown_line("; ".join(explanation.reasons)) or "no reason was kept"
        yield f"Paired (score {explanation.score:.2f}, needed {explanation.paired_from:.2f}): {why}"
    else:
        other = _NEW if explanation.quotes[0].side == "old" else _OLD
        if explanation.told_in:
            told = text("elsewhere", name="why", report=other, row=explanation.told_in)
            yield f"Not paired here: {told}"
        elif explanation.rivals:
            yield f"Not paired: no sentence of {other} was sure enough to make the same claim"
        else:
            yield f"Not paired: no sentence of {other} was found to make the same claim"
    yield from map(_sections, explanation.sections)


def _sections(pair: SectionPair) -> str:
    old, new = (f"“{shown_line(h)}”" if h else "the opening" for h in (pair.old, pair.new))
    if pair.new is None or pair.old is None:
        return f"Sections: {new if pair.old is None else old} has no counterpart"
    if pair.relation is None:
        return f"Sections: {old} and {new} are not linked"
    why = shown_line("; ".join(pair.evidence[:_MOST_EVIDENCE]))
    relation = say("section_relation", pair.relation.value)
    return f"Sections: {old} → {new}, {relation} (score {pair.score:.2f}{': ' if why else ''}{why})"


def _between(explanation: Explanation) -> str:
    """Between the words of two editions an arrow; two organizations stand side by side."""
    return " · " if explanation.kind is ComparisonKind.CROSS_ORGANIZATION else " → "


def _edit(edit: WordEdit, between: str) -> str:
    old, new = (f"“{shown_line(w)}”" if w else "" for w in (edit.old_words, edit.new_words))
    if old and new:
        return f"{old}{between}{new}"
    return f"put in {new}" if new else f"left out {old}"


def _signals(explanation: Explanation) -> Iterable[str]:
    between = _between(explanation)
    for signal in explanation.signals:
        words = signal.old_words, signal.new_words
        old, new = (f"“{shown_line(w)}”" if w else "nothing" for w in words)
        label = _say(explanation, "facet", signal.facet)
        yield f"{label} ({signal.rule.replace('_', ' ')}): {old}{between}{new}"


def _figure(figure: FigurePair, explanation: Explanation) -> str:
    table = "rank_relation" if figure.kind is QuantityKind.RANK else "relation"
    across = explanation.kind is ComparisonKind.CROSS_ORGANIZATION
    said = [say(table, figure.relation.value, across=across)]
    if figure.unsure:
        said.append(say("place", "unsure"))
    if figure.absolute and figure.relation is not QuantityRelation.EQUAL:
        said.append(signed(figure.absolute))
    if figure.percent and figure.relation is not QuantityRelation.EQUAL:
        said.append(f"{signed(round(figure.percent, 1))} %")
    if figure.note:
        said.append(say("note", figure.note))
    if not figure.same_row:
        said.append("in another row")
    old, new = shown_line(figure.old_words), shown_line(figure.new_words)
    return f"“{old}”{_between(explanation)}“{new}”: {', '.join(said)}"


def _rivals_head(explanation: Explanation) -> str:
    if len({q.side for q in explanation.quotes}) > 1:
        return "Came second"
    return "Near it" if explanation.told_in else "Possibly the same claim"


def _rival(rival: Rival) -> str:
    quote = rival.quote
    return (
        f"{quote.side} {quote.sentence} (score {rival.score:.2f}, in {rival.row}): "
        f"“{shown_line(quote.words)}” – {rival.why_not}"
    )


def _topics(explanation: Explanation) -> Iterable[str]:
    for topic in explanation.topics:
        yield (
            f"{topic.topic.replace('_', ' ')}: {number(topic.old_words)} → "
            f"{number(topic.new_words)} words ({number(round(topic.old_per_thousand, 1))} → "
            f"{number(round(topic.new_per_thousand, 1))} in 1,000)"
        )
