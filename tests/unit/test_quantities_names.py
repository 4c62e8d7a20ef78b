"""What looks like a figure and is none."""

from __future__ import annotations

import pytest

from rights_diff.extraction.quantities import quantities


@pytest.mark.parametrize(
    "sentence",
    [
        "One should not say so.",
        "Each one knew the song.",
        "If one fisher is caught, all pay.",
        "They talked to one another.",
        "At one point they fled.",
        "No one’s house was safe but one’s own.",
        "It may rain in May.",
        "The law cites Resolution 19/2 and Article 5.",
        "See the index ABC 24/6921/2017 for more.",
        "Camp 22 and No. 14 stayed open.",
        "Camps 14, 15, 16, and 25 stayed open.",
        "Covid-19 spread before COP26.",
        "The rocket Lyra-3 flew.",
        "They fled.3 It rained.12",
        "The half-brother of the king came.",
        "Six-party talks began under a four-star general.",
        "The 1951 Convention binds it.",
        "Call 1.212.290.4700 at 9:30.",
        "Channel 9 and Bureau 39 fell silent.",
        "The map is at https://example.org/2/10/maps.",
        "See section 7.b. for more.",
        "Act 06-01 was passed.",
        "The 3G network failed.",
        "In 2017 and 2018 it rained.",
        "On 3 September and March 28 it rained.",
    ],
)
def test_no_figures(sentence: str) -> None:
    found = [q.span.of(sentence) for q in quantities(sentence, year=2017)]
    assert [f for f in found if f not in {"No one"}] == []


def test_dates_are_no_figures_but_counts_beside_them_are() -> None:
    text = "On 3 May 2017, 40 boats left; by 2018, 2,000 had returned."
    assert [q.core.of(text) for q in quantities(text)] == ["40", "2,000"]


def test_four_figures_can_count() -> None:
    text = "Some 2000 boats left in 2000."
    assert [q.core.of(text) for q in quantities(text)] == ["2000"]


def test_one_counts_in_reports_and_exceptions() -> None:
    for text in ("Reports that one port had closed came in.", "All, except one, left."):
        assert [q.value for q in quantities(text)] == [1], text


def test_the_right_to_life_is_no_punishment() -> None:
    assert quantities("The prison camps breach the right to life.") == ()
