"""An encoder that the caller plugs in, and what came second on either side of a pair."""

import pytest

import rights_diff as rd
from rights_diff.alignment import align
from rights_diff.alignment.encoding import encoded_shifts
from rights_diff.errors import CompareError

OLD = """Prisons

Wardens starved inmates in the quarry jail. The harbour court fined two editors in June.
A new bridge opened in the capital.
"""
NEW = """Prisons

Food was withheld from people behind bars at the stone pit. Two editors were fined by the harbour
court. The harbour court fined the owner of a bakery.
"""
# What the toy encoder knows: words of one meaning lie on one axis.
AXES = (
    {"starved", "food"},
    {"inmates", "bars"},
    {"quarry", "pit"},
    {"court"},
    {"bridge"},
    {"bakery"},
)


def toy(texts):
    words = [set(text.lower().replace(".", "").split()) for text in texts]
    return [[0.1, *(float(bool(axis & found)) for axis in AXES)] for found in words]


@pytest.fixture(scope="module")
def reports():
    return rd.parse(OLD, country="Georgia"), rd.parse(NEW, country="Georgia")


def likeness(alignment, old, new):
    near = {(i, c.sentence): c.score for _, i, found in alignment.near for c in found}
    pairs = {(i, j): p.score for p in alignment.pairs for i in p.old for j in p.new}
    return pairs.get((old, new), near.get((old, new), 0.0))


def first_ids(report):
    return [s.id for s in report.sentences]


def test_an_encoder_adds_to_what_words_tell():
    pairs = [(0, 0), (0, 1), (1, 0), (1, 1)]
    shifts = encoded_shifts(
        toy, [["Guards starved inmates.", "A bridge."], ["Food, bars.", "Bakery"]], pairs
    )
    assert max(shifts, key=shifts.__getitem__) == (0, 0)
    assert shifts[0, 0] > 0 > shifts[1, 0]


def test_pairs_that_the_encoder_holds_alike_score_higher(reports):
    old, new = reports
    court = first_ids(old)[1], first_ids(new)[1]
    plain, told = align(old, new), align(old, new, encoder=toy)
    assert likeness(told, *court) > likeness(plain, *court) > 0


def test_the_encoder_reaches_compare_and_swapping_mirrors(reports):
    old, new = reports
    there, back = rd.compare(old, new, encoder=toy), rd.compare(new, old, encoder=toy)
    assert {(r.old, r.new, r.score) for r in there.ledger} == {
        (r.new, r.old, r.score) for r in back.ledger
    }


def test_an_encoder_that_tells_nothing_changes_nothing(reports):
    assert align(*reports, encoder=lambda texts: [[1.0]] * len(texts)) == align(*reports)


@pytest.mark.parametrize(
    "encoder",
    [
        lambda texts: [[1.0]] * (len(texts) + 1),
        lambda texts: [[1.0] * (n + 1) for n in range(len(texts))],
        lambda texts: [[float("nan")] for _ in texts],
    ],
)
def test_a_broken_encoder_is_one_clear_line(reports, encoder):
    with pytest.raises(CompareError, match="encoder") as caught:
        rd.compare(*reports, encoder=encoder)
    assert "\n" not in str(caught.value)


def test_what_came_second_is_named_with_its_score(reports):
    comparison = rd.compare(*reports)
    editors, bakery = first_ids(reports[1])[1:]
    row = next(r for r in comparison.ledger if r.old and r.new == (editors,))
    assert row.runner_up.new.sentence == bakery
    assert 0 < row.runner_up.new.score < row.score
    mirrored = rd.compare(*reversed(reports))
    back = next(r for r in mirrored.ledger if r.old == row.new)
    assert (back.runner_up.old, back.runner_up.new) == (row.runner_up.new, row.runner_up.old)
    assert all(r.runner_up.old is r.runner_up.new is None for r in comparison.ledger if not r.old)
