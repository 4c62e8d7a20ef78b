"""The words, figures and dates of one side of a ledger row, ready for the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import NamedTuple

from rights_diff.comparison.edits.marking import count_words
from rights_diff.comparison.words.lexicon import word_set
from rights_diff.comparison.words.stemming import stem
from rights_diff.comparison.words.typography import fold
from rights_diff.model import DateMention, Quantity, Report, Sentence, Span

# Letters that a country's name shares with its adjective ("Korea", "Korean").
_ROOT = 4
# Length of a date that names a day (2017-09-03), and where its month and day stand.
_DAY = 10
_MONTH_AND_DAY = slice(5, None)
_MONTH = slice(5, 7)

__all__ = ["Claim", "ReportIndex", "Word", "likeness", "other_time", "split_keys", "stops"]

# Marks that part two words of a sentence.
_STOPS = frozenset(",;:—–()")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)


class Word(NamedTuple):
    """A word, its folded lower-case form, its stem, and where it stands.

    `small` words are common and carry no claim of their own; `sentence` and `place` count the
    sentences and words of its claim.
    """

    text: str
    key: str
    stem: str
    small: bool
    span: Span
    sentence: int = 0
    place: int = 0

    @property
    def is_name(self) -> bool:
        """Whether it is written with a capital or as an acronym."""
        return self.text[0].isupper()


class Claim:
    """One side of a row: sentences of one report that stand together."""

    def __init__(
        self,
        text: str,
        spans: Iterable[Span],
        *,
        quantities: tuple[Quantity, ...] = (),
        dates: tuple[DateMention, ...] = (),
        year: int | None = None,
        country: str | None = None,
        publisher: str | None = None,
    ) -> None:
        self.text = text
        self.spans = tuple(spans)
        self.quantities = quantities
        self.dates = dates
        self.year = year
        self.country = country
        self.publisher = publisher

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        found: list[Word] = []
        for n, span in enumerate(self.spans):
            found.extend(_words(self.text, span, n, len(found)))
        return tuple(found)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Lower-case forms of all words in order."""
        return tuple([w.key for w in self.words])

    @cached_property
    def content(self) -> frozenset[str]:
        """Stems of the words that carry meaning."""
        return frozenset([w.stem for w in self.words if not w.small])

    @cached_property
    def names(self) -> frozenset[str]:
        """Stems of capitalised words other than those that open a sentence or name the country."""
        starts = {s.start for s in self.spans}
        own = tuple(key[:_ROOT] for key in split_keys(self.country or ""))
        return frozenset(
            w.stem
            for w in self.words
            if w.is_name
            and not w.small
            and w.span.start not in starts
            and not (own and w.key.startswith(own))
        )

    @cached_property
    def days(self) -> frozenset[str]:
        """Month and day of each date that names a day."""
        parts = (part for d in self.dates for part in d.iso.split("/"))
        return frozenset(part[_MONTH_AND_DAY] for part in parts if len(part) == _DAY)

    @cached_property
    def months(self) -> frozenset[str]:
        """Month of each date that names one."""
        parts = (part for d in self.dates for part in d.iso.split("/"))
        return frozenset(part[_MONTH] for part in parts if len(part) >= _MONTH.stop)

    @cached_property
    def plain(self) -> str:
        """The sentences as one string."""
        return " ".join(s.of(self.text) for s in self.spans)


def likeness(old: Claim, new: Claim) -> float:
    """Share of the words of meaning that both claims have in common, 0–1."""
    return len(old.content & new.content) / max(1, len(old.content | new.content))


class ReportIndex:
    """What a report holds, by sentence."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.order = {s.id: n for n, s in enumerate(report.sentences)}
        self.sentences: Mapping[str, Sentence] = {s.id: s for s in report.sentences}
        self.sections = {s.id: s for s in report.sections}
        covered = report.metadata.covered_years
        self.year = covered[-1] if covered else report.metadata.published_year
        self._quantities: dict[str, list[Quantity]] = {}
        for quantity in report.quantities:
            if quantity.sentence is not None:
                self._quantities.setdefault(quantity.sentence, []).append(quantity)
        self._dates = _by_sentence(report)
        self._claims: dict[tuple[str, ...], Claim] = {}

    @cached_property
    def lengths(self) -> Mapping[str, int]:
        """Words of each sentence, in order."""
        text = self.report.text
        return {s.id: count_words(s.span.of(text)) for s in self.report.sentences}

    def claim(self, ids: tuple[str, ...]) -> Claim:
        """The sentences with these ids as one claim, made once."""
        if ids not in self._claims:
            self._claims[ids] = self._claim(ids)
        return self._claims[ids]

    def _claim(self, ids: tuple[str, ...]) -> Claim:
        return Claim(
            self.report.text,
            (self.sentences[i].span for i in ids),
            quantities=self.quantities(ids),
            dates=tuple(d for i in ids for d in self._dates.get(i, ())),
            year=self.year,
            country=self.report.metadata.country,
            publisher=self.report.metadata.organization,
        )

    def quantities(self, ids: tuple[str, ...]) -> tuple[Quantity, ...]:
        """The figures of these sentences, in order."""
        return tuple(q for i in ids for q in self._quantities.get(i, ()))

    def plain(self, ids: tuple[str, ...]) -> str:
        """The words of these sentences as one string."""
        return " ".join(self.sentences[i].span.of(self.report.text) for i in ids)


def other_time(old: Claim, new: Claim) -> bool:
    """Whether both claims name days, or months, of a year and none of them is the same."""
    return any(
        bool(a and b and not a & b) for a, b in ((old.days, new.days), (old.months, new.months))
    )


def stops(left: Word, right: Word, claim: Claim) -> bool:
    """Whether punctuation or a new sentence parts two neighbouring words."""
    if left.sentence != right.sentence:
        return True
    between = claim.text[left.span.end : right.span.start]
    return between != " " and not _STOPS.isdisjoint(between)


def _by_sentence(report: Report) -> dict[str, list[DateMention]]:
    found: dict[str, list[DateMention]] = {}
    waiting = sorted(report.dates, key=lambda d: d.span)
    at = 0
    for sentence in sorted(report.sentences, key=lambda s: s.span):
        while at < len(waiting) and waiting[at].span.start < sentence.span.start:
            at += 1
        while at < len(waiting) and waiting[at].span.end <= sentence.span.end:
            found.setdefault(sentence.id, []).append(waiting[at])
            at += 1
    return found


def _words(text: str, span: Span, sentence: int, first: int) -> Iterable[Word]:
    # What `Word(…)` and `Span(…)` do, without a call of a function each.
    new = tuple.__new__
    for place, m in enumerate(_WORD.finditer(text, span.start, span.end), start=first):
        word = m[0]
        yield new(Word, (word, *_forms(word), new(Span, m.span()), sentence, place))


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[str, str, bool]:
    """What a word is looked up by: its key, its stem, and whether it is small."""
    key = _key(word)
    return key, stem(key), key in word_set("small_words")


def split_keys(phrase: str) -> tuple[str, ...]:
    """The words of a phrase in the form that `Word.key` has.

    >>> split_keys("so-called Workers’ camps")
    ('so', 'called', 'workers', 'camps')
    """
    return tuple(_key(m[0]) for m in _WORD.finditer(phrase))


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    key = fold(word).lower()
    return key[:-2] if key.endswith("'s") else key.rstrip("'")
