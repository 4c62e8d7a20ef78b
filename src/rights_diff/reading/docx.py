"""Word documents: styles, lists, tables, notes and tracked changes of a .docx file.

The zip and its XML parts are read here directly: python-docx, the usual library, knows neither
the notes' texts nor tracked changes. What is not read: headers and footers (their words are in
`told`), comments, pictures, automatic numbers of captions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from rights_diff.errors import ReadError
from rights_diff.model import Document, HintKind
from rights_diff.reading.blocks import BULLET, Block, document_of, with_title
from rights_diff.reading.docx_styles import Lists, Styles, child, tag_of, value_of
from rights_diff.reading.docx_text import Paragraph, Walk
from rights_diff.reading.options import DEFAULTS, ReadOptions
from rights_diff.reading.safe_xml import parse_xml
from rights_diff.reading.zipped import Archive

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_MAIN = "officeDocument"  # the last part of a relationship's type names what it leads to
_TOLD = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "language": "language",
    "created": "created",
}
# Styles that some programs base on that of the title.
_BESIDE_TITLE = frozenset({"subtitle", "author", "date"})
_RUN_IN_WORDS = 10
_HEADING_WORDS = 20  # the longest heading of the printed chapters and State pages has 17


def read_docx(name: str, data: bytes, options: ReadOptions = DEFAULTS) -> Document:
    """The document of a Word file.

    Raises:
        ReadError: damaged, or not a Word document. TooLarge, Encrypted, Empty: what they say.
    """
    parts = _Parts(Archive(name, data, options.max_unpacked))
    body = child(parts.main, "body")
    if body is None:
        raise ReadError("is a Word document without a body", file=name)
    walk = Walk(Styles(parts.related("styles")), options.tracked_changes)
    paragraphs = list(walk.paragraphs(body))
    lists = Lists(parts.related("numbering"))
    blocks = [_block(p, walk.styles, lists) for p in paragraphs]
    if not any(b.kind == HintKind.HEADING for b in blocks):
        blocks = list(_with_bold_headings(paragraphs, blocks))
    if any(b.kind == HintKind.HEADING and b.value != "1" for b in blocks):
        blocks = list(with_title(blocks))
    blocks += _notes(walk, parts)
    return document_of(
        blocks,
        name=name,
        data=data,
        media_type=MEDIA_TYPE,
        told=_told(parts),
        warnings=_warnings(walk, parts, name),
    )


class _Parts:
    """The XML parts of the archive, found by their relationships (ISO/IEC 29500-2)."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        main = self._targets("_rels/.rels", "").get(_MAIN, "word/document.xml")
        if main not in archive:
            raise ReadError("is a zip archive, not a Word document", file=archive.name)
        self._related = self._targets(f"{dirname(main)}/_rels/{main.rpartition('/')[2]}.rels", main)
        self._core = self._targets("_rels/.rels", "").get("core-properties", "docProps/core.xml")
        self.main = self._parse(main)

    def _parse(self, part: str) -> _Element:
        return parse_xml(self._archive.read(part), part=part, name=self._archive.name)

    def _targets(self, part: str, source: str) -> dict[str, str]:
        """Of each kind of relationship the first internal target."""
        targets: dict[str, str] = {}
        for relation in self._parse(part) if part in self._archive else ():
            kind = (relation.get("Type") or "").rpartition("/")[2]
            if relation.get("TargetMode") != "External":
                path = normpath(join("/", dirname(source), relation.get("Target") or ""))
                targets.setdefault(kind, path.lstrip("/"))
        return targets

    def related(self, kind: str) -> _Element | None:
        """The part that the main one is related to in that way, or None."""
        part = self._related.get(kind)
        return self._parse(part) if part and part in self._archive else None

    def core(self) -> _Element | None:
        """The properties of the document, or None."""
        return self._parse(self._core) if self._core in self._archive else None


# ---------------------------------------------------------------- blocks


def _block(paragraph: Paragraph, styles: Styles, lists: Lists) -> Block:
    """What the paragraph's style, list and place say it is."""
    properties, text = paragraph.properties, paragraph.text
    names = styles.names(value_of(child(properties, "pStyle"))) if properties is not None else []
    if paragraph.place == "contents" or any(name.startswith("toc ") for name in names):
        return Block(text=text, kind=HintKind.FURNITURE, value="contents")
    if "title" in names and names[0] not in _BESIDE_TITLE:
        return Block(text=text, kind=HintKind.TITLE)
    if "caption" in names:
        return Block(text=text, kind=HintKind.FURNITURE, value="caption")
    if not text.strip() or paragraph.place == "row":
        return Block(text=text, kind=HintKind.TABLE_ROW if text.strip() else None)
    level = styles.heading_level(properties)
    item = styles.numbering(properties)
    label = lists.label(*item) if item else None
    numbered = f"{label} {text}" if label else text
    if level:
        return Block(text=numbered, kind=HintKind.HEADING, value=str(level))
    if item:
        return Block(text=numbered if label else BULLET + text, kind=HintKind.LIST_ITEM)
    return Block(text=text, run_in=_run_in(paragraph))


def _run_in(paragraph: Paragraph) -> int:
    """The length of a bold phrase with a colon or stop that opens running text, else 0."""
    bold = "".join(p.text for p in takewhile(lambda p: p.bold, paragraph.pieces))
    words = " ".join(bold.split())
    rest = paragraph.text[len(bold) :].strip()
    short = 0 < len(words.split()) <= _RUN_IN_WORDS
    if not words.endswith((":", ".")) and rest.startswith((":", ".")):
        return len(words) + 1 if short and len(rest) > 1 else 0  # the colon itself is not bold
    return len(words) if short and rest and words.endswith((":", ".")) else 0


def _with_bold_headings(
    paragraphs: Iterable[Paragraph], blocks: Iterable[Block]
) -> Iterator[Block]:
    """Of a document without heading styles: short bold paragraphs are its headings.

    The larger of two type sizes is the higher level.
    """
    pairs = list(zip(paragraphs, blocks, strict=True))
    heads = [_is_bold_heading(p, b) for p, b in pairs]
    sizes = sorted({_size(p) for (p, _), is_head in zip(pairs, heads, strict=True) if is_head})
    for (paragraph, block), is_head in zip(pairs, heads, strict=True):
        level = len(sizes) - sizes.index(_size(paragraph)) if is_head else 0
        is_heading = Block(text=block.text, kind=HintKind.HEADING, value=str(level))
        yield is_heading if is_head else block


def _is_bold_heading(paragraph: Paragraph, block: Block) -> bool:
    words = block.text.split()
    if block.kind or paragraph.place or not 0 < len(words) <= _HEADING_WORDS:
        return False
    closed = words[-1].endswith((".", ",", ";", ":")) and not words[-1].isupper()
    return not closed and all(p.bold for p in paragraph.pieces if p.text.strip())


def _size(paragraph: Paragraph) -> int:
    return max((p.size for p in paragraph.pieces), default=0)


# ---------------------------------------------------------------- notes, properties


def _notes(walk: Walk, parts: _Parts) -> Iterator[Block]:
    """The notes that the text refers to, in its order, each under its marker."""
    texts: dict[tuple[str, str], str] = {}
    for kind, tag in (("footnotes", "footnote"), ("endnotes", "endnote")):
        root = parts.related(kind)
        for note in root if root is not None else ():
            number = value_of(note, "id") or ""
            paragraphs = Walk(walk.styles, walk.changes).paragraphs(note)
            texts[f"{tag}Reference", number] = " ".join(p.text for p in paragraphs).strip()
    for marker, reference in walk.notes.items():
        text = texts.get(reference)
        if text:
            yield Block(text=f"[{marker}] {text}", kind=HintKind.FOOTNOTE, value=marker)


def _told(parts: _Parts) -> dict[str, str]:
    """Title, author, language and the like, and the words of the page header."""
    told: dict[str, str] = {}
    root = parts.core()
    for element in root if root is not None else ():
        key = _TOLD.get(tag_of(element))
        if key and element.text:
            told[key] = " ".join(element.text.split())
    header = parts.related("header")
    if header is not None:
        paragraphs = Walk(Styles(None)).paragraphs(header)
        told["page_header"] = " ".join(" ".join(p.text for p in paragraphs).split())
    return told


def _warnings(walk: Walk, parts: _Parts, name: str) -> list[str]:
    """What the user should know was decided or left out."""
    warnings = []
    count = sum(walk.seen.values())
    if count:
        changes = "1 tracked change was" if count == 1 else f"{count:,} tracked changes were"
        warnings.append(f"{name}: {changes} {walk.changes}")
    comments = parts.related("comments")
    if comments is not None and len(comments):
        warnings.append(f"{name}: comments were left out ({len(comments)})")
    return warnings
