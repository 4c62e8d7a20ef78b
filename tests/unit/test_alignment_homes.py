"""Equal sentences under several headings: which of them answers to which."""

import pytest

import rights_diff
from rights_diff.model import Facet, Status

STRIKE = "Right to strike\n\nThe law allows unions to call a strike."
CHILDREN = "Work of children\n\nThe law forbids work at night."
LOW = "Fines were as a rule set too low to deter new breaches."
ENOUGH = "Fines were as a rule set high enough to deter new breaches."
WITH_TERMS = "Fines and prison terms were as a rule set too low to deter new breaches."


def compared(*texts):
    options = {"organization": "Amnesty International", "country": "Georgia"}
    return rights_diff.compare(*(rights_diff.parse(t, **options) for t in texts))


def sides(comparison):
    """(old words, new words) of each row → the row."""
    reports = comparison.old, comparison.new
    return {
        tuple(
            " ".join(report.sentence(i).span.of(report.text) for i in ids)
            for report, ids in zip(reports, (row.old, row.new), strict=True)
        ): row
        for row in comparison.ledger
    }


def report(strike, children):
    return f"{STRIKE} {strike}\n\n{CHILDREN} {children}\n"


@pytest.mark.parametrize("swapped", [False, True])
def test_a_stock_sentence_edited_in_two_places_is_paired_within_each(swapped):
    """The words of one section now stand, by chance, in the other one."""
    texts = report(LOW, WITH_TERMS), report(ENOUGH, LOW)
    rows = sides(compared(*(texts[::-1] if swapped else texts)))
    for pair in ((LOW, ENOUGH), (WITH_TERMS, LOW)):
        row = rows[pair[::-1] if swapped else pair]
        assert row.status is not Status.UNCHANGED
        assert Facet.MOVED not in row.facets


def test_a_sentence_that_moved_stays_one_where_nothing_else_answers_to_it():
    rows = sides(compared(report(LOW, "Nobody was tried."), report("No union did so.", LOW)))
    row = rows[LOW, LOW]
    assert (row.status, row.facets) == (Status.UNCHANGED, (Facet.MOVED,))


def test_of_several_copies_those_within_one_section_are_paired():
    rows = compared(report(LOW, LOW), report("No union did so.", LOW)).ledger
    same = [r for r in rows if r.status is Status.UNCHANGED]
    assert len(same) == 3
    assert not any(r.facets for r in same)


def test_copies_are_paired_in_order_where_headings_do_not_tell():
    comparison = compared(report(LOW, LOW), report(LOW, LOW))
    assert all(r.status is Status.UNCHANGED and not r.facets for r in comparison.ledger)
