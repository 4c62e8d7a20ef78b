"""The figures of one report, each told once however often the report repeats it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from rights_diff.comparison.claims import ReportIndex, likeness, split_keys
from rights_diff.comparison.figures import Figure, figures_of
from rights_diff.comparison.figures.affinity import affinity
from rights_diff.comparison.figures.relations import bounds
from rights_diff.extraction.grammar.lexicon import table
from rights_diff.model import QuantityKind
from rights_diff.timelines.lexicon import pairs, word_set

__all__ = ["COUNTRY_ROOT", "Mention", "mentions_of"]

# Families that can be followed over the years: ages and prison terms belong to one case, and
# distances mostly tell where something is; "the lowest since 2002" is no figure of its own.
_FOLLOWED = frozenset({"count", "money", "share", "ordinal", "rate"})
# Least affinity of two figures of one report that are one figure told twice.
_REPEATED = 3.0
_AGE_REACH = 60  # characters
# Characters and words after a share in which "majority" or "threshold" makes a rule of it.
_RULE_REACH, _RULE_WORDS = 60, 4
# Counts up to this one are met twice by chance: they are one figure only in like sentences.
_SMALL = 12
_ALIKE = 0.25
# Letters that a country's name shares with its adjective ("Korea", "Korean").
COUNTRY_ROOT = 4
# Words after a number that count on from others.
_BESIDE_OTHERS = frozenset({"additional", "another", "further", "more"})
# What stands before the number of which a part is told: "one of every | 10 miners".
_OF_EVERY = re.compile(r"\b(?:of|in|for) (?:each|every) $", re.IGNORECASE)
_OF_EVERY_REACH = 12  # characters
# The two ends of what several sources say, and the characters between them.
_ENDS = ("as low as", "as high as")
_ENDS_REACH = 120
# What stands between cases and the people of them: "10 cases, involving 12 children".
_INVOLVING = re.compile(
    r"[ ,(]{1,3}(?:of labor )?(?:involving|of|with|performed by|committed by) ", re.IGNORECASE
)
# What stands between a sum and its conversion: "90,000 won per month ($100)".
_CONVERSION = re.compile(r"(?:\s+[a-z]{1,12}|\s*\([A-Z]{3}\)){0,3}\s*\(\s*")


@dataclass(frozen=True)
class Mention:
    """A figure of one report with its repeats, the first mention first.

    `edition` counts the editions of the timeline, `place` the mentions of the report.
    """

    edition: int
    place: int
    figures: tuple[Figure, ...]
    topics: frozenset[str] = frozenset()

    @property
    def figure(self) -> Figure:
        """Where the report tells it first."""
        return self.figures[0]

    @property
    def as_of(self) -> int | None:
        """The year the figure is about."""
        return self.figure.quantity.as_of

    @property
    def names_year(self) -> bool:
        """Whether the sentence itself gives the year."""
        return self.as_of is not None and str(self.as_of) in self.figure.sentence_text

    @cached_property
    def dwelling(self) -> str | None:
        """Whether people are told to be somewhere (`stock`), to go or arrive (`flow`), or to be
        sent `back`; None where it is not told, or several are.
        """
        said = {told for f in self.figures if f.family == "count" for told in _dwelling(f)}
        return said.pop() if len(said) == 1 else None

    @cached_property
    def ages(self) -> frozenset[float]:
        """The ages told right after the figure: 15 and 16 of "12 children ages 15 and 16", of
        "10 cases involving 12 children ages 15 and 16" too.
        """
        quantity = self.figure.quantity
        end = quantity.span.end
        later = [q for q in self.figure.claim.quantities if q.span.start >= end]
        if later and _INVOLVING.fullmatch(self.figure.claim.text[end : later[0].span.start]):
            end = later[0].span.end
            later = later[1:]
        later = list(takewhile(lambda q: q.kind is QuantityKind.AGE, later))
        near = (q for q in later[:1] if q.span.start - end <= _AGE_REACH)
        return frozenset(x for q in near for x in (q.value, q.low, q.high) if x is not None)

    @property
    def key(self) -> tuple[int, int]:
        """What sets it apart from all others."""
        return self.edition, self.place


def _dwelling(figure: Figure) -> set[str]:
    kinds = pairs("dwelling")
    return {kinds[key] for key in figure.near_keys & kinds.keys()}


def mentions_of(edition: int, index: ReportIndex) -> tuple[Mention, ...]:
    """The figures of a report that can be followed, in order, repeats folded."""
    homes = dict.fromkeys(q.sentence for q in index.report.quantities if q.sentence)
    figures = [f for s in homes for f in figures_of(index.claim((s,))) if _is_followed(f)]
    groups: list[list[Figure]] = []
    by_bounds: dict[tuple[str, tuple[float, float]], list[list[Figure]]] = {}
    for figure in figures:
        key = figure.family, bounds(figure.quantity)
        home = None if figure.boundless else _home(figure, by_bounds.get(key, ()))
        if home is None:
            home = []
            groups.append(home)
            by_bounds.setdefault(key, []).append(home)
        home.append(figure)
    return tuple(Mention(edition, n, tuple(g), _topics(g, index)) for n, g in enumerate(groups))


def _is_followed(figure: Figure) -> bool:
    """Whether it tells how much or how many there was or were of something.

    "No reports" and "several reports" only say that there was word of something, "in some cases"
    and "much higher" nothing; an increase by 92 is no level; a two-thirds majority and the only
    legal party are rules; 160 hours a year are a length of time.
    """
    if figure.family not in _FOLLOWED or _is_conversion(figure) or figure.change:
        return False
    none = figure.quantity.kind is QuantityKind.ZERO or figure.quantity.value == 0
    numberless = figure.boundless or none
    heads = {h.lower() for h in figure.heads}
    if numberless and heads & (word_set("word_nouns") | word_set("loose_nouns")):
        return False
    if "higher" in figure.core.split() or figure.core.split()[:1] == ["only"]:
        return False
    if _is_increment(figure) or _is_of_many_sources(figure):
        return False
    text, end = figure.claim.text, figure.quantity.span.end
    if figure.core == figure.words.lower() and text.startswith(" involving ", end):
        return False  # "six involving seven children" are cases, told before
    start = figure.quantity.span.start
    if _OF_EVERY.search(text, max(0, start - _OF_EVERY_REACH), start):
        return False
    return figure.quantity.counted not in table("unit_time") and not _is_rule(figure)


def _is_increment(figure: Figure) -> bool:
    """Whether it tells of more beside others: "six additional zones", "two more"."""
    words = figure.words.lower().split()[1:]
    if figure.family == "count" and figure.core == figure.words.lower():
        after = figure.claim.text[figure.quantity.span.end :].split(maxsplit=1)
        words += after[:1]
    return not _BESIDE_OTHERS.isdisjoint(words)


def _is_of_many_sources(figure: Figure) -> bool:
    """Whether it is the lowest or highest of what several say, and bounds nothing: "some placed it
    as low as 300, others as high as 900".
    """
    start = figure.quantity.span.start - figure.sentence_start
    near = figure.sentence_text[max(0, start - _ENDS_REACH) : start + _ENDS_REACH].lower()
    own = figure.words.lower()
    return any(end in own for end in _ENDS) and all(end in near for end in _ENDS)


def _is_rule(figure: Figure) -> bool:
    """Whether it is the share that a law asks for: "a two-thirds majority"."""
    if figure.family != "share":
        return False
    end = figure.quantity.core.end
    words = split_keys(figure.claim.text[end : end + _RULE_REACH])[:_RULE_WORDS]
    return not word_set("rule_words").isdisjoint(words)


def _is_conversion(figure: Figure) -> bool:
    """Whether it tells a sum before it again in another currency: "90,000 won ($100)"."""
    if figure.family != "money":
        return False
    start = figure.quantity.span.start
    ends = (q.span.end for q in figure.claim.quantities)
    text = figure.claim.text
    return any(end <= start and _CONVERSION.fullmatch(text[end:start]) for end in ends)


def _topics(figures: Sequence[Figure], index: ReportIndex) -> frozenset[str]:
    homes = (index.sentences[f.quantity.sentence] for f in figures if f.quantity.sentence)
    return frozenset(t for s in homes for t in s.topics)


def _home(figure: Figure, groups: Sequence[list[Figure]]) -> list[Figure] | None:
    """The group of the figure that this one tells again."""
    for group in groups:
        first = group[0]
        same_year = first.quantity.as_of == figure.quantity.as_of
        if same_year and affinity(first, figure) >= _REPEATED and not _by_chance(first, figure):
            return group
    return None


def _by_chance(a: Figure, b: Figure) -> bool:
    """Whether a small number may well be told of two things."""
    if a.quantity.sentence == b.quantity.sentence and (a.nouns != b.nouns or a.object != b.object):
        return True  # "one prison and one hospital"
    value = a.quantity.value
    return value is not None and value <= _SMALL and likeness(a.claim, b.claim) < _ALIKE
