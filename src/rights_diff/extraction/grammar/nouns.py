"""What is counted: the head noun after a number, in the singular."""

from __future__ import annotations

from typing import NamedTuple

from rights_diff.extraction.grammar.lexicon import group, pairs, table, words
from rights_diff.extraction.grammar.noun_words import (
    QUOTES,
    VERBAL_LENGTH,
    acts,
    breaks,
    ends_phrase,
    name_of,
    third_person,
)
from rights_diff.extraction.grammar.numerals import read_cardinal
from rights_diff.extraction.grammar.plurals import is_plural
from rights_diff.extraction.grammar.tokens import NUMBER, SIGN, WORD, Passage

__all__ = ["Noun", "is_pronoun", "noun_after"]

# A noun phrase longer than this is a misreading.
_LONGEST = 9
# A second noun after "and", an owner and a participle's noun stand within so many tokens.
_COORDINATED = 4


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
    if p.low(i) in {"of", "out"} and (known := _of_known(p, i)):
        return known
    if p.low(start) in {"others", "other"} and ends_phrase(p, start + 1):
        return Noun(None, start + 1)
    head = _plural_head(p, start) if plural else None
    if head is None:
        head = _any_head(p, start)
    if head is None:
        return Noun(None, i)
    first, last = head
    return _complete(p, first, last, plural=plural)


def _of_known(p: Passage, i: int) -> Noun | None:
    """What "of" at token `i` leads back to: people, things named before, another figure's noun."""
    if p.low(i) == "of" and p.low(i + 1) == "those" and _people_follow(p, i + 2):
        return Noun("person", i + 2)
    if p.low(i) == "of" and is_pronoun(p, i + 1):
        return Noun(None, i + 2)
    if p.phrase(i, i + 3) in {"of its kind", "of its type"}:
        return Noun(None, i + 3)
    of = i + 1 if p.phrase(i, i + 2) == "out of" else i
    whole = read_cardinal(p, _skip_opening(p, of)) if p.low(of) == "of" else None
    if whole is None:
        return None
    # "two of the 12 defendants": the 12 are a figure of their own
    return Noun(noun_after(p, whole.stop, plural=True).text, i)


def is_pronoun(p: Passage, i: int) -> bool:
    """Whether token `i` stands for what was named before: "of them", not "of these people"."""
    if p.low(i) not in group("counted_pronouns"):
        return False
    return p.low(i) not in {"these", "those"} or ends_phrase(p, i + 1) or _verbal(p, i + 1)


def _people_follow(p: Passage, i: int) -> bool:
    """Whether "those" at the token before stands for people: "those who", "those arrested"."""
    return p.low(i) == "who" or (p.kind(i) == WORD and p.low(i).endswith(("ed", "ing")))


def _skip_opening(p: Passage, i: int) -> int:
    j = i
    if p.low(j) == "of":
        j += 1
        while p.low(j) in group("determiners") or p.low(j) in {"a", "an", "’s", "'s"}:
            j += 1
        j = _past_owner(p, j)
    elif p.low(j - 1) == "half" and p.low(j) in group("determiners"):  # "half the residents"
        j += 1
    while p.low(j) in _OPENINGS:
        if p.low(j) == "more" and p.low(j + 1) == "than":
            break
        j += 1
    if p.low(j + 1) == "-":
        if p.phrase(j + 2, j + 5) in {"year - old", "month - old"}:  # "three 12-year-old girls"
            j += 5
        elif p.kind(j) == NUMBER and p.low(j + 2) in table("unit_time"):
            j += 3  # "two 60-day extensions"
    while p.low(j).endswith("ly") and p.low(j + 1).endswith("ed"):  # "previously redacted pages"
        j += 1
    return j


_OPENINGS = QUOTES | {"other", "further", "more", "such", "former"}


def _past_owner(p: Passage, i: int) -> int:
    """Past "city’s" in "of the city’s markets"; `i` where there is no owner."""
    for j in range(i, i + _COORDINATED):
        if p.low(j) in {"’s", "'s"} and (p.low(i - 1) in group("determiners") or p.capital(i)):
            return j + 1
        if breaks(p, j):
            break
    return i


def _plural_head(p: Passage, start: int) -> tuple[int, int] | None:
    """First and last token of the phrase up to its plural head; None where there is no plural."""
    j = start
    if p.low(j) in words("noun_verbs") and not _participle(p, j):
        return None
    while j < start + _LONGEST:
        if breaks(p, j) and not (_list_of_adjectives(p, j, start) or _proper_of(p, j)):
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
        if breaks(p, k) or acts(p, k):
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
    if p.low(j) == "," and p.low(j + 1) in {"and", "or"}:
        # "economic, social, and cultural rights"; "most of the year, and judges" is a new clause
        return any(p.low(k) == "," for k in range(start, j))
    if p.low(j - 1) in table("unit_time"):
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
        while k < j + 4 and not breaks(p, k) and not acts(p, k):
            if is_plural(p.tokens[k].text):
                return True
            k += 1
        return False
    # "teachers unions", "Fisheries officials"; "in some cases guards" is none
    named = p.capital(j) and (p.capital(j - 1) or p.low(j - 1) == "of")
    following = p.low(j + 1) in words("noun_stop") or acts(p, j + 1)
    if named and p.kind(j + 1) == WORD and not following and is_plural(p.tokens[j + 1].text):
        return True
    return p.low(j + 1) in words("noun_bodies")


def _any_head(p: Passage, start: int) -> tuple[int, int] | None:
    """The run of words from `start` to the first that cannot belong to a noun phrase."""
    j = start
    while j < start + _LONGEST and not breaks(p, j):
        if p.low(j) in words("noun_verbs") or (j > start and _verbal(p, j)):
            break
        j += 1
        if (p.low(j - 1) in table("unit_time") or p.low(j - 1) == "time") and p.low(j) != "-":
            break  # "for the fourth consecutive year rain failed"
    while j > start and (p.kind(j - 1) == SIGN or p.low(j - 1) in _LOOSE_ENDS):
        j -= 1
    if j == start or (j == start + 1 and _verbal(p, start)) or p.low(start).endswith("ing"):
        return None
    if p.low(start) in words("noun_predicates") and p.low(j) in {"for", "to", "of", "from"}:
        return None  # "two deputies, one responsible for"
    return start, j


_LOOSE_ENDS = frozenset({"’s", "'s"})


def _verbal(p: Passage, j: int) -> bool:
    """A past participle or adverb that ends a phrase, judged by its ending and what follows."""
    low = p.low(j)
    if len(low) < VERBAL_LENGTH or p.capital(j):
        return False
    if low.endswith("ing") and (p.capital(j + 1) or p.low(j + 1) in group("determiners")):
        return True  # "a resolution condemning North Korea"
    return low.endswith("ly") or (low.endswith(("ing", "ed")) and ends_phrase(p, j + 1))


def _complete(p: Passage, first: int, last: int, *, plural: bool) -> Noun:
    """Add a complement with "of" or a coordinated noun where the head needs it."""
    name = name_of(p, first, last)
    if p.low(last) == "of":
        fixed = p.phrase(last - 1, last + 2)
        if fixed in words("noun_fixed_of"):
            return Noun(f"{name} of {p.tokens[last + 1].text}", last + 2)
        if p.low(last - 1) in words("noun_of"):
            inner = noun_after(p, last, plural=plural)
            if inner.text:
                return Noun(f"{name} of {inner.text}", inner.stop)
        return Noun(name, last)
    joint = _past_bracket(p, last)
    if plural and p.low(joint) in {"and", "or"}:
        other = _coordinated(p, joint)
        if other is not None:
            return Noun(f"{name} or {other.text}", other.stop)
    return Noun(name, last)


def _past_bracket(p: Passage, j: int) -> int:
    """Past a short name in brackets: "ethnic Koreans (Zainichi) and …"."""
    if p.low(j) != "(" or p.kind(j + 1) != WORD:
        return j
    closing = next((k for k in range(j + 1, j + _COORDINATED) if p.low(k) == ")"), None)
    return closing + 1 if closing else j


def _coordinated(p: Passage, j: int) -> Noun | None:
    """The second noun of "temples and monasteries"; None where a new clause starts."""
    start = j + 1
    if p.kind(start) != WORD or breaks(p, start) or p.low(start) in words("noun_verbs"):
        return None
    low = p.low(start)
    if low in {"others", "other"} or (low.endswith(("ed", "ly")) and not p.capital(start)):
        return None
    if low.endswith("ing") and (p.low(start + 1) in pairs("number_vague") or breaks(p, start + 1)):
        return None  # "killing nine people and injuring dozens"
    head = _plural_head(p, start)
    if (
        head is None
        or head[1] - head[0] > _COORDINATED
        or p.low(head[1]) in group("clause_openers")
    ):
        return None
    if third_person(p, head[1] - 1) or any(p.low(k) in pairs("number_vague") for k in range(*head)):
        return None
    return Noun(name_of(p, *head), head[1])
