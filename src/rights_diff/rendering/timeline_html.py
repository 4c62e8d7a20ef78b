"""The timeline as one self-contained HTML page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from rights_diff.rendering.html import asset, content_policy, environment
from rights_diff.rendering.view.timeline import timeline_view

if TYPE_CHECKING:
    from rights_diff.model import Timeline

__all__ = ["timeline_html"]


def timeline_html(timeline: Timeline) -> str:
    """The timeline: one HTML file, no request to anywhere, readable without JavaScript.

    Returns:
        the page; the same timeline gives the same bytes.
    """
    style = asset("page.css") + asset("timeline.css")
    script = asset("timeline.js")
    return (
        environment()
        .get_template("timeline.html.j2")
        .render(
            page=timeline_view(timeline),
            csp=content_policy(style, script),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own file
        )
    )
