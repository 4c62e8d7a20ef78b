"""Pages saved as one line."""

from __future__ import annotations

import pytest

from rights_diff.reading import read_text
from rights_diff.structure import structure
from rights_diff.structure.flattened import is_flattened

P1 = "The courts stayed shut for most of the year, and judges were not replaced. "
P2 = "Fishers who met in the harbour were fined, and two of them were held for nine days. "
BODY = [
    ("Courts and Judges", [P1 * 3, P2 * 2]),
    ("Nets", ["• " + P2 + P1, "• " + P2]),
    ("Rights of Fishers", []),
    ("Women Who Fish", [P1, P2 * 2]),
    (
        "Freedom of Information and Movement",
        [P1 * 2, "“It is shut,” a judge told Human Rights Watch."],
    ),
    ("Key International Actors", [P2 * 4]),
]
FRONT = (
    "World Report 2014: Tuvalu | Human Rights WatchSkip to main contentLanguagesEnglishDonate Now"
    "World Report 2014: TuvaluEvents of 2013A fisher mends a net on the quay of the old harbour in "
    "Funafuti on May 8, 2013. © 2013 ReutersAvailable InEnglishShare this via FacebookShare this "
    "via WhatsApp"
)
LINKS = "KeynoteA Year of NetsEssaysThe Sea Is RisingUpdated: World Report 2015 Country Chapter >>"
FOOT = (
    "Browse countriesChooseWorld Report 2014: FijiWorld Report 2014: TongaProtecting Rights"
    "Donate NowSign UpConnect With UsTwitterFacebookYouTubeFooter menuContact UsPermissions"
    "© 2022 Human Rights Watch"
)


def page(*, contents: bool = True, lead: str = P2 * 3) -> str:
    listed = "".join(heading for heading, _ in BODY) if contents else ""
    text = "".join(h + "".join(p.strip() for p in paragraphs) for h, paragraphs in BODY)
    return FRONT + listed + LINKS + lead.strip() + text + FOOT


@pytest.mark.parametrize("contents", [True, False])
def test_headings_are_found_between_paragraphs(contents: bool) -> None:
    text = page(contents=contents)
    assert is_flattened(text)
    report = structure(read_text(text))
    found = [s.heading for s in report.sections if s.heading]
    expected = [heading for heading, _ in BODY]
    if not contents:  # a container is glued to its first subsection: only a list tells them apart
        assert set(found) <= {*expected, "Rights of FishersWomen Who Fish"}
        assert len(found) >= 4
        return
    assert found == expected
    assert report.sections[0].span.of(text) == (P2 * 3).strip()
    nets = report.sections[2]
    assert [s.span.of(text) for s in report.sentences_of(nets.id)] == [
        P2.strip(),
        P1.strip(),
        P2.strip(),
    ]
    assert report.section("s4").kind.value == "container"


def test_metadata_and_furniture_of_a_flattened_page() -> None:
    text = page()
    report = structure(read_text(text))
    m = report.metadata
    assert (m.organization, m.country, m.edition) == ("Human Rights Watch", "Tuvalu", "2014")
    assert (m.published_year, m.covered_years) == (2014, (2013,))
    assert m.title == "World Report 2014: Tuvalu"
    found = {f.reason for f in report.furniture}
    assert {"contents", "footer", "photo_caption", "share_links", "pointer"} <= found
    assert report.sections[-1].span.of(text).endswith("nine days.")


def test_page_without_lead() -> None:
    text = FRONT + "".join(h for h, _ in BODY) + LINKS
    text += "".join(h + "".join(p.strip() for p in ps) for h, ps in BODY) + FOOT
    assert [s.heading for s in structure(read_text(text)).sections] == [h for h, _ in BODY]


def test_ordinary_text_is_not_flattened() -> None:
    assert not is_flattened("Tuvalu\n\n" + (P1 + "\n\n") * 40)
    assert not is_flattened(P1 * 200)
