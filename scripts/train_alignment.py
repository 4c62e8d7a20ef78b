"""Learn the weights of the alignment room from labelled pairs of reports.

    python scripts/train_alignment.py --labels DIR --reports DIR

Writes src/rights_diff/alignment/data/weights.json and prints cross-validated figures:
whole countries are left out in turn. Needs scikit-learn (dependency group `train`).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from alignment_counts import (
    Counts,
    balanced,
    claim_labels,
    count_claims,
    count_sections,
    figures,
    total,
)
from alignment_fitting import fit
from alignment_labels import Case, load_cases

from rights_diff.alignment.aligning import claim_groups
from rights_diff.alignment.context import CONTEXT
from rights_diff.alignment.features import OWN
from rights_diff.alignment.grouping import seed_pairs
from rights_diff.alignment.joining import JOIN, join_features
from rights_diff.alignment.logistic import Logistic, Models
from rights_diff.alignment.matching import Pair
from rights_diff.alignment.scoring import (
    Material,
    claim_features,
    first_scores,
    gather,
    section_pairs,
    section_scores,
)
from rights_diff.alignment.sections import FEATURES

TARGET = Path(__file__).parents[1] / "src/rights_diff/alignment/data/weights.json"
DOCS = Path(__file__).parents[1] / "docs/alignment.md"
TABLE_HEAD = "| --- | --- | --- | --- | --- |\n"
# Inverse regularization strengths, on standardised features.
STRENGTH = {"own": 0.005, "claims": 0.01, "sections": 0.1, "joins": 0.05}
# Thresholds are tried in steps as coarse as so few labels allow.
STEP = 0.05
# Weight of recall beside precision for claim pairs: a wrong pair costs a reader more than one
# that is missed and named as a near miss.
BETA = 0.7
# What counts as equally good among thresholds: of these the surest is taken.
SLACK = 0.005
# Pairs from here on are asked for further sentences when that is learned.
SEED_FROM = 0.3


@dataclass(frozen=True, kw_only=True)
class Prediction:
    """What models that never saw a country say of a pair of reports on it."""

    models: Models
    scores: dict[Pair, float]
    linked: dict[Pair, float]


Predictions = dict[str, Prediction]


# ---------------------------------------------------------------- fitting


def table(
    features: dict[Pair, tuple[float, ...]], good: set[Pair], skip: frozenset[Pair] = frozenset()
) -> tuple[np.ndarray, np.ndarray]:
    """Features and labels as arrays."""
    pairs = [p for p in features if p not in skip]
    x = np.array([features[p] for p in pairs], dtype=float)
    return x, np.array([p in good for p in pairs], dtype=float)


def share(case: Case) -> float:
    """Weight of a set's rows: long reports must not decide alone."""
    return 1 / np.sqrt(len(case.old.sentences) * len(case.new.sentences))


def train(cases: Sequence[Case], stuff: dict[str, Material]) -> Models:
    """All models from the given cases; thresholds are left at one half.

    Further sentences are learned from pairs as they come out for countries not seen.
    """
    rows = []
    for country in sorted({c.country for c in cases}):
        models = train_pairs([c for c in cases if c.country != country], stuff)
        for c in cases:
            if c.country == country:
                x, y = table_of_joins(c, stuff[c.name], predict(stuff[c.name], models)[0])
                rows.append((x, y, 1.0))
    return replace(train_pairs(cases, stuff), joins=fit(rows, STRENGTH["joins"], JOIN))


def table_of_joins(
    case: Case, material: Material, scores: dict[Pair, float]
) -> tuple[np.ndarray, np.ndarray]:
    """Features and labels of the sentences that may join a pair."""
    seeds = seed_pairs(scores, material.exact, SEED_FROM)
    sides = material.old, material.new
    features = join_features(seeds, scores, material.exact, sides, material.own)
    good = claim_labels(case)
    x = np.array(list(features.values()), dtype=float)
    return x, np.array([pair in good for pair, _ in features], dtype=float)


def train_pairs(cases: Sequence[Case], stuff: dict[str, Material]) -> Models:
    """The models of sentence pairs and of section pairs."""
    own = fit(
        [(*table(stuff[c.name].own, claim_labels(c)), share(c)) for c in cases],
        STRENGTH["own"],
        OWN,
    )
    first = {c.name: first_scores(stuff[c.name], own) for c in cases}
    parts = {c.name: dict(section_pairs(stuff[c.name], first[c.name], settled=True)) for c in cases}
    sections = fit(
        [
            (*table(parts[c.name], set(c.links), c.weak), 1 / np.sqrt(len(parts[c.name])))
            for c in cases
        ],
        STRENGTH["sections"],
        FEATURES,
    )
    claims = fit(
        [
            (
                *table(
                    dict(
                        claim_features(
                            stuff[c.name],
                            first[c.name],
                            section_scores(stuff[c.name], parts[c.name].items(), sections)[0],
                        )
                    ),
                    claim_labels(c),
                ),
                share(c),
            )
            for c in cases
        ],
        STRENGTH["claims"],
        (*OWN, *CONTEXT),
    )
    none = Logistic(bias=0.0, weights=(0.0,) * len(JOIN))
    return Models(
        own=own, claims=claims, sections=sections, joins=none, keep=0.5, grow=0.5, link=0.5
    )


def scored(features: dict[Pair, tuple[float, ...]], model: Logistic) -> dict[Pair, float]:
    """Probability of each pair."""
    return {pair: model.probability(v) for pair, v in features.items()}


def predict(material: Material, models: Models) -> tuple[dict[Pair, float], dict[Pair, float]]:
    """Probabilities of sentence pairs and of section pairs."""
    first = first_scores(material, models.own)
    linked, _ = section_scores(material, section_pairs(material, first), models.sections)
    return scored(dict(claim_features(material, first, linked)), models.claims), linked


# ---------------------------------------------------------------- thresholds


def choose(
    cases: Sequence[Case],
    stuff: dict[str, Material],
    out: Predictions,
) -> tuple[float, float, float]:
    """The thresholds (keep, grow, link) that do best on predictions made for left-out countries."""
    grid = [round(0.1 + STEP * k, 2) for k in range(17)]

    def claims(keep: float, grow: float) -> float:
        counts = [measure(c, stuff[c.name], out[c.name], keep, grow) for c in cases]
        return balanced(counts, BETA)

    keep = highest(grid, lambda t: claims(t, 2.0), SLACK)
    grow = highest(grid, lambda t: claims(keep, t), SLACK)
    link = highest(
        grid, lambda t: balanced([count_sections(c, out[c.name].linked, t) for c in cases])
    )
    return keep, grow, link


def highest(grid: Sequence[float], figure: Callable[[float], float], slack: float = 0.0) -> float:
    """The highest point at which the figure is as good as anywhere, but for `slack`.

    Slack takes fewer and surer pairs where more gain next to nothing.
    """
    values = [figure(t) for t in grid]
    return max(t for t, v in zip(grid, values, strict=True) if v >= max(values) - slack)


def measure(case: Case, material: Material, found: Prediction, keep: float, grow: float) -> Counts:
    """Claim counts of one case at the given thresholds."""
    models = replace(found.models, keep=keep, grow=grow)
    groups = claim_groups(material, found.scores, models)
    return count_claims(case, groups, set(material.exact))


def cross_validate(cases: Sequence[Case], stuff: dict[str, Material]) -> Predictions:
    """Predictions for each case by models that never saw its country."""
    out = {}
    for country in sorted({c.country for c in cases}):
        models = train([c for c in cases if c.country != country], stuff)
        for c in cases:
            if c.country == country:
                scores, linked = predict(stuff[c.name], models)
                out[c.name] = Prediction(models=models, scores=scores, linked=linked)
    return out


def as_data(models: Models) -> dict[str, object]:
    """The models as they are written to the file."""

    def part(model: Logistic, names: Sequence[str]) -> dict[str, object]:
        return {
            "bias": round(model.bias, 5),
            "weights": {n: round(w, 5) for n, w in zip(names, model.weights, strict=True)},
        }

    return {
        "own": part(models.own, OWN),
        "claims": part(models.claims, (*OWN, *CONTEXT)),
        "sections": part(models.sections, FEATURES),
        "joins": part(models.joins, JOIN),
        "thresholds": {"keep": models.keep, "grow": models.grow, "link": models.link},
    }


def with_table(text: str, claims: dict[str, Counts], sections: dict[str, Counts]) -> str:
    """The page with the rows of its table of figures written anew."""
    rows = [row(name, claims[name], sections[name]) for name in claims]
    rows.append(row("**together**", total(list(claims.values())), total(list(sections.values()))))
    before, head, rest = text.partition(TABLE_HEAD)
    return before + head + "\n".join(rows) + "\n" + rest[rest.index("\n\n") + 1 :]


def row(name: str, claims: Counts, sections: Counts) -> str:
    """One line of the table of figures."""
    cells = (f"{c.hit} / {c.false} / {c.miss} | {c.f1:.2f}" for c in (claims, sections))
    return f"| {name} | {' | '.join(cells)} |"


def main() -> None:
    """Train on everything, measure with countries left out, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--reports", type=Path, required=True)
    parser.add_argument("--dry", action="store_true", help="measure, write nothing")
    args = parser.parse_args()
    cases = load_cases(args.labels, args.reports.resolve().parent)
    stuff = {c.name: gather(c.old, c.new) for c in cases}
    out = cross_validate(cases, stuff)
    keep, grow, link = choose(cases, stuff, out)
    print(f"thresholds: keep {keep}, grow {grow}, link {link}")
    claims, sections = {}, {}
    for c in cases:
        claims[c.name] = measure(c, stuff[c.name], out[c.name], keep, grow)
        sections[c.name] = count_sections(c, out[c.name].linked, link)
        print(f"{c.name[:60]:60} claims {claims[c.name]}   sections {sections[c.name]}")
    print(f"{'together':60} claims {total(list(claims.values()))}", end="   ")
    print(f"sections {total(list(sections.values()))}")
    models = replace(train(cases, stuff), keep=keep, grow=grow, link=link)
    if args.dry:
        return
    data = as_data(models)
    data["evaluation"] = {
        "method": "whole countries left out in turn; thresholds chosen on all left-out predictions",
        "claims": {c: figures(claims[c]) for c in claims},
        "claims_together": figures(total(list(claims.values()))),
        "sections": {c: figures(sections[c]) for c in sections},
        "sections_together": figures(total(list(sections.values()))),
    }
    TARGET.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    DOCS.write_text(with_table(DOCS.read_text("utf-8"), claims, sections), "utf-8")


if __name__ == "__main__":
    main()
