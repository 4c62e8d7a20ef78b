"""Too much of anything ends in a result or in one clear line, and soon."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.alignment import bounds as alignment_bounds
from rights_diff.errors import CompareError, ReadError, TooLarge
from rights_diff.reading import bounds
from rights_diff.reading.options import DEFAULTS, ReadOptions
from rights_diff.review.reading import load_review

SECONDS = 10.0  # of processor time; on a machine of its own each takes under one
PARAGRAPH = "In May, police held at least 12 people; five of them said that they were beaten.\n\n"


@pytest.fixture(autouse=True)
def soon(request: pytest.FixtureRequest) -> object:
    """Fail a test that takes long."""
    began = time.process_time()
    yield
    taken = time.process_time() - began
    assert taken < SECONDS, f"{request.node.name} took {taken:.1f} s"


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_a_text_over_the_limit_is_refused_whatever_its_format(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"tuvalu.{suffix}"
    path.write_text(f"<p>{PARAGRAPH * 9}</p>" if suffix == "html" else PARAGRAPH * 9)
    with pytest.raises(TooLarge, match="holds more than 500 characters") as caught:
        rd.load(path, options=ReadOptions(max_characters=500))
    assert str(caught.value).startswith(str(path))
    assert rd.load(path, options=ReadOptions(max_characters=900)).quantities


def test_a_text_in_memory_has_the_same_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rights_diff.reading.options.MAX_CHARACTERS", 50)
    with pytest.raises(TooLarge, match="50 characters"):
        rd.parse(PARAGRAPH)


def test_a_word_that_never_ends_is_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LONGEST_RUN", 100)
    with pytest.raises(ReadError, match="101 characters without a blank"):
        rd.parse(f"Tuvalu\n\nPolice held 5 men. {'a' * 101}")
    report = rd.parse(f"Tuvalu\n\nPolice held 5 men. {'a' * 100} {'b' * 99}.")
    assert report.quantities[0].value == 5


def test_the_default_limits_leave_room_for_the_longest_books() -> None:
    assert DEFAULTS.max_characters >= 5 * 1_300_000
    assert DEFAULTS.max_characters > bounds.LONGEST_RUN
    with pytest.raises(ValueError, match="above zero"):
        replace(DEFAULTS, max_characters=0)


def test_reports_of_too_many_sections_are_refused_before_any_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = rd.parse("# Tuvalu\n\nCOURTS\n\nThey were shut.\n\nPRISONS\n\nThey were full.")
    count = len(old.sections)
    monkeypatch.setattr(alignment_bounds, "MOST_SECTION_PAIRS", count * count)
    assert rd.compare(old, old).ledger
    monkeypatch.setattr(alignment_bounds, "MOST_SECTION_PAIRS", count * count - 1)
    with pytest.raises(CompareError, match=f"have {count} and {count} sections") as caught:
        rd.compare(old, old)
    assert "\n" not in str(caught.value)


def test_thousands_of_sections_are_refused_at_once() -> None:
    text = "Tuvalu\n\n" + "".join(
        f"HEAD NUMBER {n}\n\nPolice held {n} men in the capital.\n\n" for n in range(2_100)
    )
    report = rd.parse(text)
    assert len(report.sections) >= 2_100
    with pytest.raises(CompareError, match="too many"):
        rd.compare(report, report)


PILES: dict[str, Callable[[int], str]] = {
    "one line": lambda n: PARAGRAPH.replace("\n", " ") * (n // len(PARAGRAPH)),
    "one word": lambda n: "a" * n,
    "digits": lambda n: "1" * n,
    "brackets": lambda n: "(" * n + " Police held 5 men.",
    "quotation marks": lambda n: "“" * n + " Police held 5 men.",
    "stops": lambda n: "Police" + "." * n + " held 5 men.",
    "blanks": lambda n: "A" + " " * n + "b. Police held 5 men.",
    "empty lines": lambda n: "Tuvalu\n" + "\n" * n + "Police held 5 men.",
    "figures": lambda n: "Police held " + ", ".join(f"{i} men" for i in range(n // 10)) + ".",
    "accents": lambda n: "e" + "\u0301" * n + ". Police held 5 men.",
}


@pytest.mark.parametrize("kind", PILES)
def test_a_pile_of_one_thing_is_read_in_linear_time(kind: str) -> None:
    assert len(rd.parse("Tuvalu\n\n" + PILES[kind](60_000)).text) > 50_000


def test_a_page_of_many_equal_sentences_takes_no_time_and_names_each() -> None:
    """Quotes of equal sentences are told apart by their neighbours, however many there are."""
    old, new = (
        rd.parse(f"Tuvalu {year}\n\n" + f"Courts stayed shut. Police held {n} men.\n\n" * 300)
        for year, n in ((2014, 12), (2016, 15))
    )
    comparison = rd.compare(old, new)
    assert len(comparison.ledger) >= 600
    page = comparison.to_html()
    assert page.count("Courts stayed shut.") >= 300


def test_many_places_are_told_apart_by_the_fewest_neighbours() -> None:
    from rights_diff.review.anchoring import Lookup

    days = ". ".join(f"On day {n} they were freed" for n in range(150))
    report = rd.parse(f"Tuvalu\n\nMen were held. {days}. Courts stayed shut.")
    sides = Lookup(report, "the report")
    for quantity in report.quantities:
        anchor = sides.figure_anchor(quantity.id)
        assert sides.figures(anchor).ids == (quantity.id,)
    many = rd.parse("Tuvalu\n\n" + " ".join(f"It was shut. Day {n} came." for n in range(300)))
    lookup = Lookup(many, "the report")
    for sentence in many.sentences[:40]:
        anchor = lookup.sentence_anchor(sentence.span, (sentence.id,))
        assert lookup.sentences(anchor).ids == (sentence.id,)
        assert len(anchor.prefix + anchor.suffix) < 400


def test_notes_beyond_the_thousandth_leave_their_sentences_in_the_text(tmp_path: Path) -> None:
    path = tmp_path / "tuvalu.md"
    notes = "".join(f"Police held {n} men.[^{n}]\n\n[^{n}]: Note {n}.\n\n" for n in range(1_003))
    path.write_text(f"# Tuvalu\n\n{notes}", encoding="utf-8")
    report = rd.load(path)
    assert len(report.sentences) == len(report.footnotes) == 1_003


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_file_without_an_end_is_read_no_further_than_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rights_diff.review.reading.MAX_BYTES", 10_000)
    with pytest.raises(ReadError, match="over 10,000 bytes"):
        load_review("/dev/zero")
    with pytest.raises(TooLarge, match="limit of 10,000 bytes"):
        rd.load("/dev/zero", options=ReadOptions(max_bytes=10_000))


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), 0.0, -1.0])
def test_a_time_limit_is_a_number_of_seconds(seconds: float) -> None:
    with pytest.raises(ValueError, match=r"limits are above zero|timeout is a number of seconds"):
        ReadOptions(timeout=seconds)
