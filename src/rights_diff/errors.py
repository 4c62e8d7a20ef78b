"""What can go wrong, as a tree.

RightsDiffError
├── ReadError               a source cannot be read (carries the file)
│   ├── UnsupportedFormat
│   ├── Encrypted
│   ├── Empty
│   └── TooLarge
├── StructureError          a text was read but no report can be made of it
├── CompareError            two reports cannot be compared
├── RenderError             an output cannot be written
└── PluginError             what another package brings fails, or breaks a law
"""

from __future__ import annotations


class RightsDiffError(Exception):
    """Base of every error this library raises on purpose.

    Attributes:
        message: one line for people, without the file.
        file: the file or URL it is about, where there is one.
        span: `(start, end)` in code points of the text, where known.
    """

    def __init__(
        self, message: str, *, file: str | None = None, span: tuple[int, int] | None = None
    ) -> None:
        self.message = message
        self.file = file
        self.span = span
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f" (characters {self.span[0]}–{self.span[1]})" if self.span else ""
        return f"{self.file}: {self.message}{place}" if self.file else f"{self.message}{place}"


class ReadError(RightsDiffError):
    """The source cannot be read."""


class UnsupportedFormat(ReadError):
    """The source is of a kind that no reader here understands."""


class Encrypted(ReadError):
    """The source is protected by a password."""


class Empty(ReadError):
    """The source holds no text."""


class TooLarge(ReadError):
    """The source is over the size limit."""


class StructureError(RightsDiffError):
    """The text was read, but it cannot be made into a report."""


class CompareError(RightsDiffError):
    """The two reports cannot be compared."""


class RenderError(RightsDiffError):
    """The output cannot be made or written."""


class PluginError(RightsDiffError):
    """A reader, splitter, topic finder, encoder or renderer from outside cannot be used.

    Attributes:
        plugin: which one, and whose; None where there is none of that name.
    """

    def __init__(self, message: str, *, plugin: str | None = None, file: str | None = None) -> None:
        self.plugin = plugin
        super().__init__(message, file=file)

    def __str__(self) -> str:
        said = f"{self.plugin} {self.message}" if self.plugin else self.message
        return f"{self.file}: {said}" if self.file else said
