"""What a notebook shows for a timeline."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

import rights_diff as rd
from rights_diff.model.timeline import Timeline

Checker = runpy.run_path(str(Path(__file__).with_name("test_views.py")))["Checker"]


@pytest.fixture(scope="module")
def found() -> Timeline:
    return rd.timeline([rd.load(path) for path in rd.samples.ALL])


def test_the_fragment_is_whole_scoped_and_runs_nothing(found: Timeline) -> None:
    fragment = found._repr_html_()
    checker = Checker()
    checker.feed(fragment)
    checker.close()
    assert checker.open == []
    (style,) = re.findall("<style>(.*?)</style>", fragment, re.DOTALL)
    for selector in re.findall(r"([^{}]+)\{", style):
        assert all(part.strip().startswith(".rights-diff") for part in selector.split(","))


def test_it_is_small_and_shows_charts_with_every_mark_named(found: Timeline) -> None:
    fragment = found._repr_html_()
    assert len(fragment) < 60_000
    charts = re.findall(r"<svg class=\"chart\".*?</svg>", fragment, re.DOTALL)
    assert 1 <= len(charts) <= 3
    for chart in charts:
        marks = chart.count('class="mk ')
        assert marks == len(re.findall(r"<title>\d{4}(?:, [^:]+)?: .+? \(.+?\)</title>", chart)) > 1
    assert f"{found.country}</b> · 5 reports of 2 organizations" in fragment
    assert 'timeline.to_html("timeline.html")' in fragment.replace("&#34;", '"')
