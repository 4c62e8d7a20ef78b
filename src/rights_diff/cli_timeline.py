"""`rights-diff timeline`: many reports on one country."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rights_diff.cli_plugins import add_tools, tools_named
from rights_diff.errors import RenderError
from rights_diff.progress import Progress

if TYPE_CHECKING:
    from rights_diff.model import Timeline

__all__ = ["FORMATS", "add_timeline", "run_timeline"]

FORMATS = ("text", "html", "json", "csv")
_SUFFIXES = {".csv": "csv", ".htm": "html", ".html": "html", ".json": "json", ".txt": "text"}

Put = Callable[[str, str | None], None]
Warn = Callable[[Sequence[str]], None]


def add_timeline(parser: argparse.ArgumentParser) -> None:
    """The words that the command takes."""
    parser.add_argument("reports", metavar="REPORT", nargs="+", help="two reports or more")
    parser.add_argument("--country", metavar="NAME", help="which country all are about")
    parser.add_argument(
        "--manifest", metavar="FILE", help="a CSV or JSON file that says who reports on what, when"
    )
    parser.add_argument(
        "--allow-mixed", action="store_true", help="take reports on different countries too"
    )
    add_tools(parser)
    parser.add_argument(
        "--format", choices=FORMATS, help="what to write (default: by the suffix of -o, else text)"
    )
    parser.add_argument(
        "--table", metavar="NAME", help="which table to write as CSV (docs/timelines.md lists them)"
    )
    parser.add_argument(
        "--template-dir",
        metavar="FOLDER",
        help="templates, styles and words of your own for the page (see docs/page.md)",
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE, not to the screen")


def run_timeline(arguments: argparse.Namespace, put: Put, warn: Warn) -> int:
    """Read, follow, write.

    Args:
        put: writes the answer to a file or to the screen.
        warn: says what a reader of the answer should know.
    """
    from rights_diff.many_reports import timeline
    from rights_diff.pipeline import load

    kind = _format(arguments)
    with Progress() as progress:
        reports = []
        for n, path in enumerate(arguments.reports, 1):
            progress.say(f"reading {n} of {len(arguments.reports)}: {path}")
            tools = tools_named(arguments)
            reports.append(
                load(path, country=arguments.country, manifest=arguments.manifest, **tools)
            )
        progress.say("following figures and claims")
        found = timeline(reports, allow_mixed=arguments.allow_mixed)
    warn([w for r in reports for w in r.warnings] + list(found.warnings))
    put(_rendered(found, kind, arguments), arguments.output)
    return 0


def _format(arguments: argparse.Namespace) -> str:
    output: str | None = arguments.output
    if output and any(Path(output).resolve() == Path(r).resolve() for r in arguments.reports):
        raise RenderError("would overwrite a report that is being read", file=output)
    kind = arguments.format or _by_suffix(output) or ("csv" if arguments.table else "text")
    if arguments.table and kind != "csv":
        raise RenderError(f"--table is for CSV only, not for {kind}", file=output)
    if arguments.template_dir and kind != "html":
        raise RenderError(f"--template-dir is for the page only, not for {kind}", file=output)
    return str(kind)


def _by_suffix(output: str | None) -> str | None:
    if output is None:
        return None
    suffix = Path(output).suffix.lower()
    if suffix not in _SUFFIXES:
        raise RenderError("the name does not tell what to write: give --format", file=output)
    return _SUFFIXES[suffix]


def _rendered(found: Timeline, kind: str, arguments: argparse.Namespace) -> str:
    if kind == "csv":
        from rights_diff.rendering.csv import marked

        table = found.to_csv(table=arguments.table or "points")
        return marked(table) if arguments.output else table
    if kind == "html":
        return found.to_html(template_dir=arguments.template_dir)
    if kind == "json":
        return found.to_json()
    from rights_diff.rendering.timeline_text import timeline_text

    return timeline_text(found)
