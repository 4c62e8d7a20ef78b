"""Laws of the comparison room, for any words and any lawful alignment."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.comparison_fixture import link, make_report

from rights_diff import testing
from rights_diff.comparison import build
from rights_diff.comparison.claims import Claim
from rights_diff.comparison.claims.contrast import flip
from rights_diff.comparison.facets import facets_of
from rights_diff.comparison.moves import longest_increasing
from rights_diff.model import (
    Alignment,
    ClaimPair,
    Comparison,
    ComparisonKind,
    Report,
    Signal,
    Span,
)

VOCABULARY = [
    "The",
    "a",
    "of",
    "in",
    "and",
    "not",
    "no",
    "police",
    "men",
    "women",
    "court",
    "nine",
    "1,127",
    "at",
    "least",
    "some",
    "many",
    "widespread",
    "severely",
    "reportedly",
    "alleged",
    "may",
    "said",
    "media",
    "arrested",
    "released",
    "charged",
    "convicted",
    "refused",
    "accepted",
    "increased",
    "decreased",
    "camp",
    "prison",
    "law",
    "bill",
    "adopted",
    "often",
    "rarely",
    "continued",
    "remained",
    "severe",
    "restricted",
    "banned",
    "Hundreds",
    "called",
    "were",
    ".",
    ",",
    ";",
    "“",
    "”",
]

sentences = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14).map(" ".join)


def signals(old: str, new: str, kind: ComparisonKind) -> tuple[Signal, ...]:
    a, b = (Claim(x, [Span(0, len(x))]) for x in (old, new))
    return facets_of(a, b, [], kind)


@given(sentences, sentences, st.sampled_from(ComparisonKind))
def test_facets_mirror(old: str, new: str, kind: ComparisonKind) -> None:
    there = {(flip(s.facet), s.new_words, s.old_words) for s in signals(old, new, kind)}
    back = {(s.facet, s.old_words, s.new_words) for s in signals(new, old, kind)}
    assert {f for f, *_ in there} == {f for f, *_ in back}


@given(sentences, st.sampled_from(ComparisonKind))
def test_a_sentence_differs_in_nothing_from_itself(sentence: str, kind: ComparisonKind) -> None:
    assert signals(sentence, sentence, kind) == ()


@st.composite
def compared(draw: st.DrawFn) -> tuple[Report, Report, Alignment]:
    """Two reports and an alignment that pairs some of their sentences, in any order."""
    lists = st.lists(testing.sentences(), min_size=1, max_size=5)
    a, b = (
        make_report({"Detention": draw(lists), "Health": draw(lists)}, year=year)
        for year in (2020, 2021)
    )
    right = draw(st.permutations([s.id for s in b.sentences]))
    left = [s.id for s in a.sentences]
    pairs = []
    while left and right and draw(st.integers(0, 3)):
        m, n = (draw(st.integers(1, 2)) for _ in range(2))
        pairs.append(
            ClaimPair(old=tuple(sorted(left[:m])), new=tuple(sorted(right[:n])), score=0.8)
        )
        left, right = left[m:], right[n:]
    links = (link("s1", "s1"), link("s2", "s2")) if draw(st.booleans()) else ()
    return a, b, Alignment(pairs=tuple(pairs), section_links=links)


def mirrored(alignment: Alignment) -> Alignment:
    return Alignment(
        pairs=tuple(ClaimPair(old=p.new, new=p.old, score=p.score) for p in alignment.pairs),
        section_links=tuple(link(x.new[0], x.old[0]) for x in alignment.section_links),
    )


@given(compared())
def test_every_sentence_stands_in_exactly_one_row(
    given_pair: tuple[Report, Report, Alignment],
) -> None:
    testing.check_comparison(build(*given_pair))


@given(compared())
def test_comparison_mirrors(given_pair: tuple[Report, Report, Alignment]) -> None:
    old, new, alignment = given_pair
    testing.check_mirror(build(old, new, alignment), build(new, old, mirrored(alignment)))


@given(compared())
def test_same_input_same_answer(given_pair: tuple[Report, Report, Alignment]) -> None:
    assert build(*given_pair) == build(*given_pair)


@given(compared())
def test_rows_stand_in_reading_order(given_pair: tuple[Report, Report, Alignment]) -> None:
    built = build(*given_pair)
    assert [row.id for row in built.ledger] == [f"r{n + 1}" for n in range(len(built.ledger))]
    order = {s.id: n for n, s in enumerate(built.new.sentences)}
    told = [order[row.new[0]] for row in built.ledger if row.new]
    assert told == sorted(told)
    sections = {s.id: s.section for s in built.old.sentences}
    for section in set(sections.values()):
        ids = [i for row in built.ledger if row.new for i in row.old if sections[i] == section]
        lost = [r.old[0] for r in built.ledger if not r.new and sections[r.old[0]] == section]
        # each goes with the one before it: where those changed places, so did the dropped ones
        assert lost == sorted(lost) or ids != sorted(ids)


def test_what_was_dropped_stands_behind_the_one_before_it_wherever_that_went() -> None:
    old = make_report({"Courts": ["Nets sank.", "Boats sank.", "Cod fled.", "Eels fled."]}, year=1)
    new = make_report({"Courts": ["The cod fled.", "Nets had sunk."]}, year=2)
    pairs = (("s1.1", "s1.2"), ("s1.3", "s1.1"))
    alignment = Alignment(
        pairs=tuple(ClaimPair(old=(a,), new=(b,), score=0.8) for a, b in pairs),
        section_links=(link("s1", "s1"),),
    )
    rows = build(old, new, alignment).ledger
    assert [row.old for row in rows] == [("s1.3",), ("s1.4",), ("s1.1",), ("s1.2",)]


@given(compared())
def test_the_page_shows_the_rows_in_the_order_of_their_ids(
    given_pair: tuple[Report, Report, Alignment],
) -> None:
    built = build(*given_pair)
    shown = dict.fromkeys(re.findall(r'id="(r\d+)"', built.to_html()))
    assert list(shown) == [row.id for row in built.ledger]


@given(st.lists(st.integers(0, 30), unique=True))
def test_longest_increasing_is_increasing_and_longest(values: list[int]) -> None:
    kept = [values[n] for n in sorted(longest_increasing(values))]
    assert kept == sorted(kept)
    best = [1] * len(values)
    for n, value in enumerate(values):
        best[n] = 1 + max((best[k] for k in range(n) if values[k] < value), default=0)
    assert len(kept) == max(best, default=0)


def test_comparison_of_empty_reports() -> None:
    empty = make_report({})
    built: Comparison = build(empty, empty, Alignment())
    assert built.ledger == ()
