"""Words, figures and signs of a stretch of text, with their places."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

__all__ = ["CODE", "DECADE", "DECIMAL", "MONEY", "NUMBER", "ORDINAL", "SIGN", "SLASHED", "WORD"]
__all__ += ["CURRENCY_SIGNS", "Passage", "Token", "tokenise"]

WORD, NUMBER, ORDINAL, SLASHED, MONEY, DECADE, CODE, SIGN, DECIMAL = (
    "word", "number", "ordinal", "slashed", "money", "decade", "code", "sign", "decimal",
)  # fmt: skip

# Thin, narrow and plain no-break spaces, and the plain one, stand between groups of three digits.
_GAP = "[ \u00a0\u2009\u202f]"

CURRENCY_SIGNS = "$€£¥₩₹₽₴₺₪₦₡₾₭₿₫₱₲₵₸₮฿"

# Order matters: the first alternative that fits wins.
_TOKEN = re.compile(
    rf"""[ ]?+(?:
      (?P<plain>[A-Za-z]++(?=[ ,;)]))     # most words, read without a try of the rest
    | (?P<code>https?://\S+|www\.\S+
        |\d+(?:\.\d+){{2,}}(?:-\d+)*        # telephone and version numbers
        |\d{{1,2}}(?:[:.]\d\d)?\s?(?:[AaPp]\.\s?[Mm]\.|[AaPp][Mm]\b)  # clock times
        |\d{{1,2}}:\d\d\b
        |(?!(?:USD|EUR|GBP)\d)[A-Za-z]+\d\w*  # camp and document codes
        |\d+[AC-JLN-Z]\b                    # 3G
      )
    | (?P<decade>(?:\d\d)?\d0(?:s\b|['’]s\b))
    | (?P<ordinal>\d+(?:,\d{{3}})*(?:st|nd|rd|th)\b)
    | (?P<slashed>\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?)+)
    | (?P<decimal>
        (?<!\d,)\d{{1,3}}(?:\.\d{{3}})*,\d{{1,2}}(?!,?\d)             # decimal comma
        |(?<![^\s(<>=-])\.\d+(?=\s?(?:%|per\s?cent|million|billion))  # .5 per cent
        |\A\.\d+(?=\s*\Z)
      )
    | (?P<number>
        \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)
        |\d{{1,2}}(?:,\d\d)+,\d{{3}}(?:\.\d+)?(?!\d)   # lakh and crore
        |\d{{1,3}}(?:{_GAP}\d{{3}})+(?:\.\d+)?(?![\d,.]{{0,9}}\d)
        |\d+(?:\.\d+)?
      )
    | (?P<money>(?:US|USA|AU|A|CA|C|NZ|HK|T|R|S)?\$|[{CURRENCY_SIGNS[1:]}])
    | (?P<word>(?:[A-Z]\.){{2,}}|['’]s\b|[^\W\d_]+(?:['’‘ʻ](?!s\b)[^\W\d_]+)*)
    | (?P<sign>[^\w\s]|_)
    )""",
    re.VERBOSE,
)
# The kind of token of each group of the pattern, by its number; a plain word is a word.
_KINDS = ["", *_TOKEN.groupindex]
_KINDS[_TOKEN.groupindex["plain"]] = WORD
# As many sentences as a long report holds: quantities and dates are read from the same tokens.
_PASSAGES_KEPT = 8192


class Token(NamedTuple):
    """One word, figure or sign; `start` and `end` count in the passage's text."""

    start: int
    end: int
    kind: str
    text: str


class _Lows(dict[int, str]):
    """Tokens in lower case by their place, with an empty string at every other place."""

    __slots__ = ()

    def __missing__(self, _place: int) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as tokens.

    Attributes:
        lows: the tokens in lower case, with two empty strings at the end, so that looking one
            or two tokens ahead needs no test; look back through `low`.
        low: token `i` in lower case, or an empty string outside the passage. Rules ask for it a
            hundred times a figure, so it leads straight into a dictionary.
    """

    text: str
    tokens: tuple[Token, ...]
    lows: tuple[str, ...]
    low: Callable[[int], str] = field(repr=False, compare=False)

    def kind(self, i: int) -> str:
        """The kind of token `i`, or an empty string outside the passage."""
        return self.tokens[i].kind if 0 <= i < len(self.tokens) else ""

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token `i` and the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def capital(self, i: int) -> bool:
        """Whether token `i` starts with a capital letter."""
        return 0 <= i < len(self.tokens) and self.tokens[i].text[0].isupper()

    def phrase(self, i: int, j: int) -> str:
        """Tokens `i` to `j` (exclusive) in lower case, one space between them."""
        return " ".join(self.lows[max(i, 0) : j])

    def surface(self, i: int, j: int) -> str:
        """The characters from token `i` to the end of token `j - 1`."""
        return self.text[self.tokens[i].start : self.tokens[j - 1].end]


@lru_cache(maxsize=_PASSAGES_KEPT)
def tokenise(text: str) -> Passage:
    """The tokens of a text.

    >>> [t.text for t in tokenise("At least 1,127 people (two-thirds).").tokens]
    ['At', 'least', '1,127', 'people', '(', 'two', '-', 'thirds', ')', '.']
    """
    found, lows, new, names = [], [], tuple.__new__, _KINDS
    for m in _TOKEN.finditer(text):
        group = m.lastindex or 0
        start, end = m.span(group)
        word = text[start:end]
        found.append(new(Token, (start, end, names[group], word)))
        lows.append(word.lower())
    lows += ["", ""]
    low = _Lows(enumerate(lows)).__getitem__
    return Passage(text=text, tokens=tuple(found), lows=tuple(lows), low=low)
