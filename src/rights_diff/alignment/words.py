"""Words made comparable: tokens, British and American spelling, stems, weights.

Folding need not give real words; it has to give the same string for words that belong
together, on both sides and in the frequency table (which is built with the same functions).
"""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

# Letters with inner apostrophes, or digits with inner separators. No nested repetition.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_HYPHENATED = re.compile(r"(?<!\w)[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")

# Sentences behind word-frequencies.tsv (its first line).
_SENTENCES = 559_440
# A word that is not in the trimmed table stands in fewer than 25 of those sentences.
_RARE_DF = 8
_SHORTEST_STEM = 4

_OUR = re.compile(r"our(?=$|s$|ed$|ing|er|abl|it|al|less|ful)")


class Token(NamedTuple):
    """A word of a sentence: folded stem, and the word as it stands."""

    stem: str
    word: str
    start: int


def read_data(name: str) -> list[str]:
    """The lines of a data file of this room, without comments and blank lines."""
    text = resources.files("rights_diff.alignment").joinpath("data", name).read_text("utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def stopwords() -> frozenset[str]:
    """Function words, which tell nothing of what a sentence is about."""
    return frozenset(read_data("stopwords.txt"))


@lru_cache(maxsize=1)
def _numerals() -> dict[str, str]:
    return dict(_two_columns("numerals.tsv"))


@lru_cache(maxsize=1)
def _irregular() -> dict[str, str]:
    return dict(_two_columns("stems.tsv"))


def _two_columns(name: str) -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in read_data(name))
    return [(row[0], row[1]) for row in rows]


@lru_cache(maxsize=1)
def _document_frequencies() -> dict[str, int]:
    return {stem: int(count) for stem, count in _two_columns("frequencies.tsv")}


@lru_cache(maxsize=1)
def concepts() -> dict[str, tuple[str, ...]]:
    """Stem → near-synonym classes, of words that rights reports use for one another."""
    found: dict[str, dict[str, None]] = {}
    for name, words in _two_columns("concepts.tsv"):
        for word in words.split():
            found.setdefault(stem(word), {})[f"~{name}"] = None
    return {s: tuple(names) for s, names in found.items()}


def fold_spelling(word: str) -> str:
    """A lower-case word in one spelling, whichever side of the Atlantic it came from.

    >>> fold_spelling("labour") == fold_spelling("labor")
    True
    >>> fold_spelling("organisations") == fold_spelling("organizations")
    True
    """
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(c for c in parts if not unicodedata.combining(c))
    if len(word) < 6:
        return word
    if "our" in word:
        word = _OUR.sub("or", word)
    word = word.replace("isation", "ization").replace("ae", "e").replace("oe", "e")
    for ending in ("ise", "ised", "ises", "ising", "iser", "isers"):
        if word.endswith(ending):
            return word[: -len(ending)] + "iz" + ending[2:]
    if word.endswith(("tre", "tres")):
        return word.replace("tre", "ter")
    if word.endswith(("ence", "ences")):
        return word.replace("enc", "ens")
    return word


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The folded stem of a word; numbers in words and digits come out as digits.

    >>> stem("Executions") == stem("executed")
    True
    >>> stem("1,127"), stem("three")
    ('1127', '3')
    """
    if word[0].isdigit():
        return word.replace(",", "") if "," in word else word
    word = word.lower().replace("’", "'")
    if "'" in word:
        word = word.removesuffix("'s").replace("'", "")
    word = _numerals().get(word, word)
    irregular = _irregular().get(word)
    return irregular or _strip(fold_spelling(word))


@lru_cache(maxsize=1)
def _suffixes() -> tuple[str, ...]:
    return tuple(read_data("suffixes.txt"))


def _strip(word: str) -> str:
    for suffix in _suffixes():
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM - (suffix in "es"):
            word = word[: -len(suffix)]
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        return word[:-1]
    return word


def tokens(text: str, joined: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """The words of a text with their stems, in order.

    Args:
        joined: words written without hyphens somewhere; a compound that gives one of
            them when its hyphens go is taken as that word (`kwan-li-so`, `kwanliso`).
    """
    compounds = _joined_compounds(text, joined) if joined and has_hyphen(text) else {}
    return _with_compounds(text, compounds) if compounds else _plain_tokens(text)


def has_hyphen(text: str) -> bool:
    """Whether a text may hold a hyphenated compound."""
    return "-" in text or "‐" in text or "‑" in text


# As many sentences as a few long reports have: a report is often compared with several others.
@lru_cache(maxsize=16384)
def _plain_tokens(text: str) -> tuple[Token, ...]:
    # Half the time of `Token(…)`, which goes through a function of its own.
    new = tuple.__new__
    return tuple([new(Token, (stem(m[0]), m[0], m.start())) for m in _TOKEN.finditer(text)])


def _with_compounds(text: str, compounds: dict[int, tuple[str, int]]) -> tuple[Token, ...]:
    found: list[Token] = []
    skip = -1
    for m in _TOKEN.finditer(text):
        start = m.start()
        if start < skip:
            continue
        if start in compounds:
            word, skip = compounds[start]
            found.append(Token(stem(word), word, start))
        else:
            found.append(Token(stem(m[0]), m[0], start))
    return tuple(found)


def _joined_compounds(text: str, joined: frozenset[str]) -> dict[int, tuple[str, int]]:
    return {
        m.start(): (word, m.end())
        for m in _HYPHENATED.finditer(text)
        if (word := _without_hyphens(m[0])).lower() in joined
    }


def hyphenless(text: str) -> set[str]:
    """What the hyphenated compounds of a text are without their hyphens, lower-case."""
    return {_without_hyphens(m[0]).lower() for m in _HYPHENATED.finditer(text)}


def _without_hyphens(word: str) -> str:
    return word.replace("-", "").replace("‐", "").replace("‑", "")


@lru_cache(maxsize=65536)
def rarity(stem_: str) -> float:
    """Inverse document frequency of a stem, in nats (about 0.3 for `the`, 11 for a rare word)."""
    return math.log(_SENTENCES / (_document_frequencies().get(stem_, _RARE_DF)))
