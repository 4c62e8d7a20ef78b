"""EPUB books: their chapters in reading order, each read as the web page it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from rights_diff.errors import Empty, Encrypted, ReadError
from rights_diff.model import Document, Hint, HintKind, Source, Span
from rights_diff.reading.docx_styles import child, tag_of
from rights_diff.reading.html import read_html
from rights_diff.reading.options import DEFAULTS, ReadOptions
from rights_diff.reading.safe_xml import parse_xml
from rights_diff.reading.zipped import Archive

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/epub+zip"

_CONTAINER = "META-INF/container.xml"
_RIGHTS = "META-INF/encryption.xml"
_FONT_METHODS = frozenset(
    {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
)  # fonts made unreadable by copying; the text is open (OCF 3.3, 4.3)
_PAGES = frozenset({"application/xhtml+xml", "text/html"})
_TOLD = {
    "title": "title",
    "creator": "author",
    "publisher": "publisher",
    "date": "date",
    "language": "language",
}
# XML closes elements that HTML leaves open: `<a id="p12"/>` would link all that follows it.
_CLOSED = re.compile(rb"<([a-zA-Z][\w:-]{0,40})((?:\s[^<>]{0,2000})?)/>")
_VOID = frozenset(b"area base br col embed hr img input link meta source track wbr".split())


def read_epub(name: str, data: bytes, options: ReadOptions = DEFAULTS) -> Document:
    """The document of a book: its chapters' texts, one below the other.

    Raises:
        ReadError: damaged, or no book. Encrypted: copy protection. TooLarge, Empty: as named.
    """
    archive = Archive(name, data, options.max_unpacked)
    _refuse_protected(archive)
    package_path = _package_path(archive)
    package = parse_xml(archive.read(package_path), part=package_path, name=name)
    told = dict(_told(package))
    chapters = list(_chapters(archive, package, dirname(package_path), options))
    if not chapters:
        raise Empty("is a book without text", file=name)
    text, hints = _joined(chapters, told.get("title", ""))
    warnings = dict.fromkeys(w for chapter in chapters for w in chapter.warnings)
    return Document(
        text=text,
        source=Source(path=name, sha256=hashlib.sha256(data).hexdigest(), media_type=MEDIA_TYPE),
        hints=hints,
        told=told,
        warnings=tuple(warnings),
    )


def _refuse_protected(archive: Archive) -> None:
    if _RIGHTS not in archive:
        return
    root = parse_xml(archive.read(_RIGHTS), part=_RIGHTS, name=archive.name)
    methods = {e.get("Algorithm") for e in root.iter() if tag_of(e) == "EncryptionMethod"}
    if methods - _FONT_METHODS:
        raise Encrypted("is a book with copy protection", file=archive.name)


def _package_path(archive: Archive) -> str:
    root = parse_xml(archive.read(_CONTAINER), part=_CONTAINER, name=archive.name)
    path = next((e.get("full-path") for e in root.iter() if tag_of(e) == "rootfile"), None)
    if not path:
        raise ReadError("is a book whose container names no contents", file=archive.name)
    return path


def _inside(package: _Element, tag: str) -> list[_Element]:
    found = child(package, tag)
    return [] if found is None else list(found)


def _told(package: _Element) -> Iterator[tuple[str, str]]:
    """What the book's metadata say; the first of several titles is the main one."""
    for element in reversed(_inside(package, "metadata")):
        key, words = _TOLD.get(tag_of(element)), " ".join((element.text or "").split())
        if key and words:
            yield key, words


def _chapters(
    archive: Archive, package: _Element, folder: str, options: ReadOptions
) -> Iterator[Document]:
    """The pages of the book's spine that hold text, but for its list of contents."""
    items = {e.get("id"): e for e in _inside(package, "manifest")}
    for reference in _inside(package, "spine"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        if reference.get("linear") == "no" or "nav" in (item.get("properties") or "").split():
            continue
        member = normpath(join(folder, unquote(item.get("href") or "")))
        page = _CLOSED.sub(_opened, archive.read(member))
        try:
            yield read_html(archive.name, page, options)
        except Empty:
            continue  # a cover or a page of pictures


def _opened(match: re.Match[bytes]) -> bytes:
    tag, attributes = match.groups()
    return match[0] if tag.lower() in _VOID else b"<%b%b></%b>" % (tag, attributes, tag)


def _joined(chapters: Sequence[Document], title: str) -> tuple[str, tuple[Hint, ...]]:
    """The chapters' texts below one another, and their hints at their new places."""
    parts: list[str] = []
    hints: list[Hint] = []
    many = sum(any(h.kind == HintKind.TITLE for h in c.hints) for c in chapters) > 1
    at = 0
    for chapter in chapters:
        gap = "\n\n" if parts else ""
        at += len(gap)
        parts += [gap, chapter.text]
        told = _under_heading(chapter, title) if many else chapter.hints
        hints += [replace(h, span=Span(h.span.start + at, h.span.end + at)) for h in told]
        at += len(chapter.text)
    return "".join(parts), tuple(hints)


def _under_heading(chapter: Document, title: str) -> tuple[Hint, ...]:
    """The hints of a chapter whose title heads a part of the book, its headings one level down."""
    titles = [h.span.of(chapter.text) for h in chapter.hints if h.kind == HintKind.TITLE]
    if not titles or titles[0].casefold() == title.casefold():
        return chapter.hints
    return tuple(_one_down(hint) for hint in chapter.hints)


def _one_down(hint: Hint) -> Hint:
    if hint.kind == HintKind.TITLE:
        return replace(hint, kind=HintKind.HEADING, value="1")
    if hint.kind == HintKind.HEADING and hint.value.isdecimal():
        return replace(hint, value=str(int(hint.value) + 1))
    return hint
