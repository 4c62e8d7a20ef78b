"""Lines that belong to the page and not to the report, told by themselves or their neighbours."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from rights_diff.structure.lexicons import key, lines_of
from rights_diff.structure.organizations import organizations_in
from rights_diff.structure.page import Mark, Page, Role
from rights_diff.structure.shapes import is_private, is_prose, word_count

_CREDIT = re.compile(
    r"(?:©|\([cC]\)\s*\d{4}|(?:photo(?:graph)?(?: credit)?|image)\s*(?:by|:|©))", re.I
)
_SOURCE = re.compile(r"source:\s", re.I)
_POINTER = re.compile(r"(?:>>|»|→)\s*$")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?", re.I)
_RUNNING_HEAD = re.compile(r"\breports?\b.{0,60}\b(?:19|20)\d\d", re.I)
_RULE = re.compile(r"[\W_]+")

_CREDIT_WORDS = 14
_CAPTION_WORDS = 70
_SHORT_WORDS = 12
_SOURCE_WORDS = 60


def mark_scraps(page: Page) -> dict[int, Mark]:
    """Page numbers, running heads, thumb letters, rules, site phrases, credits, captions."""
    marks: dict[int, Mark] = {}
    repeated = _repeated_lines(page)
    for i in page.open_lines():
        reason = scrap_reason(page.lines[i].text) or _running_head(page, i, repeated)
        if reason:
            marks[i] = Mark(Role.FURNITURE, reason)
    return {**marks, **_captions(page, marks)}


def scrap_reason(text: str) -> str | None:
    """Why a line is furniture whatever stands around it, or None.

    >>> scrap_reason("Share this via Telegram"), scrap_reason("Freedom of assembly")
    ('share_links', None)
    """
    if _PAGE_NUMBER.fullmatch(text):
        return "page_number"
    if len(text) == 1 and text.isalpha():
        return "page_header"  # the thumb index of a printed yearbook
    if _RULE.fullmatch(text) or all(is_private(c) or c.isspace() for c in text):
        return "ornament"
    if word_count(text) <= _SHORT_WORDS:
        return _site_phrase(text) or _credit_reason(text)
    return "source_line" if _is_source(text) else None


def _is_source(text: str) -> bool:
    return bool(_SOURCE.match(text)) and word_count(text) <= _SOURCE_WORDS


def _credit_reason(text: str) -> str | None:
    if _is_source(text):
        return "source_line"
    if _POINTER.search(text):
        return "pointer"
    if not _CREDIT.match(text) or word_count(text) > _CREDIT_WORDS:
        return None
    return "footer" if organizations_in(text) or "rights reserved" in text else "photo_credit"


@cache
def _phrases() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Whole lines, and openings, with their reasons."""
    whole: dict[str, str] = {}
    openings: list[tuple[str, str]] = []
    for line in lines_of("chrome.tsv"):
        reason, phrase = line.split("\t")
        if phrase.endswith("*"):
            openings.append((phrase[:-1], reason))
        else:
            whole[phrase] = reason
    return whole, tuple(openings)


def _site_phrase(text: str) -> str | None:
    words = key(text).rstrip(" :>»")
    whole, openings = _phrases()
    found = whole.get(words)
    return found or next((reason for phrase, reason in openings if words.startswith(phrase)), None)


def _repeated_lines(page: Page) -> frozenset[str]:
    counts = Counter(line.text for line in page.lines if word_count(line.text) <= _SHORT_WORDS)
    return frozenset(text for text, n in counts.items() if n > 1)


def _running_head(page: Page, i: int, repeated: frozenset[str]) -> str | None:
    """The yearbook's name beside a page number, or again and again."""
    text = page.lines[i].text
    if word_count(text) > _SHORT_WORDS or not _RUNNING_HEAD.search(text):
        return None
    beside = [page.lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(page.lines)]
    numbered = any(_PAGE_NUMBER.fullmatch(t) for t in beside)
    return "page_header" if numbered or text in repeated else None


def _captions(page: Page, marks: dict[int, Mark]) -> dict[int, Mark]:
    """The sentence above a photo credit is the photo's caption, if it stands alone."""
    captions = {}
    for i, mark in marks.items():
        above = i - 1
        if mark.value != "photo_credit" or above < 0 or above in marks or above in page.marks:
            continue
        text = page.lines[above].text
        if is_prose(text) and word_count(text) <= _CAPTION_WORDS:
            captions[above] = Mark(Role.FURNITURE, "photo_caption")
    return captions
