"""The timeline as text, page, table and data."""

from __future__ import annotations

import csv
import io
import json
import re
import runpy
import tomllib
import xml.etree.ElementTree as ET
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.cli import main
from rights_diff.errors import RenderError
from rights_diff.model.timeline import Timeline
from rights_diff.rendering import schemas
from rights_diff.rendering.timeline_text import timeline_text
from rights_diff.rendering.view.page import topic_label
from rights_diff.rendering.view.timeline.columns import TIMELINE_TABLES
from rights_diff.rendering.view.timeline.moves import move
from rights_diff.rendering.view.timeline.points import concurrent
from rights_diff.rendering.view.timeline.words import Names

HELD = "{} prisoners were held without charge in camps near the border."


@pytest.fixture(scope="module")
def found() -> Timeline:
    def told(year: int, figure: str, organization: str = "Watch Group") -> rd.Report:
        lines = [HELD.format(figure), "Guards beat detainees with sticks in the cells."]
        return make_report({"Detention": lines}, year=year, organization=organization)

    return rd.timeline(
        [
            told(2014, "About 120"),
            told(2015, "Up to 90"),
            told(2015, "At least 60", "Rights <b>Office</b>"),
            told(2018, "Between 20 and 40"),
        ]
    )


def test_the_text_keeps_its_indentation(found: Timeline) -> None:
    lines = timeline_text(found).splitlines()
    assert "  2014  Watch Group 2015" in lines
    assert any(line.startswith("    2015  Up to 90 prisoners") for line in lines)
    assert "  no report of Watch Group for 2016, 2017" in lines


def test_the_text_shows_no_control_characters() -> None:
    lines = [HELD.format("About 120"), "The \x1b[31mred\x1b[0m cell held 12 men at night."]
    reports = [make_report({"D": lines}, year=y) for y in (2014, 2015)]
    assert "\x1b" not in timeline_text(rd.timeline(reports))


def test_the_page_asks_for_nothing_and_runs_only_its_own_script(found: Timeline) -> None:
    page = found.to_html()
    assert "default-src &#39;none&#39;" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert " style=" not in page
    assert " onclick" not in page
    assert "<b>Office</b>" not in page


def test_each_mark_leads_to_the_row_of_its_quote(found: Timeline) -> None:
    page = found.to_html()
    (series,) = (s for s in found.series if len(s.points) == 4)
    for n, point in enumerate(series.points, 1):
        assert f'<a href="#{series.id}-{n}">' in page
        row = page.split(f'id="{series.id}-{n}"', 1)[1].split("</tr>", 1)[0]
        assert point.quote in row
    assert "no report covers this year" in page


def test_the_charts_are_well_formed(found: Timeline) -> None:
    charts = re.findall(r"<svg class=\"chart\".*?</svg>", found.to_html(), re.DOTALL)
    assert charts
    for chart in charts:
        root = ET.fromstring(chart)  # noqa: S314 - our own page
        width = float(root.attrib["viewBox"].split()[2])
        texts = [float(t.attrib["x"]) for t in root.iter("text")]
        assert texts
        assert all(0 <= x <= width for x in texts)


def test_every_word_of_the_page_can_be_translated(tmp_path: Path) -> None:
    """With each shipped wording in guillemets, nothing but the reports stands outside them."""
    pages = runpy.run_path(str(Path(__file__).with_name("test_rendering_pages.py")))
    strings = tomllib.loads(
        files("rights_diff.rendering").joinpath("data/strings.toml").read_text("utf-8")
    )
    marked = {n: w for n, w in strings.items() if n not in ("short", "document", "plot")}
    toml = "\n".join(f"[{name}]\n{pages['_marked'](words)}\n" for name, words in marked.items())
    (tmp_path / "strings.toml").write_text(toml, "utf-8")
    found = rd.timeline([rd.load(path) for path in rd.samples.ALL])
    reader = pages["Words"]()
    reader.feed(found.to_html(template_dir=tmp_path))
    seen = "\n".join(reader.found)
    assert seen.count("«") == seen.count("»") > 300
    while True:  # innermost first: wordings stand in wordings
        less = re.sub(r"«[^«»]*»", " ", seen)
        if less == seen:
            break
        seen = less
    parts = [e.report.text + str(e.report.metadata) + e.name for e in found.editions]
    parts += [s.label for s in found.series] + [topic_label(t.topic) for t in found.attention]
    parts += found.warnings
    allowed = {w.lower() for part in parts for w in re.findall(r"[A-Za-z]{3,}", part)}
    assert {w for w in re.findall(r"[A-Za-z]{3,}", seen) if w.lower() not in allowed} == set()


def test_a_style_of_ones_own_stands_behind_the_shipped_one(found: Timeline, tmp_path: Path) -> None:
    (tmp_path / "theme.css").write_text(":root { --c0: #123456 }", "utf-8")
    page = found.to_html(template_dir=tmp_path)
    assert page.index("--c0: #123456") > page.index("--c0:#9a3f0b")
    with pytest.raises(RenderError, match="is no folder of templates"):
        found.to_html(template_dir=tmp_path / "nothing")


def test_first_comes_what_is_most_telling(found: Timeline) -> None:
    text = timeline_text(found)
    assert text.index("Figures that moved most") < text.index("\nFigures (")
    assert "About 120 prisoners in 2014" in text
    assert "in 3 editions since 2014" in text


def test_figures_for_one_year_agree_overlap_or_differ() -> None:
    def both(one: str, other: str) -> str:
        reports = [
            make_report({"D": [HELD.format(figure)]}, year=2015, organization=who)
            for who, figure in (("Watch Group", one), ("Rights Office", other))
        ]
        (view,) = concurrent(rd.timeline(reports).series, Names(rd.timeline(reports)))
        return view.css

    assert both("About 120", "120") == "agree"
    assert both("At least 120", "120") == "agree"
    assert both("Between 100 and 150", "120") == "overlap"
    assert both("Up to 90", "At least 120") == "differ"


def test_a_figure_for_a_part_of_the_year_does_not_differ_from_one_for_all_of_it() -> None:
    part = "Between January and June 2015, 70 prisoners were held without charge in the camps."
    year = "In 2015, 120 prisoners were held without charge in the camps."
    reports = [
        make_report({"D": [line]}, year=2015, organization=who)
        for who, line in (("Watch Group", part), ("Rights Office", year))
    ]
    found = rd.timeline(reports)
    (view,) = concurrent(found.series, Names(found))
    assert view.css == "period"


def test_more_than_one_bound_and_more_than_another_is_no_move() -> None:
    def moved(one: str, other: str) -> float:
        lines = ((2014, one), (2016, other))
        reports = [make_report({"D": [HELD.format(f)]}, year=y) for y, f in lines]
        found = rd.timeline(reports)
        (series,) = found.series
        return move(series, Names(found))

    assert moved("More than 200", "More than 50") == 0
    assert moved("Between 40 and 60", "Between 50 and 70") == 0
    assert moved("200", "More than 500") > 0
    assert moved("200", "20") > moved("200", "100") > 0


def test_no_claim_is_put_into_the_mouth_of_who_says_the_contrary() -> None:
    says = "The government {} girls to attend the only secondary school of the capital."
    reports = [
        make_report({"School": [says.format(verb)]}, year=year, organization=who)
        for year, who, verb in (
            (2014, "Watch Group", "allowed"),
            (2014, "Rights Office", "allowed"),
            (2015, "Watch Group", "did not allow"),
        )
    ]
    found = rd.timeline(reports)
    assert any(len(t.organizations) > 1 for t in found.threads)
    assert "Several organizations tell" not in timeline_text(found)


def test_the_table_has_a_line_for_each_point(found: Timeline) -> None:
    rows = list(csv.DictReader(io.StringIO(found.to_csv())))
    assert list(rows[0]) == [c.name for c in TIMELINE_TABLES["points"].columns]
    assert len(rows) == sum(len(s.points) for s in found.series)
    assert {r["quote"] for r in rows} >= {"Up to 90 prisoners"}


def test_no_cell_of_the_table_is_a_formula() -> None:
    line = "According to =cmd, guards held 40 prisoners in the northern camps."
    reports = [make_report({"D": [line]}, year=y, organization="=SUM(A1)") for y in (2014, 2015)]
    rows = list(csv.reader(io.StringIO(rd.timeline(reports).to_csv())))
    assert len(rows) > 1
    assert not any(cell.startswith("=") for row in rows for cell in row)


def test_the_samples_keep_the_schema() -> None:
    found = rd.timeline([rd.load(path) for path in rd.samples.ALL])
    document = json.loads(found.to_json())
    validator = Draft202012Validator(schemas.load("timeline"))
    validator.validate(document)
    assert found.series
    assert found.threads
    document["series"][0]["movement"] = "sideways"
    assert not validator.is_valid(document)


@pytest.mark.parametrize(
    ("name", "start"),
    [("t.html", "<!doctype"), ("t.csv", "\ufeffpoint,"), ("t.json", "{"), ("t.txt", "N")],
)
def test_the_command_writes_every_format(tmp_path: Path, name: str, start: str) -> None:
    target = tmp_path / name
    assert main(["timeline", *map(str, rd.samples.ALL), "-o", str(target)]) == 0
    assert target.read_text(encoding="utf-8").startswith(start)


def test_the_command_never_writes_over_a_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "a.txt"
    report.write_text(Path(rd.samples.OLD).read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["timeline", str(report), str(rd.samples.NEW), "-o", str(report)]) != 0
    assert "overwrite" in capsys.readouterr().err
