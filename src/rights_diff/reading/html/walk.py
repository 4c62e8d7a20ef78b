"""From the tree to paragraphs, in document order, with what belongs to the site left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from rights_diff.reading.blocks import BULLET, join_cells
from rights_diff.reading.html.chrome import chrome_reason, link_list_reason
from rights_diff.reading.html.content import Content
from rights_diff.reading.html.notes import Notes, notes_of, without_own_mark
from rights_diff.reading.html.paragraphs import Kind, Paragraph, Piece, tidy
from rights_diff.reading.html.tables import rows_of
from rights_diff.reading.html.tree import (
    HEADINGS,
    INLINE,
    PROSE_LETTERS,
    Element,
    Node,
    descendants,
    words_of,
)

_MARKED = frozenset({"b", "strong", "u"})
_SLANTED = frozenset({"i", "em", "cite", "dfn"})
_MARKED_STYLE = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[^;]*underline", re.I
)
_LONGEST_STYLE = 1_000
_ENDED = re.compile(r"[.!?:”\"’)]\s*$")  # behind this a line break begins a paragraph
_CONTEXTS = {"li": Kind.ITEM, "dt": Kind.TERM, "dd": Kind.TEXT, "figcaption": Kind.FURNITURE}
_NOTE_MARK = "[{}]"


class _Leave(NamedTuple):
    """The end of an element, waiting behind its children."""

    element: Element


_Step: TypeAlias = "Node | _Leave"


@dataclass(slots=True)
class _Context:
    """The element that says what paragraphs are; its bullet goes to the first of them."""

    element: Element
    kind: Kind
    bullet: str = ""
    value: str = ""


def walk(content: Content) -> Iterator[Paragraph]:
    """The paragraphs of the report; `LEFT_OUT` ones stand where something was left out."""
    if content.title is not None:
        words = tidy([Piece(words_of(content.title))])
        yield Paragraph(kind=Kind.HEADING, pieces=words, element=content.title)
    yield from _Walk(content, notes_of(content.top)).paragraphs()


class _Walk:
    """One pass over the tree; a stack takes the place of recursion."""

    def __init__(self, content: Content, notes: Notes) -> None:
        self._content = content
        self._notes = notes
        self._pieces: list[Piece] = []
        self._faces: list[tuple[bool, bool]] = [(False, False)]
        self._contexts = [_Context(content.top, Kind.TEXT)]
        self._counts: dict[Element, int] = {}
        self._broken = False  # the last thing was a line break
        self._prose_seen = False

    def paragraphs(self) -> Iterator[Paragraph]:
        """All paragraphs, in order."""
        waiting: list[_Step] = [_Leave(self._content.top), *reversed(self._content.top.children)]
        while waiting:
            step = waiting.pop()
            if isinstance(step, str):
                self._add(step)
            elif isinstance(step, _Leave):
                yield from self._leave(step.element)
            elif step.tag in INLINE or step.tag == "br":
                yield from self._inline(step, waiting)
            else:
                yield from self._block(step, waiting)

    # ------------------------------------------------------------ text

    def _add(self, text: str) -> None:
        self._pieces.append(Piece(text, *self._faces[-1]))
        self._broken = self._broken and not text.strip()

    def _flush(self) -> Iterator[Paragraph]:
        pieces = tidy(self._pieces)
        self._pieces, self._broken = [], False
        if not pieces:
            return
        context = self._contexts[-1]
        note = next((c for c in reversed(self._contexts) if c.kind == Kind.NOTE), None)
        if note:
            text = "".join(p.text for p in pieces)
            first, note.bullet = note.bullet, ""
            words = first + without_own_mark(text, note.value) if first else text
            yield Paragraph(kind=Kind.NOTE, pieces=(Piece(words),), value=note.value)
            return
        bullet, context.bullet = context.bullet, ""
        value = "photo_caption" if context.kind == Kind.FURNITURE else ""
        paragraph = Paragraph(kind=context.kind, pieces=pieces, bullet=bullet, value=value)
        self._prose_seen = self._prose_seen or len(paragraph.words) >= PROSE_LETTERS
        yield paragraph

    # ------------------------------------------------------------ elements

    def _inline(self, element: Element, waiting: list[_Step]) -> Iterator[Paragraph]:
        """Faces, line breaks and footnote marks; sites hide words for screen readers here, too."""
        if element.tag == "br":
            yield from self._line_break()
        elif element in self._notes.marks:
            self._add(_NOTE_MARK.format(self._notes.marks[element]))
        elif element not in self._notes.back and not self._reason(element):
            marked, slanted = self._faces[-1]
            marked = marked or element.tag in _MARKED or _is_marked(element)
            self._faces.append((marked, slanted or element.tag in _SLANTED))
            waiting += [_Leave(element), *reversed(element.children)]

    def _line_break(self) -> Iterator[Paragraph]:
        ended = self._pieces and _ENDED.search("".join(p.text for p in self._pieces[-2:]))
        if self._broken or ended:
            yield from self._flush()
        else:
            self._add(" ")
        self._broken = True

    def _block(self, element: Element, waiting: list[_Step]) -> Iterator[Paragraph]:
        yield from self._flush()
        reason = self._reason(element)
        if reason:
            if element.letters or element.tag == "form":
                yield Paragraph(kind=Kind.LEFT_OUT, reason=reason, prose=element.prose)
        elif element.tag in HEADINGS:
            yield from self._heading(element)
        elif element.tag == "table" and (rows := rows_of(element)) is not None:
            yield from self._rows(element, rows)
        else:
            context = self._context(element)
            if context:
                self._contexts.append(context)
            waiting += [_Leave(element), *reversed(element.children)]

    def _leave(self, element: Element) -> Iterator[Paragraph]:
        if element.tag in INLINE:
            self._faces.pop()
        else:
            yield from self._flush()
        if len(self._contexts) > 1 and self._contexts[-1].element is element:
            self._contexts.pop()

    def _context(self, element: Element) -> _Context | None:
        marker = self._notes.notes.get(element)
        if marker:
            own = f"{_NOTE_MARK.format(marker)} "
            return _Context(element, Kind.NOTE, own, marker)
        kind = _CONTEXTS.get(element.tag)
        if kind is None:
            return None
        return _Context(element, kind, self._bullet(element) if kind == Kind.ITEM else "")

    def _bullet(self, item: Element) -> str:
        above = item.parent
        if above is None or above.tag != "ol":
            return BULLET
        start = above.get("start")
        first = int(start) if start.isdigit() and len(start) < 6 else 1
        self._counts[above] = self._counts.get(above, first - 1) + 1
        return f"{self._counts[above]}. "

    def _reason(self, element: Element) -> str | None:
        reason = chrome_reason(element, self._content.prose) or link_list_reason(element)
        if reason is None or element in self._notes.around:
            return None
        if (
            reason == "navigation"
            and element.tag in ("ul", "ol", "p")
            and self._is_own_list(element)
        ):
            return None
        return reason

    def _is_own_list(self, element: Element) -> bool:
        """Below the text of a page that names its main part, a list of links is the report's."""
        plain = not (element.get("class") or element.get("id") or element.get("role"))
        return plain and self._prose_seen and self._content.named

    # ------------------------------------------------------------ headings, tables

    def _heading(self, element: Element) -> Iterator[Paragraph]:
        pieces = tidy(self._inner(element))
        if pieces:
            yield Paragraph(
                kind=Kind.HEADING, pieces=pieces, element=element, linked=_leads_away(element)
            )

    def _rows(self, table: Element, rows: list[list[Element]]) -> Iterator[Paragraph]:
        for caption in (c for c in table.children if not isinstance(c, str) and c.tag == "caption"):
            yield Paragraph(kind=Kind.TEXT, pieces=tidy(self._inner(caption)))
        for row in rows:
            cells = ["".join(p.text for p in tidy(self._inner(cell))) for cell in row]
            if len(row) == 2 and row[0].tag == "th" and cells[0] and cells[0][-1] not in ":?":
                cells[0] += ":"
            if any(cells):
                yield Paragraph(kind=Kind.ROW, pieces=(Piece(join_cells(cells)),))

    def _inner(self, top: Element) -> Iterable[Piece]:
        """The words of a heading or cell; note marks stay in cells only."""
        pieces: list[Piece] = []
        waiting: list[Node] = list(reversed(top.children))
        while waiting:
            node = waiting.pop()
            if isinstance(node, str):
                pieces.append(Piece(node))
            elif node in self._notes.marks:
                if top.tag not in HEADINGS:
                    pieces.append(Piece(_NOTE_MARK.format(self._notes.marks[node])))
            elif not (node.tag != "button" and chrome_reason(node, self._content.prose)):
                if node.tag not in INLINE:
                    pieces.append(Piece(" "))
                    waiting.append(" ")
                waiting += reversed(node.children)
        return pieces


def _is_marked(element: Element) -> bool:
    return bool(_MARKED_STYLE.search(element.get("style")[:_LONGEST_STYLE]))


def _leads_away(heading: Element) -> bool:
    """Whether all words of the heading are a link to another page."""
    around = [e for e in heading.ancestors() if e.tag == "a" and e.get("href")]
    if not around and heading.linked < heading.letters:
        return False
    links = around or [e for e in descendants(heading) if e.tag == "a"]
    return not any(e.get("href")[:1] in ("#", "") for e in links)
