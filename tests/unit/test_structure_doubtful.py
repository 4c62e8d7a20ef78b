"""Text that some tool took from printed pages: page ends, torn boxes, lines of other chapters."""

from __future__ import annotations

import pytest

from rights_diff.model import Report
from rights_diff.reading import read_text
from rights_diff.structure import structure

P1 = "The courts stayed shut for most of the year, and judges were not replaced."
P2 = "Fishers who met in the harbour were fined, and two of them were held for nine days."
PAGE = "Harbour Watch Report 2013\n153\n"


def of(text: str) -> Report:
    return structure(read_text(text, name="tuvalu.txt"))


@pytest.mark.parametrize("end", ["128", "T", "Harbour Watch Report 2013"])
def test_a_page_ends_within_a_sentence(end: str) -> None:
    report = of(
        f"TUVALU\n\nCourts\n{P2}\n{P1} He was convicted of\n{end}\n\noverturning a boat. {P2}\n"
    )
    told = [s.span.of(report.text) for s in report.sentences]
    assert "He was convicted of" in told
    assert not any(end in sentence.split() for sentence in told)


def test_a_line_that_ends_on_a_small_word_goes_on() -> None:
    report = of(
        f"Tuvalu\n\nCourts\n{P1} It broke down again and again. On\n19 June it rained.\n{P2}\n"
    )
    assert "On\n19 June it rained." in [s.span.of(report.text) for s in report.sentences]


def test_names_below_a_torn_box_are_no_heading() -> None:
    box = "Head of state:\nHead of government:\nAda G. Byron Raúl de Cook\n"
    report = of(f"TUVALU\n{box}{P1}\n\nNets\n{P2}\n")
    assert [s.heading for s in report.sections] == [None, "Nets"]
    assert "fact_box" in {f.reason for f in report.furniture}


def test_lines_of_other_chapters_are_doubtful() -> None:
    text = (
        f"TUVALU\n{P2}\n\nCourts\n{P1}\n• Delegates visited Oman in May.\n\n{PAGE}\nNets\n{P2}\n\n"
        f"Courts\n{P2}\n"
    )
    assert of(text).warnings == (
        "tuvalu.txt: doubtful: lines on Oman among those on Tuvalu, at “• Delegates visited Oman "
        "in May.” (character 174)",
        f"tuvalu.txt: doubtful: a second heading “Courts” (character {text.rindex('Courts')}); "
        "another chapter may be mixed in",
    )
    assert of(text.replace(PAGE, "")).warnings == ()
    own = text.replace("Oman", "Tuvalu").replace("Courts\n" + P2, "Boats\n" + P2)
    assert of(own).warnings == ()
