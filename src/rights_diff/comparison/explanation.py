"""What a ledger row rests on: quotes, word edits, figures, and what came second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rights_diff.comparison.edits.marking import plain_words, word_edits, words
from rights_diff.model import (
    Candidate,
    Comparison,
    LedgerRow,
    Quantity,
    Report,
    Section,
    SectionLink,
    Sentence,
    Span,
    TopicAttention,
)
from rights_diff.model.explanation import (
    Explanation,
    FigurePair,
    Quote,
    Rival,
    SectionPair,
    WordEdit,
)

__all__ = ["explain_row"]


def explain_row(comparison: Comparison, row: LedgerRow) -> Explanation:
    """All that is known of a row."""
    from rights_diff.alignment.logistic import shipped_models

    old, new = _Side("old", comparison.old), _Side("new", comparison.new)
    keep = shipped_models().keep
    return Explanation(
        row=row.id,
        kind=comparison.kind,
        status=row.status,
        facets=row.facets,
        score=row.score,
        unsure=row.is_unsure,
        paired_from=keep,
        quotes=(*map(old.quote, row.old), *map(new.quote, row.new)),
        sections=tuple(_section_pairs(comparison.section_links, row, old, new)),
        reasons=row.reasons,
        edits=tuple(_edits(old.words(row.old), new.words(row.new))),
        signals=row.signals,
        figures=tuple(_figures(comparison, row, old, new)),
        rivals=tuple(_rivals(comparison, row, (old, new), keep)),
        topics=_topics(comparison, row),
        told_in=row.told_in,
    )


# A word with its trailing space, and where it stands.
_Word = tuple[str, Span]
# Pairs of sections told of one row.
_MOST_SECTIONS = 4


class _Side:
    """One report with look-ups by id."""

    def __init__(self, name: str, report: Report) -> None:
        self.name = name
        self.text = report.text
        self.sentences: dict[str, Sentence] = {s.id: s for s in report.sentences}
        self.sections: dict[str, Section] = {s.id: s for s in report.sections}
        self.quantities: dict[str, Quantity] = {q.id: q for q in report.quantities}

    def quote(self, sentence_id: str) -> Quote:
        sentence = self.sentences[sentence_id]
        return Quote(
            side=self.name,
            sentence=sentence.id,
            section=sentence.section,
            heading=self.heading(sentence.section),
            span=sentence.span,
            words=self.line(sentence.span),
        )

    def heading(self, section_id: str) -> str | None:
        """The heading of a section, empty for an unheaded one; None where there is no section."""
        section = self.sections.get(section_id)
        return " ".join((section.heading or "").split()) if section else None

    def line(self, span: Span) -> str:
        return " ".join(span.of(self.text).split())

    def words(self, ids: Iterable[str]) -> list[_Word]:
        """The words of these sentences, each with its place in the text."""
        placed: list[_Word] = []
        for sentence_id in ids:
            if placed:
                placed[-1] = (placed[-1][0] + " ", placed[-1][1])
            at = self.sentences[sentence_id].span.start
            for word in words(self.sentences[sentence_id].span.of(self.text)):
                if bare := word.rstrip():
                    placed.append((word, Span(at, at + len(bare))))
                at += len(word)
        return placed


def _edits(old: Sequence[_Word], new: Sequence[_Word]) -> Iterable[WordEdit]:
    if not old or not new:
        return
    for before, after in word_edits(*(plain_words([w for w, _ in side]) for side in (old, new))):
        old_span, old_words = _cut(old[slice(*before)] if before else ())
        new_span, new_words = _cut(new[slice(*after)] if after else ())
        yield WordEdit(old=old_span, new=new_span, old_words=old_words, new_words=new_words)


def _cut(placed: Sequence[_Word]) -> tuple[Span | None, str | None]:
    """The place from the first to the last of these words, and the words."""
    if not placed:
        return None, None
    said = " ".join("".join(word for word, _ in placed).split())
    return Span(placed[0][1].start, placed[-1][1].end), said


def _section_pairs(
    links: Sequence[SectionLink], row: LedgerRow, old: _Side, new: _Side
) -> Iterable[SectionPair]:
    """How the sections of the row's sentences correspond; of one side, where they went."""
    left = tuple(dict.fromkeys(old.sentences[i].section for i in row.old))
    right = tuple(dict.fromkeys(new.sentences[i].section for i in row.new))
    if left and right:
        pairs = [(a, b) for a in left for b in right]
    else:
        near = [k for k in links if set(left) & set(k.old) or set(right) & set(k.new)]
        pairs = [(a, b) for k in near for a in left or k.old for b in right or k.new]
        pairs = pairs or [(left[0], "") if left else ("", right[0])]
    for a, b in pairs[:_MOST_SECTIONS]:
        link = next((k for k in links if a in k.old and b in k.new), None)
        yield SectionPair(
            old=old.heading(a),
            new=new.heading(b),
            relation=link.relation if link else None,
            score=link.score if link else 0.0,
            evidence=link.evidence if link else (),
        )


def _figures(
    comparison: Comparison, row: LedgerRow, old: _Side, new: _Side
) -> Iterable[FigurePair]:
    for link in comparison.quantity_links:
        before, after = old.quantities[link.old], new.quantities[link.new]
        here = before.sentence in row.old, after.sentence in row.new
        if any(here):
            yield FigurePair(
                old_words=old.line(before.span),
                new_words=new.line(after.span),
                kind=before.kind,
                relation=link.relation,
                absolute=link.absolute,
                percent=link.percent,
                note=link.note,
                same_row=all(here),
                unsure=link.unsure,
            )


def _rivals(
    comparison: Comparison, row: LedgerRow, sides: tuple[_Side, _Side], keep: float
) -> Iterable[Rival]:
    old, new = sides
    found: list[tuple[_Side, Candidate]] = [
        (new if row.old else old, candidate) for candidate in row.candidates
    ]
    second = row.runner_up
    found += [(side, c) for side, c in ((old, second.old), (new, second.new)) if c is not None]
    for side, candidate in found:
        home = _row_of(comparison, side, candidate.sentence)
        yield Rival(
            quote=side.quote(candidate.sentence),
            score=candidate.score,
            row=home.id,
            why_not=_why_not(candidate, row, home, keep),
        )


def _row_of(comparison: Comparison, side: _Side, sentence_id: str) -> LedgerRow:
    return next(
        r for r in comparison.ledger if sentence_id in (r.old if side.name == "old" else r.new)
    )


def _why_not(candidate: Candidate, row: LedgerRow, home: LedgerRow, keep: float) -> str:
    """Why a sentence that came close is not in the row."""
    if home.old and home.new:
        return f"paired in {home.id}, with a score of {home.score:.2f}"
    if candidate.score < keep:
        return f"below {keep:.2f}, the score from which sentences are paired"
    if row.old and row.new:
        return "the pair that was made fits better; a claim is paired once"
    return "sections and neighbouring sentences spoke against it"


def _topics(comparison: Comparison, row: LedgerRow) -> tuple[TopicAttention, ...]:
    return tuple(t for t in comparison.summary.topics if t.topic in row.topics)
