"""The nouns of figures and dates in a text. Immutable values; no algorithms."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rights_diff.model.span import Span


class QuantityKind(StrEnum):
    """What sort of figure a quantity is."""

    COUNT = "count"
    ORDINAL = "ordinal"
    RANGE = "range"
    PERCENT = "percent"
    FRACTION = "fraction"
    MONEY = "money"
    DURATION = "duration"
    SENTENCE_LENGTH = "sentence_length"
    AGE = "age"
    RATE = "rate"
    FREQUENCY = "frequency"
    MULTIPLIER = "multiplier"
    RANK = "rank"
    MEASURE = "measure"
    ZERO = "zero"
    TREND = "trend"
    VAGUE_COUNT = "vague_count"
    VAGUE_MAGNITUDE = "vague_magnitude"
    VAGUE_PROPORTION = "vague_proportion"
    VAGUE_DURATION = "vague_duration"


class Qualifier(StrEnum):
    """How a figure is bounded or hedged."""

    EXACT = "exact"
    ABOUT = "about"
    ALMOST = "almost"
    UP_TO = "up_to"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    VAGUE = "vague"


class Modality(StrEnum):
    """How surely something is said, from firm to loose."""

    ASSERTED = "asserted"
    ESTIMATED = "estimated"
    BELIEVED = "believed"
    REPORTED = "reported"
    ALLEGED = "alleged"


class SourceClass(StrEnum):
    """What sort of source a figure is credited to."""

    NAMED = "named"  # an organization, an office or a person by name
    CLASS = "class"  # a sort of people: NGOs, defectors, officials
    ANONYMOUS = "anonymous"  # reports, sources, it was said


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure as the text gives it.

    Attributes:
        span: smallest readable phrase: qualifier, number, counted noun.
        core: the number words alone, inside `span`.
        value: for exact, about and almost; else None.
        low, high: bounds, either may be None.
        unit: normalised (`percent`, `USD`, `year`, `kilometre` …) or None.
        counted: head noun counted, singular ("political prison camp"), or None.
        as_of: year the figure is about, or None.
        attribution: who says so, or None.
        sentence: id of the sentence it stands in (None for a quantity read from bare text).
        part_of: id of the figure for the whole that this one is a part of, or None.
        converts: id of the figure that this one repeats in another currency or unit, or None.
        period: the part of a year the figure is about, as an ISO 8601 interval
            (`2013-01/2013-09`), or None.
        source_class: what sort of source `attribution` or the modality rests on, or None.
        attribution_span: the words of `attribution`, or None.
        modality_words: the words that `modality` rests on, or None for a plain statement.
        pair: two numbers told in one breath, in their order ("61/45 per 1,000"), or None.
        doubt: why the number may be meant otherwise (`decimal comma`), or None.
    """

    id: str
    span: Span
    core: Span
    kind: QuantityKind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: str | None = None
    counted: str | None = None
    as_of: int | None = None
    attribution: str | None = None
    modality: Modality = Modality.ASSERTED
    sentence: str | None = None
    part_of: str | None = None
    converts: str | None = None
    period: str | None = None
    source_class: SourceClass | None = None
    attribution_span: Span | None = None
    modality_words: Span | None = None
    pair: tuple[float, float] | None = None
    doubt: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date in the text; `iso` is as precise as the text (`2017`, `2017-09`, `2017-09-03`).

    Ranges are two dates with a slash: `2017-05-03/2017-05-08`.
    """

    span: Span
    iso: str
