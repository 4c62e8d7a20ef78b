"""From two reports to scored sentence pairs and scored section pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rights_diff.alignment.candidates import candidate_pairs
from rights_diff.alignment.context import surroundings
from rights_diff.alignment.encoding import encoded_shifts
from rights_diff.alignment.exact import exact_pairs, plain
from rights_diff.alignment.features import Values, own_features
from rights_diff.alignment.logistic import Logistic
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.preparing import prepare
from rights_diff.alignment.profile import Prepared, other_people
from rights_diff.alignment.sections import section_features, sections_agree, settled_sections
from rights_diff.alignment.views import View, pair_links, views
from rights_diff.model import Report
from rights_diff.protocols import SentenceEncoder

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


def gather(old: Report, new: Report, encoder: SentenceEncoder | None = None) -> Material:
    """Exact pairs, and the features of the other candidate pairs.

    A sentence of an exact pair stays a candidate for sentences without one: a claim may be
    told twice in one report.
    """
    a, b = prepare(old, new)
    texts = [[plain(text) for text in side] for side in _sentences(old, new)]
    exact = exact_pairs(*texts)
    own = {
        (i, j): own_features(a.profiles[i], b.profiles[j], cosine)
        for (i, j), cosine in candidate_pairs(a.profiles, b.profiles, exact).items()
        if not other_people(a.profiles[i], b.profiles[j])
    }
    return Material(
        old=a,
        new=b,
        old_views=views(a),
        new_views=views(b),
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


def section_pairs(material: Material, first: Mapping[Pair, float]) -> dict[Pair, Values]:
    """Features of the section pairs worth a look."""
    links = pair_links(material.old, material.new, first, material.exact)
    return section_features(material.old_views, material.new_views, links, cross=material.cross)


def section_scores(
    material: Material, features: Mapping[Pair, Values], model: Logistic
) -> dict[Pair, float]:
    """Probability of each section pair; settled sections are linked, and to nothing else.

    Left out are unlikely ones of which neither headings nor topics nor claims agree.
    """
    done_old = {i for i, _ in material.settled}
    done_new = {j for _, j in material.settled}
    scores = {
        (i, j): p
        for (i, j), v in features.items()
        if i not in done_old
        and j not in done_new
        and ((p := model.probability(v)) >= _SURE or sections_agree(v))
    }
    return dict(sorted({**scores, **dict.fromkeys(material.settled, 1.0)}.items()))


def claim_features(
    material: Material, first: Mapping[Pair, float], linked: Mapping[Pair, float]
) -> dict[Pair, Values]:
    """Features of each candidate pair: its own, and those of its surroundings."""
    around = surroundings(
        material.old, material.new, first, material.exact, linked, cross=material.cross
    )
    old, new = material.old.profiles, material.new.profiles
    return {
        (i, j): (*values, *around.features(old[i], new[j]))
        for (i, j), values in material.own.items()
    }
