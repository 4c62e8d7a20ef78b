"""Plural and singular nouns, and which of them stand for people."""

from __future__ import annotations

from functools import lru_cache

from rights_diff.extraction.grammar.lexicon import group, table, words

__all__ = ["is_person", "is_plural", "plural", "singular"]

# "Bangladeshis", "Iraqis": plurals in -is are names of peoples, and longer than "Paris".
_NATIONALITY = 5
_PERSON_ENDINGS = (
    "er", "ee", "or", "ist", "ian", "ant", "ean", "man", "woman", "person", "an", "ese", "i",
)  # fmt: skip


def singular(word: str) -> str:
    """The singular of one English plural noun; other words come back as they are.

    >>> [singular(w) for w in ["camps", "people", "treaties", "boxes", "glasses", "police"]]
    ['camp', 'person', 'treaty', 'box', 'glass', 'police officer']
    """
    low = word.lower()
    irregular = table("noun_irregular").get(low)
    if irregular is not None:
        return irregular
    if not is_plural(word):
        return word
    if low.endswith("ies") and len(low) > 4:
        return word[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def plural(noun: str) -> str:
    """The plural of a singular noun or of the head of a noun phrase; a plural stays as it is.

    >>> [plural(n) for n in ["political party", "woman", "prisoner of conscience", "bus", "staff"]]
    ['political parties', 'women', 'prisoners of conscience', 'buses', 'staff']
    """
    phrase, of, rest = noun.partition(" of ")
    first, space, last = phrase.rpartition(" ")
    return first + space + _plural_word(last) + of + rest


def _plural_word(word: str) -> str:
    low = word.lower()
    irregular = _irregular_plurals().get(low)
    if irregular is not None:
        return word[:1] + irregular[1:]
    if not word or is_plural(word) or (word[0].isupper() and low.endswith("ese")):
        return word
    if low.endswith("y") and low[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return word + ("es" if low.endswith(("s", "x", "ch", "sh")) else "s")


@lru_cache(maxsize=1)
def _irregular_plurals() -> dict[str, str]:
    """Singular to plural; the last of several, and none for words that count as two."""
    pairs = table("noun_irregular").items()
    return {one.lower(): many for many, one in pairs if " " not in one}


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    low = word.lower()
    if low in table("noun_irregular"):
        return True
    if len(low) <= 2 or low[-1] != "s" or low in words("noun_not_plural"):
        return False
    if low.endswith("is"):
        return word[0].isupper() and len(low) > _NATIONALITY
    return not low.endswith(("ss", "us"))


def is_person(noun: str) -> bool:
    """Whether a singular noun stands for people, by a word list and by its ending."""
    word = noun.rsplit(" ", 1)[-1]
    if word.lower() in _person_words():
        return True
    return word.endswith(_PERSON_ENDINGS) and word.lower() not in group("not_persons")


@lru_cache(maxsize=1)
def _person_words() -> frozenset[str]:
    return frozenset(singular(w).lower() for w in words("noun_persons"))
