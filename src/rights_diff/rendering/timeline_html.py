"""The timeline as one self-contained HTML page."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from markupsafe import Markup

from rights_diff.rendering.html import content_policy
from rights_diff.rendering.theme import theme_of
from rights_diff.rendering.view.timeline.page import timeline_view

if TYPE_CHECKING:
    from rights_diff.model import Timeline

__all__ = ["timeline_html"]


def timeline_html(timeline: Timeline, template_dir: str | PathLike[str] | None = None) -> str:
    """The timeline: one HTML file, no request to anywhere, readable without JavaScript.

    Args:
        template_dir: as for `comparison_html`; its style sheet and script are `timeline.css` and
            `timeline.js`, its template `timeline.html.j2`.
    Returns:
        the page; the same timeline gives the same bytes.
    Raises:
        RenderError: the folder is missing, or something in it is wrong.
    """
    theme = theme_of(template_dir)
    with theme.words():
        style = theme.style("page.css", "timeline.css")
        script = theme.script("timeline.js")
        return theme.render(
            "timeline.html.j2",
            page=timeline_view(timeline),
            csp=content_policy(style, script),
            style=Markup(style),  # noqa: S704 - a file
            script=Markup(script),  # noqa: S704 - a file
        )
