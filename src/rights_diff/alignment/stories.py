"""Who a sentence tells of: names of its own, or those that "he", "they", "all three" stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rights_diff.alignment.words import Token
from rights_diff.model import Report, Sentence

# Sentences back that a pronoun may reach for its name.
REACH = 3
PRONOUNS = frozenset({"both", "he", "her", "his", "it", "its", "she", "that"})
PRONOUNS |= {"their", "these", "they", "this", "those"}
_ONE_PERSON = frozenset({"he", "her", "herself", "him", "himself", "his", "she"})
# "All three …", "The two men …", "Another man …": people named before.
_RETURNING = frozenset({"all", "another", "neither", "none", "other", "others", "some"})
_FEW = frozenset(str(n) for n in range(2, 10))


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Whom a sentence tells of.

    Attributes:
        who: specific names of the sentence, or those nearest before it where it points back.
        single: whether it speaks of one person.
        points_back: whether it opens with a word for somebody or something named before.
    """

    who: frozenset[str]
    single: bool
    points_back: bool


def stories(
    report: Report, read: Sequence[Sequence[Token]], specific: Sequence[frozenset[str]]
) -> list[Story]:
    """The story of each sentence, in order."""
    found: list[Story] = []
    names: list[frozenset[str]] = []
    last: Sentence | None = None
    for n, s in enumerate(report.sentences):
        if last is None or last.section != s.section or _breaks(report.text, last, s):
            names = []
        single = not _ONE_PERSON.isdisjoint([word.lower() for _, word, _ in read[n]])
        back = points_back(read[n])
        before = next((x for x in reversed(names[-REACH:]) if x), frozenset())
        found.append(
            Story(
                who=specific[n] or (before if single or back else frozenset()),
                single=single,
                points_back=back,
            )
        )
        names.append(specific[n])
        last = s
    return found


def points_back(read: Sequence[Token]) -> bool:
    """Whether the first words stand for what was named before."""
    first = [t.word.lower() for t in read[:2]]
    if not first:
        return False
    if first[0] in PRONOUNS:
        return True
    if first[0] in _RETURNING or first[0] == "the":
        return len(read) > 1 and read[1].stem in _FEW
    return False


def _breaks(text: str, before: Sentence, after: Sentence) -> bool:
    return "\n" in text[before.span.end : after.span.start]
