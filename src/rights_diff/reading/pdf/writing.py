"""Marked paragraphs and what was set aside, as one text with hints."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from rights_diff.model import Hint, HintKind, Span
from rights_diff.reading.pdf.margins import PageParts
from rights_diff.reading.pdf.roles import Marked

_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class _Writer:
    parts: list[str] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    at: int = 0
    last: HintKind | None = None

    def put(self, text: str, kind: HintKind | None, value: str = "") -> Span:
        """Write one paragraph, with a blank line above it unless two list items meet."""
        items = kind == HintKind.LIST_ITEM == self.last
        gap = "" if not self.parts else "\n" if items else "\n\n"
        span = Span(self.at + len(gap), self.at + len(gap) + len(text))
        self.parts += [gap, text]
        self.at, self.last = span.end, kind
        if kind:
            self.hints.append(Hint(kind=kind, span=span, value=value))
        return span


def write(marked: Sequence[Marked], pages: Sequence[PageParts]) -> tuple[str, tuple[Hint, ...]]:
    """The text and its hints.

    What was set aside of a page stands before the first paragraph that begins on it, so that no
    sentence is broken by it. PAGE hints divide the text: each holds the page's number in the
    file and, behind a space, the printed one.
    """
    writer = _Writer()
    starts: dict[int, int] = {}
    waiting = 0
    for m in marked:
        first = m.paragraph.starts[0][1]
        while waiting < len(pages) and pages[waiting].page <= first:
            _set_aside(writer, pages[waiting], starts)
            waiting += 1
        span = writer.put(m.paragraph.text, m.kind, m.value)
        if m.run_in:
            head = Span(span.start, span.start + m.run_in)
            writer.hints.append(Hint(kind=HintKind.RUN_IN, span=head))
        for offset, on in m.paragraph.starts:
            starts.setdefault(on, span.start + offset)
    for page in pages[waiting:]:
        _set_aside(writer, page, starts)
    text = "".join(writer.parts)
    return text, (*_page_hints(text, pages, starts), *writer.hints)


def _set_aside(writer: _Writer, page: PageParts, starts: dict[int, int]) -> None:
    for aside in page.aside:
        text = _SPACES.sub(" ", aside.text).strip()
        if text:
            span = writer.put(text, HintKind.FURNITURE, aside.reason)
            starts.setdefault(page.page, span.start)


def _page_hints(text: str, pages: Sequence[PageParts], starts: dict[int, int]) -> list[Hint]:
    hints = []
    held = sorted((at, index) for index, at in starts.items())
    ends = [at for at, _ in held[1:]] + [len(text)]
    printed = {page.page: page.printed for page in pages}
    for n, ((at, index), end) in enumerate(zip(held, ends, strict=True)):
        span = Span(at if n else 0, end)
        value = f"{index + 1} {printed[index]}".strip()
        hints.append(Hint(kind=HintKind.PAGE, span=span, value=value))
    return hints
