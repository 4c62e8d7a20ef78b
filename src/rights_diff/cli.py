"""The command line: parse, call, print.

Exit status: 0 done; 1 standard output was closed early; 2 wrong use, or a source that cannot be
read, compared or written (one line on standard error says which); 130 interrupted.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rights_diff.cli_examples import EXAMPLES
from rights_diff.cli_timeline import add_timeline
from rights_diff.errors import RenderError, RightsDiffError
from rights_diff.progress import Progress

if TYPE_CHECKING:
    from rights_diff.model import Comparison, Report
    from rights_diff.reading.options import ReadOptions

FORMATS = ("text", "html", "json", "markdown")
SUFFIXES = {".htm": "html", ".html": "html", ".json": "json", ".md": "markdown", ".txt": "text"}
DEMO_FILE = "rights-diff-demo.html"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: the words after the program's name; those of the process by default.
    Returns:
        the exit status (see the module's text).
    """
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except RightsDiffError as error:
        _say(f"rights-diff: {error}")
        return 2
    except KeyboardInterrupt:
        _say("rights-diff: interrupted; nothing was written")
        return 130
    except BrokenPipeError:
        # The reader went away (`| head`): what is left cannot be flushed either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    from rights_diff import __version__

    parser = argparse.ArgumentParser(
        prog="rights-diff",
        description="What changed between two human-rights reports?",
        epilog=EXAMPLES[""],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"rights-diff {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_inspect(_command(commands, "inspect", "show what is read from one report"))
    _add_compare(_command(commands, "compare", "say what changed from one report to another"))
    about = "follow figures and claims through many reports on one country"
    add_timeline(_command(commands, "timeline", about), _put, _warn)
    _add_split(_command(commands, "split", "write each country's report in a yearbook to files"))
    _add_demo(_command(commands, "demo", "compare the shipped samples and write the page"))
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, about: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=about,
        description=about[0].upper() + about[1:] + ".",
        epilog=EXAMPLES[name],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--format", choices=FORMATS, help="what to write (default: by the suffix of -o, else text)"
    )
    parser.add_argument("-o", "--output", metavar="FILE", help="write to FILE, not to the screen")


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--manifest", metavar="FILE", help="a CSV or JSON file that says who reports on what, when"
    )
    parser.add_argument(
        "--tracked-changes",
        choices=("accepted", "refused"),
        default="accepted",
        help="how the tracked changes of a Word document are read (default: accepted)",
    )


def _options(arguments: argparse.Namespace) -> ReadOptions:
    from rights_diff.reading.options import ReadOptions

    return ReadOptions(tracked_changes=arguments.tracked_changes)


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("report", metavar="REPORT", help="a report: a file, or an address")
    parser.add_argument("--organization", metavar="NAME", help="who published it")
    parser.add_argument("--country", metavar="NAME", help="which country it is about")
    parser.add_argument("--edition", metavar="NAME", help="what the publisher calls it: 2017/18")
    parser.add_argument("--published-year", metavar="YEAR", type=int)
    parser.add_argument("--covered-year", metavar="YEAR", type=int, action="append")
    _add_reading(parser)
    _add_output(parser)
    parser.set_defaults(run=_inspect)


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("old", metavar="OLD", help="the earlier report")
    parser.add_argument("new", metavar="NEW", help="the later report, or the other organization's")
    parser.add_argument("--country", metavar="NAME", help="which country both are about")
    for side in ("old", "new"):
        parser.add_argument(f"--{side}-organization", metavar="NAME")
        parser.add_argument(f"--{side}-edition", metavar="NAME")
        parser.add_argument(f"--{side}-covered-year", metavar="YEAR", type=int, action="append")
    parser.add_argument(
        "--allow-mixed", action="store_true", help="compare reports on different countries too"
    )
    _add_reading(parser)
    _add_output(parser)
    parser.set_defaults(run=_compare)


def _add_split(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("yearbook", metavar="YEARBOOK", help="a file that holds many reports")
    parser.add_argument("-o", "--output", metavar="FOLDER", required=True, help="where files go")
    parser.add_argument("--force", action="store_true", help="replace files that are there")
    parser.add_argument("--organization", metavar="NAME", help="who published it")
    parser.add_argument("--edition", metavar="NAME", help="what the publisher calls it: 2017/18")
    parser.set_defaults(run=_split)


def _add_demo(parser: argparse.ArgumentParser) -> None:
    _add_output(parser)
    parser.set_defaults(run=_demo)


def _inspect(arguments: argparse.Namespace) -> int:
    from rights_diff.pipeline import load

    _refuse_overwriting(arguments.output, [arguments.report])
    with Progress() as progress:
        progress.say(f"reading {arguments.report}")
        report = load(
            arguments.report,
            organization=arguments.organization,
            country=arguments.country,
            edition=arguments.edition,
            published_year=arguments.published_year,
            covered_years=arguments.covered_year,
            manifest=arguments.manifest,
            options=_options(arguments),
        )
    _warn(report.warnings)
    _put(_render_report(report, _format(arguments)), arguments.output)
    return 0


def _compare(arguments: argparse.Namespace) -> int:
    from rights_diff.pipeline import compare

    _refuse_overwriting(arguments.output, [arguments.old, arguments.new])
    with Progress() as progress:
        progress.say(f"reading {arguments.old}")
        old = _load_side(arguments, "old")
        progress.say(f"reading {arguments.new}")
        new = _load_side(arguments, "new")
        progress.say("comparing")
        comparison = compare(old, new, allow_mixed=arguments.allow_mixed)
    _warn((*old.warnings, *new.warnings, *comparison.warnings))
    _put(_render_comparison(comparison, _format(arguments)), arguments.output)
    return 0


def _split(arguments: argparse.Namespace) -> int:
    from rights_diff.pipeline import load_all
    from rights_diff.splitting import write_yearbook

    with Progress() as progress:
        progress.say(f"reading {arguments.yearbook}")
        yearbook = load_all(
            arguments.yearbook,
            organization=arguments.organization,
            edition=arguments.edition,
        )
        progress.say("writing")
        write_yearbook(yearbook, arguments.output, force=arguments.force)
    _warn((*yearbook.warnings, *(part.sentence() for part in yearbook.left_over)))
    reports = "1 report" if len(yearbook) == 1 else f"{len(yearbook)} reports"
    print(f"wrote {reports} to {arguments.output}")  # noqa: T201 - the answer of the command
    return 0


def _demo(arguments: argparse.Namespace) -> int:
    from rights_diff import samples
    from rights_diff.pipeline import compare, load

    comparison = compare(load(samples.OLD), load(samples.NEW))
    output = arguments.output or (None if arguments.format else DEMO_FILE)
    _put(
        _render_comparison(comparison, arguments.format or _by_suffix(output) or "html"),
        output,
    )
    return 0


def _load_side(arguments: argparse.Namespace, side: str) -> Report:
    from rights_diff.pipeline import load

    return load(
        getattr(arguments, side),
        country=arguments.country,
        organization=getattr(arguments, f"{side}_organization"),
        edition=getattr(arguments, f"{side}_edition"),
        covered_years=getattr(arguments, f"{side}_covered_year"),
        manifest=arguments.manifest,
        options=_options(arguments),
    )


def _format(arguments: argparse.Namespace) -> str:
    named: str | None = arguments.format
    return named or _by_suffix(arguments.output) or "text"


def _by_suffix(output: str | None) -> str | None:
    if output is None:
        return None
    if Path(output).is_dir():
        raise RenderError("is a folder: name the file to write", file=output)
    suffix = Path(output).suffix.lower()
    if suffix not in SUFFIXES:
        what = f"the suffix {suffix}" if suffix else "a name without suffix"
        raise RenderError(f"{what} does not tell what to write: give --format", file=output)
    return SUFFIXES[suffix]


def _refuse_overwriting(output: str | None, sources: list[str]) -> None:
    if output is None:
        return
    for source in sources:
        if Path(output).resolve() == Path(source).resolve():
            raise RenderError("would overwrite a report that is being read", file=output)


def _render_report(report: Report, kind: str) -> str:
    if kind == "json":
        return report.to_json()
    if kind == "html":
        from rights_diff.rendering.html import report_html_page

        return report_html_page(report)
    if kind == "markdown":
        from rights_diff.rendering.markdown import report_markdown

        return report_markdown(report)
    from rights_diff.rendering.text import report_text

    return report_text(report)


def _render_comparison(comparison: Comparison, kind: str) -> str:
    if kind == "json":
        return comparison.to_json()
    if kind == "html":
        return comparison.to_html()
    if kind == "markdown":
        return comparison.to_markdown()
    from rights_diff.rendering.text import comparison_text

    return comparison_text(comparison)


def _put(text: str, output: str | None) -> None:
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):  # not so under a test's capture
            sys.stdout.reconfigure(encoding="utf-8")
        sys.stdout.write(text)
        sys.stdout.flush()
        return
    from rights_diff.rendering.output import write_text

    write_text(output, text)
    print(f"wrote {output}")  # noqa: T201 - the answer of the command


def _warn(sentences: Sequence[str]) -> None:
    for sentence in dict.fromkeys(sentences):
        _say(f"rights-diff: note: {sentence}")


def _say(line: str) -> None:
    from rights_diff.rendering.view.plain import shown_line

    # A warning may quote a report, and an error names a file: neither may act on the terminal.
    print(shown_line(line), file=sys.stderr)  # noqa: T201 - this is where the command line speaks
