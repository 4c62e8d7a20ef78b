"""What a caller passes by mistake is told in one line, and is never taken for something else."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

import rights_diff as rd


def report(country: str | None = "Tuvalu", year: int = 2012) -> rd.Report:
    text = f"The courts heard {year} cases in the capital. No judge was named in May."
    return rd.parse(text, organization="Islet Monitor", country=country, covered_years=[year])


@pytest.fixture(scope="module")
def made() -> rd.Comparison:
    return rd.compare(report(), report(year=2013))


CALLS: list[tuple[Callable[[], Any], str]] = [
    (lambda: rd.parse(b"It rained."), "rd.parse takes a text"),  # type: ignore[arg-type]
    (lambda: rd.load(b"a.txt"), "a path or an address"),  # type: ignore[arg-type]
    (lambda: rd.load(io.StringIO("It rained.")), "a path or an address"),  # type: ignore[arg-type]
    (lambda: rd.load("a.txt", options={}), "rd.ReadOptions"),  # type: ignore[arg-type]
    (lambda: rd.load_all(3), "a path or an address"),  # type: ignore[arg-type]
    (lambda: rd.parse("It rained.", covered_years="2018"), "a list of years"),  # type: ignore[arg-type]
    (lambda: rd.parse("It rained.", covered_years=2018), "a list of years"),  # type: ignore[arg-type]
    (lambda: rd.parse("It rained.", covered_years=["2018"]), "a year as a number"),  # type: ignore[list-item]
    (lambda: rd.parse("It rained.", published_year="2018"), "a year as a number"),  # type: ignore[arg-type]
    (lambda: rd.parse("It rained.", edition=2018), "edition is a text"),  # type: ignore[arg-type]
    (lambda: rd.timeline("ab"), "a list of reports"),  # type: ignore[arg-type]
    (lambda: rd.timeline(report()), "a list of reports"),  # type: ignore[arg-type]
    (lambda: rd.timeline(["a.txt", "b.txt"]), "rd.load"),  # type: ignore[list-item]
    (lambda: rd.compare_many(["a.txt", "b.txt"]), "rd.load"),  # type: ignore[list-item]
    (lambda: rd.compare(report(), report(), review=3), "path of its file"),  # type: ignore[arg-type]
    (lambda: rd.compare(report(), report(), encoder=3), "an encoder is a function"),  # type: ignore[arg-type]
    (lambda: rd.compare_corpus(3), "files and folders"),  # type: ignore[arg-type]
    (lambda: rd.compare_corpus([3]), "a file or a folder"),  # type: ignore[list-item]
    (lambda: rd.compare_corpus(rd.samples.ALL, executor="threads"), "executor is None"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("call", "told"), CALLS, ids=[told for _, told in CALLS])
def test_a_wrong_argument_is_told(call: Callable[[], Any], told: str) -> None:
    with pytest.raises(TypeError, match=told) as caught:
        call()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("year", [-5, 0, 18, 99_999])
def test_a_year_is_one_of_a_calendar(year: int) -> None:
    with pytest.raises(ValueError, match="a calendar year"):
        rd.parse("It rained.", covered_years=[year])
    with pytest.raises(ValueError, match="a calendar year"):
        rd.parse("It rained.", published_year=year)
    with pytest.raises(ValueError, match="a calendar year"):
        rd.find_source(organization="HRW", country="Cuba", year=year)


def test_blank_words_say_nothing() -> None:
    metadata = rd.parse("It rained.", country="  ", organization="", edition=" ").metadata
    assert (metadata.country, metadata.organization, metadata.edition) == (None, None, None)
    assert rd.parse("It rained.", country=" Tuvalu ").metadata.country == "Tuvalu"


def test_a_country_apart_is_told_whatever_stands_between() -> None:
    reports = [report("Tuvalu", 2010), report(None, 2011), report("Chad", 2012)]
    for order in permutations(reports):
        with pytest.raises(rd.CompareError, match="different countries"):
            rd.timeline(order)
        with pytest.raises(rd.CompareError, match="different countries"):
            rd.compare_many(order)
    assert len(rd.timeline(reports, allow_mixed=True).editions) == len(reports)


def test_countries_are_told_before_the_work() -> None:
    def encode(texts: list[str]) -> list[list[float]]:
        raise AssertionError(f"the encoder was asked about {texts}")

    with pytest.raises(rd.CompareError, match="different countries"):
        rd.compare(report("Tuvalu"), report("Chad"), encoder=encode)


def test_one_source_is_a_list_of_one(tmp_path: Path) -> None:
    for year in (2011, 2012):
        text = f"Tuvalu\n\nThe courts heard {year} cases in the capital."
        (tmp_path / f"amnesty-{year}-tuvalu.txt").write_text(text)
    for sources in (str(tmp_path), [tmp_path]):
        assert len(rd.compare_corpus(sources, executor="serial").plan.reports) == 2
    result = rd.compare_corpus(tmp_path, tmp_path / "site", executor="serial", data="csv")
    assert result.output is not None
    assert (result.output / "data" / "csv" / "ledger.csv").exists()


def test_reports_may_come_one_by_one() -> None:
    assert len(rd.timeline(report(year=y) for y in (2011, 2012)).editions) == 2


def test_a_row_is_named_by_its_id_or_by_itself(made: rd.Comparison) -> None:
    for row in made.ledger:
        assert made.row(row) is made.row(row.id) is row
        assert made.change(row) == made.change(row.id)
        assert made.topic_change(row) == made.topic_change(row.id)
        assert made.explain(row) == made.explain(row.id)


def test_what_is_not_there_is_told_with_what_is(made: rd.Comparison) -> None:
    last = made.ledger[-1].id
    with pytest.raises(KeyError, match=f"no row 'r999'; there are: r1 to {last}"):
        made.explain("r999")
    with pytest.raises(TypeError, match="a row is wanted, or its id"):
        made.explain(5)  # type: ignore[arg-type]
    with pytest.raises(KeyError, match="no section 's99'; there are: s1 to s1"):
        made.old.section("s99")
    with pytest.raises(KeyError, match="there are: none"):
        rd.parse("It rained all day.").quantity("q1")


def test_a_row_of_another_comparison_is_refused(made: rd.Comparison) -> None:
    other = rd.compare(rd.parse("Markets were closed."), rd.parse("Rain fell on islands."))
    with pytest.raises(KeyError, match="of another comparison"):
        made.explain(other.ledger[0])


def test_laws_are_not_left_out_in_silence() -> None:
    """`python -O` drops assertions, and with them every law."""
    script = "import rights_diff.testing"
    done = subprocess.run(
        [sys.executable, "-O", "-c", script], check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "run without it" in done.stderr
