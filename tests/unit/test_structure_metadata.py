"""Who reports on what, and when: arguments, then text, then path; nothing is guessed."""

from __future__ import annotations

from typing import Any

import pytest

from rights_diff.model import Metadata
from rights_diff.reading import read_text
from rights_diff.structure import structure
from rights_diff.structure.countries import countries_in, country_called, country_in_slug
from rights_diff.structure.organizations import organization_in_slug

PROSE = "The courts stayed shut for most of the year, and judges were not replaced."


def metadata(text: str, name: str | None = None, **told: Any) -> Metadata:
    return structure(read_text(text, name=name), **told).metadata


def summary(m: Metadata) -> tuple[Any, ...]:
    return (m.organization, m.country, m.edition, m.published_year, m.covered_years)


AI, HRW, STATE = "Amnesty International", "Human Rights Watch", "US Department of State"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("amnesty-2017-18.txt", (AI, None, "2017/18", 2018, (2017,))),
        ("hrw-2019.txt", (HRW, None, "2019", 2019, (2018,))),
        ("amnesty-clean/2011/cuba.txt", (AI, "Cuba", "2011", 2011, (2010,))),
        ("state/tonga/2022.html", (STATE, "Tonga", "2022", None, (2022,))),
        ("amnesty-2012-afghanistan.txt", (AI, "Afghanistan", "2012", 2012, (2011,))),
        ("x/hrw_2020_guinea-bissau.txt", (HRW, "Guinea-Bissau", "2020", 2020, (2019,))),
        (r"C:\ngo\Amnesty\2009\chad.txt", (AI, "Chad", "2009", 2009, (2008,))),
        ("amnesty-2014-15-cote-d-ivoire.txt", (AI, "Côte d’Ivoire", "2014/15", 2015, (2014,))),
        ("freedom-house-2023-iran.txt", ("Freedom House", "Iran", "2023", 2023, (2022,))),
        ("korea-democratic-peoples-republic-of.txt", (None, "North Korea", None, None, ())),
        ("notes.txt", (None, None, None, None, ())),
        ("2012.txt", (None, None, "2012", None, ())),
    ],
)
def test_paths(name: str, expected: tuple[Any, ...]) -> None:
    assert summary(metadata(PROSE, name)) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Amnesty International Report 2015/16: Tonga", (AI, "Tonga", "2015/16", 2016, (2015,))),
        ("World Report 2014: Tonga\nHuman Rights Watch", (HRW, "Tonga", "2014", 2014, (2013,))),
        (
            "2022 Country Reports on Human Rights Practices: Tonga\nU.S. Department of State",
            (STATE, "Tonga", "2022", None, (2022,)),
        ),
        ("Tonga\nEvents of 2018\nHuman Rights Watch", (HRW, "Tonga", "2019", 2019, (2018,))),
        ("Tonga\nEvents of 2018", (None, "Tonga", None, None, (2018,))),
        ("Tonga 2021\nAmnesty International", (AI, "Tonga", None, 2022, (2021,))),
        ("Freedom in the World 2023\nTonga", ("Freedom House", "Tonga", "2023", 2023, (2022,))),
        (
            "Country Reports on Human Rights Practices for 2016\nTonga",
            (STATE, "Tonga", "2016", None, (2016,)),
        ),
        (
            "The State of the World’s Human Rights: April 2024\nTONGA",
            (AI, "Tonga", "2024", 2024, (2023,)),
        ),
        ("Tonga: Human rights in 2014", (None, "Tonga", None, None, (2014,))),
        ("CONGO (REPUBLIC OF)", (None, "Republic of the Congo", None, None, ())),
        ("TONGA\nKINGDOM OF TONGA", (None, "Tonga", None, None, ())),
    ],
)
def test_titles(head: str, expected: tuple[Any, ...]) -> None:
    assert summary(metadata(f"{head}\n\n{PROSE}\n")) == expected


def test_order_of_belief() -> None:
    text = f"World Report 2014: Tonga\nHuman Rights Watch\n\n{PROSE}\n"
    told = metadata(text, "amnesty-2011-fiji.txt", organization="Amnesty International USA")
    assert told.organization_family == AI
    assert dict(told.evidence)["organization"] == "argument"
    assert (told.country, told.edition) == ("Tonga", "2014")
    assert dict(told.evidence)["country"] == "text"
    by_argument = metadata(
        text, country="DPRK", edition="2016/17", published_year=2020, covered_years=(2012, 2011)
    )
    assert by_argument.country_code == "PRK"
    assert by_argument.edition == "2016/17"
    assert (by_argument.published_year, by_argument.covered_years) == (2020, (2011, 2012))


def test_unknown_names_in_arguments_are_kept() -> None:
    m = metadata(PROSE, organization="Our Own Group", country="Ruritania", edition="spring")
    assert (m.organization, m.organization_family) == ("Our Own Group", "Our Own Group")
    assert (m.country, m.country_code, m.edition) == ("Ruritania", None, "spring")
    assert (m.published_year, m.covered_years) == (None, ())


def test_web_footer_and_pointers_tell_no_edition() -> None:
    text = (
        "World Report 2014: Tonga\n\nUpdated: World Report 2015 Country Chapter >>\n\n"
        f"{PROSE}\n\nPrisons\n\n{PROSE}\n\n© 2022 Human Rights Watch\n"
    )
    assert summary(metadata(text)) == (HRW, "Tonga", "2014", 2014, (2013,))


def test_undated_country_page() -> None:
    m = metadata(f"Tonga Human Rights\n\nConcerns\n\n{PROSE}\n", "amnesty-usa-tonga.txt")
    assert summary(m) == (AI, "Tonga", None, None, ())


def test_source_line_tells_edition() -> None:
    text = f"{PROSE}\n\nSource: Amnesty International. REPORT 2016/17 © Amnesty International 2017."
    assert summary(metadata(text)) == (AI, None, "2016/17", 2017, (2016,))


def test_title_and_its_span() -> None:
    text = f"Skip to main content\n\nTonga\n\nEvents of 2018\n\n{PROSE}\n"
    m = metadata(text)
    assert m.title == "Tonga: Events of 2018"
    assert m.title_span is not None
    assert m.title_span.of(text) == "Tonga\n\nEvents of 2018"


def test_countries() -> None:
    for name, code in [
        ("Korea (Democratic People's Republic of)", "PRK"),
        ("REPUBLIC OF KOREA", "KOR"),
        ("Burma", "MMR"),
        ("Cote d'Ivoire", "CIV"),
        ("Viet Nam", "VNM"),
        ("Türkiye", "TUR"),
        ("Swaziland", "SWZ"),
        ("Kosovo", "XKX"),
        ("European Union", None),
    ]:
        country = country_called(name)
        assert country is not None
        assert country.code == code
    assert country_called("Ruritania") is None
    assert [n.country.name for n in countries_in("From Niger to Nigeria, not Nigerians")] == [
        "Niger",
        "Nigeria",
    ]
    assert countries_in("tell us of your car") == []
    assert country_in_slug("about-us") is None


def test_slug_of_a_national_section() -> None:
    found = organization_in_slug("amnesty-usa-country-page")
    assert found is not None
    assert found[0].name == "Amnesty International USA"
    assert found[1].split() == ["-country-page"]
