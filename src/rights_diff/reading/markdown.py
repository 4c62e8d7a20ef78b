"""Markdown: the outline, lists, tables and notes of CommonMark; marks of emphasis stay out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rights_diff.errors import ReadError, TooLarge
from rights_diff.model import Document, HintKind
from rights_diff.reading.blocks import BULLET, Block, document_of, join_cells, with_title
from rights_diff.reading.front_matter import told_in
from rights_diff.reading.options import DEFAULTS, ReadOptions
from rights_diff.reading.plain_text import read_plain_text

if TYPE_CHECKING:
    from markdown_it.token import Token

# The parser makes about 1 MB a second; a yearbook has 3 MB of text.
MOST_CHARACTERS = 5_000_000
MOST_BRACKETS = 20_000  # each may open a link; the parser tries all: 2 seconds at most
MOST_NESTED = 50  # the parser stops there; reports nest three or four deep

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAKS = frozenset({"softbreak", "hardbreak"})
_WORDS = frozenset({"text", "code_inline"})
_RUN_IN_WORDS = 10
_HEADING_WORDS = 20  # the longest heading of the printed chapters and State pages has 17


def read_markdown(name: str, data: bytes, options: ReadOptions = DEFAULTS) -> Document:
    """The document of a Markdown file; its front matter is in `told`.

    Raises:
        ReadError: binary, or in no encoding known here. Empty, TooLarge: what they say.
    """
    plain = read_plain_text(name, data, options)
    _refuse_large(plain.text, name)
    tokens, troubles = _tokens(plain.text, name)
    told, unclear = told_in(tokens[0].content if _has_front_matter(tokens) else "")
    blocks = list(_Writer().blocks(tokens))
    document = document_of(
        _with_bold_headings(with_title(blocks)),
        name=name,
        data=data,
        media_type="text/markdown",
        told=told,
        warnings=(*plain.warnings, *(f"{name}: {t}" for t in troubles + unclear)),
    )
    return replace(
        document,
        source=replace(
            document.source,
            encoding=plain.source.encoding,
            encoding_guessed=plain.source.encoding_guessed,
        ),
    )


def _refuse_large(text: str, name: str) -> None:
    for what, count, most in (
        ("characters", len(text), MOST_CHARACTERS),
        ("square brackets", text.count("["), MOST_BRACKETS),
    ):
        if count > most:
            message = (
                f"holds more than {most:,} {what} of Markdown (a name in .txt reads it as text)"
            )
            raise TooLarge(message, file=name)


def _tokens(text: str, name: str) -> tuple[Sequence[Token], list[str]]:
    """The tokens of the file, and what the parser leaves out of them."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": MOST_NESTED}).enable(
        ["table", "strikethrough"]
    )
    seen: dict[str, Any] = {}
    tokens = parser.use(front_matter_plugin).use(footnote_plugin).parse(text, seen)
    if any(token.level >= MOST_NESTED - 1 for token in tokens):
        raise ReadError(f"nests lists or quotations more than {MOST_NESTED} deep", file=name)
    labels = seen.get("footnotes", {}).get("refs", {})
    unused = sum(number < 0 for number in labels.values())
    return tokens, [f"notes that nothing refers to were left out ({unused})"] if unused else []


def _has_front_matter(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].type == "front_matter"


@dataclass
class _Writer:
    """Block tokens to blocks; `lists` and `note` say what the tokens now met stand in."""

    lists: list[int | None] = field(default_factory=list)  # the next number; None for bullets
    label: str = ""
    note: str = ""
    cells: list[str] = field(default_factory=list)
    in_row: bool = False

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        level = 0
        for token in tokens:
            kind = token.type
            if kind == "heading_open":
                level = int(token.tag[1:])
            elif kind == "heading_close":
                level = 0
            elif kind == "inline" and self.in_row:
                self.cells.append(_words(token))
            elif kind == "inline":
                yield self._paragraph(token, level)
            elif kind in ("fence", "code_block"):
                yield Block(text=token.content)
            elif kind == "html_block":
                yield Block(text=_without_markup(token.content))
            elif kind == "tr_close":
                yield Block(text=join_cells(self.cells), kind=HintKind.TABLE_ROW)
                self.cells, self.in_row = [], False
            else:
                self._enter(token)

    def _enter(self, token: Token) -> None:
        """Keep account of the lists, rows and notes that open and close."""
        match token.type:
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_open":
                self.lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                # a note is lifted out of where it stands, so a list may close that never opened
                del self.lists[-1:]
            case "list_item_open":
                self.label = self._next_label()
            case "footnote_open":
                self.note = _marker(token)
            case "footnote_close":
                self.note = ""
            case "tr_open":
                self.in_row = True

    def _next_label(self) -> str:
        number = self.lists[-1] if self.lists else None
        if number is None:
            return BULLET
        self.lists[-1] = number + 1
        return f"{number}. "

    def _paragraph(self, token: Token, level: int) -> Block:
        text = _words(token)
        if level:
            return Block(text=text, kind=HintKind.HEADING, value=str(level))
        if self.note:
            # the second paragraph of a note belongs to the note, without its number
            label, self.label = ("" if self.label == self.note else f"[{self.note}] "), self.note
            return Block(text=label + text, kind=HintKind.FOOTNOTE, value=self.note)
        label, self.label = self.label, ""
        if label:
            return Block(text=label + text, kind=HintKind.LIST_ITEM)
        return Block(text=text, run_in=_run_in(token))


def _without_markup(html: str) -> str:
    """The words of raw HTML; what an unclosed comment holds is no text."""
    first, *others = html.split("<!--")
    return _TAG.sub(" ", first + " ".join(o.partition("-->")[2] for o in others))


def _marker(token: Token) -> str:
    return str(int(token.meta.get("id", 0)) + 1)


def _words(token: Token) -> str:
    """The words of an inline token, notes as `[1]`, breaks as blanks, pictures left out."""
    return "".join(map(_piece, token.children or []))


def _piece(token: Token) -> str:
    if token.type in _WORDS:
        return token.content
    if token.type == "footnote_ref":
        return f"[{_marker(token)}]"
    return " " if token.type in _BREAKS else ""


# ---------------------------------------------------------------- headings in other dress


def _bold_opening(token: Token) -> tuple[str, str]:
    """The bold words that open a paragraph, and the words behind them."""
    depth, bold, rest = 0, "", ""
    for child in token.children or []:
        depth += {"strong_open": 1, "strong_close": -1}.get(child.type, 0)
        if depth > 0 and not rest.strip():
            bold += _piece(child)
        else:
            rest += _piece(child)
    return " ".join(bold.split()), rest.strip()


def _run_in(token: Token) -> int:
    """The length of a bold phrase with a colon or stop that opens running text, else 0.

    A paragraph that is bold throughout counts whole: it may be a heading.
    """
    bold, rest = _bold_opening(token)
    if not bold or not rest:
        return len(bold) if bold else 0
    if len(bold.split()) > _RUN_IN_WORDS:
        return 0
    if bold.endswith((":", ".")):
        return len(bold)
    return len(bold) + 1 if rest.startswith(":") else 0


def _with_bold_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    """Bold paragraphs: headings where no other is told; never run-in headings."""
    told = list(blocks)
    headed = any(b.kind == HintKind.HEADING for b in told)
    for block in told:
        words = " ".join(block.text.split())
        if not block.run_in or block.run_in < len(words):
            yield block
        elif headed or len(words.split()) > _HEADING_WORDS or words.endswith((".", ",", ";", ":")):
            yield replace(block, run_in=0)
        else:
            yield Block(text=block.text, kind=HintKind.HEADING, value="1")
