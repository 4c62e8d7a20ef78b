"""The flow of the room: gather, score, link sections, group sentences, say why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rights_diff.alignment.features import OWN
from rights_diff.alignment.grouping import Group, group, seed_pairs
from rights_diff.alignment.joining import join_features
from rights_diff.alignment.links import keep_links, section_links
from rights_diff.alignment.logistic import Models, shipped_models
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.near import Rivals, near_misses, rivals, runners_up
from rights_diff.alignment.reasons import mirrored_reason, reasons
from rights_diff.alignment.scoring import (
    Material,
    claim_features,
    first_scores,
    gather,
    section_pairs,
    section_scores,
)
from rights_diff.alignment.splitting import with_parts
from rights_diff.model import (
    Alignment,
    ClaimPair,
    Report,
    RunnersUp,
    SectionLink,
    SectionRelation,
)
from rights_diff.protocols import SentenceEncoder

_MIRROR = {
    SectionRelation.SPLIT: SectionRelation.MERGED,
    SectionRelation.MERGED: SectionRelation.SPLIT,
}


def align_in_order(old: Report, new: Report, encoder: SentenceEncoder | None = None) -> Alignment:
    """The alignment of two reports, ties broken in favour of what stands first."""
    models = shipped_models()
    material = gather(old, new, encoder, models.idle.get("sections", ()))
    first = first_scores(material, models.own)
    linked, features = section_scores(
        material, section_pairs(material, first), models.sections, models.link
    )
    context = claim_features(material, first, linked, models.idle.get("claims", ()))
    scores = {pair: models.claims.probability(values) for pair, values in context}
    groups = claim_groups(material, scores, models)
    others = rivals(scores)
    return Alignment(
        section_links=section_links(
            material.old_views,
            material.new_views,
            features,
            keep_links(linked, models.link),
        ),
        pairs=tuple(_claim_pair(g, material, linked, others) for g in groups),
        near=near_misses(groups, (first, scores), material),
    )


def claim_groups(material: Material, scores: Mapping[Pair, float], models: Models) -> list[Group]:
    """The sentences of each claim, from the probabilities of the candidate pairs."""
    exact = material.exact
    seeds = seed_pairs(scores, exact, models.keep)
    features = join_features(seeds, scores, exact, (material.old, material.new), material.own)
    joins = {join: models.joins.probability(v) for join, v in features.items()}
    found = group(seeds, scores, exact, joins, grow=models.grow)
    return with_parts(found, material.old.profiles, material.new.profiles)


def _claim_pair(
    found: Group, material: Material, linked: Mapping[Pair, float], others: Rivals
) -> ClaimPair:
    old, new = material.old.profiles, material.new.profiles
    i, j = found.seed
    exact = found.score == 1.0 and len(found.old) == len(found.new) == 1
    near = material.own.get((i, j))
    why = reasons(
        old[i],
        new[j],
        (_text(material.old.report, i), _text(material.new.report, j)),
        ratio=near[OWN.index("ratio")] if near else 1.0,
        linked=linked.get((old[i].section, new[j].section), 0.0),
    )
    return ClaimPair(
        old=tuple(old[k].id for k in found.old),
        new=tuple(new[k].id for k in found.new),
        score=round(found.score, 3),
        exact=exact,
        reasons=("the same words",) if exact else why,
        runner_up=runners_up(found, others, material),
    )


def _text(report: Report, number: int) -> str:
    return report.sentences[number].span.of(report.text)


def mirrored(alignment: Alignment) -> Alignment:
    """The same alignment seen from the other report."""
    near = [({"old": "new", "new": "old"}[side], i, c) for side, i, c in alignment.near]
    return Alignment(
        section_links=tuple(_mirror_link(x) for x in alignment.section_links),
        pairs=tuple(_mirror_pair(p) for p in alignment.pairs),
        near=tuple(sorted(near, key=lambda n: n[0] == "new")),
    )


def _mirror_pair(pair: ClaimPair) -> ClaimPair:
    why = tuple(mirrored_reason(r) for r in pair.reasons)
    second = RunnersUp(old=pair.runner_up.new, new=pair.runner_up.old)
    return replace(pair, old=pair.new, new=pair.old, reasons=why, runner_up=second)


def _mirror_link(link: SectionLink) -> SectionLink:
    relation = _MIRROR.get(link.relation, link.relation)
    return replace(link, old=link.new, new=link.old, relation=relation)
