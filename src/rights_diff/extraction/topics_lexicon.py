"""The rights taxonomy and its vocabulary, read once from the package's data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rights_diff.extraction.topics_words import stem, words

_NUMBERING = re.compile(
    r"\s*(?:section\s+\d+\s*[.:]|[a-z]\s*[.)]|\d+(?:\.\d+)*\s*[.)]|[ivx]+\s*[.)])\s*", re.I
)

_NO_TOPIC = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One entry of the rights taxonomy.

    Attributes:
        code: as it stands in `Section.topics`.
        label: for people.
        description: one line on what belongs here.
        udhr, iccpr, icescr: article numbers of the Universal Declaration and the two Covenants
            that protect it; empty where none fits.
        near: codes under which another report may tell the same matter.
    """

    code: str
    label: str
    description: str
    udhr: tuple[int, ...] = ()
    iccpr: tuple[int, ...] = ()
    icescr: tuple[int, ...] = ()
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity: counting stays cheap
class Term:
    """A word or phrase of the lexicon.

    Attributes:
        words: stems, or forms where only the very form counts.
        postings: (topic's place in the taxonomy, weight); none where it names no topic.
    """

    words: tuple[str, ...]
    postings: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class HeadingEntry:
    """What a whole heading says: topics by place, main one first; `vague` where it says little."""

    topics: tuple[int, ...]
    vague: bool = False


@cache
def taxonomy() -> tuple[Topic, ...]:
    """The topics, in the order in which ties are broken.

    >>> [t.label for t in taxonomy() if t.code == "freedom_of_movement"]
    ['Freedom of movement']
    """
    rows = [line.split("\t") for line in _lines("topics.tsv")]
    pairs = {(row[0], near) for row in rows for near in _items(row[6], ",")}
    codes = [row[0] for row in rows]
    return tuple(
        Topic(
            code=row[0],
            label=row[1],
            description=row[2],
            udhr=_articles(row[3]),
            iccpr=_articles(row[4]),
            icescr=_articles(row[5]),
            near=tuple(c for c in codes if (row[0], c) in pairs or (c, row[0]) in pairs),
        )
        for row in rows
    )


@cache
def places() -> dict[str, int]:
    """The place of each code in the taxonomy."""
    return {topic.code: place for place, topic in enumerate(taxonomy())}


@cache
def terms() -> dict[str, tuple[Term, ...]]:
    """The terms that match in any inflection, by the stem of their first word, longest first."""
    return _index(exact=False)


@cache
def exact_terms() -> dict[str, tuple[Term, ...]]:
    """The terms of which only the very form counts, by their first word, longest first."""
    return _index(exact=True)


@cache
def headings() -> dict[tuple[str, ...], HeadingEntry]:
    """Whole headings by their stems."""
    known: dict[tuple[str, ...], HeadingEntry] = {}
    for line in _lines("topics_headings.tsv"):
        codes, listed = line.split("\t")
        named = (
            () if codes == _NO_TOPIC else tuple(places()[c] for c in _items(codes.lstrip("?"), ","))
        )
        entry = HeadingEntry(named, codes.startswith("?"))
        known.update({heading_key(heading): entry for heading in _items(listed, ";")})
    return known


@cache
def supports() -> dict[str, tuple[tuple[tuple[str, ...], int, str], ...]]:
    """What `topics_sentences.tsv` lists: (stems, topic, kind) by first stem, longest first."""
    listed: dict[str, list[tuple[tuple[str, ...], int, str]]] = {}
    for line in _lines("topics_sentences.tsv"):
        code, kind, told = line.split("\t")
        for term in _items(told, ";"):
            key = tuple(map(stem, words(term)))
            listed.setdefault(key[0], []).append((key, places()[code], kind))
    return {
        first: tuple(sorted(group, key=lambda entry: -len(entry[0])))
        for first, group in listed.items()
    }


def heading_key(heading: str) -> tuple[str, ...]:
    """The stems of a heading without its numbering.

    >>> heading_key("Section 7. Worker Rights") == heading_key("Workers’ rights:")
    True
    """
    numbering = _NUMBERING.match(heading)
    return tuple(stem(word) for word in words(heading[numbering.end() if numbering else 0 :]))


def _index(*, exact: bool) -> dict[str, tuple[Term, ...]]:
    index: dict[str, list[Term]] = {}
    for key, found in _postings(exact=exact).items():
        index.setdefault(key[0], []).append(Term(key, _heaviest(found)))
    return {first: tuple(sorted(group, key=_longest_first)) for first, group in index.items()}


def _postings(*, exact: bool) -> dict[tuple[str, ...], list[tuple[int, int]]]:
    postings: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for line in _lines("topics_terms.tsv"):
        code, weight, listed = line.split("\t")
        here = [] if code == _NO_TOPIC else [(places()[code], int(weight))]
        for term in _items(listed, ";"):
            if term.startswith("=") == exact:
                key = tuple(word if exact else stem(word) for word in words(term))
                postings.setdefault(key, []).extend(here)
    return postings


def _heaviest(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    best: dict[int, int] = {}
    for place, weight in found:
        best[place] = max(weight, best.get(place, 0))
    return tuple(sorted(best.items()))


def _longest_first(term: Term) -> tuple[int, tuple[str, ...]]:
    return -len(term.words), term.words


def _articles(cell: str) -> tuple[int, ...]:
    return tuple(int(number) for number in _items(cell, ","))


def _items(cell: str, separator: str) -> Iterator[str]:
    return (item.strip() for item in cell.split(separator) if item.strip() not in {"", _NO_TOPIC})


def _lines(name: str) -> list[str]:
    text = files("rights_diff.extraction").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]
