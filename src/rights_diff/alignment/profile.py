"""What the alignment needs to know of each sentence, computed once per `align` call."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rights_diff.alignment.aliases import Aliases, expand, find_aliases
from rights_diff.alignment.words import (
    Token,
    concepts,
    hyphenless,
    rarity,
    stopwords,
    tokens,
)
from rights_diff.model import Quantity, Report, Section, SectionKind, Sentence

# Years, as far as reports go back and plans reach.
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
# An alias adds words that are not there; they weigh half of those that are.
_ALIAS_WEIGHT = 0.5
# Share of a word's weight that its rarity in the two reports at hand decides.
_LOCAL_SHARE = 0.5
# Nats of rarity from which a name is that of a person or place of one event (in fewer than
# 1 of 3,000 sentences), and the largest share of the sentences at hand that may hold it.
_SPECIFIC = 8.0
_SPECIFIC_SHARE = 0.08
# Sentences back that a pronoun may reach for its name.
_CASE_REACH = 3
_PRONOUNS = frozenset("both he her his it its she that their these they this those".split())
BULLETS = ("•", "▪", "◦", "‣", "·", "\uf0b7")
# Nats of rarity from which a word counts as telling (in fewer than 1 of 400 sentences).
RARE = 6.0

Weights = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A sentence in comparable form.

    Attributes:
        place: position in the report's body, 0–1.
        section: index of its section.
        words: folded text for string ratios.
        vector: stem → tf-idf weight, length 1.
        mass: stem → plain weight, for containment.
        concepts: near-synonym class or stem → weight, length 1.
        names: stems written with a capital inside sentences.
        specific: those of them that are rare words: people and places of one event.
        case: specific names of the paragraph so far, whom "he" and "they" may mean.
        figures: numbers but years; `years`: years.
        counted: head nouns of quantities, with the value's text as `noun=value` beside.
    """

    id: str
    number: int
    place: float
    section: int
    lead: bool
    words: str
    content: str
    meant: Weights
    meant_total: float
    size: int
    vector: Weights
    mass: Weights
    total: float
    concepts: Weights
    bigrams: Weights
    names: frozenset[str]
    figures: frozenset[str]
    years: frozenset[str]
    days: frozenset[str]
    specific: frozenset[str]
    case: frozenset[str]
    bullet: bool
    pronoun: bool
    counted: frozenset[str]
    topics: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A report's sentences as profiles, its sections, and where each sentence stands."""

    report: Report
    profiles: tuple[Profile, ...]
    sections: tuple[Section, ...]
    members: tuple[tuple[int, ...], ...]
    headings: tuple[Weights, ...]


class Lexicon:
    """Weights of stems in the two reports at hand: rare in general and rare here."""

    def __init__(self, sentences: Iterable[Iterable[str]]) -> None:
        counts: Counter[str] = Counter()
        total = 0
        for stems in sentences:
            counts.update(set(stems))
            total += 1
        self._counts = counts
        self._total = total + 1
        self._cache: Weights = {}

    def weight(self, stem: str) -> float:
        """Weight of a stem in nats; 0 for function words."""
        known = self._cache.get(stem)
        if known is None:
            known = self._cache[stem] = self._weigh(stem)
        return known

    def share(self, stem: str) -> float:
        """Share of all sentences at hand that hold the stem."""
        return self._counts[stem] / self._total

    def _weigh(self, stem: str) -> float:
        if stem in stopwords():
            return 0.0
        local = math.log(self._total / (self._counts[stem] + 0.5)) / math.log(self._total + 1)
        return rarity(stem) * (1 - _LOCAL_SHARE + _LOCAL_SHARE * max(0.0, local))


def prepare(old: Report, new: Report) -> tuple[Prepared, Prepared]:
    """Both reports with the features that the alignment compares."""
    aliases = find_aliases((old.text, new.text))
    read = [_read(r, _joined(old, new)) for r in (old, new)]
    lexicon = Lexicon([t.stem for t in ts] for words in read for ts in words)
    named = _names([ts for words in read for ts in words])
    return (
        _prepare(old, read[0], lexicon, aliases, named),
        _prepare(new, read[1], lexicon, aliases, named),
    )


def _joined(old: Report, new: Report) -> frozenset[str]:
    loose = hyphenless(old.text) | hyphenless(new.text)
    if not loose:
        return frozenset()
    words = {w.lower() for r in (old, new) for w in re.findall(r"[^\W\d_]+", r.text)}
    return frozenset(loose & words)


def _read(report: Report, joined: frozenset[str]) -> list[list[Token]]:
    return [tokens(s.span.of(report.text), joined) for s in report.sentences]


def _names(sentences: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Stems that stand with a capital inside a sentence, and mostly so."""
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for ts in sentences:
        for t in ts[1:]:
            (upper if t.word[0].isupper() else lower)[t.stem] += 1
    return frozenset(s for s, n in upper.items() if n > lower[s] and s not in stopwords())


def _prepare(
    report: Report,
    read: Sequence[list[Token]],
    lexicon: Lexicon,
    aliases: Aliases,
    named: frozenset[str],
) -> Prepared:
    sections = report.sections
    index = {s.id: i for i, s in enumerate(sections)}
    quantities = _by_sentence(report.quantities)
    days = _days(report)
    specific = [_specific(ts, named, lexicon) for ts in read]
    cases = _cases(report, specific)
    profiles = tuple(
        _profile(report, n, s, read[n], lexicon, aliases, named, index, quantities, days, specific[n], cases[n])
        for n, s in enumerate(report.sentences)
    )
    members: list[list[int]] = [[] for _ in sections]
    for p in profiles:
        members[p.section].append(p.number)
    headings = tuple(_heading_weights(s.heading, lexicon) for s in sections)
    return Prepared(
        report=report,
        profiles=profiles,
        sections=sections,
        members=tuple(map(tuple, members)),
        headings=headings,
    )


def _profile(
    report: Report,
    number: int,
    sentence: Sentence,
    read: list[Token],
    lexicon: Lexicon,
    aliases: Aliases,
    named: frozenset[str],
    index: dict[str, int],
    quantities: dict[str, list[Quantity]],
    days: dict[str, frozenset[str]],
    specific: frozenset[str],
    case: frozenset[str],
) -> Profile:
    stems = [t.stem for t in read if lexicon.weight(t.stem) > 0]
    mass = {s: lexicon.weight(s) for s in stems}
    for s in expand(stems, aliases)[len(stems) :]:
        mass.setdefault(s, _ALIAS_WEIGHT * lexicon.weight(s))
    mass = {s: w for s, w in mass.items() if w > 0}
    section = index[sentence.section]
    kinds = concepts()
    meant: Weights = {}
    for s, w in mass.items():
        for c in kinds.get(s, (s,)):
            meant[c] = max(w, meant.get(c, 0.0))
    pairs = {f"{a} {b}": lexicon.weight(a) + lexicon.weight(b) for a, b in zip(stems, stems[1:], strict=False)}
    digits = frozenset(s for s in stems if s[0].isdigit())
    years = frozenset(s for s in digits if _YEAR.fullmatch(s))
    return Profile(
        id=sentence.id,
        number=number,
        place=(number + 0.5) / len(report.sentences),
        section=section,
        lead=report.sections[section].kind is SectionKind.LEAD,
        words=" ".join(t.stem for t in read),
        content=" ".join(stems),
        meant=meant,
        meant_total=sum(meant.values()),
        size=len(read),
        vector=unit(mass),
        mass=mass,
        total=sum(mass.values()),
        concepts=unit(meant),
        bigrams=unit(pairs),
        names=named.intersection(stems),
        figures=digits - years,
        years=years,
        days=days.get(sentence.id, frozenset()),
        specific=specific,
        case=case | specific,
        bullet=report.text[sentence.span.start] in BULLETS or _after_bullet(report.text, sentence),
        pronoun=bool(read) and read[0].word.lower() in _PRONOUNS,
        counted=frozenset(w for q in quantities.get(sentence.id, ()) for w in _counted(q)),
        topics=frozenset(sentence.topics),
    )


def _specific(read: Sequence[Token], named: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        t.stem
        for t in read
        if t.stem in named
        and t.word[0].isupper()
        and rarity(t.stem) >= _SPECIFIC
        and lexicon.share(t.stem) <= _SPECIFIC_SHARE
    )


def _cases(report: Report, specific: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """For each sentence the specific names that stand before it in its paragraph."""
    found: list[frozenset[str]] = []
    last = None
    names: list[frozenset[str]] = []
    for n, s in enumerate(report.sentences):
        if last is None or last.section != s.section or "\n" in report.text[last.span.end : s.span.start]:
            names = []
        found.append(frozenset().union(*names[-_CASE_REACH:]))
        names.append(specific[n])
        last = s
    return found


def _after_bullet(text: str, sentence: Sentence) -> bool:
    before = text[max(0, sentence.span.start - 3) : sentence.span.start].rstrip()
    return before.endswith(BULLETS)


def unit(weights: Weights) -> Weights:
    """The weights scaled to Euclidean length 1."""
    length = math.sqrt(sum(w * w for w in weights.values()))
    return {s: w / length for s, w in weights.items()} if length else {}


def _heading_weights(heading: str | None, lexicon: Lexicon) -> Weights:
    stems = [t.stem for t in tokens(heading or "")]
    return unit({s: w for s in stems if (w := lexicon.weight(s)) > 0})


def _by_sentence(quantities: Iterable[Quantity]) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = defaultdict(list)
    for q in quantities:
        if q.sentence is not None:
            found[q.sentence].append(q)
    return found


def _counted(quantity: Quantity) -> tuple[str, ...]:
    noun = quantity.counted or quantity.unit
    return (noun.lower(),) if noun else ()


def _days(report: Report) -> dict[str, frozenset[str]]:
    """Sentence id → days and months named in it, as ISO text."""
    found: dict[str, set[str]] = defaultdict(set)
    dates = sorted((d for d in report.dates if len(d.iso) > 4), key=lambda d: d.span)
    at = 0
    for s in report.sentences:
        while at < len(dates) and dates[at].span.end <= s.span.start:
            at += 1
        k = at
        while k < len(dates) and dates[k].span.start < s.span.end:
            found[s.id].add(dates[k].iso)
            k += 1
    return {i: frozenset(v) for i, v in found.items()}


def dot(a: Weights, b: Weights) -> float:
    """Sum of products over the keys that both hold."""
    if len(a) > len(b):
        a, b = b, a
    return math.fsum(w * b[s] for s, w in a.items() if s in b)
