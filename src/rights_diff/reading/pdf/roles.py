"""What each paragraph of a printed page is, by its type and by its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rights_diff.model import HintKind
from rights_diff.reading.pdf.engine import Bookmark, Style
from rights_diff.reading.pdf.paragraphs import Paragraph, Profile, is_title_size, same_type

_LARGER = 1.08  # times the size of the text: the smallest step that a reader sees
_CLEARLY_LARGER = 1.15  # in the text's own font: prefaces are set a little larger
_HEADING_WORDS = 30
_LONGEST_NAMED = 200  # characters; a bookmark names no paragraph
_RUN_IN_WORDS = 14
_ITALIC_WORDS = 12
_SENTENCE = re.compile(r"(?<!\.)[.;,][”\"’')\]]*$")
_RUN_IN_END = re.compile(r"[:.]$")
_NOTE = re.compile(r"\[?(\d{1,3})\]?[.)]?\s*(?=[^\s\d.,)%])")
_NOTE_SIZE = 0.92  # times the size of the text; notes are set at least a tenth smaller
_NOTE_PLACE = 0.5  # of the page from below


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph and what it is: a hint's kind and value, and the length of a run-in head."""

    paragraph: Paragraph
    kind: HintKind | None = None
    value: str = ""
    run_in: int = 0


def mark_paragraphs(
    paragraphs: Sequence[Paragraph],
    profile: Profile,
    heights: Sequence[float],
    bookmarks: Sequence[Bookmark] = (),
) -> list[Marked]:
    """Each paragraph with its kind; text has none.

    Args:
        heights: of the pages, in points.
        bookmarks: of the file; a paragraph that one names is a heading.
    """
    named = _named(paragraphs, bookmarks)
    heads = [i in named or _looks_like_heading(p, profile) for i, p in enumerate(paragraphs)]
    _drop_lonely(paragraphs, heads)
    ranks = _ranks([p for p, head in zip(paragraphs, heads, strict=True) if head])
    # what the outline does not name stands below what it names
    named_levels = max(named.values(), default=0)
    marked = []
    for i, p in enumerate(paragraphs):
        if p.fact and _in_box(paragraphs, i, profile):
            marked.append(Marked(p, HintKind.FACT))
        elif _is_long_name(paragraphs, i, profile):
            marked.append(Marked(p, HintKind.FURNITURE, "title"))
        elif heads[i]:
            level = named.get(i) or named_levels + ranks[_rank(p.style, p.text)]
            marked.append(Marked(p, HintKind.HEADING, str(level)))
        else:
            marked.append(_text(p, profile, heights[p.starts[0][1]]))
    return _with_title(marked, profile)


def _with_title(marked: list[Marked], profile: Profile) -> list[Marked]:
    """The one heading that is as large as a title and above all others is the title."""
    heads = [i for i, m in enumerate(marked) if m.kind == HintKind.HEADING]
    top = min((int(marked[i].value) for i in heads), default=0)
    tops = [i for i in heads if int(marked[i].value) == top]
    if len(tops) == 1 and is_title_size(marked[tops[0]].paragraph.style, profile):
        marked[tops[0]] = Marked(marked[tops[0]].paragraph, HintKind.TITLE)
    return marked


def _text(p: Paragraph, profile: Profile, height: float) -> Marked:
    note = _NOTE.match(p.text)
    small = p.style.size <= _NOTE_SIZE * profile.body.size
    if note and small and p.lines[0].base < _NOTE_PLACE * height:
        return Marked(p, HintKind.FOOTNOTE, note[1])
    if p.bulleted:
        return Marked(p, HintKind.LIST_ITEM)
    return Marked(p, run_in=_run_in(p))


def _run_in(p: Paragraph) -> int:
    head = p.text[: p.bold_start].rstrip()
    fits = 0 < len(head.split()) <= _RUN_IN_WORDS and _RUN_IN_END.search(head)
    return len(head) if fits and head[0].isupper() else 0


# ---------------------------------------------------------------- headings


def _looks_like_heading(p: Paragraph, profile: Profile) -> bool:
    words = p.text.split()
    if p.bulleted or p.fact or len(words) > _HEADING_WORDS or _SENTENCE.search(p.text):
        return False
    if " | " in p.text or not re.search(r"[^\W\d_]{2}", p.text):
        return False
    body, style = profile.body, p.style
    if style.size < body.size * (2 - _LARGER) or p.text[0].islower():
        return False
    other_font = style.font != body.font
    if style.size >= (_LARGER if other_font else _CLEARLY_LARGER) * body.size:
        return True
    if style.bold and not body.bold:
        return True
    short = len(words) <= _ITALIC_WORDS and len(p.lines) == 1
    return short and ((style.italic and not body.italic) or _is_capitals(p.text))


def _is_capitals(text: str) -> bool:
    return text.isupper() and len(text.split()) > 1


def _drop_lonely(paragraphs: Sequence[Paragraph], heads: list[bool]) -> None:
    """A run of more than four headings in a row heads nothing: it is a list or a cover."""
    start = 0
    for i in range(len(heads) + 1):
        if i < len(heads) and heads[i]:
            continue
        run = range(start, i)
        if len(run) > 4 and len({p.style for p in paragraphs[start:i]}) == 1:
            for j in run[:-1]:
                heads[j] = False
        start = i + 1


def _rank(style: Style, text: str) -> tuple[float, bool, bool, bool]:
    """Larger first, then bold, then upright; capitals above small letters."""
    return (-round(style.size), not style.bold, style.italic, not text.isupper())


def _ranks(heads: Sequence[Paragraph]) -> dict[tuple[float, bool, bool, bool], int]:
    return {rank: n for n, rank in enumerate(sorted({_rank(p.style, p.text) for p in heads}), 1)}


def _named(paragraphs: Sequence[Paragraph], bookmarks: Sequence[Bookmark]) -> dict[int, int]:
    """The paragraphs that bookmarks name, on the page that they lead to, with their levels."""
    wanted = {(mark.page, _key(mark.title)): mark.level for mark in bookmarks if _key(mark.title)}
    named: dict[int, int] = {}
    for i, p in enumerate(paragraphs):
        if wanted and len(p.text) < _LONGEST_NAMED:
            level = wanted.pop((p.starts[0][1], _key(p.text)), None)
            if level:
                named[i] = level
    return named


def _key(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


# ---------------------------------------------------------------- the box below a title


def _in_box(paragraphs: Sequence[Paragraph], i: int, profile: Profile) -> bool:
    """Whether a label and value stand below a title with nothing but their like between."""
    for above in reversed(paragraphs[max(0, i - 8) : i]):
        if is_title_size(above.style, profile):
            return True
        if not above.fact and len(above.text.split()) > 12:
            return False
    return False


def _is_long_name(paragraphs: Sequence[Paragraph], i: int, profile: Profile) -> bool:
    """Whether the line repeats or completes the title above it, with the text or box below."""
    here = paragraphs[i]
    if i == 0 or is_title_size(here.style, profile) or here.bulleted:
        return False
    if _SENTENCE.search(here.text) or len(here.text.split()) > _RUN_IN_WORDS:
        return False
    above = paragraphs[i - 1]
    if not is_title_size(above.style, profile) or same_type(above.style, here.style):
        return False
    below = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
    return (
        _key(above.text) == _key(here.text)
        or bool(below and below.fact)
        or (here.text.isupper() and above.text.isupper())
    )
