"""From two reports to scored sentence pairs and scored section pairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rights_diff.alignment.candidates import candidate_pairs
from rights_diff.alignment.context import surroundings
from rights_diff.alignment.encoding import encoded_shifts
from rights_diff.alignment.exact import exact_pairs
from rights_diff.alignment.features import Values, own_features
from rights_diff.alignment.homes import at_home
from rights_diff.alignment.logistic import Logistic
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.preparing import prepare
from rights_diff.alignment.profile import Prepared, other_people
from rights_diff.alignment.sections import section_features, sections_agree, settled_sections
from rights_diff.alignment.views import View, pair_links, views
from rights_diff.model import Report
from rights_diff.protocols import SentenceEncoder
from rights_diff.structure.typography import plain

# A pair and its features.
Scored = tuple[Pair, Values]
# Positions of sections of either side.
Done = tuple[frozenset[int], frozenset[int]]

# From this probability on sections correspond whatever their headings and topics.
_SURE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What does not depend on learned weights.

    Attributes:
        exact: pairs of sentences with the same words.
        settled: pairs of sections with the same heading and the same sentences.
        own: features of the other candidate pairs of sentences.
        cross: whether two organizations wrote the reports.
        encoded: what the caller's encoder adds to the log-odds of a candidate pair.
    """

    old: Prepared
    new: Prepared
    old_views: Sequence[View]
    new_views: Sequence[View]
    exact: Sequence[Pair]
    settled: Sequence[Pair]
    own: Mapping[Pair, Values]
    cross: bool
    encoded: Mapping[Pair, float]


def gather(
    old: Report,
    new: Report,
    encoder: SentenceEncoder | None = None,
    idle: Collection[str] = (),
) -> Material:
    """Exact pairs, and the features of the other candidate pairs.

    Args:
        idle: features of sections that nobody asks for.

    A sentence of an exact pair stays a candidate for sentences without one: a claim may be
    told twice in one report.
    """
    a, b = prepare(old, new)
    texts = [[plain(text) for text in side] for side in _sentences(old, new)]
    exact, apart = at_home(exact_pairs(*texts), a, b, texts)
    own = {
        (i, j): own_features(a.profiles[i], b.profiles[j], cosine)
        for (i, j), cosine in candidate_pairs(a.profiles, b.profiles, exact).items()
        if not other_people(a.profiles[i], b.profiles[j]) and (i, j) not in apart
    }
    return Material(
        old=a,
        new=b,
        old_views=views(a, meanings="text_meaning" not in idle),
        new_views=views(b, meanings="text_meaning" not in idle),
        exact=exact,
        settled=settled_sections(a, b, texts),
        own=own,
        cross=old.metadata.organization_family != new.metadata.organization_family,
        encoded=encoded_shifts(encoder, _sentences(old, new), own) if encoder else {},
    )


def _sentences(old: Report, new: Report) -> list[list[str]]:
    return [[s.span.of(r.text) for s in r.sentences] for r in (old, new)]


def first_scores(material: Material, model: Logistic) -> dict[Pair, float]:
    """Probability of each candidate pair from the two sentences alone."""
    shifts = material.encoded
    return {
        pair: model.probability(values, shifts.get(pair, 0.0))
        for pair, values in material.own.items()
    }


def section_pairs(
    material: Material, first: Mapping[Pair, float], *, settled: bool = False
) -> Iterator[Scored]:
    """The section pairs worth a look with their features.

    One by one: most are hopeless, and very long reports have a hundred thousand of them.

    Args:
        settled: whether those of settled sections are wanted.
    """
    links = pair_links(material.old, material.new, first, material.exact)
    done: Done = (frozenset(), frozenset()) if settled else _done(material)
    return section_features(
        material.old_views, material.new_views, links, cross=material.cross, done=done
    )


def _done(material: Material) -> Done:
    """The settled sections of either side."""
    return frozenset(i for i, _ in material.settled), frozenset(j for _, j in material.settled)


def section_scores(
    material: Material, features: Iterable[Scored], model: Logistic, floor: float = 0.0
) -> tuple[dict[Pair, float], dict[Pair, Values]]:
    """Probability of each section pair, and the features of those from the floor on.

    Settled sections are linked, and to nothing else. Left out are unlikely pairs of which neither
    headings nor topics nor claims agree.
    """
    done_old, done_new = _done(material)
    scores: dict[Pair, float] = {}
    kept: dict[Pair, Values] = {}
    for (i, j), values in features:
        if i in done_old or j in done_new:
            continue
        p = model.probability(values)
        if p >= _SURE or sections_agree(values):
            scores[i, j] = p
            if p >= floor:
                kept[i, j] = values
    return dict(sorted({**scores, **dict.fromkeys(material.settled, 1.0)}.items())), kept


def claim_features(
    material: Material,
    first: Mapping[Pair, float],
    linked: Mapping[Pair, float],
    idle: Collection[str] = (),
) -> Iterator[Scored]:
    """Each candidate pair with its features: its own, and those of its surroundings.

    Args:
        idle: features that nobody asks for.
    """
    around = surroundings(
        material.old,
        material.new,
        first,
        material.exact,
        linked,
        cross=material.cross,
        windows="window" not in idle,
    )
    old, new = material.old.profiles, material.new.profiles
    for (i, j), values in material.own.items():
        yield (i, j), (*values, *around.features(old[i], new[j]))
