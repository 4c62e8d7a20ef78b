"""What must hold of the figures found in any text, whoever finds them.

Each law takes what was found, or the function that finds it (like `rights_diff.quantities`, with
the text as its only argument), and raises `AssertionError` with the words that break it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import isclose

from rights_diff.model import Quantity, Span
from rights_diff.testing.figures import Written

__all__ = ["check_addition", "check_linear_time", "check_paragraphs", "check_quantities"]
__all__ += ["check_reads_back"]

Finder = Callable[[str], Sequence[Quantity]]

# Values of fractions are rounded to four decimals in the export; this leaves room for it.
_TOLERANCE = 1e-4
# Shorter times than this say nothing: the clock is coarse and other programs run.
_LEAST_SECONDS = 0.02


def check_quantities(text: str, found: Sequence[Quantity]) -> None:
    """Cores stand in spans, spans are apart or tied, bounds are in order, ties lead somewhere.

    Args:
        text: any text.
        found: the figures found in it.
    Raises:
        AssertionError: naming what breaks the law, as of each law here.
    """
    ids = [q.id for q in found]
    assert len(set(ids)) == len(ids), f"two figures have one id: {ids}"
    for q in found:
        assert 0 <= q.span.start < q.span.end <= len(text), f"{q} is outside the text"
        assert q.span.contains(q.core), f"{q.core.of(text)!r} is not in {q.span.of(text)!r}"
        assert q.core.length, f"no number words in {q.span.of(text)!r}"
        assert q.value is None or (q.low is None and q.high is None), f"value and bounds: {q}"
        assert q.low is None or q.high is None or q.low <= q.high, f"bounds crossed: {q}"
        for tie in (q.part_of, q.converts):
            assert tie is None or (tie in ids and tie != q.id), f"{q.id} leads to {tie}"
        for words in (q.attribution_span, q.modality_words):
            assert words is None or words.end <= len(text), f"{q.id} rests on nothing: {words}"
    for a, b in pairwise(found):
        tied = a.id in {b.part_of, b.converts} or b.id in {a.part_of, a.converts}
        assert a.span.end <= b.span.start or tied, (
            f"{a.span.of(text)!r} and {b.span.of(text)!r} overlap, and no link says why"
        )


def check_reads_back(written: Written, found: Sequence[Quantity]) -> None:
    """What was written is read: one figure, with its words, kind, bounds, qualifier, unit, noun.

    Args:
        written: a sentence of `written_figures()`, with the truth about it.
        found: the figures found in its text.
    """
    text = written.text
    said = [q.span.of(text) for q in found]
    assert len(found) == 1, f"{text!r}: found {said}, not {written.core!r} alone"
    q = found[0]
    assert q.core.of(text) == written.core, f"{text!r}: number words are {q.core.of(text)!r}"
    for name in ("value", "low", "high"):
        want, got = getattr(written, name), getattr(q, name)
        assert _same(want, got), f"{text!r}: {name} is {got}, not {want}"
    for name in ("kind", "qualifier", "unit"):
        want, got = getattr(written, name), getattr(q, name)
        assert want == got, f"{text!r}: {name} is {got}, not {want}"
    if written.counted is not None:
        assert q.counted == written.counted, f"{text!r}: counted is {q.counted!r}"


def _same(want: float | None, got: float | None) -> bool:
    if want is None or got is None:
        return want is got
    return isclose(want, got, rel_tol=_TOLERANCE, abs_tol=_TOLERANCE)


def check_paragraphs(first: str, second: str, find: Finder) -> None:
    """A paragraph says the same, whatever paragraphs stand before and after it.

    Args:
        first, second: paragraphs without line breaks.
        find: the function that finds figures in a text.
    """
    joined = f"{first}\n{second}"
    alone = [*_placed(find(first), 0), *_placed(find(second), len(first) + 1)]
    together = _placed(find(joined), 0)
    assert together == alone, f"{joined!r}: {_difference(together, alone)}"


def check_addition(before: str, sentence: str, find: Finder) -> None:
    """A sentence at the end of a paragraph changes none of the figures before it.

    It adds as many as it holds alone; what they count may be named before.

    Args:
        before, sentence: the paragraph, and what is put behind it.
        find: the function that finds figures in a text.
    """
    text = f"{before} {sentence}".strip()
    old, new, alone = find(before), find(text), find(sentence)
    kept = _placed(new, 0)[: len(old)]
    assert kept == _placed(old, 0), f"{text!r}: {_difference(kept, _placed(old, 0))}"
    added = [q.core.of(text) for q in new[len(old) :]]
    assert added == [q.core.of(sentence) for q in alone], f"{text!r}: added {added}"


def check_linear_time(text: str, find: Finder, *, growth: float = 3.0) -> None:
    """The whole text takes at most `growth` times as long as its first half (linear: twice).

    What is too slow is timed once more, so that one hiccup of the machine is no verdict.

    Args:
        text: long enough to take some hundredths of a second; `hostile_texts` makes such.
        find: the function that finds figures in a text.
        growth: how many times as long the whole may take.
    """
    for attempt in (1, 2):
        half = max(_seconds(text[: len(text) // 2], find), _LEAST_SECONDS)
        whole = _seconds(text, find)
        if whole <= growth * half:
            return
        assert attempt == 1, f"{text[:30]!r}…: {half:.3f} s for a half, {whole:.3f} s for the whole"


def _seconds(text: str, find: Finder) -> float:
    start = time.process_time()
    find(text)
    return time.process_time() - start


def _placed(found: Sequence[Quantity], shift: int) -> list[Quantity]:
    """The figures as if their text began at `shift`, with ties told by place instead of by id."""
    starts = {q.id: str(q.span.start + shift) for q in found}

    def moved(span: Span | None) -> Span | None:
        return span and span.shift(shift)

    return [
        replace(
            q, id="", span=q.span.shift(shift), core=q.core.shift(shift),
            part_of=q.part_of and starts[q.part_of], converts=q.converts and starts[q.converts],
            attribution_span=moved(q.attribution_span), modality_words=moved(q.modality_words),
        )
        for q in found
    ]  # fmt: skip


def _difference(got: list[Quantity], want: list[Quantity]) -> str:
    only = [q for q in got if q not in want], [q for q in want if q not in got]
    return f"only in the one {only[0][:2]}, only in the other {only[1][:2]}"
