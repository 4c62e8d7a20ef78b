"""What is shown of reports that lack a date or a name, of very long ones and of very short ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.errors import RenderError
from rights_diff.model import Quantity, QuantityKind, Report, SectionKind, Span
from rights_diff.rendering.explanation import explanation_text
from rights_diff.rendering.markdown import report_markdown
from rights_diff.rendering.output import make_folder
from rights_diff.rendering.text import report_text
from rights_diff.rendering.view.aside import set_aside
from rights_diff.rendering.view.figures import spell
from rights_diff.rendering.view.plain import number
from rights_diff.rendering.view.sides import labels

NAMELESS = {"organization": None, "organization_family": None}
UNDATED = {"edition": None, "covered_years": ()}


def report(sentence: str, organization: str = "Watch Group", **metadata: object) -> Report:
    made = make_report({"Ports": [sentence]}, organization=organization)
    return replace(made, metadata=replace(made.metadata, **metadata))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            report("It rained.", **UNDATED),
            report("It snowed.", "Other Monitor", **UNDATED),
            ("Watch Group", "Other Monitor"),
        ),
        (
            report("It rained.", edition=None, covered_years=(2014, 2015, 2016), **NAMELESS),
            report("It snowed.", edition=None, covered_years=(2016, 2018), **NAMELESS),
            ("2014–2016", "2016, 2018"),
        ),
        (
            report("It rained.", **UNDATED),
            report("It snowed.", **UNDATED),
            ("Older report", "Newer report"),
        ),
    ],
)
def test_two_reports_are_told_apart_by_what_is_known_of_them(
    old: Report, new: Report, expected: tuple[str, str]
) -> None:
    assert labels(rd.compare(old, new)) == expected


def test_a_report_without_figures_has_no_table_of_them() -> None:
    shown = report_markdown(report("It rained in the port."))
    assert shown == "# Ruritania\n\nWatch Group, 2021\n\n## Ports\n\nIt rained in the port.\n"
    assert "## Figures" in report_markdown(report("At least 40 ships sank."))


def test_of_very_many_headings_the_first_are_shown() -> None:
    shown = report_text(make_report({f"Port {n}": ["It rained."] for n in range(43)}))
    assert "  Port 39\n  … and 3 more\n" in shown


def test_a_list_of_other_items_is_told_by_its_first_words() -> None:
    made = make_report({"Ports": ["It rained."], "Read on": ["Nets of the year."]})
    first, related = made.sections
    for heading, told in (("Read on", "Read on"), (None, "Nets of the year.")):
        other = replace(related, kind=SectionKind.RELATED_ITEMS, heading=heading)
        (aside,) = set_aside(replace(made, sections=(first, other)))
        assert told in aside.samples


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({"low": 5.0, "high": 5.0}, "5"),
        ({"low": 5.0, "high": 5.0, "unit": "percent", "kind": QuantityKind.PERCENT}, "5%"),
    ],
)
def test_bounds_that_are_one_number_are_said_as_one(about: dict[str, object], words: str) -> None:
    told = {"kind": QuantityKind.COUNT, **about}
    assert spell(Quantity(id="q1", span=Span(0, 1), core=Span(0, 1), **told), "5") == words


def test_a_number_that_is_none_is_unknown() -> None:
    assert [number(float(x)) for x in ("inf", "-inf", "nan")] == ["unknown"] * 3


def test_an_explanation_says_what_weakens_a_pair_of_figures() -> None:
    old = report("At least 40 ships sank off the northern pier.")
    new = make_report({"Ports": ["Some 60 ships sank off the northern pier."]}, year=2022)
    explanation = rd.compare(old, new).explain("r1")
    (plain,) = explanation.figures
    apart = replace(plain, note="source", same_row=False)
    told = [explanation_text(replace(explanation, figures=(f,))) for f in (plain, apart)]
    words = "“At least 40 ships” → “Some 60 ships”: higher"
    assert told[0].endswith(f"  {words}")
    assert told[1].endswith(f"  {words}, another source, in another row")


def test_nothing_is_written_through_a_link_in_an_output_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "countries").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RenderError, match="is a symbolic link; nothing is written through it"):
        make_folder(tmp_path / "countries")


def test_an_unknown_id_is_a_key_error() -> None:
    made = report("At least 40 ships sank.")
    for wanted in (made.section, made.sentence, made.quantity):
        with pytest.raises(KeyError, match="none"):
            wanted("none")
    with pytest.raises(KeyError, match="none"):
        rd.timeline([made, report("At least 60 ships sank.", covered_years=(2022,))]).edition(
            "none"
        )
