"""Make the invented reports that the notebooks of this folder read.

Their sentences stand in `invented.toml`, written for this project: no country, body, person or
event in them is real.

    python invented.py reports
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_WRITTEN = tomllib.loads((_HERE / "invented.toml").read_text(encoding="utf-8"))

MONITOR: str = _WRITTEN["monitor"]
COUNTRY = "Vessaly"  # of the ten years
TEN_YEARS: list[dict[str, Any]] = _WRITTEN["ten_years"]
EDITIONS = {"2022": 2021, "2024": 2023}  # of the whole edition: name, and the year it covers
# A claim's figures and names by country, as `invented.toml` has them.
CLAIMS: list[dict[str, Any]] = _WRITTEN["edition"]
COUNTRIES: list[dict[str, Any]] = _WRITTEN["country"]


def ten_years(folder: str | Path) -> list[Path]:
    """Reports on one country that cover 2014 to 2023, but for 2019, as Markdown files.

    Who reports on what stands on top of each file, where `rd.load` finds it.
    """
    said = [(claim["heading"], by_year(claim["said"])) for claim in TEN_YEARS]
    years = sorted({year for _, lives in said for year in lives})
    made = []
    for year in years:
        claims = [(heading, lives[year]) for heading, lives in said if year in lives]
        top = _front_matter(COUNTRY, str(year + 1), year)
        path = Path(folder) / f"vessaly-{year + 1}.md"
        made.append(_write(path, f"{top}# {COUNTRY}\n\n{_sections(claims, '## ')}"))
    return made


def whole_edition(folder: str | Path) -> Path:
    """Two editions of reports on twelve countries, as plain text in a folder each.

    Returns:
        the manifest, a CSV file that says who reports on what, and when.
    """
    home = Path(folder)
    rows = ["file,organization,country,edition,published_year,covered_years"]
    for country in range(len(COUNTRIES)):
        name = COUNTRIES[country]["name"]
        for edition, year in EDITIONS.items():
            path = home / edition / f"{name.lower()}.txt"
            _write(path, f"{name}\n\n{_sections(_claims_of(country, edition), '')}")
            rows.append(f"{edition}/{path.name},{MONITOR},{name},{edition},{edition},{year}")
    return _write(home / "manifest.csv", "\n".join(rows) + "\n")


def planted(truth: str) -> list[str]:
    """Names of the countries in whose reports a claim was `truth` ("figure", "softened" …)."""
    numbers = {n for claim in CLAIMS if claim["truth"] == truth for n in claim["in"]}
    return [COUNTRIES[n]["name"] for n in sorted(numbers)]


def _claims_of(country: int, edition: str) -> Iterator[tuple[str, str]]:
    """Heading and words of each claim that a country has in an edition."""
    side = "old" if edition == min(EDITIONS) else "new"
    for claim in CLAIMS:
        if country in claim["in"] and side in claim:
            yield claim["heading"], claim[side].format(**COUNTRIES[country])


def by_year(said: Mapping[str, str]) -> dict[int, str]:
    """What a claim of the ten years says in the report on each year."""
    return {int(year): words for years, words in said.items() for year in years.split()}


def _sections(claims: Iterable[tuple[str, str]], mark: str) -> str:
    """Headings with their sentences, in the order in which the headings come first."""
    by_heading: dict[str, list[str]] = {}
    for heading, words in claims:
        by_heading.setdefault(heading, []).append(words)
    return "\n".join(
        f"{mark}{heading}\n\n{' '.join(words)}\n" for heading, words in by_heading.items()
    )


def _front_matter(country: str, edition: str, year: int) -> str:
    return (
        f"---\norganization: {MONITOR}\ncountry: {country}\nedition: {edition}\n"
        f"published_year: {edition}\ncovered_years: {year}\n---\n\n"
    )


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


if __name__ == "__main__":
    home = Path(sys.argv[1] if len(sys.argv) > 1 else "reports")
    ten_years(home / "vessaly")
    print(f"wrote {whole_edition(home / 'editions')} and {home / 'vessaly'}")
