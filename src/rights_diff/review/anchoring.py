"""Finding what a quote names in a report, and the quote that names it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass

from rights_diff.model import Report, Span
from rights_diff.model.review import Anchor
from rights_diff.review.folding import Folded, folded

__all__ = ["Found", "Lookup"]

# Characters around a quote, as annotation tools keep them; more where it is not unique yet.
_AROUND = 32
_FARTHEST = 8192
# A quote that stands more often is told from its likes by whole neighbourhoods: comparing each
# place with each takes a tenth of a second for a hundred of them, minutes for ten thousand.
_MANY = 100
_FARTHEST_OF_MANY = 1024
# Folded characters that have to agree beside a quote whose neighbours are given.
_LEAST_AGREEING = 8


@dataclass(frozen=True, slots=True)
class Found:
    """What a quote names: ids, none where `trouble` says what is wrong with it."""

    ids: tuple[str, ...] = ()
    trouble: str = ""


class Lookup:
    """A report in which sentences and figures are found by their words.

    Args:
        name: what the report is called in messages: "the old report".
    """

    def __init__(self, report: Report, name: str) -> None:
        self.report, self.name = report, name
        self.text = Folded(report.text)
        self._sentences = sorted((s.span, s.id) for s in report.sentences)
        self._starts = [span.start for span, _ in self._sentences]
        self._figures = sorted((q.core, q.span, q.id) for q in report.quantities if q.sentence)
        self._cores = [core.start for core, *_ in self._figures]
        spans = [s for s, _ in self._sentences] + [q.span for q in report.quantities]
        self._edges = {s.start for s in spans}, {s.end for s in spans}
        self._spans = {q.id: q.span for q in report.quantities}
        self.spans = {s.id: s.span for s in report.sentences}
        self._looked_up: dict[tuple[Anchor, str], Found] = {}
        self._standing: dict[str, list[int]] = {}
        self._lone: dict[tuple[str, int], frozenset[int]] = {}

    def sentences(self, anchor: Anchor) -> Found:
        """The sentences that a quote stands in."""
        return self._found(anchor, self._sentences_at, "not in")

    def figures(self, anchor: Anchor) -> Found:
        """The figure that a quote names."""
        found = self._found(anchor, self._figures_at, "no figure of")
        if len(found.ids) > 1:
            return Found(trouble=f"“{_short(anchor.exact)}” holds {len(found.ids)} figures")
        return found

    def _found(
        self, anchor: Anchor, named_at: Callable[[Span], tuple[str, ...]], missing: str
    ) -> Found:
        key = anchor, missing
        if key not in self._looked_up:
            self._looked_up[key] = self._find(anchor, named_at, missing)
        return self._looked_up[key]

    def _find(
        self, anchor: Anchor, named_at: Callable[[Span], tuple[str, ...]], missing: str
    ) -> Found:
        best: dict[tuple[str, ...], int] = {}
        exact = folded(anchor.exact)
        around = folded(anchor.prefix)[::-1], folded(anchor.suffix)
        for span, at in self.text.find(exact):
            ids = named_at(span) if self._is_whole(span) else ()
            if ids and (score := self._agreement(around, at, at + len(exact))) is not None:
                best[ids] = max(score, best.get(ids, 0))
        if not best:
            return Found(trouble=f"“{_short(anchor.exact)}” is {missing} {self.name}")
        top = max(best.values())
        chosen = [ids for ids, score in best.items() if score == top]
        if len(chosen) > 1:
            quote = f"“{_short(anchor.exact)}” stands {len(chosen)} times in {self.name}"
            return Found(trouble=f"{quote}: give more of its words, or those around it")
        return Found(ids=chosen[0])

    def _agreement(self, around: tuple[str, str], start: int, end: int) -> int | None:
        """How many characters around a place are as given; None for too few.

        Args:
            around: the folded prefix, read backwards, and suffix.
        """
        prefix, suffix = around
        if not prefix and not suffix:
            return 0
        plain = self.text.plain
        before = _alike(plain[max(0, start - len(prefix)) : start][::-1], prefix)
        after = _alike(plain[end : end + len(suffix)], suffix)
        sides = ((before, prefix), (after, suffix))
        agrees = any(side and n >= min(_LEAST_AGREEING, len(side)) for n, side in sides)
        return before + after if agrees else None

    def _is_whole(self, span: Span) -> bool:
        """Whether a place does not begin or end inside a word or number."""
        starts, ends = self._edges
        return (span.start in starts or not self._joins(span.start)) and (
            span.end in ends or not self._joins(span.end)
        )

    def _joins(self, at: int) -> bool:
        a, b = self.report.text[at - 1 : at], self.report.text[at : at + 1]
        return (a.isdecimal() and b.isdecimal()) or (_is_letter(a) and _is_letter(b))

    def _sentences_at(self, span: Span) -> tuple[str, ...]:
        at = max(0, bisect_right(self._starts, span.start) - 1)
        ids = []
        for n in range(at, len(self._sentences)):  # a slice would copy the rest for every place
            own, sentence_id = self._sentences[n]
            if own.start >= span.end:
                break
            if own.overlaps(span):
                ids.append(sentence_id)
        return tuple(ids)

    def _figures_at(self, span: Span) -> tuple[str, ...]:
        at = max(0, bisect_right(self._cores, span.start) - 1)
        found = []
        for n in range(at, len(self._figures)):
            core, own, figure_id = self._figures[n]
            if core.start >= span.end:
                break
            if core.overlaps(span):
                found.append((own, figure_id))
        alike = [i for own, i in found if own == span]
        return tuple(alike) if len(alike) == 1 else tuple(i for _, i in found)

    def sentence_anchor(self, span: Span, ids: tuple[str, ...]) -> Anchor:
        """The shortest quote that names these sentences, which stand at `span`."""
        return self._anchor(span, lambda anchor: self.sentences(anchor).ids == ids)

    def figure_anchor(self, figure_id: str) -> Anchor:
        """The shortest quote that names a figure."""
        return self._anchor(
            self._spans[figure_id], lambda anchor: self.figures(anchor).ids == (figure_id,)
        )

    def _anchor(self, span: Span, names: Callable[[Anchor], bool]) -> Anchor:
        if len(self._places(folded(span.of(self.report.text)))) > _MANY:
            return self._anchor_of_many(span)
        anchor = Anchor(exact=_one_line(span.of(self.report.text)))
        if names(anchor):
            return anchor
        around = self._enough_around(span)
        anchor = self._with_neighbours(span, around)
        while around < _FARTHEST and not names(anchor):
            around *= 2
            anchor = self._with_neighbours(span, around)
        return anchor

    def _anchor_of_many(self, span: Span) -> Anchor:
        """A quote with the fewest neighbours that no other place has, as far as there are any."""
        first, last = self.text.inside(span)
        quote, around = self.text.plain[first:last], _AROUND
        while around < _FARTHEST_OF_MANY and first not in self._lone_places(quote, around):
            around *= 2
        return self._with_neighbours(span, around)

    def _places(self, quote: str) -> list[int]:
        """Where a folded quote begins, in the folded text."""
        if quote not in self._standing:
            self._standing[quote] = [at for _, at in self.text.find(quote)]
        return self._standing[quote]

    def _lone_places(self, quote: str, around: int) -> frozenset[int]:
        """Where a folded quote has neighbours, so many on either side, that it has nowhere else."""
        key = quote, around
        if key not in self._lone:
            plain = self.text.plain
            likes: dict[str, list[int]] = {}
            for at in self._places(quote):
                near = plain[max(0, at - around) : at + len(quote) + around]
                likes.setdefault(near, []).append(at)
            self._lone[key] = frozenset(found[0] for found in likes.values() if len(found) == 1)
        return self._lone[key]

    def _with_neighbours(self, span: Span, around: int) -> Anchor:
        """A quote with so many folded characters on either side, but no fewer than usual."""
        text = self.report.text
        first, last = self.text.inside(span)
        before = min(self.text.place(first - around), max(0, span.start - _AROUND))
        after = max(self.text.place(last + around), span.end + _AROUND)
        return Anchor(
            exact=_one_line(span.of(text)),
            prefix=_one_line(text[before : span.start]),
            suffix=_one_line(text[span.end : after]),
        )

    def _enough_around(self, span: Span) -> int:
        """Folded characters on either side that tell a place from others with the same words."""
        first, last = self.text.inside(span)
        plain = self.text.plain
        before, after = (
            plain[max(0, first - _FARTHEST) : first][::-1],
            plain[last : last + _FARTHEST],
        )
        most = 0
        for _, at in self.text.find(plain[first:last]):
            if at != first:
                end = at + last - first
                left = _alike(plain[max(0, at - len(before)) : at][::-1], before)
                right = _alike(plain[end : end + len(after)], after)
                # where all there is on a side agrees, only the other side can tell them apart
                telling = [n for n, side in ((left, before), (right, after)) if n < len(side)]
                most = max(most, min(telling, default=_FARTHEST))
        return most + 1


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _is_letter(character: str) -> bool:
    """Whether it is a letter of a script that parts words by spaces (and has capitals)."""
    return character.lower() != character.upper()


def _alike(here: str, there: str) -> int:
    """How many characters agree from the start on.

    >>> _alike("camps", "campus"), _alike("", "a"), _alike("ab", "abc")
    (4, 0, 2)
    """
    low, high = 0, min(len(here), len(there))
    while low < high:
        middle = (low + high + 1) // 2
        if here[low:middle] == there[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _short(quote: str, most: int = 60) -> str:
    line = _one_line(quote)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
