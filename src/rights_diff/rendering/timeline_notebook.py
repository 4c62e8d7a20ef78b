"""A timeline in a notebook: what is most telling, the first charts; no script, no links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from rights_diff.model.timeline import Movement
from rights_diff.rendering.theme import asset, environment
from rights_diff.rendering.view.plain import shown_line
from rights_diff.rendering.view.timeline.glance import counts, tellings
from rights_diff.rendering.view.timeline.page import Maker, headline
from rights_diff.rendering.view.timeline.words import said

if TYPE_CHECKING:
    from rights_diff.model import Timeline

__all__ = ["timeline_notebook"]

_CHARTS = 3  # about two screens of a notebook


def timeline_notebook(timeline: Timeline) -> str:
    """A fragment: counts, a few sentences, and the charts of the first series that moved."""
    made = Maker(timeline)
    series = made.all_series(Movement.MOVED)
    shown = [s for s in series if s.chart][:_CHARTS]
    style = asset("notebook.css") + asset("timeline_notebook.css")
    return (
        environment()
        .get_template("notebook_timeline.html.j2")
        .render(
            style=Markup(style),  # noqa: S704 - our own files
            country=shown_line(timeline.country or said("country")),
            headline=headline(timeline),
            counts=counts(timeline, made.names),
            telling=tellings(timeline, made.names),
            shelves=[made.shelf(who) for who in made.names.style],
            series=shown,
            more=said(
                "notebook_more",
                count=len(timeline.series) - len(shown),
                threads=len(timeline.threads),
            ),
        )
    )
