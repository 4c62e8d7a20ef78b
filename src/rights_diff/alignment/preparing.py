"""Both reports made comparable: profiles of all sentences, once per `align` call."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rights_diff.alignment.aliases import Glossary, find_aliases
from rights_diff.alignment.clauses import Parts
from rights_diff.alignment.lexicon import Lexicon
from rights_diff.alignment.manner import episode, standing
from rights_diff.alignment.profile import Prepared, Profile
from rights_diff.alignment.stories import Story, stories
from rights_diff.alignment.vectors import Weights, meant, unit
from rights_diff.alignment.words import Token, has_hyphen, hyphenless, stem, tokens
from rights_diff.model import Report, SectionKind, Sentence

# Years, as far as reports go back and plans reach.
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
# Classes of words for what befalls people in an attack or an accident.
_HARM = frozenset({"~deaths", "~wound"})
# An alias adds words that are not there; they weigh half of those that are.
_ALIAS_WEIGHT = 0.5
# Lesser figures are shared by chance, whatever their year.
_TWO_DIGITS = 2
# Words behind a figure among which its year is looked for.
_YEAR_WITHIN = 5
_BULLETS = ("•", "▪", "◦", "‣", "·", "\uf0b7")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A report's sentences as tokens, and what is known of each beside its words."""

    report: Report
    lexicon: Lexicon
    glossary: Glossary
    read: Sequence[Sequence[Token]]
    specific: Sequence[frozenset[str]]
    stories: Sequence[Story]
    section_numbers: dict[str, int]
    counted: dict[str, frozenset[str]]
    amounts: dict[str, frozenset[str]]
    days: dict[str, frozenset[str]]


def prepare(old: Report, new: Report) -> tuple[Prepared, Prepared]:
    """Both reports with the features that the alignment compares."""
    glossary = Glossary(find_aliases((old.text, new.text)))
    joined = _joined((old.text, new.text))
    read = [[tokens(s.span.of(r.text), joined) for s in r.sentences] for r in (old, new)]
    lexicon = Lexicon([ts for words in read for ts in words])
    first, second = (
        _prepared(_reading(r, words, lexicon, glossary))
        for r, words in zip((old, new), read, strict=True)
    )
    return first, second


def _joined(texts: Sequence[str]) -> frozenset[str]:
    """Compounds that one of the texts writes without their hyphens."""
    # Few of a report's pieces between spaces are new: search each of them once.
    pieces = set().union(*(text.split() for text in texts))
    loose = hyphenless("\n".join([p for p in pieces if has_hyphen(p)]))
    lowered = "\n".join(pieces).lower()
    return frozenset([word for word in loose if word in lowered])


def _reading(
    report: Report, read: Sequence[Sequence[Token]], lexicon: Lexicon, glossary: Glossary
) -> _Reading:
    specific = [lexicon.specific(ts) for ts in read]
    return _Reading(
        report=report,
        lexicon=lexicon,
        glossary=glossary,
        read=read,
        specific=specific,
        stories=stories(report, read, specific),
        section_numbers={s.id: i for i, s in enumerate(report.sections)},
        counted=_counted(report),
        amounts=_amounts(report),
        days=_days(report),
    )


def _prepared(reading: _Reading) -> Prepared:
    report = reading.report
    profiles = tuple(_profile(reading, n, s) for n, s in enumerate(report.sentences))
    members: list[list[int]] = [[] for _ in report.sections]
    for p in profiles:
        members[p.section].append(p.number)
    return Prepared(
        report=report,
        profiles=profiles,
        sections=report.sections,
        members=tuple(map(tuple, members)),
        headings=tuple(_heading_weights(s.heading, reading.lexicon) for s in report.sections),
    )


def _profile(reading: _Reading, number: int, sentence: Sentence) -> Profile:
    report, lexicon, read = reading.report, reading.lexicon, reading.read[number]
    text = sentence.span.of(report.text)
    every = [stem for stem, _, _ in read]
    stems = [s for s in every if lexicon.weights[s] > 0]
    mass = _mass(stems, lexicon, reading.glossary)
    meanings = meant(mass)
    section = reading.section_numbers[sentence.section]
    numbers = frozenset([s for s in stems if s[0].isdigit()])
    years = frozenset([s for s in numbers if _YEAR.fullmatch(s)])
    story = reading.stories[number]
    days = reading.days.get(sentence.id, frozenset())
    return Profile(
        id=sentence.id,
        number=number,
        place=(number + 0.5) / len(report.sentences),
        section=section,
        lead=report.sections[section].kind is SectionKind.LEAD,
        size=len(read),
        words=" ".join(every),
        content=" ".join(sorted(stems)),
        mass=mass,
        total=sum(mass.values()),
        vector=unit(mass),
        meant=meanings,
        meant_total=sum(meanings.values()),
        concepts=unit(meanings),
        parts=Parts(text, read, mass),
        names=lexicon.names(every),
        specific=reading.specific[number],
        who=story.who,
        single=story.single,
        known=lexicon.known(read),
        figures=numbers - years,
        years=years,
        days=days,
        counted=reading.counted.get(sentence.id, frozenset()),
        amounts=reading.amounts.get(sentence.id, frozenset()),
        dated=_dated(every),
        topics=frozenset(sentence.topics),
        bullet=_is_item(report.text, sentence),
        pronoun=story.points_back,
        harm=not _HARM.isdisjoint(meanings),
        standing=standing(read),
        episode=episode(read, days, names=bool(reading.specific[number]), single=story.single),
    )


def _mass(stems: list[str], lexicon: Lexicon, glossary: Glossary) -> Weights:
    mass = {s: lexicon.weights[s] for s in stems}
    for s in glossary.expand(mass):
        if weight := _ALIAS_WEIGHT * lexicon.weight(s):
            mass[s] = weight
    return mass


def _heading_weights(heading: str | None, lexicon: Lexicon) -> Weights:
    stems = [t.stem for t in tokens(heading or "")]
    return unit({s: w for s in stems if (w := lexicon.weight(s)) > 0})


def _is_item(text: str, sentence: Sentence) -> bool:
    start = sentence.span.start
    before = text[max(0, start - 3) : start].rstrip()
    return text.startswith(_BULLETS, start) or before.endswith(_BULLETS)


def _counted(report: Report) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for q in report.quantities:
        noun = q.counted or q.unit
        if q.sentence is not None and noun:
            found[q.sentence].add(noun.lower())
    return {i: frozenset(nouns) for i, nouns in found.items()}


def _amounts(report: Report) -> dict[str, frozenset[str]]:
    """Sentence id → kind, figure and last word of what it counts."""
    found: dict[str, set[str]] = defaultdict(set)
    for q in report.quantities:
        noun = q.counted or q.unit
        number = next((x for x in (q.value, q.low, q.high) if x is not None), None)
        if q.sentence is not None and noun and number is not None:
            found[q.sentence].add(f"{q.kind} {number:.12g} {stem(noun.split()[-1])}")
    return {i: frozenset(amounts) for i, amounts in found.items()}


def _dated(stems: Sequence[str]) -> frozenset[str]:
    """Figures of two digits or more with the year named next behind them: "67 arrived in 2022"."""
    found = set()
    for k, figure in enumerate(stems):
        if not figure.isdigit() or len(figure) < _TWO_DIGITS or _YEAR.fullmatch(figure):
            continue
        behind = stems[k + 1 : k + 1 + _YEAR_WITHIN]
        number = next((s for s in behind if s[0].isdigit()), "")
        if _YEAR.fullmatch(number):
            found.add(f"{figure} {number}")
    return frozenset(found)


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
