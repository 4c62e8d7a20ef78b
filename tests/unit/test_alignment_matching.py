import itertools
import random

import pytest

from rights_diff.alignment.candidates import near_pairs
from rights_diff.alignment.grouping import group, seed_pairs
from rights_diff.alignment.links import keep_links
from rights_diff.alignment.logistic import Logistic, shipped_models
from rights_diff.alignment.matching import best_matching


def slow_best(weights):
    """The greatest sum over all one-to-one choices, by trying all."""
    rows = sorted({i for i, _ in weights})
    columns = sorted({j for _, j in weights})
    choices = itertools.permutations([*columns, *[None] * len(rows)], len(rows))
    return max(
        sum(weights.get((i, j), 0.0) for i, j in zip(rows, js, strict=True)) for js in choices
    )


@pytest.mark.parametrize("seed", range(25))
def test_no_other_assignment_weighs_more(seed):
    rng = random.Random(seed)  # noqa: S311 - test data
    pairs = list(itertools.product(range(3), range(4)))
    weights = {p: round(rng.uniform(0.1, 5), 2) for p in pairs if rng.random() < 0.6}
    if not weights:
        return
    found = best_matching(weights)
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert sum(weights[p] for p in found) == pytest.approx(slow_best(weights))


def test_nothing_to_match():
    assert best_matching({}) == []
    assert best_matching({(0, 0): -1.0}) == []


def test_near_pairs_come_from_both_sides():
    old = [{"a": 1.0}, {"a": 0.9, "b": 0.4}]
    new = [{"b": 1.0}, {"a": 1.0}]
    assert near_pairs(old, new, 1) == pytest.approx({(0, 1): 1.0, (1, 1): 0.9, (1, 0): 0.4})


def test_the_best_pairs_are_taken_and_weak_ones_left():
    assert seed_pairs({(0, 0): 0.8, (0, 1): 0.7, (1, 1): 0.1}, [], 0.3) == [(0, 0)]


def test_sentences_of_exact_pairs_are_not_given_again():
    assert seed_pairs({(0, 1): 0.99, (1, 0): 0.99, (1, 2): 0.5}, [(0, 0)], 0.3) == [(1, 2)]


def test_a_claim_told_twice_grows_on_one_side_only():
    joins = {((0, 1), (0, 0)): 0.85, ((1, 0), (0, 0)): 0.8, ((0, 2), (0, 0)): 0.5}
    found = group([(0, 0)], {(0, 0): 0.99}, [], joins, grow=0.7)
    assert [(g.old, g.new, g.seed) for g in found] == [((0,), (0, 1), (0, 0))]


def test_a_sentence_joins_the_likelier_pair_and_no_more_than_may():
    scores = {(0, 0): 0.9, (1, 1): 0.9}
    joins = {((0, 2), (0, 0)): 0.8, ((1, 2), (1, 1)): 0.9, ((1, 3), (1, 1)): 0.7}
    found = group([*scores], scores, [], joins, grow=0.6, most=2)
    assert [(g.old, g.new) for g in found] == [((0,), (0,)), ((1,), (1, 2))]


def test_exact_pairs_stand_whatever_the_scores():
    found = group([], {(0, 1): 0.99}, [(0, 0)], {}, grow=0.5)
    assert [(g.old, g.new, g.score) for g in found] == [((0,), (0,), 1.0)]


def test_a_plain_counterpart_keeps_its_neighbours_away():
    assert keep_links({(0, 0): 0.9, (0, 1): 0.5, (1, 1): 0.95}, 0.2).keys() == {(0, 0), (1, 1)}


def test_logistic_is_a_probability():
    model = Logistic(bias=0.0, weights=(1.0, -1.0))
    assert model.probability((0.0, 0.0)) == 0.5
    assert model.probability((900.0, 0.0)) == 1.0
    assert model.probability((0.0, 900.0)) == 0.0


def test_the_shipped_weights_have_all_features_and_sane_thresholds():
    models = shipped_models()
    assert 0 < models.link < 1
    assert 0 < models.keep < 1
    assert 0 < models.grow < 1
