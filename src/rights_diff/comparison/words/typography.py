"""What counts as the same letters: quotes, dashes, spaces and soft hyphens are folded."""

from __future__ import annotations

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


def fold(text: str) -> str:
    """`text` with plain quotes, dashes and spaces, composed letters and no soft hyphens.

    >>> fold("the “camp” – closed")
    'the "camp" - closed'
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_FOLD)
    return " ".join(plain.split())
