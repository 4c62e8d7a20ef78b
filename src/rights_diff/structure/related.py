"""Lists of other documents below or inside a report: a newsroom, visits and publications."""

from __future__ import annotations

import re
from functools import cache

from rights_diff.structure.headings import heading_words, is_known_heading
from rights_diff.structure.lexicons import key, lines_of
from rights_diff.structure.organizations import organizations_in
from rights_diff.structure.page import RESUMED, Mark, Page, Role
from rights_diff.structure.shapes import is_bulleted, is_heading_like, is_prose, word_count

_DATED = re.compile(
    r"(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\s+(?:\d{1,2},?\s+)?(?:19|20)\d\d(?:\s*[•|·–—-]\s*[^.]{1,40})?"
)
# Index numbers of published documents: "(ABC 12/034/2010)", "(ABC 12/3456/2017)".
_INDEX = re.compile(r"\([A-Z]{3}\s?\d{1,3}/\d{1,5}/\d{2,4}\)\W*$")

_FEWEST_DATED = 2  # one date may be the date of the page
_TEXT_WORDS = 8  # shorter lines inside a list may be parts of titles
_ITEM_LINES = 2  # an item's date is followed by its headline and a teaser


def mark_related(page: Page) -> dict[int, Mark]:
    """Headings of related lists; the lines of dated lists are marked as their text."""
    marks = _dated_list(page)
    inside = False
    for i in page.open_lines():
        text = page.lines[i].text
        if i in marks or not is_heading_like(text):
            continue
        kind = _kind(text)
        if kind == "list" or (kind == "under" and inside) or _heads_index(page, i):
            marks[i] = Mark(Role.RELATED_HEADING)
            inside = True
        elif not is_bulleted(text) and page.lines[i].gap:
            inside = False
    return {**marks, **_resumed(page, marks)}


def _resumed(page: Page, marks: dict[int, Mark]) -> dict[int, Mark]:
    """Running text right below the bulleted items of a list: columns that extraction mixed."""
    resumed: dict[int, Mark] = {}
    mixed = "\ufffc" in page.text  # the traces of drawings in a printed page
    listing, broken, item = False, False, False  # in a list; page ended; the last line was an item
    for i, line in enumerate(page.lines):
        mark = marks.get(i) or page.marks.get(i)
        if mark:
            broken = mark.role == Role.FURNITURE
            listing = listing if broken else mark.role == Role.RELATED_HEADING
            item = item and broken
            continue
        if listing and (item or mixed) and (broken or not line.gap) and _is_running_text(line.text):
            resumed[i] = Mark(Role.BODY, RESUMED)
            listing = False
        item, broken = is_bulleted(line.text), False
    return resumed


def _is_running_text(text: str) -> bool:
    if is_bulleted(text) or word_count(text) < _TEXT_WORDS:
        return False
    return not _INDEX.search(text) and not organizations_in(text)


def is_related_heading(text: str) -> bool:
    """Whether the heading always heads a list of other documents."""
    return _kind(text) == "list"


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (line.split("\t") for line in lines_of("related_headings.tsv"))
    return tuple((kind, re.compile(re.escape(p).replace(r"\*", ".*"), re.S)) for kind, p in rows)


def _kind(text: str) -> str | None:
    words = key(heading_words(text))
    return next((kind for kind, pattern in _patterns() if pattern.fullmatch(words)), None)


def _heads_index(page: Page, i: int) -> bool:
    """Whether all lines up to the next gap are items with index numbers."""
    items: list[str] = []
    for line in page.lines[i + 1 :]:
        if line.gap and items:
            break
        items.append(line.text)
        if not is_bulleted(line.text) or not _INDEX.search(line.text):
            return False
    return bool(items)


def _dated_list(page: Page) -> dict[int, Mark]:
    """Two or more date lines with headlines: the heading above, and all up to the last item."""
    dated = [i for i in page.open_lines() if _DATED.fullmatch(page.lines[i].text)]
    dated = [i for i in dated if i + 1 < len(page.lines)]
    if len(dated) < _FEWEST_DATED:
        return {}
    last = _end_of_item(page, dated[-1])
    marks = {i: Mark(Role.BODY, "item") for i in page.open_lines(dated[0], last)}
    head = dated[0] - 1
    if head >= 0 and head not in page.marks and is_heading_like(page.lines[head].text):
        marks[head] = Mark(Role.RELATED_HEADING)
    return marks


def _end_of_item(page: Page, date: int) -> int:
    for i in range(date + 1, min(date + 1 + _ITEM_LINES, len(page.lines))):
        text = page.lines[i].text
        if i > date + 1 and (is_known_heading(text) or not is_prose(text)):
            return i
    return min(date + 1 + _ITEM_LINES, len(page.lines))
