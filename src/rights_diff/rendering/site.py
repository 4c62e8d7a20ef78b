"""A corpus as a site of static pages, to be opened from a disk."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from rights_diff.errors import RenderError
from rights_diff.rendering.html import content_policy
from rights_diff.rendering.output import write_text
from rights_diff.rendering.theme import theme_of
from rights_diff.rendering.view.site.edits import edits_view
from rights_diff.rendering.view.site.index import index_view
from rights_diff.rendering.view.site.left import alone_view, failures_view
from rights_diff.rendering.view.site.runs import FILES, Site
from rights_diff.rendering.view.site.topics import topics_view

if TYPE_CHECKING:
    from rights_diff.model.corpus import CorpusResult
    from rights_diff.rendering.theme import Theme

__all__ = ["site_pages", "write_site"]

_STYLES = ("page.css", "site.css")
_SCRIPT = "site.js"


def write_site(
    result: CorpusResult,
    output: str | PathLike[str],
    *,
    downloads: Sequence[str] = (),
    template_dir: str | PathLike[str] | None = None,
) -> tuple[Path, ...]:
    """Write the pages on the whole corpus; those on a country are written where they are made.

    Args:
        output: a folder that exists; files of the same names are replaced, each in one go.
        downloads: files of data in that folder, for links, relative to it.
        template_dir: as for `comparison_html`; `site.css` and `site.js` stand there too.
    Returns:
        what was written.
    Raises:
        RenderError: the folder is missing or not writable, or `template_dir` is wrong.
    """
    folder = Path(output)
    if not folder.is_dir():
        raise RenderError("is no folder to write a site into", file=str(folder))
    pages = site_pages(result, downloads=downloads, template_dir=template_dir)
    for name, page in pages.items():
        write_text(folder / name, page)
    return tuple(folder / name for name in pages)


def site_pages(
    result: CorpusResult,
    *,
    downloads: Sequence[str] = (),
    template_dir: str | PathLike[str] | None = None,
) -> dict[str, str]:
    """The same pages by file name; the same corpus gives the same bytes."""
    theme = theme_of(template_dir)
    with theme.words():
        site = Site(result)
        views = {
            "index": index_view(site, downloads),
            "topics": topics_view(site),
            "edits": edits_view(site),
            "alone": alone_view(site),
            "failures": failures_view(site),
        }
        return {FILES[name]: _page(theme, name, view) for name, view in views.items()}


def _page(theme: Theme, name: str, view: object) -> str:
    style, script = theme.style(*_STYLES), theme.script(_SCRIPT)
    return theme.render(
        f"site_{name}.html.j2",
        page=view,
        csp=content_policy(style, script),
        style=Markup(style),  # noqa: S704 - a file
        script=Markup(script),  # noqa: S704 - a file
    )
