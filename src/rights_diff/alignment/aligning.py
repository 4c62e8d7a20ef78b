"""The flow of the room: gather, score, link sections, group sentences, say why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rights_diff.alignment.features import OWN
from rights_diff.alignment.grouping import Group, group
from rights_diff.alignment.links import keep_links, section_links
from rights_diff.alignment.logistic import Models, shipped_models
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.reasons import reasons
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
    Candidate,
    ClaimPair,
    Report,
    SectionLink,
    SectionRelation,
)

# Near misses: at least this probable, and so many of them.
_NEAR_FLOOR = 0.04
_NEAR_MOST = 3

_MIRROR = {
    SectionRelation.SPLIT: SectionRelation.MERGED,
    SectionRelation.MERGED: SectionRelation.SPLIT,
}


def align_in_order(old: Report, new: Report) -> Alignment:
    """The alignment of two reports, ties broken in favour of what stands first."""
    models = shipped_models()
    material = gather(old, new)
    first = first_scores(material, models.own)
    features = section_pairs(material, first)
    linked = section_scores(material, features, models.sections)
    context = claim_features(material, first, linked)
    scores = {pair: models.claims.probability(v) for pair, v in context.items()}
    settled = set(material.settled)
    pairs = group(scores, material.exact, keep=models.keep, grow=models.grow)
    groups = with_parts(pairs, material.old.profiles, material.new.profiles)
    return Alignment(
        section_links=section_links(
            material.old_views,
            material.new_views,
            {p: v for p, v in features.items() if p not in settled},
            keep_links(linked, models.link),
        ),
        pairs=tuple(_claim_pair(g, material, linked) for g in groups),
        near=_near(groups, scores, material, models),
    )


def _claim_pair(found: Group, material: Material, linked: Mapping[Pair, float]) -> ClaimPair:
    old, new = material.old.profiles, material.new.profiles
    i, j = found.seed
    exact = found.score == 1.0 and len(found.old) == len(found.new) == 1
    near = material.own.get((i, j))
    why = reasons(
        old[i],
        new[j],
        material.old.report.sentences[i].span.of(material.old.report.text),
        ratio=near[OWN.index("ratio")] if near else 1.0,
        linked=linked.get((old[i].section, new[j].section), 0.0),
    )
    return ClaimPair(
        old=tuple(old[k].id for k in found.old),
        new=tuple(new[k].id for k in found.new),
        score=round(found.score, 3),
        exact=exact,
        reasons=("the same words",) if exact else why,
    )


def _near(
    groups: Sequence[Group],
    scores: Mapping[Pair, float],
    material: Material,
    models: Models,
) -> tuple[tuple[str, str, tuple[Candidate, ...]], ...]:
    """Near misses of the sentences left alone, old ones first, in document order."""
    done = {i for g in groups for i in g.old}, {j for g in groups for j in g.new}
    ids = [[p.id for p in side.profiles] for side in (material.old, material.new)]
    found: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for pair, p in scores.items():
        if p >= min(_NEAR_FLOOR, models.keep):
            for side in (0, 1):
                if pair[side] not in done[side]:
                    found[side, pair[side]].append((-p, pair[1 - side]))
    return tuple(
        (("old", "new")[side], ids[side][k], _candidates(misses, ids[1 - side]))
        for (side, k), misses in sorted(found.items())
    )


def _candidates(misses: Sequence[tuple[float, int]], ids: Sequence[str]) -> tuple[Candidate, ...]:
    best = sorted(misses)[:_NEAR_MOST]
    return tuple(Candidate(sentence=ids[k], score=round(-p, 3)) for p, k in best)


def mirrored(alignment: Alignment) -> Alignment:
    """The same alignment seen from the other report."""
    near = [({"old": "new", "new": "old"}[side], i, c) for side, i, c in alignment.near]
    return Alignment(
        section_links=tuple(_mirror_link(x) for x in alignment.section_links),
        pairs=tuple(replace(p, old=p.new, new=p.old) for p in alignment.pairs),
        near=tuple(sorted(near, key=lambda n: n[0] == "new")),
    )


def _mirror_link(link: SectionLink) -> SectionLink:
    relation = _MIRROR.get(link.relation, link.relation)
    return replace(link, old=link.new, new=link.old, relation=relation)
