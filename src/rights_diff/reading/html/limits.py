"""Before a page is parsed: what no report needs is cut, what would hang a parser is refused.

HTML's rules make a tree builder take time that grows with the depth of the open elements (for
every tag it looks up through them) and repeat open formatting elements in every new paragraph.
Both are bounded here by counting tags, which takes one pass.
"""

from __future__ import annotations

import re

from rights_diff.errors import ReadError, TooLarge

# Real pages have 20 to 60 open elements; unclosed spans around icons add a few hundred.
MAX_DEPTH = 2_000
# Copies of open formatting elements: real pages stay under 200,000 (ten open, 20,000 tags).
MAX_REPEATED = 3_000_000
# A tag without its long values; sizes of pictures and tracking data fill some hundred characters.
MAX_TAG = 8_000

# Pictures written into the page, and data of scripts, are values of this length.
_LONG_VALUE = re.compile(r"""=\s*(?:"[^"]{4000,}"|'[^']{4000,}')""")
_LONG_TAG = re.compile(rf"<[a-zA-Z][^<>]{{{MAX_TAG}}}")
_TOKEN = re.compile(r"<(?:(!--)|(/?)([a-zA-Z][a-zA-Z0-9]{0,20}))")
# Elements whose content is no markup.
_OPAQUE = frozenset({"script", "style", "svg", "noscript", "textarea", "iframe", "title"})
# Their end tags may be left out, or they have none (HTML Standard, 13.1.2).
_SELF_ENDING = frozenset(
    ["area", "base", "basefont", "bgsound", "body", "br", "caption", "col", "colgroup", "dd", "dt", "embed", "frame", "head", "hr", "html", "img", "input", "keygen", "li", "link", "meta", "optgroup", "option", "p", "param", "rb", "rp", "rt", "rtc", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr"]
)
_FORMATTING = frozenset(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"])


def lightened(name: str, markup: str) -> str:
    """The markup without very long attribute values.

    Raises:
        TooLarge: elements nested deeper than `MAX_DEPTH`.
        ReadError: tags of unreasonable length, or formatting that would be repeated endlessly.
    """
    light = _LONG_VALUE.sub('=""', markup)
    if _LONG_TAG.search(light):
        raise ReadError(f"holds a tag of more than {MAX_TAG:,} characters", file=name)
    tags, deepest, formatting = _count(light)
    if deepest > MAX_DEPTH:
        raise TooLarge(f"nests elements more than {MAX_DEPTH:,} deep", file=name)
    if formatting * tags > MAX_REPEATED:
        raise ReadError(f"leaves {formatting:,} formatting elements open", file=name)
    return light


def _count(markup: str) -> tuple[int, int, int]:
    """Number of tags, greatest depth of open elements, greatest number of open formatting ones."""
    tags = depth = deepest = open_formats = most_formats = at = 0
    ends: dict[str, int] = {}  # where the next end tag of an opaque element stands; -1: nowhere
    while match := _TOKEN.search(markup, at):
        at = match.end()
        if match[1]:
            at = _after(markup, "-->", at, ends)
            continue
        tags += 1
        tag, step = match[3].lower(), -1 if match[2] else 1
        if tag in _OPAQUE and step > 0:
            at = _after(markup, f"</{tag}", at, ends)
            continue
        if tag in _SELF_ENDING:
            continue
        depth = max(0, depth + step)
        deepest = max(deepest, depth)
        if tag in _FORMATTING:
            open_formats = max(0, open_formats + step)
            most_formats = max(most_formats, open_formats)
    return tags, deepest, most_formats


def _after(markup: str, end: str, at: int, ends: dict[str, int]) -> int:
    """Behind the next `end`, or `at` where there is none; looked for once, not for every tag."""
    known = ends.get(end)
    if known is None or (0 <= known < at):
        known = ends[end] = markup.find(end, at)
    return at if known < 0 else known + len(end)
