"""Tables as pandas frames: types, indexes, missing values, and no pandas at all."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.extras_fixture import needed
from tests.rendering_fixture import make

import rights_diff as rd
from rights_diff.model import Status
from rights_diff.rendering.view.columns import COMPARISON_TABLES, REPORT_TABLES

pytestmark = pytest.mark.needs("frames")
pd = needed("frames", "pandas")


TYPES = {
    "text": "string",
    "code": "category",
    "integer": "Int64",
    "number": "Float64",
    "flag": "boolean",
}


@pytest.mark.parametrize("name", COMPARISON_TABLES)
def test_columns_types_and_index_of_a_comparison_are_as_listed(name: str) -> None:
    shape = COMPARISON_TABLES[name]
    frame = make().to_frame(name)
    keys, others = shape.columns[: shape.keys], shape.columns[shape.keys :]
    assert list(frame.index.names) == [column.name for column in keys]
    assert frame.index.is_unique
    assert {n: str(t) for n, t in frame.dtypes.items()} == {c.name: TYPES[c.kind] for c in others}
    for column in others:
        if column.kind == "code":
            assert tuple(frame[column.name].cat.categories) == column.choices


@pytest.mark.parametrize("name", REPORT_TABLES)
def test_columns_and_types_of_a_report_are_as_listed(name: str) -> None:
    report = rd.load(rd.samples.OLD)
    frame = report.to_frame(name)
    assert len(frame) == len(getattr(report, name))
    assert {n: str(t) for n, t in frame.dtypes.items()} == {
        c.name: TYPES[c.kind] for c in REPORT_TABLES[name].columns[1:]
    }


def test_the_ledger_is_indexed_by_its_rows() -> None:
    comparison = make()
    frame = comparison.to_frame()
    assert list(frame.index) == [row.id for row in comparison.ledger]
    assert frame.loc["r3", "change"] == "Stronger (severe → non-existent)"
    assert frame.loc["r3", "score"] == 0.71
    assert pd.isna(frame.loc["r1", "score"])
    assert pd.isna(frame.loc["r1", "new"])
    counts = frame.groupby("status", observed=False).size()
    assert dict(counts) == {s.value: sum(r.status is s for r in comparison.ledger) for s in Status}
    assert frame.facets.str.get_dummies("|")["softened"].sum() == 2


def test_tables_over_both_reports_are_indexed_by_side_and_id() -> None:
    comparison = make()
    frame = comparison.to_frame("quantities")
    assert frame.loc[("new", "q2"), "low"] == 57
    assert pd.isna(frame.loc[("new", "q2"), "value"])
    assert len(frame.loc["old"]) == len(comparison.old.quantities)
    sentences = comparison.to_frame("sentences")
    assert sentences.loc[("old", "s2.2"), "row"] == "r5"
    assert sentences.loc[("old", "s2.2"), "status"] == "dropped"
    assert set(sentences["row"]) == {row.id for row in comparison.ledger}


def test_spans_in_a_frame_lead_to_the_words() -> None:
    report = rd.load(rd.samples.NEW)
    for _, line in report.to_frame("dates").iterrows():
        assert " ".join(report.text[line["start"] : line["end"]].split()) == line["text"]
        assert line["year"] == int(line["iso"][:4])
        assert line["text"] in line["quote"]


def test_frames_of_two_pairs_can_be_put_together() -> None:
    samples = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    both = pd.concat([make().to_frame(), samples.to_frame()])
    assert str(both["status"].dtype) == "category"
    assert str(both["score"].dtype) == "Float64"
    assert set(both["country"]) == {"Zembla", "North Korea"}


def test_an_empty_table_keeps_its_columns() -> None:
    frame = make().old.to_frame("dates")
    assert frame.empty
    assert list(frame.columns)[:2] == ["iso", "year"]
    assert str(frame["year"].dtype) == "Int64"


def test_all_frames_come_by_name() -> None:
    frames = make().to_frames()
    assert list(frames) == list(COMPARISON_TABLES)
    assert frames["topics"].loc["health", "new_per_thousand"] == 120.0
    assert list(make().new.to_frames()) == list(REPORT_TABLES)


def test_making_frames_leaves_the_comparison_as_it_was() -> None:
    comparison = make()
    frame = comparison.to_frame()
    frame.loc["r1", "old"] = "changed"
    assert comparison == make()
    assert comparison.to_frame().loc["r1", "old"] != "changed"


def test_an_unknown_table_is_a_render_error() -> None:
    with pytest.raises(rd.RenderError, match="there is no table 'rows'"):
        make().to_frame("rows")


def test_without_pandas_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(rd.RenderError, match=r'pip install "rights-diff\[frames\]"'):
        make().to_frame()
    with pytest.raises(rd.RenderError, match=r'pip install "rights-diff\[frames\]"'):
        make().old.to_frames()


def test_nothing_but_a_frame_imports_pandas() -> None:
    script = (
        "import sys, rights_diff as rd; c = rd.compare(rd.load(rd.samples.OLD),"
        " rd.load(rd.samples.NEW)); c.to_csv(); c.to_html(); c._repr_html_();"
        " print(*({'pandas', 'numpy', 'matplotlib', 'docx'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == []
