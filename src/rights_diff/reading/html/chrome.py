"""What on a page belongs to the site and not to the report, by element, role and class name.

Names are only evidence: an element that holds much of the page's running text is never left out,
whatever it is called, and weak words count only where no sentence stands inside.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from rights_diff.reading.html.tree import HEADINGS, Element, Holds

_TAGS = {
    "nav": "navigation",
    "footer": "footer",
    "form": "form",
    "dialog": "hidden",
    "menu": "navigation",
    "button": "navigation",
    "label": "form",
    "fieldset": "form",
    "aside": "sidebar",
    "header": "navigation",
}
_ROLES = {
    "alert": "banner",
    "alertdialog": "cookie_notice",
    "banner": "banner",
    "complementary": "sidebar",
    "contentinfo": "footer",
    "dialog": "hidden",
    "doc-toc": "contents",
    "form": "form",
    "menu": "navigation",
    "menubar": "navigation",
    "navigation": "navigation",
    "search": "navigation",
    "toolbar": "navigation",
}
_NEVER = frozenset({"html", "body", "main", "#document", "table", "tr", "tbody", "td"})
# Of the page's running text, an element with more than this share is the report itself.
_MOST_PROSE = 0.3
_ID_WORDS = 3  # longer ids are made from headings ("economic-social-and-cultural-rights")
_LONGEST_NAME = 80
_LONGEST_STYLE = 1_000
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_NAME_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_FEWEST_LINKS = {"ul": 2, "ol": 2, "p": 2, "center": 2}
_LINKED = 0.8  # of a list's text: with more in links it is a list of links


@cache
def _names() -> dict[str, tuple[str, bool]]:
    """By words of a name: the reason, and whether it holds for running text, too."""
    text = (files("rights_diff.reading.html") / "data" / "chrome.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {words: (reason, when == "always") for words, reason, when in rows}


def chrome_reason(element: Element, page_prose: int) -> str | None:
    """Why the element is left out, or None where it is text of the page.

    Args:
        page_prose: characters of running text on the whole page.
    """
    if element.tag in HEADINGS:  # some are for screen readers alone
        return "hidden" if _named(element)[0] == "hidden" else None
    if element.tag in _NEVER or element.prose > _MOST_PROSE * page_prose:
        return None
    told = _told(element)
    if told and not _holds_report(element, told):
        return told
    if not (element.prose or _holds_more_than_links(element)) and _is_hidden(element):
        return "hidden"
    reason, always = _named(element)
    if reason == "contents" and not element.links:
        return None  # a number before a heading, named after the list of contents
    if reason and (always or not (element.prose or _holds_more_than_links(element))):
        return None if always and _holds_report(element, reason) else reason
    return None


def _told(element: Element) -> str | None:
    """What the tag or the ARIA role tells."""
    return _ROLES.get(element.get("role").lower()) or _TAGS.get(element.tag)


def _holds_report(element: Element, reason: str) -> bool:
    """Headers with the title or a heading, boxes of facts beside the text."""
    if element.tag in ("header", "button", "label") and element.get("role") != "banner":
        heads = bool(element.holds & Holds.HEADING) and not element.is_links
        if heads or element.holds & Holds.TITLE:
            return True
    if reason == "sidebar" and not element.is_links:
        return bool(element.holds & Holds.FACTS)
    if element.tag == "button":
        return any(e.tag in HEADINGS for e in element.ancestors())
    return False


def _holds_more_than_links(element: Element) -> bool:
    """A sentence, or a heading that does not stand over links: collapsed parts have them, too."""
    return not element.is_links and bool(element.holds & (Holds.SENTENCE | Holds.HEADING))


def _is_hidden(element: Element) -> bool:
    if "hidden" in element.attrs or element.get("aria-hidden").lower() == "true":
        return True
    return bool(_HIDDEN_STYLE.search(element.get("style")[:_LONGEST_STYLE]))


def _named(element: Element) -> tuple[str, bool]:
    """The reason that a class name or the id gives; empty where none does."""
    best = ("", False)
    names = [n for n in element.get("class").split() if len(n) <= _LONGEST_NAME]
    own_id = element.get("id")
    if len(own_id) <= _LONGEST_NAME and len(parts_of(own_id)) <= _ID_WORDS:
        names.append(own_id)
    for name in names:
        parts = parts_of(name)
        for size in (3, 2, 1):
            for i in range(len(parts) - size + 1):
                found = _names().get(" ".join(parts[i : i + size]), ("", False))
                if found[1]:
                    return found
                best = best if best[0] else found
    return best


@cache
def parts_of(name: str) -> tuple[str, ...]:
    """The words of a class name or id.

    >>> parts_of("report-toc__subSection")
    ('report', 'toc', 'sub', 'section')
    """
    return tuple(part.lower() for part in _NAME_PART.findall(name))


def link_list_reason(element: Element) -> str | None:
    """Why a list or line of mere links is left out: `contents` where they stay on the page."""
    fewest = _FEWEST_LINKS.get(element.tag)
    if fewest is None or element.links < fewest or element.prose:
        return None
    if element.linked < _LINKED * element.letters or element.holds & Holds.HEADING:
        return None
    return "contents" if element.page_links == element.links else "navigation"
