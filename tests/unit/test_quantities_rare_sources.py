"""Who says a figure, where the sentence puts it in a rare way, and where nobody is named."""

from __future__ import annotations

import pytest
from tests.quantities_fixture import only

from rights_diff.extraction.quantities import quantities
from rights_diff.model import Modality, SourceClass


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        (
            "According to the Water Board (WB), 66 percent of wells were dry.",
            "the Water Board (WB)",
        ),
        ("According to BFA 8% of wells were dry.", "BFA"),
        ("According to villagers over 250 left.", "villagers"),
        ("That survey, which relied on letters, estimated the harvest at 20 tons.", "That survey"),
        ("Officials, that board reported, lost 40 farms.", "that board"),
        ("Unofficial sources who reported 40 fires left.", "Unofficial sources"),
        (
            "The Northern Board, having closed in May, left, reporting 40 fires.",
            "The Northern Board",
        ),
        ("However, the mayor said 40 left.", "the mayor"),
        ("In May, the mayor said 40 left.", "the mayor"),
        ("The press had reported 40 faults.", "The press"),
    ],
)
def test_the_source_is_the_words_that_name_it(sentence: str, source: str) -> None:
    assert only(sentence).attribution == source


def test_a_survey_of_so_many_is_one_source() -> None:
    found = quantities("Another poll of 200 by the board in May found 42 percent had left.")
    assert found[-1].attribution == "Another poll of 200 by the board in May"


@pytest.mark.parametrize(
    "sentence",
    [
        "In March, the board that reported 12 fires was closed.",
        "In 2010 of all years the mayor said 40 left.",
        "Farmers who had left reported 40 fires.",
        "Officially said 40 left.",
        "There said 40 left.",
        "WB) said 40 left.",
    ],
)
def test_no_source_is_made_of_words_that_name_none(sentence: str) -> None:
    assert only(sentence).attribution is None


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Some 40 of them were reported to have left.", Modality.REPORTED),
        ("At least 60 left; the true number was believed to be higher.", Modality.ASSERTED),
        ("The court weighed the alleged loss 12 farms had.", Modality.ALLEGED),
        ("At least two groups were estimated to have 75 members.", Modality.ESTIMATED),
    ],
)
def test_how_surely_a_figure_is_told(sentence: str, modality: Modality) -> None:
    assert quantities(sentence)[-1].modality is modality


@pytest.mark.parametrize(
    ("sentence", "sort"),
    [
        ("Oko reported 40 fires.", SourceClass.NAMED),
        ("Mayor Oko Bala reported 40 fires.", SourceClass.NAMED),
        ("The mayor reported 40 fires.", SourceClass.CLASS),
        ("Reports said 40 fires burnt.", SourceClass.ANONYMOUS),
    ],
)
def test_what_sort_of_source_says_it(sentence: str, sort: SourceClass) -> None:
    assert only(sentence).source_class is sort
