"""Laws of reviews: whatever readers decide, the ledger holds; a review outlives its run."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from rights_diff import compare, parse, testing
from rights_diff.alignment import align
from rights_diff.model import Comparison, Report, Verdict
from rights_diff.model.review import About, Anchor, Decision, Review
from rights_diff.rendering.review_lines import review_lines
from rights_diff.review.anchoring import Lookup
from rights_diff.review.applying import with_decisions
from rights_diff.review.deciding import decide
from rights_diff.review.folding import Folded, folded
from rights_diff.review.making import side_anchors
from rights_diff.review.reading import read_review

words = st.text(min_size=1, max_size=12).filter(folded)
anchors = st.builds(Anchor, exact=words, prefix=st.text(max_size=5), suffix=st.text(max_size=5))


@st.composite
def any_decisions(draw: st.DrawFn) -> Decision:
    """A decision that a file can hold, about no report in particular."""
    verdict, about = draw(st.sampled_from(Verdict)), draw(st.sampled_from(About))
    most = 1 if about is About.FIGURE else 3
    sides = [tuple(draw(st.lists(anchors, min_size=1, max_size=most))) for _ in range(2)]
    if verdict is Verdict.NOTE and draw(st.booleans()):
        sides[draw(st.integers(0, 1))] = ()
    note = draw(st.text(max_size=9))
    return Decision(
        verdict=verdict,
        about=about,
        old=sides[0],
        new=sides[1],
        note=note if note.strip() or verdict is not Verdict.NOTE else "?",
        by=draw(st.text(max_size=5)),
        when=draw(st.text(max_size=5)),
    )


@st.composite
def reports_and_review(draw: st.DrawFn) -> tuple[Report, Report, Review]:
    """Two reports, and decisions about any of their sentences and figures, at odds or not."""
    old, new = draw(testing.report_pairs())
    return old, new, Review(tuple(draw(st.lists(decisions_about(old, new), max_size=6))))


@st.composite
def decisions_about(draw: st.DrawFn, old: Report, new: Report) -> Decision:
    """A decision whose quotes stand in two reports, now and then one that stands in none."""
    if draw(st.integers(0, 9)) == 0:
        return draw(any_decisions())
    sides = []
    about = About.CLAIM
    if old.quantities and new.quantities and draw(st.booleans()):
        about = About.FIGURE
    for report in (old, new):
        lookup = Lookup(report, "the report")
        if about is About.FIGURE:
            quantity = draw(st.sampled_from(report.quantities))
            sides.append((lookup.figure_anchor(quantity.id),))
        else:
            ids = st.sampled_from([s.id for s in report.sentences])
            chosen = draw(st.lists(ids, min_size=1, max_size=2, unique=True))
            sides.append(side_anchors(lookup, tuple(chosen)))
    verdict = draw(st.sampled_from(Verdict))
    return Decision(verdict=verdict, about=about, old=sides[0], new=sides[1], note="seen")


@given(reports_and_review())
def test_any_review_keeps_the_ledger(given_review: tuple[Report, Report, Review]) -> None:
    old, new, review = given_review
    made = compare(old, new, review=review)
    testing.check_comparison(made)
    testing.check_comparison(compare(new, old, review=review))
    assert made == compare(old, new, review=review)


@given(reports_and_review())
def test_what_stands_is_what_the_last_word_says(
    given_review: tuple[Report, Report, Review],
) -> None:
    old, new, review = given_review
    made = compare(old, new, review=review)
    rows = {(row.old, row.new) for row in made.ledger}
    links = {(link.old, link.new) for link in made.quantity_links}
    decided = decide(review, old, new)
    for a in decided.claims:
        if a.ties:
            assert (a.old, a.new) in rows
        elif a.decision.verdict is Verdict.FORBID:
            assert not any(set(a.old) & set(r[0]) and set(a.new) & set(r[1]) for r in rows)
    tied = {cell for a in decided.links if a.ties for cell in a.cells}
    homes = [{q.id: q.sentence for q in r.quantities} for r in (old, new)]
    for before, after in links - tied:
        pair = (homes[0][before], homes[1][after])
        forbids = (a for a in decided.claims if a.decision.verdict is Verdict.FORBID)
        assert not any(pair in a.cells for a in forbids)
    for a in decided.links:
        if a.decision.verdict is not Verdict.NOTE:
            assert (a.cells <= links) is a.ties


@given(reports_and_review())
def test_applying_twice_is_applying_once(given_review: tuple[Report, Report, Review]) -> None:
    old, new, review = given_review
    claims = decide(review, old, new).claims
    once = with_decisions(align(old, new), claims, old, new)
    assert with_decisions(once, claims, old, new) == once


@given(reports_and_review())
def test_nothing_is_lost(given_review: tuple[Report, Report, Review]) -> None:
    """Each decision stands or is told as not applied, in the order of the file."""
    old, new, review = given_review
    decided = decide(review, old, new)
    told = [n.decision for n in decided.not_applied]
    assert len(told) + len(decided.claims) + len(decided.links) == len(review.decisions)
    place = {id(d): n for n, d in enumerate(review.decisions)}  # two may be equal
    places = [place[id(d)] for d in told]
    assert places == sorted(places)


def _reviewed_rows(comparison: Comparison) -> set[tuple[object, ...]]:
    return {(row.old, row.new, row.review) for row in comparison.ledger if row.review}


@given(testing.report_pairs(), st.data())
def test_a_review_of_a_comparison_applies_to_a_fresh_run_and_a_reread_text(
    pair: tuple[Report, Report], data: st.DataObject
) -> None:
    old, new = pair
    plain = compare(old, new)
    review = Review()
    for row in data.draw(st.lists(st.sampled_from(plain.ledger), max_size=4, unique=True)):
        if row.old and row.new:
            method = data.draw(st.sampled_from([review.confirm, review.forbid]))
            review = method(plain, row.id)
        else:
            review = review.annotate(plain, row.id, "alone")
    for link in data.draw(st.lists(st.sampled_from(plain.quantity_links or (None,)), max_size=2)):
        review = review.confirm(plain, link) if link else review
    made = compare(old, new, review=review)
    assert made.review is not None
    kept = [n for n in made.review.not_applied if n.decision.about is About.CLAIM]
    assert kept == []
    again = compare(*(_reread(r) for r in pair), review=read_review(review_lines(review)))
    assert _reviewed_rows(again) == _reviewed_rows(made)


def _reread(report: Report) -> Report:
    """The report as another reader would have it: other quotes, another width of lines."""
    text = report.text.replace("“", '"').replace("”", '"').replace(" were ", "  were\u00a0")
    return parse(text)


@given(st.lists(any_decisions(), max_size=5))
def test_reading_back_gives_the_same_review(decisions: list[Decision]) -> None:
    review = Review(tuple(decisions))
    assert read_review(review_lines(review)) == review


@given(st.lists(any_decisions(), min_size=1, max_size=4))
def test_saving_and_loading_gives_the_same_review(decisions: list[Decision]) -> None:
    review = Review(tuple(decisions))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "review.jsonl"
        review.save(path)
        assert Review.load(path) == review


@given(testing.reports())
def test_every_sentence_and_figure_has_a_quote_of_its_own(report: Report) -> None:
    lookup = Lookup(report, "the report")
    for sentence in report.sentences:
        (anchor,) = side_anchors(lookup, (sentence.id,))
        assert lookup.sentences(anchor).ids == (sentence.id,)
    for quantity in report.quantities:
        assert lookup.figures(lookup.figure_anchor(quantity.id)).ids == (quantity.id,)


@given(st.text(), st.text(max_size=4))
@example("\xad0À", "0")  # as long when folded, and yet every letter elsewhere
@example("a né", "n")
def test_found_places_hold_the_quote(text: str, quote: str) -> None:
    for span, _ in Folded(text).find(folded(quote)):
        assert folded(quote) in folded(span.of(text))


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)
