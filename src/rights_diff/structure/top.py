"""The top of a page: title, fact lines, and everything above the first running text."""

from __future__ import annotations

import re
from itertools import pairwise

from rights_diff.structure.countries import countries_in
from rights_diff.structure.facts import TITLE_WORDS, is_fact_line, mark_facts
from rights_diff.structure.furniture import scrap_reason
from rights_diff.structure.headings import is_known_heading
from rights_diff.structure.organizations import organization_of_series, organizations_in
from rights_diff.structure.page import Mark, Page, Role
from rights_diff.structure.shapes import (
    ends_sentence,
    is_bulleted,
    is_heading_like,
    is_prose,
    is_sentence,
    word_count,
)

_SUBTITLE = re.compile(r"events\s+of\s+(?:19|20)\d\d", re.I)
_DATE_LINE = re.compile(
    r"(?:\d{1,2}\s+)?(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\s+(?:\d{1,2},?\s+)?(?:19|20)\d\d"
)

_TITLE_LONGEST = 20  # words; report titles with the yearbook's name have up to sixteen
_FRONT_HEADINGS = 2  # a heading, or a container and its first heading
_FRONT_LINKS = 4  # more short lines than this above the text are a site's links


def text_start(page: Page) -> int:
    """The number of the first line of running text (or of the first list item above any)."""
    first_short: int | None = None
    for i in page.open_lines():
        text = page.lines[i].text
        if is_prose(text) and not is_fact_line(text):
            return i
        if (
            first_short is None
            and (is_bulleted(text) or is_sentence(text))
            and not is_fact_line(text)
        ):
            first_short = i
    return first_short if first_short is not None else len(page.lines)


def mark_told_top(page: Page) -> dict[int, Mark]:
    """The same where the format told the headings: what stands below the first is text.

    Where it told the title, no other line is one but "Events of 2014" below it.
    """
    heads = (i for i, mark in page.marks.items() if mark.role == Role.HEADING)
    marks = mark_top(page, min(heads, default=None))
    if any(mark.role == Role.TITLE for mark in page.marks.values()):
        for i, mark in marks.items():
            if mark.role == Role.TITLE and not _SUBTITLE.match(page.lines[i].text):
                marks[i] = Mark(Role.FURNITURE, "title")
    return marks


def mark_top(page: Page, first_heading: int | None = None) -> dict[int, Mark]:
    """Title, facts, and the furniture above the text; headings above the text stay open."""
    start = text_start(page)
    start = start if first_heading is None else min(start, first_heading)
    # a short sentence right above the first long paragraph is text already
    while start > 0 and (start - 1) not in page.marks and _is_text(page.lines[start - 1].text):
        start -= 1
    marks = mark_facts(page, start)
    marks.update(_title(page, start, marks))
    kept = _front_headings(page, start, marks)
    kept |= _short_parts(page, start, marks, kept)
    below = _lines_below(page, start)
    for i in page.open_lines(0, start):
        if i not in marks and i not in kept:
            marks[i] = Mark(Role.FURNITURE, _front_reason(page.lines[i].text, below))
    return marks


def _is_text(text: str) -> bool:
    return is_sentence(text) and not is_fact_line(text) and scrap_reason(text) is None


def _front_reason(text: str, below: set[str]) -> str:
    if _DATE_LINE.fullmatch(text):
        return "date_line"
    if is_prose(text):
        return "photo_caption"
    return "contents" if text in below else "navigation"


# ---------------------------------------------------------------- title


def _title(page: Page, start: int, taken: dict[int, Mark]) -> dict[int, Mark]:
    """The title line, the subtitle below it, and other lines that only name the country again."""
    lines = [i for i in page.open_lines(0, start) if i not in taken and _may_be_title(page, i)]
    naming = [i for i in lines if _names_country(page.lines[i].text)]
    best = _best_title(page, naming)
    if best is None:
        best = _first_line_title(page, start, lines)
        if best is None:
            return {}
    marks = {
        i: Mark(Role.FURNITURE, "page_title" if _is_page_title(page, i) else "title")
        for i in naming
        if _says(page.lines[i].text) != 1 or _is_page_title(page, i)
    }
    marks[best] = Mark(Role.TITLE)
    below = best + 1
    if below in lines and page.lines[best].text.isupper() and page.lines[below].text.isupper():
        marks.setdefault(below, Mark(Role.FURNITURE, "title"))  # the long name, whatever it is
    for i in lines:
        if organization_of_series(page.lines[i].text):
            marks.setdefault(i, Mark(Role.FURNITURE, "title"))
        if i != best and (_SUBTITLE.match(page.lines[i].text) or _is_site_name(page, i)):
            joined = i == best + 1 and not _says(page.lines[best].text)
            joined = joined and bool(_SUBTITLE.match(page.lines[i].text))
            marks[i] = Mark(Role.TITLE) if joined else Mark(Role.FURNITURE, "title")
    return marks


def _may_be_title(page: Page, i: int) -> bool:
    text = page.lines[i].text
    return word_count(text) <= _TITLE_LONGEST and not (ends_sentence(text) and word_count(text) > 8)


def _names_country(text: str) -> bool:
    return bool(countries_in(text))


def _is_site_name(page: Page, i: int) -> bool:
    found = organizations_in(page.lines[i].text)
    return bool(found) and found[0].end - found[0].start >= 0.6 * len(page.lines[i].text)


def _best_title(page: Page, naming: list[int]) -> int | None:
    """Of the lines that name a country: the one that says most, the first of equals.

    A navigation bar may name other countries; the country named first and most wins.
    """
    if not naming:
        return None
    names = [countries_in(page.lines[i].text)[0].country for i in naming]
    country = max(names, key=lambda c: (names.count(c), -names.index(c)))
    own = [i for i, name in zip(naming, names, strict=True) if name == country]
    return max(own, key=lambda i: (not _is_page_title(page, i), _says(page.lines[i].text), -i))


def _is_page_title(page: Page, i: int) -> bool:
    """A browser's title line names the site behind a bar."""
    return bool(re.search(r"\s[|]\s", page.lines[i].text))


def _says(text: str) -> int:
    """0 for a bare name, 1 with other words (as a heading has), more with a report title's."""
    named = sum(n.end - n.start for n in countries_in(text))
    if named >= 0.8 * len(text.strip(" .,:;()")):
        return 0
    return 1 + len({m.casefold() for m in TITLE_WORDS.findall(text)})


def _first_line_title(page: Page, start: int, lines: list[int]) -> int | None:
    """Where no line names a known country: the first line, unless it heads the text itself."""
    if not lines:
        return None
    first = lines[0]
    text = page.lines[first].text
    heads_text = first + 1 == start and not text.isupper()
    if is_known_heading(text) or (heads_text and not TITLE_WORDS.search(text)):
        return None
    return first if is_heading_like(text) else None


# ---------------------------------------------------------------- headings above the text


def _front_headings(page: Page, start: int, taken: dict[int, Mark]) -> set[int]:
    """The short lines right above the text that head it; of a list of links none does."""
    above: list[int] = []
    i = start - 1
    while i >= 0 and i not in taken and i not in page.marks and is_heading_like(page.lines[i].text):
        above.append(i)
        i -= 1
    if not above or page.lines[above[0]].text in _lines_below(page, start):
        return set()
    links = sum(j not in taken for j in range(start))
    if len(above) <= _FRONT_HEADINGS and links <= _FRONT_LINKS:
        return set(above)
    return {above[0]} if is_known_heading(page.lines[above[0]].text) else set()


def _short_parts(page: Page, start: int, taken: dict[int, Mark], heads: set[int]) -> set[int]:
    """Short sentences below the title, with their headings, where nothing else stands there.

    A site's links are no sentences, or stand in rows: no sentence follows each of them.
    """
    titles = (i for i, mark in taken.items() if mark.role == Role.TITLE)
    first = max(titles, default=-1) + 1
    between = [
        i
        for i in page.open_lines(first, start)
        if i not in taken and i not in heads and not _DATE_LINE.fullmatch(page.lines[i].text)
    ]
    said = {i for i in between if _is_short_text(page.lines[i].text)}
    headed = {i for i, below in pairwise([*between, start]) if below in said | {start}}
    others = (i for i in between if i not in said)
    fits = all(i in headed and is_heading_like(page.lines[i].text) for i in others)
    return set(between) if said and fits else set()


def _is_short_text(text: str) -> bool:
    two_words = word_count(text) > 1 and ends_sentence(text)
    return two_words and not is_fact_line(text) and scrap_reason(text) is None


def _lines_below(page: Page, start: int) -> set[str]:
    """Texts of the lines below: a list of contents repeats the headings."""
    return {line.text for line in page.lines[start:]}
