"""The shipped samples: readable, honest about what they are, and rich in change."""

from __future__ import annotations

from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff import samples
from rights_diff.model import SectionKind

LEAST, MOST = 2_500, 5_000  # bytes


@pytest.mark.parametrize("path", samples.ALL)
def test_says_that_it_is_a_sample(path: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    assert "sample" in text
    assert "written for the rights_diff project" in text
    assert "not a publication" in text or "did not publish it" in text


@pytest.mark.parametrize("path", samples.ALL)
def test_is_short(path: str) -> None:
    assert LEAST <= Path(path).stat().st_size <= MOST


@pytest.mark.parametrize(
    ("path", "family", "edition", "covered"),
    [
        (samples.OLD, "Amnesty International", "2017/18", (2017,)),
        (samples.NEW, "Amnesty International", "2021/22", (2021,)),
        (samples.HRW_2014, "Human Rights Watch", "2014", (2013,)),
        (samples.HRW_2019, "Human Rights Watch", "2019", (2018,)),
        (samples.CONCERNS, "Amnesty International", None, ()),
    ],
)
def test_metadata(path: str, family: str, edition: str | None, covered: tuple[int, ...]) -> None:
    told = rd.load(path).metadata
    assert told.organization_family == family
    assert told.country == "North Korea"
    assert told.edition == edition
    assert told.covered_years == covered


def test_outlines() -> None:
    outlines = {path: [s.heading for s in rd.load(path).sections] for path in samples.ALL}
    assert [len(outlines[path]) for path in samples.ALL] == [6, 13, 8, 6, 2]
    assert outlines[samples.HRW_2014][2] == "Executions"
    assert outlines[samples.CONCERNS] == ["Human Rights Concerns", "North Korea Newsroom"]


def test_news_stand_outside_the_report() -> None:
    last = rd.load(samples.CONCERNS).sections[-1]
    assert last.kind is SectionKind.RELATED_ITEMS


def test_every_section_has_a_topic() -> None:
    for path in samples.ALL:
        assert all(section.topics for section in rd.load(path).sections), path


def test_footnotes_have_their_marks() -> None:
    for path in (samples.OLD, samples.NEW):
        footnotes = rd.load(path).footnotes
        assert [f.marker for f in footnotes] == ["1", "2"]
        assert all(f.marker_span for f in footnotes)
