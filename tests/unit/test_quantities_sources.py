"""Who says so, and how surely, with the words that it rests on."""

from __future__ import annotations

import pytest

from rights_diff.extraction.quantities import quantities
from rights_diff.model import Quantity


def last(text: str) -> Quantity:
    return quantities(text, year=2019)[-1]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The harbour union (HU) reported that 40 boats sank.", "The harbour union (HU)"),
        ("The harbour union, a new body, said 40 boats sank.", "The harbour union"),
        ("A Lisbon study published in 2018, however, found that 40 boats sank.",
         "A Lisbon study published in 2018"),
        ("The union’s paper for 2018 reported that 40 boats sank.", "The union’s paper for 2018"),
        ("In May 2018 the harbour union announced in a letter that 40 boats sank.",
         "the harbour union"),
        ("According to the UN harbour-master, 40 boats sank.", "the UN harbour-master"),
        ("According to the WHO, 40 boats sank.", "the WHO"),
        ("It was a wreck which one diver said killed 40 bathers.", "one diver"),
        ("Unofficial sources who reported 40 wrecks were held.", "Unofficial sources"),
        ("During the year the harbour union called for help, noting 40 wrecks.",
         "the harbour union"),
        ("The union buried one diver and in May reported 40 wrecks.", "The union"),
        ("Two others said that they saw the loss of an estimated 40 boats.", "Two others"),
        ("According to the harbour union, an estimated 40 boats sank.", "the harbour union"),
        ("In a 2016 port survey, 40 boats sank.", "a 2016 port survey"),
        ("A survey of 200 divers showed that 40 boats sank.", "A survey of 200 divers"),
        ("The authorities announced they had sunk 40 boats.", "The authorities"),
        ("The boats, estimated at 40, sank.", None),
        ("The law states that 40 boats may fish.", None),
        ("The storm claimed the lives of 40 divers.", None),
        ("The stated aim was to sell 40 boats.", None),
    ],
)  # fmt: skip
def test_the_words_that_name_the_source(text: str, source: str | None) -> None:
    q = last(text)
    assert q.attribution == source
    assert (q.attribution_span.of(text) if q.attribution_span else None) == source


@pytest.mark.parametrize(
    ("text", "modality", "words"),
    [
        ("The harbour union said 40 boats sank.", "reported", "said"),
        ("According to the union, 40 boats sank.", "reported", "According to"),
        ("The union reported that an estimated 40 boats sank.", "estimated", "estimated"),
        ("It asked after 12 sailors believed to have drowned.", "believed", "believed"),
        ("It asked after 12 sailors who allegedly drowned.", "alleged", "allegedly"),
        ("Wages reportedly rose from 90 euros to 120 euros.", "reported", "reportedly"),
        ("The union said that 40 boats sank while at anchor and that 12 drifted.",
         "reported", "said"),
        ("The union said that sailors who drank drowned, and 40 boats sank.", "reported", "said"),
        ("Despite reports that the harbour closed, 40 boats sailed.", "asserted", None),
        ("In saying that it was calm, the port lost 40 boats.", "asserted", None),
        ("The court found that 40 boats had been taken.", "asserted", None),
        ("There were no reports that 40 boats sank.", "asserted", None),
        ("The union claimed responsibility for 40 wrecks.", "asserted", None),
        ("Several journalists claimed to have sailed.", "asserted", None),
    ],
)  # fmt: skip
def test_the_words_that_the_modality_rests_on(text: str, modality: str, words: str | None) -> None:
    q = last(text)
    assert q.modality.value == modality
    assert (q.modality_words.of(text) if q.modality_words else None) == words


@pytest.mark.parametrize(
    ("source", "sort"),
    [
        ("UNHCR", "named"),
        ("The harbour union of Lisbon", "named"),
        ("UNAIDS", "named"),
        ("Cuban Harbour Defenders", "named"),
        ("The Ministry of Fisheries", "named"),
        ("Government figures", "named"),
        ("A UN report", "named"),
        ("Maria Silva", "named"),
        ("Local NGOs", "class"),
        ("An NGO", "class"),
        ("North Korean defectors", "class"),
        ("Several divers", "class"),
        ("One diver", "class"),
        ("Media reports", "class"),
        ("Unconfirmed reports", "anonymous"),
        ("Some sources", "anonymous"),
    ],
)
def test_the_sort_of_source(source: str, sort: str) -> None:
    assert str(last(f"{source} said that 40 boats sank.").source_class) == sort


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The harbour union saw a storm, it said. It added that 40 boats sank.", None),
        ("The harbour union said it rained. It added that 40 boats sank.", "The harbour union"),
        ("A port report said it rained. The report also said 40 boats sank.", "A port report"),
        ("A pilot said it rained. Nobody listened. He also said 40 boats sank.", "A pilot"),
        ("A pilot said it rained. The wind fell. He said 40 boats sank.", None),
        ("The harbour union said it rained. The report said 40 boats sank.", "The report"),
        ("The harbour union said it rained.\nIt added that 40 boats sank.", None),
        ("The harbour union said it rained. In May 40 boats sank.", None),
    ],
)
def test_a_source_carries_over_where_the_sentence_points_back(
    text: str, source: str | None
) -> None:
    q = last(text)
    assert q.attribution == source
    assert (q.attribution_span.of(text) if q.attribution_span else None) == source


def test_nobody_speaks_of_a_plain_figure() -> None:
    q = last("Forty boats sank.")
    assert (q.source_class, q.attribution_span, q.modality_words) == (None, None, None)
