"""Plug-ins and functions of the user's own, wrapped so that what they give is checked.

What a plug-in raises becomes one error that names it. What a function that was passed raises is
let through: it is the caller's own. A broken law is an error that names either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rights_diff.errors import PluginError, RightsDiffError
from rights_diff.model import Comparison, Document, Span
from rights_diff.plugins.finding import Plugin, named, told
from rights_diff.plugins.laws import (
    broken_content,
    broken_document,
    broken_sentences,
    broken_topics,
)
from rights_diff.structure.lines import trim

if TYPE_CHECKING:
    from rights_diff.reading.options import ReadOptions

__all__ = [
    "CheckedEncoder",
    "CheckedReader",
    "CheckedRenderer",
    "CheckedSplitter",
    "CheckedTopics",
    "Given",
    "given",
    "of_plugin",
]


@dataclass(frozen=True, slots=True)
class Given:
    """A function from outside, and who it is for messages.

    Attributes:
        plugin: where it came from; None where the caller passed it.
    """

    who: str
    call: Callable[..., Any]
    plugin: Plugin | None = None

    @property
    def note(self) -> tuple[str, ...]:
        """What readers of the result should know: that a plug-in had a hand in it."""
        return (f"made with {self.plugin}",) if self.plugin else ()

    def run(self, *arguments: object, take: Callable[[Any], Any] = lambda given: given) -> Any:
        """What it gives, taken as `take` does.

        Raises:
            PluginError: a plug-in failed with an error that is none of this library's.
        """
        if self.plugin is None:
            return take(self.call(*arguments))
        try:
            return take(self.call(*arguments))
        except RightsDiffError:
            raise
        # Whatever a foreign function raises is told in one line, with the function's name.
        except (Exception, SystemExit) as error:
            raise PluginError(f"fails: {told(error)}", plugin=self.who) from error

    def refuse(self, trouble: str | None, file: str | None = None) -> None:
        """Raise `PluginError` where there is trouble."""
        if trouble:
            raise PluginError(trouble, plugin=self.who, file=file)


def given(kind: str, what: object) -> Given:
    """What the caller passed: a function, or the name of a plug-in.

    Raises:
        PluginError: there is no such plug-in, or it cannot be loaded.
        TypeError: neither a function nor a name.
    """
    if isinstance(what, str):
        return of_plugin(named(kind, what))
    if not callable(what):
        raise TypeError(f"a {kind} is a function or the name of a plug-in, not {what!r:.60}")
    name = getattr(what, "__qualname__", None) or type(what).__qualname__
    return Given(f"the {kind} {name}", what)


def of_plugin(plugin: Plugin) -> Given:
    """A plug-in, loaded."""
    return Given(str(plugin), plugin.load(), plugin)


@dataclass(frozen=True, slots=True)
class CheckedReader:
    """A `Reader` whose documents are checked; those of a plug-in say so in their warnings."""

    given: Given

    def __call__(self, name: str, data: bytes, options: ReadOptions, /) -> Document:
        """Read, and check the document."""
        document = self.given.run(name, data, options)
        self.given.refuse(broken_document(document, data), file=name)
        checked: Document = document
        notes = (f"{name}: {note}" for note in self.given.note)
        return replace(checked, warnings=(*checked.warnings, *notes))


@dataclass(frozen=True, slots=True)
class CheckedSplitter:
    """A `SentenceSplitter` whose sentences are checked; white space at their ends is cut."""

    given: Given

    def __call__(self, text: str, span: Span, /) -> list[Span]:
        """Split, and check the sentences."""
        found = self.given.run(text, span, take=_listed)
        self.given.refuse(broken_sentences(text, span, found))
        trimmed = (trim(text, Span(*sentence)) for sentence in found)
        return [sentence for sentence in trimmed if sentence.length]


@dataclass(frozen=True, slots=True)
class CheckedTopics:
    """A `TopicFinder` whose codes are checked."""

    given: Given

    def __call__(self, text: str, /) -> tuple[str, ...]:
        """Find, and check the codes."""
        found = self.given.run(text)
        self.given.refuse(broken_topics(found))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class CheckedEncoder:
    """A `SentenceEncoder` of a plug-in; the vectors are checked where they are compared."""

    given: Given

    def __call__(self, texts: list[str], /) -> Sequence[Sequence[float]]:
        """Encode."""
        vectors: Sequence[Sequence[float]] = self.given.run(texts)
        return vectors

    @property
    def who(self) -> str:
        """Whose vectors they are, for messages."""
        return self.given.who


@dataclass(frozen=True, slots=True)
class CheckedRenderer:
    """A `Renderer` whose content is checked."""

    given: Given

    def __call__(self, comparison: Comparison, /) -> str | bytes:
        """Render, and check the content."""
        content: str | bytes = self.given.run(comparison)
        self.given.refuse(broken_content(content))
        return content


def _listed(found: object) -> object:
    """What an iterator gives, taken while the function's errors are told as its own."""
    return list(found) if isinstance(found, Iterator) else found
