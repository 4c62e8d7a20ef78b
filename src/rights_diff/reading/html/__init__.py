"""Saved web pages: the report's own text, outline and notes; the site around it left out.

The way through: `charset` decodes, `limits` refuses what would hang a parser, `tree` parses,
`head` takes metadata, `content` finds the part of the page that holds the report, `walk` makes
paragraphs of it (leaving out what `chrome` names), `outline` gives levels to headings, and
`paragraphs` hands blocks on to the text that all offsets count in.

Lost on purpose: pictures, links, forms, scripts, styles, and everything that belongs to the site
and not to the report; how much of it was left out is told in `left_out`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from rights_diff.reading.options import DEFAULTS, ReadOptions

if TYPE_CHECKING:
    from rights_diff.model import Document
    from rights_diff.reading.html.paragraphs import Paragraph

MEDIA_TYPE = "text/html"

__all__ = ["read_html"]


def read_html(name: str, data: bytes, options: ReadOptions = DEFAULTS) -> Document:  # noqa: ARG001 - the signature of all readers
    """The document of a saved web page.

    Raises:
        ReadError: binary, in no encoding known here, or built to hang a parser.
        TooLarge: nested too deep. Empty: no words on the page.
    """
    from rights_diff.reading.blocks import document_of
    from rights_diff.reading.html.charset import decode_page
    from rights_diff.reading.html.content import content_of
    from rights_diff.reading.html.head import saved_from, told_by
    from rights_diff.reading.html.limits import lightened
    from rights_diff.reading.html.outline import with_outline
    from rights_diff.reading.html.paragraphs import Kind, blocks_of
    from rights_diff.reading.html.tree import parse
    from rights_diff.reading.html.walk import walk

    decoded = decode_page(name, data)
    tree = parse(lightened(name, decoded.text))
    told = {**saved_from(decoded.text), **told_by(tree)}
    paragraphs = list(walk(content_of(tree.body, told.get("title"))))
    left_out = [p for p in paragraphs if p.kind == Kind.LEFT_OUT]
    document = document_of(
        blocks_of(with_outline(paragraphs)),
        name=name,
        data=data,
        media_type=MEDIA_TYPE,
        encoding=decoded.encoding,
        told={**told, "left_out": ", ".join(sorted({p.reason for p in left_out}))},
        warnings=(*decoded.warnings, *_passages_left_out(name, left_out)),
    )
    source = replace(document.source, encoding_guessed=decoded.guessed)
    return replace(document, source=source)


def _passages_left_out(name: str, left_out: Iterable[Paragraph]) -> Iterator[str]:
    """Links and buttons go without a word; running text that was left out is worth a look."""
    reasons = [p.reason for p in left_out if p.prose]
    if reasons:
        where = ", ".join(sorted(set(reasons)))
        yield f"{name}: running text left out beside the report: {len(reasons)} × ({where})"
