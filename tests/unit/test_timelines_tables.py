"""The tables of a timeline: as CSV, as frames, as the docs list them."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.cli import main
from rights_diff.errors import RenderError
from rights_diff.model.timeline import Timeline
from rights_diff.rendering.view.timeline.alone import alone
from rights_diff.rendering.view.timeline.columns import TIMELINE_TABLES

DOCS = (Path(__file__).parents[2] / "docs" / "timelines.md").read_text(encoding="utf-8")
HELD = "{} prisoners were held without charge in camps near the border."
SHARED = "Guards beat detainees with sticks in the cells of the northern prison."
LONE = "Journalists of the only daily newspaper were fined for cartoons of the minister."
TYPES = {
    "text": "string",
    "code": "category",
    "integer": "Int64",
    "number": "Float64",
    "flag": "boolean",
}


def told(year: int, figure: str, organization: str = "Watch Group", *more: str) -> rd.Report:
    lines = [HELD.format(figure), SHARED, *more]
    return make_report({"Detention": lines}, year=year, organization=organization)


@pytest.fixture(scope="module")
def found() -> Timeline:
    return rd.timeline(
        [
            told(2014, "About 120"),
            told(2015, "Up to 90"),
            told(2015, "At least 60", "Rights Office", LONE),
            told(2018, "Between 20 and 40"),
        ]
    )


@pytest.fixture(scope="module")
def samples() -> Timeline:
    return rd.timeline([rd.load(path) for path in rd.samples.ALL])


@pytest.mark.parametrize("name", TIMELINE_TABLES)
def test_a_file_has_the_columns_that_are_listed(
    found: Timeline, samples: Timeline, name: str
) -> None:
    told_of = found if name == "meetings" else samples  # no two samples are on one year
    lines = list(csv.reader(io.StringIO(told_of.to_csv(table=name))))
    assert lines[0] == [c.name for c in TIMELINE_TABLES[name].columns]
    assert len(lines) > 1
    assert {len(line) for line in lines} == {len(lines[0])}


@pytest.mark.needs("frames")
@pytest.mark.parametrize("name", TIMELINE_TABLES)
def test_types_and_index_of_a_frame_are_as_listed(found: Timeline, name: str) -> None:
    shape = TIMELINE_TABLES[name]
    frame = found.to_frame(name)
    keys, others = shape.columns[: shape.keys], shape.columns[shape.keys :]
    assert list(frame.index.names) == [c.name for c in keys]
    assert frame.index.is_unique
    assert {n: str(t) for n, t in frame.dtypes.items()} == {c.name: TYPES[c.kind] for c in others}


@pytest.mark.needs("frames")
def test_all_frames_at_once(found: Timeline) -> None:
    frames = found.to_frames()
    assert list(frames) == list(TIMELINE_TABLES)
    assert len(frames["points"]) == sum(len(s.points) for s in found.series)
    assert len(frames["thread_points"]) == sum(len(t.points) for t in found.threads)
    assert frames["editions"]["year"].tolist() == [2014, 2015, 2015, 2018]


def test_each_point_stands_with_its_sentence_and_its_place(found: Timeline) -> None:
    reports = {e.id: e.report for e in found.editions}
    rows = list(csv.DictReader(io.StringIO(found.to_csv())))
    assert rows
    for row in rows:
        text = reports[row["report"]].text
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]
        assert row["quote"] in row["context"]


def test_every_sentence_of_a_meeting_is_told_once(found: Timeline) -> None:
    (meeting,) = found.meetings
    rows = list(csv.DictReader(io.StringIO(found.to_csv(table="meetings"))))
    for side, edition in (("old", meeting.old), ("new", meeting.new)):
        told_of = [
            sentence
            for row in rows
            if row["finding"] != "figures"
            for sentence in row[f"{side}_ids"].split("|")
            if sentence
        ]
        assert sorted(told_of) == sorted(s.id for s in found.edition(edition).report.sentences)
    assert any(row["new_words"] == LONE or row["old_words"] == LONE for row in rows)


def test_lone_sentences_are_counted_by_topic(found: Timeline) -> None:
    (meeting,) = found.meetings
    side = 0 if found.edition(meeting.old).organization == "Rights Office" else 1
    report = found.edition((meeting.old, meeting.new)[side]).report
    groups = alone(report, meeting, side)
    assert [report.text[s.span.start : s.span.end] for g in groups for s in g.sentences] == [LONE]
    assert groups[0].words == len(LONE.split())
    assert groups[0].of >= 1


def test_a_table_that_is_not_there_is_one_clear_line(found: Timeline) -> None:
    with pytest.raises(RenderError, match="no table 'rows': choose editions, series, points"):
        found.to_csv(table="rows")


def test_a_file_starts_with_a_byte_order_mark_and_the_text_does_not(
    found: Timeline, tmp_path: Path
) -> None:
    found.to_csv(tmp_path / "attention.csv", table="attention")
    text = found.to_csv(table="attention")
    assert text.startswith("report,topic,")
    assert (tmp_path / "attention.csv").read_bytes().startswith(b"\xef\xbb\xbfreport,")


def test_the_command_writes_the_table_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reports = [str(rd.samples.OLD), str(rd.samples.NEW)]
    assert main(["timeline", *reports, "--table", "editions"]) == 0
    assert capsys.readouterr().out.startswith("report,name,")
    assert main(["timeline", *reports, "--table", "editions", "-o", str(tmp_path / "x.html")]) == 2
    assert "--table is for CSV only" in capsys.readouterr().err
    assert main(["timeline", *reports, "--table", "rows"]) == 2
    assert "no table 'rows'" in capsys.readouterr().err


@pytest.mark.parametrize("name", TIMELINE_TABLES)
def test_the_docs_list_the_columns(name: str) -> None:
    part = DOCS.split(f"\n### {name}\n", 1)[1].split("\n#", 1)[0]
    assert TIMELINE_TABLES[name].about in part
    listed = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*) \|$", part, re.MULTILINE)
    assert [(n, about) for n, _, about in listed] == [
        (c.name, c.about) for c in TIMELINE_TABLES[name].columns
    ]
