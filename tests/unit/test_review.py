"""Reviews: what decisions do to rows and figures, and what is said of those that do not apply."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from tests.comparison_fixture import one_section

import rights_diff as rd
from rights_diff.comparison import build
from rights_diff.model import (
    Alignment,
    Candidate,
    ClaimPair,
    Comparison,
    Report,
    Status,
    Verdict,
)
from rights_diff.model.review import About, Anchor, Decision, Review
from rights_diff.rendering import schemas
from rights_diff.review import reviewed
from rights_diff.testing import check_comparison

OLD = one_section(
    "Police arrested 40 farmers in May.",
    "The court freed two writers.",
    "Nobody was tried.",
    "Prices rose by 12 per cent.",
    year=2020,
)
NEW = one_section(
    "Police arrested 65 farmers in June.",
    "Two writers went home.",
    "No trial was held.",
    "Prices rose by 15 per cent.",
    "A law was passed.",
    year=2021,
)
ARRESTS, FREED, TRIED, PRICES = (s.id for s in OLD.sentences)
N_ARRESTS, N_HOME, N_TRIAL, N_PRICES, N_LAW = (s.id for s in NEW.sentences)


def pair(old: str, new: str, score: float = 0.4) -> ClaimPair:
    return ClaimPair(old=tuple(old.split()), new=tuple(new.split()), score=score)


def claim(verdict: str, old: str | list[str] = (), new: str | list[str] = (), **more) -> Decision:  # type: ignore[assignment]
    sides = ([s] if isinstance(s, str) else s for s in (old, new))
    anchors = [tuple(Anchor(exact=q) for q in side) for side in sides]
    return Decision(verdict=Verdict(verdict), old=anchors[0], new=anchors[1], **more)


def figure(verdict: str, old: str, new: str, **more: str) -> Decision:
    return claim(verdict, old, new, about=About.FIGURE, **more)


def compare(
    *decisions: Decision,
    pairs: tuple[ClaimPair, ...] = (pair(ARRESTS, N_ARRESTS), pair(PRICES, N_PRICES)),
    near: tuple = (),
    old: Report = OLD,
    new: Report = NEW,
) -> Comparison:
    made = reviewed(
        old,
        new,
        Alignment(pairs=pairs, near=near),
        Review(decisions),
        lambda alignment, figures: build(old, new, alignment, figures=figures),
    )
    check_comparison(made)
    return made


def row_of(comparison: Comparison, side: str, sentence: str):
    return next(row for row in comparison.ledger if sentence in getattr(row, side))


def verdicts(row) -> list[str]:
    return [mark.verdict.value for mark in row.review]


def test_a_confirmed_pair_is_no_longer_unsure() -> None:
    before = row_of(compare(), "old", ARRESTS)
    row = row_of(compare(claim("confirm", "arrested 40 farmers", "arrested 65")), "old", ARRESTS)
    assert (before.is_unsure, row.is_unsure, row.score) == (True, False, 1.0)
    assert (row.new, verdicts(row)) == ((N_ARRESTS,), ["confirm"])
    assert row.reasons[0] == "confirmed by a reader"


def test_a_forbidden_pair_becomes_dropped_and_added_and_its_figures_part() -> None:
    plain = compare()
    assert any(link.row for link in plain.quantity_links)
    made = compare(claim("forbid", "arrested 40 farmers", "arrested 65", note="other men"))
    old, new = row_of(made, "old", ARRESTS), row_of(made, "new", N_ARRESTS)
    assert (old.status, new.status) == (Status.DROPPED, Status.ADDED)
    assert old.review[0].apart_from == (N_ARRESTS,)
    assert new.review[0].apart_from == (ARRESTS,)
    assert new.review[0].note == "other men"
    assert not any(link.row in (old.id, new.id) for link in made.quantity_links)


def test_figures_of_parted_claims_are_not_linked_across_rows_unless_said_so() -> None:
    old = one_section("A total of 1,127 refugees crossed the northern border and were registered.")
    new = one_section("At least 1,127 refugees crossed the northern border and lived.", year=2021)
    whole = pair("s1.1", "s1.1")
    parting = claim("forbid", "1,127 refugees crossed", "1,127 refugees crossed")
    assert len(compare(pairs=(), old=old, new=new).quantity_links) == 1
    assert compare(parting, pairs=(whole,), old=old, new=new).quantity_links == ()
    same = figure("confirm", "1,127", "1,127")
    assert len(compare(parting, same, pairs=(whole,), old=old, new=new).quantity_links) == 1


def test_forbidding_is_no_near_miss_either() -> None:
    near = (("old", FREED, (Candidate(sentence=N_HOME, score=0.3),)),)
    assert row_of(compare(near=near), "old", FREED).candidates
    made = compare(claim("forbid", "freed two writers", "Two writers went home"), near=near)
    assert row_of(made, "old", FREED).candidates == ()


@pytest.mark.parametrize(
    ("paired", "old", "new", "left"),
    [
        (pair(f"{ARRESTS} {FREED}", N_ARRESTS), "40 farmers", "65 farmers", (FREED, N_ARRESTS)),
        (pair(ARRESTS, f"{N_ARRESTS} {N_HOME}"), "40 farmers", "65 farmers", (ARRESTS, N_HOME)),
        (
            pair(f"{ARRESTS} {FREED}", f"{N_ARRESTS} {N_HOME}"),
            "40 farmers",
            "65 farmers",
            (FREED, N_HOME),
        ),
    ],
)
def test_forbidding_a_part_keeps_the_rest(paired, old, new, left) -> None:
    made = compare(claim("forbid", old, new), pairs=(paired,))
    rows = [(row.old, row.new) for row in made.ledger if row.old and row.new]
    assert rows == [((left[0],), (left[1],))]


def test_joining_pairs_two_claims_that_stood_alone() -> None:
    row = row_of(compare(claim("join", "Nobody was tried.", "No trial was held.")), "old", TRIED)
    assert (row.new, row.score, verdicts(row)) == ((N_TRIAL,), 1.0, ["join"])
    assert row.reasons == ("joined by a reader",)


def test_joining_takes_a_claim_from_its_pair_and_says_what_it_lost() -> None:
    made = compare(claim("join", "The court freed two writers.", "Police arrested 65"))
    assert row_of(made, "old", FREED).new == (N_ARRESTS,)
    left = row_of(made, "old", ARRESTS)
    assert left.status is Status.DROPPED
    assert [c.sentence for c in left.candidates] == [N_ARRESTS]


def test_joining_several_sentences_and_the_rest_of_a_pair_stays() -> None:
    made = compare(
        claim("join", ["The court freed", "Nobody was tried"], "Two writers went home."),
        pairs=(pair(FREED, f"{N_HOME} {N_TRIAL}"),),
    )
    assert row_of(made, "old", TRIED).old == (FREED, TRIED)
    assert row_of(made, "new", N_TRIAL).old == ()


def test_a_joined_row_is_not_taken_apart_where_a_sentence_was_kept() -> None:
    old = one_section("It rained.", "Fields flooded.")
    new = one_section("It rained.", year=2021)
    made = compare(
        claim("join", ["It rained.", "Fields flooded."], "It rained."), pairs=(), old=old, new=new
    )
    assert [(len(r.old), len(r.new)) for r in made.ledger] == [(2, 1)]


def test_a_quote_may_run_over_sentences() -> None:
    made = compare(claim("join", "freed two writers. Nobody was", "No trial was held."))
    assert row_of(made, "new", N_TRIAL).old == (FREED, TRIED)


def test_a_note_stands_at_its_row_and_changes_nothing_else() -> None:
    made = compare(claim("note", new="A law was passed.", note="Which?", by="Ada", when="2024"))
    row = row_of(made, "new", N_LAW)
    (mark,) = row.review
    assert (mark.note, mark.by, mark.when) == ("Which?", "Ada", "2024")
    assert [replace(r, review=()) for r in made.ledger] == list(compare().ledger)


def test_white_space_quotes_and_dashes_do_not_matter() -> None:
    old = one_section("The so-called “school”\u00a0– a camp –  was ﬁlled.", year=2020)
    made = compare(
        claim("note", 'so‑called "school" - a camp\n- was filled', note="?"), pairs=(), old=old
    )
    assert made.review is not None
    assert made.review.not_applied == ()


def test_a_quote_ends_where_words_end() -> None:
    made = compare(claim("note", "Police arrested 4", note="?"))
    assert made.warnings == (
        "the review’s “note” does not apply: “Police arrested 4” is not in the old report",
    )


def test_a_quote_found_twice_needs_its_neighbours() -> None:
    old = one_section("One.", "It rained.", "Two.", "It rained.", "Three.")
    plain = compare(claim("note", "It rained.", note="?"), pairs=(), old=old)
    assert plain.review is not None
    assert plain.review.not_applied[0].reason == (
        "“It rained.” stands 2 times in the old report: give more of its words, or those around it"
    )
    anchor = Anchor(exact="It rained.", prefix="Two. ", suffix=" Three.")
    decision = Decision(verdict=Verdict.NOTE, old=(anchor,), note="?")
    made = compare(decision, pairs=(), old=old)
    assert [r.old for r in made.ledger if r.review] == [("s1.4",)]


def test_neighbours_that_are_wholly_others_are_not_the_place() -> None:
    anchor = Anchor(exact="Nobody was tried.", prefix="In the harbour towns", suffix="as in 1999")
    made = compare(Decision(verdict=Verdict.NOTE, old=(anchor,), note="?"))
    assert made.review is not None
    assert len(made.review.not_applied) == 1


def test_a_later_decision_goes_before_an_earlier_one() -> None:
    first, second = claim("forbid", "40 farmers", "65 farmers"), claim("confirm", "40 ", "65 ")
    made = compare(first, second)
    assert row_of(made, "old", ARRESTS).new == (N_ARRESTS,)
    assert made.review is not None
    assert [n.reason for n in made.review.not_applied] == ["a later decision says otherwise"]
    back = compare(second, first)
    assert row_of(back, "old", ARRESTS).new == ()


def test_of_two_joins_of_one_sentence_the_later_counts() -> None:
    made = compare(
        claim("join", "Nobody was tried.", "No trial was held."),
        claim("join", "Nobody was tried.", "A law was passed."),
    )
    assert row_of(made, "old", TRIED).new == (N_LAW,)


def test_parting_figures_takes_the_facet_that_rests_on_them() -> None:
    before = row_of(compare(), "old", PRICES)
    assert "number_changed" in before.facets
    made = compare(figure("forbid", "12 per cent", "15 per cent"))
    row = row_of(made, "old", PRICES)
    assert "number_changed" not in row.facets
    assert not any(link.row == row.id for link in made.quantity_links)
    assert row.new == (N_PRICES,)


def test_joining_figures_of_two_rows_takes_them_from_others() -> None:
    made = compare(figure("join", "40 farmers", "Two writers", note="the same men"))
    quantities = {q.id: q.sentence for q in made.new.quantities}
    marked = [k for k in made.quantity_links if k.review]
    assert [(quantities[k.new], k.row, k.review[0].note) for k in marked] == [
        (N_HOME, None, "the same men")
    ]
    assert sum(k.old == marked[0].old for k in made.quantity_links) == 1


def test_a_figure_in_an_unchanged_row_can_be_parted() -> None:
    old = one_section("Prices rose by 12 per cent.")
    new = one_section("Prices rose by 12 per cent.", year=2021)
    same = (ClaimPair(old=("s1.1",), new=("s1.1",), score=1.0, exact=True),)
    assert len(compare(pairs=same, old=old, new=new).quantity_links) == 1
    parted = compare(figure("forbid", "12 per cent", "12 per cent"), pairs=same, old=old, new=new)
    assert parted.quantity_links == ()


def test_what_is_no_figure_is_said() -> None:
    made = compare(figure("confirm", "The court freed", "15 per cent"))
    assert made.warnings == (
        "the review’s “confirm” does not apply: “The court freed” is no figure of the old report",
    )


def test_a_note_on_figures_that_are_not_linked_does_not_apply() -> None:
    made = compare(figure("note", "12 per cent", "65 farmers", note="?"))
    assert made.review is not None
    assert [n.reason for n in made.review.not_applied] == ["the two figures are not compared"]


def test_many_that_do_not_apply_are_counted() -> None:
    made = compare(*(claim("note", f"Missing {n}", note="?") for n in range(12)))
    assert made.review is not None
    assert len(made.review.not_applied) == 12
    assert made.warnings[-1] == "4 more decisions of the review do not apply"


def test_the_json_has_marks_and_decisions_and_keeps_its_schema() -> None:
    made = compare(
        claim("confirm", "40 farmers", "65 farmers", note="seen"),
        figure("confirm", "12 per cent", "15 per cent"),
        claim("note", "gone words", note="?"),
    )
    document = json.loads(made.to_json())
    for side in ("old", "new"):
        document[side]["metadata"]["source"]["sha256"] = "0" * 64
    Draft202012Validator(schemas.load("comparison")).validate(document)
    assert [len(document["review"][k]) for k in ("decisions", "not_applied")] == [3, 1]
    assert [r["review"][0]["note"] for r in document["ledger"] if r["review"]] == ["seen"]
    assert json.loads(build(OLD, NEW, Alignment()).to_json())["review"] is None


def test_reviews_are_made_of_rows_and_links() -> None:
    old, new = rd.load(rd.samples.OLD), rd.load(rd.samples.NEW)
    plain = rd.compare(old, new)
    paired = next(r for r in plain.ledger if r.old and r.new)
    gone = next(r for r in plain.ledger if not r.new)
    came = next(r for r in plain.ledger if not r.old)
    link = plain.quantity_links[0]
    review = (
        rd.Review()
        .confirm(plain, paired, by="Ada")
        .join(plain, gone.id, came.id)
        .confirm(plain, link, when="2024-05-01")
        .annotate(plain, paired.id, "see the annex")
    )
    made = rd.compare(old, new, review=review)
    assert made.review is not None
    assert made.review.not_applied == ()
    assert verdicts(row_of(made, "old", paired.old[0])) == ["confirm", "note"]
    assert row_of(made, "old", gone.old[0]).new == came.new
    assert [k.old for k in made.quantity_links if k.review] == [link.old]


def test_a_row_of_one_side_has_no_pair_to_decide_about() -> None:
    plain = compare()
    gone, came = (row_of(plain, *at).id for at in (("old", FREED), ("new", N_LAW)))
    with pytest.raises(ValueError, match="stands in one report alone"):
        Review().confirm(plain, gone)
    with pytest.raises(ValueError, match="has no sentence of the old report"):
        Review().join(plain, came, gone)


def test_a_comparison_without_review_says_none() -> None:
    assert build(OLD, NEW, Alignment()).review is None
