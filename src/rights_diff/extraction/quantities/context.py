"""The year a figure is about, and the part of that year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from rights_diff.extraction.dates import Reading
from rights_diff.extraction.grammar.lexicon import group, words
from rights_diff.extraction.grammar.tokens import Passage
from rights_diff.extraction.quantities.comparing import (
    Step,
    beside_another,
    of_another,
    step_of,
    year_before,
)
from rights_diff.extraction.quantities.mention import Mention
from rights_diff.extraction.quantities.periods import Stretch
from rights_diff.model import QuantityKind

__all__ = ["STILL", "Timing", "polled_year", "timing_of"]

_Time = TypeVar("_Time", Reading, Stretch)


class Timing(NamedTuple):
    """The year a figure is about, and the stretch of it (an ISO 8601 interval), or None."""

    year: int | None
    period: str | None = None


# Words before a year that give a baseline or a limit, not the figure's own year.
_BASELINES = frozenset({"since", "before", "until", "than", "from"})
_COMPARED = frozenset(
    {"compared with", "compared to", "than in", "as in", "contrast with", "contrast to",
     "unlike in"}
)  # fmt: skip
_APART = frozenset({"before", "after", "following", "since"})
# What those counted before a date are told to do at the report's own time.
STILL = frozenset({"remain", "remained", "remains"})
# So many words may stand between "since" and its year ("since its foundation in 2015").
_BASELINE_REACH = 5
# A comma or conjunction between a figure and a date counts like so many tokens, a clause's end
# like so many.
_COMMA, _BOUNDARY = 2, 12
_BOUNDARIES = frozenset({":", "but", "while", "whereas", "compared", "who", "which"})
# A date further away than this, so counted, says nothing of the figure.
_REACH = 40
# Words before a date that opens a sentence.
_OPENERS = frozenset({"by", "during", "in", "on"})
# So near a date is that of a figure told as what was before ("up from 27 in 2014").
_BESIDE = 4
# A stretch of whole years ("2008/2009", so many signs) must be as near as this.
_YEARS, _NEAR_YEARS = 9, 8
# Figures that hold for a stretch of time; a prison term or an age does not add up over a year.
_TIMELESS = frozenset(
    {QuantityKind.AGE, QuantityKind.SENTENCE_LENGTH, QuantityKind.DURATION,
     QuantityKind.VAGUE_DURATION, QuantityKind.ORDINAL, QuantityKind.RANK, QuantityKind.FREQUENCY,
     QuantityKind.MEASURE}
)  # fmt: skip
_PUNISHING = frozenset({QuantityKind.SENTENCE_LENGTH, QuantityKind.ZERO})
_REASONS = frozenset({"for", "following", "over", "relation", "connection"})
_LENGTHS = frozenset({QuantityKind.DURATION, QuantityKind.VAGUE_DURATION})

# Shares in a sentence without a date are those of the survey or vote told before.
_SHARES = frozenset({QuantityKind.PERCENT, QuantityKind.FRACTION, QuantityKind.VAGUE_PROPORTION})
_POLLS = frozenset({"census", "election", "elections", "poll", "referendum", "survey"})


def polled_year(p: Passage, dates: Sequence[Reading], before: int | None) -> int | None:
    """The year of the survey or vote that a sentence tells of, for the shares in the next ones.

    Args:
        before: that of the sentences before; another year ends it.
    """
    said = (d for d in dates if d.said and d.last is None)
    years = [d.first.year for d in said if "since" not in _just_before(p, d)]
    if not years:
        return before
    return None if _POLLS.isdisjoint(p.lows) else years[0]


def timing_of(
    p: Passage,
    mention: Mention,
    dates: Sequence[Reading],
    stretches: Sequence[Stretch],
    years: tuple[int | None, int | None],
) -> Timing:
    """The year and period of a figure: by the sentence's own date phrase, then the report's year.

    Args:
        stretches: the phrases that name a part of a year or several years.
        years: the year figures without a date of their own are about, and that of the survey or
            vote that the sentences before tell of.
    """
    step = None if mention.kind in _TIMELESS else step_of(p, mention)
    best, found = _dated(p, mention, dates, years, step)
    if mention.kind in _TIMELESS:
        return found
    for stretch in _within_reach(stretches, mention):
        inside = step is not None and step.start < stretch.start < step.stop
        if step is not None and len(stretch.iso) == _YEARS and not inside:
            return Timing(step.year(stretch.iso))
        if step is not None and not step.first and inside:
            continue
        distance = _distance(p, mention, stretch.start, stretch.stop)
        if len(stretch.iso) == _YEARS and distance > _NEAR_YEARS:
            continue  # "attacks in 2008 and 2009" date the attacks
        if distance <= best and not _parted(p, mention, stretch.start, stretch.stop):
            best, found = distance, Timing(stretch.year, stretch.iso)
    return found


def _dated(
    p: Passage,
    m: Mention,
    dates: Sequence[Reading],
    years: tuple[int | None, int | None],
    step: Step | None,
) -> tuple[int, Timing]:
    """The nearest date that can be a figure's own and how far it is, else the year without one."""
    best, found = _REACH, Timing(_undated_year(p, m, dates, years))
    before = beside_another(p, m)
    for date in _dates_near(p, dates, m):
        said = date.first.year
        if said is None or not _dates_figures(p, date, m, years[0]):
            continue
        if step is not None and not step.own(date):
            continue
        distance = _distance(p, m, date.start, date.stop)
        if before and distance > _BESIDE:
            continue
        if _opens_sentence(p, date):
            distance = min(distance, _REACH)
        if distance <= best:
            best, found = distance, Timing(said)
    return best, found


def _undated_year(
    p: Passage, m: Mention, dates: Sequence[Reading], years: tuple[int | None, int | None]
) -> int | None:
    """The year of a figure without a date: the report's, or that of a vote told before it.

    None for what is told as of some time before ("up from 27", the first end of a change).
    """
    year, polled = years
    if m.kind in _SHARES and polled is not None and not dates:
        return polled
    if m.kind in _TIMELESS:
        return year
    step = step_of(p, m)
    if beside_another(p, m) or (step is not None and step.first and not step.ranges):
        return None
    return year - 1 if year is not None and year_before(p, m) else year


def _within_reach(times: Sequence[_Time], mention: Mention) -> Sequence[_Time]:
    """The times within reach, so that a very long sentence costs no more than its length."""
    if not times:
        return times
    first = bisect_left(times, mention.start - _REACH, key=lambda t: t.stop)
    return times[first : bisect_left(times, mention.stop + _REACH, key=lambda t: t.start)]


def _dates_near(p: Passage, dates: Sequence[Reading], m: Mention) -> Sequence[Reading]:
    """The dates within reach, and one that the sentence opens with."""
    near = _within_reach(dates, m)
    if not dates or dates[0] in near or not _opens_sentence(p, dates[0]):
        return near
    return (dates[0], *near)


def _opens_sentence(p: Passage, date: Reading) -> bool:
    """Whether the sentence opens with the date: it holds as far as no other is told."""
    return p.low(0) in _OPENERS and date.start == 1 and p.low(date.stop) == ","


def _dates_figures(p: Passage, date: Reading, m: Mention, year: int | None) -> bool:
    """Whether a date can be a figure's own: no baseline, no name, no plan, within one year."""
    said = date.first.year or 0
    if year is not None and said > year:
        return False
    if date.last is not None and date.last.year != said:
        return False
    if not date.said:
        return True
    if m.start == date.stop + 1 and p.low(date.stop) == "(":
        return True  # "from 2017 (1,127) to 2018 (1,137)"
    if of_another(p, m, date):
        return False
    if _baseline(p, date) or _names(p, date) or _parted(p, m, date.start, date.stop):
        return False
    return not (_of_a_deed(p, m, date) or _of_a_noun(p, m, date) or _of_speech(p, m, date))


def _baseline(p: Passage, date: Reading) -> bool:
    """Since 2002; a fall of 14 per cent from 2009; over the same period in 2011."""
    before = p.low(date.start - 1)
    if before == "from" and p.low(date.start - 2) in words("time_findings"):
        return False
    if before in _BASELINES or p.phrase(date.start - 2, date.start) in _COMPARED:
        return True
    if p.phrase(date.start - 3, date.start) == "same period in":
        return True
    if p.phrase(date.start - 2, date.start) == "same as":
        return True
    near = _just_before(p, date)
    return "since" in near and "," not in near


def _just_before(p: Passage, date: Reading) -> Sequence[str]:
    return p.lows[max(0, date.start - _BASELINE_REACH) : date.start]


def _names(p: Passage, date: Reading) -> bool:
    """The 1951 Convention, a 1993 decree: a year inside a name; after the 2002 violence."""
    if p.low(date.start - 1) not in {"the", "a", "its", "that"}:
        return False
    if p.low(date.start - 2) in _APART:
        return True
    lawlike = words("date_lawlike")
    return any(p.low(j) in lawlike for j in range(date.stop, date.stop + 4))


def _parted(p: Passage, m: Mention, start: int, stop: int) -> bool:
    """Whether a semicolon stands between a figure and a time, or the time is told after it."""
    between = p.lows[stop : m.start] if stop <= m.start else p.lows[m.stop : start]
    if ";" in between:
        return True
    return m.kind in _LENGTHS and p.low(m.stop) in _APART  # "ten years after the 2002 violence"


def _of_a_deed(p: Passage, m: Mention, date: Reading) -> bool:
    """Whether a punishment or its absence is told, and the date is that of the deed.

    "20 years for …", "no officers were tried in relation to …".
    """
    if m.kind not in _PUNISHING or date.start < m.stop:
        return False
    return not _REASONS.isdisjoint(p.lows[m.stop : date.start])


def _of_a_noun(p: Passage, m: Mention, date: Reading) -> bool:
    """Whether a participle ties the date to another noun: "undeterred by a law passed in 2009"."""
    if _in_an_aside(p, m, date) or _in_the_subject(p, m, date):
        return True
    verb = date.start - 2  # "passed in 2009"
    if p.low(verb).endswith("ed") and p.low(m.stop) in STILL:
        return True  # "of those arrested in 2012, 87 remained in detention"
    if not (p.low(verb).endswith("ed") and p.low(verb + 1) in {"in", "on"}) or verb <= m.stop:
        return False
    noun = p.low(verb - 1)
    if noun in group("auxiliaries") or noun in words("noun_stop") or noun.endswith("ly"):
        return False
    return not any(p.low(k) in group("auxiliaries") for k in range(m.stop, verb))


def _in_an_aside(p: Passage, m: Mention, date: Reading) -> bool:
    """Whether the date stands in an aside before the figure: ", introduced in 2005, …"."""
    if date.stop > m.start or p.low(date.stop) != ",":
        return False
    k = date.start - 1
    while k > 0 and p.low(k) != "," and date.start - k < _BOUNDARY:
        k -= 1
    return p.low(k) == "," and p.low(k + 1) in words("time_founding") | {"which", "who", "whose"}


def _in_the_subject(p: Passage, m: Mention, date: Reading) -> bool:
    """Whether the verb comes only after the date: "five men held since a raid in 1975 were",
    "40 of those held in the 2021 protests remained".
    """
    if date.start < m.stop or p.low(m.stop).endswith("ed"):  # "75 people arrested in 2003 were"
        return False
    if any(p.low(k) in group("auxiliaries") for k in range(m.stop, date.start)):
        return False
    after = date.stop + (p.low(date.stop) == ",")
    if p.low(date.start - 1) == "the" and p.low(after + 1) in STILL:
        after += 1
    return p.low(after) in group("auxiliaries") or p.low(after) in STILL | {"continued"}


def _of_speech(p: Passage, m: Mention, date: Reading) -> bool:
    """Whether the figure counts speakers, and the date is in what they say."""
    if p.phrase(m.stop, m.stop + 2) in {"reported in", "reported for", "reported during"}:
        return False
    return date.start >= m.stop and p.low(m.stop) in {"said", "told", "stated", "reported", "saw"}


def _distance(p: Passage, mention: Mention, start: int, stop: int) -> int:
    between = range(stop, mention.start) if stop <= mention.start else range(mention.stop, start)
    ends = sum(1 for j in between if p.low(j) in _BOUNDARIES)
    commas = sum(1 for j in between if p.low(j) in {",", "and"})
    return len(between) + _COMMA * commas + _BOUNDARY * ends
