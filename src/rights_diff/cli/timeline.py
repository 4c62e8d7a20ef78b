"""`rights-diff timeline`: many reports on one country."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from rights_diff.cli.answering import format_asked, put, refuse_overwriting
from rights_diff.cli.plugins import add_tools, tools_named
from rights_diff.cli.progress import Progress
from rights_diff.cli.streams import warn

if TYPE_CHECKING:
    from rights_diff.model import Timeline

__all__ = ["FORMATS", "add_timeline", "run_timeline"]

FORMATS = ("text", "html", "json", "csv")


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


def run_timeline(arguments: argparse.Namespace) -> int:
    """Read, follow, write."""
    from rights_diff.many_reports import timeline
    from rights_diff.pipeline import load
    from rights_diff.reading.manifest import read_manifest

    refuse_overwriting(arguments, arguments.reports)
    kind = format_asked(arguments, FORMATS)
    told = arguments.manifest and read_manifest(arguments.manifest)
    with Progress() as progress:
        reports = []
        for n, path in enumerate(arguments.reports, 1):
            progress.say(f"reading {n} of {len(arguments.reports)}: {path}")
            tools = tools_named(arguments)
            reports.append(load(path, country=arguments.country, manifest=told, **tools))
        progress.say("following figures and claims")
        found = timeline(reports, allow_mixed=arguments.allow_mixed)
    warn([w for r in reports for w in r.warnings] + list(found.warnings))
    put(_rendered(found, kind, arguments), arguments.output)
    return 0


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
