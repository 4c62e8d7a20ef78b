from __future__ import annotations

import pytest
from tests.comparison_fixture import make_report, one_section, pair

from rights_diff.comparison import build, explain
from rights_diff.errors import CompareError
from rights_diff.model import Alignment, Candidate, Comparison, Status


def rows(comparison: Comparison) -> list[tuple[str, str, str]]:
    return [(" ".join(r.old), " ".join(r.new), r.status.value) for r in comparison.ledger]


def facets(comparison: Comparison, row: int = 0) -> set[str]:
    return {f.value for f in comparison.ledger[row].facets}


def test_rows_follow_the_newer_report_and_dropped_ones_their_neighbour() -> None:
    old = one_section("The mill closed.", "Ten men were held.", "The union sued.")
    new = one_section("A dam broke.", "The mill closed.", "The union sued.")
    built = build(old, new, pair(("s1.1", "s1.2"), ("s1.3", "s1.3"), exact=True))
    assert rows(built) == [
        ("", "s1.1", "added"),
        ("s1.1", "s1.2", "unchanged"),
        ("s1.2", "", "dropped"),
        ("s1.3", "s1.3", "unchanged"),
    ]
    assert [r.id for r in built.ledger] == ["r1", "r2", "r3", "r4"]


def test_a_dropped_first_sentence_stands_first() -> None:
    built = build(one_section("It rained."), one_section("It snowed."), Alignment())
    assert rows(built) == [("s1.1", "", "dropped"), ("", "s1.1", "added")]


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("He said “no”.", 'He  said "no".', "unchanged"),
        ("The law passed.1", "The law passed.", "unchanged"),
        ("The fine was US$3.50", "The fine was US$3.75", "revised"),
        ("The mill closed its doors.", "The mill shut its doors.", "reworded"),
        ("Nine men were held.", "Ten men were held.", "revised"),
        ("The jail was full.", "The jail was full, dark, damp and cold all winter.", "revised"),
    ],
)
def test_status(old: str, new: str, status: str) -> None:
    built = build(one_section(old), one_section(new), pair(("s1.1", "s1.1")))
    assert built.ledger[0].status.value == status


def test_split_and_merged() -> None:
    one = one_section("The mill closed, and the workers sued.")
    two = one_section("The mill closed.", "The workers sued.")
    assert "split" in facets(build(one, two, pair(("s1.1", "s1.1 s1.2"))))
    assert "merged" in facets(build(two, one, pair(("s1.1 s1.2", "s1.1"))))


def test_moved_to_another_section() -> None:
    old = make_report({"Detention": ["The jail closed.", "It rained."], "Health": ["No one came."]})
    new = make_report({"Detention": ["The jail closed."], "Health": ["No one came.", "It rained."]})
    pairs = pair(("s1.1", "s1.1"), ("s1.2", "s2.2"), ("s2.1", "s2.1"), exact=True)
    built = build(old, new, pairs)
    moved = [r.old for r in built.ledger if r.facets]
    assert moved == [("s1.2",)]
    assert {r.status for r in built.ledger} == {Status.UNCHANGED}


def test_moved_within_a_section() -> None:
    lines = ["The mill closed.", "The dam broke.", "The union sued.", "It rained."]
    old, new = one_section(*lines), one_section(*lines[1:], lines[0])
    pairs = [(f"s1.{n}", f"s1.{(n - 2) % 4 + 1}") for n in range(1, 5)]
    built = build(old, new, pair(*pairs, exact=True))
    assert [r.old for r in built.ledger if r.facets] == [("s1.1",)]


def test_candidates_of_a_dropped_sentence() -> None:
    near = Alignment(near=(("old", "s1.1", (Candidate(sentence="s1.1", score=0.4),)),))
    built = build(one_section("It rained."), one_section("It poured."), near)
    assert built.ledger[0].candidates == (Candidate(sentence="s1.1", score=0.4),)
    assert "It poured." in str(explain(built, "r1"))


def test_different_countries_are_refused() -> None:
    old, new = one_section("It rained."), one_section("It rained.", country="Sylvania")
    with pytest.raises(CompareError, match=r"Ruritania and Sylvania"):
        build(old, new, Alignment())
    assert build(old, new, Alignment(), allow_mixed=True).ledger


@pytest.mark.parametrize(
    ("options", "kind"),
    [
        ({"year": 2021}, "year_over_year"),
        ({"organization": "Other Body"}, "cross_organization"),
        ({}, "same_edition"),
        ({"organization": None}, "cross_organization"),
    ],
)
def test_kind(options: dict[str, object], kind: str) -> None:
    old, new = one_section("It rained."), one_section("It rained.", **options)
    assert build(old, new, Alignment()).kind.value == kind


def test_explain_names_quotes_and_words() -> None:
    old, new = one_section("Some men were beaten."), one_section("Many men were beaten.")
    text = str(explain(build(old, new, pair(("s1.1", "s1.1"))), "r1"))
    assert "Stronger (extent): “Some” → “Many”" in text
    with pytest.raises(KeyError):
        explain(build(old, new, Alignment()), "r99")


def test_summary_counts() -> None:
    old = one_section("The mill closed.", "Ten men were held.")
    new = one_section("The mill closed.", "Nine men were held.")
    summary = build(old, new, pair(("s1.1", "s1.1"), ("s1.2", "s1.2"))).summary
    assert dict(summary.statuses)[Status.UNCHANGED] == 1
    assert (summary.old_words, summary.new_words) == (7, 7)
