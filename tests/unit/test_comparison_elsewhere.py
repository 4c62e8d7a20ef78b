"""Claims of one side that the other report tells in another row: neither gone nor new."""

import csv
import io

import pytest

import rights_diff
from rights_diff.model import Status
from rights_diff.rendering.view.page import comparison_view

CLOSED = "The harbour court closed eleven hearings to the public and to the press in spring."
ONCE = f"Fair trials\n\nThe judiciary was short of staff. {CLOSED}\n"
TWICE = f"{ONCE}\nFreedom of the press\n\nReporters were kept out. {CLOSED}\n"
PRESS = "\nFreedom of the press\n\nReporters were kept out.\n"


def compared(old, new):
    options = {"organization": "Amnesty International", "country": "Georgia"}
    return rights_diff.compare(
        rights_diff.parse(old, covered_years=(2020,), **options),
        rights_diff.parse(new, covered_years=(2021,), **options),
    )


@pytest.fixture(scope="module", params=["told once now", "told twice now"])
def comparison(request):
    pair = TWICE, ONCE + PRESS
    return compared(*(pair if request.param == "told once now" else pair[::-1]))


def lone(comparison):
    return next(row for row in comparison.ledger if not (row.old and row.new))


def test_a_second_copy_names_the_row_where_the_words_stand(comparison):
    row = lone(comparison)
    home = comparison.row(row.told_in)
    assert home.status is Status.UNCHANGED
    assert row.told_in in comparison.explain(row).to_dict()["told_in"]


def test_it_is_counted_neither_as_gone_nor_as_new(comparison):
    row = lone(comparison)
    assert dict(comparison.summary.told_elsewhere)[row.status] == 1
    assert not any(t.dropped or t.added for t in comparison.summary.topics)
    page = comparison_view(comparison)
    counts = {g.code: g.count for g in page.glance}
    assert (counts["dropped"], counts["added"]) == (0, 0)
    assert not [h for h in page.highlights if h.row == row.id]
    assert row.status.value not in repr(comparison)


@pytest.mark.parametrize("kind", ["html", "markdown", "csv"])
def test_every_output_says_where(comparison, kind):
    row = lone(comparison)
    told = comparison.render(kind)
    assert f"Told in {row.told_in} too" in told
    assert "No longer reported (" not in told


def test_explanation_and_data_say_where(comparison):
    row = lone(comparison)
    said = str(comparison.explain(row))
    assert f"Told in {row.told_in} too" in said
    assert "no sentence" not in said
    line = next(r for r in csv.DictReader(io.StringIO(comparison.to_csv())) if r["id"] == row.id)
    assert line["told_in"] == row.told_in
    data = comparison.to_dict()
    assert data["summary"]["told_elsewhere"] == {
        "dropped": int(row.status is Status.DROPPED),
        "added": int(row.status is Status.ADDED),
    }


def second_copy(words):
    """The lone row where the older report tells the claim a second time, in these words."""
    return lone(compared(TWICE[: TWICE.rindex(CLOSED)] + words + "\n", ONCE + PRESS))


def test_a_copy_in_other_words_is_told_elsewhere_where_all_it_says_stands_there():
    assert second_copy("The harbour court had closed eleven hearings to the public.").told_in


@pytest.mark.parametrize(
    "words",
    [
        CLOSED.replace("eleven", "twelve"),
        CLOSED.replace("closed", "did not close"),
        CLOSED.replace("The harbour court", "Lawyers alleged that the harbour court"),
        CLOSED.replace("in spring.", "in spring, and Judge Maro Deel was dismissed."),
    ],
)
def test_a_claim_with_another_figure_certainty_or_part_is_gone(words):
    row = second_copy(words)
    assert row.status is Status.DROPPED
    assert row.told_in is None
