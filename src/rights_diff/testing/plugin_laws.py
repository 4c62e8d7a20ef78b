"""The laws for readers, splitters, topic finders, encoders and renderers of one's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from rights_diff.alignment.encoding import encoded_shifts
from rights_diff.extraction import extract
from rights_diff.model import Comparison, Report, Span
from rights_diff.plugins.laws import (
    broken_content,
    broken_document,
    broken_sentences,
    broken_topics,
)
from rights_diff.protocols import Reader, Renderer, SentenceEncoder, SentenceSplitter, TopicFinder
from rights_diff.reading.options import DEFAULTS, ReadOptions
from rights_diff.structure import structure
from rights_diff.testing.reports import check_report

__all__ = ["check_encoder", "check_reader", "check_renderer", "check_splitter", "check_topics"]

_T = TypeVar("_T")
_PARAGRAPH = re.compile(r"\S(?:[^\n]*\S)?")


def _holds(trouble: str | None) -> None:
    assert trouble is None, trouble


def _same(first: _T, second: _T) -> _T:
    """Its argument, where it gave the same twice."""
    assert first == second, "the same input gives two results"
    return first


def check_reader(
    read: Reader, data: bytes, *, name: str = "report", options: ReadOptions = DEFAULTS
) -> Report:
    """A reader's document is sound, the same twice, and makes a report that keeps law 1.

    Args:
        read: the reader.
        data: what it should read; what it refuses (`ReadError`) is raised.
        name: the file name it is told.
        options: the limits it is told.
    Returns:
        the report, for tests of what it should hold.
    Raises:
        AssertionError: naming what breaks the law.
    """
    document = _same(read(name, data, options), read(name, data, options))
    _holds(broken_document(document, data))
    report = extract(structure(document))
    check_report(report)
    return report


def check_splitter(split: SentenceSplitter, text: str) -> None:
    """Sentences of each line of a text are in order, apart, inside it, and leave no word out.

    Args:
        split: the splitter.
        text: what it should split; each line is a paragraph.
    Raises:
        AssertionError: naming what breaks the law.
    """
    for match in _PARAGRAPH.finditer(text):
        span = Span(*match.span())
        _holds(
            broken_sentences(text, span, _same(list(split(text, span)), list(split(text, span))))
        )


def check_topics(find: TopicFinder, text: str) -> None:
    """Topics are codes, none twice, the same for the same text.

    Args:
        find: the function that finds them.
        text: what it should judge: a sentence, or a section with its heading on the first line.
    Raises:
        AssertionError: naming what breaks the law.
    """
    _holds(broken_topics(_same(find(text), find(text))))


def check_encoder(encode: SentenceEncoder, texts: Sequence[str]) -> None:
    """One finite vector for each text, all of one length.

    Args:
        encode: the encoder.
        texts: what it should encode; may be empty.
    Raises:
        AssertionError: two calls give two results.
        CompareError: naming what else breaks the law.
    """
    sides = (texts, texts[:1])
    pairs = [(i, 0) for i in range(len(texts))] if texts else []
    _same(encoded_shifts(encode, sides, pairs), encoded_shifts(encode, sides, pairs))


def check_renderer(render: Renderer, comparison: Comparison) -> str | bytes:
    """What a renderer gives is text or bytes, not empty, and the same twice.

    Args:
        render: the renderer.
        comparison: what it should write.
    Returns:
        the content, for tests of what it should hold.
    Raises:
        AssertionError: naming what breaks the law.
    """
    content = _same(render(comparison), render(comparison))
    _holds(broken_content(content))
    return content
