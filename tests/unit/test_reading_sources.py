"""Known addresses: a rule for two organizations, and nothing for the others."""

from __future__ import annotations

import socket

import pytest

import rights_diff as rd


@pytest.mark.parametrize(
    ("organization", "country", "year", "address"),
    [
        ("HRW", "Tuvalu", 2018, "https://www.hrw.org/world-report/2019/country-chapters/tuvalu"),
        (
            "Human Rights Watch",
            "Israel",
            2023,
            "https://www.hrw.org/world-report/2024/country-chapters/israel-and-palestine",
        ),
        (
            "U.S. Department of State",
            "North Korea",
            2018,
            "https://www.state.gov/reports/2018-country-reports-on-human-rights-practices/"
            "democratic-peoples-republic-of-korea/",
        ),
        (
            "US Department of State",
            "North Korea",
            2019,
            "https://www.state.gov/reports/2019-country-reports-on-human-rights-practices/"
            "north-korea/",
        ),
        (
            "US Department of State",
            "Ivory Coast",
            2022,
            "https://www.state.gov/reports/2022-country-reports-on-human-rights-practices/"
            "cote-divoire/",
        ),
    ],
)
def test_known_addresses(
    organization: str,
    country: str,
    year: int,
    address: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a request")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert rd.find_source(organization=organization, country=country, year=year) == (address,)


def test_no_rule_no_address() -> None:
    assert rd.find_source(organization="Amnesty International", country="Tuvalu", year=2018) == ()
    assert rd.find_source(organization="HRW", country="Tuvalu", year=1999) == ()
    assert rd.find_source(organization="HRW", country="…", year=2018) == ()
    with pytest.raises(ValueError, match="calendar year"):
        rd.find_source(organization="HRW", country="Tuvalu", year=18)
