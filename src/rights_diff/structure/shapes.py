"""What a line looks like, whatever it says: prose, heading, list item, label."""

from __future__ import annotations

import re
import unicodedata

_ENDING = re.compile(r"[.!?…][”\"’'»)\]]*(?:\[?\d{1,3}\]?|\[\d{4}\]|[¹²³⁰-⁹]{1,3})?$")
_BULLETS = "•◦▪●■‣⁃∙·○□➢➤*-–—"
_LISTED = re.compile(r"(?:[•◦▪●■‣⁃∙·○□➢➤]|[*\-–—](?=\s))\s*")
_LABEL = re.compile(r"[A-Z][^:.!?]{2,58}:(?:\s|$)")
_NUMBERED = re.compile(r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\s")
_DECORATION = re.compile(r"(#{1,6})\s+|[=~_*\-–—]{2,}\s*|[-–—*=~](?=\s.*\s[-–—*=~]\Z)\s*")

_ARTICLE = re.compile(
    r"[“‘\"']?(?:al|el|ad|an|ar|as|ash|at|az)-[A-Z]"
)  # names with an Arabic article

_PROSE_WORDS = 8  # the shortest paragraphs of printed chapters have five, headings up to twelve
_LONG_WORDS = 25  # no heading met is as long
_HEADING_WORDS = 20  # the longest unnumbered headings met have eighteen
_HEADING_CHARACTERS = 160
_NUMBERED_HEADING_WORDS = 26  # numbered outlines use longer ones
_COLON_WORDS = 6  # longer lines with a colon introduce a list

# A line cut off in mid-sentence: it ends on a small word, or a sentence ends inside it.
_TORN = re.compile(
    r"\b(?:a|an|and|at|by|for|from|of|on|or|the|to|with)(?:\s\d{1,3})?$|[a-z]{4}[.!?]\s[A-Z][a-z]"
)


def ends_sentence(text: str) -> bool:
    """Whether the line ends as a sentence does; closing quotes and footnote marks are let pass.

    >>> ends_sentence("It was not given.1"), ends_sentence("Prison conditions")
    (True, False)
    """
    return bool(_ENDING.search(text[-12:]))


def word_count(text: str) -> int:
    """Number of words divided by white space."""
    return len(text.split())


def is_private(character: str) -> bool:
    """Whether it is a private-use character: a glyph of a lost font, mostly a bullet."""
    return unicodedata.category(character) == "Co"


def bullet_length(text: str) -> int:
    """Length of the bullet that opens the line, with the white space after it; 0 without one.

    >>> bullet_length("• One man"), bullet_length("One man")
    (2, 0)
    """
    if text and is_private(text[0]):
        return len(text) - len(text[1:].lstrip())
    match = _LISTED.match(text)
    return match.end() if match else 0


def is_bulleted(text: str) -> bool:
    """Whether the line opens with a bullet."""
    return bullet_length(text) > 0


def is_label(text: str) -> bool:
    """Whether the line opens with a short label and a colon, on a line not longer than a fact's."""
    return len(text) < 150 and bool(_LABEL.match(text))


def is_prose(text: str) -> bool:
    """Whether the line is running text for certain.

    >>> is_prose("The courts remained closed to the public all year."), is_prose("Courts")
    (True, False)
    """
    words = word_count(text)
    return words >= _LONG_WORDS or (words >= _PROSE_WORDS and ends_sentence(text))


def is_sentence(text: str) -> bool:
    """Whether the line could be a short paragraph: it ends as a sentence and has a few words."""
    return word_count(text) >= 3 and ends_sentence(text)


def is_heading_like(text: str) -> bool:
    """Whether the line could be a heading: short, opening with a capital, not ending as a sentence.

    >>> is_heading_like("Net makers’ rights – islands"), is_heading_like("and others")
    (True, False)
    """
    bare = undecorated(text)
    numbered = bool(_NUMBERED.match(bare)) or bare.split(None, 1)[:1] == ["Section"]
    most = _NUMBERED_HEADING_WORDS if numbered else _HEADING_WORDS
    if text.endswith(":") and not numbered:
        most = _COLON_WORDS
    too_long = word_count(bare) > most or len(bare) > _HEADING_CHARACTERS * (1 + numbered)
    if not bare or too_long:
        return False
    if _TORN.search(bare) and not numbered:
        return False
    if is_bulleted(bare) or bare[-1] in ".,;:…&" or not any(c.isalpha() for c in bare):
        return False
    first = next(c for c in bare if c.isalnum())
    return numbered or not first.islower() or bool(_ARTICLE.match(bare))


def undecorated(text: str) -> str:
    """The heading's words without markup around them (`## Prisons`, `**Prisons**`, `Prisons:`)."""
    match = _DECORATION.match(text)
    return text[match.end() if match else 0 :].rstrip("#=~_*-–—: \t")


def decoration_level(text: str) -> int | None:
    """The level that number signs tell, 1 to 6, or None."""
    match = _DECORATION.match(text)
    return len(match[1]) if match and match[1] else None
