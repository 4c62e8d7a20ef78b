"""What typography adds to the words of a sentence: spaces, quotes, dashes, footnote marks.

The one place that says whether two sentences have the same words. A footnote mark looks like the
end of a figure ("provided.12", "rose to 2.12"): what may be a figure is left where it stands.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from rights_diff.structure.lexicons import lines_of

__all__ = ["abbreviations", "carries_mark", "plain", "same_letters", "same_words", "without_marks"]

_DASHES = str.maketrans(dict.fromkeys("–—‐‑‒―−", "-"))
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘‛`´′", "'"))
_DROPPED = str.maketrans(dict.fromkeys('"“”„‟«»″\u00ad\u200b\u200c\u200d\u2060\ufeff'))
_LOOSE_APOSTROPHE = re.compile(r"(?<!\w)'|'(?!\w)")
_SPACED_DASH = re.compile(r" ?-[- ]*")
# A dash before a digit is a minus.
_BULLETS = re.compile(r"(?:[•·*▪◦‣\s]|-(?!\d))+")

_RAISED = "⁰¹²³⁴-⁹"
_CLOSING = "\"”’'»)]"
# Raised digits behind a stop or a whole word; "km²" and "10³" are no notes.
_RAISED_MARK = re.compile(rf"(?:(?<=[^\W\d_]{{3}})|(?<=[.,;:!?{re.escape(_CLOSING)}]))[{_RAISED}]+")
# A number in square brackets, glued to what it notes or behind the stop; "[12] people" is none.
_BRACKET_MARK = re.compile(r"(?<=[^\s(])\[\d{1,3}\]|(?<=[.!?]) \[\d{1,3}\]\s*$")
# Bare digits glued to the stop that ends the sentence.
_END_MARK = re.compile(rf"([.!?][{re.escape(_CLOSING)}]*)\d{{1,3}}\s*$")
_LAST_WORD = re.compile(r"[^\W\d_]{2,24}$")
_MAY_HOLD_MARK = re.compile(rf"\d\s*$|[\[{_RAISED}]")
_LOOK_BACK = 24  # characters; no abbreviation is longer
_KEPT = 8192  # sentences; two long State chapters and a third one beside them


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviations without their last stop, and whether a sentence may end at them."""
    rows = (line.split("\t") for line in lines_of("abbreviations.tsv"))
    return {abbreviation: kind for kind, abbreviation in rows}


def carries_mark(above: str) -> bool:
    """Whether digits glued to the stop behind these words are a footnote mark.

    A whole word has to stand there, and none that a number belongs to.

    >>> carries_mark("no reason was given"), carries_mark("a rate of 2"), carries_mark("Camp No")
    (True, False, False)
    """
    word = _LAST_WORD.search(above[-_LOOK_BACK:].rstrip(_CLOSING))
    if word is None or not word[0][-1].islower():
        return False
    return abbreviations().get(word[0].casefold()) != "number"


def without_marks(text: str) -> str:
    """A sentence without the footnote marks that stand in it.

    >>> without_marks("It was closed.12"), without_marks("The rate was 3.5")
    ('It was closed.', 'The rate was 3.5')
    """
    if not _MAY_HOLD_MARK.search(text):
        return text
    text = _BRACKET_MARK.sub("", _RAISED_MARK.sub("", text))
    mark = _END_MARK.search(text)
    return text[: mark.end(1)] if mark and carries_mark(text[: mark.start()]) else text


@lru_cache(maxsize=_KEPT)
def plain(text: str) -> str:
    """The words of a sentence without what typography adds: spaces, quotes, dashes, marks.

    >>> plain("He  said “no” – twice.3") == plain("He said 'no'-twice.")
    True
    """
    text = without_marks(text)
    if not text.isascii():
        text = _ascii_marks(text)
    text = text.replace('"', "")
    if "'" in text:
        text = _LOOSE_APOSTROPHE.sub("", text.replace("''", ""))
    text = " ".join(text.split())
    bullets = _BULLETS.match(text)
    text = text[bullets.end() :] if bullets else text
    return _SPACED_DASH.sub("-", text) if "-" in text else text


def _ascii_marks(text: str) -> str:
    # twice: NFKC takes some letters apart into those that are dropped
    text = unicodedata.normalize("NFKC", text.translate(_DROPPED))
    return text.translate(_DROPPED).translate(_APOSTROPHES).translate(_DASHES)


def same_words(old: str, new: str) -> bool:
    """Whether two texts differ at most in white space, quotes, dashes and footnote marks.

    >>> same_words("It was “closed”.1", 'It  was "closed".')
    True
    >>> same_words("Deaths per 1,000 births: 3.5", "Deaths per 1,000 births: 3.7")
    False
    """
    return old == new or same_letters(old) == same_letters(new)


def same_letters(text: str) -> str:
    """What texts of the same words have in common: their characters without typography."""
    return plain(text).replace(" ", "")
