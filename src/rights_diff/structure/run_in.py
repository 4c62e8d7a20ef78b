"""Run-in headings: labels that open paragraphs ("Administration: Visits were allowed …").

Plain text has lost their bold face. They are taken for headings only in reports with a numbered
outline, where they are customary, and only if several stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rights_diff.model import Span
from rights_diff.structure.levels import is_numbered
from rights_diff.structure.lexicons import words_of
from rights_diff.structure.lines import Line, trim
from rights_diff.structure.page import RUN_IN, Mark, Role
from rights_diff.structure.shapes import is_heading_like, word_count

_LABEL = re.compile(r"([A-Z][^.:!?“”\n]{3,150}):\s+(?=[A-Z“])")
_FEWEST = 3  # labels, and numbered headings, before labels count as headings
_TEXT_WORDS = 4  # a label is followed by a sentence


def split_run_ins(text: str, lines: Sequence[Line]) -> tuple[list[Line], dict[int, Mark]]:
    """The lines with run-in headings cut off as lines of their own, and marks for these."""
    labels = [_label(line.text) for line in lines]
    numbered = sum(is_numbered(line.text) and is_heading_like(line.text) for line in lines)
    if numbered < _FEWEST or sum(n > 0 for n in labels) < _FEWEST:
        return list(lines), {}
    return cut_labels(text, lines, labels)


def cut_labels(
    text: str, lines: Sequence[Line], labels: Sequence[int]
) -> tuple[list[Line], dict[int, Mark]]:
    """The lines with labels of the given lengths cut off their fronts (0: no label)."""
    cut: list[Line] = []
    marks: dict[int, Mark] = {}
    for line, length in zip(lines, labels, strict=True):
        if not length:
            cut.append(line)
            continue
        start = line.span.start
        marks[len(cut)] = Mark(Role.HEADING, RUN_IN)
        span = Span(start, start + length)
        cut.append(Line(span, span.of(text), line.gap))
        rest = trim(text, Span(start + length, line.span.end))
        if rest.length:
            cut.append(Line(rest, rest.of(text), 0))
    return cut, marks


def _label(text: str) -> int:
    """Length of the label that opens the line, its colon included; 0 without one."""
    match = _LABEL.match(text)
    if not match or word_count(text[match.end() :]) < _TEXT_WORDS or not is_heading_like(match[1]):
        return 0
    return match.end(1) + 1 if _is_title_case(match[1]) else 0


def _is_title_case(label: str) -> bool:
    """Whether all words but the small ones open with a capital or a digit."""
    small = words_of("small_words.txt")
    words = [w.lstrip("“‘(") for w in label.split() if w.casefold().strip("“”‘’,()") not in small]
    return bool(words) and not any(w[:1].islower() for w in words)
