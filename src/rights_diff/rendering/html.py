"""The change report as one self-contained HTML page."""

from __future__ import annotations

import base64
import hashlib
from os import PathLike
from typing import TYPE_CHECKING

from markupsafe import Markup

from rights_diff.rendering.markup import pieces_markup
from rights_diff.rendering.strings import text
from rights_diff.rendering.theme import asset, environment, theme_of
from rights_diff.rendering.view import Page, comparison_view

if TYPE_CHECKING:
    from rights_diff.model import Comparison, Report
    from rights_diff.rendering.theme import Theme

__all__ = [
    "asset",
    "comparison_html",
    "environment",
    "page_html",
    "pieces_markup",
    "report_html_page",
]

_STYLES = ("page.css", "review.css")
_SCRIPTS = ("page.js", "review.js")


def comparison_html(comparison: Comparison, template_dir: str | PathLike[str] | None = None) -> str:
    """The change report: one HTML file, no request to anywhere, readable without JavaScript.

    Args:
        template_dir: a folder whose templates, `page.css`, `theme.css`, `page.js` and
            `strings.toml` stand before the shipped ones.
    Returns:
        the page; the same comparison gives the same bytes.
    Raises:
        RenderError: the folder is missing, or something in it is wrong.
    """
    theme = theme_of(template_dir)
    with theme.words():
        return _comparison_page(theme, comparison_view(comparison))


def page_html(page: Page) -> str:
    """The change report of a view that is at hand, in the shipped theme."""
    return _comparison_page(theme_of(None), page)


def _comparison_page(theme: Theme, page: Page) -> str:
    style = theme.style(*_STYLES) + _running_header(page)
    return _page(theme, "comparison.html.j2", page, style, theme.script(*_SCRIPTS))


def report_html_page(report: Report, template_dir: str | PathLike[str] | None = None) -> str:
    """One report as it was understood: sections, sentences, figures, what was set aside.

    Args:
        template_dir: as for `comparison_html`.
    """
    from rights_diff.rendering.view.reports import report_view

    theme = theme_of(template_dir)
    with theme.words():
        return _page(theme, "report.html.j2", report_view(report), theme.style("page.css"))


def _page(theme: Theme, template: str, page: object, style: str, script: str = "") -> str:
    return theme.render(
        template,
        page=page,
        csp=content_policy(style, script),
        style=Markup(style),  # noqa: S704 - a file, and a header escaped for CSS
        script=Markup(script),  # noqa: S704 - a file
    )


def content_policy(style: str, script: str = "") -> str:
    """A Content-Security-Policy that allows these two texts and nothing else."""
    scripts = f"script-src 'sha256-{_digest(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; {scripts}"
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def _running_header(page: Page) -> str:
    """What stands on top of each printed page; every character escaped for a CSS string."""
    key = "printed_across" if page.across else "printed"
    old, new = page.old.label, page.new.label
    words = text(key, name="headline", country=page.country, old=old, new=new)
    escaped = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in words)
    return f'\n@page{{@top-left{{content:"{escaped}"}}}}\n'
