"""The page as a tree of plain elements, each with how much of its text is links or prose.

The parser is selectolax (lexbor): it builds the tree as browsers do, MIT, typed, with wheels. Only
this module knows it. Everything here goes by loops, not by recursion: depth is the page's choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntFlag
from typing import TypeAlias

Node: TypeAlias = "Element | str"


def tags(names: str) -> frozenset[str]:
    """The tag names in a string, as a set."""
    return frozenset(names.split())


INLINE = tags(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr q s samp"
    " small span strike strong sub sup time tt u var wbr"
)
HEADINGS = tags("h1 h2 h3 h4 h5 h6")
_SECTIONING = tags("section article")
_FACTS = tags("dl th")
_FACT = re.compile(r"[A-Z][^:.]{2,40}: ?\S")
_FACT_LETTERS = 120
# Never text of the page; scripts that hold metadata are kept, with their text.
_SKIPPED = tags(
    "audio canvas datalist del embed iframe input math meter noframes noscript object optgroup"
    " option picture progress select style svg template textarea video"
)
_METADATA_SCRIPT = "application/ld+json"
# A paragraph of this many characters that are no links is prose: about two lines.
PROSE_LETTERS = 120
# A sentence: some words, and a full stop behind a word of two letters or more.
_LAST_WORD = re.compile(r"\S{0,40}\w\w[.!?][\"”’)]*")
_WORDS_BEFORE = 5
_LONGEST_WORD = 40
_SENTENCE_LETTERS = 25  # the shortest text that may hold one
_LONGEST_SEARCHED = 600  # characters in which a sentence is looked for


class Holds(IntFlag):
    """What stands inside an element."""

    NOTHING = 0
    TITLE = 1  # an `h1`
    FACTS = 2  # a definition list, row headings, or list items with labels
    SENTENCE = 4  # outside of links
    HEADING = 8  # of the levels below the title


@dataclass(slots=True, eq=False)
class Element:
    """One element; built once, then only read.

    Attributes:
        letters: characters of text inside; `linked` of them in links, `headed` in headings.
        prose: characters inside that stand in running text.
        links: links inside; `page_links` of them stay on the page.
        holds: what else stands inside.
        sections: how many `section` and `article` elements stand around it.
    """

    tag: str
    attrs: dict[str, str]
    parent: Element | None = None
    children: list[Node] = field(default_factory=list)
    letters: int = 0
    linked: int = 0
    headed: int = 0
    prose: int = 0
    links: int = 0
    page_links: int = 0
    holds: Holds = Holds.NOTHING
    sections: int = 0

    def get(self, name: str) -> str:
        """An attribute's value, empty where there is none."""
        return self.attrs.get(name, "")

    @property
    def is_links(self) -> bool:
        """Whether most of its text, headings aside, is links."""
        return self.linked > 0 and self.linked * 2 >= self.letters - self.headed

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed page."""

    root: Element
    body: Element


def parse(markup: str) -> Tree:
    """The tree of a page; `limits.lightened` has seen the markup before."""
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    root = Element("#document", {})
    elements = [root]
    waiting: list[tuple[Element, LexborNode | None]] = [(root, LexborHTMLParser(markup).root)]
    while waiting:
        above, node = waiting.pop()
        while node is not None:
            if node.is_text_node:
                above.children.append(node.text_content or "")
            elif node.is_element_node:
                element = _element(node.tag or "", node.attributes, above)
                if element:
                    elements.append(element)
                    waiting.append((element, node.child))
            node = node.next
            if above is root:
                break
    _weigh(elements)
    body = next((e for e in elements if e.tag == "body"), root)
    return Tree(root, body)


def _element(tag: str, attrs: dict[str, str | None], above: Element) -> Element | None:
    """The element, put below its parent; None for what is no text of the page."""
    if tag in _SKIPPED or (tag == "script" and attrs.get("type") != _METADATA_SCRIPT):
        return None
    element = Element(tag, {k: v or "" for k, v in attrs.items()}, above)
    element.sections = above.sections + (above.tag in _SECTIONING)
    above.children.append(element)
    return element


def _weigh(elements: list[Element]) -> None:
    """Sum up what stands inside, children first: parents come before them in the list."""
    for element in reversed(elements):
        if element.tag == "script":
            continue
        for child in element.children:
            if isinstance(child, str):
                element.letters += len(child.strip())
            else:
                _add(element, child)
        if element.tag == "a" and element.get("href"):
            element.linked = element.letters
            element.links += 1
            element.page_links += element.get("href")[0] == "#"
        if element.tag == "h1":
            element.holds |= Holds.TITLE
        elif element.tag in HEADINGS:
            element.holds |= Holds.HEADING
            element.headed = element.letters
        elif element.tag in _FACTS or (element.tag == "li" and _is_fact(element)):
            element.holds |= Holds.FACTS
        if element.tag not in INLINE:
            _weigh_own(element)


def _is_fact(item: Element) -> bool:
    """A list item with a label and a value ("Capital: Funafuti")."""
    short = 0 < item.letters <= _FACT_LETTERS and not item.linked
    return short and bool(_FACT.match(words_of(item)))


def _add(element: Element, child: Element) -> None:
    element.letters += child.letters
    element.linked += child.linked
    element.headed += child.headed
    element.prose += child.prose
    element.links += child.links
    element.page_links += child.page_links
    if child.holds is not Holds.NOTHING and child.holds is not element.holds:
        element.holds |= child.holds  # flags are slow to join, and most hold nothing


def _weigh_own(element: Element) -> None:
    """Whether the text that stands in the element itself is prose, or holds a sentence."""
    own, linked = 0, 0
    inline: list[Node] = []
    for child in element.children:
        if isinstance(child, str):
            own += len(child.strip())
            inline.append(child)
        elif child.tag in INLINE and not child.prose:
            own += child.letters
            linked += child.linked
            inline.append(child)
    if own < _SENTENCE_LETTERS or linked * 2 >= own:
        return
    if own >= PROSE_LETTERS:
        element.prose += own
    if element.tag not in HEADINGS and not element.holds & Holds.SENTENCE:
        words = " ".join(n if isinstance(n, str) else words_of(n) for n in inline)
        if _has_sentence(words[:_LONGEST_SEARCHED]):
            element.holds |= Holds.SENTENCE


def _has_sentence(text: str) -> bool:
    """Whether a word that ends a sentence stands behind words enough, none of them endless.

    Word by word: one pattern for all of it takes ten times as long.

    >>> _has_sentence("Two men were held in May, he said."), _has_sentence("Read more about Cuba.")
    (True, False)
    """
    words = text.split()
    return any(
        _LAST_WORD.fullmatch(words[n])
        and all(len(w) <= _LONGEST_WORD for w in words[n - _WORDS_BEFORE + 1 : n])
        for n in range(_WORDS_BEFORE, len(words))
    )


def descendants(top: Element) -> Iterator[Element]:
    """The elements inside, in document order."""
    waiting = [child for child in reversed(top.children) if not isinstance(child, str)]
    while waiting:
        element = waiting.pop()
        yield element
        waiting += [child for child in reversed(element.children) if not isinstance(child, str)]


def words_of(top: Element) -> str:
    """All text inside, white space collapsed."""
    parts: list[str] = []
    waiting: list[Node] = [top]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            parts.append(node)
        elif node.tag != "script":
            parts.append("" if node.tag in INLINE else " ")
            waiting += reversed(node.children)
    return " ".join("".join(parts).split())
