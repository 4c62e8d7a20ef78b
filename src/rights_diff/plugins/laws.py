"""What must hold for whatever a plug-in gives; each law answers with the first trouble, or None.

The same laws are assertions in `rights_diff.testing`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from rights_diff.model import Document, Hint, HintKind, Source, Span
from rights_diff.structure.hinted import ROLES

__all__ = ["broken_content", "broken_document", "broken_sentences", "broken_topics"]

_CODE = re.compile(r"\w+(?:[.-]\w+)*")
_WORD = re.compile(r"[^\W\d_]{2,}")  # a lone letter may be a bullet or a note's mark
_SHOWN = 40  # characters of a quote in a message
_MOST_TOPICS = 50  # the shipped taxonomy has fewer; more would make every filter useless
_YEARS = ("published_year", "covered_years")  # of `told`: read as numbers
_VALUES = {
    HintKind.HEADING: (re.compile(r"[1-9]"), "a level from 1 to 9"),
    HintKind.PAGE: (re.compile(r"\d{1,6}(?: .*)?"), "a page number"),
}


def broken_document(document: object, data: bytes) -> str | None:
    """What is wrong with a reader's document.

    Args:
        document: what the reader gave.
        data: what it was given.
    """
    if not isinstance(document, Document):
        return f"gives {_kind(document)}, not a Document"
    if not isinstance(document.text, str) or not document.text.strip():
        return "gives a document without text"
    if not isinstance(document.hints, tuple):
        return f"gives {_kind(document.hints)} as hints, not a tuple"
    return (
        _broken_source(document.source, data)
        or _broken_told(document.told)
        or _broken_warnings(document.warnings)
        or next(filter(None, (_broken_hint(h, document.text) for h in document.hints)), None)
        or _crossing(document.hints)
    )


def _broken_source(source: object, data: bytes) -> str | None:
    if not isinstance(source, Source):
        return f"gives {_kind(source)} as the source of its document, not a Source"
    if source.sha256 != hashlib.sha256(data).hexdigest():
        return "gives a document whose sha256 is not that of the bytes it read"
    return None


def _broken_told(told: object) -> str | None:
    if not isinstance(told, Mapping):
        return f"gives {_kind(told)} as `told`, not a mapping"
    for key, value in told.items():
        if not isinstance(key, str) or not isinstance(value, str):
            return f"tells {key!r:.40} as {_kind(value)}, not as text"
        if key in _YEARS and not all(year.isdigit() for year in value.split()):
            return f"tells {key} as {value!r:.40}, which is no year"
    return None


def _broken_warnings(warnings: object) -> str | None:
    if not isinstance(warnings, tuple) or not all(isinstance(w, str) for w in warnings):
        return "gives warnings that are not a tuple of texts"
    return None


def _broken_hint(hint: object, text: str) -> str | None:
    if not isinstance(hint, Hint) or not isinstance(hint.kind, HintKind):
        return f"gives {_kind(hint)} among the hints, not a Hint"
    span = _span(hint.span)
    if span is None or not 0 <= span.start <= span.end <= len(text):
        return f"gives a {hint.kind.value} hint at {hint.span!r:.60}, outside its text"
    pattern, wanted = _VALUES.get(hint.kind, (None, ""))
    if not isinstance(hint.value, str) or (pattern and not pattern.fullmatch(hint.value)):
        return f"gives a {hint.kind.value} hint with the value {hint.value!r:.40}: wanted {wanted}"
    return None


def _crossing(hints: Sequence[Hint]) -> str | None:
    """Hints that say what a line is lie apart, or one inside another that comes before it."""
    telling = [(h.span, n) for n, h in enumerate(hints) if h.kind in ROLES and h.span.length]
    open_ones: list[tuple[Span, int]] = []
    for span, n in sorted(telling, key=lambda item: (item[0].start, -item[0].end, item[1])):
        while open_ones and open_ones[-1][0].end <= span.start:
            open_ones.pop()
        if open_ones and not (open_ones[-1][0].contains(span) and open_ones[-1][1] < n):
            a, b = (hints[i].kind.value for i in (open_ones[-1][1], n))
            places = f"{tuple(open_ones[-1][0])} and {tuple(span)}"
            return f"gives hints that overlap ({a} and {b} at {places}): let the outer come first"
        open_ones.append((span, n))
    return None


def broken_sentences(text: str, span: Span, found: object) -> str | None:
    """What is wrong with the sentences that a splitter finds in the paragraph `span` of `text`.

    >>> broken_sentences("It rained. Roads closed.", Span(0, 24), [(0, 10)])
    'leaves the words “Roads closed.” in no sentence'
    """
    if isinstance(found, str) or not isinstance(found, Sequence):
        return f"gives {_kind(found)}, not (start, end) pairs"
    reached = span.start
    spans: list[Span] = []
    for item in found:
        sentence = _span(item)
        if sentence is None:
            return f"gives {item!r:.40} as a sentence, not a (start, end) pair"
        if sentence.start >= sentence.end or not sentence.of(text).strip():
            return f"gives an empty sentence at {tuple(sentence)}"
        if not span.contains(sentence):
            return f"gives a sentence at {tuple(sentence)}, outside the paragraph {tuple(span)}"
        if sentence.start < reached:
            return f"gives sentences that overlap or are out of order at {tuple(sentence)}"
        reached = sentence.end
        spans.append(sentence)
    return _left_out(text, span, spans)


def _left_out(text: str, span: Span, spans: Sequence[Span]) -> str | None:
    edges = [Span(span.start, span.start), *spans, Span(span.end, span.end)]
    for before, after in pairwise(edges):
        outside = text[before.end : after.start]
        if _WORD.search(outside):
            return f"leaves the words “{_short(outside)}” in no sentence"
        cut = before.length and after.length and not outside
        if cut and text[before.end - 1].isalnum() and text[before.end].isalnum():
            around = text[max(span.start, before.end - 10) : before.end + 10]
            return f"cuts a word in two in “{_short(around)}”"
    return None


def broken_topics(found: object) -> str | None:
    """What is wrong with the topics of one text.

    >>> broken_topics(["health", "land rights"])
    "gives the topic 'land rights': a code has letters, digits, _, - and . only"
    """
    if isinstance(found, str) or not isinstance(found, Sequence):
        return f"gives {_kind(found)}, not a list of topics"
    for code in found:
        if not isinstance(code, str) or not _CODE.fullmatch(code):
            return f"gives the topic {code!r:.40}: a code has letters, digits, _, - and . only"
    if len(set(found)) < len(found):
        return f"gives a topic twice ({', '.join(found):.60})"
    if len(found) > _MOST_TOPICS:
        return f"gives {len(found)} topics of one text"
    return None


def broken_content(content: object) -> str | None:
    """What is wrong with what a renderer gives."""
    if not isinstance(content, str | bytes):
        return f"gives {_kind(content)}, neither text nor bytes"
    return None if content else "gives an empty file"


def _span(item: object) -> Span | None:
    if not isinstance(item, tuple) or len(item) != 2:
        return None
    return Span(*item) if all(type(edge) is int for edge in item) else None


def _kind(value: object) -> str:
    return "nothing" if value is None else f"a value of type {type(value).__name__}"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
