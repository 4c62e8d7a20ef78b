"""What one row rests on, as values and as lines."""

from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report, one_section, pair

import rights_diff as rd
from rights_diff.comparison import build
from rights_diff.model import (
    Alignment,
    Candidate,
    ClaimPair,
    Comparison,
    LedgerRow,
    RunnersUp,
    Span,
    Status,
)


def compared() -> Comparison:
    old = one_section("Some men were held near the mill.", "It rained.", "Ten men fled.")
    new = one_section("Many men were held near the dam.", "It poured all day.", "Nine men fled.")
    alignment = Alignment(
        pairs=(
            ClaimPair(
                old=("s1.1",),
                new=("s1.1",),
                score=0.9,
                reasons=("telling words shared: held",),
                runner_up=RunnersUp(old=Candidate(sentence="s1.3", score=0.2)),
            ),
            ClaimPair(old=("s1.3",), new=("s1.3",), score=0.8),
        ),
        section_links=pair().section_links,
        near=(("old", "s1.2", (Candidate(sentence="s1.2", score=0.3),)),),
    )
    return build(old, new, alignment)


def row_with(comparison: Comparison, sentence: str) -> LedgerRow:
    return next(r for r in comparison.ledger if sentence in r.old)


def test_a_pair_is_explained_with_its_edits_sections_and_what_came_second() -> None:
    comparison = compared()
    explained = comparison.explain(row_with(comparison, "s1.1"))
    assert [(e.old_words, e.new_words) for e in explained.edits] == [
        ("Some", "Many"),
        ("mill", "dam"),
    ]
    assert [q.words[:4] for q in explained.quotes] == ["Some", "Many"]
    assert [s.rule for s in explained.signals] == ["extent"]
    (section,) = explained.sections
    assert (section.old, section.new, section.score) == ("Detention", "Detention", 1.0)
    (rival,) = explained.rivals
    assert (rival.quote.sentence, rival.score) == ("s1.3", 0.2)
    assert rival.row == row_with(comparison, "s1.3").id
    assert rival.why_not.startswith(f"paired in {rival.row}")


def test_edits_say_where_their_words_stand() -> None:
    comparison = compared()
    edits = comparison.explain(row_with(comparison, "s1.1")).edits
    for edit in edits:
        assert isinstance(edit.old, Span)
        assert isinstance(edit.new, Span)
        assert edit.old.of(comparison.old.text) == edit.old_words
        assert edit.new.of(comparison.new.text) == edit.new_words


def test_figures_are_told_with_their_relation() -> None:
    comparison = compared()
    explained = comparison.explain(row_with(comparison, "s1.3"))
    (figure,) = explained.figures
    assert (figure.old_words, figure.new_words) == ("Ten men", "Nine men")
    assert "“Ten men” → “Nine men”: lower, −1, −10 %" in str(explained)


def test_a_dropped_sentence_is_explained_with_its_near_misses() -> None:
    comparison = compared()
    explained = comparison.explain(row_with(comparison, "s1.2"))
    assert explained.status is Status.DROPPED
    assert explained.edits == ()
    assert [r.quote.words for r in explained.rivals] == ["It poured all day."]
    text = str(explained)
    assert "Not paired: no sentence of the new report" in text
    assert "Possibly the same claim:" in text
    assert f"below {explained.paired_from:.2f}" in text


def test_a_row_may_be_named_by_its_id_and_an_unknown_id_is_a_key_error() -> None:
    comparison = compared()
    assert str(comparison.explain("r1")) == str(comparison.explain(comparison.ledger[0]))
    with pytest.raises(KeyError):
        comparison.explain("r99")


def test_several_sentences_of_a_side_stay_apart() -> None:
    old, new = one_section("The mill closed.", "The dam broke."), one_section("The dam broke.")
    comparison = build(old, new, pair(("s1.1 s1.2", "s1.1")))
    texts = [str(comparison.explain(row)) for row in comparison.ledger]
    assert not any("closed.The" in text for text in texts)


def test_sections_without_a_link_are_told() -> None:
    old = make_report({"Health": ["It rained."]})
    new = make_report({"Torture": ["It rained hard."], "Trade": ["Ships came."]})
    moved = Alignment(pairs=pair(("s1.1", "s1.1")).pairs)
    comparison = build(old, new, moved)
    assert "“Health” and “Torture” are not linked" in str(comparison.explain("r1"))
    assert "“Trade” has no counterpart" in str(comparison.explain("r2"))


def test_nothing_in_a_report_acts_on_the_terminal() -> None:
    old, new = one_section("It \x1b[31mrained."), one_section("It \u202epoured.")
    text = str(build(old, new, pair(("s1.1", "s1.1"))).explain("r1"))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_every_row_of_the_samples_is_explained_in_lines_that_begin_with_its_id() -> None:
    comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    for row in comparison.ledger:
        explained = comparison.explain(row)
        assert str(explained).startswith(f"{row.id}: ")
        assert len(explained.quotes) == len(row.old) + len(row.new)
