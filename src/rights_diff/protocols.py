"""What can be replaced: a reader, a sentence splitter, topics, an encoder, a renderer.

Each is a function, or any object that can be called like one. Pass it as an argument, or let a
package give it a name through an entry point, whose group `GROUPS` tells: the name is the suffix
that a reader reads, the format that a renderer writes, or what the user calls the others::

    rd.load("hearing.jsonl", reader=read_jsonl, splitter=split, topics=themes)
    rd.compare(old, new, encoder=encode)
    comparison.render("resumen")

What comes back is checked; `rights_diff.testing` has the same laws for your own tests.

>>> from rights_diff.extraction.topics import topics_of
>>> isinstance(topics_of, TopicFinder), sorted(GROUPS)
(True, ['encoder', 'reader', 'renderer', 'splitter', 'topics'])
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from rights_diff.model import Comparison, Document, Span
    from rights_diff.reading.options import ReadOptions

__all__ = ["GROUPS", "Reader", "Renderer", "SentenceEncoder", "SentenceSplitter", "TopicFinder"]

#: The entry-point group of each.
GROUPS: Mapping[str, str] = MappingProxyType(
    {
        "reader": "rights_diff.readers",
        "splitter": "rights_diff.splitters",
        "topics": "rights_diff.topics",
        "encoder": "rights_diff.encoders",
        "renderer": "rights_diff.renderers",
    }
)


@runtime_checkable
class Reader(Protocol):
    """Bytes in, a document out; the readers that are shipped are such functions."""

    def __call__(self, name: str, data: bytes, options: ReadOptions, /) -> Document:
        """Read one source.

        Args:
            name: the path or address, for messages and as `source.path`; nothing is opened.
            data: what stands there.
            options: limits the user set; heed those that apply.
        Returns:
            the text with its hints; `rights_diff.reading.document_of` makes one of paragraphs.
        Raises:
            ReadError: the source is not what it should be; `message` says what is wrong.
        """
        ...


@runtime_checkable
class SentenceSplitter(Protocol):
    """A paragraph in, its sentences out."""

    def __call__(self, text: str, span: Span, /) -> Iterable[tuple[int, int]]:
        """The sentences of the paragraph `text[span.start:span.end]`.

        Args:
            text: the whole text of the report.
            span: the paragraph, without white space and bullets at its ends.
        Returns:
            (start, end) pairs that count in `text`: in order, apart, inside `span`; white space
            at their ends is cut. No word may stand outside them: what is in no sentence is in no
            row of a comparison.
        """
        ...


@runtime_checkable
class TopicFinder(Protocol):
    """A text in, what it is about out; `rights_diff.extraction.topics.topics_of` is one."""

    def __call__(self, text: str, /) -> Sequence[str]:
        """The topics of one sentence, or of a section with its heading on the first line.

        Returns:
            codes, main ones first, none twice: letters, digits, `_`, `-` and `.` only. Pages show
            `land_rights` as “Land rights”, and codes of the shipped taxonomy by their labels.
        """
        ...


class SentenceEncoder(Protocol):
    """Anything that turns texts into vectors of one length: a function will do."""

    def __call__(self, texts: list[str], /) -> Sequence[Sequence[float]]:
        """One vector for each text, in the same order; likeness is the cosine of two."""
        ...


@runtime_checkable
class Renderer(Protocol):
    """A comparison in, a file's content out."""

    def __call__(self, comparison: Comparison, /) -> str | bytes:
        """The whole content: text, or the bytes of a format that is none.

        The same comparison should give the same content: no clock, no chance.
        """
        ...
