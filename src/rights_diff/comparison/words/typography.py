"""What counts as the same letters: quotes, dashes, spaces and soft hyphens are folded."""

from __future__ import annotations

import re
import unicodedata

_FOLD = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", None),
        "…": "...",
    }
)
# A footnote mark: digits glued to the closing punctuation of a sentence ("provided.1").
_MARK = re.compile(r"(?<=[^\d\s][.!?\"'])(?:\[\d{1,3}\]|\d{1,3})\s*$")
_INNER_MARK = re.compile(r"\[\d{1,3}\]")


def fold(text: str) -> str:
    """`text` with plain quotes, dashes and spaces, composed letters and no soft hyphens.

    >>> fold("the “camp” – closed")
    'the "camp" - closed'
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_FOLD)
    return " ".join(plain.split())


def same_words(old: str, new: str) -> bool:
    """Whether two texts differ at most in white space, quotes, dashes and footnote marks.

    >>> same_words("It was “closed”.1", 'It  was "closed".')
    True
    >>> same_words("It was closed.", "It was not closed.")
    False
    """
    return old == new or _bare(old) == _bare(new)


def _bare(text: str) -> str:
    plain = _INNER_MARK.sub("", _MARK.sub("", fold(text)))
    return "".join(plain.replace("--", "-").replace("''", '"').replace('"', "'").split())
