"""Words as the topic lexicon sees them: without inflection, British and American alike."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_WORD_OR_STOP = re.compile(rf"{_WORD.pattern}|[.;:!?]")

# irregular plurals, and words that would fall together with another one (house, mine)
_IRREGULAR = {
    "children": "child",
    "housing": "housing",
    "men": "man",
    "mining": "mining",
    "wives": "wife",
    "women": "woman",
}
_DOUBLED = "bdgmnprt"  # consonants that double before -ed and -ing (jam, jammed)
_SHORTEST = 3  # letters that an ending must leave behind


def words(text: str) -> list[str]:
    """The words of a text in order; figures and punctuation are left out.

    >>> words("On 3 May, ill-treated by the army’s men")
    ['On', 'May', 'ill', 'treated', 'by', 'the', 'army’s', 'men']
    """
    return _WORD.findall(text)


def words_and_stops(text: str) -> list[str]:
    """The words and the marks that no phrase reaches across.

    >>> words_and_stops("Forced, they said. Labour?")
    ['Forced', 'they', 'said', '.', 'Labour', '?']
    """
    return _WORD_OR_STOP.findall(text)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The form under which the lexicon holds a word.

    Not a linguist's root: it only has to be the same for the inflections of one word.

    >>> stem("Detained"), stem("detains"), stem("organisations"), stem("labor") == stem("labour")
    ('detain', 'detain', 'organization', True)
    """
    plain = _without_possessive(word.lower())
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if len(plain) <= _SHORTEST:
        return plain
    return _american(_without_e(_without_verb_ending(_singular(plain))))


def _without_possessive(word: str) -> str:
    if word.endswith(("'s", "’s")):
        return word[:-2]
    return word.replace("'", "").replace("’", "")


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > _SHORTEST + 1:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_verb_ending(word: str) -> str:
    if word.endswith("ied"):
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST and not word.endswith("eed"):
            return root[:-1] if root[-1] == root[-2] and root[-1] in _DOUBLED else root
    return word


def _without_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > _SHORTEST else word


def _american(word: str) -> str:
    spelled = word.replace("isation", "ization").replace("our", "or")
    return spelled[:-1] + "z" if spelled.endswith("is") and len(spelled) > 5 else spelled
