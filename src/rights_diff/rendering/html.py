"""The change report as one self-contained HTML page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from rights_diff.rendering.view import Page, comparison_view
from rights_diff.rendering.view.plain import clip
from rights_diff.rendering.view.records import Highlight, Piece, Row

if TYPE_CHECKING:
    from jinja2 import Environment

    from rights_diff.model import Comparison, Report

__all__ = ["comparison_html", "environment", "page_html", "pieces_markup", "report_html_page"]

_FIRST_WORDS = 110  # characters of a claim in a list
_MARKS = {
    "same": ("", ""),
    "del": ("<del>", "</del>"),
    "ins": ("<ins>", "</ins>"),
    "spot": ("<wbr>", ""),
    "figure": ('<b class="figure">', "</b>"),
}


def comparison_html(comparison: Comparison) -> str:
    """The change report: one HTML file, no request to anywhere, readable without JavaScript.

    Returns:
        the page; the same comparison gives the same bytes.
    """
    return page_html(comparison_view(comparison))


def page_html(page: Page) -> str:
    """The page of view records already made."""
    style = asset("page.css") + _running_header(page)
    script = asset("page.js")
    return (
        environment()
        .get_template("comparison.html.j2")
        .render(
            page=page,
            csp=content_policy(style, script),
            style=Markup(style),  # noqa: S704 - our own file, and a header escaped for CSS
            script=Markup(script),  # noqa: S704 - our own file
        )
    )


def report_html_page(report: Report) -> str:
    """One report as it was understood: sections, sentences, figures, what was set aside."""
    from rights_diff.rendering.view.reports import report_view

    style = asset("page.css")
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            page=report_view(report),
            csp=content_policy(style),
            style=Markup(style),  # noqa: S704 - our own file
        )
    )


@cache
def environment() -> Environment:
    """The template environment; every value is escaped, a missing one is an error."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader("rights_diff.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["groupby_code"] = _by_code
    made.globals["pieces"] = pieces_markup
    made.globals["first_words"] = _first_words
    return made


@cache
def asset(name: str) -> str:
    """A style sheet or script of the package."""
    return files("rights_diff.rendering").joinpath(f"static/{name}").read_text("utf-8")


def content_policy(style: str, script: str = "") -> str:
    """A Content-Security-Policy that allows these two texts and nothing else."""
    scripts = f"script-src 'sha256-{_digest(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; {scripts}"
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")


def pieces_markup(pieces: Iterable[Piece]) -> Markup:
    """A quote with its changes marked."""
    parts = []
    for piece in pieces:
        before, after = _MARKS[piece.kind]
        parts.append(f"{before}{escape(piece.text)}{after}")
    return Markup("".join(parts))  # noqa: S704 - escaped above


def _first_words(row: Row) -> str:
    return clip(" ".join("".join(p.text for p in row.old or row.new).split()), _FIRST_WORDS)


def _by_code(highlights: Sequence[Highlight]) -> list[list[Highlight]]:
    return [list(run) for _, run in groupby(highlights, key=lambda h: (h.code, h.label))]


def _running_header(page: Page) -> str:
    """What stands on top of each printed page; every character escaped for a CSS string."""
    words = f"{page.country}  ·  {page.old.label}  →  {page.new.label}"
    text = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in words)
    return f'\n@page{{@top-left{{content:"{text}"}}}}\n'
