"""The figure of attention per topic: what it shows, and that it changes nothing else."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.extras_fixture import needed
from tests.rendering_fixture import make

import rights_diff as rd
from rights_diff.model import Comparison, Metadata, Summary

pytestmark = pytest.mark.needs("plot")
matplotlib = needed("plot", "matplotlib")


@pytest.fixture(autouse=True)
def no_screen() -> Iterator[None]:
    from matplotlib import pyplot

    before = matplotlib.get_backend()
    pyplot.switch_backend("agg")
    yield
    pyplot.close("all")
    pyplot.switch_backend(before)


def own_axes() -> Any:
    """Axes that pyplot does not know of."""
    from matplotlib.figure import Figure

    return Figure().subplots()


def ends(axes: Any, side: str) -> list[tuple[float, float]]:
    (dots,) = [c for c in axes.collections if c.get_gid() == side]
    return [(float(x), float(y)) for x, y in dots.get_offsets()]


def named(comparison: Comparison, **about: object) -> Comparison:
    metadata: Metadata = replace(comparison.old.metadata, **about)
    return replace(comparison, old=replace(comparison.old, metadata=metadata))


def test_each_topic_has_both_ends_and_the_line_between() -> None:
    axes = make().plot()
    assert ends(axes, "old") == [(350.0, 0.0), (310.0, 1.0), (0.0, 2.0)]
    assert ends(axes, "new") == [(330.0, 0.0), (290.0, 1.0), (120.0, 2.0)]
    (lines,) = [c for c in axes.collections if c.get_gid() == "change"]
    assert [sorted(float(x) for x, _ in line) for line in lines.get_segments()] == [
        [330.0, 350.0],
        [290.0, 310.0],
        [0.0, 120.0],
    ]
    said = [label.get_text() for label in axes.get_yticklabels()]
    assert said == ["Freedom of movement", "Arbitrary arrest and detention", "Right to health"]
    top, bottom = sorted(axes.get_ylim())
    assert axes.get_ylim() == (bottom, top)  # what either report says most stands on top


def test_figures_names_and_marks_say_which_end_is_which() -> None:
    axes = make().plot()
    assert axes.get_title(loc="left") == "Zembla, 2017/18 → 2021/22: attention per topic"
    assert [t.get_text() for t in axes.get_legend().get_texts()] == ["2017/18", "2021/22"]
    assert [t.get_text() for t in axes.texts] == ["350", "330", "310", "290", "0", "120"]
    sides = [t.get_horizontalalignment() for t in axes.texts]
    assert sides == ["left", "right", "left", "right", "right", "left"]  # outside of the line
    assert axes.get_xlabel() == "words in every thousand of each report"
    shapes = {
        side: next(c for c in axes.collections if c.get_gid() == side).get_paths()[0].vertices
        for side in ("old", "new")
    }
    assert len(shapes["old"]) != len(shapes["new"])  # square and circle, whatever the colours


def test_the_picture_has_both_colours_on_paper() -> None:
    buffer = io.BytesIO()
    make().plot().figure.savefig(buffer, format="rgba", dpi=72)
    pixels = buffer.getvalue()
    found = {pixels[i : i + 3] for i in range(0, len(pixels), 4)}
    assert {b"\xfb\xfa\xf7", b"\x9a\x3f\x0b", b"\x11\x56\x8c"} <= found


def test_axes_of_ones_own_are_used_and_pyplot_left_alone() -> None:
    from matplotlib import pyplot

    axes = own_axes()
    settings = dict(matplotlib.rcParams)
    assert make().plot(axes) is axes
    assert pyplot.get_fignums() == []
    assert dict(matplotlib.rcParams) == settings
    make().plot()
    assert dict(matplotlib.rcParams) == settings
    assert len(pyplot.get_fignums()) == 1


def test_words_of_a_report_are_no_formula() -> None:
    axes = named(make(), edition="$\\frac{1}{0}$ 2017", organization_family="A_b^{").plot(
        own_axes()
    )
    axes.figure.savefig(io.BytesIO(), format="png", dpi=40)  # a formula here would raise
    assert axes.get_legend().get_texts()[0].get_text().startswith("A_b^{ \\$")


def test_without_topics_it_says_so() -> None:
    axes = replace(make(), summary=Summary()).plot(own_axes())
    assert [t.get_text() for t in axes.texts] == ["no topic was found in either report"]
    assert axes.get_legend() is None
    axes.figure.savefig(io.BytesIO(), format="png", dpi=40)


def test_real_topics_are_drawn_most_attention_first() -> None:
    comparison = rd.compare(rd.load(rd.samples.OLD), rd.load(rd.samples.NEW))
    axes = comparison.plot(own_axes())
    pairs = zip(ends(axes, "old"), ends(axes, "new"), strict=True)
    most = [max(old[0], new[0]) for old, new in pairs]
    assert most == sorted(most, reverse=True)
    assert len(most) == 14
    axes.figure.savefig(io.BytesIO(), format="svg")


def test_without_matplotlib_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("matplotlib", "matplotlib.pyplot"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(rd.RenderError, match=r'pip install "rights-diff\[plot\]"'):
        make().plot()
