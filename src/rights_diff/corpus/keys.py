"""Sentences and headings without what differs from country to country and from year to year."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from rights_diff.extraction.grammar import lexicon
from rights_diff.rendering.view.plain import shown_line
from rights_diff.structure.countries import country_called
from rights_diff.structure.lexicons import lines_of
from rights_diff.structure.typography import plain

__all__ = ["COUNTRY", "NUMBER", "Keys", "keys_for"]

COUNTRY, NUMBER = "@", "#"
# What stands for the country's name where a wording is shown.
_SHOWN = "[country]"

_WORD = re.compile(r"@|[$€£¥]?\d[\d.,:/]*%?(?:st|nd|rd|th)?|\w+(?:['-]\w+)*")
# "May" and "March" are verbs too: they are months only beside a figure.
_MONTH = re.compile(
    r"\b(?:January|February|April|June|July|August|September|October|November|December"
    r"|(?:May|March)(?=,? \d)|(?<=\d )(?:May|March))\b"
)
# "Section 2.", "a.", "IV." before the words of a heading.
_NUMBERING = re.compile(
    r"^(?:(?:section|part|chapter)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-z])[.):]\s*", re.I
)
# Addresses move; a sentence that leads to another one is the same sentence.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_MARKS_INSIDE = re.compile(r"\[\d{1,3}\]")
# "One" is no number in "no one" and "one of": it stays a word.
_NOT_NUMBERS = frozenset({"one", "a", "an"})
_SCALES = frozenset({"dozen", "hundred", "thousand", "million", "billion"})
_SHORT = 4  # two to four capitals are an abbreviation, and other words when written small


class Keys:
    """Makes keys for the reports on one country; made by `keys_for`."""

    def __init__(self, names: re.Pattern[str] | None) -> None:
        self._names = names

    def words(self, text: str) -> list[str]:
        """The words of a text in small letters; the country is `@`, a number or month `#`.

        >>> keys_for(["Cuba"]).words("The Cuban government held 1,127 people in May 2013.")
        ['@', 'government', 'held', '#', 'people', 'in', '#']
        """
        found: list[str] = []
        bare = _ADDRESS.sub("www", _MARKS_INSIDE.sub("", text))
        named = _MONTH.sub("0", self._named(plain(bare)))
        for word in _WORD.findall(named):
            small = word.casefold()
            kept = _plain_word(small)
            if kept in (COUNTRY, NUMBER) and found and found[-1] == kept:
                continue
            if kept == COUNTRY and found and found[-1] == "the":
                found.pop()
            found.append(kept)
        return found

    def sentence(self, text: str) -> str:
        """The key of a sentence."""
        return " ".join(self.words(text))

    def heading(self, text: str | None) -> str:
        """The key of a heading, its numbering left out; empty for none.

        >>> keys_for(["Hungary"]).heading("b. Hungary’s prisons"), keys_for([]).heading(None)
        ('@ prisons', '')
        """
        line = plain(text or "")
        return " ".join(self.words(_NUMBERING.sub("", line) or line))

    def shown(self, text: str) -> str:
        """The text on one line with "[country]" for the country's name.

        >>> keys_for(["Cuba"]).shown("Cuba’s  courts")
        '[country]’s courts'
        """
        line = shown_line(text)
        if self._names is None:
            return line
        return self._names.sub(lambda m: _SHOWN + (m["tail"] or ""), line)

    def _named(self, text: str) -> str:
        return text if self._names is None else self._names.sub(COUNTRY, text)


@lru_cache(maxsize=8)  # a worker meets one country after the other
def _keys(countries: tuple[str, ...]) -> Keys:
    names = {name for country in countries for name in _names_of(country)}
    return Keys(_pattern(names) if names else None)


def keys_for(countries: Iterable[str | None]) -> Keys:
    """The keys for reports on a country, under whatever names they call it.

    >>> keys_for(["Swaziland", None]).words("Swazi officials told Eswatini’s courts.")
    ['@', 'officials', 'told', '@', 'courts']
    """
    return _keys(tuple(sorted({country for country in countries if country})))


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Any of the names, with what ends a plural or a possessive; longer names win."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    parts = "|".join(
        _spelt(name) if len(name.replace(".", "")) <= _SHORT else f"(?i:{_spelt(name)})"
        for name in ordered
    )
    return re.compile(rf"(?<!\w)(?:{parts})(?P<tail>['’]s|s['’]|s|['’])?(?!\w)")


def _spelt(name: str) -> str:
    """A name with any apostrophe, dash or space in it."""
    return re.sub(r"['’]", "['’]", re.escape(name).replace(r"\ ", r"\s+"))


def _names_of(country: str) -> frozenset[str]:
    """What a country, its people and its things are called."""
    known = country_called(country)
    usual = known.name if known else country
    return frozenset({country, usual}) | _names().get(usual, frozenset()) | _demonyms(usual)


@cache
def _names() -> dict[str, frozenset[str]]:
    rows = (line.split("\t") for line in lines_of("countries.tsv"))
    return {name: frozenset(filter(None, aliases.split("; "))) for _, name, aliases in rows}


@cache
def _demonym_lines() -> dict[str, frozenset[str]]:
    text = files("rights_diff.corpus").joinpath("data", "demonyms.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {name: frozenset(words.split("; ")) for name, words in rows}


def _demonyms(country: str) -> frozenset[str]:
    return _demonym_lines().get(country, frozenset())


@lru_cache(maxsize=20_000)
def _plain_word(word: str) -> str:
    """A word of a key: figures alike, one article."""
    if word[0].isdigit() or word[0] in "$€£¥":
        return NUMBER
    parts = [part for part in word.split("-") if part != "one"]  # twenty-one, but not one
    if parts and _numbers().issuperset(parts):
        return NUMBER
    return "a" if word == "an" else word


@cache
def _numbers() -> frozenset[str]:
    numerals = (*lexicon.numbers("number_cardinals"), *lexicon.numbers("number_ordinals"))
    return (frozenset(numerals) | _SCALES) - _NOT_NUMBERS
