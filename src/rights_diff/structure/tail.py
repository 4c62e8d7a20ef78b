"""The foot of a page: what stands below the last running text."""

from __future__ import annotations

from rights_diff.structure.page import Mark, Page, Role
from rights_diff.structure.shapes import is_bulleted, is_prose, is_sentence

_FOOT_SHARE = 0.6  # a site's footer stands in the last part of the lines
_FOOT_PROSE = 2  # a footer may praise its site in a paragraph or two
_BROKEN_WORDS = 12  # links are shorter


def mark_tail(page: Page) -> dict[int, Mark]:
    """Open lines below the last text, or below the line that opens the site's footer."""
    end = min(_last_text(page) + 1, _footer_start(page))
    if not any(i < end for i in page.open_lines()):
        return {}  # all is short lines: nothing tells foot from body
    return {i: Mark(Role.FURNITURE, "footer") for i in page.open_lines(end)}


def _last_text(page: Page) -> int:
    texts = [i for i in range(len(page.lines)) if _is_text(page, i)]
    return texts[-1] if texts else len(page.lines)


def _is_text(page: Page, i: int) -> bool:
    role = page.role(i)
    if role is not None:
        return role in (Role.BODY, Role.RELATED_HEADING)
    text = page.lines[i].text
    return is_prose(text) or is_sentence(text) or is_bulleted(text) or _is_broken_off(text)


def _is_broken_off(text: str) -> bool:
    """A line of small words without an end: text that extraction broke off."""
    words = [w for w in text.split() if w[0].isalpha()]
    return len(words) >= _BROKEN_WORDS and sum(w[0].islower() for w in words) > 0.6 * len(words)


def _footer_start(page: Page) -> int:
    n = len(page.lines)
    for i in range(int(n * _FOOT_SHARE), n):
        mark = page.marks.get(i)
        if mark and mark.role == Role.FURNITURE and mark.value == "footer":
            below = [j for j in page.open_lines(i) if is_prose(page.lines[j].text)]
            if len(below) <= _FOOT_PROSE:
                return i
    return n
