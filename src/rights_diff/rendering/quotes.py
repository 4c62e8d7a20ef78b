"""Quotes with the words around them, so that they can be found again in another copy of a text."""

from __future__ import annotations

from rights_diff.model import Report, Span

__all__ = ["find_quote", "quote_selector"]

_AROUND = 32  # characters on each side, as annotation tools keep them
_FARTHEST = 512  # where the same words stand several times, no more are needed to tell them apart


def quote_selector(report: Report, span: Span) -> dict[str, str]:
    """The words of a span with those before and after: a W3C `TextQuoteSelector`.

    Returns:
        `exact`, `prefix`, `suffix`; exactly as they stand in `report.text`, 32 characters on
        each side, more where the same words with the same neighbours stand in it twice.
    Source:
        Web Annotation Data Model, W3C Recommendation 2017, 4.2.4.
    """
    text = report.text
    around = _AROUND
    while around < _FARTHEST and _stands_twice(text, span, around):
        around *= 2
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - around) : span.start],
        "suffix": text[span.end : span.end + around],
    }


def _stands_twice(text: str, span: Span, around: int) -> bool:
    start = max(0, span.start - around)
    whole = text[start : span.end + around]
    return text.find(whole) != start or text.find(whole, start + 1) >= 0


def find_quote(text: str, quote: dict[str, str]) -> Span | None:
    """Where a quote stands in a text, or None where it does not stand there.

    Of several places the one whose neighbours are most like the quote's is taken, the first of
    equals; white space must be the same.

    >>> find_quote("It rained. It rained.", {"exact": "It rained.", "prefix": "rained. "})
    Span(start=11, end=21)
    """
    exact, prefix, suffix = (quote.get(key, "") for key in ("exact", "prefix", "suffix"))
    best: tuple[int, int] | None = None
    start = text.find(exact) if exact else -1
    while start >= 0:
        end = start + len(exact)
        before = _alike(text[max(0, start - len(prefix)) : start][::-1], prefix[::-1])
        likeness = before + _alike(text[end : end + len(suffix)], suffix)
        if best is None or likeness > best[0]:
            best = (likeness, start)
        start = text.find(exact, start + 1)
    return Span(best[1], best[1] + len(exact)) if best else None


def _alike(here: str, there: str) -> int:
    """How many characters agree from the start on."""
    count = 0
    for a, b in zip(here, there, strict=False):
        if a != b:
            break
        count += 1
    return count
