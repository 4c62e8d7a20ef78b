"""Which part of a page holds the report."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from rights_diff.reading.html.chrome import chrome_reason
from rights_diff.reading.html.tree import Element, Holds, descendants, words_of

# The part that pages name as theirs must hold this share of the running text to be believed.
_FEWEST_PROSE = 0.5
# Without such a name the part is the smallest with nearly all running text.
_NEARLY_ALL = 0.95
_MOST_TITLES = 20  # looked at; pages have one or two
_LIVELY = frozenset({"div", "section", "article", "center", "table", "tbody", "tr", "td", "span"})


@dataclass(frozen=True, slots=True)
class Content:
    """The part that holds the report, and what it needs from around it.

    Attributes:
        top: the element.
        prose: characters of running text on the whole page.
        title: the page's `h1` where it stands outside of `top`.
        named: whether the page itself said where the report stands.
    """

    top: Element
    prose: int
    title: Element | None
    named: bool


def content_of(body: Element, told_title: str | None) -> Content:
    """The part of the page that holds the report; the whole body where nothing tells."""
    named = _largest(_named(body), body) or None
    top = named or body
    if named:
        articles = [e for e in descendants(top) if e.tag == "article"]
        top = _largest(articles, top) or top
    else:
        top = _narrowed(body)
    return Content(top, body.prose, _title_outside(body, top, told_title), named is not None)


def _named(body: Element) -> list[Element]:
    elements = list(descendants(body))
    mains = [e for e in elements if e.tag == "main" or e.get("role").lower() == "main"]
    return mains or [e for e in elements if e.tag == "article"]


def _largest(found: list[Element], whole: Element) -> Element | None:
    """The element with most running text, where it has enough of it."""
    best = max(found, key=lambda e: (e.prose, e.letters), default=None)
    if best is None or best.prose < _FEWEST_PROSE * whole.prose:
        return None
    return best if best.letters else None


def _narrowed(body: Element) -> Element:
    """Go down while one child holds nearly all running text, and the others hold none."""
    top = body
    while top.prose:
        inside = [c for c in top.children if not isinstance(c, str)]
        best = max((c for c in inside if c.tag in _LIVELY), key=lambda e: e.prose, default=None)
        if best is None or best.prose < _NEARLY_ALL * top.prose:
            break
        loose = any(isinstance(c, str) and c.strip() for c in top.children)
        if loose or not all(_is_beside(c, body.prose) for c in inside if c is not best):
            break
        top = best
    return top


def _is_beside(element: Element, prose: int) -> bool:
    """Whether the element belongs to the site: by name, or as it holds links or scraps alone."""
    if not element.letters or element.is_links or chrome_reason(element, prose):
        return True
    return not element.prose and not element.holds & (Holds.HEADING | Holds.SENTENCE)


def _title_outside(body: Element, top: Element, told: str | None) -> Element | None:
    """The first `h1` outside, if there is none inside and it is not the name of the site.

    One that was never closed may hold the whole report.
    """
    if top.holds & Holds.TITLE:
        return None
    around = {id(element) for element in top.ancestors()}
    titles = (e for e in descendants(body) if e.tag == "h1" and id(e) not in around)
    for element in islice(titles, _MOST_TITLES):
        if not _is_in_chrome(element, body.prose):
            words = words_of(element).casefold()
            told_words = (told or "").casefold()
            if words and (not told_words or told_words.startswith(words) or words in told_words):
                return element
    return None


def _is_in_chrome(element: Element, prose: int) -> bool:
    return any(
        chrome_reason(e, prose) and e.tag != "header" and e.get("role") != "banner"
        for e in element.ancestors()
    )
