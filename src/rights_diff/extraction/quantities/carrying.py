"""What one sentence leaves to the next ones of its paragraph, and how a figure is completed.

Only these are carried, and only forward, within one paragraph: the noun that was counted last (for
"all three"; where nothing was, the plural subject of a sentence), the last whole (for "of these,
13" and "the number of victims is much higher"), the last date and stretch of time (for "that year"
and "over the same period"), the year of a survey or vote (for the shares in the sentences after it
that name no date), and the source that "it added" or "the report also said" points to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rights_diff.extraction.dates import Reading
from rights_diff.extraction.dates.reading import Point
from rights_diff.extraction.grammar.noun_lookback import subject_of
from rights_diff.extraction.grammar.tokens import Passage, tokenise
from rights_diff.extraction.quantities.antecedents import ANTECEDENTS
from rights_diff.extraction.quantities.attribution import source_of
from rights_diff.extraction.quantities.context import Timing, polled_year, timing_of
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.extraction.quantities.modality import Sign, governing_signs
from rights_diff.extraction.quantities.parts import Ties
from rights_diff.extraction.quantities.periods import Stretch
from rights_diff.extraction.quantities.sources import Voice, voice_before, voice_of
from rights_diff.model import Modality, Quantity, Span

__all__ = ["Carried", "Place", "Setting", "carry", "carry_times", "quantity_of"]
__all__ += ["with_subject"]


class Carried(NamedTuple):
    """What the sentences of a paragraph leave to those after them."""

    noun: str | None = None  # what was counted last
    whole: Mention | None = None  # the last count that is no part of another
    whole_id: str | None = None
    whole_timing: Timing | None = None  # the year and period of that count
    date: Point | None = None
    stretch: Stretch | None = None
    polled: int | None = None


class Place(NamedTuple):
    """Where a sentence stands, and what its report tells of it."""

    text: str
    sentence: str | None
    offset: int
    year: int | None  # the year the report covers


class Setting(NamedTuple):
    """What the figures of one sentence share."""

    passage: Passage
    dates: tuple[Reading, ...]
    stretches: tuple[Stretch, ...]
    signs: tuple[Sign, ...]
    place: Place
    carried: Carried
    earlier: tuple[Span, ...]  # the sentences before, for the source of "it added"


def quantity_of(m: Mention, s: Setting, name: str) -> Quantity:
    """A mention with its place in the whole text, its year, its source and how sure it is."""
    signs = governing_signs(s.passage, m, s.signs)
    voice = _voice(signs, s)
    years = s.place.year, s.carried.polled
    timing = timing_of(s.passage, m, s.dates, s.stretches, years)
    return Quantity(
        id=name,
        span=_span(s, m.start, m.stop),
        core=_span(s, m.core_start, m.core_stop),
        kind=m.kind,
        value=m.value,
        low=m.low,
        high=m.high,
        qualifier=m.qualifier,
        unit=m.unit,
        counted=m.counted,
        as_of=timing.year,
        attribution=voice.words if voice else None,
        modality=signs[0][1] if signs else Modality.ASSERTED,
        sentence=s.place.sentence,
        period=timing.period,
        source_class=voice.source_class if voice else None,
        attribution_span=voice.span if voice else None,
        modality_words=_words(s, signs[0]) if signs else None,
        pair=m.pair,
        doubt=m.doubt,
    )


def _span(s: Setting, start: int, stop: int) -> Span:
    tokens, offset = s.passage.tokens, s.place.offset
    return Span(tokens[start].start + offset, tokens[stop - 1].end + offset)


def _words(s: Setting, sign: Sign) -> Span:
    """The words of a sign: "according to" is two."""
    return _span(s, sign[0], sign[0] + (2 if sign[2] == "source" else 1))


def _voice(signs: Sequence[Sign], s: Setting) -> Voice | None:
    """The source that the signs name; where they only point back, the one that they mean."""
    found = source_of(s.passage, signs, s.dates)
    if found is None:
        return None
    source, sign = found
    if not source.back:
        return voice_of(s.passage, source, s.place.offset)
    named = voice_before((s.passage, source, sign), s.place.text, s.earlier, s.place.year)
    if named is not None or source.stop - source.start == 1:
        return named
    return voice_of(s.passage, source, s.place.offset)


def carry(
    carried: Carried, mentions: Sequence[Mention], ties: Ties, told: Sequence[Quantity]
) -> Carried:
    """What the figures of one sentence leave to the next ones.

    Args:
        told: the quantities that were made of the mentions.
    """
    counts = [n for n, m in enumerate(mentions) if m.kind in ANTECEDENTS]
    if not counts:
        return carried
    nouns = (mentions[n].counted for n in reversed(counts))
    carried = carried._replace(noun=next(filter(None, nouns), carried.noun))
    whole = next((n for n in reversed(counts) if ties.wholes[n] is None), None)
    if whole is None:
        return carried
    timing = Timing(told[whole].as_of, told[whole].period)
    return carried._replace(whole=mentions[whole], whole_id=told[whole].id, whole_timing=timing)


def with_subject(carried: Carried, silent: Iterable[str]) -> Carried:
    """The same with the subject of the sentences that were passed over, where no noun is known."""
    if carried.noun:
        return carried
    subjects = (subject_of(tokenise(sentence)) for sentence in silent)
    return carried._replace(noun=next(filter(None, subjects), None))


def carry_times(
    carried: Carried, p: Passage, dates: Sequence[Reading], stretches: Sequence[Stretch]
) -> Carried:
    """What the dates, and the subject, of one sentence leave to the next ones."""
    if carried.noun and not dates and not stretches:
        return carried
    last = dates[-1] if dates else None
    return carried._replace(
        noun=carried.noun or subject_of(p),
        date=(last.last or last.first) if last else carried.date,
        stretch=stretches[-1] if stretches else carried.stretch,
        polled=polled_year(p, dates, carried.polled),
    )
