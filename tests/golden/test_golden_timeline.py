"""A timeline's outputs compared with files that people have looked at; see `test_golden.py`."""

from __future__ import annotations

import os
import runpy
from pathlib import Path

import pytest
from tests.comparison_fixture import make_report

import rights_diff as rd
from rights_diff.model.timeline import Timeline
from rights_diff.rendering.timeline_text import timeline_text

HERE = Path(__file__).parent
golden = runpy.run_path(str(HERE / "test_golden.py"))
bare, UPDATE = golden["bare"], golden["UPDATE"]

HELD = "{} prisoners were held without charge in camps near the border."
BEATEN = "Guards beat detainees with sticks in the cells of the northern prison."
FINED = "Journalists of the only daily newspaper were fined for cartoons of the minister."
SCHOOL = "The government {} girls to attend the only secondary school of the capital."


def make() -> Timeline:
    """Two bodies over five years, with a gap, a lone claim and a claim that turns."""

    def told(year: int, figure: str, allows: str, who: str = "Watch Group", *more: str):
        camps = [HELD.format(figure), BEATEN]
        heads = {"Prison conditions": camps, "Right to education": [SCHOOL.format(allows), *more]}
        return make_report(heads, year=year, organization=who)

    return rd.timeline(
        [
            told(2014, "About 120", "allowed"),
            told(2015, "Up to 90", "allowed"),
            told(2015, "At least 200", "allowed", "Rights <b>Office</b>", FINED),
            told(2018, "Between 20 and 40", "did not allow"),
        ]
    )


OUTPUTS = {
    "timeline.html": lambda t: bare(t.to_html()),
    "timeline.txt": timeline_text,
    "timeline-notebook.html": lambda t: bare(t._repr_html_()),
    "timeline-points.csv": lambda t: t.to_csv(),
    "timeline-meetings.csv": lambda t: t.to_csv(table="meetings"),
}


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_is_as_it_was_looked_at(name: str) -> None:
    made = OUTPUTS[name](make())
    path = HERE / name
    if os.environ.get(UPDATE):
        path.write_text(made, "utf-8")
    assert made == path.read_text("utf-8"), f"{name} differs; if meant, renew with {UPDATE}=1"
