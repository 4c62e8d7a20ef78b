"""What is counted: the head noun after (or before) a number, in the singular."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rights_diff.extraction.grammar.lexicon import group, numbers, words
from rights_diff.extraction.grammar.numerals import read_cardinal
from rights_diff.extraction.grammar.plurals import is_plural, singular
from rights_diff.extraction.grammar.tokens import CODE, SIGN, WORD, Passage

__all__ = ["Noun", "is_pronoun", "noun_after", "plurals_before"]

# A noun phrase longer than this is a misreading.
_LONGEST = 9
_QUOTES = frozenset("“”\"‘’'")


class Noun(NamedTuple):
    """A counted noun: its words in the singular, and the token after its last one.

    `text` is None where only a pronoun or nothing at all follows ("four of them", "833 had …").
    """

    text: str | None
    stop: int


def noun_after(p: Passage, i: int, *, plural: bool) -> Noun:
    """The noun counted by a number that ends before token `i`.

    Args:
        plural: the number is more than one, so that the noun should be a plural.
    """
    start = _skip_opening(p, i)
    if p.low(i) == "of" and is_pronoun(p, i + 1):
        return Noun(None, i + 2)
    whole = read_cardinal(p, start) if p.low(i) == "of" else None
    if whole is not None:  # "two of the 12 defendants": the 12 are a figure of their own
        return Noun(noun_after(p, whole.stop, plural=True).text, i)
    if p.low(start) in {"others", "other"} and _ends_phrase(p, start + 1):
        return Noun(None, start + 1)
    head = _plural_head(p, start) if plural else None
    if head is None:
        head = _any_head(p, start)
    if head is None:
        return Noun(None, i)
    first, last = head
    return _complete(p, first, last, plural=plural)


def is_pronoun(p: Passage, i: int) -> bool:
    """Whether token `i` stands for what was named before: "of them", not "of these people"."""
    if p.low(i) not in group("counted_pronouns"):
        return False
    return p.low(i) not in {"these", "those"} or _ends_phrase(p, i + 1) or _verbal(p, i + 1)


def _skip_opening(p: Passage, i: int) -> int:
    j = i
    if p.low(j) == "of":
        j += 1
        while p.low(j) in group("determiners") or p.low(j) in {"a", "an", "’s", "'s"}:
            j += 1
        j = _past_owner(p, j)
    while p.low(j) in _QUOTES or p.low(j) in {"other", "further", "more", "such", "former"}:
        if p.low(j) == "more" and p.low(j + 1) == "than":
            break
        j += 1
    if p.phrase(j + 1, j + 5) in {"- year - old", "- month - old"}:  # "three 12-year-old girls"
        j += 5
    return j


def _past_owner(p: Passage, i: int) -> int:
    """Past "city’s" in "of the city’s markets"; `i` where there is no owner."""
    for j in range(i, i + _COORDINATED):
        if p.low(j) in {"’s", "'s"} and (p.low(i - 1) in group("determiners") or p.capital(i)):
            return j + 1
        if _breaks(p, j):
            break
    return i


def _ends_phrase(p: Passage, i: int) -> bool:
    return p.kind(i) != WORD or p.low(i) in words("noun_stop") or p.low(i) in words("noun_verbs")


def _breaks(p: Passage, i: int) -> bool:
    """Whether token `i` cannot stand inside a noun phrase."""
    low = p.low(i)
    if p.kind(i) == WORD:  # "US" and "WHO" are names
        return low in _stop_words() and not _acronym(p, i)
    return not (
        low in _QUOTES or low in {"-", "/"} or (p.kind(i) in {CODE, "number"} and p.glued(i))
    )


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    """Function words and number words."""
    return words("noun_stop") | numbers("number_cardinals").keys()


def _acronym(p: Passage, i: int) -> bool:
    text = p.tokens[i].text
    return len(text) > 1 and text.isupper()


def _plural_head(p: Passage, start: int) -> tuple[int, int] | None:
    """First and last token of the phrase up to its plural head; None where there is no plural."""
    j = start
    if p.low(j) in words("noun_verbs") and not _participle(p, j):
        return None
    while j < start + _LONGEST:
        if _breaks(p, j) and not (_list_of_adjectives(p, j, start) or _proper_of(p, j)):
            return None
        if p.kind(j) == WORD and _heads(p, j):
            return start, j + 1
        if j > start and p.low(j) in words("noun_verbs") and not p.low(j).endswith("ed"):
            return None
        j += 1
    return None


def _participle(p: Passage, j: int) -> bool:
    """Whether a verb form stands before its noun: "displaced people", "elected members"."""
    if not p.low(j).endswith("ed"):
        return False
    for k in range(j + 1, j + _COORDINATED + 1):
        if _breaks(p, k) or _acts(p, k):
            return False
        if is_plural(p.tokens[k].text):
            return True
    return False


def _proper_of(p: Passage, j: int) -> bool:
    """The "of" inside a name that stands before the noun: "Ministry of State Security staff"."""
    return p.low(j) == "of" and p.capital(j - 1) and p.capital(j + 1)


def _list_of_adjectives(p: Passage, j: int, start: int) -> bool:
    """A comma or conjunction between adjectives before the head ("peaceful and other")."""
    if j == start or p.low(j) not in {",", "and", "or", "other"}:
        return False
    return p.kind(j + 1) == WORD and p.low(j + 1) not in group("not_adjectives")


def _heads(p: Passage, j: int) -> bool:
    """Whether token `j` is the plural the number counts, not a modifier of a later one."""
    word = p.tokens[j].text
    if p.low(j + 1) in {"’s", "'s", "’", "'"} and p.glued(j + 1) and p.kind(j + 2) == WORD:
        return _possessive_ends(p, j)
    if not is_plural(word) or p.low(j) == "others":
        return False
    return not _modifies(p, j)


def _possessive_ends(p: Passage, j: int) -> bool:
    return p.low(j + 2) in words("noun_stop")


def _modifies(p: Passage, j: int) -> bool:
    """Whether the plural at `j` stands before another plural noun ("human rights treaties")."""
    if p.low(j) in words("noun_modifiers") or p.low(j + 1) == "-":
        k = j + 1
        while k < j + 4 and not _breaks(p, k) and not _acts(p, k):
            if is_plural(p.tokens[k].text):
                return True
            k += 1
        return False
    following = p.low(j + 1)
    return (
        p.kind(j + 1) == WORD
        and following not in words("noun_stop")
        and following not in words("noun_verbs")
        and is_plural(p.tokens[j + 1].text)
    )


def _acts(p: Passage, k: int) -> bool:
    return p.low(k) in words("noun_verbs") or (p.low(k).endswith("ed") and not p.capital(k))


def _any_head(p: Passage, start: int) -> tuple[int, int] | None:
    """The run of words from `start` to the first that cannot belong to a noun phrase."""
    j = start
    while j < start + _LONGEST and not _breaks(p, j):
        if p.low(j) in words("noun_verbs") or (j > start and _verbal(p, j)):
            break
        j += 1
    while j > start and (p.kind(j - 1) == SIGN or p.low(j - 1) in _LOOSE_ENDS):
        j -= 1
    if j == start or (j == start + 1 and _verbal(p, start)) or p.low(start).endswith("ing"):
        return None
    return start, j


_LOOSE_ENDS = frozenset({"’s", "'s"})
_VERBAL_LENGTH = 5


def _verbal(p: Passage, j: int) -> bool:
    """A past participle or adverb that ends a phrase, judged by its ending and what follows."""
    low = p.low(j)
    if len(low) < _VERBAL_LENGTH or p.capital(j):
        return False
    return low.endswith("ly") or (low.endswith(("ing", "ed")) and _ends_phrase(p, j + 1))


def _complete(p: Passage, first: int, last: int, *, plural: bool) -> Noun:
    """Add a complement with "of" or a coordinated noun where the head needs it."""
    name = _name(p, first, last)
    if p.low(last) == "of":
        fixed = p.phrase(last - 1, last + 2)
        if fixed in words("noun_fixed_of"):
            return Noun(f"{name} of {p.tokens[last + 1].text}", last + 2)
        if p.low(last - 1) in words("noun_of"):
            inner = noun_after(p, last, plural=plural)
            if inner.text:
                return Noun(f"{name} of {inner.text}", inner.stop)
        return Noun(name, last)
    if plural and p.low(last) in {"and", "or"}:
        other = _coordinated(p, last)
        if other is not None:
            return Noun(f"{name} or {other.text}", other.stop)
    return Noun(name, last)


def _coordinated(p: Passage, j: int) -> Noun | None:
    """The second noun of "temples and monasteries"; None where a new clause starts."""
    start = j + 1
    if p.kind(start) != WORD or _breaks(p, start) or p.low(start) in words("noun_verbs"):
        return None
    if p.low(start) == "others" or (p.low(start).endswith("ed") and not p.capital(start)):
        return None
    head = _plural_head(p, start)
    if (
        head is None
        or head[1] - head[0] > _COORDINATED
        or p.low(head[1]) in group("clause_openers")
    ):
        return None
    if _third_person(p, head[1] - 1):
        return None
    return Noun(_name(p, *head), head[1])


_COORDINATED = 4


def _name(p: Passage, first: int, last: int) -> str:
    first = next((j + 1 for j in range(last - 2, first, -1) if p.low(j) == "other"), first)
    while first < last - 1 and (
        (p.low(first) in words("noun_light") and p.low(first + 1) != "-")
        or p.kind(first) == SIGN
        or (p.low(first).endswith("ly") and len(p.low(first)) >= _VERBAL_LENGTH)
    ):
        first += 1
    opening = p.surface(first, last - 1) + " " if last - 1 > first else ""
    if last - 1 > first and p.glued(last - 1):
        opening = opening.rstrip()
    return (opening + singular(p.tokens[last - 1].text)).strip("“”\"‘’' ")


def plurals_before(p: Passage, i: int) -> tuple[str, ...]:
    """The plural nouns before token `i`, nearest first, in the singular."""
    places = range(i - 1, max(-1, i - _REACH), -1)
    plurals = (j for j in places if _stands_for_plural(p, j))
    return tuple(_name(p, _first_of_phrase(p, j), j + 1) for j in plurals)


def _stands_for_plural(p: Passage, j: int) -> bool:
    if p.kind(j) != WORD or _breaks(p, j) or not is_plural(p.tokens[j].text):
        return False
    if p.low(j) == "others" or p.low(j) in words("noun_modifiers"):
        return False
    return not _third_person(p, j)


def _third_person(p: Passage, j: int) -> bool:
    """Whether a word in -s is a verb by what follows: "possesses a", "demands that"."""
    return p.low(j + 1) in group("after_verb") and p.low(j).endswith("s")


def _first_of_phrase(p: Passage, j: int) -> int:
    first = j
    while first > max(0, j - _MODIFIERS) and p.kind(first - 1) == WORD:
        if _breaks(p, first - 1) or p.low(first - 1) in words("noun_verbs"):
            break
        first -= 1
    return first


# How far back, in tokens, a figure without a noun looks for one, and how many words before a
# noun are taken for its modifiers.
_REACH, _MODIFIERS = 30, 3
