"""Word stems, light and quick."""

from __future__ import annotations

from functools import lru_cache

from rights_diff.comparison.words.lexicon import pairs

__all__ = ["stem"]

_MIN_STEM = 3


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A light stem: plural, tense and British or American spelling folded.

    >>> [stem(w) for w in ("detained", "detention", "organisations", "labour", "parties")]
    ['detain', 'detain', 'organiz', 'labor', 'parti']
    """
    irregular = pairs("irregular_forms").get(word)
    if irregular:
        return irregular
    base = word
    if len(base) > 4 and base.endswith("our"):
        base = base[:-3] + "or"
    for ending, put in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= _MIN_STEM:
            base = base[: -len(ending)] + put
            break
    return base[:-1] if len(base) > _MIN_STEM and base[-1] == base[-2] not in "ls" else base


# Tried in order; the first that fits is taken.
_ENDINGS = (
    ("isations", "iz"), ("izations", "iz"), ("isation", "iz"), ("ization", "iz"),
    ("ising", "iz"), ("izing", "iz"), ("ised", "iz"), ("ized", "iz"), ("ise", "iz"), ("ize", "iz"),
    ("ations", ""), ("ation", ""), ("ating", ""), ("ated", ""), ("ates", ""),
    ("ate", ""), ("ions", ""), ("ion", ""), ("ements", ""), ("ement", ""),
    ("ments", ""), ("ment", ""), ("ically", "ic"), ("ously", "ous"), ("ely", ""), ("ly", ""),
    ("ings", ""), ("ies", "i"), ("ied", "i"), ("ying", "i"), ("ing", ""), ("sses", "ss"),
    ("ed", ""),
    ("es", ""), ("ers", ""), ("er", ""), ("ss", "ss"), ("s", ""), ("e", ""), ("y", "i"),
)  # fmt: skip
