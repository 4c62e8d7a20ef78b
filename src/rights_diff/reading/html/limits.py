"""Before a page is parsed: what no report needs is cut, what would hang a parser is refused.

HTML's rules make a tree builder take time that grows with the depth of the open elements (for
every tag it looks up through them) and repeat open formatting elements in every new paragraph.
Both are bounded here by counting tags, which takes one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rights_diff.errors import ReadError, TooLarge
from rights_diff.reading.html.tree import tags

# Real pages have 20 to 60 open elements; unclosed spans around icons add a few hundred.
MAX_DEPTH = 1_000
# The largest page met has 6,000 tags.
MAX_TAGS = 150_000
# Copies of open formatting elements: real pages stay under 200,000 (ten open, 20,000 tags).
MAX_REPEATED = 3_000_000
# A tag without its long values; sizes of pictures and tracking data fill some hundred characters.
MAX_TAG = 8_000

# Pictures written into the page, and data of scripts, are values of this length.
_LONG_VALUE = re.compile(r"""=\s*(?:"[^"]{4000,}"|'[^']{4000,}')""")
_OPENING = re.compile(r"<(?:!--|/?[a-zA-Z])")
# A tag as the HTML Standard reads it (13.2.5.6 to 13.2.5.40); possessive, so it never goes back.
_TAG = re.compile(
    r"""<(/?)([a-zA-Z][^\s/>]*+)"""
    r"""((?:[\s/]++|=?[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?|=)*+)>?"""
)
# Elements whose content is no markup.
_OPAQUE = tags("script style svg noscript textarea iframe title")
# Their end tags may be left out, or they have none (HTML Standard, 13.1.2).
_SELF_ENDING = tags(
    "area base basefont bgsound body br caption col colgroup dd dt embed frame head hr html img"
    " input keygen li link meta optgroup option p param rb rp rt rtc source tbody td tfoot th"
    " thead tr track wbr"
)
_FORMATTING = tags("a b big code em font i nobr s small strike strong tt u")


def lightened(name: str, markup: str) -> str:
    """The markup without very long attribute values.

    Raises:
        TooLarge: more tags than `MAX_TAGS`, or elements nested deeper than `MAX_DEPTH`.
        ReadError: tags of unreasonable length, or formatting that would be repeated endlessly.
    """
    light = _LONG_VALUE.sub('=""', markup)
    count = _Count()
    for closes, tag, length in _tags(light):
        if length > MAX_TAG:
            raise ReadError(f"holds a tag of more than {MAX_TAG:,} characters", file=name)
        count.add(tag, -1 if closes else 1)
        if count.tags > MAX_TAGS:
            raise TooLarge(f"has more than {MAX_TAGS:,} tags", file=name)
        if count.deepest > MAX_DEPTH:
            raise TooLarge(f"nests elements more than {MAX_DEPTH:,} deep", file=name)
    if count.formatting * count.tags > MAX_REPEATED:
        raise ReadError(f"leaves {count.formatting:,} formatting elements open", file=name)
    return light


@dataclass(slots=True)
class _Count:
    """Tags so far, and the greatest numbers of open elements and open formatting elements."""

    tags: int = 0
    depth: int = 0
    deepest: int = 0
    open_formats: int = 0
    formatting: int = 0

    def add(self, tag: str, step: int) -> None:
        self.tags += 1
        if tag in _SELF_ENDING:
            return
        self.depth = max(0, self.depth + step)
        self.deepest = max(self.deepest, self.depth)
        if tag in _FORMATTING:
            self.open_formats = max(0, self.open_formats + step)
            self.formatting = max(self.formatting, self.open_formats)


def _tags(markup: str) -> Iterator[tuple[bool, str, int]]:
    """Whether each tag closes, its name, and its length; none from scripts and comments."""
    at = 0
    ends: dict[str, int] = {}  # where the next end of a comment or opaque element stands
    while opening := _OPENING.search(markup, at):
        at = opening.end()
        match = _TAG.match(markup, opening.start())
        if match is None:
            at = _after(markup, "-->", at, ends)
            continue
        at = match.end()
        tag = match[2].lower()
        yield bool(match[1]), tag, len(match[3])
        if tag in _OPAQUE and not match[1]:
            at = _after(markup, f"</{tag}", at, ends)


def _after(markup: str, end: str, at: int, ends: dict[str, int]) -> int:
    """Behind the next `end`, or `at` where there is none; looked for once, not for every tag."""
    known = ends.get(end)
    if known is None or (0 <= known < at):
        known = ends[end] = markup.find(end, at)
    return at if known < 0 else known + len(end)
