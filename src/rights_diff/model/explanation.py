"""The nouns of an explanation: what one ledger row rests on. Immutable values; no algorithms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rights_diff.model.ledger import (
    ComparisonKind,
    Facet,
    QuantityRelation,
    SectionRelation,
    Signal,
    Status,
    TopicAttention,
)
from rights_diff.model.outputs import JsonOutput
from rights_diff.model.quantity import QuantityKind
from rights_diff.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence of one report, and the heading it stands under.

    Attributes:
        side: "old" or "new".
        heading: of its section, empty for an unheaded lead.
    """

    side: str
    sentence: str
    section: str
    heading: str | None
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordEdit:
    """Words that stand on one side alone, or one phrase in the place of another.

    Attributes:
        old, new: where they stand in either text, None where nothing does.
    """

    old: Span | None = None
    new: Span | None = None
    old_words: str | None = None
    new_words: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePair:
    """Two figures linked as measuring the same thing, in the words of both texts.

    Attributes:
        same_row: whether both stand in the row that is explained.
        unsure: so little speaks for one thing that they may well measure two.
    """

    old_words: str
    new_words: str
    kind: QuantityKind
    relation: QuantityRelation
    absolute: float | None = None
    percent: float | None = None
    note: str | None = None
    same_row: bool = True
    unsure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPair:
    """The sections of a row, and how they are linked: None where they are not.

    Attributes:
        old, new: headings, empty for an unheaded lead; None where nothing corresponds.
        evidence: what the link rests on, strongest first.
    """

    old: str | None = None
    new: str | None = None
    relation: SectionRelation | None = None
    score: float = 0.0
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rival:
    """A sentence of the other report that was considered and not taken.

    Attributes:
        score: how likely it makes the same claim, 0–1.
        row: the ledger row it stands in.
        why_not: why it is not paired with the row that is explained.
    """

    quote: Quote
    score: float
    row: str
    why_not: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation(JsonOutput):
    """What a ledger row rests on: `print` it, or take it as data.

    Attributes:
        quotes: the sentences compared, old ones first.
        paired_from: the score from which sentences are paired.
        sections: how the sections of the sentences correspond.
        reasons: what the pairing rests on, strongest first.
        edits: what changed word by word; none for a one-sided row.
        signals: the words each facet rests on.
        rivals: for a pair, what came second on either side; for a row of one side, near
            misses, best first.
        topics: how many words either report has on the row's topics.
        told_in: of a claim of one side, the row in which the other report tells it all the same.

    >>> import rights_diff as rd
    >>> comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    >>> explanation = comparison.explain("r14")
    >>> explanation.reasons[0]
    'names shared: North, South'
    >>> explanation.to_dict()["schema"], explanation.to_json()[:1]
    ('rights-diff/explanation/1', '{')
    """

    row: str
    kind: ComparisonKind
    status: Status
    facets: tuple[Facet, ...]
    score: float
    unsure: bool
    paired_from: float
    quotes: tuple[Quote, ...]
    sections: tuple[SectionPair, ...]
    reasons: tuple[str, ...]
    edits: tuple[WordEdit, ...]
    signals: tuple[Signal, ...]
    figures: tuple[FigurePair, ...]
    rivals: tuple[Rival, ...]
    topics: tuple[TopicAttention, ...]
    told_in: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The explanation as plain data, schema `rights-diff/explanation/1`."""
        from rights_diff.rendering.json import explanation_to_dict

        return explanation_to_dict(self)

    def __str__(self) -> str:
        from rights_diff.rendering.explanation import explanation_text

        return explanation_text(self)

    __repr__ = __str__
