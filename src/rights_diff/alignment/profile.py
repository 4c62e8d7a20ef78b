"""What the alignment compares of a sentence, a section's heading and a report."""

from __future__ import annotations

from dataclasses import dataclass

from rights_diff.alignment.clauses import Parts
from rights_diff.alignment.vectors import Weights
from rights_diff.model import Report, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A sentence in comparable form.

    Attributes:
        number: position among the report's sentences; `place`: the same, 0–1.
        section: position of its section.
        words: stems in order; `content`: those that are no function words, sorted.
        mass: stem → weight; `total`: their sum; `vector`: the same of length 1.
        meant: near-synonym class (or stem) → weight; `meant_total`, `concepts`: likewise.
        parts: its clauses and subjects, worked out when asked for.
        names: stems written with a capital inside sentences.
        specific: those of them that name people and places of one event.
        figures, years: numbers; `days`: days and months named, as ISO text.
        who: those that the sentence tells of, "he" and "they" resolved; `single`: of one person.
        known: names that many reports have but few sentences here: bodies, offices, laws.
        counted: head nouns of the quantities; `amounts`: figures with these nouns.
        dated: figures with the year, named in the sentence, that they are of.
        harm: whether it tells of people killed or hurt.
        standing: how much it speaks of what holds for long or for many; `episode`: of one event.
    """

    id: str
    number: int
    place: float
    section: int
    lead: bool
    size: int
    words: str
    content: str
    mass: Weights
    total: float
    vector: Weights
    meant: Weights
    meant_total: float
    concepts: Weights
    parts: Parts
    names: frozenset[str]
    specific: frozenset[str]
    who: frozenset[str]
    single: bool
    known: frozenset[str]
    figures: frozenset[str]
    years: frozenset[str]
    days: frozenset[str]
    counted: frozenset[str]
    amounts: frozenset[str]
    dated: frozenset[str]
    topics: frozenset[str]
    bullet: bool
    pronoun: bool
    harm: bool
    standing: float
    episode: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A report's sentences as profiles, its sections, and which sentences each holds."""

    report: Report
    profiles: tuple[Profile, ...]
    sections: tuple[Section, ...]
    members: tuple[tuple[int, ...], ...]
    headings: tuple[Weights, ...]


def other_people(a: Profile, b: Profile) -> bool:
    """Whether two sentences tell of different people, so that likeness of words means nothing.

    Asked only where both speak of one person, or name nobody but point back to names; of over
    a hundred such pairs of likely sentences, labels tied none together.
    """
    if not a.who or not b.who or not a.who.isdisjoint(b.who):
        return False
    return (a.single and b.single) or not (a.specific or b.specific)
