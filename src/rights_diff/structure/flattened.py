"""A page saved as one line: headings and paragraphs glued to one another.

Where a block ended, a blank is missing: "were closed.Prison conditionsGuards said". Headings are
the strings that stand in the page's own list of contents and again, glued, between two
paragraphs; a page without such a list is judged by the seams alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rights_diff.model import Span
from rights_diff.structure.headings import is_known_heading
from rights_diff.structure.lines import Line, trim
from rights_diff.structure.page import Mark, Role
from rights_diff.structure.related import is_related_heading
from rights_diff.structure.shapes import is_heading_like, is_prose, word_count

_LONG_LINE = 1500  # characters; the longest paragraph of a printed chapter has about 1,300
_FLAT_SHARE = 0.6  # of the text stands in such lines
_FEWEST_SEAMS = 4
_SEAM_EVERY = 2000  # characters; typing errors glue sentences far more rarely

# A stop with no blank before the capital, quote or bullet of the next block.
_GLUED_STOP = re.compile(
    r"(?<=[\w”\"’)\]%])[.!?][”\"’)\]]{0,3}(?:\[?\d{1,2}\]?)?(?=[“\"‘(]?[A-Z][\w’' -]|[•▪●■])"
)
_INITIAL_BEFORE = re.compile(r"(?:^|[\s.(“\"])[A-Z]\Z")
# Two words with no blank between them, and a bullet glued to what stands before it.
_SEAM = re.compile(
    r"(?<=[^\W_A-Z][^\W_A-Z])(?=[A-Z](?:[^\W\d_A-Z]| [A-Za-z0-9]|[A-Z]))"
    r"|(?<=[)’”:>»])(?=[A-Z](?:[^\W\d_A-Z]| [a-z0-9]))"
    r"|(?<=[A-Z]{2})(?=[A-Z][^\W\d_A-Z](?:[^\W\d_A-Z]| ))"
    r"|(?<=[^\W\d_A-Z]{2})(?=[“‘]|(?:19|20)\d\d [a-z])"
    r"|(?<=\S)(?=[•▪●■])"
)

_OPENINGS = frozenset('•▪●■“‘"')

_LEAD_WORDS = 14  # running text begins with a block of at least as many words
_HEADING_CHARACTERS = 120
_CAPTION_WORDS = 8  # with the credit; a credit alone has fewer
_FEWEST_LISTED = 2  # headings of the contents list found again, before the list is trusted
_FOOTER_SEAMS = 3
_FOOTER_DENSITY = 70  # characters a seam; running text has none
_SCRAP = 3  # characters; the second part of a name written in one ("WhatsApp")


def is_flattened(text: str) -> bool:
    """Whether most of the text stands in lines far too long for paragraphs, with glued blocks."""
    long_lines = [line for line in re.split(r"[\r\n]+", text) if len(line) >= _LONG_LINE]
    length = sum(map(len, long_lines))
    if length < _FLAT_SHARE * len(text):
        return False
    glued = sum(len(_GLUED_STOP.findall(line)) for line in long_lines)
    return glued >= max(_FEWEST_SEAMS, length / _SEAM_EVERY)


@dataclass(frozen=True, slots=True)
class _Flat:
    """A flattened text with its seams, paragraph ends, and where running text begins and ends."""

    text: str
    seams: list[int]
    stops: list[int]
    lead: int
    foot: int


def segments_of(text: str) -> tuple[list[Line], dict[int, Mark]]:
    """Lines as they were before the page was flattened, with marks for what the seams tell."""
    stops = _stops(text)
    seams = _seams(text, stops)
    lead = _lead_start(text, seams)
    flat = _Flat(text, seams, stops, lead, _footer_start(text, stops, seams, lead))
    front = _blocks(text, seams, 0, lead)
    headings = _headings(flat, front)
    pieces = [(span, _front_mark(text, span, headings)) for span in front]
    pieces += _body(flat, headings)
    foot = _blocks(text, seams, flat.foot, len(text))
    pieces += [(span, Mark(Role.FURNITURE, "footer")) for span in foot]
    lines = [Line(span, span.of(text), 1) for span, _ in pieces]
    return lines, {i: mark for i, (_, mark) in enumerate(pieces) if mark}


def _seams(text: str, stops: list[int]) -> list[int]:
    """Where blocks may end; names such as "LinkedIn" are not taken apart."""
    inside = sorted({m.start() for m in _SEAM.finditer(text)})
    scraps = {a for a, b in pairwise([*inside, len(text)]) if b - a <= _SCRAP}
    return sorted((set(inside) - scraps) | set(stops))


def _stops(text: str) -> list[int]:
    """Where paragraphs end: behind a stop that is glued to what follows."""
    return [
        m.end()
        for m in _GLUED_STOP.finditer(text)
        if not _INITIAL_BEFORE.search(text[max(0, m.start() - 3) : m.start()])
    ] + _breaks(text)


def _breaks(text: str) -> list[int]:
    return [m.end() for m in re.finditer(r"[\r\n]+", text)]


def _blocks(text: str, seams: list[int], start: int, end: int) -> list[Span]:
    """The stretches between seams in `[start, end)`, trimmed, empty ones left out."""
    inner = seams[bisect_right(seams, start) : bisect_left(seams, end)]
    spans = (trim(text, Span(a, b)) for a, b in pairwise([start, *inner, end]))
    return [s for s in spans if s.length]


def _lead_start(text: str, seams: list[int]) -> int:
    """Where running text begins: the first long block that is no photo caption."""
    for block in _blocks(text, seams, 0, len(text)):
        words = block.of(text)
        if word_count(words) >= _LEAD_WORDS and is_prose(words) and "©" not in words:
            return block.start
    return 0


def _footer_start(text: str, stops: list[int], seams: list[int], lead: int) -> int:
    """Where the site's footer begins: behind the last paragraph, where seams come thick."""
    edges = sorted({*(s for s in stops if s > lead), len(text)})
    for a, b in pairwise(edges):
        inside = bisect_left(seams, b) - bisect_right(seams, a)
        if a > len(text) // 2 and inside >= _FOOTER_SEAMS and (b - a) <= _FOOTER_DENSITY * inside:
            return a
    return len(text)


# ---------------------------------------------------------------- headings


def _headings(flat: _Flat, front: list[Span]) -> list[Span]:
    """Headings in the running text: those the contents list names, else those the seams show."""
    text = flat.text
    found = _listed_headings(flat, front)
    if len({s.of(text) for s in found}) < _FEWEST_LISTED:
        found = _seam_headings(flat)
    above = front[-1] if front else None
    if above and above.end == flat.lead and _is_title_case(above.of(text)):
        known = {s.of(text) for s in found} | {s.of(text) for s in front[:-1]}
        if above.of(text) in known or is_known_heading(above.of(text)):
            found = [above, *found]
    return found


def _listed_headings(flat: _Flat, front: list[Span]) -> list[Span]:
    text, seams = flat.text, set(flat.seams)
    found: dict[int, Span] = {}
    ends: set[int] = set()
    for name in _names(text, front):
        at = text.find(name, flat.lead, flat.foot)
        while at >= 0:
            span = Span(at, at + len(name))
            glued = at in seams or at in ends or _follows_stop(text, at)
            closed = span.end in seams or text[span.end : span.end + 1] in _OPENINGS
            if glued and closed and (at not in found or found[at].end < span.end):
                found[at] = span
                ends.add(span.end)
            at = text.find(name, at + 1, flat.foot)
    return _without_overlaps(sorted(found.values()))


def _follows_stop(text: str, at: int) -> bool:
    return text[at - 1 : at] in set('.!?”"’)]:')


def _names(text: str, front: list[Span]) -> list[str]:
    """The blocks above the text that could be headings, longest first."""
    names = dict.fromkeys(span.of(text) for span in front)
    return sorted((n for n in names if len(n) >= 4 and is_heading_like(n)), key=len, reverse=True)


def _seam_headings(flat: _Flat) -> list[Span]:
    """Short title-like blocks between a glued stop and a seam."""
    found = []
    for stop in flat.stops:
        i = bisect_right(flat.seams, stop)
        if not flat.lead <= stop < flat.foot or i == len(flat.seams):
            continue
        end = flat.seams[i]
        if end - stop <= _HEADING_CHARACTERS and end < flat.foot:
            span = trim(flat.text, Span(stop, end))
            name = span.of(flat.text)
            if len(name) >= 5 and is_heading_like(name) and _is_title_case(name):
                found.append(span)
    return found


def _is_title_case(name: str) -> bool:
    """Whether it reads as a heading and not as the start of a sentence with a name in it."""
    return is_heading_like(name) and (word_count(name) <= 12) and not re.search(r"[.;:]\s", name)


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


# ---------------------------------------------------------------- pieces


def _front_mark(text: str, span: Span, headings: list[Span]) -> Mark | None:
    if span in headings:
        return _heading_mark(text, span)
    words = span.of(text)
    if any(h.of(text) == words for h in headings):
        return Mark(Role.FURNITURE, "contents")
    captioned = "©" in words and word_count(words) >= _CAPTION_WORDS
    return Mark(Role.FURNITURE, "photo_caption") if captioned else None


def _heading_mark(text: str, span: Span) -> Mark:
    related = is_related_heading(span.of(text))
    return Mark(Role.RELATED_HEADING if related else Role.HEADING)


def _body(flat: _Flat, headings: list[Span]) -> list[tuple[Span, Mark | None]]:
    """Paragraphs and headings of the running text, in order."""
    text, lead, foot = flat.text, flat.lead, flat.foot
    heads = {h for h in headings if h.start >= lead}
    inside = {i for h in heads for i in range(h.start + 1, h.end)}
    cuts = {s for s in flat.stops if lead < s < foot} | _bullets(text, lead, foot)
    edges = sorted({lead, foot, *(cuts - inside), *(edge for h in heads for edge in h)})
    pieces: list[tuple[Span, Mark | None]] = []
    for a, b in pairwise(edges):
        span = trim(text, Span(a, b))
        if span.length:
            pieces.append((span, _heading_mark(text, span) if span in heads else None))
    return pieces


def _bullets(text: str, start: int, end: int) -> set[int]:
    return {m.start() for m in re.compile("[•▪●■]").finditer(text, start, end)}
