"""Quantities without a number: several, many, numerous, most, a number of, larger numbers of."""

from __future__ import annotations

from rights_diff.extraction.grammar.lexicon import group, table, words
from rights_diff.extraction.grammar.magnitudes import read_vague
from rights_diff.extraction.grammar.nouns import Noun, noun_after
from rights_diff.extraction.grammar.numerals import read_cardinal
from rights_diff.extraction.grammar.plurals import is_plural
from rights_diff.extraction.grammar.qualifiers import hedge_before
from rights_diff.extraction.grammar.tokens import MONEY, WORD, Passage
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.model import Qualifier, QuantityKind

__all__ = ["higher_figure", "majority_figure", "numbers_of", "vague_figure"]


def vague_figure(p: Passage, i: int) -> Mention | None:
    """Several people, many prisoners, numerous tests, some cases."""
    word = p.low(i)
    if _before_number(p, i) or _degree(p, i) or (word == "most" and not _most(p, i)):
        return None
    noun = noun_after(p, i + 1, plural=True)
    if noun.text is not None and not _plural_at(p, noun.stop):
        if word == "some":
            return None  # "some progress": no count
        noun = Noun(None, i + 1)  # "many die"
    if noun.text is None and not _stands_alone(p, i):
        return None
    unit = table("unit_time").get(p.low(i + 1))
    hedge = hedge_before(p, i)
    first = i - (word == "few" and p.low(i - 1) == "a")
    return Mention(
        start=hedge.edge if hedge else first, stop=max(noun.stop, i + 1), core_start=i,
        core_stop=i + 1, kind=_kind(word, unit), low=_MOST if word == "most" else None,
        qualifier=Qualifier.VAGUE, unit=unit, counted=noun.text, anaphoric=noun.text is None,
    )  # fmt: skip


# "Most" and "a majority" are more than half.
_MOST = 0.5


def _before_number(p: Passage, i: int) -> bool:
    """Before a number ("some 6,000", "several hundred", "many thousands") other rules read it."""
    if p.kind(i + 1) == MONEY or read_cardinal(p, i + 1) is not None:
        return True
    return read_vague(p, i) is not None or read_vague(p, i + 1) is not None


def _degree(p: Passage, i: int) -> bool:
    """How many, as few, the few: no figure."""
    before = p.low(i - 1)
    if p.low(i) == "few":
        return before not in {"a", "", "for", "relatively", "very"}
    return p.low(i) in {"many", "most"} and before in group("before_degree")


def _kind(word: str, unit: str | None) -> QuantityKind:
    if unit is not None:
        return QuantityKind.VAGUE_DURATION
    return QuantityKind.VAGUE_PROPORTION if word == "most" else QuantityKind.VAGUE_COUNT


def _stands_alone(p: Passage, i: int) -> bool:
    """Whether a vague word without a noun means people or things: "some were", "many of them"."""
    following = p.low(i + 1)
    if p.low(i) == "few":
        return i == 0 and following in group("modals")
    return following in group("after_alone") or following in words("noun_verbs")


def _most(p: Passage, i: int) -> bool:
    """A proportion ("most cases", "most of them"), not a superlative ("most recent visit")."""
    if p.low(i + 1) == "of":
        return True
    opening = p.low(i - 1) in {"", ",", ";", "and", "but", "while"}
    if opening and p.low(i + 1) in group("auxiliaries"):
        return True  # "Most were attributed to …"
    if p.kind(i + 1) != WORD or p.low(i + 1) in words("noun_stop"):
        return False
    if p.low(i - 1) in {"’s", "'s", "their", "its", "his", "her"}:
        return False
    noun = noun_after(p, i + 1, plural=True)
    return noun.text is not None and _plural_at(p, noun.stop)


def _plural_at(p: Passage, stop: int) -> bool:
    return p.kind(stop - 1) == WORD and is_plural(p.tokens[stop - 1].text)


def numbers_of(p: Passage, i: int) -> Mention | None:
    """A number of journalists, larger numbers of people, high numbers of deaths."""
    if p.low(i + 1) != "of":
        return None
    sized = p.low(i - 1) in group("sizes")
    if p.low(i) == "number" and not (
        p.low(i - 1) == "a" or (sized and p.low(i - 2) in {"a", "an"})
    ):
        return None
    if p.low(i) == "numbers" and not sized:
        return None
    noun = noun_after(p, i + 1, plural=True)
    if noun.text is None:
        return None
    core = i - 1 if sized else i
    start = core - 1 if p.low(core - 1) in {"a", "an"} else core
    return Mention(
        start=start, stop=noun.stop, core_start=core, core_stop=i + 1,
        kind=QuantityKind.VAGUE_COUNT, qualifier=Qualifier.VAGUE, counted=noun.text,
    )  # fmt: skip


def higher_figure(p: Passage, i: int) -> Mention | None:
    """The number of abductees is much higher: more than the figure told before."""
    if p.low(i - 1) not in {"much", "far", "significantly", "considerably", "be"}:
        return None
    for j in range(i - 2, max(-1, i - _TOLL_REACH), -1):
        if p.low(j) in {"number", "numbers", "figure", "toll", "total"} and p.low(j + 1) == "of":
            noun = noun_after(p, j + 1, plural=True)
            start = i if p.low(i - 1) == "be" else i - 1
            return Mention(
                start=start, stop=i + 1, core_start=start, core_stop=i + 1,
                kind=QuantityKind.VAGUE_COUNT, qualifier=Qualifier.MORE_THAN, counted=noun.text,
            )  # fmt: skip
    return None


# "The number of …" stands at most so many tokens before "higher".
_TOLL_REACH = 14


def majority_figure(p: Passage, i: int) -> Mention | None:
    """A significant majority of them, the vast majority."""
    if p.low(i + 1) != "of":
        return None
    noun = noun_after(p, i + 1, plural=True)
    start = i - 1 if p.kind(i - 1) == WORD and p.low(i - 1) not in {"the", "a"} else i
    return Mention(
        start=start, stop=max(noun.stop, i + 1), core_start=i, core_stop=i + 1,
        kind=QuantityKind.VAGUE_PROPORTION, low=_MOST, qualifier=Qualifier.VAGUE,
        counted=noun.text, anaphoric=noun.text is None,
    )  # fmt: skip
