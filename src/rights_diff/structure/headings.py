"""Headings: short lines that are followed by running text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from rights_diff.structure.lexicons import key, lines_of
from rights_diff.structure.page import RUN_IN, Mark, Page, Role
from rights_diff.structure.shapes import (
    decoration_level,
    ends_sentence,
    is_bulleted,
    is_heading_like,
    is_prose,
    is_sentence,
    undecorated,
)

_NUMBERING = re.compile(
    r"(?:(?:section|part|chapter)\s+(?:\d{1,2}|[ivx]{1,5})|\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})[.)]\s+",
    re.I,
)
_MOST_IN_A_ROW = 3  # headings without text between them; more are a list of links


@cache
def _heading_counts() -> dict[str, int]:
    rows = (line.split("\t") for line in lines_of("headings.tsv"))
    return {key(heading): int(count) for heading, count in rows}


def heading_count(text: str) -> int:
    """In how many published country reports the heading was counted, 0 for a new one.

    >>> heading_count("Death penalty") > 100, heading_count("Harbour fees")
    (True, 0)
    """
    return _heading_counts().get(key(heading_words(text)), 0)


@cache
def _opening_counts() -> Counter[str]:
    counts: Counter[str] = Counter()
    for heading, count in _heading_counts().items():
        counts[heading.split()[0]] += count
    return counts


def opening_count(text: str) -> int:
    """In how many reports a heading with the same first word was counted."""
    words = key(heading_words(text)).split()
    return _opening_counts()[words[0]] if words else 0


@cache
def common_words() -> frozenset[str]:
    """The words that the counted headings are made of, lower-cased."""
    return frozenset(w for heading in _heading_counts() for w in re.findall(r"\w+", heading))


def is_known_heading(text: str) -> bool:
    """Whether country reports commonly use this heading."""
    return heading_count(text) > 0


def heading_words(text: str) -> str:
    """The heading without markup and numbering, white space collapsed."""
    bare = " ".join(undecorated(text).split())
    match = _NUMBERING.match(bare)
    return bare[match.end() :] if match else bare


def mark_headings(page: Page) -> dict[int, Mark]:
    """Headings among the open lines; short lines in a row without text are set aside."""
    spaced = _has_blank_lines_above_headings(page)
    may = [i for i in page.open_lines() if _may_head(page, i, spaced)]
    marks: dict[int, Mark] = {}
    for run in _runs(page, may):
        marks.update(_judge_run(page, run))
    return marks


def _has_blank_lines_above_headings(page: Page) -> bool:
    """Whether this text sets headings off by blank lines (else only their shape tells)."""
    short = [i for i in page.open_lines() if i and is_heading_like(page.lines[i].text)]
    return sum(page.lines[i].gap > 0 for i in short) * 2 > len(short)


def _may_head(page: Page, i: int, spaced: bool) -> bool:
    line = page.lines[i]
    if not is_heading_like(line.text):
        return False
    if ends_sentence(line.text) and not (line.text[-1] in "?!" and line.gap):
        return False
    if line.text.endswith(":") and not _closes_with_colon(page, i):
        return False
    if i == 0 or decoration_level(line.text):
        return True
    above = page.lines[i - 1]
    if page.role(i - 1) not in (None, Role.BODY) or is_heading_like(above.text):
        return True
    if spaced:
        return line.gap > 0
    return ends_sentence(above.text) or is_known_heading(line.text)


def _closes_with_colon(page: Page, i: int) -> bool:
    """Whether a line with a colon can be a heading: set off, and no list follows."""
    line = page.lines[i]
    below = page.lines[i + 1].text if i + 1 < len(page.lines) else ""
    return line.gap > 0 and (is_known_heading(line.text) or not is_bulleted(below))


def _runs(page: Page, may: list[int]) -> list[list[int]]:
    """Possible headings in runs without text between them."""
    runs: list[list[int]] = []
    for i in may:
        if runs and _only_furniture(page, runs[-1][-1] + 1, i):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _only_furniture(page: Page, start: int, end: int) -> bool:
    return all(page.role(j) == Role.FURNITURE for j in range(start, end))


def _judge_run(page: Page, run: list[int]) -> dict[int, Mark]:
    followed = _has_text_below(page, run[-1])
    if followed and len(run) <= _MOST_IN_A_ROW:
        return {i: _heading_mark(page, i) for i in run}
    marks = {i: Mark(Role.FURNITURE, "navigation") for i in run}
    if followed:
        marks[run[-1]] = _heading_mark(page, run[-1])
    elif len(run) == 1 and run[0] and page.lines[run[0]].gap == 0:
        return {}  # a short line that closes a paragraph is text
    return marks


def _heading_mark(page: Page, i: int) -> Mark:
    level = decoration_level(page.lines[i].text)
    return Mark(Role.HEADING, str(level) if level else "")


def _has_text_below(page: Page, i: int) -> bool:
    """Whether the next line that is no furniture is text, or a list of related items."""
    for j in range(i + 1, len(page.lines)):
        role = page.role(j)
        if role == Role.FURNITURE:
            continue
        if role is not None:
            return role in (Role.BODY, Role.RELATED_HEADING) or page.marks[j].value == RUN_IN
        text = page.lines[j].text
        return is_prose(text) or is_sentence(text) or is_bulleted(text) or not is_heading_like(text)
    return False
