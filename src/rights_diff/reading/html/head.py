"""What a page says of itself: title, address, language, `og:` and schema.org metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rights_diff.reading.html.tree import Element, Tree, descendants, words_of

# Names of `meta` elements, and what they are called in `told`; earlier ones win.
_META = {
    "og:title": "title",
    "twitter:title": "title",
    "dcterms.title": "title",
    "og:site_name": "site_name",
    "citation_publisher": "site_name",
    "dcterms.publisher": "site_name",
    "og:url": "url",
    "article:published_time": "published",
    "citation_publication_date": "published",
    "dcterms.issued": "published",
    "dc.date.issued": "published",
    "og:locale": "language",
}
# Types of schema.org that describe the page or the report on it, not the site or its pictures.
_PAGE_TYPES = frozenset(
    {"Article", "BlogPosting", "NewsArticle", "Report", "ScholarlyArticle", "WebPage"}
)
_LONGEST_VALUE = 1_000  # characters; a title or address is shorter
_LONGEST_SCRIPT = 1_000_000
_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(https?://\S{1,1000})")
_SAVED_WITHIN = 4_096  # characters: it stands behind the document type
_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")


def told_by(tree: Tree) -> dict[str, str]:
    """Title, address, language, site and date of publication, where the page names them."""
    told: dict[str, str] = {}
    elements = list(descendants(tree.root))
    for key, value in [
        *_links(elements),
        *_json_ld(elements),
        *_metas(elements),
        *_elements(elements),
    ]:
        words = " ".join(value.split())
        if words and len(words) <= _LONGEST_VALUE:
            told.setdefault(key, words)
    address = told.pop("url", "")
    if address.startswith("http"):
        told.setdefault("canonical", address)
    if "language" in told:
        told["language"] = told["language"].replace("_", "-")  # "en_US" in og:, "en-US" elsewhere
    if "published" in told:
        date = _DATE.match(told.pop("published"))
        told.update({"published": date[0]} if date else {})
    return told


def saved_from(markup: str) -> dict[str, str]:
    """The address that browsers note in a comment on top of a saved page.

    >>> saved_from("<!-- saved from url=(0029)https://site.example/tuvalu/1 -->")
    {'canonical': 'https://site.example/tuvalu/1'}
    """
    match = _SAVED.search(markup[:_SAVED_WITHIN])
    return {"canonical": match[1]} if match else {}


def _links(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for e in elements:
        is_address = e.tag == "link" and "canonical" in e.get("rel").lower().split()
        if is_address and e.get("href").startswith("http"):
            yield "canonical", e.get("href")


def _metas(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    found: dict[str, str] = {}
    for e in elements:
        if e.tag == "meta":
            found.setdefault((e.get("property") or e.get("name")).lower(), e.get("content"))
    return ((key, found[name]) for name, key in _META.items() if name in found)


def _elements(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for e in elements:
        if e.tag == "html":
            yield "language", e.get("lang")
        if e.tag == "title":
            yield "title", words_of(e)


def _json_ld(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for e in elements:
        if e.tag == "script":
            text = "".join(c for c in e.children if isinstance(c, str))
            for thing in _things(text):
                yield from _from_thing(thing)


def _things(text: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD script that describe the page; broken ones tell nothing."""
    if len(text) > _LONGEST_SCRIPT:
        return
    try:
        waiting = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            types = value.get("@type")
            if any(str(t) in _PAGE_TYPES for t in (types if isinstance(types, list) else [types])):
                yield value
            graph = value.get("@graph")
            waiting += reversed(graph) if isinstance(graph, list) else []


def _from_thing(thing: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    names = {"headline": "title", "url": "url", "inLanguage": "language"}
    for key, called in {**names, "datePublished": "published"}.items():
        if isinstance(thing.get(key), str):
            yield called, thing[key]
    publisher = thing.get("publisher")
    if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
        yield "site_name", publisher["name"]
